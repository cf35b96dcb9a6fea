// How fair play looks to moderators, in golden files, and that the fullest pages stay within what Discord takes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { View } from '../../src/core/actions.ts';
import type { AuditRow } from '../../src/core/audit.ts';
import { DEFAULT_TIERS, settingsSchema } from '../../src/core/settings.ts';
import { signalKinds } from '../../src/core/standing-tables.ts';
import { Texts } from '../../src/core/texts.ts';
import { settingChange } from '../../src/features/fairness/audit.settings.view.ts';
import { auditView, DEEDS_SHOWN, WORDS } from '../../src/features/fairness/audit.view.ts';
import { awardedView, awardsView } from '../../src/features/fairness/awards.view.ts';
import {
  CASES_SHOWN,
  LONGEST_ANSWER,
  LONGEST_REASON,
  ROWS_SHOWN,
} from '../../src/features/fairness/cases.rules.ts';
import type { CaseFile } from '../../src/features/fairness/cases.service.ts';
import type { Case } from '../../src/features/fairness/cases.store.ts';
import {
  answerForm,
  answersView,
  caseView,
  listView,
  reasonForm,
} from '../../src/features/fairness/cases.view.ts';
import { answerButton, reviewLines } from '../../src/features/profile/reviews.view.ts';
import { TROUBLE } from '../../src/features/tiers/settlement.ts';
import { expectGolden, readable } from '../support/golden.ts';

const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url));
const reading = new Texts().for('en');
const GUILD = '100000000000000001';
const id = (n: number) => String(800_000_000_000_000_000n + BigInt(n));
const AT = Date.UTC(2026, 2, 2, 12);

const row = (over: Partial<CaseFile['rows'][number]> = {}): CaseFile['rows'][number] => ({
  id: 1,
  sourceKey: 'text:1:2',
  guildId: GUILD,
  kind: 'thanks',
  giverId: id(1),
  receiverId: id(2),
  helpKey: 'message:1',
  channelId: id(50),
  messageId: id(60),
  sourceMessageId: id(60),
  reason: null,
  language: null,
  weight: 100,
  points: 10,
  occurredAt: AT,
  recordedAt: AT,
  revokedAt: null,
  revokedWhy: null,
  counts: 1,
  firstOfKind: 1,
  ...over,
});

const one: Case = {
  id: 12,
  guildId: GUILD,
  signal: 'closedGroup',
  caseKey: 'key',
  memberIds: [id(1), id(2), id(3)],
  evidence: [
    { signal: 'closedGroup', figures: { people: 3, inside: 18, given: 90, received: 82, askers: 2 } },
    { signal: 'mutual', figures: { there: 6, back: 7, share: 100 }, memberIds: [id(1), id(2)] },
    { signal: 'noTalk', figures: { talkless: 6, all: 6 }, memberIds: [id(1), id(2)] },
    { signal: 'noTalk', figures: { talkless: 5, all: 7 }, memberIds: [id(2), id(1)] },
    { signal: 'noTalk', figures: { talkless: 5, all: 6 }, memberIds: [id(3), id(1)] },
  ],
  state: 'open',
  openedAt: AT,
  decidedAt: null,
  decidedBy: null,
  reason: null,
};
const held: Case = { ...one, state: 'held', decidedAt: AT, decidedBy: id(9) };
const reversed: Case = { ...held, state: 'reversed', reason: 'You *arranged* it.' };

const file = (about: Case, over: Partial<CaseFile> = {}): CaseFile => ({
  case: about,
  rows: [row(), row({ messageId: null, kind: 'solution' })],
  page: 1,
  pages: 1,
  rowCount: 2,
  answers: [],
  ...over,
});
const answer = { memberId: id(1), answer: 'We are a *study* group.', answeredAt: AT };

test.each<[string, View]>([
  [
    'list',
    listView(reading, {
      list: 'undecided',
      cases: [one, held],
      page: 1,
      pages: 2,
      counts: { undecided: 7, decided: 1 },
    }),
  ],
  [
    'list.decided',
    listView(reading, {
      list: 'decided',
      cases: [reversed],
      page: 1,
      pages: 1,
      counts: { undecided: 0, decided: 1 },
    }),
  ],
  [
    'list.empty',
    listView(
      reading,
      { list: 'undecided', cases: [], page: 1, pages: 1, counts: { undecided: 0, decided: 0 } },
      'Looked.',
    ),
  ],
  ['case.open', caseView(reading, file(one, { pages: 3, rowCount: 18 }), GUILD)],
  [
    'case.held',
    caseView(
      reading,
      file(held, { answers: [answer], rows: [row({ revokedAt: AT, revokedWhy: 'held', counts: 0 })] }),
      GUILD,
    ),
  ],
  [
    'case.reversed',
    caseView(
      reading,
      file(reversed, { rows: [row({ revokedAt: AT, revokedWhy: 'reversed' })] }),
      GUILD,
      'Done.',
    ),
  ],
  ['answers', answersView(reading, file(held, { answers: Array(4).fill(answer) }), 1)],
  [
    'awarded',
    awardedView(reading, { row: row({ kind: 'award', reason: 'wrote the guide' }), total: 25, left: 9 }),
  ],
  [
    'awards',
    awardsView(reading, id(2), [row({ kind: 'award', reason: 'wrote the guide' }), row({ kind: 'award' })]),
  ],
  ['awards.none', awardsView(reading, id(2), [])],
])('%s', (name, view) => expectGolden(view, `fairness.${name}`));

test('the forms', () =>
  expectGolden([reasonForm(reading, 12, 'held'), answerForm(reading, 12)], 'fairness.forms'));

const deed = (over: Partial<AuditRow>): AuditRow => ({
  id: 1,
  guildId: GUILD,
  at: AT,
  actorId: id(9),
  action: 'fairness.awarded',
  targetId: id(2),
  reason: 'wrote the guide',
  details: null,
  ...over,
});

const told = (details: object) => JSON.stringify(details);
const called = { ladder: DEFAULT_TIERS, ownBadges: new Map([[3, '*Rare* Owl']]) };
const FORGOTTEN = '9100000000000001';
const FORGOTTEN_TOO = '9999999999999999';

test('the audit', () =>
  expectGolden(
    auditView(reading, {
      rows: [
        deed({}),
        deed({ action: 'tiers.ended', actorId: 'discord', reason: null }),
        deed({ action: 'other.thing', targetId: null, reason: null }),
        deed({
          action: 'rising.leaveTaken',
          targetId: id(9),
          reason: null,
          details: told({ fromAt: Date.UTC(2026, 11, 24), toAt: Date.UTC(2027, 0, 7) }),
        }),
        deed({ action: 'tiers.notAnnounced', actorId: 'laurel', reason: null }),
        deed({
          action: 'tiers.promoted',
          reason: 'steady',
          details: told({ promotionId: 1, tier: 'helper' }),
        }),
        deed({
          action: 'tiers.roleCreated',
          targetId: null,
          reason: null,
          details: told({ tier: 'guide', roleId: id(7) }),
        }),
        deed({ actorId: FORGOTTEN, targetId: FORGOTTEN_TOO, reason: null, details: told({ points: 10 }) }),
        deed({ action: 'questions.solved', reason: null, details: told({ question: id(6), way: 'menu' }) }),
        deed({ action: 'badges.granted', reason: null, details: told({ badge: 'custom:3' }) }),
        deed({ action: 'badges.revoked', reason: null, details: told({ badge: 'fixer' }) }),
        // Of another version.
        deed({ action: 'setup.changed', targetId: null, reason: null, details: told({ what: 'mood' }) }),
        deed({ action: 'badges.granted', reason: null, details: told({ badge: 'custom:9' }) }),
      ],
      called,
      memberId: id(2),
      page: 2,
      pages: 3,
    }),
    'fairness.audit',
  ));

describe('a changed setting', () => {
  const ladder = [...DEFAULT_TIERS, { key: 'sage', name: '*Sage*', byPeopleOnly: false }];
  const said = (field: string, from: unknown, to: unknown) =>
    settingChange(reading, { field, from, to }, ladder);

  test.each<[string, unknown, unknown, string]>([
    ['timeZone', 'UTC', 'Europe/Athens', 'Time zone: UTC → Europe/Athens'],
    ['language', null, 'de', 'Language: none → Deutsch'],
    ['points.thanks', 10, 1000, 'Points · Thanks: 10 → 1,000'],
    ['limits.pairMinutes', 30, 0, 'Limits · Minutes between the same two people: 30 → 0'],
    ['sign', 'reaction', 'none', 'My sign: A small reaction on the message → Nothing at all'],
    ['channels.except', [], ['77', '78'], 'Channels · Channels to leave out: none → <#77> <#78>'],
    ['channels.only', [], Array(100).fill('800000000000000050'), 'Channels · Channels to listen in'],
    ['reactions.thanks', ['🙏'], ['🙏', '55'], 'Reactions · Emoji that say thanks: 🙏 → 🙏 <:emoji:55>'],
    ['announcementChannelId', null, '77', 'Announcements: none → <#77>'],
    ['knowledgeChannelId', '77', null, 'Announcements: answers worth keeping in <#77> → none'],
    ['rising.byRule', false, true, 'Rising: Only moderators give tiers → Members rise by rule'],
    [
      'fairPlay.watch',
      true,
      false,
      'Fair play: I look through recognitions each night → I look only when a moderator asks me to',
    ],
    ['awardsPerDay', 10, 0, 'Fair play: 10 awards a day for each moderator → no awards'],
    ['ambassadors.alumniRoleId', '7', null, 'Ambassadors · The role for alumni: <@&7> → none'],
    ['ambassadors.termMonths', 6, 12, 'Ambassadors: a term of 6 months → a term of 12 months'],
    ['recap.since', 0, 1, 'Monthly recap'],
    ['questions.channels', [], [{ channelId: '77', removedTagIds: [] }], 'Questions: none → <#77>'],
    // Only its tags are others.
    ['questions.channels', [{ channelId: '77' }], [{ channelId: '77', solvedTagId: '1' }], 'Questions'],
    [
      'questions.markingTier',
      null,
      'sage',
      'Solved questions: Askers and staff mark solutions → \\*Sage\\* and up mark solutions, too',
    ],
    ['questions.solved.lock', false, true, 'Solved questions · Lock the thread: off → on'],
    [
      'questions.solved.archiveHours',
      0,
      24,
      'Solved questions: Solved threads are left as they are → Solved threads are put away after 24 hours',
    ],
    ['tiers.helper.requirements.peopleHelped', 3, 5, 'Helper · Different people helped: 3 → 5'],
    ['tiers.helper.roleId', null, '7', 'Helper: none → <@&7>'],
    ['tiers.sage.name', null, '*Sage*', '\\*Sage\\* · Name of the tier: none → \\*Sage\\*'],
    ['tiers.sage.byPeopleOnly', false, true, '\\*Sage\\*: A rule may give it → Only people give it'],
    ['tiers.sage.key', null, 'sage', 'Ladder · \\*Sage\\* was added'],
    ['tiers.guide.key', 'guide', null, 'Ladder · Guide was removed'],
  ])('%s from %j to %j', (field, from, to, words) => expect(said(field, from, to)).toBe(words));

  test('has a name, whichever it is', () => {
    const fields = fieldsOf(settingsSchema);
    expect(fields.length).toBeGreaterThan(50);
    expect(fields.filter((field) => said(field, null, null) === undefined)).toEqual([]);
    expect(said('mood', 1, 2)).toBeUndefined();
  });
});

/** The settings that there are, by their full names, with one tier for all. */
function fieldsOf(schema: unknown, name = ''): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return fieldsOf(schema.unwrap(), name);
  if (schema instanceof z.ZodArray && name === 'tiers') return fieldsOf(schema.unwrap(), 'tiers.helper');
  if (!(schema instanceof z.ZodObject)) return [name];
  return Object.entries(schema.shape).flatMap(([key, one]) =>
    fieldsOf(one, name === '' ? key : `${name}.${key}`),
  );
}

test('every deed that is noted somewhere has words of its own', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.ts$/.test(path),
  );
  const noted = files.flatMap((path) =>
    [...readFileSync(join(SOURCE, path), 'utf8').matchAll(/\baction: '(\w+\.\w+)'/g)].map(
      ([, action = '']) => action,
    ),
  );
  expect(noted.length).toBeGreaterThan(20);
  const troubles = ['tiers.failed', ...Object.values(TROUBLE)];
  expect([...noted, ...troubles].filter((action) => !(action in WORDS))).toEqual([]);
});

test.each(['burst', 'newAccounts', 'alternates'] as const)('%s says for whom, if that is known', (signal) => {
  const told = (memberIds?: string[]) =>
    readable(
      caseView(reading, file({ ...one, signal, evidence: [{ signal, figures: {}, memberIds }] }), GUILD)
        .components,
    );
  expect(told([id(3)])).toMatch(new RegExp(`ecogni.* (for )?<@${id(3)}>`));
  expect(told()).toMatch(/ecogni.* one person/);
});

test('what the member is told', () => {
  const news = { caseId: 12, decidedAt: AT, reason: null, hasAnswered: false } as const;
  const lines = reviewLines(reading, [
    { ...news, state: 'held' },
    { ...news, state: 'held', hasAnswered: true },
    { ...news, state: 'reversed', reason: 'You *arranged* it.' },
  ]);
  expect(lines[0]).toContain('held for review');
  expect(lines[1]).toContain('Moderators have your answer.');
  expect(lines[2]).toContain('“You \\*arranged\\* it.”');
  expect(answerButton(reading, [{ ...news, state: 'held', hasAnswered: true }])).toBeUndefined();
  expect(answerButton(reading, [{ ...news, state: 'held' }])?.toJSON()).toMatchObject({
    components: [{ custom_id: 'fairness:answer:1:12', label: 'Answer the moderators' }],
  });
});

test('the fullest pages stay within what Discord takes', () => {
  const many = Array.from({ length: 200 }, (_, n) => id(n));
  const figures = {
    there: 999,
    back: 999,
    share: 100,
    people: 12,
    inside: 999,
    given: 100,
    received: 100,
    askers: 96,
    helps: 99,
    givers: 3,
    hours: 24,
    accounts: 200,
    thanks: 9999,
    days: 14,
    talkless: 999,
    all: 999,
    minutes: 30,
  };
  const evidence = signalKinds.flatMap((signal) =>
    Array(4).fill({ signal, figures, memberIds: [id(1), id(2)] }),
  );
  const full: Case = {
    ...reversed,
    id: 999_999,
    memberIds: many,
    evidence,
    reason: '*'.repeat(LONGEST_REASON),
  };
  const fullAnswer = { ...answer, answer: '*'.repeat(LONGEST_ANSWER) };
  const views = [
    listView(reading, {
      list: 'decided',
      cases: Array(CASES_SHOWN).fill(full),
      page: 1,
      pages: 2,
      counts: { undecided: 9, decided: 9 },
    }),
    caseView(
      reading,
      file(full, {
        rows: Array(ROWS_SHOWN).fill(row({ revokedAt: AT, revokedWhy: 'reversed' })),
        pages: 9,
        answers: Array(9).fill(fullAnswer),
      }),
      GUILD,
      'x'.repeat(200),
    ),
    answersView(reading, file(full, { answers: Array(9).fill(fullAnswer) }), 2),
    awardsView(reading, id(1), Array(5).fill(row({ kind: 'award', reason: '*'.repeat(300) }))),
    auditView(reading, {
      rows: Array(DEEDS_SHOWN).fill(deed({ reason: '*'.repeat(300), details: told({ points: 1000 }) })),
      called,
      memberId: id(1),
      page: 1,
      pages: 2,
    }),
  ];
  const long = 'x'.repeat(120);
  views.push(
    auditView(reading, {
      rows: Array(DEEDS_SHOWN).fill(
        deed({
          action: 'setup.changed',
          targetId: null,
          reason: null,
          details: told({ field: 'timeZone', from: long, to: long.replace('x', 'y') }),
        }),
      ),
      called,
      memberId: undefined,
      page: 1,
      pages: 2,
    }),
  );
  for (const view of views) {
    expect(readable(view.components).length, readable(view.components)).toBeLessThan(4000);
    expect(JSON.stringify(view.components).match(/"type":/g)?.length).toBeLessThanOrEqual(40);
  }
});
