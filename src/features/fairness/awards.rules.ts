// Who may award what to whom. Pure.
import { type Refusal, refuse } from '../../core/context.ts';

/** Longest reason of an award, in characters: its receiver reads it in their profile. */
export const LONGEST_AWARD_REASON = 300;

/** Whoever is to be awarded, as far as it matters. */
export interface Awarded {
  memberId: string;
  isBot: boolean;
  isPresent: boolean;
}

/** Refuses awards to oneself, to bots and to people who are not here; beyond the day's number; and of more points than the server set. */
export function judgeAward(
  { moderatorId, to, points, reason }: { moderatorId: string; to: Awarded; points: number; reason: string },
  { givenToday, perDay, most }: { givenToday: number; perDay: number; most: number },
): Refusal | undefined {
  if (to.isBot) return refuse('awardBot');
  if (to.memberId === moderatorId) return refuse('awardSelf');
  if (!to.isPresent) return refuse('awardGone');
  if (reason === '') return refuse('reasonMissing');
  if (perDay === 0) return refuse('awardsOff');
  if (givenToday >= perDay) return refuse('awardLimit', { count: perDay });
  return points > most || points < 1 ? refuse('awardTooMuch', { most }) : undefined;
}
