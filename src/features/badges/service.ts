// Badges for the rest of the product: who holds what, and badges given and taken by people.
import { note } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Reader, Tx } from '../../core/database.ts';
import { type Badge, EARNED, EARNED_BY, findBadge } from './catalogue.rules.ts';
import { type CustomBadge, customBadgesOf } from './custom.store.ts';
import { announces, EVERY_MEASURE, mostAsked, settle } from './earning.ts';
import { measuring, type Who } from './measures.store.ts';
import { isBackfilled } from './recounting.ts';
import { inOrder, isHeld, nearest, nextSteps, type Progress } from './rules.ts';
import * as store from './store.ts';

/** What a badge is: one of the catalogue, or one that the server made. */
export type KnownBadge = { of: Badge; custom?: never } | { custom: CustomBadge; of?: never };
/** A badge that somebody holds. */
export type HeldBadge = store.HeldRow & KnownBadge;

/** The badges of a member, as somebody sees them. */
export interface MemberBadges {
  memberId: string;
  isOwn: boolean;
  held: readonly HeldBadge[];
  /** For the member alone: the nearest to earn, and how many secret ones they do not hold. */
  next: readonly Progress[];
  secrets: number;
}

/** What a badge of the catalogue or of the server is called in `badges_held`. */
export type BadgeKey = Badge['id'] | `custom:${number}`;

const CUSTOM = /^custom:([1-9]\d{0,14})$/;

/** The number of a server's own badge; nothing for one of the catalogue. */
export function customIdOf(key: string): number | undefined {
  const digits = CUSTOM.exec(key)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** All badges that a member holds: gold first, those of the server last, the latest of them first. */
export async function heldBy(db: Reader, guildId: string, memberId: string): Promise<HeldBadge[]> {
  return heldAmong(db, guildId, await store.rowsOf(db, { guildId, memberId }));
}

async function heldAmong(db: Reader, guildId: string, rows: readonly store.HeldRow[]): Promise<HeldBadge[]> {
  const held = rows.filter((row) => row.revokedAt === null);
  const badges = await knownBadges(db, guildId, held);
  const place = new Map(inOrder(badges.flatMap(({ of }) => of ?? [])).map(({ id }, at) => [id, at]));
  const earned = badges.filter(({ of }) => of).toSorted((a, b) => placeOf(place, a) - placeOf(place, b));
  return [...earned, ...badges.filter(({ custom }) => custom).toReversed()];
}

const placeOf = (place: ReadonlyMap<Badge['id'], number>, { of }: HeldBadge) => (of && place.get(of.id)) ?? 0;

/** What the badges of these rows are; those that are no more are left out. */
export async function knownBadges<Row extends { badge: string }>(
  db: Reader,
  guildId: string,
  rows: readonly Row[],
): Promise<(Row & KnownBadge)[]> {
  const own = rows.some(({ badge }) => customIdOf(badge) !== undefined)
    ? new Map((await customBadgesOf(db, guildId)).map((badge) => [badge.id, badge]))
    : new Map<number, CustomBadge>();
  return rows.flatMap((row): (Row & KnownBadge)[] => {
    const of = findBadge(row.badge);
    if (of) return [{ ...row, of }];
    const custom = own.get(customIdOf(row.badge) ?? 0);
    return custom ? [{ ...row, custom }] : [];
  });
}

/**
 * What `viewerId` may see of a member's badges. Whoever looks at their own first gets what they have earned: what days
 * alone or an import brought is counted by night, and nobody should read that they have done all that is asked and not
 * hold the badge.
 */
export async function lookAtBadges(
  ctx: Context,
  guildId: string,
  memberId: string,
  viewerId: string,
): Promise<MemberBadges> {
  const badges = await readBadges(ctx, guildId, memberId, viewerId);
  if (!badges.next.some(({ badge, count }) => count >= badge.requirement.atLeast)) return badges;
  await ctx.db.write(async (tx) =>
    settle(ctx, tx, { guildId, memberId }, EVERY_MEASURE, { isNews: await isBackfilled(tx) }),
  );
  return readBadges(ctx, guildId, memberId, viewerId);
}

/** What `viewerId` may see of a member's badges: all that are held, and for themselves what is next. */
export async function readBadges(
  ctx: Context,
  guildId: string,
  memberId: string,
  viewerId: string,
): Promise<MemberBadges> {
  return ctx.db.glance(async (db) => {
    const rows = await store.rowsOf(db, { guildId, memberId });
    const held = await heldAmong(db, guildId, rows);
    const isOwn = viewerId === memberId;
    return {
      memberId,
      isOwn,
      held,
      ...(isOwn ? await whatIsNext(ctx, db, { guildId, memberId }, rows) : NOTHING_NEXT),
    };
  });
}

const NOTHING_NEXT: Pick<MemberBadges, 'next' | 'secrets'> = { next: [], secrets: 0 };

async function whatIsNext(
  ctx: Context,
  db: Reader,
  who: Who,
  held: readonly store.HeldRow[],
): Promise<Pick<MemberBadges, 'next' | 'secrets'>> {
  const rows = new Map(held.map((row) => [row.badge, row]));
  // What a person took is not dangled before its loser.
  const isOver = ({ id }: Badge) => isHeld(rows.get(id)) || rows.get(id)?.revokedBy != null;
  const countOf = measuring(db, who, ctx.clock.now(), mostAsked(EARNED_BY));
  const steps: Progress[] = [];
  for (const badge of nextSteps(isOver))
    steps.push({ badge, count: await countOf(badge.requirement.measure) });
  return {
    next: nearest(steps),
    secrets: EARNED.filter((badge) => badge.secret && !isOver(badge)).length,
  };
}

/** A badge given or taken by a person (or, for an alumnus, by what people decided). */
export interface Gift extends Who {
  badge: BadgeKey;
  by: string;
  reason: string;
}

/**
 * Gives a badge in the transaction under way, with a line in the audit; false if they hold it already. Whether the giver
 * may is judged before.
 */
export async function grant(ctx: Context, tx: Tx, gift: Gift): Promise<boolean> {
  const { guildId, memberId, badge, by, reason } = gift;
  const row = await store.findRow(tx, gift, badge);
  if (row && row.revokedAt === null) return false;
  const now = ctx.clock.now();
  await store.putHeld(tx, {
    guildId,
    memberId,
    badge,
    awardedAt: now,
    awardedBy: by,
    reason,
    channelId: null,
    messageId: null,
    announcedAt: (await announces(ctx, guildId)) ? null : now,
  });
  await noteGift(ctx, tx, 'badges.granted', gift);
  return true;
}

/** Takes a badge in the transaction under way, with a line in the audit; false if they do not hold it. No rule gives it again. */
export async function revoke(ctx: Context, tx: Tx, gift: Gift): Promise<boolean> {
  const { badge, by, reason } = gift;
  const row = await store.findRow(tx, gift, badge);
  if (!row || row.revokedAt !== null) return false;
  await store.takeHeld(tx, gift, badge, { at: ctx.clock.now(), by, why: reason });
  await noteGift(ctx, tx, 'badges.revoked', gift);
  return true;
}

async function noteGift(
  ctx: Context,
  tx: Tx,
  action: 'badges.granted' | 'badges.revoked',
  { guildId, memberId, badge, by, reason }: Gift,
): Promise<void> {
  const deed = { guildId, actorId: by, action, targetId: memberId, reason, details: { badge } };
  await note(tx, deed, ctx.clock.now());
}
