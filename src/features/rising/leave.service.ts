// Taking a holiday and calling it off: while it lasts no tier falls, and the clock of a warning stands still.
import { note } from '../../core/audit.ts';
import { type Context, isRefusal, type Refusal, refuse } from '../../core/context.ts';
import { judgeLeave, type Span, type TypedDays } from './leave.rules.ts';
import type { Who } from './measures.store.ts';
import * as store from './store.ts';

/** The holidays of a member that are not over. */
export async function listLeaves(ctx: Context, who: Who): Promise<store.Leave[]> {
  return ctx.db.read((db) => store.leavesOf(db, who, ctx.clock.now()));
}

/** Takes a holiday from one day to another, both included: returns it, or why it cannot be. */
export async function takeLeave(ctx: Context, who: Who, typed: TypedDays): Promise<Span | Refusal> {
  const { timeZone } = await ctx.settings.of(who.guildId);
  const now = ctx.clock.now();
  return ctx.db.write(async (tx) => {
    const span = judgeLeave(typed, now, timeZone, await store.leavesOf(tx, who, now));
    if (isRefusal(span)) return span;
    await store.addLeave(tx, who, span, now);
    await noteLeave(tx, who, 'rising.leaveTaken', span, now);
    return span;
  });
}

/** Calls off a holiday, or ends it today. Only its owner can, and only while it is not over. */
export async function endLeave(ctx: Context, who: Who, id: number): Promise<Refusal | undefined> {
  const now = ctx.clock.now();
  return ctx.db.write(async (tx) => {
    const leave = await store.findLeave(tx, id);
    if (!leave || leave.guildId !== who.guildId || leave.memberId !== who.memberId)
      return refuse('outOfDate');
    if (leave.cancelledAt !== null || leave.toAt <= now) return refuse('leaveOver');
    await store.endLeave(tx, leave, now);
    await noteLeave(tx, who, 'rising.leaveEnded', leave, now);
    return undefined;
  });
}

function noteLeave(
  tx: Parameters<typeof note>[0],
  { guildId, memberId }: Who,
  action: string,
  { fromAt, toAt }: { fromAt: number; toAt: number },
  now: number,
): Promise<void> {
  return note(tx, { guildId, actorId: memberId, action, details: { fromAt, toAt } }, now);
}
