// What goes wrong in a simulated life, drawn from the seed: kills, errors of the file, answers of Discord that do not come, events that come wrongly, and a clock that jumps.
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

  constructor(code: (typeof FILE_CODES)[FileFault]) {
    super(`${code} (simulated)`);
    this.name = 'FileTrouble';
    this.code = code;
  }
}

/** How often, of a hundred occasions. */
export interface Chances {
  kill: number;
  file: number;
  /** The disk does not answer somebody who reads. */
  unreadable: number;
  limited: number;
  unreachable: number;
  /** Discord did it, and the answer was lost. */
  lostAnswer: number;
  forbidden: number;
  /** What it is about is gone by the time Discord is asked: a message, a role, a member, a thread, a channel. */
  gone: number;
  thrown: number;
}

/** What goes wrong on the way of events, and with the machine's clock; these are drawn where they happen. */
export type Mishap = 'lost' | 'doubled' | 'late' | 'reordered' | 'clockForward' | 'clockBack';

/** Errors of the file are counted by what SQLite says. */
const FILE_CODES = { full: 'SQLITE_FULL', busy: 'SQLITE_BUSY', disk: 'SQLITE_IOERR' } as const;
type FileFault = keyof typeof FILE_CODES;
const FILE_FAULTS = ['full', 'busy', 'disk'] as const satisfies readonly FileFault[];

/** Everything that a run of many lives must have met. */
export const EVERY_FAULT = [
  'kill',
  ...FILE_FAULTS,
  'unreadable',
  'limited',
  'unreachable',
  'lostAnswer',
  'forbidden',
  'gone',
  'thrown',
  'lost',
  'doubled',
  'late',
  'reordered',
  'clockForward',
  'clockBack',
] as const satisfies readonly (Exclude<keyof Chances, 'file'> | FileFault | Mishap)[];

export const NO_FAULTS: Chances = {
  kill: 0,
  file: 0,
  unreadable: 0,
  limited: 0,
  unreachable: 0,
  lostAnswer: 0,
  forbidden: 0,
  gone: 0,
  thrown: 0,
};

/** Some runs are calm, some are stormy, some are mostly kills: each seed has its own weather. */
export function chancesOf(random: Random): Chances {
  const up = (most: number) => (random.share() < 0.4 ? 0 : random.share() * most);
  return {
    kill: up(1.5),
    file: up(4),
    unreadable: up(1),
    limited: up(25),
    unreachable: up(25),
    lostAnswer: up(20),
    forbidden: up(8),
    gone: up(12),
    thrown: up(6),
  };
}

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
    if (what !== 'file') this.note(what);
    return true;
  }

  /** Counts one for the report. */
  note(what: Exclude<keyof Chances, 'file'> | FileFault | Mishap): void {
    this.happened.set(what, (this.happened.get(what) ?? 0) + 1);
  }

  fileTrouble(): FileTrouble {
    const kind = this.#random.pick(FILE_FAULTS);
    this.note(kind);
    return new FileTrouble(FILE_CODES[kind]);
  }
}
