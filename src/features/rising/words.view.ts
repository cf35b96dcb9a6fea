// Requirements in words: what a tier asks for, what is still to go, and why somebody rose or fell.
import type { Requirements } from '../../core/settings.ts';
import type { Reading } from '../../core/texts.ts';
import { type Lack, MEASURES, type Measure } from './requirements.rules.ts';

/** Numbers up to this are words in a sentence. */
const LARGEST_SPELLED = 10;

/** "30 points · 3 people helped · help on 3 days within 90". */
export function requirementsText(reading: Reading, requirements: Requirements): string {
  return asked(reading, requirements).join(' · ');
}

/** Why somebody rose, in one sentence. */
export function metText(reading: Reading, requirements: Requirements): string {
  return reading.t('rising.met', { asked: reading.list(asked(reading, requirements)) });
}

/** Why somebody falls: "help on 2 days (3 asked for)". */
export function lackText(reading: Reading, lacks: readonly Lack[]): string {
  const parts = lacks.map(({ measure, asks, has = 0 }) =>
    reading.t('rising.lack', {
      what: reading.t(`rising.has.${measure}`, { count: has }),
      asks: reading.number(asks),
    }),
  );
  return reading.list(parts);
}

/** "two solutions from one more person to go". */
export function forecastText(reading: Reading, lacks: readonly Lack[]): string {
  const missing = new Map(lacks.map((lack) => [lack.measure, lack]));
  const [solutions, people] = [missing.get('solutions'), missing.get('peopleHelped')];
  const parts: string[] = [];
  if (solutions && people) {
    parts.push(
      reading.t('rising.togo.solutionsFrom', {
        solutions: toGo(reading, solutions),
        people: counted(reading, 'from', gapOf(people)),
      }),
    );
    missing.delete('solutions');
    missing.delete('peopleHelped');
  }
  for (const lack of missing.values())
    parts.push(lack.has === undefined ? reading.t('rising.togo.unknownDays') : toGo(reading, lack));
  return reading.t('rising.togo.sentence', { list: reading.list(parts) });
}

function asked(reading: Reading, requirements: Requirements): string[] {
  return MEASURES.filter((measure) => requirements[measure] > 0).map((measure) =>
    reading.t(`rising.asks.${measure}`, {
      count: requirements[measure],
      days: reading.number(requirements.activeWithinDays),
    }),
  );
}

function gapOf({ asks, has = 0 }: Lack): number {
  return asks - has;
}

function toGo(reading: Reading, lack: Lack): string {
  return counted(reading, lack.measure, gapOf(lack));
}

function counted(reading: Reading, what: Measure | 'from', count: number): string {
  return reading.t(`rising.togo.${what}`, { count, n: spelled(reading, count) });
}

function spelled({ t, number }: Reading, count: number): string {
  return count >= 1 && count <= LARGEST_SPELLED
    ? t(`rising.numbers.${count as 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10}`) // just compared; counts are whole
    : number(count);
}
