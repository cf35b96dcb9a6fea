// Each night: compares the roles of the ladder with the truth, mends what we left undone, and reports what was done by hand.
import * as z from 'zod';
import { note } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import type { Effect } from '../../core/effects.ts';
import type { Settings } from '../../core/settings.ts';
import { noteUnanswered } from '../../core/unanswered.ts';
import { compareAll } from '../tiers/drift.ts';
import { judgeReach, judgeRole } from '../tiers/roles.rules.ts';
import { DISCORD, refOf } from '../tiers/settlement.ts';
import { activeOf, effectsOf, pendingOf } from '../tiers/store.ts';
import type { Who } from './measures.store.ts';
import { differencesOf, isOursToMend, type RoleDifference } from './reconcile.rules.ts';
import {
  BY_HAND,
  MENDED,
  type Noted,
  notedOf,
  type Placed,
  placedIn,
  rolesGiven,
} from './reconcile.store.ts';

/** Members asked about in one question to Discord; its limit. */
const AT_ONCE = 100;

const rolePayload = z.object({ roleId: z.string() });
const memberRole = rolePayload.extend({ memberId: z.string() });

/**
 * A tier whose role is gone ends: somebody took it, and that is a decision. Then the other roles of the ladder: those
 * that we owe come or go, once; what was changed by hand afterwards is noted in the audit and left as it is.
 */
export async function reconcile(ctx: Context, guildId: string): Promise<void> {
  if (!(await compareAll(ctx, guildId))) return;
  const settings = await ctx.settings.of(guildId);
  const placed = await ctx.db.read((db) => placedIn(db, guildId));
  for (let from = 0; from < placed.length; from += AT_ONCE) {
    const some = placed.slice(from, from + AT_ONCE);
    const memberIds = some.map(({ memberId }) => memberId);
    const asked = await ctx.actions.rolesAmong(guildId, memberIds, 'patiently');
    if (!asked.done) {
      const consequence = 'roles could not be compared';
      return noteUnanswered(ctx, asked, { feature: 'rising', guildId, memberIds, consequence });
    }
    for (const one of some) {
      const has = asked.value.get(one.memberId);
      if (has) await mend(ctx, guildId, one, new Set(has), settings);
    }
  }
}

async function mend(
  ctx: Context,
  guildId: string,
  placed: Placed,
  has: ReadonlySet<string>,
  settings: Settings,
): Promise<void> {
  const { tiers, rising } = settings;
  const rung = tiers.findIndex(({ key }) => key === placed.tier);
  // A tier that the ladder has lost says nothing about the roles of the others.
  if (placed.tier !== null && rung === -1) return;
  const differences = differencesOf(tiers, rung, rising.roles, has);
  if (differences.length === 0) return;
  await ctx.db.write(async (tx) => {
    // Somebody may have decided since it was read who stands where.
    if (await pendingOf(tx, guildId, placed.memberId)) return;
    const active = await activeOf(tx, guildId, placed.memberId);
    if ((active?.tier ?? null) !== placed.tier || (active && active.id !== placed.promotionId)) return;
    const who = { guildId, memberId: placed.memberId };
    const given = await rolesGiven(tx, who);
    const noted = await notedOf(tx, who);
    const done = (await effectsOf(tx, refOf(placed.promotionId))).filter(({ state }) => state === 'done');
    for (const difference of differences) {
      const wasDone = lastDone(difference.roleId, placed, noted, done) === difference.how;
      const isBelow = tiers.findIndex(({ roleId }) => roleId === difference.roleId) < rung;
      const trace = { wasDone, wasOurs: given.has(difference.roleId) };
      if (isOursToMend(difference, isBelow, trace)) await owe(ctx, tx, placed, guildId, difference);
      else await report(ctx, tx, who, { promotionId: placed.promotionId, ...difference }, noted);
    }
  });
}

async function owe(
  ctx: Context,
  tx: Tx,
  { memberId, promotionId }: Placed,
  guildId: string,
  { roleId, how }: RoleDifference,
): Promise<void> {
  const server = ctx.actions.serverRoles(guildId);
  const role = server?.roles.get(roleId);
  if (!server || !role) return;
  // What is out of reach, or carries powers, /setup and /promote tell of; there is nothing to ask Discord for.
  if ((how === 'add' ? judgeRole : judgeReach)(role, server.bot)) return;
  const { language } = await ctx.settings.of(guildId);
  await ctx.outbox.enqueue(tx, {
    kind: how === 'add' ? 'addRole' : 'removeRole',
    guildId,
    dedupeKey: `rising:mend:${promotionId}:${roleId}`,
    lane: `tiers:${guildId}:${memberId}`,
    ref: `rising:mend:${promotionId}`,
    payload: {
      memberId,
      roleId,
      reason: ctx.texts.for(language ?? server.locale).t('rising.onDiscord.mended'),
    },
  });
}

/** What we did last with a role since the decision by which a member stands where they stand. */
function lastDone(
  roleId: string,
  { promotionId }: Placed,
  noted: readonly Noted[],
  done: readonly Effect[],
): RoleDifference['how'] | undefined {
  const mended = noted.findLast(
    ({ action, details }) =>
      action === MENDED && details.promotionId === promotionId && details.roleId === roleId,
  );
  if (mended) return mended.details.how;
  const own = done.findLast(
    ({ payload }) => rolePayload.safeParse(JSON.parse(payload)).data?.roleId === roleId,
  );
  return own && (own.kind === 'addRole' ? 'add' : 'remove');
}

async function report(
  ctx: Context,
  tx: Tx,
  { guildId, memberId }: Who,
  details: Noted['details'],
  noted: readonly Noted[],
): Promise<void> {
  const isKnown = noted.some(
    (one) =>
      one.action === BY_HAND &&
      one.details.promotionId === details.promotionId &&
      one.details.roleId === details.roleId &&
      one.details.how === details.how,
  );
  if (isKnown) return;
  ctx.log.info({ feature: 'rising', guildId, memberId, ...details }, 'a role was changed by hand');
  const deed = { guildId, actorId: DISCORD, action: BY_HAND, targetId: memberId, details: { ...details } };
  await note(tx, deed, ctx.clock.now());
}

/** Told when Discord has answered: what it carried out is noted, so that it is not fought over if somebody undoes it. */
export async function noteMended(ctx: Context, tx: Tx, effect: Effect): Promise<void> {
  const { memberId, roleId } = memberRole.parse(JSON.parse(effect.payload));
  const details = {
    promotionId: Number(effect.ref?.split(':')[2]),
    roleId,
    how: effect.kind === 'addRole' ? 'add' : 'remove',
  };
  const actorId = ctx.actions.serverRoles(effect.guildId)?.botId ?? DISCORD;
  const { guildId } = effect;
  await note(tx, { guildId, actorId, action: MENDED, targetId: memberId, details }, ctx.clock.now());
}
