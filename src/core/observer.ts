// What Laurel tells of its work while it works: a port for counting. Nothing behind it may cost more than counting.
export type Handled = 'event' | 'command' | 'component';
export type EffectStep = 'done' | 'failed' | 'putOff';

export interface Observer {
  /** Something of a feature was handled, well or not, in so many ms. */
  handled(feature: string, kind: Handled, ms: number, failed: boolean): void;
  /** Somebody was politely told no. */
  refused(reason: string): void;
  /** A step of an effect on its way to Discord. */
  effect(kind: string, step: EffectStep): void;
}
