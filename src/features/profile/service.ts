// Gathers a profile in one reading: standing, tier, and the list that the viewer has open.
import type { Context } from '../../core/context.ts';
import type { Reader } from '../../core/database.ts';
import { dayAt, type PeriodKind } from '../../core/periods.ts';
import { pseudonymOf } from '../../core/pseudonyms.ts';
import { type Place, rankOf } from '../../core/ranks.ts';
import { type Standing, standingOf } from '../../core/standings.ts';
import { type HeldBadge, heldBy } from '../badges/service.ts';
import type { Held } from '../tiers/rules.ts';
import { currentTier, promotionsOf } from '../tiers/store.ts';
import {
  countedUpTo,
  LATELY_MS,
  LATEST,
  MOST_LISTED,
  PAGE_SIZE,
  type ProfileState,
  pageOf,
  type Tab,
  type TierNews,
  tabFor,
  tierNews,
} from './rules.ts';
import * as store from './store.ts';

/** Decisions looked through for the latest that did not fail. */
const DECISIONS_LOOKED_AT = 10;
/** Cases of fair play told of at once. */
const REVIEWS_SHOWN = 2;

export interface PeriodStanding {
  kind: PeriodKind;
  standing: Standing;
  /** On the board of points; none for those without points, those who are not listed, and to others those with a pseudonym. */
  place: Pick<Place, 'rank'> | undefined;
}

/** The part of a profile that everybody may see. */
export interface PublicProfile {
  memberId: string;
  /** From the shortest period to all time. */
  periods: readonly PeriodStanding[];
  tier: Held | undefined;
  badges: readonly HeldBadge[];
}

/** The page of a list, how many there are to turn, and whether the list goes on beyond them. */
interface Turned {
  page: number;
  pages: number;
  goesOn: boolean;
}

/** The list that is open. */
export type OpenList =
  | { tab: 'overview'; latest: readonly store.Received[] }
  | ({ tab: 'received' | 'takenBack'; rows: readonly store.Received[] } & Turned)
  | ({ tab: 'uncounted'; rows: readonly store.Uncounted[] } & Turned);

export interface Profile extends PublicProfile {
  open: OpenList;
  /** How many there are, like what else is counted below: as far as `countedUpTo` says. */
  received: number;
  /** For the member alone. */
  own:
    | {
        takenBack: number;
        uncounted: number;
        tierNews: TierNews | undefined;
        isOffBoards: boolean;
        reviews: readonly store.ReviewNews[];
      }
    | undefined;
}

export async function readPublicProfile(
  ctx: Context,
  guildId: string,
  memberId: string,
): Promise<PublicProfile> {
  const { timeZone } = await ctx.settings.of(guildId);
  return ctx.db.glance((db) =>
    publicPart(db, guildId, memberId, dayAt(ctx.clock.now(), timeZone).periods, false),
  );
}

/** What `viewerId` may see of a member's profile, with one list open. */
export async function readProfile(
  ctx: Context,
  guildId: string,
  viewerId: string,
  wanted: ProfileState,
): Promise<Profile> {
  const { memberId, page } = wanted;
  const tab = tabFor(viewerId, wanted);
  const { timeZone } = await ctx.settings.of(guildId);
  const now = ctx.clock.now();
  const since = now - LATELY_MS;
  return ctx.db.glance(async (db) => {
    const isOwn = viewerId === memberId;
    const most = (list: Tab) => countedUpTo(list, tab);
    const counts = {
      received: await store.countReceived(db, guildId, memberId, isOwn, most('received')),
      takenBack: await store.countTakenBack(db, guildId, memberId, since, most('takenBack')),
      uncounted: await store.countUncounted(db, guildId, memberId, most('uncounted')),
    };
    return {
      ...(await publicPart(db, guildId, memberId, dayAt(now, timeZone).periods, isOwn)),
      open: await openList(db, guildId, memberId, { tab, page, since, counts, isOwn }),
      received: counts.received,
      own: isOwn
        ? {
            takenBack: counts.takenBack,
            uncounted: counts.uncounted,
            tierNews: tierNews(await promotionsOf(db, guildId, memberId, DECISIONS_LOOKED_AT)),
            isOffBoards: (await store.membership(db, guildId, memberId)).isOffBoards,
            reviews: await store.reviewsOf(db, guildId, memberId, since, REVIEWS_SHOWN),
          }
        : undefined,
    };
  });
}

/** Why there is no profile of somebody who is not in the server. */
export async function whyAbsent(
  ctx: Context,
  guildId: string,
  memberId: string,
): Promise<'gone' | 'notAMember'> {
  return (await ctx.db.read((db) => store.wasSeen(db, guildId, memberId))) ? 'gone' : 'notAMember';
}

/** Whether a member is known to have left since. */
export async function hasLeft(ctx: Context, guildId: string, memberId: string): Promise<boolean> {
  return (await ctx.db.read((db) => store.membership(db, guildId, memberId))).hasLeft;
}

async function publicPart(
  db: Reader,
  guildId: string,
  memberId: string,
  current: readonly { kind: PeriodKind; key: string }[],
  isOwn: boolean,
): Promise<PublicProfile> {
  const isPlaced = isOwn || (await pseudonymOf(db, guildId, memberId)) === undefined;
  const periods: PeriodStanding[] = [];
  for (const { kind, key } of current.toReversed()) {
    const standing = await standingOf(db, guildId, key, memberId);
    const rank = isPlaced ? await rankOf(db, guildId, key, 'points', standing) : undefined;
    periods.push({ kind, standing, place: rank === undefined ? undefined : { rank } });
  }
  const tier = await currentTier(db, guildId, memberId);
  return { memberId, periods, tier, badges: await heldBy(db, guildId, memberId) };
}

async function openList(
  db: Reader,
  guildId: string,
  memberId: string,
  about: {
    tab: Tab;
    page: number;
    since: number;
    isOwn: boolean;
    counts: Record<'received' | 'takenBack' | 'uncounted', number>;
  },
): Promise<OpenList> {
  const { tab, since, counts, isOwn } = about;
  if (tab === 'overview')
    return { tab, latest: await store.received(db, guildId, memberId, isOwn, { offset: 0, limit: LATEST }) };
  const { offset, ...found } = pageOf(about.page, Math.min(counts[tab], MOST_LISTED));
  const turned = { ...found, goesOn: counts[tab] > MOST_LISTED };
  const slice = { offset, limit: PAGE_SIZE };
  switch (tab) {
    case 'received':
      return { tab, ...turned, rows: await store.received(db, guildId, memberId, isOwn, slice) };
    case 'takenBack':
      return { tab, ...turned, rows: await store.takenBack(db, guildId, memberId, since, slice) };
    case 'uncounted':
      return { tab, ...turned, rows: await store.uncounted(db, guildId, memberId, slice) };
  }
}
