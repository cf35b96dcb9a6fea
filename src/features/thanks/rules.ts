// Which thank-yous count, and how much: the limits that keep thanks meaning something. Pure.
import { type Refusal, refuse } from '../../core/context.ts';
import type { RecognitionKind } from '../../core/schema.ts';
import { emojiKey, emojiMeaning, type Settings } from '../../core/settings.ts';

export type ThanksKind = Extract<RecognitionKind, 'thanks' | 'upvote'>;

const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/** What is known of the one who thanks, or is thanked. */
export interface Person {
  memberId: string;
  isBot: boolean;
  /** Not yet through the server's screening. */
  isPending: boolean;
  /** In the server now. */
  isPresent: boolean;
}

/** What already happened between the two, and on the giver's day. Only live recognitions, and of other helps. */
export interface History {
  /** A thank-you between the two, in either direction, within the pair's interval of this one, in ms. */
  otherOfPairAt: number | undefined;
  /** Thanks that the giver gave on this day, each help once; or more, while that is below the day's limit as well. */
  givenThatDay: number;
  /** Helps for which this giver recognised this receiver within the window. */
  otherHelps: number;
  /** The weight at which this very help was recognised by the same kind of deed or a stronger one, if it was. */
  sameHelpWeight: number | undefined;
}

/**
 * Accepts with a weight in per cent, or refuses. More thanks for a help that was thanked for are taken at its weight:
 * it counts once all the same. Upvotes are lighter, so only the share that falls with repetition applies to them.
 */
export function judgeThanks(
  deed: { kind: ThanksKind; giver: Person; receiver: Person; at: number },
  history: History,
  limits: Settings['limits'],
): { weight: number } | Refusal {
  const { kind, giver, receiver, at } = deed;
  if (giver.memberId === receiver.memberId) return refuse('self');
  if (receiver.isBot) return refuse('bot');
  if (!receiver.isPresent) return refuse('gone');
  if (giver.isPending) return refuse('pendingGiver');
  if (receiver.isPending) return refuse('pendingReceiver');
  if (history.sameHelpWeight !== undefined) return { weight: history.sameHelpWeight };
  if (kind === 'thanks') {
    const { otherOfPairAt } = history;
    const interval = limits.pairMinutes * MINUTE_MS;
    if (otherOfPairAt !== undefined && Math.abs(at - otherOfPairAt) < interval) {
      return refuse('pairTooSoon', {
        ago: `<t:${Math.floor(otherOfPairAt / 1000)}:R>`,
        when: `<t:${Math.ceil((otherOfPairAt + interval) / 1000)}:R>`,
      });
    }
    if (history.givenThatDay >= limits.givenPerDay)
      return refuse('dailyLimit', { count: limits.givenPerDay });
  }
  return { weight: weightAfter(history.otherHelps, limits) };
}

/** 100, 50 or 0 per cent, by how many other helps of this pair were recognised. */
export function weightAfter(
  otherHelps: number,
  limits: Pick<Settings['limits'], 'fullPerGiver' | 'halfPerGiver'>,
): number {
  if (otherHelps < limits.fullPerGiver) return 100;
  if (otherHelps < limits.fullPerGiver + limits.halfPerGiver) return 50;
  return 0;
}

/** Points of a recognition at its weight, rounded to whole ones. */
export function pointsFor(kind: RecognitionKind, weight: number, points: Settings['points']): number {
  return Math.round((points[kind] * weight) / 100);
}

/** What a reaction means in this server, if anything. `emoji` is the character, or a custom emoji's id. */
export function meaningOf(emoji: string, reactions: Settings['reactions']): ThanksKind | undefined {
  const key = emojiMeaning(emoji);
  const among = (list: readonly string[]) => list.some((one) => emojiMeaning(one) === key);
  if (among(reactions.thanks)) return 'thanks';
  return among(reactions.upvote) ? 'upvote' : undefined;
}

/** What a recognition is about: the question it happened in, else the helpful message, else the thanking one. */
export function helpKeyOf(place: {
  threadId?: string | undefined;
  helpfulMessageId?: string | undefined;
  thankingId: string;
}): string {
  if (place.threadId !== undefined) return `question:${place.threadId}`;
  return `message:${place.helpfulMessageId ?? place.thankingId}`;
}

/** The ways of thanking, as source keys tell them apart. Each names one deed, so that it counts once. */
export const sourceKeys = {
  text: (messageId: string, receiverId: string) => `text:${messageId}:${receiverId}`,
  reaction: (messageId: string, giverId: string, emoji: string) =>
    `reaction:${messageId}:${giverId}:${emojiKey(emoji)}`,
  menu: (interactionId: string) => `menu:${interactionId}`,
  command: (interactionId: string) => `command:${interactionId}`,
} as const;
export type Way = keyof typeof sourceKeys;

export function wayOf(sourceKey: string): Way | undefined {
  const colon = sourceKey.indexOf(':');
  const way = colon < 0 ? sourceKey : sourceKey.slice(0, colon);
  return way in sourceKeys ? (way as Way) : undefined; // the line before the colon is one of the keys
}
