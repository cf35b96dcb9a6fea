// Who may be nominated, who reviews whom, and when a review may be decided: every no has its reason. Pure.
import { type Refusal, refuse } from '../../core/context.ts';
import type { Settings, Tier } from '../../core/settings.ts';
import type { NominationState, nominations, nominationVotes } from '../../core/standing-tables.ts';

export type Nomination = typeof nominations.$inferSelect;
export type Vote = typeof nominationVotes.$inferSelect;
export type Choice = Vote['vote'];
export const choices = ['yes', 'no', 'notYet'] as const satisfies readonly Choice[];

const DAY_MS = 86_400_000;
/** Reviews under way at the same time: each deserves attention. */
const MOST_REVIEWS = 3;
/** People whom one member can nominate in `NOMINATING_DAYS`: each is mentioned in public. */
const MOST_NOMINATED = 3;
export const NOMINATING_DAYS = 30;
/** Days without an answer after which nobody waits for it any more. */
export const ANSWER_DAYS = 30;
/** Days in which somebody who said no, or withdrew, is not asked again; they may apply all the same. */
const REST_DAYS = 90;
/** Longest words, in characters: why, a statement, a vote's reason, feedback. */
export const LONGEST_WHY = 300;
export const LONGEST_STATEMENT = 600;
export const LONGEST_REASON = 300;
export const LONGEST_FEEDBACK = 600;
/** After "not yet": days until they can try again, as suggested, and at most. */
export const AGAIN_DAYS = 90;
export const MOST_AGAIN_DAYS = 365;

/** The tier that is the Ambassadors': the one with that key, else the highest that only people give. */
export function ambassadorTier(ladder: readonly Tier[]): Tier | undefined {
  return ladder.find(({ key }) => key === 'ambassador') ?? ladder.findLast((tier) => tier.byPeopleOnly);
}

export function isOpen(state: NominationState): boolean {
  return state === 'asked' || state === 'accepted' || state === 'reviewing';
}

/** Somebody who is to be nominated, as Discord and the database know them. */
export interface CandidateFacts {
  memberId: string;
  isHere: boolean;
  isBot: boolean;
  /** Has not accepted the server's rules yet. */
  isPending: boolean;
  isAmbassador: boolean;
}

export interface Nominating {
  nominatorId: string;
  candidate: CandidateFacts;
  why: string;
  /** Whether the ladder has a tier for Ambassadors. */
  hasTier: boolean;
  /** The latest nomination of the candidate. */
  latest: Nomination | undefined;
  /** People whom the nominator has nominated lately, themselves aside. */
  nominatedLately: number;
  now: number;
}

/** May this member nominate that one, or apply, now? Times in refusals are Discord's marks. */
export function judgeNomination(about: Nominating): Refusal | undefined {
  const { nominatorId, candidate, why, latest, now } = about;
  const applies = candidate.memberId === nominatorId;
  if (candidate.isBot) return refuse('nominateBot');
  if (!candidate.isHere) return refuse('notAMember');
  if (candidate.isPending) return refuse('nominateBeforeRules');
  if (!about.hasTier) return refuse('ambassadorTierNone');
  if (candidate.isAmbassador) return refuse(applies ? 'ambassadorYourself' : 'ambassadorAlready');
  if (why === '') return refuse('whyMissing');
  if (latest && isOpen(latest.state)) return refuse(applies ? 'appliedAlready' : 'nominatedAlready');
  const again = againFrom(latest, applies);
  if (again !== undefined && again > now)
    return refuse(applies ? 'applyLater' : 'nominateLater', { when: day(again) });
  if (!applies && about.nominatedLately >= MOST_NOMINATED)
    return refuse('nominatedMany', { count: MOST_NOMINATED, days: NOMINATING_DAYS });
  return undefined;
}

/** When somebody can be a candidate again, ms; nothing if they can now. */
function againFrom(latest: Nomination | undefined, applies: boolean): number | undefined {
  if (!latest) return undefined;
  if (latest.state === 'notYet') return latest.againAt ?? undefined;
  const saidNo = latest.state === 'declined' || latest.state === 'withdrawn';
  return saidNo && !applies ? (latest.decidedAt ?? latest.createdAt) + REST_DAYS * DAY_MS : undefined;
}

/** Is this the candidate, and is there still something to answer? */
export function judgeAnswer(nomination: Nomination, memberId: string): Refusal | undefined {
  if (nomination.candidateId !== memberId) return refuse('notTheCandidate');
  return nomination.state === 'asked' ? undefined : refuse('nominationAnswered');
}

/** May the candidate still add words, or withdraw? A decision that waits for Discord is made. */
export function judgeOwn(nomination: Nomination | undefined): Refusal | undefined {
  if (!nomination || !isOpen(nomination.state)) return refuse('nominationNone');
  return nomination.promotionId === null ? undefined : refuse('reviewOver');
}

/** May a review of this candidate begin? `underWay` are the reviews in the server. */
export function judgeStart(
  nomination: Nomination,
  {
    moderatorId,
    underWay,
    channelId,
  }: { moderatorId: string; underWay: number; channelId?: string | undefined },
): Refusal | undefined {
  if (nomination.candidateId === moderatorId) return refuse('reviewOfYourself');
  if (nomination.state === 'asked') return refuse('consentMissing');
  if (nomination.state === 'reviewing') return refuse('reviewRuns');
  if (nomination.state !== 'accepted') return refuse('reviewOver');
  if (channelId === undefined) return refuse('reviewChannelNone');
  return underWay >= MOST_REVIEWS ? refuse('reviewsMany', { count: MOST_REVIEWS }) : undefined;
}

/** May this person vote in that review? `isStaff`: a moderator, or a member of the server's staff. */
export function judgeVote(
  nomination: Nomination,
  { memberId, isStaff }: { memberId: string; isStaff: boolean },
): Refusal | undefined {
  if (nomination.state !== 'reviewing' || nomination.promotionId !== null) return refuse('reviewOver');
  if (!isStaff) return refuse('reviewStaffOnly');
  if (nomination.candidateId === memberId) return refuse('voteCandidate');
  return nomination.nominatorId === memberId ? refuse('voteNominator') : undefined;
}

export type Verdict = 'promote' | 'notYet';

/** May this moderator decide now? Enough voices, enough days, and for a yes more of them for it than not. */
export function judgeVerdict(
  nomination: Nomination,
  votes: readonly Pick<Vote, 'vote'>[],
  { verdict, moderatorId, now }: { verdict: Verdict; moderatorId: string; now: number },
  { quorum, minDays }: Settings['ambassadors'],
): Refusal | undefined {
  if (nomination.candidateId === moderatorId) return refuse('reviewOfYourself');
  if (nomination.state !== 'reviewing' || nomination.promotionId !== null) return refuse('reviewOver');
  const openUntil = opensUntil(nomination, minDays);
  if (now < openUntil) return refuse('reviewTooSoon', { when: moment(openUntil) });
  if (votes.length < quorum) return refuse('reviewQuorum', { count: quorum - votes.length, quorum });
  const { yes } = tally(votes);
  return verdict === 'promote' && yes * 2 <= votes.length ? refuse('reviewNoMajority') : undefined;
}

/** Before this moment (ms) a review cannot be decided. */
export function opensUntil({ reviewStartedAt, createdAt }: Nomination, minDays: number): number {
  return (reviewStartedAt ?? createdAt) + minDays * DAY_MS;
}

export function tally(votes: readonly Pick<Vote, 'vote'>[]): Record<Choice, number> {
  const count = (choice: Choice) => votes.filter(({ vote }) => vote === choice).length;
  return { yes: count('yes'), no: count('no'), notYet: count('notYet') };
}

/** The days until somebody can try again, as typed; nothing for what is no such number. */
export function againDays(typed: string): number | undefined {
  const days = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0;
  return days >= 1 && days <= MOST_AGAIN_DAYS ? days : undefined;
}

/** The moment so many days from now, ms. */
export function daysFrom(now: number, days: number): number {
  return now + days * DAY_MS;
}

const day = (at: number) => `<t:${Math.floor(at / 1000)}:D>`;
const moment = (at: number) => `<t:${Math.floor(at / 1000)}:f>`;
