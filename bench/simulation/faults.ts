// What goes wrong in a simulated life, drawn from the seed: kills, errors of the file, and answers of Discord that do not come.
import type { Random } from '../random.ts';

/** The process is gone: nothing that it still tries happens any more. */
export class Killed extends Error {
  constructor() {
    super('the process was killed');
    this.name = 'Killed';
  }
}

/** An error that SQLite would have given; nothing of the transaction stays. */
export class FileTrouble extends Error {
  readonly code: string;

  constructor(code: 'SQLITE_FULL' | 'SQLITE_BUSY' | 'SQLITE_IOERR') {
    super(`${code} (simulated)`);
    this.name = 'FileTrouble';
    this.code = code;
  }
}

/** How often, of a hundred occasions. */
export interface Chances {
  kill: number;
  file: number;
  limited: number;
  unreachable: number;
  /** Discord did it, and the answer was lost. */
  lostAnswer: number;
  forbidden: number;
  thrown: number;
}

export const NO_FAULTS: Chances = {
  kill: 0,
  file: 0,
  limited: 0,
  unreachable: 0,
  lostAnswer: 0,
  forbidden: 0,
  thrown: 0,
};

/** Some runs are calm, some are stormy, some are mostly kills: each seed has its own weather. */
export function chancesOf(random: Random): Chances {
  const up = (most: number) => (random.share() < 0.4 ? 0 : random.share() * most);
  return {
    kill: up(1.5),
    file: up(4),
    limited: up(25),
    unreachable: up(25),
    lostAnswer: up(20),
    forbidden: up(8),
    thrown: up(6),
  };
}

const FILE_CODES = ['SQLITE_FULL', 'SQLITE_BUSY', 'SQLITE_IOERR'] as const;

export class Faults {
  readonly #random: Random;
  #chances: Chances;
  /** Counts what went wrong, for the report. */
  readonly happened = new Map<string, number>();

  constructor(random: Random, chances: Chances) {
    this.#random = random;
    this.#chances = chances;
  }

  /** From now on nothing goes wrong. */
  end(): void {
    this.#chances = NO_FAULTS;
  }

  /** Whether this goes wrong now. */
  strikes(what: keyof Chances): boolean {
    const chance = this.#chances[what];
    if (chance === 0 || this.#random.share() * 100 >= chance) return false;
    this.happened.set(what, (this.happened.get(what) ?? 0) + 1);
    return true;
  }

  fileTrouble(): FileTrouble {
    return new FileTrouble(this.#random.pick(FILE_CODES));
  }
}
