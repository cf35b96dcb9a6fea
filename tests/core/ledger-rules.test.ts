// The rules of the ledger, case by case: what of a help counts, and what is noted while a row is held.
import { describe, expect, test } from 'vitest';
import {
  comesBack,
  isHeld,
  type Recognition,
  type Revocation,
  revocations,
  type Weighed,
  whatCounts,
  whileHeld,
  whyAfterHold,
} from '../../src/core/ledger-rules.ts';

type Some = Partial<Weighed> & Pick<Weighed, 'id'>;

const row = (some: Some): Weighed => ({ kind: 'thanks', weight: 100, points: 10, revokedAt: null, ...some });

describe('of one help', () => {
  test.each<{ what: string; help: Some[]; counting: number[]; first: number[] }>([
    { what: 'nothing', help: [], counting: [], first: [] },
    { what: 'one row', help: [{ id: 1 }], counting: [1], first: [1] },
    { what: 'two alike: the earlier', help: [{ id: 2 }, { id: 1 }], counting: [1], first: [1] },
    {
      what: 'the stronger, and each as the first of its kind',
      help: [{ id: 1 }, { id: 2, kind: 'solution', points: 25 }],
      counting: [2],
      first: [1, 2],
    },
    {
      what: 'the stronger of one kind, while the earlier stays the first',
      help: [
        { id: 1, points: 5 },
        { id: 2, points: 10 },
      ],
      counting: [2],
      first: [1],
    },
    {
      what: 'none that was taken back',
      help: [{ id: 1, revokedAt: 7 }, { id: 2 }],
      counting: [2],
      first: [2],
    },
    { what: 'none that weighs nothing', help: [{ id: 1, weight: 0 }, { id: 2 }], counting: [2], first: [2] },
    {
      what: 'one that weighs something but is worth nothing',
      help: [{ id: 1, points: 0 }],
      counting: [1],
      first: [1],
    },
  ])('counts $what', ({ help, counting, first }) => {
    const marks = [...whatCounts(help.map(row))];
    const idsBy = (field: 'counts' | 'first') =>
      marks.filter(([, mark]) => mark[field] === 1).map(([id]) => id);
    expect(idsBy('counts')).toEqual(counting);
    expect(idsBy('first')).toEqual(first);
  });
});

const revoked = (revokedWhy: string | null) =>
  ({ revokedAt: revokedWhy === null ? null : 7, revokedWhy }) as Recognition; // what is looked at of one

test('what its giver took back comes back, and no decision does', () => {
  const coming = revocations.filter((why) => comesBack(revoked(why)));
  expect(coming).toEqual(['deleted', 'edited', 'unreacted', 'unmarked', 'replaced', 'reopened']);
  expect(comesBack(revoked(null))).toBe(false);
  expect(comesBack(revoked('held:deleted'))).toBe(false);
});

test.each<[was: string, happens: Revocation, noted: string | undefined, after: string | undefined]>([
  ['held', 'deleted', 'held:deleted', 'deleted'],
  ['held:deleted', 'unreacted', 'held:unreacted', 'unreacted'],
  ['deleted', 'held', 'held:deleted', 'deleted'],
  ['held', 'reversed', 'reversed', undefined],
  ['held', 'held', undefined, undefined],
  ['reversed', 'held', undefined, undefined],
  ['deleted', 'edited', undefined, undefined],
])('a row that is "%s", and then %s: %s is noted, and %s when a hold ends', (was, happens, noted, after) => {
  const both = whileHeld(revoked(was), happens);
  expect(both).toBe(noted);
  const now = revoked(both ?? was);
  expect(whyAfterHold(now)).toBe(after);
  expect(isHeld(now)).toBe((both ?? was).startsWith('held'));
});
