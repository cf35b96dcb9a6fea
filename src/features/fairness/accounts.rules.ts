// What the age of accounts and the times of joining show: new accounts that thank one person only, and alternates. Pure.
import { at, type Columns, type Graph, pairsTo } from './graph.rules.ts';
import { percent } from './pairs.rules.ts';
import type { Finding } from './signals.rules.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Discord's ids count ms from here, above 22 bits of other things. */
const DISCORD_EPOCH = 1_420_070_400_000;

/** Accounts this young, in days, that thanked one person only: so many of them, so often each, so much of what that person received. */
export const NEW_ACCOUNTS = { days: 14, accounts: 2, thanksEach: 2, shareOfReceived: 0.3 } as const;
/** Accounts that thank one person only, so often at least, and that appeared within so many minutes of each other or of that person. */
export const ALTERNATES = {
  thanksEach: 3,
  joinedMinutes: 30,
  createdMinutes: 60,
  shareOfReceived: 0.3,
} as const;

/** What is known of accounts beside the ledger; by the members' numbers, ms, 0 where it is not known. */
export interface Accounts {
  readonly createdAt: Float64Array;
  readonly joinedAt: Float64Array;
}

/** When an account was made, by its id; 0 for what is not one of Discord's, as of those who were forgotten (16 digits). */
export function createdAt(memberId: string): number {
  return /^\d{17,20}$/.test(memberId) ? Number(BigInt(memberId) >> 22n) + DISCORD_EPOCH : 0;
}

/** People much of whose recognition comes from new accounts that thanked nobody else. */
export function findNewAccounts(columns: Columns, graph: Graph, accounts: Accounts): Finding[] {
  const firstGift = firstGifts(columns);
  const isNew = (giver: number) => {
    const made = at(accounts.createdAt, giver);
    return made > 0 && at(firstGift, giver) - made < NEW_ACCOUNTS.days * DAY_MS;
  };
  return devotees(graph, NEW_ACCOUNTS.thanksEach, (givers) => givers.filter(({ giver }) => isNew(giver)))
    .filter(
      ({ givers, share }) => givers.length >= NEW_ACCOUNTS.accounts && share >= NEW_ACCOUNTS.shareOfReceived,
    )
    .map(({ receiver, givers, share, thanks }) => ({
      signal: 'newAccounts',
      members: [...givers.map(({ giver }) => giver), receiver],
      pairs: givers.map(({ pair }) => pair),
      figures: { accounts: givers.length, thanks, share: percent(share), days: NEW_ACCOUNTS.days },
    }));
}

/** People much of whose recognition comes from accounts that appeared together, with them or with each other. */
export function findAlternates(graph: Graph, accounts: Accounts): Finding[] {
  const apart = (column: Float64Array, one: number, other: number, minutes: number) =>
    at(column, one) > 0 &&
    at(column, other) > 0 &&
    Math.abs(at(column, one) - at(column, other)) <= minutes * 60_000;
  const together = (one: number, other: number) =>
    one !== other &&
    (apart(accounts.joinedAt, one, other, ALTERNATES.joinedMinutes) ||
      apart(accounts.createdAt, one, other, ALTERNATES.createdMinutes));
  return devotees(graph, ALTERNATES.thanksEach, (givers, receiver) =>
    givers.filter(
      ({ giver }) => together(giver, receiver) || givers.some((other) => together(giver, other.giver)),
    ),
  )
    .filter(({ share }) => share >= ALTERNATES.shareOfReceived)
    .map(({ receiver, givers, share, thanks }) => ({
      signal: 'alternates',
      members: [...givers.map(({ giver }) => giver), receiver],
      pairs: givers.map(({ pair }) => pair),
      figures: { accounts: givers.length, thanks, share: percent(share), minutes: ALTERNATES.joinedMinutes },
    }));
}

interface Devotee {
  giver: number;
  pair: number;
  thanks: number;
}

interface Devoted {
  receiver: number;
  givers: readonly Devotee[];
  thanks: number;
  /** Of all that the receiver received. */
  share: number;
}

/** A receiver with more devotees than this is looked at no further: that is a following, not a handful of accounts. */
const MOST_DEVOTEES = 200;

/** Receivers with those who recognised them alone, `thanksEach` times at least, as far as `which` keeps them. */
function devotees(
  graph: Graph,
  thanksEach: number,
  which: (givers: readonly Devotee[], receiver: number) => readonly Devotee[],
): Devoted[] {
  const { members, pairGivers, pairCounts, given, received } = graph;
  const found: Devoted[] = [];
  for (let receiver = 0; receiver < members; receiver++) {
    const only: Devotee[] = [];
    for (const pair of pairsTo(graph, receiver)) {
      const giver = at(pairGivers, pair);
      const thanks = at(pairCounts, pair);
      if (thanks >= thanksEach && thanks === at(given, giver)) only.push({ giver, pair, thanks });
    }
    if (only.length === 0 || only.length > MOST_DEVOTEES) continue;
    const givers = which(only, receiver);
    if (givers.length === 0) continue;
    const thanks = givers.reduce((sum, one) => sum + one.thanks, 0);
    found.push({ receiver, givers, thanks, share: thanks / at(received, receiver) });
  }
  return found;
}

/** When each member first gave anything, ms. */
function firstGifts({ members, givers, times }: Columns): Float64Array {
  const first = new Float64Array(members.length);
  for (let row = 0; row < givers.length; row++) {
    const giver = at(givers, row);
    const known = at(first, giver);
    if (known === 0 || at(times, row) < known) first[giver] = at(times, row);
  }
  return first;
}
