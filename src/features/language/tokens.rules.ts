// Turns text into plain words that can be compared: one spelling for accents, capitals, widths, kana and apostrophes.

/** A word of a message, folded, or the end of a sentence (`stop`). */
export interface Token {
  readonly word: string;
  readonly stop: boolean;
  /** A comma, a bracket, an emoji or the like stands before it. */
  readonly parted: boolean;
  /** It begins a clause: it is parted, first in its sentence, or next to a mention. */
  readonly opens: boolean;
}

/** Stands for a mention, as `visibleText` leaves it. */
export const MENTION_WORD = '@';

/** Letters that Unicode does not take apart, and what people type when they lack the key. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  œ: 'oe',
  æ: 'ae',
  ı: 'i',
  ς: 'σ',
  ぁ: 'あ',
  ぃ: 'い',
  ぅ: 'う',
  ぇ: 'え',
  ぉ: 'お',
};

/** Accents, invisible characters and the Japanese marks that only stretch a sound. */
const DROPPED = /[\p{Cf}\p{VS}ー〜～~]|[\u0300-\u036f]/gu;
const NOT_ASCII = /[^\0-\x7f]/;
const KANA = /[\u3041-\u30ff\uff66-\uff9f]/;

/** Whether a text has only letters and signs of ASCII, as most English ones. */
export const isAscii = (text: string): boolean => !NOT_ASCII.test(text);

/** Lower case, no accents, katakana as hiragana, full-width and ornamental letters as plain ones. */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  const folded = text.normalize('NFKD').replace(DROPPED, '').normalize('NFC').toLowerCase();
  const oneKana = KANA.test(folded)
    ? folded.replace(/[\u30a1-\u30f6]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    : folded;
  return oneKana
    .replace(/[ßłøđœæıςぁぃぅぇぉ]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/([\u3041-\u3096])\1{2,}/g, '$1');
}

/** What a character does to the words around it. */
type Role = 'letter' | 'character' | 'apostrophe' | 'space' | 'break' | 'stop' | 'sign';

/** The role of a folded character: Japanese is written without spaces, so each of its characters is a word. */
export function roleOf(code: number): Role {
  if (code < 0x80) return ASCII_ROLES[code] ?? 'space';
  if (code < 0xc0) return code === 0xb4 ? 'apostrophe' : 'break';
  if (code < 0x2000) return 'letter';
  if (code === 0x2018 || code === 0x2019) return 'apostrophe';
  if (code < 0x2c00) return 'break';
  if (code === 0x3002) return 'stop';
  if (code >= 0x3005 && code < 0xa000) return code < 0x3041 && code > 0x3007 ? 'break' : 'character';
  if (code >= 0xd800 && code < 0xe000) return 'break';
  return code < 0x3041 ? 'break' : 'letter';
}

const ASCII_ROLES: readonly Role[] = Array.from({ length: 0x80 }, (_, code): Role => {
  const character = String.fromCharCode(code);
  if (/[a-z0-9]/i.test(character)) return 'letter';
  if (character === "'" || character === '`') return 'apostrophe';
  if ('.!?\n'.includes(character)) return 'stop';
  if (',;:()[]{}|"<>'.includes(character)) return 'break';
  if ('@/#$\\_'.includes(character)) return 'sign';
  return 'space';
});

/** Emoji that take back what the words beside them say; all others only part words. */
export const IRONIC_EMOJI: readonly string[] = ['🙄', '🙃', '🤡'];
const ironyAt = (text: string, start: number): string | undefined =>
  IRONIC_EMOJI.find((emoji) => text.startsWith(emoji, start));
const APOSTROPHE = /['`´‘’]/;
const APOSTROPHES = /['`´‘’]/g;
const GREEK_LETTER = /[\u0370-\u03ff]/;

/** Whether the character at `position` carries on the word before it: "don't" and "thank_you" are one word each. */
function continuesWord(text: string, position: number): boolean {
  const role = roleOf(text.charCodeAt(position));
  if (role === 'letter') return true;
  if (role !== 'apostrophe' && role !== 'sign') return false;
  const joins = role === 'apostrophe' || text[position] === '_';
  return joins && position + 1 < text.length && roleOf(text.charCodeAt(position + 1)) === 'letter';
}

/** Where the word that starts at `start` ends. */
function wordEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && continuesWord(text, end)) end += 1;
  return end;
}

/** Italian prepositions that lose a letter before a vowel, and stay words of their own: "all'aggiornamento". */
const ELIDED = /^(all|dell|dall|nell|sull)['`´‘’](.+)/;

/** The one or two words in a run of letters, without apostrophes. */
function wordsIn(letters: string): string[] {
  const elided = ELIDED.exec(letters);
  const words = elided ? elided.slice(1) : [letters];
  return words.map((word) => word.replace(APOSTROPHES, ''));
}

/** Endings that make a file or an address of the word before the dot. */
const NAME_ENDINGS = new Set(
  (
    'html htm md txt csv json yml yaml toml xml css scss js jsx ts tsx mjs py rb go rs java php cs cpp sh sql log png jpg jpeg ' +
    'gif svg mp3 mp4 pdf zip exe com org net io dev'
  ).split(' '),
);

/** Where a name or number like "thanks.txt" or "10.4.2" ends, if the word before `position` begins one; else `position`. */
function nameEnd(text: string, position: number): number {
  let end = position;
  while (text[end] === '.' && end + 1 < text.length) {
    const next = wordEnd(text, end + 1);
    const part = text.slice(end + 1, next);
    if (!NAME_ENDINGS.has(part) && !/^\d/.test(part)) break;
    end = next;
  }
  return end;
}

/** Two dots or more only hesitate; one ends the sentence. In Greek text what looks like a semicolon asks. */
function endsSentence(text: string, position: number, role: Role, isGreek: boolean): boolean {
  const character = text[position];
  if (character === ';') return isGreek && roleOf(text.charCodeAt(position - 1)) === 'letter';
  if (role !== 'stop') return false;
  return character !== '.' || (text[position - 1] !== '.' && text[position + 1] !== '.');
}

/**
 * Splits folded text into words and sentence ends, in one pass. A word glued to a sign ("/thanks", "#thanks",
 * "thank_you") is a name and keeps its sign, so it equals no other word; "@someone" becomes "@".
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const isGreek = GREEK_LETTER.test(text);
  let parted = false;
  let opens = true;
  const add = (word: string): void => {
    const mention = word === MENTION_WORD;
    tokens.push({ word, stop: false, parted, opens: opens || parted || mention });
    parted = false;
    opens = mention;
  };
  let position = 0;
  while (position < text.length) {
    const start = position;
    const role = roleOf(text.charCodeAt(start));
    position += 1;
    if (role === 'letter' || role === 'sign') {
      position = nameEnd(text, wordEnd(text, start));
      const letters = text.slice(start, position);
      if (text[start] === MENTION_WORD) add(MENTION_WORD);
      else if (APOSTROPHE.test(letters)) wordsIn(letters).forEach(add);
      else if (role === 'letter' || letters.length > 1) add(letters);
      if (role === 'letter' && text[position] === '/') {
        parted = true;
        position += 1;
      }
    } else if (role === 'character') {
      parted ||= text[start - 1] === ' ' && tokens.at(-1)?.word !== MENTION_WORD;
      add(text.charAt(start));
    } else if (ironyAt(text, start) !== undefined) {
      const emoji = ironyAt(text, start) ?? '';
      parted = false;
      add(emoji);
      position = start + emoji.length;
      parted = true;
    } else if (endsSentence(text, start, role, isGreek)) {
      tokens.push({
        word: text[start] === ';' ? '?' : text.charAt(start),
        stop: true,
        parted: false,
        opens: true,
      });
      parted = false;
      opens = true;
    } else if (role === 'break' || role === 'stop') {
      parted = true;
    }
  }
  return tokens;
}
