// Promoting and demoting: judge, write it down as pending, owe Discord the roles, and report what came of it.
import type { BotFacts, RoleFacts } from '../../core/actions.ts';
import { note } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Reader, Tx } from '../../core/database.ts';
import type { Effect } from '../../core/effects.ts';
import { readSettings, type Tier } from '../../core/settings.ts';
import type { ModeratorFacts } from './roles.rules.ts';
import {
  type CandidateFacts,
  type Downward,
  isObstacle,
  judgeDemotion,
  judgePromotion,
  type Move,
  type Obstacle,
  type Progress,
  type Report,
} from './rules.ts';
import { besideKey, effectKeys, refOf } from './settlement.ts';
import * as store from './store.ts';

/** How long a moderator waits for Discord before the answer says "still under way", in ms: a few retries. */
export const PATIENCE_MS = 8_000;

/** What a moderator asks for, with the facts about everybody concerned as Discord tells them. */
export interface Order {
  guildId: string;
  direction: Move['direction'];
  moderator: ModeratorFacts;
  candidate: CandidateFacts;
  bot: BotFacts;
  roles: ReadonlyMap<string, RoleFacts>;
  /** The rung to put them on; without one, the next. Of no meaning when demoting. */
  wanted?: Tier | undefined;
  /** Where a demotion leads to; one rung down if it is not said. */
  downward?: Downward | undefined;
  reason: string;
  /** The latest decision about the member when the moderator asked; a later one makes them look again. */
  seen: number | undefined;
  /** Language of what everybody reads. */
  language: string;
  /** What Discord's own audit log is to say about a move. */
  onDiscord(move: Move): string;
  /** What is in the way of this decision beside the ladder, looked at in the same transaction. */
  unless?(tx: Tx): Promise<Obstacle | undefined>;
  /** What else is written down with this decision. */
  alongside?(tx: Tx, promotionId: number): Promise<void>;
}

export interface Decided {
  promotionId: number;
  move: Move;
  /** The decision before this one, whatever became of it. */
  before: store.Promotion | undefined;
  /** Owed to Discord: the new role, then the end of the old one. */
  effectIds: readonly number[];
}

/**
 * Decides about a member: one transaction with the pending promotion, the audit and what is owed to Discord.
 * Of two moderators at once the second is refused. Returns what is in the way, else what waits for Discord now.
 */
export async function decide(ctx: Context, order: Order): Promise<Decided | Obstacle> {
  const { guildId, candidate } = order;
  const { tiers: ladder, rising } = await ctx.settings.of(guildId);
  return ctx.db.write(async (tx) => {
    const [before] = await store.promotionsOf(tx, guildId, candidate.id, 1);
    const held = await store.currentTier(tx, guildId, candidate.id);
    const isUnderWay = before?.state === 'pending';
    if (!isUnderWay && before?.id !== order.seen) return { no: 'decidedMeanwhile' };
    const about = { ...order, ladder, held, isUnderWay, below: rising.roles };
    // A tier can still be taken from somebody who wants nothing recorded of them; none is given.
    if (order.direction === 'promote' && (await ctx.people.isLeftOut(guildId, candidate.id)))
      return { no: 'memberLeftOut' };
    const unless = await order.unless?.(tx);
    if (unless) return unless;
    const move =
      order.direction === 'promote'
        ? judgePromotion(about, order.wanted)
        : judgeDemotion(about, order.downward);
    if (isObstacle(move)) return move;

    const { moderator, reason, language } = order;
    const words = { reason, language, onDiscord: order.onDiscord(move) };
    const written = await writeDown(
      ctx,
      tx,
      move,
      { guildId, memberId: candidate.id, ...words },
      {
        origin: 'people',
        id: moderator.id,
      },
      order.alongside,
    );
    return { ...written, move, before };
  });
}

/** A move as far as it is written down: of roles their ids are enough. */
type Written = Pick<Move, 'direction' | 'tier' | 'from'> & {
  add: { id: string } | undefined;
  remove: { id: string } | undefined;
  beside: readonly { id: string }[];
};

/** Whose tier moves, and what is said of it. */
export interface Said {
  guildId: string;
  memberId: string;
  reason: string;
  /** Language of what everybody reads. */
  language: string;
  /** What Discord's own audit log is to say. */
  onDiscord: string;
}

/** Writes a move down: the pending promotion, the audit, and what is owed to Discord. */
export async function writeDown(
  ctx: Context,
  tx: Tx,
  move: Written,
  { guildId, memberId, reason, language, onDiscord }: Said,
  by: { origin: 'people' | 'rule'; id: string },
  alongside?: Order['alongside'],
): Promise<{ promotionId: number; effectIds: readonly number[] }> {
  const now = ctx.clock.now();
  const promotion = await store.addPending(tx, {
    guildId,
    memberId,
    direction: move.direction,
    tier: move.tier,
    fromTier: move.from?.tier,
    roleId: move.add?.id,
    fromRoleId: move.from?.roleId,
    origin: by.origin,
    moderatorId: by.id,
    reason,
    language,
    createdAt: now,
  });
  await note(
    tx,
    {
      guildId,
      actorId: by.id,
      action: move.direction === 'promote' ? 'tiers.promoted' : 'tiers.demoted',
      targetId: memberId,
      reason,
      details: { promotionId: promotion.id, tier: move.tier, from: move.from?.tier },
    },
    now,
  );
  await alongside?.(tx, promotion.id);
  const effectIds = await owe(ctx, tx, promotion, move, onDiscord);
  // Nothing may say that a member holds a tier whose role is about to go: with no role to come, it ends at once.
  if (!move.add) {
    await store.endActive(tx, guildId, memberId, now);
    await ctx.followers.tellOfTier(tx, promotion);
  }
  if (effectIds.length === 0) await store.finish(tx, promotion.id, now);
  return { promotionId: promotion.id, effectIds };
}

/** A tier that ends though no moderator decides it: by the member's own word, or because its time is over. */
export interface GivenBack {
  guildId: string;
  memberId: string;
  /** Key of the tier that is given back. */
  tier: string;
  /** Who says so. */
  actorId: string;
  reason: string;
  language: string;
}

/**
 * Takes a member from a tier back to the one they held before, or off the ladder. Returns what is owed to Discord;
 * nothing, and nothing is changed, if they do not hold it, or an earlier decision still waits.
 */
export async function giveBack(
  ctx: Context,
  tx: Tx,
  order: GivenBack,
): Promise<readonly number[] | undefined> {
  const { guildId, memberId, tier, actorId, reason, language } = order;
  const held = await store.activeOf(tx, guildId, memberId);
  if (held?.tier !== tier || held.roleId === null) return undefined;
  if (await store.pendingOf(tx, guildId, memberId)) return undefined;
  const before = await tierBefore(tx, held);
  const move: Written = {
    direction: 'demote',
    tier: before?.key,
    from: { tier, roleId: held.roleId },
    add: before?.roleId === undefined ? undefined : { id: before.roleId },
    remove: { id: held.roleId },
    beside: [],
  };
  const said = { guildId, memberId, reason, language, onDiscord: reason };
  return (await writeDown(ctx, tx, move, said, { origin: 'people', id: actorId })).effectIds;
}

/** The tier that a member held when they were given this one; none if they held none, or the ladder has lost it. */
export async function tierBefore(
  tx: Reader,
  { guildId, fromTier, tier }: Pick<store.Promotion, 'guildId' | 'fromTier' | 'tier'>,
): Promise<Tier | undefined> {
  const { tiers: ladder } = await readSettings(tx, guildId);
  const rung = ladder.findIndex(({ key }) => key === tier);
  return ladder
    .slice(0, Math.max(0, rung))
    .find(({ key, roleId }) => key === fromTier && roleId !== undefined);
}

async function owe(
  ctx: Context,
  tx: Tx,
  promotion: store.Promotion,
  { add, remove, beside }: Written,
  reason: string,
): Promise<number[]> {
  const { id, guildId, memberId } = promotion;
  const keys = effectKeys(id);
  // One lane for a member: decisions about them reach Discord in the order in which they were made.
  const common = { guildId, lane: `tiers:${guildId}:${memberId}`, ref: refOf(id) };
  const added =
    add &&
    (await ctx.outbox.enqueue(tx, {
      ...common,
      kind: 'addRole',
      dedupeKey: keys.add,
      payload: { memberId, roleId: add.id, reason },
    }));
  const after = added === undefined ? {} : { afterId: added };
  const removed =
    remove &&
    (await ctx.outbox.enqueue(tx, {
      ...common,
      ...after,
      kind: 'removeRole',
      dedupeKey: keys.remove,
      payload: { memberId, roleId: remove.id, reason },
    }));
  for (const { id: roleId } of beside) {
    await ctx.outbox.enqueue(tx, {
      ...common,
      ...after,
      kind: 'addRole',
      dedupeKey: besideKey(id, roleId),
      payload: { memberId, roleId, reason },
    });
  }
  return [added, removed].filter((effectId) => effectId !== undefined);
}

/** Waits for Discord, but not for ever, and says how far a decision has come. */
export async function reportOn(ctx: Context, decided: Decided): Promise<Report> {
  const { promotionId, effectIds, move } = decided;
  const ref = refOf(promotionId);
  const deadline = ctx.clock.now() + PATIENCE_MS;
  await ctx.outbox.whenSettled(effectIds, PATIENCE_MS);
  const owed = await ctx.db.read((db) => store.effectsOf(db, ref));
  const announcements = owed.filter(({ kind }) => kind === 'send').map(({ id }) => id);
  await ctx.outbox.whenSettled(announcements, Math.max(0, deadline - ctx.clock.now()));

  return ctx.db.read(async (db) => {
    const promotion = await store.findPromotion(db, promotionId);
    const effects = await store.effectsOf(db, ref);
    const removal = move.add && effects.find(({ kind }) => kind === 'removeRole');
    const send = effects.find(({ kind }) => kind === 'send');
    return {
      decision: decisionProgress(promotion),
      oldRole: removal && effectProgress(removal),
      announcement: send && effectProgress(send),
    };
  });
}

function decisionProgress(promotion: store.Promotion | undefined): Progress {
  if (promotion?.state === 'pending') return { is: 'waiting' };
  const why = promotion?.state === 'failed' ? store.failureOf(promotion) : undefined;
  return why ? { is: 'failed', why } : { is: 'done' };
}

function effectProgress(effect: Effect): Progress {
  if (effect.state === 'waiting') return { is: 'waiting' };
  const why = store.failureOf(effect);
  return why ? { is: 'failed', why } : { is: 'done' };
}
