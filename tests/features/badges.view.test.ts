// How badges look, against golden files; and that the longest of everything fits what Discord takes.
import { describe, expect, test } from 'vitest';
import { Texts } from '../../src/core/texts.ts';
import { BADGES, EARNED } from '../../src/features/badges/catalogue.rules.ts';
import type { CustomBadge } from '../../src/features/badges/custom.store.ts';
import {
  createdView,
  createForm,
  givenView,
  removedView,
  takenView,
} from '../../src/features/badges/giving.view.ts';
import { previewView } from '../../src/features/badges/preview.view.ts';
import { badgesView, NEWS_AT_ONCE, newsView } from '../../src/features/badges/view.ts';
import { heldBadge } from '../support/badges.ts';
import { expectGolden, readable } from '../support/golden.ts';

const reading = new Texts().for('en');
const [BOB, MONA] = ['300000000000000002', '300000000000000009'];
const fox: CustomBadge = {
  id: 7,
  guildId: '1',
  name: 'Fox of the *week*',
  emoji: '🦊',
  description: 'For the kindest answer',
  grantRoleIds: ['500'],
  byAmbassadors: true,
};
const plain = (emoji: string) => emoji;
const [first, second] = EARNED;
if (!first || !second) throw new Error('There are badges.');

const member = {
  memberId: BOB,
  isOwn: true,
  held: [
    ...BADGES.slice(0, 3).map((of) => heldBadge({ of })),
    heldBadge({ custom: fox }, { awardedBy: MONA, reason: 'For **every** [thing](https://example.com)' }),
  ],
  next: EARNED.slice(3, 7).map((badge, i) => ({ badge, count: i * 2 })),
  secrets: 2,
};

describe('views', () => {
  test.each([
    ['own', badgesView(reading, member, plain)],
    ['nothing', badgesView(reading, { ...member, held: [], next: [], secrets: 1 }, plain)],
    ['other', badgesView(reading, { ...member, isOwn: false, next: [], secrets: 0 }, plain)],
    [
      'other.nothing',
      badgesView(reading, { ...member, isOwn: false, held: [], next: [], secrets: 0 }, plain),
    ],
    ['form', createForm(reading)],
    ['created', createdView(reading, fox, '</badges grant:42>')],
    ['removed', removedView(reading, fox)],
    [
      'given',
      givenView(reading, {
        badge: { key: 'custom:7', custom: fox },
        to: { memberId: BOB, isBot: false, isPresent: true },
        reason: 'patient',
        left: 3,
      }),
    ],
    [
      'taken',
      takenView(reading, {
        badge: { key: 'custom:7', custom: fox },
        to: { memberId: BOB, isBot: false, isPresent: true },
        reason: 'by mistake',
      }),
    ],
    [
      'preview',
      previewView(reading, second, {
        atLeast: 20,
        holders: 3,
        gain: [{ memberId: BOB, count: 25 }],
        lose: [],
      }),
    ],
    ['news', newsView(reading, [...member.held, heldBadge({ of: first }, { memberId: MONA })])],
  ])('%s', async (name, view) => {
    await expectGolden(view, `badges.${name}`);
  });

  test('a picture that the server no longer has gives way to another', () => {
    expect(readable(badgesView(reading, member, () => '🏅').components)).toContain('🏅 **Fox');
  });

  test('whoever had their data deleted is named in words, not by a mention of nobody', () => {
    const lose = [{ memberId: '9100000000000001', count: 12 }];
    const { components } = previewView(reading, second, { atLeast: 20, holders: 1, gain: [], lose });
    expect(readable(components)).toContain('*somebody (data deleted)*');
  });

  test('of the longest names and reasons, and of very many badges, all fits', () => {
    const name = '*'.repeat(30);
    const reason = '*'.repeat(300);
    const emoji = '<a:a_name_of_32_characters_long_xxx:300000000000000002>';
    const many = Array.from({ length: 60 }, (_, id) =>
      heldBadge({ custom: { ...fox, id, name, emoji } }, { awardedBy: MONA, reason }),
    );
    const views = [
      badgesView(reading, { ...member, held: many }, plain).components,
      [
        newsView(
          reading,
          many
            .map((one, i) => ({ ...one, memberId: String(300000000000000002n + BigInt(i)) }))
            .slice(0, NEWS_AT_ONCE),
        ),
      ],
      previewView(reading, first, {
        atLeast: 1,
        holders: 5,
        gain: many.map(() => ({ memberId: BOB, count: 12_345 })),
        lose: many.map(() => ({ memberId: BOB, count: 12_345 })),
      }).components,
    ];
    for (const components of views) {
      expect([...readable(components)].length).toBeLessThanOrEqual(4_000);
    }
  });
});
