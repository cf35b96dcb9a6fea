// Which message is proposed as the solution: a table of talks, each as one would read it in a thread.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  candidatesIn,
  type Message,
  proposeSolution,
  readClosing,
  readTurn,
} from '../../../src/features/questions/proposal.rules.ts';

const PEOPLE: Readonly<Record<string, string>> = {
  ann: '100000000000000001',
  ben: '100000000000000002',
  cleo: '100000000000000003',
  bot: '100000000000000009',
};
const FIRST_ID = 900_000_000_000_000_000n;
const MINUTE_MS = 60_000;

const idOf = (line: number) => String(FIRST_ID + BigInt(line));
const asDiscord = (text: string) =>
  text.replaceAll(/@(\w+)/g, (all, name: string) => (PEOPLE[name] ? `<@${PEOPLE[name]}>` : all));

/** `ben: words`, or `ben ↩0: words` in answer to line 0; ann asked. A minute passes between lines, `…` is an hour. */
function read(talk: string): Message[] {
  const lines = talk
    .trim()
    .split('\n')
    .map((line) => line.trim());
  let at = 1_700_000_000_000;
  const messages: Message[] = [];
  for (const line of lines) {
    at += MINUTE_MS;
    if (line === '…') {
      at += 60 * MINUTE_MS;
      continue;
    }
    const [, name = '', replied, content = ''] = /^(\w+)(?: ↩(\d+))?: (.*)$/.exec(line) ?? [];
    const repliedTo = replied === undefined ? undefined : messages[Number(replied)];
    messages.push({
      messageId: idOf(messages.length),
      authorId: PEOPLE[name] ?? name,
      authorIsBot: name === 'bot',
      at,
      content: asDiscord(content),
      ...(repliedTo
        ? { repliedToMessageId: repliedTo.messageId, repliedToAuthorId: repliedTo.authorId }
        : {}),
    });
  }
  return messages;
}

/** The number of the line that is proposed by the last line of the talk, and why. */
function proposed(talk: string): string {
  const messages = read(talk);
  const closing = messages.at(-1);
  if (!closing) throw new Error('a talk has lines');
  const proposal = proposeSolution(
    PEOPLE.ann ?? '',
    messages.slice(0, -1).map(readTurn),
    readClosing(closing),
  );
  if (!proposal) return 'nothing';
  return `${messages.findIndex(({ messageId }) => messageId === proposal.messageId)} ${proposal.why}`;
}

describe('the message that helped', () => {
  it.each([
    [
      'the answer replied to',
      '1 reply',
      'ann: it fails\nben: clear the cache first\ncleo: update to version nine\nann ↩1: thanks!',
    ],
    [
      'replied to small talk: that person’s answer',
      '1 reply',
      'ann: it fails\nben: clear the cache first\nann: works\nben: glad it works\nann ↩3: thanks',
    ],
    [
      'replied to something far above',
      '0 reply',
      `ben: clear the cache first\n${'cleo: and so on and so on\n'.repeat(60)}ann ↩0: that worked`,
    ],
    [
      'the last answer of who is mentioned',
      '2 mention',
      'ann: it fails\nben: clear the cache first\nben: then restart the server\ncleo: or update to nine\nann: thanks @ben',
    ],
    [
      'the only helper',
      '1 onlyHelper',
      'ann: it fails\nben: clear the cache first\nann: let me try\nann: that worked',
    ],
    [
      'of several messages in a row, what explains',
      '2 onlyHelper',
      'ann: it fails\nben: yes that happens\nben: run `npm ci` in the folder\nben: and you are done\nann: thanks',
    ],
    [
      'a link explains',
      '1 onlyHelper',
      'ann: it fails\nben: https://example.com/install\nben: the second chapter there\nann: that did it',
    ],
    [
      'an hour before is another answer',
      '2 onlyHelper',
      'ann: it fails\nben: run `npm ci` in the folder\n…\nben: clear the cache as well\nann: solved',
    ],
    [
      'of several helpers, who answered last',
      '3 lastAnswer',
      'ann: it fails\nben: clear the cache first\nann: that changes nothing\ncleo: then update to nine\nann: it works now',
    ],
    [
      'of two who answered last, who spoke to the asker',
      '2 lastAnswer',
      'ann: it fails\nben: that is an old error of theirs\ncleo: @ann update to version nine\nann: it works now',
    ],
    [
      'not what was said to somebody else',
      '1 onlyHelper',
      'ann: it fails\nben: clear the cache first\nben: @cleo how was your holiday then\nann: thanks',
    ],
    [
      'a question may have been the hint, once it works',
      '1 onlyHelper',
      'ann: it fails\nben: did you clear the cache?\nann: ah, it works now',
    ],
    [
      'an answer that begins with a question',
      '1 onlyHelper',
      'ann: it fails\nben: is it version eight? That one has a bug, take nine\nann: thanks',
    ],
    [
      'beside a bot',
      '1 onlyHelper',
      'ann: it fails\nben: clear the cache first\nbot: have you read our guide to questions\nann: thanks',
    ],
    [
      'thanks before a word that it works',
      '1 onlyHelper',
      'ann: it fails\nben: clear the cache first\nann: it works\nann: thank you so much',
    ],
    [
      'Japanese has no spaces',
      '1 onlyHelper',
      'ann: 動かない\nben: キャッシュを消して再起動してみてください\nann: できました、ありがとうございます',
    ],
  ])('%s', (_, expected, talk) => expect(proposed(talk)).toBe(expected));
});

describe('nothing', () => {
  it.each([
    ['nobody else wrote', 'ann: it fails\nann: fixed it now'],
    ['only a bot wrote', 'ann: it fails\nbot: have you read our guide to questions\nann: thanks'],
    [
      'thanks to a bot',
      'ann: it fails\nben: clear the cache first\nbot: have you read our guide\nann ↩2: thanks',
    ],
    ['the asker asks on', 'ann: it fails\nben: clear the cache first\nann: thanks! But where is it?'],
    ['the asker is about to try', "ann: it fails\nben: clear the cache first\nann: thanks, I'll try that"],
    [
      'the asker said so just before',
      "ann: it fails\nben: clear the cache first\nann: I'll try that\nann: thank you",
    ],
    ['it does not work', 'ann: it fails\nben: clear the cache first\nann: thanks, but it still fails'],
    [
      'the asker found it alone',
      'ann: it fails\nben: clear the cache first\nann: never mind, it was a typo. Thanks',
    ],
    [
      'the asker found it alone just before',
      'ann: it fails\nben: clear the cache first\nann: I found the problem myself\nann: thanks everybody',
    ],
    [
      'two people are thanked',
      'ann: it fails\nben: clear the cache first\ncleo: and update it\nann: thanks @ben and @cleo',
    ],
    [
      'two answered at once',
      'ann: it fails\nben: clear the cache first\ncleo: update to version nine\nann: it works now',
    ],
    [
      'somebody who said nothing is mentioned',
      'ann: it fails\nben: clear the cache first\nann: thanks @cleo',
    ],
    ['only small talk', 'ann: it fails\nben: oh no\nann: thanks'],
    ['nobody had an idea', 'ann: it fails\nben: I have no idea\nann: ok thanks'],
    ['they only asked back', 'ann: it fails\nben: which version is that?\nann: thanks for the quick reply'],
    ['thanks anyway', 'ann: it fails\nben: I only know that on Windows\nann: thanks anyway'],
  ])('when %s', (_, talk) => expect(proposed(talk)).toBe('nothing'));
});

describe('candidates', () => {
  it('are what others said, newest first, without small talk', () => {
    const turns = read(
      'ann: it fails\nben: clear the cache first\ncleo: lol\nbot: read our guide to questions\ncleo: update to nine',
    ).map(readTurn);
    expect(candidatesIn(PEOPLE.ann ?? '', turns).map(({ messageId }) => messageId)).toEqual([
      idOf(4),
      idOf(1),
    ]);
  });
});

it('never proposes the asker, a bot, or what came later', () => {
  const name = fc.constantFrom('ann', 'ben', 'cleo', 'bot');
  const words = fc.constantFrom(
    'clear the cache first',
    'thanks',
    'it works now',
    'did you restart?',
    '@ann try `this`',
    '@ben @cleo look',
    'ok',
  );
  const line = fc.record({ name, words, reply: fc.option(fc.nat(20), { nil: undefined }) });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 25 }), fc.nat(24), (lines, place) => {
      const talk = lines.map(({ name: who, words: said, reply }, at) =>
        reply === undefined || reply >= at ? `${who}: ${said}` : `${who} ↩${reply}: ${said}`,
      );
      const messages = read(talk.join('\n'));
      const closing = messages[place % messages.length];
      if (!closing) return;
      const proposal = proposeSolution(PEOPLE.ann ?? '', messages.map(readTurn), readClosing(closing));
      if (!proposal) return;
      const message = messages.find(({ messageId }) => messageId === proposal.messageId);
      expect(message?.authorId).toBe(proposal.authorId);
      expect([PEOPLE.ann, PEOPLE.bot]).not.toContain(proposal.authorId);
      expect(BigInt(proposal.messageId)).toBeLessThan(BigInt(closing.messageId));
    }),
  );
});
