// How Ambassadors' affairs look, in golden files, and that the fullest pages stay within what Discord takes.
import { expect, test } from 'vitest';
import type { View } from '../../src/core/actions.ts';
import { DEFAULT_TIERS } from '../../src/core/settings.ts';
import { Texts } from '../../src/core/texts.ts';
import { answerWaitsView, consentView } from '../../src/features/ambassadors/consent.view.ts';
import type { Dossier } from '../../src/features/ambassadors/dossier.service.ts';
import { dossierView, statementForm } from '../../src/features/ambassadors/dossier.view.ts';
import { ALUMNI_SHOWN, AMBASSADORS_SHOWN } from '../../src/features/ambassadors/list.service.ts';
import { candidatesView, rollView } from '../../src/features/ambassadors/list.view.ts';
import { cardView, feedbackForm, voteForm } from '../../src/features/ambassadors/review.view.ts';
import type * as rules from '../../src/features/ambassadors/rules.ts';
import type { Term } from '../../src/features/ambassadors/terms.rules.ts';
import { noticeView, questionView, termView } from '../../src/features/ambassadors/terms.view.ts';
import { expectGolden, readable } from '../support/golden.ts';

const reading = new Texts().for('en');
const GUILD = '100000000000000001';
const id = (n: number) => String(800_000_000_000_000_000n + BigInt(n));
const AT = Date.UTC(2026, 2, 2, 12);
const DAY = 86_400_000;
const place = (n: number) => ({ channelId: id(50), messageId: id(60 + n), at: AT - n * DAY });

const nomination = (over: Partial<rules.Nomination> = {}): rules.Nomination => ({
  id: 7,
  guildId: GUILD,
  candidateId: id(1),
  nominatorId: id(2),
  why: 'Answers with *patience*',
  state: 'reviewing',
  createdAt: AT,
  channelId: id(50),
  answeredAt: AT,
  statement: 'I am here most evenings.',
  reviewStartedAt: AT,
  threadId: id(70),
  messageId: id(71),
  decidedAt: null,
  decidedBy: null,
  feedback: null,
  againAt: null,
  promotionId: null,
  ...over,
});

const term = (over: Partial<Term> = {}): Term => ({
  id: 3,
  guildId: GUILD,
  memberId: id(1),
  promotionId: 9,
  startedAt: AT,
  endsAt: AT + 180 * DAY,
  state: 'active',
  askedAt: null,
  answer: null,
  answeredAt: null,
  pausedAt: null,
  endedAt: null,
  endedWhy: null,
  alumnus: 0,
  ...over,
});

const dossier = (over: Partial<Dossier> = {}): Dossier => ({
  guildId: GUILD,
  memberId: id(1),
  nomination: nomination(),
  earlier: [nomination({ id: 5, state: 'notYet', decidedAt: AT - 90 * DAY, feedback: 'A little more time' })],
  terms: [term({ state: 'ended', endedWhy: 'left', endedAt: AT - 200 * DAY, startedAt: AT - 300 * DAY })],
  ladder: DEFAULT_TIERS,
  tagNames: new Map([['81', 'deploy']]),
  evidence: {
    peopleHelped: 34,
    latestHelp: place(1),
    solutions: 21,
    latestSolution: place(2),
    tags: [
      { tagId: '81', solutions: 12, ...place(3) },
      { tagId: '82', solutions: 1, ...place(4) },
    ],
    months: 7,
    firstHelp: place(200),
    words: [{ from: id(4), words: 'found the leak', ...place(5) }],
    reversals: 1,
    latestReversal: place(6),
    decisions: [
      {
        direction: 'promote',
        tier: 'expert',
        fromTier: 'guide',
        reason: 'deep',
        origin: 'people',
        at: AT - 30 * DAY,
      },
    ],
  },
  ...over,
});

const NOTHING_YET: Dossier['evidence'] = {
  peopleHelped: 0,
  latestHelp: undefined,
  solutions: 0,
  latestSolution: undefined,
  tags: [],
  months: 0,
  firstHelp: undefined,
  words: [],
  reversals: 0,
  latestReversal: undefined,
  decisions: [],
};

const review = (over: Partial<Parameters<typeof cardView>[1]> = {}): Parameters<typeof cardView>[1] => ({
  dossier: dossier(),
  nomination: nomination(),
  votes: [
    { nominationId: 7, memberId: id(11), vote: 'yes', reason: 'kind', at: AT },
    { nominationId: 7, memberId: id(12), vote: 'notYet', reason: 'a little early', at: AT },
  ],
  quorum: 3,
  minDays: 3,
  ...over,
});

const figures = { peopleHelped: 34, solutions: 21, months: 7, tags: ['deploy', 'plugins'] };
const members = (n: number) => Array.from({ length: n }, (_, i) => id(i));

const views: Readonly<Record<string, () => object>> = {
  consent: () => consentView(reading, nomination({ state: 'asked' })),
  answer: () => answerWaitsView(reading, id(1)),
  'dossier.own': () => dossierView(reading, dossier(), 'candidate'),
  'dossier.moderator': () =>
    dossierView(reading, dossier({ nomination: nomination({ state: 'accepted' }) }), 'moderator'),
  'dossier.nothing-yet': () =>
    dossierView(reading, dossier({ earlier: [], terms: [], evidence: NOTHING_YET }), 'candidate'),
  'dossier.not-yet': () =>
    dossierView(
      reading,
      dossier({
        nomination: nomination({ state: 'notYet', feedback: 'Soon', againAt: AT + DAY }),
        earlier: [],
      }),
      'candidate',
    ),
  card: () => cardView(reading, review()),
  'card.promoted': () =>
    cardView(reading, review({ nomination: nomination({ state: 'promoted', decidedBy: id(9) }) })),
  'card.under-way': () =>
    cardView(reading, review({ nomination: nomination({ promotionId: 2, decidedBy: id(9) }) })),
  forms: () => [voteForm(reading, 7, 'no'), feedbackForm(reading, 7), statementForm(reading, 'said')],
  question: () => questionView(reading, term()),
  term: () => termView(reading, term(), { since: AT, now: AT + DAY, timeZone: 'UTC' }),
  'term.leave': () =>
    termView(reading, term({ state: 'paused', pausedAt: AT }), { since: AT, now: AT + DAY, timeZone: 'UTC' }),
  notice: () => noticeView(reading, term(), 'asked', { helps: 12, solutions: 1, latest: place(1) }),
  roll: () =>
    rollView(
      reading,
      {
        ambassadors: [
          { memberId: id(1), since: AT, onLeave: false, tags: ['deploy'] },
          { memberId: id(2), since: AT, onLeave: true, tags: [] },
        ],
        more: 0,
        alumni: [{ memberId: id(3), from: AT, to: AT + DAY }],
      },
      '/ambassador nominate',
    ),
  'roll.none': () => rollView(reading, { ambassadors: [], more: 0, alumni: [] }, '/ambassador nominate'),
  candidates: () =>
    candidatesView(reading, {
      candidates: [{ nomination: nomination(), ...figures }],
      more: 1,
      worth: [{ memberId: id(5), ...figures }],
    }),
};

test.each(Object.entries(views))('%s', (name, build) => expectGolden(build(), `ambassadors.${name}`));

/** Characters of text that Discord takes in one message of components, and components in all. */
const MOST_TEXT = 4_000;

test('with the longest words, all of them to be escaped, everything fits into one message', () => {
  const long = (n: number) => '*'.repeat(n);
  const full = dossier({
    nomination: nomination({ why: long(300), statement: long(600) }),
    earlier: members(5).map((_, n) => nomination({ id: 20 + n, state: 'notYet', feedback: long(600) })),
    terms: members(5).map(() => term({ state: 'ended', endedWhy: 'over', endedAt: AT })),
    tagNames: new Map([
      ['81', long(20)],
      ['82', long(20)],
      ['83', long(20)],
    ]),
    evidence: {
      ...dossier().evidence,
      peopleHelped: 123_456,
      solutions: 123_456,
      tags: ['81', '82', '83'].map((tagId) => ({ tagId, solutions: 12_345, ...place(3) })),
      words: members(5).map((from) => ({ from, words: long(300), ...place(5) })),
      decisions: members(5).map(() => ({
        direction: 'promote',
        tier: 'expert',
        fromTier: 'guide',
        reason: long(300),
        origin: 'people',
        at: AT,
      })),
    },
  });
  const votes = members(50).map((memberId) => ({
    nominationId: 7,
    memberId,
    vote: 'notYet' as const,
    reason: long(300),
    at: AT,
  }));
  const lengthOf = (view: View) => readable(view.components).length;
  const open = { dossier: full, nomination: nomination({ why: long(300), statement: long(600) }), votes };
  expect(lengthOf(cardView(reading, review(open)))).toBeLessThanOrEqual(MOST_TEXT);
  const notYet = nomination({
    why: long(300),
    statement: long(600),
    state: 'notYet',
    feedback: long(600),
    decidedBy: id(9),
    againAt: AT,
  });
  const decided = { ...open, nomination: notYet, dossier: { ...full, nomination: notYet } };
  expect(lengthOf(cardView(reading, review(decided)))).toBeLessThanOrEqual(MOST_TEXT);
  expect(lengthOf(dossierView(reading, decided.dossier, 'candidate'))).toBeLessThanOrEqual(MOST_TEXT);
  const names = [long(20), long(20), long(20)];
  const worth = members(5).map((memberId) => ({ memberId, ...figures, tags: names }));
  const candidates = members(8).map(() => ({ nomination: nomination(), ...figures, tags: names }));
  expect(lengthOf(candidatesView(reading, { candidates, more: 12, worth }))).toBeLessThanOrEqual(MOST_TEXT);
  const ambassadors = members(AMBASSADORS_SHOWN).map((memberId) => ({
    memberId,
    since: AT,
    onLeave: true,
    tags: names,
  }));
  const alumni = members(ALUMNI_SHOWN).map((memberId) => ({ memberId, from: AT, to: AT }));
  expect(
    lengthOf(
      rollView(reading, { ambassadors, more: 80, alumni }, '</ambassador nominate:800000000000000000>'),
    ),
  ).toBeLessThanOrEqual(MOST_TEXT);
});

test('only the question to a candidate, the news of an answer and the question about a term ping, and one person', () => {
  const pings = Object.entries(views).flatMap(([name, build]) => {
    const built = build();
    return 'pings' in built ? [[name, built.pings]] : [];
  });
  expect(pings).toEqual([
    ['consent', [id(1)]],
    ['answer', [id(1)]],
    ['question', [id(1)]],
  ]);
});
