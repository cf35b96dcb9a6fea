// What people read who mark a solution or are asked about one, in golden files.
import { describe, expect, test } from 'vitest';
import { Texts } from '../../src/core/texts.ts';
import type { Mark } from '../../src/features/questions/marking.rules.ts';
import {
  assistsView,
  chooseView,
  confirmedView,
  confirmOneView,
  confirmView,
  markedView,
  reopenedView,
  unmarkedView,
} from '../../src/features/questions/marking.view.ts';
import { proposalView, stillBrokenView } from '../../src/features/questions/prompts.view.ts';
import { expectGolden, readable } from '../support/golden.ts';

const reading = new Texts().for('en');
const question = { id: '500', guildId: '1', askerId: '10' };
const mark: Mark = {
  id: 1,
  questionId: '500',
  guildId: '1',
  kind: 'solution',
  messageId: '601',
  memberId: '11',
  isStaff: 0,
  weight: 100,
  markedBy: '10',
  way: 'menu',
  markedAt: 0,
  unmarkedAt: null,
  unmarkedWhy: null,
  originQuestionId: null,
  originMessageId: null,
};
const marked = { question, standing: [mark], replaced: [], known: false, messageId: '601' };

describe('golden', () => {
  test.each([
    ['questions.marked', markedView(reading, marked)],
    ['questions.marked.replaced', markedView(reading, { ...marked, replaced: ['602'] })],
    [
      'questions.marked.own',
      markedView(reading, { ...marked, standing: [{ ...mark, memberId: '10', weight: 0 }] }),
    ],
    [
      'questions.marked.older',
      markedView(reading, {
        ...marked,
        standing: [{ ...mark, originQuestionId: '400', originMessageId: '401' }],
      }),
    ],
    [
      'questions.choose',
      chooseView(reading, '500', [
        { messageId: '601', author: 'Bob', excerpt: 'Something listens on that port already.' },
        { messageId: '602', author: 'Carl', excerpt: '' },
      ]),
    ],
    ['questions.choose.nobody', chooseView(reading, '500', [])],
    [
      'questions.confirm.one',
      confirmOneView(reading, '500', [
        { messageId: '601', author: 'Bob', excerpt: 'Something listens on that port already.' },
      ]),
    ],
    ['questions.confirm', confirmView(reading, '500', '601')],
    [
      'questions.proposal',
      proposalView(reading, {
        question,
        promptId: 7,
        candidate: { messageId: '601', authorId: '11' },
        withInstructions: true,
      }),
    ],
    [
      'questions.proposal.unsure',
      proposalView(reading, { question, promptId: 7, candidate: undefined, withInstructions: false }),
    ],
    ['questions.still-broken', stillBrokenView(reading, '10', 7)],
  ])('%s', async (name, view) => expectGolden(view, name));
});

test('short answers', () => {
  const said = [
    assistsView(reading, ['12', '13']),
    assistsView(reading, []),
    unmarkedView(reading, { state: 'answered' }),
    unmarkedView(reading, { state: 'solved' }),
    reopenedView(reading),
    confirmOneView(reading, '500', []),
    confirmedView(reading, { by: 1, needed: 2, solved: false }),
    confirmedView(reading, { by: 2, needed: 2, solved: true }),
  ];
  expect(said.map(readable)).toEqual([
    '<@12> and <@13> helped as well. That counts for them.',
    'Nobody else is named.',
    'Taken back. The question is open again.',
    'Taken back. The question stays solved by the other answer.',
    'The question is open again. What was marked no longer counts until it is marked again.',
    'Nobody else has written an answer here.',
    'Noted. One more member of a tier has to say so.',
    '✅ Solved, until whoever asked says otherwise.',
  ]);
});
