// What a tier asks for, held against what a member has: met, what is missing, and formulas that nobody can meet.
import type { Requirements, Settings, Tier } from '../../core/settings.ts';

/** What can be asked for, in the order in which it is told. */
export const MEASURES = [
  'points',
  'solutions',
  'peopleHelped',
  'tags',
  'activeDays',
  'serverDays',
  'cleanDays',
] as const;
export type Measure = (typeof MEASURES)[number];

/** What a member has; nothing where it is not known. */
export type Measures = Readonly<Record<Measure, number | undefined>>;

export interface Lack {
  measure: Measure;
  asks: number;
  has: number | undefined;
}

/** A tier that a rule gives. */
export type RuleTier = Tier & { requirements: Requirements };

/**
 * Nobody loses a tier for a bad week: it is kept down to this share of each requirement, in per cent. The distance also
 * keeps people from rising and falling over one thank-you.
 */
const KEPT_FROM_PERCENT = 90;

/** What is missing of the requirements. What is not known is missing too: nobody rises by what nobody knows. */
export function lacking(requirements: Requirements, measures: Measures): Lack[] {
  return MEASURES.flatMap((measure) => {
    const asks = requirements[measure];
    const has = measures[measure];
    return asks > 0 && (has === undefined || has < asks) ? [{ measure, asks, has }] : [];
  });
}

/** What is missing so far that the tier is not kept. What is not known is not held against anybody. */
export function fallenBelow(requirements: Requirements, measures: Measures): Lack[] {
  return lacking(requirements, measures).filter(
    ({ asks, has }) => has !== undefined && has * 100 < asks * KEPT_FROM_PERCENT,
  );
}

/** Whether these requirements would be met by everybody. */
export function asksForNothing(requirements: Requirements): boolean {
  return MEASURES.every((measure) => requirements[measure] === 0);
}

/**
 * The rungs that a rule gives: from the lowest one up to the first that people give. Nobody climbs by rule over a rung
 * that is for people to decide about.
 */
export function ruleTiers(ladder: readonly Tier[]): readonly RuleTier[] {
  const found: RuleTier[] = [];
  for (const tier of ladder) {
    const { requirements, byPeopleOnly } = tier;
    if (byPeopleOnly || requirements === undefined || asksForNothing(requirements)) break;
    found.push({ ...tier, requirements });
  }
  return found;
}

/** What is wrong with a formula. */
export type Flaw =
  | { what: 'moreDaysThanWindow'; asks: number; most: number }
  | { what: 'pointsWorthNothing' }
  | { what: 'noQuestions' }
  | { what: 'fewTags'; asks: number; most: number }
  | { what: 'onlyPeople' }
  | { what: 'asksForNothing' }
  | { what: 'abovePeople' }
  | { what: 'noMoreThanBelow' };

/** Contradictions within one formula: nobody can be active on more days than are looked at. */
export function contradictionIn({ activeDays, activeWithinDays }: Requirements): Flaw | undefined {
  return activeDays > activeWithinDays
    ? { what: 'moreDaysThanWindow', asks: activeDays, most: activeWithinDays }
    : undefined;
}

/** What is wrong with each formula of a ladder, as the server is set up. `tags`: those there are in help forums. */
export function flawsOf(
  { tiers, points, questions }: Pick<Settings, 'tiers' | 'points' | 'questions'>,
  tags: number,
): { tierKey: string; flaw: Flaw }[] {
  const byRule = ruleTiers(tiers).length;
  const worthless = Object.values(points).every((worth) => worth === 0);
  return tiers.flatMap((tier, rung) => {
    const { requirements: asked, key: tierKey } = tier;
    if (!asked) return [];
    const flaws: (Flaw | false | undefined)[] = tier.byPeopleOnly
      ? [{ what: 'onlyPeople' }]
      : asksForNothing(asked)
        ? [{ what: 'asksForNothing' }]
        : [
            contradictionIn(asked),
            asked.points > 0 && worthless && { what: 'pointsWorthNothing' },
            (asked.solutions > 0 || asked.tags > 0) &&
              questions.channels.length === 0 && { what: 'noQuestions' },
            questions.channels.length > 0 &&
              asked.tags > tags && { what: 'fewTags', asks: asked.tags, most: tags },
            rung >= byRule && { what: 'abovePeople' },
            rung > 0 && rung < byRule && asksNoMore(asked, tiers[rung - 1]) && { what: 'noMoreThanBelow' },
          ];
    return flaws.flatMap((flaw) => (flaw ? [{ tierKey, flaw }] : []));
  });
}

/** Whether everybody on the rung below would be on this one at once. */
function asksNoMore(asked: Requirements, below: Tier | undefined): boolean {
  const lower = below?.requirements;
  return lower !== undefined && MEASURES.every((measure) => asked[measure] <= lower[measure]);
}
