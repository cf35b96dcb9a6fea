// The little language in which words and phrases are written down, tried on an invented vocabulary.

import { describe, expect, it } from 'vitest';
import { PhraseBook } from '../../../src/features/language/phrase-book.rules.ts';
import type { LanguageWords } from '../../../src/features/language/phrase-graph.rules.ts';
import { fold, tokenise } from '../../../src/features/language/tokens.rules.ts';

const MEANINGS = ['thanks', 'notThanks'] as const;
type Words = LanguageWords<(typeof MEANINGS)[number]>;
const nothing = { thanks: '', notThanks: '' };
const invented = (words: Partial<Words>): Words => ({
  language: 'xx',
  sets: {},
  ...nothing,
  ...words,
});

/** The phrases that a book of these words finds in a message, as "meaning: words". */
function read(words: Partial<Words>, message: string): string[] {
  const tokens = tokenise(fold(message));
  const found = new PhraseBook(MEANINGS, [invented(words)]).findPhrases(tokens);
  const said = (start: number, end: number): string =>
    tokens
      .slice(start, end)
      .map((token) => token.word)
      .join(' ');
  return found.map(({ meaning, start, end }) => `${meaning}: ${said(start, end)}`);
}

describe('a phrase', () => {
  it.each([
    ['a word', 'merk', 'so merk it', 'merk'],
    ['words in a row', 'merk you', 'merk you', 'merk you'],
    ['either word', 'merk|tak you', 'tak you', 'tak you'],
    ['either of several words', '[merk be|tak] you', 'merk be you', 'merk be you'],
    ['an optional word', 'merk (very|so) much', 'merk much', 'merk much'],
    ['an optional word that is there', 'merk (very|so) much', 'merk so much', 'merk so much'],
    ['optional words', 'merk (ever so) much', 'merk ever so much', 'merk ever so much'],
    ['any word', 'merk _ much', 'merk zzz much', 'merk zzz much'],
    ['up to three words', 'merk .. help', 'merk for all the help', 'merk for all the help'],
    ['none of three words', 'merk .. help', 'merk help', 'merk help'],
    ['a mention', 'merk @', 'merk @ann', 'merk @'],
    ['a member of a set', '{thank} you', 'tak you', 'tak you'],
    ['a member of several words', '{thank} you', 'merk be you', 'merk be you'],
    ['a set in a set', '{deeply} you', 'so tak you', 'so tak you'],
    ['accents and capitals', 'Mérk', 'MERK', 'merk'],
    ['letters stretched', 'merk', 'meeerk', 'meeerk'],
    ['a doubled letter too few', 'merkissimo', 'merkisimo', 'merkisimo'],
    ['letters swapped', '~merkel', 'mrekel', 'mrekel'],
    ['any word with an ending', 'merk *owi', 'merk indexowi', 'merk indexowi'],
    ['an inner letter missing in a long word', '~merkelin', 'mekelin', 'mekelin'],
    ['the beginning of a clause', '< merk', 'well, merk', 'merk'],
    ['the end of a clause', 'merk >', 'merk, all', 'merk'],
    ['a comma where one may stand', 'no , merk', 'no, merk', 'no merk'],
    ['no comma where one may stand', 'no , merk', 'no merk', 'no merk'],
  ])('is %s', (_, phrase, message, found) => {
    const sets = { thank: 'tak, merk be', deeply: 'so {thank}, much {thank}' };
    expect(read({ sets, thanks: phrase }, message)).toEqual([`thanks: ${found}`]);
  });

  it.each([
    ['an ending with hardly a word before it', 'merk *owi', 'merk xxowi'],
    ['an ending of a word that is named itself', 'merk *owi\nyes harmowi', 'merk harmowi'],
    ['four words where three may be', 'merk .. help', 'merk for all of the help'],
    ['beyond its sentence', 'merk you', 'merk. You know'],
    ['beyond a comma that it does not speak of', 'merk you', 'merk, you know'],
    ['inside another word', 'merk', 'merkel'],
    ['glued to a sign', 'merk', 'see /merk and #merk'],
    ['in a file name', 'merk', 'open merk.txt'],
    ['past the beginning of a clause', '< merk', 'the merk'],
    ['before the end of a clause', 'merk >', 'merk all'],
  ])('is not found %s', (_, phrase, message) => {
    expect(read({ thanks: phrase }, message)).toEqual([]);
  });
});

describe('a book of phrases', () => {
  it('takes the longest phrase, and its words belong to no other', () => {
    expect(read({ thanks: 'merk\nmerk you', notThanks: 'no merk' }, 'merk you no merk')).toEqual([
      'thanks: merk you',
      'notThanks: no merk',
    ]);
  });

  it('takes the stricter meaning of one text', () => {
    expect(read({ thanks: 'merk a|b', notThanks: 'merk b|c' }, 'merk b')).toEqual(['notThanks: merk b']);
  });

  it('leaves remarks out', () => {
    expect(read({ thanks: '# merk\ntak' }, 'merk tak')).toEqual(['thanks: tak']);
  });

  it('names the language that comes first', () => {
    const book = new PhraseBook(MEANINGS, [
      invented({ thanks: 'merk' }),
      invented({ language: 'yy', thanks: 'merk' }),
    ]);
    expect(book.findPhrases(tokenise('merk'))).toMatchObject([{ language: 'xx' }]);
  });

  it('learns piece by piece, and reads the same when it is asked before it knows all', () => {
    const languages = [invented({ thanks: 'merk' }), invented({ language: 'yy', thanks: 'tak' })];
    const patient = new PhraseBook(MEANINGS, languages);
    let pieces = 1;
    while (patient.learnSome()) pieces += 1;
    expect(pieces).toBeGreaterThan(languages.length);
    const hasty = new PhraseBook(MEANINGS, languages);
    hasty.learnSome();
    const said = tokenise('merk. tak');
    expect(hasty.findPhrases(said)).toEqual(patient.findPhrases(said));
    expect(patient.learnSome()).toBe(false);
  });

  it.each([
    ['an unknown set', 'merk {you}', /no set \{you\}/],
    ['a phrase that may be no word', '(merk) ..', /no word at all/],
    ['an empty alternative', 'merk a|', /nothing between/],
  ])('refuses %s', (_, phrase, error) => {
    const book = new PhraseBook(MEANINGS, [invented({ thanks: phrase })]);
    expect(() => book.findPhrases([])).toThrow(error);
  });
});
