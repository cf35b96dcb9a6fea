// The numbers of what a tier asks for: what fits, and in which form each is typed.
import type { Requirements } from '../../core/settings.ts';
import { suggestedFor } from '../rising/suggested.rules.ts';

/** A form holds five fields at most, so there are two: what is earned, and what takes time. */
export const ASK_FORMS = {
  earned: ['points', 'solutions', 'peopleHelped', 'tags'],
  time: ['activeDays', 'activeWithinDays', 'serverDays', 'cleanDays'],
} as const satisfies Record<string, readonly (keyof Requirements)[]>;
export type AskForm = keyof typeof ASK_FORMS;

export function isAskForm(name: string | undefined): name is AskForm {
  return name === 'earned' || name === 'time';
}

/** What fits; the settings hold no more. */
export const ASK_RANGES: Readonly<Record<keyof Requirements, { least: number; most: number }>> = {
  points: { least: 0, most: 1_000_000 },
  solutions: { least: 0, most: 100_000 },
  peopleHelped: { least: 0, most: 100_000 },
  tags: { least: 0, most: 100 },
  activeDays: { least: 0, most: 366 },
  activeWithinDays: { least: 1, most: 366 },
  serverDays: { least: 0, most: 3660 },
  cleanDays: { least: 0, most: 366 },
};

export interface AskField {
  readonly name: keyof Requirements;
  readonly value: number;
  readonly suggested: number;
}

/** The fields of a form, in their order, with what the tier asks for now and what is suggested for its rung. */
export function askFields(
  form: AskForm,
  requirements: Requirements,
  rung: number,
  hasQuestions: boolean,
): AskField[] {
  const suggested = suggestedFor(rung, hasQuestions);
  return ASK_FORMS[form].map((name) => ({ name, value: requirements[name], suggested: suggested[name] }));
}
