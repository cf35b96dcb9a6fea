// Draws a chart on a thread of its own, and answers with the image (PNG).
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { type Chart, type Column, type Part, parts, totalOf } from './chart.rules.ts';

/** Twice the size at which Discord shows it, for sharp screens. */
const SCALE = 2;
const WIDTH = 560;
const HEIGHT = 250;
const PLOT = { left: 16, right: WIDTH - 16, top: 62, bottom: HEIGHT - 34 };
/** Of the room that a column has, the part that it fills; and the widest that one gets. */
const FILLED = 0.62;
const WIDEST = 56;
const ROUNDING = 3;
const LEGEND_Y = 26;
const LEGEND_GAP = 18;
const SWATCH = 11;

/** Dark, with light words on it: readable in Discord's light and dark look. The parts differ in lightness as well as in colour. */
const COLOURS = {
  ground: '#23272a',
  line: '#4e5359',
  words: '#f2f3f5',
  quiet: '#b5bac1',
  solved: '#57d98a',
  answered: '#5b8cf0',
  open: '#747b84',
} as const satisfies Record<Part | 'ground' | 'line' | 'words' | 'quiet', string>;

/** Letters of these scripts are in files of their own. */
const SCRIPTS = ['latin', 'latin-ext', 'greek', 'cyrillic'] as const;
const FONTS = SCRIPTS.map((script) => `"Laurel ${script}"`).join(', ');

function loadFonts(): void {
  for (const script of SCRIPTS) {
    const file = import.meta.resolve(
      `@fontsource-variable/noto-sans/files/noto-sans-${script}-wght-normal.woff2`,
    );
    GlobalFonts.registerFromPath(fileURLToPath(file), `Laurel ${script}`);
  }
}

function draw(chart: Chart): Uint8Array {
  loadFonts();
  const canvas = createCanvas(WIDTH * SCALE, HEIGHT * SCALE);
  const pen = canvas.getContext('2d');
  pen.scale(SCALE, SCALE);
  pen.fillStyle = COLOURS.ground;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  drawLegend(pen, chart.legend);
  pen.fillStyle = COLOURS.line;
  pen.fillRect(PLOT.left, PLOT.bottom, PLOT.right - PLOT.left, 1);
  const room = (PLOT.right - PLOT.left) / Math.max(1, chart.columns.length);
  for (const [i, column] of chart.columns.entries()) {
    drawColumn(pen, column, { middle: PLOT.left + room * (i + 0.5), room, top: chart.top });
  }
  return canvas.toBuffer('image/png');
}

function drawLegend(pen: SKRSContext2D, legend: Chart['legend']): void {
  pen.font = `14px ${FONTS}`;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  let x = PLOT.left;
  for (const part of parts) {
    pen.fillStyle = COLOURS[part];
    pen.beginPath();
    pen.roundRect(x, LEGEND_Y - SWATCH / 2, SWATCH, SWATCH, ROUNDING);
    pen.fill();
    x += SWATCH + LEGEND_GAP / 3;
    pen.fillStyle = COLOURS.words;
    pen.fillText(legend[part], x, LEGEND_Y);
    x += pen.measureText(legend[part]).width + LEGEND_GAP;
  }
}

function drawColumn(
  pen: SKRSContext2D,
  column: Column,
  { middle, room, top }: { middle: number; room: number; top: number },
): void {
  const width = Math.min(WIDEST, room * FILLED);
  const perQuestion = (PLOT.bottom - PLOT.top) / top;
  let y = PLOT.bottom;
  pen.save();
  pen.beginPath();
  const height = totalOf(column) * perQuestion;
  pen.roundRect(middle - width / 2, y - height, width, height, [ROUNDING, ROUNDING, 0, 0]);
  pen.clip();
  for (const part of parts) {
    const size = column.sizes[part] * perQuestion;
    pen.fillStyle = COLOURS[part];
    pen.fillRect(middle - width / 2, y - size, width, size);
    y -= size;
  }
  pen.restore();
  pen.textAlign = 'center';
  if (totalOf(column) > 0) {
    pen.font = `600 13px ${FONTS}`;
    pen.textBaseline = 'bottom';
    pen.fillStyle = COLOURS.words;
    pen.fillText(column.total, middle, y - 3, room);
  }
  pen.font = `12px ${FONTS}`;
  pen.textBaseline = 'top';
  pen.fillStyle = COLOURS.quiet;
  pen.fillText(column.label, middle, PLOT.bottom + 9, room - 2);
}

if (parentPort) {
  const chart: Chart = workerData; // drawing.ts starts it with nothing else
  parentPort.postMessage(draw(chart));
}
