// Down late: the weekly run that warns who is far below what their tier asks for, and takes it when the grace is over.
import { note } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import type { Settings } from '../../core/settings.ts';
import { activeOf, heldIn } from '../tiers/store.ts';
import { afterDays } from './leave.rules.ts';
import { measuresOf, type Who } from './measures.store.ts';
import { moveByRule } from './moves.service.ts';
import { fallenBelow, type Lack, ruleTiers } from './requirements.rules.ts';
import { boundsOf, GRACE_DAYS, judgeFall } from './rules.ts';
import * as store from './store.ts';
import { warningView } from './view.ts';
import { lackText } from './words.view.ts';

const DAY_MS = 86_400_000;
/** Holidays further back than this touch no window that a tier can ask for, in days: a year, and as much for holidays within. */
const LEAVES_LOOKED_AT_DAYS = 2 * 366;

export interface WeeklyOutcome {
  warned: number;
  fallen: number;
}

/** Looks at everybody who holds a tier by rule. Each member is a transaction of their own. */
export async function weighAll(ctx: Context, guildId: string): Promise<WeeklyOutcome> {
  const outcome = { warned: 0, fallen: 0 };
  const settings = await ctx.settings.of(guildId);
  if (!settings.rising.byRule) return outcome;
  const held = await ctx.db.read((db) => heldIn(db, guildId));
  for (const { memberId } of held) {
    const fate = await ctx.db.write((tx) => weigh(ctx, tx, { guildId, memberId }, settings));
    if (fate === 'warned') outcome.warned += 1;
    if (fate === 'fallen') outcome.fallen += 1;
  }
  return outcome;
}

/** What becomes of one member who holds a tier. */
export async function weigh(
  ctx: Context,
  tx: Tx,
  who: Who,
  settings: Settings,
): Promise<'warned' | 'fallen' | undefined> {
  const now = ctx.clock.now();
  const held = await activeOf(tx, who.guildId, who.memberId);
  const warning = await store.openWarning(tx, who);
  const rung = settings.tiers.findIndex(({ key }) => key === held?.tier);
  const tier = ruleTiers(settings.tiers)[rung];
  const { floor } = boundsOf(await store.lastWordOf(tx, who), settings.tiers);
  const isLeftOut = await ctx.people.isLeftOut(who.guildId, who.memberId);
  // What people gave is theirs to take, and so is what is no rule's any more; whoever is left out keeps what they have.
  if (!held || !tier || rung <= floor || isLeftOut) {
    if (warning) await store.closeWarning(tx, warning.id, held ? 'decided' : 'left', now);
    return undefined;
  }
  if (warning && warning.tier !== tier.key) await store.closeWarning(tx, warning.id, 'decided', now);
  if ((await store.latestMoveOf(tx, who))?.state === 'pending') return undefined;

  const leaves = await store.leavesOf(tx, who, now - LEAVES_LOOKED_AT_DAYS * DAY_MS);
  const { timeZone } = settings;
  const measures = await measuresOf(tx, who, tier.requirements, { now, timeZone, leaves });
  const below = fallenBelow(tier.requirements, measures);
  switch (judgeFall({ tier: tier.key, below, warning, leaves, now })) {
    case 'keep':
      if (warning?.tier === tier.key) await store.closeWarning(tx, warning.id, 'met', now);
      return undefined;
    case 'wait':
      return undefined;
    case 'warn':
      return (await warn(ctx, tx, who, { tier: tier.key, leaves, settings, below })) ? 'warned' : undefined;
    case 'fall': {
      const to = settings.tiers[rung - 1];
      const why = { direction: 'demote', tier: to, held, settings } as const;
      if (!(await moveByRule(ctx, tx, { who, ...why, why: (reading) => lackText(reading, below) })))
        return undefined;
      if (warning) await store.closeWarning(tx, warning.id, 'demoted', now);
      return 'fallen';
    }
  }
}

/**
 * Warns a member where the server posts its news: a warning must reach them, so without a channel nobody is warned, and
 * so nobody falls. What everybody reads says no more than that /tiers has something to tell.
 */
async function warn(
  ctx: Context,
  tx: Tx,
  who: Who,
  about: {
    tier: string;
    leaves: readonly store.Leave[];
    settings: Settings;
    below: readonly Lack[];
  },
): Promise<boolean> {
  const { tier, leaves, settings, below } = about;
  const { announcementChannelId: channelId } = settings;
  if (channelId === undefined) return false;
  const now = ctx.clock.now();
  const dueAt = afterDays(now, GRACE_DAYS, leaves);
  const { id } = await store.addWarning(tx, who, { tier, warnedAt: now, dueAt });
  const locale = settings.language ?? ctx.actions.serverRoles(who.guildId)?.locale;
  const { components, pings } = warningView(ctx.texts.for(locale), who.memberId, dueAt);
  await ctx.outbox.enqueue(tx, {
    kind: 'send',
    guildId: who.guildId,
    dedupeKey: `rising:warn:${id}`,
    lane: `tiers:announcements:${channelId}`,
    ref: `rising:warn:${id}`,
    payload: {
      channelId,
      view: { components: components.map((one) => ({ ...one })), pings: [...(pings ?? [])] },
    },
  });
  const details = { tier, dueAt, below: below.map(({ measure }) => measure) };
  const actorId = ctx.actions.serverRoles(who.guildId)?.botId ?? 'laurel';
  await note(
    tx,
    { guildId: who.guildId, actorId, action: 'rising.warned', targetId: who.memberId, details },
    now,
  );
  return true;
}
