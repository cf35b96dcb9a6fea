// Awards of points by moderators, and taking them back: each in the audit, with its reason.
import { note } from '../../core/audit.ts';
import { type Context, type Refusal, refuse } from '../../core/context.ts';
import { findById, findBySource } from '../../core/ledger-rows.ts';
import type { Recognition } from '../../core/ledger-rules.ts';
import { dayAt } from '../../core/periods.ts';
import { standingOf } from '../../core/standings.ts';
import { countAwarded } from '../badges/awarded.store.ts';
import { recognise, withdraw } from '../recognition/service.ts';
import { type Awarded, judgeAward, LONGEST_AWARD_REASON } from './awards.rules.ts';

export interface Award {
  guildId: string;
  channelId: string;
  moderatorId: string;
  to: Awarded;
  /** What the server gives for an award, if left out. */
  points?: number | undefined;
  reason: string;
  /** Names this one award, so that it counts once. */
  interactionId: string;
  /** By Discord's clock, ms. */
  at: number;
}

export interface AwardGiven {
  row: Recognition;
  /** The receiver's points now. */
  total: number;
  /** Awards that the moderator can still give today. */
  left: number;
}

/** Awards points, or says why not. The same award twice is one. */
export async function awardPoints(ctx: Context, award: Award): Promise<AwardGiven | Refusal> {
  const { guildId, channelId, moderatorId, to, interactionId, at } = award;
  const { awardsPerDay: perDay, points: worth, timeZone } = await ctx.settings.of(guildId);
  const points = award.points ?? worth.award;
  const reason = award.reason.trim().slice(0, LONGEST_AWARD_REASON);
  const sourceKey = `award:${interactionId}`;
  return ctx.db.write(async (tx) => {
    const known = await findBySource(tx, sourceKey);
    const givenToday = await countAwarded(tx, guildId, moderatorId, dayAt(at, timeZone));
    const no =
      !known && judgeAward({ moderatorId, to, points, reason }, { givenToday, perDay, most: worth.award });
    if (no) return no;
    if (!known && (await ctx.people.isLeftOut(guildId, to.memberId))) return refuse('memberLeftOut');
    const { row, what } = await recognise(ctx, tx, {
      sourceKey,
      guildId,
      kind: 'award',
      giverId: moderatorId,
      receiverId: to.memberId,
      helpKey: sourceKey,
      channelId,
      reason,
      weight: 100,
      points,
      occurredAt: at,
    });
    if (what === 'recorded')
      await note(
        tx,
        {
          guildId,
          actorId: moderatorId,
          action: 'fairness.awarded',
          targetId: to.memberId,
          reason,
          details: { points },
        },
        ctx.clock.now(),
      );
    const { points: total } = await standingOf(tx, guildId, 'all', to.memberId);
    const left = Math.max(0, perDay - givenToday - (what === 'recorded' ? 1 : 0));
    return { row, total, left };
  });
}

/** Takes an award of points back, with a reason. Refuses one that does not stand any more. */
export async function takeAwardBack(
  ctx: Context,
  {
    guildId,
    rowId,
    moderatorId,
    reason: typed,
  }: { guildId: string; rowId: number; moderatorId: string; reason: string },
): Promise<Recognition | Refusal> {
  const reason = typed.trim().slice(0, LONGEST_AWARD_REASON);
  if (reason === '') return refuse('reasonMissing');
  return ctx.db.write(async (tx) => {
    const row = await findById(tx, rowId);
    if (!row || row.guildId !== guildId || row.kind !== 'award') return refuse('outOfDate');
    if (row.receiverId === moderatorId) return refuse('awardSelf');
    if (!(await withdraw(ctx, tx, row, 'reversed'))) return refuse('awardBackAlready');
    await note(
      tx,
      {
        guildId,
        actorId: moderatorId,
        action: 'fairness.awardTakenBack',
        targetId: row.receiverId,
        reason,
        details: { points: row.points, awardedBy: row.giverId },
      },
      ctx.clock.now(),
    );
    return row;
  });
}
