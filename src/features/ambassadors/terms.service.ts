// Terms of Ambassadors follow the tier: begun by a promotion whoever made it, ended with it, with or without honour.
import { note } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import type { OnTier } from '../../core/followers.ts';
import { readSettings, type Settings } from '../../core/settings.ts';
import { grant, revoke } from '../badges/service.ts';
import * as tiers from '../tiers/store.ts';
import { tellStaff } from './notices.service.ts';
import { LAUREL, publicly, refOf, takeAway } from './posts.ts';
import { refreshCard } from './reviews.service.ts';
import { ambassadorTier } from './rules.ts';
import * as nominations from './store.ts';
import { type EndWhy, isHonoured, monthsAfter, type Term } from './terms.rules.ts';
import * as store from './terms.store.ts';

/** What the tier of a member means for their nomination and their term; the same however often it is looked at. */
export function followTier(ctx: Context): OnTier {
  return async (tx, { guildId, memberId }) => {
    const settings = await readSettings(tx, guildId);
    const tier = ambassadorTier(settings.tiers);
    const active = await tiers.activeOf(tx, guildId, memberId);
    const held = tier !== undefined && active?.tier === tier.key ? active : undefined;
    await followNomination(ctx, tx, { guildId, memberId }, held);
    const running = await store.runningOf(tx, guildId, memberId);
    if (held && !running) await begin(ctx, tx, held, settings);
    else if (!held && running) await end(ctx, tx, running, settings);
    // Discord refused to take the role: they are an Ambassador still.
    else if (running?.endedWhy) await goesOn(ctx, tx, running);
  };
}

async function followNomination(
  ctx: Context,
  tx: Tx,
  { guildId, memberId }: { guildId: string; memberId: string },
  held: tiers.Promotion | undefined,
): Promise<void> {
  const open = await nominations.openOf(tx, guildId, memberId);
  if (!open) return;
  if (held) {
    await nominations.changeNomination(tx, open.id, {
      state: 'promoted',
      promotionId: held.id,
      decidedAt: open.decidedAt ?? ctx.clock.now(),
      decidedBy: open.decidedBy ?? held.moderatorId,
    });
    if (open.state === 'asked' && open.messageId !== null)
      await takeAway(ctx, tx, { guildId, channelId: open.channelId, messageId: open.messageId });
    return refreshCard(ctx, tx, open.id);
  }
  const promotion = open.promotionId === null ? undefined : await tiers.findPromotion(tx, open.promotionId);
  if (promotion?.state !== 'failed') return;
  await nominations.changeNomination(tx, open.id, { promotionId: null, decidedAt: null, decidedBy: null });
  await refreshCard(ctx, tx, open.id);
}

async function begin(ctx: Context, tx: Tx, held: tiers.Promotion, settings: Settings): Promise<void> {
  const { guildId, memberId, id: promotionId } = held;
  const now = ctx.clock.now();
  const [latest] = await store.termsOf(tx, guildId, memberId, 1);
  if (latest?.alumnus === 1) await alumniRole(ctx, tx, latest, settings, 'removeRole');
  // Ended by a decision that Discord has refused since: the same term goes on.
  if (latest?.promotionId === promotionId) return goesOn(ctx, tx, latest);
  const endsAt = monthsAfter(now, settings.ambassadors.termMonths, settings.timeZone);
  await store.addTerm(tx, { guildId, memberId, promotionId, startedAt: now, endsAt });
  const action = 'ambassadors.termBegan';
  await note(
    tx,
    { guildId, actorId: held.moderatorId, action, targetId: memberId, details: { endsAt } },
    now,
  );
}

async function goesOn(ctx: Context, tx: Tx, term: Term): Promise<void> {
  if (term.alumnus === 1) await revoke(ctx, tx, await alumniBadge(ctx, term));
  const still = { state: 'active', endedAt: null, endedWhy: null, alumnus: 0 } as const;
  await store.changeTerm(tx, term.id, still);
  // Who removed them is told in the answer to the command.
  if (term.endedWhy !== null && isHonoured(term.endedWhy)) await tellStaff(ctx, tx, term, 'endRefused');
}

/** The tier is gone: so the term is over, for the reason that was given, or for what happened on Discord. */
async function end(ctx: Context, tx: Tx, term: Term, settings: Settings): Promise<void> {
  const { guildId, memberId, id } = term;
  const promotion = term.promotionId === null ? undefined : await tiers.findPromotion(tx, term.promotionId);
  const why: EndWhy = promotion?.failure === 'left' ? 'left' : (term.endedWhy ?? 'demoted');
  const now = ctx.clock.now();
  const alumnus = isHonoured(why) ? 1 : 0;
  await store.changeTerm(tx, id, { state: 'ended', endedAt: now, endedWhy: why, alumnus });
  const deed = { guildId, actorId: LAUREL, action: 'ambassadors.termEnded', targetId: memberId };
  await note(tx, { ...deed, details: { termId: id, why } }, now);
  if (alumnus === 0) return;
  await alumniRole(ctx, tx, term, settings, 'addRole');
  await grant(ctx, tx, await alumniBadge(ctx, term, promotion?.moderatorId));
}

/** The badge of those who served with honour, by whoever had made them Ambassador. */
async function alumniBadge(ctx: Context, { guildId, memberId }: Term, by = memberId) {
  const reason = (await publicly(ctx, guildId)).t('ambassadors.onDiscord.addRole');
  return { guildId, memberId, badge: 'alumni', by, reason } as const;
}

async function alumniRole(
  ctx: Context,
  tx: Tx,
  { guildId, memberId, id }: Term,
  { ambassadors: { alumniRoleId: roleId } }: Settings,
  kind: 'addRole' | 'removeRole',
): Promise<void> {
  if (roleId === undefined) return;
  const reading = await publicly(ctx, guildId);
  const ref = refOf('alumni', id);
  await ctx.outbox.callOff(tx, `${ref}:${kind === 'addRole' ? 'removeRole' : 'addRole'}`);
  await ctx.outbox.enqueue(tx, {
    kind,
    guildId,
    payload: { memberId, roleId, reason: reading.t(`ambassadors.onDiscord.${kind}`) },
    dedupeKey: `${ref}:${kind}`,
    lane: `tiers:${guildId}:${memberId}`,
    ref,
  });
}

/** Gives terms to those who hold the tier and have none: Ambassadors from before there were terms. */
export async function adoptAmbassadors(ctx: Context): Promise<void> {
  for (const member of await ctx.db.read(nominations.holdersWithoutTerm))
    await ctx.db.write((tx) => followTier(ctx)(tx, member));
}
