// What all pictures are drawn with: a canvas for sharp screens, letters, faces, and colours that suit Discord's dark and light look.
import { type Canvas, createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import { canWrite, fontsFor, withoutUnknownMarks } from './fonts.ts';
import { drawable, type Face, initialsOf, isRightToLeft, isVisible, type Name, shortened } from './rules.ts';

/** Twice the size at which Discord shows it. */
const SCALE = 2;
const WEBP_QUALITY = 90;

/** Dark, with light words on it: readable in both looks. */
export const COLOURS = {
  ground: '#23272a',
  raised: '#2f3439',
  line: '#4e5359',
  words: '#f2f3f5',
  quiet: '#b5bac1',
  accent: '#57d98a',
} as const;

/** Behind initials; each dark enough for white letters. */
const FACE_COLOURS = ['#3b6ea5', '#7a5195', '#a0446b', '#9a5b21', '#4b7a3a', '#2f7f86', '#6a6f78'] as const;

export interface Letters {
  size: number;
  weight?: number;
  colour?: string;
  align?: 'left' | 'center' | 'right';
  /** Widest that the text may get; beyond it letters shrink to `least`, then some are left out. */
  within?: number;
  least?: number;
}

export class Pen {
  readonly canvas: Canvas;
  readonly context: SKRSContext2D;
  readonly #fonts: string;

  /** `texts` are all that will be written. */
  constructor(width: number, height: number, texts: readonly string[]) {
    this.canvas = createCanvas(width * SCALE, height * SCALE);
    this.context = this.canvas.getContext('2d');
    this.context.scale(SCALE, SCALE);
    this.#fonts = fontsFor(texts);
    this.box(0, 0, width, height, 0, COLOURS.ground);
  }

  box(x: number, y: number, width: number, height: number, radius: number, colour: string): void {
    this.context.fillStyle = colour;
    this.context.beginPath();
    this.context.roundRect(x, y, width, height, radius);
    this.context.fill();
  }

  widthOf(text: string, { size, weight = 400 }: Letters): number {
    this.#use(size, weight);
    return this.context.measureText(clean(text)).width;
  }

  /** Writes on a line whose middle is at `y`. */
  write(words: string, x: number, y: number, letters: Letters): void {
    const text = clean(words);
    const { weight = 400, colour = COLOURS.words, align = 'left', within, least = letters.size } = letters;
    let { size } = letters;
    const fits = (part: string) => within === undefined || this.widthOf(part, { size, weight }) <= within;
    while (size > least && !fits(text)) size -= 1;
    const shown = shortened(text, fits);
    this.#use(size, weight);
    this.context.fillStyle = colour;
    this.context.textBaseline = 'middle';
    this.context.direction = isRightToLeft(text) ? 'rtl' : 'ltr';
    this.context.textAlign = align;
    this.context.fillText(shown, x, y);
  }

  /** The avatar in a circle, or the initials in one. */
  async face({ name, avatar }: Face, x: number, y: number, diameter: number): Promise<void> {
    const { context } = this;
    const radius = diameter / 2;
    const image = avatar && (await loadImage(avatar).catch(() => undefined));
    context.save();
    context.beginPath();
    context.arc(x + radius, y + radius, radius, 0, 2 * Math.PI);
    context.clip();
    if (image) context.drawImage(image, x, y, diameter, diameter);
    else this.box(x, y, diameter, diameter, 0, colourOf(name.otherwise));
    context.restore();
    if (image) return;
    this.write(initialsOf(written(name)), x + radius, y + radius, {
      size: diameter * 0.42,
      weight: 600,
      align: 'center',
      within: diameter * 0.8,
      least: diameter * 0.2,
    });
  }

  png(): Uint8Array {
    return this.canvas.toBuffer('image/png');
  }

  /** A third of the size of a PNG where there are faces and emoji; the eye sees no difference. */
  webp(): Uint8Array {
    return this.canvas.toBuffer('image/webp', WEBP_QUALITY);
  }

  #use(size: number, weight: number): void {
    // The weight as a variation: only so do all the fonts of a line take it.
    this.context.font = `${size}px ${this.#fonts}`;
    this.context.fontVariationSettings = `'wght' ${weight}`;
  }
}

const clean = (text: string) => withoutUnknownMarks(drawable(text));

/** The name if it can be written, else what stands for it. */
export function written({ text, otherwise }: Name): string {
  const name = clean(text).trim();
  return isVisible(name) && canWrite(name) ? name : otherwise;
}

function colourOf(name: string): string {
  const sum = [...name].reduce((all, character) => all + (character.codePointAt(0) ?? 0), 0);
  return FACE_COLOURS[sum % FACE_COLOURS.length] ?? FACE_COLOURS[0];
}
