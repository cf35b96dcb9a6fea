// What other worth makes of the totals of each member: points, solutions, people helped and days, before and after.
import { helpsAPerson, type Recognition, whatCounts } from '../../core/ledger-rules.ts';
import { dayAt } from '../../core/periods.ts';
import type { Worth } from './replay.rules.ts';

/** By how much a member's totals change. `days`: those with help on them, by their first moment (ms). */
export interface Change {
  points: number;
  solutions: number;
  peopleHelped: number;
  daysGained: number[];
  daysLost: number[];
}

type Flags = ReadonlyMap<number, { counts: number; first: number }>;

/** The changes of all members whose totals change. `rows` are all live rows that are looked at, also those that stay. */
export function changesByMember(
  rows: readonly Recognition[],
  worth: ReadonlyMap<number, Worth>,
  timeZone: string,
): Map<string, Change> {
  const changes = new Map<string, Change>();
  const affected = new Set(rows.filter(({ id }) => worth.has(id)).map(({ receiverId }) => receiverId));
  for (const [receiverId, received] of Map.groupBy(rows, (row) => row.receiverId)) {
    if (!affected.has(receiverId)) continue;
    const next = received.map((row) => ({ ...row, ...worth.get(row.id) }));
    const change = differenceOf(tally(received, timeZone), tally(next, timeZone));
    if (isSome(change)) changes.set(receiverId, change);
  }
  return changes;
}

interface Tally {
  points: number;
  solutions: number;
  people: Set<string>;
  days: Set<number>;
}

function tally(rows: readonly Recognition[], timeZone: string): Tally {
  const sums: Tally = { points: 0, solutions: 0, people: new Set(), days: new Set() };
  const flags: Flags = new Map(
    [...Map.groupBy(rows, (row) => `${row.giverId} ${row.helpKey}`).values()].flatMap((help) => [
      ...whatCounts(help),
    ]),
  );
  for (const row of rows) {
    const flag = flags.get(row.id);
    if (!flag) continue;
    if (row.kind === 'solution') sums.solutions += flag.first;
    if (!flag.counts) continue;
    sums.points += row.points;
    if (!helpsAPerson(row)) continue;
    sums.people.add(row.giverId);
    sums.days.add(dayAt(row.occurredAt, timeZone).start);
  }
  return sums;
}

function differenceOf(before: Tally, after: Tally): Change {
  return {
    points: after.points - before.points,
    solutions: after.solutions - before.solutions,
    peopleHelped: after.people.size - before.people.size,
    daysGained: [...after.days.difference(before.days)],
    daysLost: [...before.days.difference(after.days)],
  };
}

function isSome({ points, solutions, peopleHelped, daysGained, daysLost }: Change): boolean {
  return (
    points !== 0 || solutions !== 0 || peopleHelped !== 0 || daysGained.length > 0 || daysLost.length > 0
  );
}
