// Who may be nominated, reviewed and decided about, and what a term allows: tables of cases.
import { describe, expect, test } from 'vitest';
import { DEFAULT_TIERS } from '../../src/core/settings.ts';
import type { Nomination } from '../../src/features/ambassadors/rules.ts';
import * as rules from '../../src/features/ambassadors/rules.ts';
import type { Term } from '../../src/features/ambassadors/terms.rules.ts';
import * as terms from '../../src/features/ambassadors/terms.rules.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 2, 10, 12);

const nomination = (over: Partial<Nomination> = {}): Nomination => ({
  id: 1,
  guildId: '1',
  candidateId: '20',
  nominatorId: '10',
  why: 'kind',
  state: 'reviewing',
  createdAt: NOW - 10 * DAY,
  channelId: '5',
  answeredAt: null,
  statement: null,
  reviewStartedAt: NOW - 5 * DAY,
  threadId: null,
  messageId: null,
  decidedAt: null,
  decidedBy: null,
  feedback: null,
  againAt: null,
  promotionId: null,
  ...over,
});

const noOf = (judged: object | undefined) => (judged && 'refused' in judged ? judged.refused : undefined);

describe('nominating', () => {
  const base: rules.Nominating = {
    nominatorId: '10',
    candidate: { memberId: '20', isHere: true, isBot: false, isPending: false, isAmbassador: false },
    why: 'kind',
    hasTier: true,
    latest: undefined,
    nominatedLately: 0,
    now: NOW,
  };
  const with_ = (over: Partial<rules.CandidateFacts>) => ({ candidate: { ...base.candidate, ...over } });
  const own = { nominatorId: '20' };
  const later = NOW + DAY;

  test.each<[string, Partial<rules.Nominating>, string | undefined]>([
    ['anybody who is here', {}, undefined],
    ['oneself, which is applying', own, undefined],
    ['a bot', with_({ isBot: true }), 'nominateBot'],
    ['somebody who left', with_({ isHere: false }), 'notAMember'],
    ['somebody who has not accepted the rules', with_({ isPending: true }), 'nominateBeforeRules'],
    ['an Ambassador', with_({ isAmbassador: true }), 'ambassadorAlready'],
    ['oneself, being one', { ...own, ...with_({ isAmbassador: true }) }, 'ambassadorYourself'],
    ['for no reason', { why: '' }, 'whyMissing'],
    ['without a tier for it', { hasTier: false }, 'ambassadorTierNone'],
    ['who is asked already', { latest: nomination({ state: 'asked' }) }, 'nominatedAlready'],
    ['who is under review', { latest: nomination() }, 'nominatedAlready'],
    ['oneself twice', { ...own, latest: nomination({ state: 'accepted' }) }, 'appliedAlready'],
    ['before the date', { latest: nomination({ state: 'notYet', againAt: later }) }, 'nominateLater'],
    [
      'oneself before the date',
      { ...own, latest: nomination({ state: 'notYet', againAt: later }) },
      'applyLater',
    ],
    ['on the date', { latest: nomination({ state: 'notYet', againAt: NOW }) }, undefined],
    [
      'who said no lately',
      { latest: nomination({ state: 'declined', decidedAt: NOW - 89 * DAY }) },
      'nominateLater',
    ],
    [
      'who said no long ago',
      { latest: nomination({ state: 'declined', decidedAt: NOW - 90 * DAY }) },
      undefined,
    ],
    ['oneself after a no', { ...own, latest: nomination({ state: 'declined', decidedAt: NOW }) }, undefined],
    ['who withdrew lately', { latest: nomination({ state: 'withdrawn', decidedAt: NOW }) }, 'nominateLater'],
    ['who never answered', { latest: nomination({ state: 'expired', decidedAt: NOW }) }, undefined],
    ['a fourth in a month', { nominatedLately: 3 }, 'nominatedMany'],
    ['oneself, after three others', { ...own, nominatedLately: 3 }, undefined],
  ])('%s', (_whom, over, no) => {
    expect(noOf(rules.judgeNomination({ ...base, ...over }))).toBe(no);
  });
});

test.each<[string, Partial<Nomination>, string, string | undefined]>([
  ['the candidate', { state: 'asked' }, '20', undefined],
  ['somebody else', { state: 'asked' }, '10', 'notTheCandidate'],
  ['a second time', { state: 'accepted' }, '20', 'nominationAnswered'],
  ['after it expired', { state: 'expired' }, '20', 'nominationAnswered'],
])('an answer by %s', (_who, over, memberId, no) => {
  expect(noOf(rules.judgeAnswer(nomination(over), memberId))).toBe(no);
});

test.each<[string, Nomination | undefined, string | undefined]>([
  ['while asked', nomination({ state: 'asked' }), undefined],
  ['under review', nomination(), undefined],
  ['with none', undefined, 'nominationNone'],
  ['when it is decided', nomination({ state: 'notYet' }), 'nominationNone'],
  ['while Discord gives the role', nomination({ promotionId: 4 }), 'reviewOver'],
])('words of the candidate %s', (_when, one, no) => {
  expect(noOf(rules.judgeOwn(one))).toBe(no);
});

test.each<
  [
    string,
    Partial<Nomination>,
    Partial<{ moderatorId: string; underWay: number; channelId: string }>,
    string | undefined,
  ]
>([
  ['who said yes', { state: 'accepted' }, {}, undefined],
  ['who has not answered', { state: 'asked' }, {}, 'consentMissing'],
  ['under review', {}, {}, 'reviewRuns'],
  ['who withdrew', { state: 'withdrawn' }, {}, 'reviewOver'],
  ['by the candidate', { state: 'accepted' }, { moderatorId: '20' }, 'reviewOfYourself'],
  ['as the third', { state: 'accepted' }, { underWay: 2 }, undefined],
  ['as the fourth', { state: 'accepted' }, { underWay: 3 }, 'reviewsMany'],
])('a review of somebody %s', (_whom, over, about, no) => {
  expect(
    noOf(rules.judgeStart(nomination(over), { moderatorId: '30', underWay: 0, channelId: '7', ...about })),
  ).toBe(no);
});

test('a review without a channel for it', () => {
  const about = { moderatorId: '30', underWay: 0 };
  expect(noOf(rules.judgeStart(nomination({ state: 'accepted' }), about))).toBe('reviewChannelNone');
});

test.each<[string, Partial<Nomination>, { memberId: string; isStaff: boolean }, string | undefined]>([
  ['staff', {}, { memberId: '30', isStaff: true }, undefined],
  ['who is no staff', {}, { memberId: '30', isStaff: false }, 'reviewStaffOnly'],
  ['the candidate', {}, { memberId: '20', isStaff: true }, 'voteCandidate'],
  ['the nominator', {}, { memberId: '10', isStaff: true }, 'voteNominator'],
  ['after the end', { state: 'notYet' }, { memberId: '30', isStaff: true }, 'reviewOver'],
  ['after a withdrawal', { state: 'withdrawn' }, { memberId: '30', isStaff: true }, 'reviewOver'],
  ['while Discord gives the role', { promotionId: 4 }, { memberId: '30', isStaff: true }, 'reviewOver'],
])('a vote by %s', (_who, over, voter, no) => {
  expect(noOf(rules.judgeVote(nomination(over), voter))).toBe(no);
});

const votes = (yes: number, no = 0, notYet = 0) => [
  ...Array.from({ length: yes }, () => ({ vote: 'yes' as const })),
  ...Array.from({ length: no }, () => ({ vote: 'no' as const })),
  ...Array.from({ length: notYet }, () => ({ vote: 'notYet' as const })),
];

test.each<
  [string, Partial<Nomination>, ReturnType<typeof votes>, rules.Verdict, string | undefined, string?]
>([
  ['enough of it', {}, votes(3), 'promote', undefined],
  ['two of three', {}, votes(2, 1), 'promote', undefined],
  ['half', {}, votes(2, 1, 1), 'promote', 'reviewNoMajority'],
  ['half, to say not yet', {}, votes(2, 1, 1), 'notYet', undefined],
  ['too few', {}, votes(2), 'promote', 'reviewQuorum'],
  ['too few, to say not yet', {}, votes(0, 2), 'notYet', 'reviewQuorum'],
  ['too soon', { reviewStartedAt: NOW - 3 * DAY + 1 }, votes(3), 'promote', 'reviewTooSoon'],
  ['on the minute', { reviewStartedAt: NOW - 3 * DAY }, votes(3), 'promote', undefined],
  ['about oneself', {}, votes(3), 'promote', 'reviewOfYourself', '20'],
  ['a second decision', { promotionId: 4 }, votes(3), 'notYet', 'reviewOver'],
  ['after the end', { state: 'promoted' }, votes(3), 'promote', 'reviewOver'],
])('a verdict with %s', (_what, over, cast, verdict, no, moderatorId = '30') => {
  const settings = { quorum: 3, minDays: 3, termMonths: 6, mayMark: false, mayPublish: false };
  expect(noOf(rules.judgeVerdict(nomination(over), cast, { verdict, moderatorId, now: NOW }, settings))).toBe(
    no,
  );
});

test.each([
  ['1', 1],
  [' 90 ', 90],
  ['365', 365],
  ['366', undefined],
  ['0', undefined],
  ['-3', undefined],
  ['two', undefined],
  ['', undefined],
])('%j days until the next try', (typed, days) => expect(rules.againDays(typed)).toBe(days));

test('the tier of Ambassadors: that key, else the highest that only people give, else none', () => {
  expect(rules.ambassadorTier(DEFAULT_TIERS)?.key).toBe('ambassador');
  const sages = [
    { key: 'elder', byPeopleOnly: true },
    { key: 'sage', byPeopleOnly: true },
    { key: 'top', byPeopleOnly: false },
  ];
  expect(rules.ambassadorTier(sages)?.key).toBe('sage');
  expect(rules.ambassadorTier([{ key: 'top', byPeopleOnly: false }])).toBeUndefined();
});

describe('a term', () => {
  const START = Date.UTC(2026, 0, 31, 10);
  const term = (over: Partial<Term> = {}): Term => ({
    id: 1,
    guildId: '1',
    memberId: '20',
    promotionId: 4,
    startedAt: START,
    endsAt: terms.monthsAfter(START, 6, 'UTC'),
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
  const ends = term().endsAt;

  test.each([
    [Date.UTC(2026, 0, 31, 10), 1, 'UTC', Date.UTC(2026, 1, 28, 10)],
    [Date.UTC(2026, 0, 31, 10), 6, 'UTC', Date.UTC(2026, 6, 31, 10)],
    // Eleven in the morning stays eleven in the morning when summer comes.
    [Date.UTC(2026, 0, 31, 10), 6, 'Europe/Berlin', Date.UTC(2026, 6, 31, 9)],
    [Date.UTC(2026, 6, 31, 10), -1, 'UTC', Date.UTC(2026, 5, 30, 10)],
  ])('%i and %i months in %s', (at, months, zone, then) =>
    expect(terms.monthsAfter(at, months, zone)).toBe(then),
  );

  test('is asked about a month before its end, once, and not on leave; a short one when half of it is over', () => {
    const due = Date.UTC(2026, 5, 30, 10);
    expect(terms.isAskDue(term(), due - 1, 'UTC')).toBe(false);
    expect(terms.isAskDue(term(), due, 'UTC')).toBe(true);
    expect(terms.isAskDue(term({ askedAt: due }), due, 'UTC')).toBe(false);
    expect(terms.isAskDue(term({ state: 'paused' }), due, 'UTC')).toBe(false);
    const short = term({ endsAt: START + 30 * DAY });
    expect(terms.isAskDue(short, START + 14 * DAY, 'UTC')).toBe(false);
    expect(terms.isAskDue(short, START + 15 * DAY, 'UTC')).toBe(true);
  });

  test('is over at its end, not on leave; a leave is over after 90 days and its days are added', () => {
    expect([terms.isOver(term(), ends - 1), terms.isOver(term(), ends)]).toEqual([false, true]);
    const away = term({ state: 'paused', pausedAt: ends - 10 * DAY });
    expect(terms.isOver(away, ends + DAY)).toBe(false);
    expect([terms.isLeaveOver(away, ends + 80 * DAY - 1), terms.isLeaveOver(away, ends + 80 * DAY)]).toEqual([
      false,
      true,
    ]);
    expect(terms.endAfterLeave(away, ends)).toBe(ends + 10 * DAY);
  });

  test.each<[string, Term | undefined, terms.Step, string, number, string | undefined]>([
    ['renewed before it is asked', term(), 'renew', '20', START, 'termSettled'],
    ['renewed when asked', term(), 'renew', '20', ends - DAY, undefined],
    ['paused', term(), 'pause', '20', START, undefined],
    ['paused twice', term({ state: 'paused', pausedAt: START }), 'pause', '20', START, 'termSettled'],
    ['back without a leave', term(), 'back', '20', START, 'termSettled'],
    ['back', term({ state: 'paused', pausedAt: START }), 'back', '20', START, undefined],
    [
      'stepped down from on leave',
      term({ state: 'paused', pausedAt: START }),
      'stepDown',
      '20',
      START,
      undefined,
    ],
    ['stepped down from twice', term({ endedWhy: 'steppedDown' }), 'stepDown', '20', START, 'termOver'],
    ['chosen about by somebody else', term(), 'stepDown', '21', START, 'notTheAmbassador'],
    [
      'chosen about after its end',
      term({ state: 'ended', endedWhy: 'over' }),
      'renew',
      '20',
      ends,
      'termOver',
    ],
    ['none', undefined, 'renew', '20', START, 'termNone'],
  ])('%s', (_what, one, step, memberId, now, no) => {
    expect(noOf(terms.judgeStep(one, { memberId, step, now, timeZone: 'UTC' }))).toBe(no);
  });

  test('ends with honour when it was served, or given back', () => {
    const whys = ['over', 'steppedDown', 'removed', 'left', 'demoted', 'renewed'] as const;
    expect(whys.filter(terms.isHonoured)).toEqual(['over', 'steppedDown']);
  });
});
