// A person's data as a file: all of it, from every server, as JSON.
import { gzipSync } from 'node:zlib';
import type { Context } from '../../core/context.ts';
import { exportedRow, idsIn } from './export.rules.ts';
import * as store from './export.store.ts';
import { holdings } from './register.ts';

/** Discord takes 10 MiB; what is longer than this is packed. */
const LONGEST_PLAIN = 8 * 1024 * 1024;

export interface DataFile {
  name: string;
  bytes: Uint8Array;
  rows: number;
}

/** Everything kept of a person. Ids of others stand in it where they gave, got or decided, and nowhere else. */
export async function exportPerson(ctx: Context, memberId: string): Promise<DataFile> {
  const data = await ctx.db.snapshot(async (db) => {
    const found = store.rowsOf(db, memberId);
    const texts = [...found].flatMap(([table, rows]) =>
      rows.flatMap((row) => (holdings[table]?.among ?? []).map((column) => String(row[column] ?? ''))),
    );
    const others = store.peopleAmong(
      db,
      idsIn(texts).filter((id) => id !== memberId),
    );
    const tables = [...found].map(([table, rows]): [string, object[]] => [
      table,
      rows.map((row) => exportedRow(row, holdings[table] ?? {}, memberId, others)),
    ]);
    const said = store.votesAbout(db, memberId);
    if (said.length > 0) tables.push(['nomination_votes_about_you', said.map((row) => ({ ...row }))]);
    const wishes = store.wishesOf(db, ctx.people.fingerprint(memberId));
    if (wishes.length > 0) tables.push(['opt_outs', wishes.map((row) => ({ ...row }))]);
    return tables;
  });
  const whole = {
    about: 'Everything that Laurel keeps of you, in every server where it is. Message texts are never kept.',
    member_id: memberId,
    made_at: new Date(ctx.clock.now()).toISOString(),
    tables: Object.fromEntries(data),
  };
  const rows = data.reduce((sum, [, list]) => sum + list.length, 0);
  const plain = Buffer.from(`${JSON.stringify(whole, null, 2)}\n`);
  return plain.length <= LONGEST_PLAIN
    ? { name: 'laurel-data.json', bytes: plain, rows }
    : { name: 'laurel-data.json.gz', bytes: gzipSync(plain), rows };
}
