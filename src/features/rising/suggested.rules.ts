// The requirements that Laurel suggests, each value with its reason; a server changes them as it likes.
import type { Requirements } from '../../core/settings.ts';

/** In words for administrators: `rising.why.…` in the catalogue. */
const RUNGS: readonly Requirements[] = [
  {
    // Three thank-yous: enough to see a pattern, soon enough to encourage.
    points: 30,
    // A first tier is for kindness, also where nobody marks solutions.
    solutions: 0,
    // Three people: one friend alone cannot make a Helper.
    peopleHelped: 3,
    tags: 0,
    // Three days: somebody who comes back, not one good evening.
    activeDays: 3,
    activeWithinDays: 90,
    // A week: time to read the rules and to be seen.
    serverDays: 7,
    // A month: what was reversed as unfair does not pay at once.
    cleanDays: 30,
  },
  {
    // Eight times the first rung: some months of steady help.
    points: 250,
    // Ten questions closed: they know how to finish.
    solutions: 10,
    // Ten people: more than a circle of friends.
    peopleHelped: 10,
    tags: 0,
    // Ten days in three months: about once a week.
    activeDays: 10,
    activeWithinDays: 90,
    // A month: they have seen the community in good and bad weeks.
    serverDays: 30,
    // Three months without a reversed case: as long as the window of activity.
    cleanDays: 90,
  },
  {
    // Four times the second rung.
    points: 1000,
    // Forty: an expert's answers are the ones that stand.
    solutions: 40,
    // Thirty people: known across the community.
    peopleHelped: 30,
    // Three subjects: wide, not only deep.
    tags: 3,
    // Twenty days in three months: about twice a week.
    activeDays: 20,
    activeWithinDays: 90,
    // Three months: trust takes time.
    serverDays: 90,
    // Half a year without a reversed case.
    cleanDays: 180,
  },
];

/** The most that can be asked for, so that a long ladder stays within it. */
const MOST: Readonly<Record<keyof Requirements, number>> = {
  points: 1_000_000,
  solutions: 100_000,
  peopleHelped: 100_000,
  tags: 5,
  activeDays: 45,
  activeWithinDays: 90,
  serverDays: 730,
  cleanDays: 366,
};

/** What to suggest for the rung at `index` (0 is the lowest). Without questions nothing that only they bring is asked for. */
export function suggestedFor(index: number, hasQuestions: boolean): Requirements {
  const known = RUNGS[Math.min(index, RUNGS.length - 1)] ?? emptyRequirements;
  const further = 2 ** Math.max(0, index - RUNGS.length + 1);
  const scaled = (name: keyof Requirements) =>
    name === 'activeWithinDays' ? known[name] : Math.min(known[name] * further, MOST[name]);
  return {
    points: scaled('points'),
    solutions: hasQuestions ? scaled('solutions') : 0,
    peopleHelped: scaled('peopleHelped'),
    tags: hasQuestions ? scaled('tags') : 0,
    activeDays: scaled('activeDays'),
    activeWithinDays: scaled('activeWithinDays'),
    serverDays: scaled('serverDays'),
    cleanDays: scaled('cleanDays'),
  };
}

/** A formula that asks for nothing yet. */
export const emptyRequirements: Requirements = {
  points: 0,
  solutions: 0,
  peopleHelped: 0,
  tags: 0,
  activeDays: 0,
  activeWithinDays: 90,
  serverDays: 0,
  cleanDays: 0,
};
