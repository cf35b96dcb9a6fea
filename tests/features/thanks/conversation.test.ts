// What the memory of recent conversation keeps, gives up and forgets.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Conversation } from '../../../src/features/thanks/conversation.ts';
import { TURNS_READ, type Turn } from '../../../src/features/thanks/credit.rules.ts';

const FIRST_ID = 1_400_000_000_000_000_000n;

/** A turn whose id grows with `number`, as Discord's do. */
const turn = (number: number, authorId = 'alice', isBot = false): Turn => ({
  authorId,
  messageId: String(FIRST_ID + BigInt(number)),
  at: number,
  addressed: [],
  asks: false,
  isBot,
});
const idOf = (number: number) => turn(number).messageId;
const numbers = (turns: readonly Turn[]) => turns.map(({ at }) => at);
const AFTER_ALL = 1_000_000;

describe('the window of a channel', () => {
  test('gives what was said before a message, oldest first, without the message', () => {
    const conversation = new Conversation();
    for (const number of [1, 2, 3]) conversation.note('help', turn(number));
    expect(numbers(conversation.before('help', idOf(3)))).toEqual([1, 2]);
    expect(numbers(conversation.before('help', idOf(AFTER_ALL)))).toEqual([1, 2, 3]);
  });

  test('keeps channels apart', () => {
    const conversation = new Conversation();
    conversation.note('help', turn(1));
    conversation.note('chat', turn(2));
    expect(numbers(conversation.before('help', idOf(AFTER_ALL)))).toEqual([1]);
    expect(conversation.before('empty', idOf(1))).toEqual([]);
  });

  test('replaces what was read off a message when it is read again', () => {
    const conversation = new Conversation();
    conversation.note('help', turn(1));
    conversation.note('help', { ...turn(1), asks: true });
    expect(conversation.before('help', idOf(2))).toEqual([{ ...turn(1), asks: true }]);
  });

  test('orders ids of different lengths as numbers', () => {
    const conversation = new Conversation();
    conversation.note('help', { ...turn(2), messageId: '1000' });
    conversation.note('help', { ...turn(1), messageId: '999' });
    expect(numbers(conversation.before('help', '1001'))).toEqual([1, 2]);
  });

  test('is the same in whatever order and however often turns arrive, and keeps the latest', () => {
    const arrivals = fc.array(fc.nat(120), { maxLength: 200 });
    fc.assert(
      fc.property(arrivals, (arrived) => {
        const conversation = new Conversation();
        for (const number of arrived) conversation.note('help', turn(number));
        const inOrder = [...new Set(arrived)].sort((one, other) => one - other);
        expect(numbers(conversation.before('help', idOf(AFTER_ALL)))).toEqual(inOrder.slice(-TURNS_READ));
      }),
    );
  });

  test('forgets a deleted message, and is not troubled by one it never had', () => {
    const conversation = new Conversation();
    for (const number of [1, 2]) conversation.note('help', turn(number));
    conversation.forget('help', idOf(1));
    conversation.forget('help', idOf(7));
    conversation.forget('empty', idOf(1));
    expect(numbers(conversation.before('help', idOf(AFTER_ALL)))).toEqual([2]);
    expect(conversation.before('empty', idOf(2))).toEqual([]);
  });
});

describe('the people of a channel', () => {
  test('are those who wrote, once each, without bots', () => {
    const conversation = new Conversation();
    conversation.note('help', turn(1, 'alice'));
    conversation.note('help', turn(2, 'bob'));
    conversation.note('help', turn(3, 'alice'));
    conversation.note('help', turn(4, 'laurel', true));
    expect(conversation.participants('help')).toEqual(['alice', 'bob']);
    expect(conversation.participants('empty')).toEqual([]);
  });

  test('are known by folded names', () => {
    const conversation = new Conversation();
    conversation.note('help', turn(1, 'zoe'), ['Zoë Müller', 'zoe42']);
    expect(conversation.names('help')).toEqual(new Map([['zoe', ['zoe', 'muller', 'zoe42']]]));
    expect(conversation.names('empty').size).toBe(0);
  });

  test('are forgotten with their last turn', () => {
    const conversation = new Conversation();
    conversation.note('help', turn(1, 'zoe'), ['Zoë']);
    conversation.note('help', turn(2, 'bob'), ['Bob']);
    conversation.forget('help', idOf(2));
    expect([...conversation.names('help').keys()]).toEqual(['zoe']);
    for (let number = 3; number < 3 + TURNS_READ; number += 1) conversation.note('help', turn(number));
    expect(conversation.names('help').size).toBe(0);
  });
});

describe('over all channels', () => {
  /** The channels of which something is remembered. */
  const remembered = (conversation: Conversation, channels: readonly string[]) =>
    channels.filter((channel) => conversation.participants(channel).length > 0);

  test('a channel is whole when its history was asked for, or nothing older would be kept', () => {
    const conversation = new Conversation();
    expect(conversation.isWhole('help')).toBe(false);
    conversation.note('help', turn(1));
    expect(conversation.isWhole('help')).toBe(false);
    conversation.markWhole('help');
    expect(conversation.isWhole('help')).toBe(true);
    conversation.markWhole('silent');
    expect(conversation.isWhole('silent')).toBe(true);
    for (let number = 0; number < TURNS_READ; number += 1) conversation.note('chat', turn(number));
    expect(conversation.isWhole('chat')).toBe(true);
  });

  test('the channel quiet longest is given up when there are too many', () => {
    const conversation = new Conversation(2);
    conversation.note('a', turn(1));
    conversation.note('b', turn(2));
    conversation.markWhole('b');
    conversation.before('a', idOf(3));
    conversation.note('c', turn(3));
    expect(remembered(conversation, ['a', 'b', 'c'])).toEqual(['a', 'c']);
    expect(conversation.isWhole('b')).toBe(false);
  });

  test('noting counts as use, and two thousand are the default', () => {
    const conversation = new Conversation();
    for (let channel = 0; channel < 2_000; channel += 1) conversation.note(String(channel), turn(channel));
    conversation.note('0', turn(9_000));
    conversation.note('one more', turn(9_001));
    expect(remembered(conversation, ['0', '1', '2', 'one more'])).toEqual(['0', '2', 'one more']);
  });
});
