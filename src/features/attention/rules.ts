// Which questions need somebody, and who may take one. Pure.
import { type Refusal, refuse } from '../../core/context.ts';
import type { questionClaims, questions } from '../../core/question-tables.ts';

export type Question = typeof questions.$inferSelect;
export type Claim = typeof questionClaims.$inferSelect;

const HOUR_MS = 3_600_000;
/** Whoever takes a question and writes nothing for so long has let it go, ms. */
export const CLAIM_MS = 2 * HOUR_MS;
/** Questions that one member can have taken at once: who holds more, helps with none. */
export const MOST_CLAIMS = 3;

/**
 * What a list shows. `unanswered`: nobody has answered, or the asker says that they still need help. `answered`: there
 * is an answer, and no word on whether it helped. `mine`: what the reader asked or took, not settled yet.
 */
export const filters = ['unanswered', 'answered', 'mine'] as const;
export type Filter = (typeof filters)[number];

export function isFilter(word: string): word is Filter {
  return filters.some((one) => one === word);
}

/** Questions a page: few enough for a phone, and for Discord's limit of 40 components. */
export const PAGE_SIZE = 6;

export interface ListState {
  filter: Filter;
  tagId: string | undefined;
  /** From 1. */
  page: number;
}

const NO_TAG = '-';
/** No list is so long; it keeps ids short and queries sane. */
export const LAST_PAGE = 1_000;

/** The state of a list as arguments of its buttons. */
export function stateArgs({ filter, tagId, page }: ListState): string[] {
  return [filter, tagId ?? NO_TAG, String(page)];
}

/** Nothing for arguments that no list of ours has. */
export function readState([filter = '', tagId = '', page = '']: readonly string[]): ListState | undefined {
  if (!isFilter(filter) || !/^(-|\d{1,20})$/.test(tagId) || !/^\d{1,4}$/.test(page)) return undefined;
  return {
    filter,
    tagId: tagId === NO_TAG ? undefined : tagId,
    page: Math.min(Math.max(Number(page), 1), LAST_PAGE),
  };
}

export function pagesFor(total: number): number {
  return Math.max(1, Math.ceil(total / PAGE_SIZE));
}

/** Whether a question is still waiting for something: not solved, not closed, its thread not gone. */
function isUnsettled({ state, goneAt }: Pick<Question, 'state' | 'goneAt'>): boolean {
  return goneAt === null && (state === 'open' || state === 'answered');
}

/** Whether a claim holds at this moment; who let it run out is not waited for. */
export function holds({ endedAt, expiresAt }: Pick<Claim, 'endedAt' | 'expiresAt'>, now: number): boolean {
  return endedAt === null && expiresAt > now;
}

/** Why a member cannot take a question; nothing if they can. `held` is who has taken it, `holding` what they hold themselves. */
export function judgeTake(
  question: Pick<Question, 'askerId' | 'state' | 'goneAt'>,
  memberId: string,
  { held, holding, now }: { held: Claim | undefined; holding: number; now: number },
): Refusal | undefined {
  if (!isUnsettled(question)) return refuse('takeSettled');
  if (question.askerId === memberId) return refuse('takeOwn');
  if (held && holds(held, now) && held.memberId !== memberId) {
    return refuse('takeTaken', {
      member: `<@${held.memberId}>`,
      until: `<t:${Math.ceil(held.expiresAt / 1000)}:R>`,
    });
  }
  if (holding >= MOST_CLAIMS) return refuse('takeTooMany', { count: MOST_CLAIMS });
  return undefined;
}
