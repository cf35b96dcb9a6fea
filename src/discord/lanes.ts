// One thing after the other in each channel, and channels beside each other; what means nothing to anybody is over at once.
import { breathe } from '../core/breathe.ts';

/** What is under way, until it is over; nothing when it is over already. It never rejects. */
export type Handling = Promise<void> | undefined;

export class Lanes {
  /** By channel in which something is under way, what came since. */
  readonly #waiting = new Map<string, (() => Handling)[]>();

  /**
   * Handles something in its channel: now, or after all that came before it. Returns what lasts until nothing is left to
   * do in the channel; nothing if that was over at once, or is awaited already.
   */
  take(channel: string, handle: () => Handling): Handling {
    const waiting = this.#waiting.get(channel);
    if (waiting) {
      waiting.push(handle);
      return undefined;
    }
    const first = handle();
    return first && this.#goOn(channel, first);
  }

  async #goOn(channel: string, first: Promise<void>): Promise<void> {
    const waiting: (() => Handling)[] = [];
    this.#waiting.set(channel, waiting);
    try {
      await first;
      while (waiting.length > 0) {
        for (const handle of waiting.splice(0)) {
          await handle();
          // V8 tidies up between turns as well: with many messages in each turn, the process takes 20 MB more.
          await breathe();
        }
      }
    } finally {
      // Whoever breaks the rule and fails costs the channel what waited behind it, and nothing that comes later.
      this.#waiting.delete(channel);
    }
  }
}
