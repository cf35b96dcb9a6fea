// Whether Laurel is well: what is checked, and one sentence for what is not.
import type { CatchUpProgress } from '../core/catch-up-progress.ts';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import { due } from '../core/outbox-store.ts';

/** The database has this long to answer, in ms; a health check that waits longer helps nobody. */
const PATIENCE_MS = 2_000;
/** An answer about the database is good for this long, in ms: however often one asks, it is written to rarely. */
const PROBE_EVERY_MS = 5_000;
/** What could run and has not for this long, in ms, is stuck: the outbox tries what is due within seconds. */
const STUCK_MS = 5 * 60_000;

/** A sentence that says what is wrong; nothing when it is as it should be. */
export type Verdict = string | undefined;

export interface Checks {
  discord: Verdict;
  database: Verdict;
  outbox: Verdict;
  catchUp: Verdict;
}

export interface HealthParts {
  db: Database;
  clock: Clock;
  catchUp: CatchUpProgress;
  isConnected(): boolean;
}

export class Health {
  readonly #parts: HealthParts;
  #probed: { at: number; verdict: Promise<Verdict> } | undefined;

  constructor(parts: HealthParts) {
    this.#parts = parts;
  }

  /** Whether the process can do its work at all, as far as is known without asking anybody. */
  alive(): Verdict {
    return this.#parts.db.trouble?.message;
  }

  /** Everything that must be so for nothing to be missed or late. */
  async checks(): Promise<Checks> {
    const { catchUp, isConnected } = this.#parts;
    const { open, lagMs } = catchUp.figures();
    return {
      discord: isConnected() ? undefined : 'Discord is not connected.',
      database: await this.#database(),
      outbox: await this.#outbox(),
      catchUp:
        open === 0
          ? undefined
          : `What was missed is still being looked up (servers: ${open}, ${Math.round(lagMs / 1000)} s behind).`,
    };
  }

  async #database(): Promise<Verdict> {
    const now = this.#parts.clock.now();
    if (!this.#probed || now - this.#probed.at >= PROBE_EVERY_MS) {
      const verdict = this.#parts.db.probe().then(
        () => undefined,
        (err: unknown) => (err instanceof Error ? err.message : String(err)),
      );
      this.#probed = { at: now, verdict };
    }
    return soon(
      this.#probed.verdict,
      'The database does not answer: another process holds it, or the disk is very slow.',
    );
  }

  async #outbox(): Promise<Verdict> {
    const { db, clock } = this.#parts;
    try {
      const stuck = await db.read((reader) =>
        due(reader, clock.now() - STUCK_MS, new Set(), { all: 1, reactions: 1, others: 1 }),
      );
      return stuck.length === 0
        ? undefined
        : `What is owed to Discord is not sent (oldest: effect ${stuck[0]?.id}). The log says why.`;
    } catch (err) {
      return err instanceof Error ? err.message : String(err);
    }
  }
}

/** The answer, or that there is none yet. On the machine's own time: whoever asks waits for it. */
async function soon(verdict: Promise<Verdict>, otherwise: string): Promise<Verdict> {
  const late = Promise.withResolvers<Verdict>();
  const timer = setTimeout(() => late.resolve(otherwise), PATIENCE_MS);
  try {
    return await Promise.race([verdict, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
