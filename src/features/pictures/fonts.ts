// The bundled fonts: which file has which letters, loaded when a text needs them. For the drawing thread.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { GlobalFonts } from '@napi-rs/canvas';
import * as z from 'zod';

interface FontFile {
  family: string;
  path: string;
  has(codePoint: number): boolean;
}

/** A package that has its letters in several files, and says which in which. In order of preference. */
interface Bundle {
  name: string;
  /** Those of its files that are used; all if left out. */
  only?: readonly string[];
}

const WRITTEN: readonly Bundle[] = [
  { name: 'noto-sans' },
  { name: 'noto-sans-hebrew', only: ['hebrew'] },
  { name: 'noto-sans-arabic', only: ['arabic'] },
];
const JAPANESE: Bundle = { name: 'noto-sans-jp' };
/** Signs that have no shape of their own: blanks, and what joins or colours others. */
const SHAPELESS = /^[\s\p{Cf}\p{Mn}]$/u;
const EMOJI = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]$/u;
/** Ranges of letters, by file: "U+0-FF,U+131". */
const rangesSchema = z.record(z.string(), z.string());

let files: readonly FontFile[] | undefined;
const loaded = new Set<FontFile>();

/** Letters first, then emoji in colour, then Japanese, which has some of the same signs in black. */
function allFiles(): readonly FontFile[] {
  files ??= [...WRITTEN.flatMap(filesOf), emojiFile(), ...filesOf(JAPANESE)];
  return files;
}

function filesOf({ name, only }: Bundle): FontFile[] {
  const folder = `@fontsource-variable/${name}`;
  const json = readFileSync(fileURLToPath(import.meta.resolve(`${folder}/unicode.json`)), 'utf8');
  return Object.entries(rangesSchema.parse(JSON.parse(json)))
    .map(([key, ranges]) => ({ key: key.replaceAll(/[[\]]/g, ''), ranges: readRanges(ranges) }))
    .filter(({ key }) => only?.includes(key) ?? true)
    .map(({ key, ranges }) => ({
      family: `Laurel ${name} ${key}`,
      path: fileURLToPath(import.meta.resolve(`${folder}/files/${name}-${key}-wght-normal.woff2`)),
      has: (codePoint) => ranges.some(([from, to]) => codePoint >= from && codePoint <= to),
    }));
}

function emojiFile(): FontFile {
  return {
    family: 'Laurel emoji',
    path: fileURLToPath(import.meta.resolve('twemoji-colr-font/twemoji.woff2')),
    has: (codePoint) => EMOJI.test(String.fromCodePoint(codePoint)),
  };
}

function readRanges(ranges: string): (readonly [number, number])[] {
  return ranges.split(',').map((range) => {
    const [from = '', to = from] = range.replace('U+', '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });
}

const codePointsOf = (text: string) => [...text].map((character) => character.codePointAt(0) ?? 0);

/** Whether the bundled fonts have every letter of a text. */
export function canWrite(text: string): boolean {
  return codePointsOf(text).every(
    (codePoint) =>
      SHAPELESS.test(String.fromCodePoint(codePoint)) || allFiles().some((file) => file.has(codePoint)),
  );
}

/** What only changes the sign before it, and has no shape of its own even in a font: how emoji are told to be in colour. */
const SELECTORS = /[\ufe00-\ufe0f\u20e3]/u;

/** The text without marks on letters that no bundled font has: they would be boxes beside the letters. */
export function withoutUnknownMarks(text: string): string {
  return text.replaceAll(/\p{M}/gu, (mark) => {
    const isKnown = SELECTORS.test(mark) || allFiles().some((file) => file.has(mark.codePointAt(0) ?? 0));
    return isKnown ? mark : '';
  });
}

/** Loads what these texts need, and returns the fonts to write with, for a canvas. */
export function fontsFor(texts: readonly string[]): string {
  const wanted = new Set(codePointsOf(`a${texts.join('')}`));
  for (const codePoint of wanted) {
    const file = allFiles().find((one) => one.has(codePoint));
    if (!file || loaded.has(file)) continue;
    GlobalFonts.registerFromPath(file.path, file.family);
    loaded.add(file);
  }
  return allFiles()
    .filter((file) => loaded.has(file))
    .map(({ family }) => `"${family}"`)
    .join(', ');
}
