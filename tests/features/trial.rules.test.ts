// Rules that are tried: what a draft changes, and what recognitions would be worth under it. Tables of cases, no I/O.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings.ts';
import { suggestedFor } from '../../src/features/rising/suggested.rules.ts';
import {
  changesOf,
  contradictionOf,
  type Draft,
  EMPTY_DRAFT,
  withDraft,
} from '../../src/features/trial/draft.rules.ts';
import { type Given, revalued } from '../../src/features/trial/replay.rules.ts';

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 10, 2, 12);
const settings: Settings = {
  ...DEFAULT_SETTINGS,
  tiers: DEFAULT_SETTINGS.tiers.map((tier, rung) =>
    rung < 3 ? { ...tier, requirements: suggestedFor(rung, false) } : tier,
  ),
};
const draft = (over: Partial<Draft>): Draft => ({ ...EMPTY_DRAFT, ...over });

describe('a draft', () => {
  const cases: [what: string, Draft, changes: object[]][] = [
    ['nothing', EMPTY_DRAFT, []],
    ['what is so already', draft({ points: { thanks: 10 }, limits: { pairMinutes: 30 } }), []],
    [
      'points and limits',
      draft({ points: { thanks: 5 }, limits: { pairMinutes: 60 } }),
      [
        { group: 'points', name: 'thanks', from: 10, to: 5 },
        { group: 'limits', name: 'pairMinutes', from: 30, to: 60 },
      ],
    ],
    [
      'what a tier asks for',
      draft({ requirements: { guide: { points: 300, peopleHelped: 10 } } }),
      [{ group: 'requirements', tierKey: 'guide', name: 'points', from: 250, to: 300 }],
    ],
    [
      'what a tier asks for that asked for nothing',
      draft({ requirements: { ambassador: { points: 1 } } }),
      [{ group: 'requirements', tierKey: 'ambassador', name: 'points', from: 0, to: 1 }],
    ],
    ['a tier that the ladder has lost', draft({ requirements: { gone: { points: 1 } } }), []],
  ];
  test.each(cases)('%s', (_what, tried, changes) => {
    expect(changesOf(settings, tried)).toEqual(changes);
    expect(changesOf(withDraft(settings, tried), tried)).toEqual([]);
  });

  test('that contradicts itself is found', () => {
    const wrong = draft({ requirements: { guide: { activeDays: 91 } } });
    expect(contradictionOf(settings, wrong)).toMatchObject({ tierKey: 'guide' });
    expect(contradictionOf(settings, EMPTY_DRAFT)).toBeUndefined();
  });

  test('can leave a tier to people by asking for nothing', () => {
    const nothing = Object.fromEntries(Object.keys(suggestedFor(0, false)).map((name) => [name, 0]));
    const tried = withDraft(settings, draft({ requirements: { helper: nothing } }));
    expect(tried.tiers[0]?.requirements).toBeUndefined();
  });
});

let ids = 0;
const given = (from: string, to: string, minute: number, over: Partial<Given> = {}): Given => {
  ids += 1;
  return {
    id: ids,
    kind: 'thanks',
    giverId: from,
    receiverId: to,
    helpKey: `message:${ids}`,
    weight: 100,
    points: 10,
    occurredAt: NOON + minute * MINUTE,
    ...over,
  };
};

describe('what recognitions would be worth', () => {
  const cases: [what: string, Draft, Given[], worth: (number | undefined)[]][] = [
    ['other points', draft({ points: { thanks: 5 } }), [given('a', 'b', 0)], [5]],
    [
      'half of them at half weight',
      draft({ points: { thanks: 5 } }),
      [given('a', 'b', 0, { weight: 50 })],
      [3],
    ],
    ['of another kind', draft({ points: { solution: 5 } }), [given('a', 'b', 0)], [undefined]],
    [
      'an award keeps what a moderator chose',
      draft({ points: { award: 50 } }),
      [given('a', 'b', 0, { kind: 'award', points: 7 })],
      [undefined],
    ],
    [
      'longer between two people: the second counts nothing, the third again',
      draft({ limits: { pairMinutes: 60 } }),
      [given('a', 'b', 0), given('b', 'a', 40), given('a', 'b', 60)],
      [undefined, 0, undefined],
    ],
    [
      'the same help again is taken at its weight, however soon',
      draft({ limits: { pairMinutes: 60 } }),
      [given('a', 'b', 0, { helpKey: 'question:1' }), given('a', 'b', 5, { helpKey: 'question:1' })],
      [undefined, undefined],
    ],
    [
      'fewer a day',
      draft({ limits: { givenPerDay: 2 } }),
      [given('a', 'b', 0), given('a', 'c', 1), given('a', 'd', 2), given('a', 'e', 24 * 60)],
      [undefined, undefined, 0, undefined],
    ],
    [
      'fewer in full, fewer half',
      draft({ limits: { fullPerGiver: 1, halfPerGiver: 1, pairMinutes: 0 } }),
      [given('a', 'b', 0), given('a', 'b', 1), given('a', 'b', 2)],
      [undefined, 5, 0],
    ],
    [
      'more in full',
      draft({ limits: { fullPerGiver: 9, pairMinutes: 0 } }),
      [
        given('a', 'b', 0),
        given('a', 'b', 1, { weight: 50, points: 5 }),
        given('a', 'b', 2, { weight: 0, points: 0 }),
      ],
      [undefined, 10, 10],
    ],
    [
      'upvotes weigh less by repetition, and know no wait',
      draft({ limits: { pairMinutes: 600, fullPerGiver: 1 } }),
      [given('a', 'b', 0), given('a', 'b', 1, { kind: 'upvote', points: 3 })],
      [undefined, 2],
    ],
    [
      'solutions keep their weight',
      draft({ limits: { pairMinutes: 600, fullPerGiver: 1 } }),
      [given('a', 'b', 0), given('a', 'b', 1, { kind: 'solution', points: 25 })],
      [undefined, undefined],
    ],
    [
      'a thank-you in a question that was solved is taken at its weight',
      draft({ limits: { pairMinutes: 600 } }),
      [
        given('a', 'b', 0),
        given('a', 'b', 1, { kind: 'solution', points: 25, helpKey: 'question:9' }),
        given('a', 'b', 2, { helpKey: 'question:9' }),
      ],
      [undefined, undefined, undefined],
    ],
  ];
  test.each(cases)('%s', (_what, tried, rows, worth) => {
    const changed = revalued(rows, tried, withDraft(settings, tried), NOON);
    expect(rows.map(({ id }) => changed.get(id)?.points)).toEqual(worth);
  });

  test('what is older is history: it is looked at and not changed', () => {
    const tried = draft({ limits: { pairMinutes: 60 }, points: { thanks: 1 } });
    const rows = [given('a', 'b', -10), given('a', 'b', 10), given('c', 'b', 10)];
    const changed = revalued(rows, tried, withDraft(settings, tried), NOON);
    expect(rows.map(({ id }) => changed.get(id)?.points)).toEqual([undefined, 0, 1]);
  });

  test('done on its own result it changes nothing', () => {
    const people = fc.constantFrom('a', 'b', 'c');
    const rows = fc.array(fc.record({ from: people, to: people, minutes: fc.nat(120) }), { maxLength: 40 });
    const limits = fc.record({
      pairMinutes: fc.nat(90),
      givenPerDay: fc.integer({ min: 1, max: 5 }),
      fullPerGiver: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(rows, limits, fc.nat(20), (deeds, limited, thanks) => {
        let minute = 0;
        const all = deeds
          .filter(({ from, to }) => from !== to)
          .map(({ from, to, minutes }) => {
            minute += minutes;
            return given(from, to, minute);
          });
        const tried = draft({ limits: limited, points: { thanks } });
        const next = withDraft(settings, tried);
        const worth = revalued(all, tried, next, NOON);
        const after = all.map((row) => ({ ...row, ...worth.get(row.id) }));
        expect(revalued(after, tried, next, NOON).size).toBe(0);
      }),
    );
  });
});
