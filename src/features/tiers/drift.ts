// Keeps what the database says about tiers true when people change roles on Discord by hand, or leave.
import type { Asking } from '../../core/actions.ts';
import { note } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import { throughServers } from '../../core/server-rounds.ts';
import { noteUnanswered } from '../../core/unanswered.ts';
import { DISCORD, overtake, refOf } from './settlement.ts';
import * as store from './store.ts';

/** Members asked about in one question to Discord; its limit. */
const AT_ONCE = 100;
/** How long a role that was taken while it was being given is waited for, in ms. */
export const PATIENCE_MS = 30_000;

/**
 * Somebody left. Their tier ends, and does not come back by itself when they do: leaving was a decision (theirs, or a
 * moderator's who removed them), Discord has taken their roles, and whether they are trusted again is for people to say.
 */
export async function memberLeft(ctx: Context, guildId: string, memberId: string): Promise<void> {
  await ctx.db.write(async (tx) => {
    const pending = await store.pendingOf(tx, guildId, memberId);
    if (pending) await overtake(ctx, tx, pending, 'unknownMember');
    const held = await store.activeOf(tx, guildId, memberId);
    if (held) await end(ctx, tx, held, 'left');
  });
}

/** A role was deleted: the tiers that rest on it end, and decisions that wait for it fail. */
export async function roleDeleted(ctx: Context, guildId: string, roleId: string): Promise<void> {
  await ctx.db.write(async (tx) => {
    for (const pending of await store.pendingWithRole(tx, guildId, roleId)) {
      // A new role that is to come does not care that the old one is gone.
      if (pending.roleId === roleId || pending.roleId === null)
        await overtake(ctx, tx, pending, 'unknownRole');
    }
    for (const held of await store.heldIn(tx, guildId, roleId)) await end(ctx, tx, held, 'roleDeleted');
  });
}

/** A member lost roles, by whoever's hand, and now has `roleIds`. */
export async function rolesLost(
  ctx: Context,
  guildId: string,
  memberId: string,
  lost: readonly string[],
  roleIds: readonly string[],
): Promise<void> {
  const pending = await ctx.db.read((db) => store.pendingOf(db, guildId, memberId));
  if (pending?.tier === null && pending.fromRoleId !== null && lost.includes(pending.fromRoleId)) {
    await ctx.db.write(async (tx) => {
      const still = await store.findPromotion(tx, pending.id);
      if (still?.state === 'pending') await overtake(ctx, tx, still, 'unknownRole');
    });
  }
  // Given by us and taken by somebody before we had written down that it was given: wait until we have.
  if (pending?.roleId && lost.includes(pending.roleId)) {
    const effects = await ctx.db.read((db) => store.effectsOf(db, refOf(pending.id)));
    const giving = effects.filter((effect) => effect.kind === 'addRole').map((effect) => effect.id);
    await ctx.outbox.whenSettled(giving, PATIENCE_MS);
  }
  await compare(ctx, guildId, memberId, roleIds);
}

/**
 * Ends the tier of a member who does not have its role (any more). What an event or an interaction tells of a member
 * can be older than what we have just done, so where it disagrees with the database Discord itself is asked.
 */
export async function compare(
  ctx: Context,
  guildId: string,
  memberId: string,
  roleIds: readonly string[],
): Promise<void> {
  const held = await ctx.db.read((db) => store.activeOf(db, guildId, memberId));
  if (held?.roleId && !roleIds.includes(held.roleId)) await ask(ctx, guildId, [held], 'inTurn');
}

/**
 * Compares every tier held in a server with the roles there, after a time of not hearing what happened; patiently. Where
 * Discord gives no answer about some, the rest is left for the next time; then false.
 */
export async function compareAll(ctx: Context, guildId: string): Promise<boolean> {
  const held = await ctx.db.read((db) => store.heldIn(db, guildId));
  for (let from = 0; from < held.length; from += AT_ONCE)
    if (!(await ask(ctx, guildId, held.slice(from, from + AT_ONCE), 'patiently'))) return false;
  return true;
}

/** The same for every server of one connection, which was broken. */
export async function compareOnShard(ctx: Context, shard: number): Promise<void> {
  const what = { feature: 'tiers', errand: 'compare with roles' };
  await throughServers(ctx, what, ctx.actions.guildsOfShard(shard), (guildId) => compareAll(ctx, guildId));
}

/** Ends tiers whose holders do not have the role; false when Discord gave no answer. */
async function ask(
  ctx: Context,
  guildId: string,
  all: readonly store.Promotion[],
  asking: Asking,
): Promise<boolean> {
  const memberIds = all.map((held) => held.memberId);
  const asked = await ctx.actions.rolesAmong(guildId, memberIds, asking);
  if (!asked.done) {
    const consequence = 'tiers could not be compared with roles';
    noteUnanswered(ctx, asked, { feature: 'tiers', guildId, memberIds, consequence });
    return false;
  }
  const lost = all.filter(
    (held) => held.roleId !== null && !asked.value.get(held.memberId)?.includes(held.roleId),
  );
  if (lost.length === 0) return true;
  await ctx.db.write(async (tx) => {
    for (const held of lost) await end(ctx, tx, held, asked.value.has(held.memberId) ? 'roleTaken' : 'left');
  });
  return true;
}

async function end(ctx: Context, tx: Tx, held: store.Promotion, why: store.EndReason): Promise<void> {
  const { id, guildId, memberId, tier } = held;
  const now = ctx.clock.now();
  if (!(await store.endHeld(tx, id, now, why))) return;
  const actorId = why === 'left' ? memberId : DISCORD;
  const details = { promotionId: id, tier, why };
  await note(tx, { guildId, actorId, action: 'tiers.ended', targetId: memberId, details }, now);
  await ctx.followers.tellOfTier(tx, held);
}
