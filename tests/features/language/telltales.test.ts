// The quick look that sorts out most messages, held against the whole reading: it may let pass, and never keep back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PhraseBook } from '../../../src/features/language/phrase-book.rules.ts';
import { fold, isAscii, tokenise } from '../../../src/features/language/tokens.rules.ts';
import { visibleText } from '../../../src/features/language/visible-text.rules.ts';
import { MEANINGS, type ThanksWords } from '../../../src/features/thanks/meanings.rules.ts';
import { dutch } from '../../../src/features/thanks/words/dutch.ts';
import { english } from '../../../src/features/thanks/words/english.ts';
import { french } from '../../../src/features/thanks/words/french.ts';
import { german } from '../../../src/features/thanks/words/german.ts';
import { greek } from '../../../src/features/thanks/words/greek.ts';
import { indonesian } from '../../../src/features/thanks/words/indonesian.ts';
import { italian } from '../../../src/features/thanks/words/italian.ts';
import { japanese } from '../../../src/features/thanks/words/japanese.ts';
import { polish } from '../../../src/features/thanks/words/polish.ts';
import { portuguese } from '../../../src/features/thanks/words/portuguese.ts';
import { russian } from '../../../src/features/thanks/words/russian.ts';
import { spanish } from '../../../src/features/thanks/words/spanish.ts';

const LANGUAGES: readonly ThanksWords[] = [
  english,
  french,
  spanish,
  italian,
  indonesian,
  greek,
  german,
  portuguese,
  dutch,
  polish,
  russian,
  japanese,
];
const SOUGHT = ['thanks', 'thanksForDeed'] as const;
const book = new PhraseBook(MEANINGS, LANGUAGES, SOUGHT);

const isSought = (meaning: string) => SOUGHT.some((one) => one === meaning);
const isFound = (text: string) =>
  book.findPhrases(tokenise(fold(visibleText(text)))).some(({ meaning }) => isSought(meaning));
const mayTell = (text: string) => book.mayTell(isAscii(text) ? text : fold(visibleText(text)));

const phrasesOf = (list: string) =>
  list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

/** One way to say a phrase; `choose` says which of so many. */
function wording(phrase: string, { sets }: ThanksWords, choose: (of: number) => number): string {
  const parts = phrase.match(/\([^()]*\)|\[[^[\]]*\]|[^\s()[\]]+/g) ?? [];
  const said = parts.map((part) => {
    if ('<>,'.includes(part)) return '';
    if (part === '_') return 'zzz';
    if (part === '..') return ['', 'zz', 'zz zz', 'zz zz zz'][choose(4)] ?? '';
    if (part.startsWith('(') && choose(2) === 0) return '';
    const alternatives = part
      .replace(/^[([]|[)\]]$/g, '')
      .split('|')
      .flatMap((one) => {
        const name = /^\{(.+)\}$/.exec(one)?.[1];
        return name === undefined ? [one] : (sets[name] ?? '').split(/[,\n]/).map((member) => member.trim());
      })
      .filter((one) => one !== '');
    const chosen = alternatives[choose(alternatives.length)] ?? '';
    if (chosen === '@') return '<@123456789012345678>';
    if (chosen.startsWith('*')) return `zzzz${chosen.slice(1)}`;
    return /[\s{[(|<>]/.test(chosen)
      ? wording(chosen, { sets } as ThanksWords, choose)
      : chosen.replace('~', '');
  });
  return said.filter((one) => one !== '').join(' ');
}

const always = (index: number) => (of: number) => index % of;

describe('words without which there are no thanks', () => {
  it.each(LANGUAGES)('stand in every phrase of $language, in each of its wordings', (words) => {
    const phrases = SOUGHT.flatMap((meaning) => phrasesOf(words[meaning]));
    const missed = phrases.flatMap((phrase) =>
      Array.from({ length: 40 }, (_, index) => wording(phrase, words, always(index))).filter(
        (text) => isFound(text) && !mayTell(text),
      ),
    );
    expect(phrases.length).toBeGreaterThan(20);
    expect(missed).toEqual([]);
  });

  it('are seen whatever stands around them, is stretched, quoted or mistyped', () => {
    const spoken = LANGUAGES.flatMap((words) =>
      SOUGHT.flatMap((meaning) => phrasesOf(words[meaning]).map((phrase) => ({ phrase, words }))),
    );
    const around = fc.constantFrom(
      ...[
        '',
        ' ',
        "'",
        '’',
        '`',
        '``',
        '```',
        '||',
        '"',
        '> ',
        '\n',
        '. ',
        ', ',
        '-',
        '_',
        '/',
        '#',
        '@',
        '.txt',
        '…',
      ],
      ...[
        ' https://a.b/c ',
        '<@123456789012345678>',
        '<:hi:123>',
        'so',
        'IT',
        "don't ",
        "l'",
        "all'",
        'é',
        '🙂',
        'あ',
        'x',
      ],
    );
    const change = fc.constantFrom<(text: string, at: number) => string>(
      (text) => text,
      (text) => text.toUpperCase(),
      (text, at) => text.slice(0, at) + text.charAt(at).repeat(4) + text.slice(at + 1),
      (text, at) => text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2),
      (text, at) => text.slice(0, at) + text.slice(at + 1),
      (text, at) => `${text.slice(0, at)}'${text.slice(at)}`,
      (text, at) => `${text.slice(0, at)}\`x\`${text.slice(at)}`,
      (text, at) => `${text.slice(0, at)}||x||${text.slice(at)}`,
    );
    const piece = fc
      .tuple(
        fc.constantFrom(...spoken),
        fc.array(fc.nat(97), { minLength: 1, maxLength: 12 }),
        change,
        fc.nat(30),
      )
      .map(([{ phrase, words }, choices, changed, at]) => {
        let taken = 0;
        const choose = (of: number) => (choices[taken++ % choices.length] ?? 0) % of;
        const text = wording(phrase, words, choose);
        return changed(text, at % (text.length + 1));
      });
    let found = 0;
    fc.assert(
      fc.property(fc.array(fc.oneof(around, piece), { minLength: 1, maxLength: 7 }), (pieces) => {
        const text = pieces.join('');
        if (!isFound(text)) return true;
        found += 1;
        return mayTell(text);
      }),
      { numRuns: 4_000 },
    );
    expect(found).toBeGreaterThan(500);
  });

  it('can be none: where a phrase needs no certain word, any message may hold it', () => {
    const nothing = { answered: '', thanks: '', thanksForDeed: '', asking: '', notThanks: '' };
    const words = (thanks: string) => ({ ...nothing, language: 'xx', sets: {}, thanks });
    const bookOf = (thanks: string) => new PhraseBook(MEANINGS, [words(thanks)], SOUGHT);
    expect(bookOf('merk').mayTell('zzz')).toBe(false);
    expect(bookOf('merk\n*owi').mayTell('zzz')).toBe(true);
    const said = tokenise('zzz. zzzowi');
    expect([...bookOf('merk\n*owi').phrasesUpToSought(said)]).toHaveLength(1);
  });

  it('must stand in one sentence, and what comes behind the last such sentence is not read', () => {
    const words = {
      language: 'xx',
      sets: {},
      answered: 'ja',
      thanks: 'merk du',
      thanksForDeed: '',
      asking: 'bli',
      notThanks: '',
    };
    const invented = new PhraseBook(MEANINGS, [words], SOUGHT);
    const read = (text: string) =>
      [...invented.phrasesUpToSought(tokenise(text))].map(({ meaning }) => meaning);
    expect(read('ja. merk du ja. bli')).toEqual(['answered', 'thanks', 'answered']);
    expect(read('bli. merk. du. ja')).toEqual([]);
  });

  it.each([
    'I have the same problem on my machine since the update, it just says that the file was not found',
    'you can set the path in the config file and then run the build again',
    'does anybody know why this does not work? I tried everything that is in the docs',
    'Bei mir startet der Server seit gestern nicht mehr',
  ])('are missing in "%s"', (text) => {
    expect(mayTell(text)).toBe(false);
  });
});
