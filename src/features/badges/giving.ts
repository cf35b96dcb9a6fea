// Badges that people make, give and take: judged, written down with the reason, and in the audit.
import { note } from '../../core/audit.ts';
import { type Context, isRefusal, type Refusal, refuse } from '../../core/context.ts';
import type { Reader, Tx } from '../../core/database.ts';
import { dayAt } from '../../core/periods.ts';
import { languages } from '../../core/texts.ts';
import { countAwarded } from './awarded.store.ts';
import { BADGES, type Badge, findBadge, isEarned } from './catalogue.rules.ts';
import {
  type Giver,
  judgeGift,
  judgeNewBadge,
  LONGEST_REASON,
  mayGive,
  nameKeyOf,
  type OwnEmoji,
  type Receiver,
} from './custom.rules.ts';
import * as custom from './custom.store.ts';
import { settle } from './earning.ts';
import { type BadgeKey, customIdOf, grant, revoke } from './service.ts';
import * as store from './store.ts';

/** A badge of the catalogue, or one that the server made, under the key by which it is held. */
export type AnyBadge =
  | { key: BadgeKey; of: Badge; custom?: never }
  | { key: BadgeKey; custom: custom.CustomBadge; of?: never };

/** What somebody chose from the list, or typed: a key, or the name of one of the server's own. */
export async function findAnyBadge(
  db: Reader,
  guildId: string,
  typed: string,
): Promise<AnyBadge | undefined> {
  const of = findBadge(typed);
  if (of) return { key: of.id, of };
  const id = customIdOf(typed);
  const found =
    id === undefined
      ? (await custom.customBadgesOf(db, guildId)).find(({ name }) => nameKeyOf(name) === nameKeyOf(typed))
      : await custom.findCustomBadge(db, guildId, id);
  return found && { key: `custom:${found.id}`, custom: found };
}

/** The badges that people can give here: the server's own, and those of the catalogue that nothing earns. */
export async function givableBadges(db: Reader, guildId: string): Promise<AnyBadge[]> {
  const own = await custom.customBadgesOf(db, guildId);
  return [
    ...own.map((badge): AnyBadge => ({ key: `custom:${badge.id}`, custom: badge })),
    ...BADGES.filter((badge) => !isEarned(badge)).map((of): AnyBadge => ({ key: of.id, of })),
  ];
}

export interface NewBadge {
  guildId: string;
  typed: { name: string; emoji: string; about: string };
  grantRoleIds: readonly string[];
  byAmbassadors: boolean;
  /** The server's own emoji. */
  own: readonly OwnEmoji[];
  createdBy: string;
}

/** What badges of the catalogue are called and chosen by: one of the server's own must not pass for one that is earned. */
function namesOfCatalogue({ texts }: Context): string[] {
  const names = languages.flatMap((language) => {
    const { t } = texts.for(language);
    return BADGES.map(({ id }) => t(`badges.all.${id}.name`));
  });
  return [...names, ...BADGES.map(({ id }) => id)].map(nameKeyOf);
}

/** Makes a badge, or says why not. */
export async function createBadge(ctx: Context, wanted: NewBadge): Promise<custom.CustomBadge | Refusal> {
  const { guildId, typed, grantRoleIds, byAmbassadors, own, createdBy } = wanted;
  return ctx.db.write(async (tx) => {
    const taken = (await custom.customBadgesOf(tx, guildId)).map(({ name }) => nameKeyOf(name));
    const judged = judgeNewBadge(typed, { taken, reserved: namesOfCatalogue(ctx), own });
    if (isRefusal(judged)) return judged;
    const { name, nameKey, emoji, about: description } = judged;
    const createdAt = ctx.clock.now();
    const made = await custom.addCustomBadge(tx, {
      guildId,
      name,
      nameKey,
      emoji,
      description,
      grantRoleIds,
      byAmbassadors,
      createdBy,
      createdAt,
    });
    if (!made) return refuse('badgeNameTaken', { name });
    const details = { badge: `custom:${made.id}`, name };
    await note(tx, { guildId, actorId: createdBy, action: 'badges.created', details }, createdAt);
    return made;
  });
}

/** Takes a badge of the server out of use: nobody is shown with it any more, and its name is free. */
export async function removeBadge(
  ctx: Context,
  { guildId, badge, by }: { guildId: string; badge: string; by: string },
): Promise<custom.CustomBadge | Refusal> {
  return ctx.db.write(async (tx) => {
    const found = await findAnyBadge(tx, guildId, badge);
    if (!found) return refuse('badgeUnknown');
    if (!found.custom) return refuse('badgeOfCatalogue');
    const now = ctx.clock.now();
    await custom.removeCustomBadge(tx, found.custom.id, now);
    const details = { badge: found.key, name: found.custom.name };
    await note(tx, { guildId, actorId: by, action: 'badges.removed', details }, now);
    return found.custom;
  });
}

export interface GiftOrder {
  guildId: string;
  giver: Giver;
  to: Receiver;
  /** As chosen or typed. */
  badge: string;
  reason: string;
  /** By Discord's clock, ms. */
  at: number;
}

export interface Given {
  badge: AnyBadge;
  to: Receiver;
  reason: string;
  /** Awards that the giver can still give today. */
  left: number;
}

/** Gives a badge, or says why not. A badge that is earned is only given back, where a person took it. */
export async function giveBadge(ctx: Context, order: GiftOrder): Promise<Given | Refusal> {
  const { guildId, giver, to, at } = order;
  const { awardsPerDay: perDay, timeZone } = await ctx.settings.of(guildId);
  const reason = order.reason.trim().slice(0, LONGEST_REASON);
  return ctx.db.write(async (tx) => {
    const badge = await findAnyBadge(tx, guildId, order.badge);
    if (!badge) return refuse('badgeUnknown');
    const givenToday = await countAwarded(tx, guildId, giver.memberId, dayAt(at, timeZone));
    const no = judgeGift({ giver, to, badge, reason }, { givenToday, perDay });
    if (no) return no;
    if (await ctx.people.isLeftOut(guildId, to.memberId)) return refuse('memberLeftOut');
    const who = { guildId, memberId: to.memberId };
    const gift = { ...who, badge: badge.key, by: giver.memberId, reason };
    const left = Math.max(0, perDay - givenToday - 1);
    if (badge.of && isEarned(badge.of)) {
      const lifted = await liftDecision(ctx, tx, gift, badge.of);
      return lifted ?? { badge, to, reason, left: perDay - givenToday };
    }
    return (await grant(ctx, tx, gift)) ? { badge, to, reason, left } : refuse('badgeHeldAlready');
  });
}

/** What a person took comes back to the rule: held again if it is still earned. */
async function liftDecision(
  ctx: Context,
  tx: Tx,
  gift: Parameters<typeof grant>[2],
  badge: Badge,
): Promise<Refusal | undefined> {
  const row = await store.findRow(tx, gift, badge.id);
  if (!badge.requirement || row?.revokedBy == null) return refuse('badgeEarned');
  await store.takeHeld(tx, gift, badge.id, { at: row.revokedAt ?? ctx.clock.now(), by: null, why: null });
  const { guildId, by, memberId, reason } = gift;
  const deed = { guildId, actorId: by, action: 'badges.returned', targetId: memberId, reason };
  await note(tx, { ...deed, details: { badge: badge.id } }, ctx.clock.now());
  await settle(ctx, tx, { guildId, memberId }, [[badge.requirement.measure, 0]], { isNews: false });
  return undefined;
}

/** Takes a badge from somebody, with a reason. Moderators may, and whoever may give it. */
export async function takeBadge(
  ctx: Context,
  order: Omit<GiftOrder, 'at'>,
): Promise<Omit<Given, 'left'> | Refusal> {
  const { guildId, giver, to } = order;
  const reason = order.reason.trim().slice(0, LONGEST_REASON);
  return ctx.db.write(async (tx) => {
    const badge = await findAnyBadge(tx, guildId, order.badge);
    if (!badge) return refuse('badgeUnknown');
    if (!mayGive(giver, badge)) return refuse('badgeNotYours');
    if (to.memberId === giver.memberId) return refuse('awardSelf');
    if (reason === '') return refuse('reasonMissing');
    const gift = { guildId, memberId: to.memberId, badge: badge.key, by: giver.memberId, reason };
    return (await revoke(ctx, tx, gift)) ? { badge, to, reason } : refuse('badgeNotHeld');
  });
}
