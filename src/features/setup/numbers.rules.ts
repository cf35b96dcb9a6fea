// The numbers a server can set: which there are, what fits, and how they are read from a form.
import { type Refusal, refuse } from '../../core/context.ts';
import type { Settings } from '../../core/settings.ts';

interface Range {
  readonly least: number;
  readonly most: number;
}

/** Nothing is worth more than this: above, one deed would decide every leaderboard. */
const WORTH: Range = { least: 0, most: 1000 };

/**
 * Each form with its fields, in the order they are shown. A limit of zero means "no such limit" where it can mean
 * anything (no wait, none at half); where it would stop all thanks it is not offered.
 */
export const NUMBERS = {
  points: { solution: WORTH, thanks: WORTH, upvote: WORTH, assist: WORTH, award: WORTH },
  limits: {
    pairMinutes: { least: 0, most: 10_080 },
    givenPerDay: { least: 1, most: 1000 },
    fullPerGiver: { least: 1, most: 1000 },
    halfPerGiver: { least: 0, most: 1000 },
    windowDays: { least: 1, most: 366 },
  },
} as const satisfies {
  points: Partial<Record<keyof Settings['points'], Range>>;
  limits: Record<keyof Settings['limits'], Range>;
};

export type NumberForm = keyof typeof NUMBERS;
export type PointsField = keyof typeof NUMBERS.points;
export type LimitsField = keyof typeof NUMBERS.limits;

export const POINTS_FIELDS = Object.keys(NUMBERS.points) as readonly PointsField[]; // keys() forgets which they are
export const LIMITS_FIELDS = Object.keys(NUMBERS.limits) as readonly LimitsField[];

/**
 * A whole number as a person types it, digits of any keyboard and spaces between them allowed. Nothing typed means
 * `usual`. Refuses words, fractions and separators that mean different things in different countries.
 */
export function readNumber(typed: string, { least, most }: Range, usual: number): number | Refusal {
  const text = typed.normalize('NFKC').replaceAll(/\s/g, '');
  if (text === '') return usual;
  if (!/^[+-−]?\d+$/.test(text)) return refuse('notANumber', { typed: shownBack(typed), example: usual });
  const value = Number(text.replace('−', '-'));
  if (value < least || value > most) return refuse('outOfRange', { typed: shownBack(typed), least, most });
  return value === 0 ? 0 : value;
}

/** In characters: enough to recognise what one typed. */
const LONGEST_SHOWN = 40;

/** What somebody typed, short and harmless enough to be shown back in backticks. */
export function shownBack(typed: string): string {
  const plain = typed.replaceAll(/[`\s]+/g, ' ').trim();
  const letters = [...plain];
  return letters.length > LONGEST_SHOWN ? `${letters.slice(0, LONGEST_SHOWN).join('')}…` : plain;
}
