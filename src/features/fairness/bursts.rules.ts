// Bursts: one person recognised for many helps by very few people within a day. Pure.
import { at, type Columns, type Graph, groupedBy, pairBetween } from './graph.rules.ts';
import type { Finding } from './signals.rules.ts';

const HOUR_MS = 3_600_000;
/** So many helps for one person, from at most so many people, within so many hours: each of them gave so many at least. */
export const BURST = { helps: 8, givers: 3, eachGave: 2, hours: 24 } as const;

/** The densest day of each receiver whose recognitions came in a burst. */
export function findBursts(columns: Columns, graph: Graph): Finding[] {
  const { starts, order } = groupedBy(columns.receivers, columns.members.length);
  const found: Finding[] = [];
  for (let receiver = 0; receiver < graph.members; receiver++) {
    if (at(graph.received, receiver) < BURST.helps) continue;
    const rows = [...order.subarray(at(starts, receiver), at(starts, receiver + 1))]
      .filter((row) => at(columns.counts, row) === 1)
      .sort((a, b) => at(columns.times, a) - at(columns.times, b));
    const densest = densestBurst(rows, columns);
    if (!densest) continue;
    found.push({
      signal: 'burst',
      members: [...densest.givers, receiver],
      pairs: densest.givers.map((giver) => pairBetween(graph, giver, receiver)),
      figures: { helps: densest.helps, givers: densest.givers.length, hours: BURST.hours },
    });
  }
  return found;
}

/** Walks a window of hours over one receiver's rows, oldest first. */
function densestBurst(
  rows: readonly number[],
  { times, givers }: Columns,
): { givers: number[]; helps: number } | undefined {
  const within = new Map<number, number>();
  let first = 0;
  let densest: { givers: number[]; helps: number } | undefined;
  for (const [last, row] of rows.entries()) {
    within.set(at(givers, row), (within.get(at(givers, row)) ?? 0) + 1);
    for (let oldest = rows[first]; oldest !== undefined; oldest = rows[first]) {
      if (at(times, row) - at(times, oldest) <= BURST.hours * HOUR_MS) break;
      const left = (within.get(at(givers, oldest)) ?? 1) - 1;
      if (left === 0) within.delete(at(givers, oldest));
      else within.set(at(givers, oldest), left);
      first += 1;
    }
    const helps = last - first + 1;
    if (helps < BURST.helps || within.size > BURST.givers || helps <= (densest?.helps ?? 0)) continue;
    if ([...within.values()].some((gave) => gave < BURST.eachGave)) continue;
    densest = { givers: [...within.keys()], helps };
  }
  return densest;
}
