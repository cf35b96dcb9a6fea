// Beginning to read the past of a server, pausing, going on, and giving it up: written down first, so that a restart goes on with it.
import { note } from '../../core/audit.ts';
import { type Context, type Refusal, refuse } from '../../core/context.ts';
import { listeningIn } from '../../core/cursors.ts';
import { beginReading, type PastReading, pastReadingIn, setReadingState } from '../../core/past-readings.ts';
import { idBefore } from '../../core/snowflakes.ts';
import { beginningOf, type Days, type Deed, stateAfter } from './rules.ts';

export interface Administrator {
  guildId: string;
  memberId: string;
}

/** Up to when the past of a server reaches, ms: from then on Laurel listens itself. */
export async function endOfPast(ctx: Context, guildId: string): Promise<number> {
  const listening = await ctx.db.read((db) => listeningIn(db, guildId));
  return listening?.since ?? ctx.clock.now();
}

export function readingOf(ctx: Context, guildId: string): Promise<PastReading | undefined> {
  return ctx.db.read((db) => pastReadingIn(db, guildId));
}

/** Begins to read so many days from before Laurel listened. Refuses while another reading is open. */
export async function start(ctx: Context, by: Administrator, days: Days): Promise<Refusal | undefined> {
  const until = await endOfPast(ctx, by.guildId);
  const since = beginningOf(until, days);
  const now = ctx.clock.now();
  return ctx.db.write(async (tx) => {
    const before = await pastReadingIn(tx, by.guildId);
    if (!stateAfter(before?.state, 'start')) return refuse('historyMoved');
    // The moment it began names it: no two may have the same.
    const startedAt = Math.max(now, (before?.startedAt ?? 0) + 1);
    await beginReading(tx, { guildId: by.guildId, since, until, readUpTo: idBefore(since), startedAt });
    await note(
      tx,
      { guildId: by.guildId, actorId: by.memberId, action: 'history.start', details: { days } },
      now,
    );
    return undefined;
  });
}

/** Pauses, goes on or gives up. Refuses where it stands so that this cannot be done. */
export async function change(
  ctx: Context,
  { guildId, memberId }: Administrator,
  deed: Exclude<Deed, 'start'>,
): Promise<Refusal | undefined> {
  const now = ctx.clock.now();
  return ctx.db.write(async (tx) => {
    const before = await pastReadingIn(tx, guildId);
    const state = stateAfter(before?.state, deed);
    if (!state) return refuse('historyMoved');
    await setReadingState(tx, guildId, state, now);
    await note(tx, { guildId, actorId: memberId, action: `history.${deed}` }, now);
    return undefined;
  });
}
