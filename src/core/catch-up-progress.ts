// How far the looks at what was missed have come, for whoever wants to know whether Laurel is up to date.

/** One look at what was missed in one server. Whoever looks says how far it has come, and that it is over. */
export interface CatchUpTask {
  /** Everything that happened before this moment (ms) has been looked at. */
  reached(at: number): void;
  /** Ends it; `complete` is false when something could not be looked up. */
  over(how: { complete: boolean }): void;
}

export interface CatchUpFigures {
  /** Looks under way. */
  open: number;
  /** How far behind the one that is furthest behind is, in ms; 0 when none is under way. */
  lagMs: number;
}

/** How the last look that is over went. */
export interface LastCatchUp {
  at: number;
  complete: boolean;
}

export class CatchUpProgress {
  readonly #clock: { now(): number };
  readonly #open = new Set<{ guildId: string; reached: number }>();
  readonly #last = new Map<string, LastCatchUp>();

  constructor(clock: { now(): number }) {
    this.#clock = clock;
  }

  /** Begins a look at what was missed in a server since that moment (ms). */
  begin(guildId: string, missedSince: number): CatchUpTask {
    const task = { guildId, reached: missedSince };
    this.#open.add(task);
    return {
      reached(at) {
        task.reached = Math.max(task.reached, at);
      },
      over: ({ complete }) => {
        if (this.#open.delete(task)) this.#last.set(guildId, { at: this.#clock.now(), complete });
      },
    };
  }

  /** How the looks stand, over all servers or in one. */
  figures(guildId?: string): CatchUpFigures {
    const now = this.#clock.now();
    const open = [...this.#open].filter((task) => guildId === undefined || task.guildId === guildId);
    return { open: open.length, lagMs: Math.max(0, ...open.map(({ reached }) => now - reached)) };
  }

  /** How the last look in a server went that is over; nothing when there was none since the start. */
  lastOf(guildId: string): LastCatchUp | undefined {
    return this.#last.get(guildId);
  }

  /** A server that the bot left is of no interest any more. */
  forget(guildId: string): void {
    this.#last.delete(guildId);
  }
}
