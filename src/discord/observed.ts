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
    const over = (failed: boolean) => observer.handled(feature, kind, performance.now() - began, failed);
    const answered = (answer: R) => {
      if (isRefusal(answer)) observer.refused(answer.refused);
      over(false);
      return answer;
    };
    const failed = (err: unknown) => {
      over(true);
      throw err;
    };
    let answer: Promise<R> | R;
    try {
      answer = handler(...args);
    } catch (err) {
      return failed(err);
    }
    // What was nothing to a listener is over at once, and nobody waits for it.
    return answer instanceof Promise ? answer.then(answered, failed) : answered(answer);
  };
}
