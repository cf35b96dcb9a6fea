// What can be drawn, as plain values; and the initials that stand in for an avatar. Pure.
import type { Chart } from './chart.rules.ts';

/** A name, and what to write where no bundled font has its letters. */
export interface Name {
  text: string;
  otherwise: string;
}

/** Somebody as a picture shows them; without an avatar their initials stand for it. */
export interface Face {
  name: Name;
  /** An image as Discord gave it. */
  avatar?: Uint8Array | undefined;
}

export interface ProfileCard {
  kind: 'profile';
  face: Face;
  tier: string | undefined;
  /** Three of them: "320", "points". */
  numbers: readonly { value: string; label: string }[];
  badges: readonly { icon: string; name: string }[];
  /** "and 3 more", for badges that have no room. */
  more: string | undefined;
  topics: string | undefined;
  /** Where and when this was so. */
  note: string;
}

export interface BoardCard {
  kind: 'board';
  title: string;
  note: string;
  rows: readonly { face: Face; place: number; placeText: string; value: string }[];
}

export interface ChartCard {
  kind: 'chart';
  chart: Chart;
}

export type Picture = ProfileCard | BoardCard | ChartCard;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Marks that one letter carries at most: more of them would climb over the lines above and below. */
const MARKS = 3;

/** A text as it can be drawn on one line: without what steers text or takes no room, and with few marks on a letter. */
export function drawable(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\p{Cc}/gu, '')
    .replaceAll(new RegExp(`(\\p{M}{${MARKS}})\\p{M}+`, 'gu'), '$1');
}

/** Whether a reader sees anything of a text. */
export function isVisible(text: string): boolean {
  return /[^\s\p{C}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u.test(text);
}

/** What a reader takes for single characters: an emoji of several parts is one. */
function charactersOf(text: string): string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

/** One or two characters: the first of the first word and of the last that begin with a letter; else the very first. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s._-]+/).filter((word) => /^\p{L}/u.test(word));
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  const initials = [first, last].flatMap((word) => (word ? (charactersOf(word)[0] ?? []) : []));
  return (initials.join('') || (charactersOf(name.trim())[0] ?? '?')).toUpperCase();
}

/** Whether a name is read from right to left, by its first letter. */
export function isRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u.test(first);
}

/** The text, or as much of it as fits with an ellipsis. */
export function shortened(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  const characters = charactersOf(text);
  let [low, high] = [0, characters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(`${characters.slice(0, middle).join('').trimEnd()}…`)) low = middle;
    else high = middle - 1;
  }
  return `${characters.slice(0, low).join('').trimEnd()}…`;
}

/** In one line if it fits, else in two, broken at a space where one leaves both short enough; the rest is left out. */
export function inTwoLines(text: string, fits: (text: string) => boolean): string[] {
  if (fits(text)) return [text];
  const characters = charactersOf(text);
  let most = characters.length - 1;
  while (most > 1 && !fits(characters.slice(0, most).join(''))) most -= 1;
  const space = characters.lastIndexOf(' ', most);
  const end = space > 0 ? space : most;
  const rest = characters.slice(end).join('').trim();
  return [characters.slice(0, end).join(''), shortened(rest, fits)];
}
