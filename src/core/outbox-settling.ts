// What becomes of an effect that was tried: written down in the transaction at hand, and told to the feature that owes it.
import type { FailureReason, Outcome } from './actions.ts';
import type { Tx } from './database.ts';
import type { Effect } from './effects.ts';
import * as store from './outbox-store.ts';

/** The first wait after a failure that may pass, in ms; doubled each time up to the longest. */
export const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 10 * 60_000;

/** What became of an effect: told to the feature that owes it, inside the transaction that writes it down. */
export interface Settled {
  effect: Effect;
  failure: FailureReason | undefined;
  /** What Discord made of it, for example the id of a message that was posted; as the action answers. */
  answer: unknown;
}
export type OnSettled = (tx: Tx, settled: Settled) => Promise<void>;

/** An effect that was tried; without an outcome, Laurel itself failed. */
export interface Tried {
  effect: Effect;
  outcome: Outcome<unknown> | undefined;
}

/** What was written down of an effect that was tried: how it settled, or for how long it waits. */
export type Note =
  | { outcome: 'done' }
  | { outcome: 'failed'; reason: FailureReason }
  | { outcome: 'putOff'; waitMs: number };

/** Settles what is done or refused for good, puts off the rest. `share` from 0 to 1 spreads what failed together. */
export async function writeDown(
  tx: Tx,
  { effect, outcome }: Tried,
  { now, share, owner }: { now: number; share: number; owner: OnSettled | undefined },
): Promise<Note> {
  if (!outcome || (!outcome.done && !outcome.final)) {
    const backoff = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** effect.attempts);
    // Jitter upwards from half: many effects that failed together do not come back together.
    const waitMs = Math.round(Math.max(outcome?.retryAfterMs ?? 0, backoff * (0.5 + share / 2)));
    store.putOff(tx, effect.id, now + waitMs);
    return { outcome: 'putOff', waitMs };
  }
  const failure = outcome.done ? undefined : outcome.reason;
  const answer = outcome.done ? outcome.value : undefined;
  store.settle(tx, effect, outcome.done ? 'done' : 'failed', failure, now, answer);
  if (failure !== undefined) cancelFollowers(tx, effect.id, now);
  await owner?.(tx, { effect, failure, answer });
  return failure === undefined ? { outcome: 'done' } : { outcome: 'failed', reason: failure };
}

/** What waits for an effect that will not come is not wanted either. */
export function cancelFollowers(tx: Tx, id: number, now: number): void {
  for (const follower of store.followers(tx, id)) {
    store.settle(tx, follower, 'cancelled', undefined, now);
    cancelFollowers(tx, follower.id, now);
  }
}
