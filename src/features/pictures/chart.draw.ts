// Draws a chart of questions: columns by stretch of time, each of three parts.
import { type Chart, type Column, type Part, parts, totalOf } from './chart.rules.ts';
import { COLOURS, Pen } from './pen.ts';

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

/** They differ in lightness as well as in colour. */
const PART_COLOURS = {
  solved: '#57d98a',
  answered: '#5b8cf0',
  open: '#747b84',
} as const satisfies Record<Part, string>;

/** The picture as PNG. */
export async function drawChart(chart: Chart): Promise<Uint8Array> {
  const words = chart.columns.flatMap(({ label, total }) => [label, total]);
  const pen = new Pen(WIDTH, HEIGHT, [...words, ...Object.values(chart.legend)]);
  drawLegend(pen, chart.legend);
  pen.box(PLOT.left, PLOT.bottom, PLOT.right - PLOT.left, 1, 0, COLOURS.line);
  const room = (PLOT.right - PLOT.left) / Math.max(1, chart.columns.length);
  for (const [i, column] of chart.columns.entries()) {
    drawColumn(pen, column, { middle: PLOT.left + room * (i + 0.5), room, top: chart.top });
  }
  return pen.png();
}

function drawLegend(pen: Pen, legend: Chart['legend']): void {
  const letters = { size: 14 };
  let x = PLOT.left;
  for (const part of parts) {
    pen.box(x, LEGEND_Y - SWATCH / 2, SWATCH, SWATCH, ROUNDING, PART_COLOURS[part]);
    x += SWATCH + LEGEND_GAP / 3;
    pen.write(legend[part], x, LEGEND_Y, letters);
    x += pen.widthOf(legend[part], letters) + LEGEND_GAP;
  }
}

function drawColumn(
  pen: Pen,
  column: Column,
  { middle, room, top }: { middle: number; room: number; top: number },
): void {
  const { context } = pen;
  const width = Math.min(WIDEST, room * FILLED);
  const perQuestion = (PLOT.bottom - PLOT.top) / top;
  const height = totalOf(column) * perQuestion;
  let y = PLOT.bottom;
  context.save();
  context.beginPath();
  context.roundRect(middle - width / 2, y - height, width, height, [ROUNDING, ROUNDING, 0, 0]);
  context.clip();
  for (const part of parts) {
    const size = column.sizes[part] * perQuestion;
    pen.box(middle - width / 2, y - size, width, size, 0, PART_COLOURS[part]);
    y -= size;
  }
  context.restore();
  if (totalOf(column) > 0)
    pen.write(column.total, middle, y - 10, {
      size: 13,
      weight: 600,
      align: 'center',
      within: room,
      least: 8,
    });
  const label = { size: 12, colour: COLOURS.quiet, align: 'center', within: room - 2, least: 8 } as const;
  pen.write(column.label, middle, PLOT.bottom + 17, label);
}
