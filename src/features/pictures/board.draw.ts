// Draws the head of a leaderboard: ten people at most, with place, face, name and number.
import { COLOURS, Pen, written } from './pen.ts';
import type { BoardCard } from './rules.ts';

const WIDTH = 560;
const EDGE = 24;
const HEAD = 74;
const ROW = 42;
const FACE = 30;
const MEDALS = ['🥇', '🥈', '🥉'] as const;
/** Room for the place at the left and for the number at the right. */
const PLACE = 44;
const VALUE = 92;

/** The picture as WebP. */
export async function drawBoard({ title, note, rows }: BoardCard): Promise<Uint8Array> {
  const names = rows.map(({ face }) => written(face.name));
  const texts = [
    title,
    note,
    '…',
    ...MEDALS,
    ...names,
    ...names.map((name) => name.toUpperCase()),
    ...rows.flatMap(({ placeText, value }) => [placeText, value]),
  ];
  const pen = new Pen(WIDTH, HEAD + rows.length * ROW + EDGE / 2, texts);
  pen.write(title, EDGE, 30, { size: 22, weight: 600, within: WIDTH - 2 * EDGE });
  pen.write(note, EDGE, 56, { size: 14, colour: COLOURS.quiet, within: WIDTH - 2 * EDGE });
  for (const [i, { face, place, placeText, value }] of rows.entries()) {
    const top = HEAD + i * ROW;
    const middle = top + ROW / 2;
    if (i % 2 === 0) pen.box(EDGE / 2, top, WIDTH - EDGE, ROW, 8, COLOURS.raised);
    const medal = MEDALS[place - 1];
    const letters = {
      size: medal ? 20 : 16,
      weight: 600,
      align: 'center',
      within: PLACE - 8,
      least: 9,
    } as const;
    pen.write(medal ?? placeText, EDGE + PLACE / 2 - 4, middle, letters);
    await pen.face(face, EDGE + PLACE, top + (ROW - FACE) / 2, FACE);
    const nameX = EDGE + PLACE + FACE + 12;
    const within = WIDTH - EDGE - VALUE - nameX;
    pen.write(names[i] ?? '', nameX, middle, { size: 17, within, least: 10 });
    const number = { size: 17, weight: 600, align: 'right', within: VALUE - 8, least: 10 } as const;
    pen.write(value, WIDTH - EDGE, middle, number);
  }
  return pen.webp();
}
