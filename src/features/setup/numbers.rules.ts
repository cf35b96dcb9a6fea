// The numbers a server can set: which there are, what fits, and how they are read from a form.
import { type Refusal, refuse } from '../../core/context.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings.ts';

interface Range {
  readonly least: number;
  readonly most: number;
}

/** Nothing is worth more than this: above, one deed would decide every leaderboard. */
const WORTH: Range = { least: 0, most: 1000 };

/**
 * What fits each number, in the order they are shown. A limit of zero means "no such limit" where it can mean
 * anything (no wait, none at half); where it would stop all thanks it is not offered.
 */
export const NUMBERS = {
  points: { solution: WORTH, thanks: WORTH, upvote: WORTH, assist: WORTH, award: WORTH, article: WORTH },
  limits: {
    pairMinutes: { least: 0, most: 10_080 },
    givenPerDay: { least: 1, most: 1000 },
    fullPerGiver: { least: 1, most: 1000 },
    halfPerGiver: { least: 0, most: 1000 },
    windowDays: { least: 1, most: 366 },
  },
} as const satisfies {
  points: Record<keyof Settings['points'], Range>;
  limits: Record<keyof Settings['limits'], Range>;
};

export type NumberGroup = keyof typeof NUMBERS;
export type PointsField = keyof typeof NUMBERS.points;

export const POINTS_FIELDS = Object.keys(NUMBERS.points) as readonly PointsField[]; // keys() forgets which they are

/** A form holds five fields at most, so the points have two: what members bring about, and what the team gives. */
export const NUMBER_FORMS = {
  help: { group: 'points', fields: ['solution', 'thanks', 'upvote', 'assist'] },
  merit: { group: 'points', fields: ['award', 'article'] },
  limits: {
    group: 'limits',
    fields: ['pairMinutes', 'givenPerDay', 'fullPerGiver', 'halfPerGiver', 'windowDays'],
  },
} as const satisfies Record<
  string,
  { [G in NumberGroup]: { group: G; fields: readonly (keyof Settings[G])[] } }[NumberGroup]
>;

export type NumberForm = keyof typeof NUMBER_FORMS;

/** A number that can be set: what fits, what it is usually, and where its words are in the catalogue. */
export interface NumberField {
  readonly name: string;
  readonly range: Range;
  readonly usual: number;
  readonly value: number;
  readonly words: `points.${keyof Settings['points']}` | `limits.${keyof Settings['limits']}`;
}

/** The fields of a form, in their order, with what `settings` hold. */
export function fieldsOf(form: NumberForm, settings: Settings): readonly NumberField[] {
  const chosen = NUMBER_FORMS[form];
  return chosen.group === 'points'
    ? chosen.fields.map((name) => ({
        name,
        range: NUMBERS.points[name],
        usual: DEFAULT_SETTINGS.points[name],
        value: settings.points[name],
        words: `points.${name}` as const,
      }))
    : chosen.fields.map((name) => ({
        name,
        range: NUMBERS.limits[name],
        usual: DEFAULT_SETTINGS.limits[name],
        value: settings.limits[name],
        words: `limits.${name}` as const,
      }));
}

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
