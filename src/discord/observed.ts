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
      components: components.map(
        (component): Component => ({ ...component, run: watch('component', component.run) }),
      ),
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
): (...args: A) => Promise<R> {
  return async (...args) => {
    const began = performance.now();
    let failed = true;
    try {
      const answer = await handler(...args);
      failed = false;
      if (isRefusal(answer)) observer.refused(answer.refused);
      return answer;
    } finally {
      observer.handled(feature, kind, performance.now() - began, failed);
    }
  };
}
