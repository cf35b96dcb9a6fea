// Asking Discord again: it does not answer for a moment now and then, and nothing should be lost for that.
import type { Outcome } from '../core/actions.ts';
import type { Context } from '../core/context.ts';

/** Waits before asking again, in ms. */
const PAUSES_MS = [1_000, 5_000];

/** Asks again after failures that may pass; the last answer counts. */
export async function insist<T>(
  { clock }: Pick<Context, 'clock'>,
  ask: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  for (const pause of PAUSES_MS) {
    const outcome = await ask();
    if (outcome.done || outcome.final) return outcome;
    await new Promise<void>((resolve) => {
      clock.after(Math.max(pause, outcome.retryAfterMs ?? 0), resolve);
    });
  }
  return ask();
}
