// Features as they are, with each of their handlers timed and counted; the router knows nothing of it.
import { isRefusal } from '../core/context.ts';
import type { Handled, Observer } from '../core/observer.ts';
import type { Component, Feature, Listeners } from './feature.ts';

type Handler<A extends readonly unknown[], R> = (...args: A) => Promise<R> | R;

/** The same features, telling the observer of all that they handle. */
export function observed(features: readonly Feature[], observer: Observer): Feature[] {
  return features.map((feature) => observedFeature(feature, observer));
}

function observedFeature(feature: Feature, observer: Observer): Feature {
  const { name, commands, components, listeners } = feature;
  const watch = <A extends readonly unknown[], R>(kind: Handled, handler: Handler<A, R>) =>
    watched(name, kind, handler, observer);
  return {
    ...feature,
    ...(commands && {
      // The type says which interaction a command is given; counting does not change that.
      commands: commands.map(
        (command) => ({ ...command, run: watch('command', command.run as never) }) as typeof command,
      ),
    }),
    ...(components && {
      components: components.map((component): Component => {
        const run = watch('component', component.run);
        return { ...component, run: async (...args) => run(...args) };
      }),
    }),
    ...(listeners && {
      listeners: Object.fromEntries(
        Object.entries(listeners).map(([event, listen]) => [event, watch('event', listen as never)]),
      ) as Listeners, // the same events, each with its own listener
    }),
  };
}

function watched<A extends readonly unknown[], R>(
  feature: string,
  kind: Handled,
  handler: Handler<A, R>,
  observer: Observer,
): Handler<A, R> {
  return (...args) => {
    const began = performance.now();
    let waits = false;
    let failed = true;
    try {
      const answer = handler(...args);
      failed = false;
      // What was nothing to a listener is over at once, and nobody waits for it.
      waits = answer instanceof Promise;
      if (answer instanceof Promise) return whenAnswered(answer, { feature, kind, began, observer });
      if (isRefusal(answer)) observer.refused(answer.refused);
      return answer;
    } finally {
      if (!waits) observer.handled(feature, kind, performance.now() - began, failed);
    }
  };
}

async function whenAnswered<R>(
  answer: Promise<R>,
  { feature, kind, began, observer }: { feature: string; kind: Handled; began: number; observer: Observer },
): Promise<R> {
  let failed = true;
  try {
    const given = await answer;
    failed = false;
    if (isRefusal(given)) observer.refused(given.refused);
    return given;
  } finally {
    observer.handled(feature, kind, performance.now() - began, failed);
  }
}
