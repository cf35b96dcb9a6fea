// What follows when Discord has given, taken or refused what a decision owed it: written in the same transaction.
import type { FailureReason } from '../../core/actions.ts';
import { note } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import type { OnSettled } from '../../core/outbox-settling.ts';
import { wasReadingPast } from '../../core/past-readings.ts';
import * as store from './store.ts';
import { announcementView, tierNameByKey } from './view.ts';

/** Who did it, for the audit, when Discord tells that something happened but not by whom. */
export const DISCORD = 'discord';
/** Who did it, for the audit, when it was nobody's deed: what Discord refused to the bot. */
const LAUREL = 'laurel';

/** The name under which the outbox tells of a decision's effects. */
export function refOf(promotionId: number): string {
  return `tiers:${promotionId}`;
}

/** The keys of what one decision owes. */
export function effectKeys(promotionId: number): { add: string; remove: string; announce: string } {
  const ref = refOf(promotionId);
  return { add: `${ref}:add`, remove: `${ref}:remove`, announce: `${ref}:announce` };
}

/** The key under which the role of a lower rung is owed, where roles stack. */
export function besideKey(promotionId: number, roleId: string): string {
  return `${refOf(promotionId)}:beside:${roleId}`;
}

/** Told by the outbox of every effect of a decision that Discord has carried out or refused for good. */
export function settleDecision(ctx: Context): OnSettled {
  return async (tx, { effect, failure }) => {
    const promotion = await store.findPromotion(tx, Number(effect.ref?.split(':')[1]));
    if (!promotion) return;
    // The decision stands or falls with the new role, or with the old one where no new one was to come.
    const { add, remove } = effectKeys(promotion.id);
    const decisive = promotion.tier === null ? remove : add;
    if (effect.dedupeKey !== decisive) {
      if (failure) await noteTrouble(ctx, tx, promotion, TROUBLE[effect.kind] ?? 'tiers.failed', failure);
      return;
    }
    // Somebody may have left, or lost the role by hand, before this came back: then it is settled already.
    if (promotion.state !== 'pending') return;
    if (failure) await fail(ctx, tx, promotion, failure);
    else await carryOut(ctx, tx, promotion);
  };
}

/** What is noted when Discord refuses a part of a decision, by the part. */
export const TROUBLE: Readonly<Record<string, string>> = {
  removeRole: 'tiers.roleLeft',
  addRole: 'tiers.roleMissing',
  send: 'tiers.notAnnounced',
};

/** Discord has done it: the decision counts from now on, and a promotion is announced. */
async function carryOut(ctx: Context, tx: Tx, promotion: store.Promotion): Promise<void> {
  const now = ctx.clock.now();
  const { guildId, memberId, tier, id, language } = promotion;
  if (tier === null) {
    await store.finish(tx, id, now);
    return ctx.followers.tellOfTier(tx, promotion);
  }
  await store.activate(tx, promotion, now);
  await ctx.followers.tellOfTier(tx, promotion);
  const { announcementChannelId: channelId, tiers: ladder } = await ctx.settings.of(guildId);
  if (promotion.direction === 'demote' || channelId === undefined) return;
  // What a rule gives while thanks of long ago are read is no news.
  if (promotion.origin === 'rule' && (await wasReadingPast(tx, guildId, promotion.createdAt))) return;
  const reading = ctx.texts.for(language);
  const { components, pings } = announcementView(reading, memberId, tierNameByKey(ladder, tier, reading));
  await ctx.outbox.enqueue(tx, {
    kind: 'send',
    guildId,
    dedupeKey: effectKeys(id).announce,
    lane: `tiers:announcements:${channelId}`,
    ref: refOf(id),
    payload: {
      channelId,
      view: { components: components.map((one) => ({ ...one })), pings: [...(pings ?? [])] },
    },
  });
}

/** Discord has refused it for good: nothing has changed, and what the decision had ended goes on. */
async function fail(ctx: Context, tx: Tx, promotion: store.Promotion, failure: FailureReason): Promise<void> {
  await store.markFailed(tx, promotion.id, failure, ctx.clock.now());
  if (promotion.tier === null) await store.resumeEndedBy(tx, promotion);
  await noteTrouble(ctx, tx, promotion, 'tiers.failed', failure);
  await ctx.followers.tellOfTier(tx, promotion);
}

/** Settles a decision that something else on Discord has overtaken, and calls off what it still owed. */
export async function overtake(
  ctx: Context,
  tx: Tx,
  promotion: store.Promotion,
  failure: FailureReason,
): Promise<void> {
  const keys = effectKeys(promotion.id);
  await ctx.outbox.callOff(tx, keys.add);
  await ctx.outbox.callOff(tx, keys.remove);
  // Where the role was only to go, it is gone now, whoever took it.
  if (promotion.tier === null) return store.finish(tx, promotion.id, ctx.clock.now());
  await store.markFailed(tx, promotion.id, failure, ctx.clock.now());
  await noteTrouble(ctx, tx, promotion, 'tiers.failed', failure);
  await ctx.followers.tellOfTier(tx, promotion);
}

function noteTrouble(
  ctx: Context,
  tx: Tx,
  { guildId, memberId, id, tier, fromTier }: store.Promotion,
  action: string,
  failure: FailureReason,
): Promise<void> {
  const details = { promotionId: id, tier, from: fromTier, failure };
  return note(tx, { guildId, actorId: LAUREL, action, targetId: memberId, details }, ctx.clock.now());
}
