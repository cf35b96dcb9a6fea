// When the digest is due, what it lists, and whom it mentions. Pure.
import { dayAt } from '../../core/periods.ts';
import type { tagSubscriptions } from '../../core/question-tables.ts';

export type Subscription = typeof tagSubscriptions.$inferSelect;

/** The digest comes at nine in the morning in the server's time zone, or as soon after as Laurel runs. */
const DIGEST_HOUR = 9;
const HOUR_MS = 3_600_000;
/** More questions than these make a list that nobody reads. */
export const MOST_LISTED = 12;
/** People mentioned in one message; with more there are several messages. */
export const MOST_MENTIONED = 50;

/** A question that is new to somebody. */
export interface Fresh {
  id: string;
  guildId: string;
  title: string;
  askerId: string;
  askedAt: number;
  tagId: string;
}

export interface Digest {
  /** Each question once, under the first of its tags, in the order in which they were asked. */
  tags: readonly { tagId: string; questions: readonly Fresh[] }[];
  /** Questions for which there was no room. */
  more: number;
  mentioned: readonly string[];
}

/** Those who were not told of anything yet today; nobody before nine. */
export function dueSubscriptions(
  subscriptions: readonly Subscription[],
  now: number,
  timeZone: string,
): Subscription[] {
  const { start } = dayAt(now, timeZone);
  if (now < start + DIGEST_HOUR * HOUR_MS) return [];
  return subscriptions.filter(({ toldUntil }) => toldUntil < start);
}

/** What to tell of these questions; nothing when none is new to anybody. `fresh` names a question once for each tag. */
export function composeDigest(due: readonly Subscription[], fresh: readonly Fresh[]): Digest | undefined {
  const isNewTo = ({ tagId, toldUntil, memberId }: Subscription, question: Fresh) =>
    question.tagId === tagId && question.askedAt > toldUntil && question.askerId !== memberId;
  const wanted = fresh
    .filter((question) => due.some((one) => isNewTo(one, question)))
    .toSorted((a, b) => a.askedAt - b.askedAt);
  const once = wanted.filter(({ id }, i) => wanted.findIndex((other) => other.id === id) === i);
  if (once.length === 0) return undefined;
  const listed = once.slice(0, MOST_LISTED);
  const tagIds = [...new Set(listed.map(({ tagId }) => tagId))];
  const mentioned = due.filter(
    (one) => one.how === 'mention' && wanted.some((question) => isNewTo(one, question)),
  );
  return {
    tags: tagIds.map((tagId) => ({ tagId, questions: listed.filter((one) => one.tagId === tagId) })),
    more: once.length - listed.length,
    mentioned: [...new Set(mentioned.map(({ memberId }) => memberId))],
  };
}
