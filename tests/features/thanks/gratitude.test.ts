// What of a message is read, who is mentioned in it, and that reading costs the same whatever is written.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentionsOutsideQuotes, visibleText } from '../../../src/features/language/visible-text.rules.ts';
import { findGratitude } from '../../../src/features/thanks/gratitude.rules.ts';

/** Characters in the longest message that Discord takes. */
const LONGEST_MESSAGE = 4_000;
const MOST_MILLISECONDS = 2;

describe('visibleText', () => {
  it.each([
    ['plain words stay', 'thanks for the help', 'thanks for the help'],
    ['a quoted line goes', '> thanks\nsee above', 'see above'],
    ['all lines after a block quote go', 'see below\n>>> thanks\na lot', 'see below'],
    ['code goes', 'run `thanks` now', 'run now'],
    ['code between double backticks goes', 'run ``tha`nks`` now', 'run now'],
    ['a code block goes', 'look\n```js\nthanks()\n```\nhere', 'look here'],
    ['a backtick without its pair stays', 'a ` thanks', 'a ` thanks'],
    ['spoilers go', 'so ||thanks|| so', 'so so'],
    ['links go', 'see https://example.com/thanks here', 'see here'],
    ['masked links go', 'see [thanks](https://example.com) here', 'see here'],
    ['links without a preview go', 'see <https://example.com/thanks> here', 'see here'],
    ['custom emoji go', 'so <:thanks:123456789012345678> <a:ty:123456789012345678> so', 'so so'],
    ['mentions become a sign', 'ask <@123456789012345678> or <@&123456789012345678>', 'ask @ or @'],
    [
      'channels, commands and times go',
      'in <#123456789012345678> </thanks:123456789012345678> <t:1:R> ok',
      'in ok',
    ],
    ['words between quotation marks go', 'the "thank you" page', 'the , page'],
    ['a message all in quotation marks stays', '"thank you"', '"thank you"'],
    ['a sign for smaller than is no quote', 'a <b> c', 'a c'],
    ['an angry face is no quote', '>:( thanks', '>:( thanks'],
  ])('%s', (_, content, text) => {
    expect(visibleText(content).replace(/\s+/g, ' ').trim()).toBe(text);
  });
});

describe('mentionsOutsideQuotes', () => {
  const [ann, ben] = ['111111111111111111', '222222222222222222'];
  it.each([
    ['in order, each once', `<@${ben}> <@!${ann}> <@${ben}>`, [ben, ann]],
    ['not in quotes', `> <@${ann}> said\nthanks <@${ben}>`, [ben]],
    ['not in code or spoilers', `\`<@${ann}>\` ||<@${ann}>|| <@${ben}>`, [ben]],
    ['roles and channels are no users', `<@&${ann}> <#${ann}>`, []],
    ['none', 'thanks', []],
  ])('%s', (_, content, ids) => {
    expect(mentionsOutsideQuotes(content)).toEqual(ids);
  });
});

describe('findGratitude', () => {
  it('says in which language and with which words', () => {
    expect(findGratitude('Merci à toi !')).toEqual({ language: 'fr', phrase: 'merci a toi' });
    expect(findGratitude('ok, thx <@111111111111111111>')).toEqual({ language: 'en', phrase: 'thx' });
  });

  it.each([
    ['a sentence about something else before it', 'It was the firewall. Thanks!'],
    ['a request after it', 'thanks! Can anyone explain why?'],
    ['a request before it, and the answer between', 'Can anyone help? Edit: works now, thanks'],
    ['a question that repeats the answer before it', 'Oh, so I only had to restart it? Thanks!'],
    ['a refusal before it', 'No thanks, I will not reinstall. Thanks for the tip about the cache though'],
    ['letters stretched', 'thaaaaaanks sooooo much'],
    ['capitals', 'THANK YOU'],
    ['ornamental letters', '𝕥𝕙𝕒𝕟𝕜 𝕪𝕠𝕦'],
    ['invisible characters', 'th​an‍ks'],
    ['bold and italic', '**thanks** *a lot*'],
    ['emoji on both sides', '🎉thanks🎉'],
  ])('counts with %s', (_, content) => {
    expect(findGratitude(content)).toBeDefined();
  });

  it.each([
    ['a request before it', 'How do I undo this? Thanks!'],
    ['a request that begins with agreement before it', 'ok, and where do I put the file? thanks'],
    ['an emoji that takes it back', 'thanks, I had tried that before I asked 🙄'],
    ['a face turned upside down', 'great, everything is down again. thanks 🙃'],
    ['a mark of irony', 'thanks, that helped so much /s'],
    ['a quoted line around it', '> thanks for the help\nwho wrote this?'],
  ])('does not count with %s', (_, content) => {
    expect(findGratitude(content)).toBeUndefined();
  });

  it('never throws, whatever is written', () => {
    const words = fc.constantFrom(
      'thanks',
      'no',
      'merci',
      '<@1>',
      '`',
      '```',
      '> ',
      '||',
      '"',
      'ありがとう',
      '?',
      '\n',
      'ty',
    );
    const messages = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(words, { maxLength: 60 }).map((parts) => parts.join(' ')),
    );
    fc.assert(fc.property(messages, (content) => findGratitude(content) === undefined || content.length > 0));
  });

  it('hears nothing in quoted lines, whatever they hold', () => {
    const line = fc.string({ maxLength: 80 }).map((text) => `> thanks ${text.replaceAll('\n', ' ')}`);
    fc.assert(fc.property(line, (content) => findGratitude(content) === undefined));
  });

  it.each([
    'no thanks ',
    'thanks to the ',
    'you are the best thing to ',
    'the thanks a thanks ',
    'thank ',
    'merci de ',
    'nie dzięki z góry ',
    'vielen dank für jede ',
    'と助かります',
    'ありがとうと',
    'would be would ',
    'has have had you saved my ',
    'thaanks to ',
    '> ',
    '`',
    '`a',
    '|| ',
    '"a" ',
    '"',
    '„',
    '««',
    '[',
    '[thanks](',
    '](http:',
    '<',
    '<@1',
    '@',
    'http://',
    'www.',
    'a.',
    '.',
    '-',
    '_a',
    'a',
    "'",
    '🙏',
    'é',
    't\u0301',
    '?',
    'thanks 🙄 ',
  ])('reads %j over and over in less than two milliseconds', (part) => {
    const content = part.repeat(Math.ceil(LONGEST_MESSAGE / part.length)).slice(0, LONGEST_MESSAGE);
    expect(quickestOf(25, () => findGratitude(content))).toBeLessThan(MOST_MILLISECONDS);
  });
});

/** The best of several runs in milliseconds: what the work costs when nobody else uses the machine. */
function quickestOf(runs: number, work: () => unknown): number {
  let quickest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    work();
    quickest = Math.min(quickest, performance.now() - start);
  }
  return quickest;
}
