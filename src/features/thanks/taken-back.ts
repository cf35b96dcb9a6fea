// Remembers what was lately deleted or taken back, because Discord's events may arrive after those that undo them.
import type { Context } from '../../core/context.ts';

/** Deeds remembered; an event that is later than so many others is not awaited any more. */
const MOST_REMEMBERED = 5_000;

/** The latest keys noted, oldest forgotten first. */
export class TakenBack {
  readonly #most: number;
  readonly #keys = new Set<string>();

  constructor(most: number = MOST_REMEMBERED) {
    this.#most = most;
  }

  note(key: string): void {
    this.#keys.delete(key);
    this.#keys.add(key);
    const [oldest] = this.#keys;
    if (this.#keys.size > this.#most && oldest !== undefined) this.#keys.delete(oldest);
  }

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  forget(key: string): void {
    this.#keys.delete(key);
  }
}

const memories = new WeakMap<Context, TakenBack>();

/** The memory of one running bot. */
export function takenBackOf(ctx: Context): TakenBack {
  const known = memories.get(ctx) ?? new TakenBack();
  memories.set(ctx, known);
  return known;
}
