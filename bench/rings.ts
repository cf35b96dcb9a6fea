// Rings to plant into a recorded community: people who arranged to thank each other, from clumsy to careful.
import type { Random } from './random.ts';

/** One recognition as the graph needs it. */
export interface Deed {
  giver: string;
  receiver: string;
  at: number;
  /** Whether anything was said between the two before. */
  talked: boolean;
}

export interface Ring {
  memberIds: readonly string[];
  /** Everybody thanks anybody, or each the next ones in a round. */
  style: 'everybody' | 'round';
  deeds: readonly Deed[];
}

/** How a ring behaves; ranges are drawn from for each ring, shares for each member. */
interface Manner {
  /** From its first recognition to its last, in days. */
  days: readonly [number, number];
  /** Recognitions that each member gives inside. */
  insideEach: readonly [number, number];
  /** Of all that a member gives: so much goes to people outside, who had helped. */
  givenOutside: readonly [number, number];
  /** Of all that a member receives: so much comes from people outside, whom they helped. */
  receivedOutside: readonly [number, number];
  /** Of the thanks inside: so many without a word between the two before. */
  talkless: number;
}

export const MANNERS = {
  clumsy: {
    days: [3, 14],
    insideEach: [6, 15],
    givenOutside: [0, 0.1],
    receivedOutside: [0, 0.1],
    talkless: 0.5,
  },
  between: {
    days: [10, 35],
    insideEach: [5, 10],
    givenOutside: [0.2, 0.4],
    receivedOutside: [0.1, 0.3],
    talkless: 0.2,
  },
  careful: {
    days: [28, 70],
    insideEach: [4, 8],
    givenOutside: [0.4, 0.6],
    receivedOutside: [0.3, 0.5],
    talkless: 0,
  },
} as const satisfies Record<string, Manner>;
export type MannerName = keyof typeof MANNERS;

export const RING_SIZES = [3, 4, 5, 6, 7, 8] as const;

const DAY_MS = 86_400_000;
/** The usual limits, which every ring keeps: it wants its thanks to count. */
const PAIR_PAUSE_MS = 30 * 60_000;
const GIVEN_PER_DAY = 10;
const COUNTED_PER_PAIR = 6;
const PAIR_WINDOW_MS = 30 * DAY_MS;
/** A careful ring stays below what is counted half, too. */
const COUNTED_IN_FULL = 3;
/** Moments tried for one recognition until one keeps the limits. */
const TRIES = 60;

/** People outside, each as often as they did it: who thanks much also thanks a ring much, and the same of who is thanked. */
export interface Outsiders {
  givers: readonly string[];
  receivers: readonly string[];
}

/** A ring of new people whose last deed is at `until` at the latest. */
export function plantRing(
  name: MannerName,
  size: number,
  outsiders: Outsiders,
  until: number,
  random: Random,
): Ring {
  const manner: Manner = MANNERS[name];
  const memberIds = Array.from({ length: size }, (_, i) => String(9n * 10n ** 17n + BigInt(i)));
  const style = random.pick(['everybody', 'round'] as const);
  const from = until - random.among(...manner.days) * DAY_MS;
  const perPair = name === 'careful' ? COUNTED_IN_FULL : COUNTED_PER_PAIR;
  const deeds: Deed[] = [];
  const give = (giver: string, receivers: readonly string[], talked: boolean) => {
    for (let tries = 0; tries < TRIES; tries++) {
      const deed = { giver, receiver: random.pick(receivers), at: momentIn(from, until, random), talked };
      if (!keepsLimits(deed, deeds, perPair)) continue;
      deeds.push(deed);
      return;
    }
  };
  for (const [i, member] of memberIds.entries()) {
    const others =
      style === 'round' ? nextOnes(memberIds, i, random) : memberIds.filter((id) => id !== member);
    const inside = random.among(...manner.insideEach);
    for (let n = 0; n < inside; n++) give(member, others, random.share() >= manner.talkless);
  }
  for (const member of memberIds) {
    const gave = deeds.filter(({ giver }) => giver === member).length;
    const got = deeds.filter(({ receiver }) => receiver === member).length;
    for (let n = beside(gave, manner.givenOutside, random); n > 0; n--)
      give(member, outsiders.receivers, true);
    for (let n = beside(got, manner.receivedOutside, random); n > 0; n--)
      give(random.pick(outsiders.givers), [member], true);
  }
  return { memberIds, style, deeds };
}

/** How many outside make the drawn share, given how many there are inside. */
function beside(inside: number, [least, most]: readonly [number, number], random: Random): number {
  const share = least + random.share() * (most - least);
  return Math.round((inside * share) / (1 - share));
}

/** The next one or two of a round. */
function nextOnes(memberIds: readonly string[], i: number, random: Random): string[] {
  const reach = random.among(1, 2);
  return Array.from({ length: reach }, (_, n) => memberIds[(i + 1 + n) % memberIds.length] ?? '');
}

function momentIn(from: number, until: number, random: Random): number {
  return Math.round(from + random.share() * (until - from));
}

function keepsLimits(deed: Deed, before: readonly Deed[], perPair: number): boolean {
  const { giver, receiver, at } = deed;
  const ofPair = before.filter((one) => one.giver === giver && one.receiver === receiver);
  const either = before.filter(
    (one) =>
      (one.giver === giver && one.receiver === receiver) ||
      (one.giver === receiver && one.receiver === giver),
  );
  const thatDay = before.filter(
    (one) => one.giver === giver && Math.floor(one.at / DAY_MS) === Math.floor(at / DAY_MS),
  );
  return (
    either.every((one) => Math.abs(one.at - at) >= PAIR_PAUSE_MS) &&
    thatDay.length < GIVEN_PER_DAY &&
    ofPair.filter((one) => Math.abs(one.at - at) < PAIR_WINDOW_MS).length < perPair
  );
}
