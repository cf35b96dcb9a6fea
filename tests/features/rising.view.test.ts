// How the ladder, holidays and tried rules look, in golden files; at their fullest within Discord's limits.
import { describe, expect, test } from 'vitest';
import { checkMessage } from '../../playground/discord/rules/message.ts';
import { checkModal } from '../../playground/discord/rules/modal.ts';
import { DEFAULT_SETTINGS, DEFAULT_TIERS, type Requirements, type Tier } from '../../src/core/settings.ts';
import { Texts } from '../../src/core/texts.ts';
import { leavesView } from '../../src/features/rising/leave.view.ts';
import { emptyRequirements, suggestedFor } from '../../src/features/rising/suggested.rules.ts';
import { type Ladder, ladderView, warningView } from '../../src/features/rising/view.ts';
import { forecastText } from '../../src/features/rising/words.view.ts';
import { ASK_FORMS, isAskForm } from '../../src/features/setup/asks.rules.ts';
import { asksForm } from '../../src/features/setup/forms.view.ts';
import type { Preview } from '../../src/features/trial/preview.ts';
import { draftView, type Panel, previewView } from '../../src/features/trial/view.ts';
import { expectGolden, readable } from '../support/golden.ts';

const reading = new Texts().for('en');
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 18, 12);
const id = (n: number) => `1000000000000000${String(n).padStart(3, '0')}`;
const tiers: Tier[] = DEFAULT_TIERS.map((tier, rung) => ({
  ...tier,
  roleId: id(rung),
  ...(rung < 3 && { requirements: suggestedFor(rung, true) }),
}));
const ladder = (over: Partial<Ladder> = {}): Ladder => ({
  tiers,
  byRule: 3,
  roleIds: new Set(tiers.map(({ roleId }) => roleId ?? '')),
  held: undefined,
  next: undefined,
  waitsForPeople: false,
  warning: undefined,
  leave: undefined,
  mention: (command) => `</${command}:1>`,
  ...over,
});
const helper = { tier: 'helper', since: NOW - 40 * DAY, byPeople: false };

describe('the ladder', () => {
  const cases: [what: string, Partial<Ladder>][] = [
    ['newcomer', { next: { tier: 'helper', lacks: [{ measure: 'serverDays', asks: 7, has: undefined }] } }],
    [
      'helper',
      {
        held: helper,
        next: {
          tier: 'guide',
          lacks: [
            { measure: 'solutions', asks: 10, has: 8 },
            { measure: 'peopleHelped', asks: 10, has: 9 },
          ],
        },
        leave: { fromAt: NOW, toAt: NOW + 3 * DAY },
      },
    ],
    [
      'warned',
      {
        held: helper,
        warning: { dueAt: NOW + 9 * DAY, below: [{ measure: 'activeDays', asks: 3, has: 1 }] },
      },
    ],
    ['by-people', { byRule: 0, held: { ...helper, byPeople: true } }],
    ['taken', { waitsForPeople: true, next: { tier: 'helper', lacks: [] } }],
    ['met-without-role', { roleIds: new Set(), next: { tier: 'helper', lacks: [] } }],
  ];
  test.each(cases)('%s', async (name, over) => {
    await expectGolden(ladderView(reading, ladder(over)).components, `rising.ladder.${name}`);
  });

  test('fits with ten tiers of the longest names that ask for everything', () => {
    const all = Object.fromEntries(Object.keys(emptyRequirements).map((name) => [name, 366])) as Requirements;
    const long = Array.from({ length: 10 }, (_, i) => ({
      key: `t${i}`,
      name: 'W'.repeat(50),
      roleId: id(i),
      byPeopleOnly: false,
      requirements: all,
    }));
    const lacks = Object.keys(emptyRequirements)
      .filter((name) => name !== 'activeWithinDays')
      .map((measure) => ({ measure: measure as 'points', asks: 1_000_000, has: 1 })); // the names are the measures
    const fullest = ladder({
      tiers: long,
      byRule: 10,
      held: { tier: 't1', since: NOW, byPeople: true },
      next: { tier: 't2', lacks },
      warning: { dueAt: NOW, below: lacks },
      leave: { fromAt: NOW, toAt: NOW + DAY },
    });
    const { components } = ladderView(reading, fullest);
    expect(
      checkMessage({ components, flags: 1 << 15 }, { kind: 'interaction', attachmentNames: [] }),
    ).toBeUndefined();
  });

  test('says in public only whom it is for, and pings nobody else', () => {
    const view = warningView(reading, id(1), NOW);
    expect(view.pings).toEqual([id(1)]);
    expect(readable(view.components)).toBe(
      `<@${id(1)}>, please have a look at your \`/tiers\` before <t:${NOW / 1000}:D>. Nothing has changed yet.`,
    );
  });
});

describe('what is to go', () => {
  const cases: [Parameters<typeof forecastText>[1], string][] = [
    [
      [
        { measure: 'solutions', asks: 10, has: 8 },
        { measure: 'peopleHelped', asks: 3, has: 2 },
      ],
      'two solutions from one more person to go',
    ],
    [[{ measure: 'peopleHelped', asks: 3, has: 0 }], 'three more people to help to go'],
    [[{ measure: 'points', asks: 1500, has: 3 }], '1,497 points to go'],
    [
      [
        { measure: 'activeDays', asks: 3, has: 2 },
        { measure: 'serverDays', asks: 30, has: 10 },
      ],
      'one more day with help on it and 20 more days here to go',
    ],
    [[{ measure: 'tags', asks: 3, has: 1 }], 'solutions in two more tags to go'],
    [[{ measure: 'cleanDays', asks: 30, has: 29 }], 'one more day without a reversed case to go'],
  ];
  test.each(cases)('%j: %s', (lacks, words) => {
    expect(forecastText(reading, lacks)).toBe(words);
  });
});

test('holidays', async () => {
  const midnight = NOW - (NOW % DAY);
  const span = (from: number, to: number) => ({ fromAt: midnight + from * DAY, toAt: midnight + to * DAY });
  const leaves = [
    { id: 1, ...span(9, 12) },
    { id: 2, ...span(18, 19) },
  ];
  await expectGolden(leavesView(reading, leaves, { now: NOW, note: 'Noted.' }).components, 'rising.leaves');
  await expectGolden(leavesView(reading, [], { now: NOW }).components, 'rising.leaves.none');
  const another = leavesView(reading, leaves, { now: NOW, taken: span(9, 12) });
  expect(readable(another.components)).toMatch(/^From .+\nOn .+$/m);
  const day = (n: number) => `<t:${(midnight + n * DAY + DAY / 2) / 1000}:D>`;
  const said = (from: number, to: number) => {
    const taken = span(from, to);
    const shown = leavesView(reading, [{ id: 1, ...taken }], { now: NOW, taken });
    expect(readable(shown.components)).not.toMatch(/^(?:From|On) </m);
    return readable(shown.components).split('\n')[1];
  };
  expect([said(9, 12), said(0, 3), said(9, 10), said(0, 1)]).toEqual([
    `Noted: you are on holiday from ${day(9)} to ${day(11)}. Enjoy your time away.`,
    `Noted: you are on holiday from today (${day(0)}) to ${day(2)}. Enjoy your time away.`,
    `Noted: one day of holiday, ${day(9)}. Enjoy your time away.`,
    `Noted: one day of holiday, today (${day(0)}). Enjoy your time away.`,
  ]);
});

test.each(Object.keys(ASK_FORMS).filter(isAskForm))('the form of what is %s fits', (form) => {
  const [tier] = tiers;
  if (!tier) throw new Error('There is a tier.');
  expect(
    checkModal(asksForm(form, tier, { reading, settings: { ...DEFAULT_SETTINGS, tiers } }, 'trial')),
  ).toBeUndefined();
});

describe('tried rules', () => {
  const settings = { ...DEFAULT_SETTINGS, tiers };
  const panel = (over: Partial<Panel> = {}): Panel => ({
    settings,
    draft: { points: { thanks: 5 }, limits: {}, requirements: { guide: { points: 100 } } },
    isApplying: false,
    mention: (command) => `</${command}:1>`,
    ...over,
  });
  const move = (n: number) => ({
    memberId: id(n),
    from: 'helper',
    to: 'guide',
    points: -120,
    below: [{ measure: 'points' as const, asks: 100, has: 40 }],
  });
  const found: Preview = {
    rises: [{ ...move(1), points: 40, below: [] }],
    falls: [{ ...move(2), from: 'helper', to: null }],
    points: [{ memberId: id(2), by: -120 }],
    recognitions: 14,
  };

  test('as they are changed, tried, and applied', async () => {
    await expectGolden(draftView(reading, panel()).components, 'trial.draft');
    const empty = { points: {}, limits: {}, requirements: {} };
    await expectGolden(draftView(reading, panel({ draft: empty })).components, 'trial.draft.nothing');
    await expectGolden(draftView(reading, panel({ isApplying: true })).components, 'trial.applying');
    await expectGolden(previewView(reading, panel(), found).components, 'trial.preview');
    const nothing: Preview = { rises: [], falls: [], points: [], recognitions: 0 };
    await expectGolden(previewView(reading, panel(), nothing).components, 'trial.preview.nothing');
  });

  test('fit at their fullest', () => {
    const long = Array.from({ length: 10 }, (_, i) => ({
      key: `t${i}`,
      name: 'W'.repeat(50),
      byPeopleOnly: false,
    }));
    const all = Object.fromEntries(Object.keys(emptyRequirements).map((name) => [name, 366]));
    const fullest = panel({
      settings: { ...settings, tiers: long },
      draft: {
        points: Object.fromEntries(Object.keys(settings.points).map((name) => [name, 999])),
        limits: Object.fromEntries(Object.keys(settings.limits).map((name) => [name, 999])),
        requirements: Object.fromEntries(long.map(({ key }) => [key, all])),
      },
    });
    const many = Array.from({ length: 300 }, (_, n) => ({ ...move(n), from: 't1', to: 't0' }));
    const preview: Preview = {
      rises: many,
      falls: many,
      points: many.map(({ memberId }) => ({ memberId, by: -1_000_000 })),
      recognitions: 1_000_000,
    };
    for (const view of [draftView(reading, fullest, 'W'.repeat(300)), previewView(reading, fullest, preview)])
      expect(
        checkMessage(
          { components: view.components, flags: 1 << 15 },
          { kind: 'interaction', attachmentNames: [] },
        ),
      ).toBeUndefined();
  });
});
