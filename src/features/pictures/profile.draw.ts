// Draws somebody's profile: who they are, three numbers, their badges, what they know.
import { COLOURS, Pen, written } from './pen.ts';
import { inTwoLines, type ProfileCard } from './rules.ts';

const WIDTH = 560;
const EDGE = 24;
const AVATAR = 84;
const NAME = { size: 28, weight: 600 } as const;
const NAME_X = EDGE + AVATAR + 20;
const NUMBERS_Y = EDGE + AVATAR + 22;
const NUMBERS_HEIGHT = 66;
const CHIP = { height: 32, gap: 8, icon: 17, text: 15, padding: 11 } as const;
const LINE = 26;

interface Chip {
  icon: string;
  name: string;
  x: number;
  row: number;
  width: number;
}

/** The picture as WebP. */
export async function drawProfile(card: ProfileCard): Promise<Uint8Array> {
  const { face, tier, numbers, badges, more, topics, note } = card;
  const name = written(face.name);
  const texts = [
    `${name}…0`,
    name.toUpperCase(),
    tier ?? '',
    ...numbers.flatMap(({ value, label }) => [value, label]),
    ...badges.flatMap((badge) => [badge.icon, badge.name]),
    more ?? '',
    topics ?? '',
    note,
  ];
  const chips = placeChips(new Pen(1, 1, texts), card);
  const rows = chips.length === 0 ? 0 : Math.max(...chips.map(({ row }) => row)) + 1;
  const chipsY = NUMBERS_Y + NUMBERS_HEIGHT + 16;
  const topicsY = chipsY + rows * (CHIP.height + CHIP.gap) + (rows > 0 ? 6 : 0);
  const noteY = topicsY + (topics ? LINE : 0);
  const pen = new Pen(WIDTH, noteY + LINE + EDGE / 2, texts);

  await pen.face(face, EDGE, EDGE, AVATAR);
  const room = WIDTH - NAME_X - EDGE;
  const fitting = [NAME, { ...NAME, size: 23 }].find((letters) => pen.widthOf(name, letters) <= room);
  const letters = fitting ?? { ...NAME, size: 22 };
  const lines = inTwoLines(name, (text) => pen.widthOf(text, letters) <= room);
  const block = lines.length * (letters.size + 6) + (tier ? LINE : 0);
  let y = EDGE + (AVATAR - block) / 2 + (letters.size + 6) / 2;
  for (const line of lines) {
    pen.write(line, NAME_X, y, letters);
    y += letters.size + 6;
  }
  if (tier) pen.write(tier, NAME_X, y - 2, { size: 17, weight: 600, colour: COLOURS.accent, within: room });

  const column = (WIDTH - 2 * EDGE - 2 * CHIP.gap) / 3;
  for (const [i, { value, label }] of numbers.entries()) {
    const x = EDGE + i * (column + CHIP.gap);
    pen.box(x, NUMBERS_Y, column, NUMBERS_HEIGHT, 10, COLOURS.raised);
    const middle = { align: 'center', within: column - 12 } as const;
    pen.write(value, x + column / 2, NUMBERS_Y + 24, { size: 26, weight: 600, least: 14, ...middle });
    const small = { size: 14, colour: COLOURS.quiet, least: 10, ...middle };
    pen.write(label, x + column / 2, NUMBERS_Y + 50, small);
  }

  for (const chip of chips) drawChip(pen, chip, chipsY);
  const small = { size: 15, colour: COLOURS.quiet, within: WIDTH - 2 * EDGE };
  if (topics) pen.write(topics, EDGE, topicsY + LINE / 2, { ...small, colour: COLOURS.words });
  pen.write(note, EDGE, noteY + LINE / 2, { ...small, size: 13 });
  return pen.webp();
}

/** Badges in as many rows as they need, from left to right. */
function placeChips(pen: Pen, { badges, more }: ProfileCard): Chip[] {
  const all = more === undefined ? badges : [...badges, { icon: '', name: more }];
  let [x, row] = [EDGE, 0];
  return all.map(({ icon, name }) => {
    const words = pen.widthOf(name, { size: CHIP.text });
    const width = Math.min(WIDTH - 2 * EDGE, words + (icon ? CHIP.icon + 8 : 0) + 2 * CHIP.padding);
    if (x > EDGE && x + width > WIDTH - EDGE) [x, row] = [EDGE, row + 1];
    const chip = { icon, name, x, row, width };
    x += width + CHIP.gap;
    return chip;
  });
}

function drawChip(pen: Pen, { icon, name, x, row, width }: Chip, top: number): void {
  const y = top + row * (CHIP.height + CHIP.gap);
  const middle = y + CHIP.height / 2;
  if (icon) {
    pen.box(x, y, width, CHIP.height, CHIP.height / 2, COLOURS.raised);
    pen.write(icon, x + CHIP.padding, middle + 1, { size: CHIP.icon });
  }
  const left = x + CHIP.padding + (icon ? CHIP.icon + 8 : 0);
  const colour = icon ? COLOURS.words : COLOURS.quiet;
  pen.write(name, left, middle, { size: CHIP.text, colour, within: x + width - left - 4 });
}
