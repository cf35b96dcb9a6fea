// What of a row a person gets to read: all that is theirs, and of others only what it cannot be understood without. Pure.

/** Stands where the id of somebody else stood. */
const SOMEBODY_ELSE = 'somebody else';

const ID = /(?<!\d)\d{15,20}(?!\d)/g;

/** Every number in these texts that may be somebody's id. */
export function idsIn(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => text.match(ID) ?? []))];
}

/** A text without the ids of these people. */
function withoutPeople(text: string, others: ReadonlySet<string>): string {
  return text.replaceAll(ID, (id) => (others.has(id) ? SOMEBODY_ELSE : id));
}

type Value = string | number | null;

/** One row as it is exported. Times are written out beside what they are in ms, for people. */
export function exportedRow(
  row: Readonly<Record<string, Value>>,
  holding: {
    people?: readonly string[] | undefined;
    among?: readonly string[] | undefined;
    shown?: readonly string[] | undefined;
  },
  memberId: string,
  others: ReadonlySet<string>,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]): [string, Value] => {
      if (typeof value === 'number' && column.endsWith('_at')) return [column, new Date(value).toISOString()];
      if (typeof value !== 'string' || value === memberId || holding.shown?.includes(column))
        return [column, value];
      if (holding.people?.includes(column)) return [column, SOMEBODY_ELSE];
      return [column, holding.among?.includes(column) ? withoutPeople(value, others) : value];
    }),
  );
}
