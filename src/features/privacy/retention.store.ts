// How long what is kept, and what goes with a server or with somebody who left one.
import { and, eq, inArray, isNotNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../core/database.ts';
import { LAST_OF_THE_FORGOTTEN } from '../../core/person-key.ts';
import { departures } from '../../core/privacy-tables.ts';
import { helpers, tagSubscriptions } from '../../core/question-tables.ts';
import { facts, members } from '../../core/schema.ts';
import { leaves } from '../../core/standing-tables.ts';
import { holdings } from './register.ts';

const DAY_MS = 86_400_000;

interface Term {
  table: string;
  days: number;
  /** Which rows are over so long ago, given the moment. */
  isOver(before: number): SQL;
}

/** Rows that go by their age, those that hang on others before these. The rest stays as long as the server has Laurel. */
export const terms: readonly Term[] = [
  { table: 'audit', days: 730, isOver: (before) => sql`at < ${before}` },
  { table: 'question_calls', days: 90, isOver: (before) => sql`called_at < ${before}` },
  { table: 'question_claims', days: 365, isOver: (before) => sql`ended_at < ${before}` },
  { table: 'question_prompts', days: 365, isOver: (before) => sql`ended_at < ${before}` },
  { table: 'question_confirmations', days: 365, isOver: (before) => sql`at < ${before}` },
  { table: 'leaves', days: 365, isOver: (before) => sql`to_at < ${before}` },
  { table: 'tier_warnings', days: 365, isOver: (before) => sql`closed_at < ${before}` },
  {
    table: 'nomination_votes',
    days: 730,
    isOver: (before) => sql`nomination_id in (${oldNominations(before)})`,
  },
  { table: 'nominations', days: 730, isOver: (before) => sql`id in (${oldNominations(before)})` },
  { table: 'fair_play_rows', days: 730, isOver: (before) => sql`case_id in (${oldCases(before)})` },
  { table: 'fair_play_members', days: 730, isOver: (before) => sql`case_id in (${oldCases(before)})` },
  { table: 'fair_play_cases', days: 730, isOver: (before) => sql`id in (${oldCases(before)})` },
];

function oldNominations(before: number): SQL {
  return sql`select id from nominations where created_at < ${before} and state in ('declined', 'withdrawn', 'notYet', 'expired')`;
}

function oldCases(before: number): SQL {
  return sql`select id from fair_play_cases where state in ('dismissed', 'reversed') and decided_at < ${before}`;
}

/** Deletes what is past its term; returns how many rows of which table. */
export function forgetOld(tx: Tx, now: number): Record<string, number> {
  const forgotten: Record<string, number> = {};
  for (const { table, days, isOver } of terms) {
    const { changes } = tx.run(
      sql`delete from ${sql.identifier(table)} where ${isOver(now - days * DAY_MS)}`,
    );
    if (changes > 0) forgotten[table] = changes;
  }
  return forgotten;
}

/** Deletes everything of a server, what hangs on other rows before these. */
export function forgetGuild(tx: Tx, guildId: string): void {
  const all = Object.entries(holdings);
  for (const [table, { through }] of all) {
    if (!through || through === 'none') continue;
    const [column, parent, key] = through;
    tx.run(
      sql`delete from ${sql.identifier(table)} where ${sql.identifier(column)} in
        (select ${sql.identifier(key)} from ${sql.identifier(parent)} where guild_id = ${guildId})`,
    );
  }
  for (const [table, { through }] of all)
    if (!through) tx.run(sql`delete from ${sql.identifier(table)} where guild_id = ${guildId}`);
  tx.delete(facts).where(sql`instr(${facts.name}, ${guildId}) > 0`).run();
}

/** Every server of which anything is kept. */
export function guildsKept(db: Reader): string[] {
  const found = new Set<string>();
  for (const [table, { through }] of Object.entries(holdings)) {
    if (through) continue;
    for (const { guildId } of db.all<{ guildId: string }>(guildsOf(db, table))) found.add(String(guildId));
  }
  return [...found].sort();
}

/** By a look into an index for each server where there is one: the largest tables have millions of rows of one. */
function guildsOf(db: Reader, table: string): SQL {
  const name = sql.identifier(table);
  const [index] = db.all(
    sql`select 1 from pragma_index_list(${table}) as list, pragma_index_info(list.name) as part
      where list.partial = 0 and part.seqno = 0 and part.name = 'guild_id' limit 1`,
  );
  if (index === undefined) return sql`select distinct guild_id as guildId from ${name}`;
  return sql`with recursive known(guildId) as (
      select min(guild_id) from ${name}
      union all select (select min(guild_id) from ${name} where guild_id > known.guildId) from known where guildId is not null
    ) select guildId from known where guildId is not null`;
}

/** Notes since when Laurel is not in a server; known already changes nothing. */
export function noteDeparture(tx: Tx, guildId: string, leftAt: number): void {
  tx.insert(departures).values({ guildId, leftAt }).onConflictDoNothing().run();
}

export function noteReturn(tx: Tx, guildId: string): void {
  tx.delete(departures).where(eq(departures.guildId, guildId)).run();
}

export function leftBefore(db: Reader, before: number): string[] {
  return db
    .select({ guildId: departures.guildId })
    .from(departures)
    .where(lt(departures.leftAt, before))
    .all()
    .map(({ guildId }) => guildId);
}

const personal = [helpers, tagSubscriptions, leaves] as const;

/** What somebody chose for the boards is theirs as well. */
const choseForBoards = or(isNotNull(members.boardOptOutAt), isNotNull(members.pseudonym));

/** Whether a member set anything for themselves in a server. */
export function hasPersonalSettings(db: Reader, guildId: string, memberId: string): boolean {
  const own = (table: (typeof personal)[number] | typeof members) =>
    and(eq(table.guildId, guildId), eq(table.memberId, memberId));
  const isThere = (table: (typeof personal)[number] | typeof members, which: SQL | undefined) =>
    db.select({ memberId: table.memberId }).from(table).where(which).limit(1).get() !== undefined;
  return (
    personal.some((table) => isThere(table, own(table))) ||
    isThere(members, and(own(members), choseForBoards))
  );
}

/** Members with settings of their own, of whom nobody knows that they left, by server. */
export function presentWithSettings(db: Reader): Map<string, string[]> {
  const rows = db.all<{ guild_id: string; member_id: string }>(
    sql`select guild_id, member_id from (
          select guild_id, member_id from helpers union select guild_id, member_id from tag_subscriptions
          union select guild_id, member_id from leaves
          union select guild_id, member_id from members where board_opt_out_at is not null or pseudonym is not null
        ) as holders
        where not exists (select 1 from members where members.guild_id = holders.guild_id
          and members.member_id = holders.member_id and members.left_at is not null)
        and member_id > ${sql.raw(LAST_OF_THE_FORGOTTEN)}
        order by guild_id, member_id`,
  );
  return byGuild(rows);
}

/** Of whom only is known since when they are here, by server: they wrote something, and have neither standing nor settings. */
export function merelySeen(db: Reader): Map<string, string[]> {
  const rows = db.all<{ guild_id: string; member_id: string }>(
    sql`select guild_id, member_id from members
        where left_at is null and board_opt_out_at is null and pseudonym is null and lost_pseudonym is null
          and not exists (select 1 from standings where standings.guild_id = members.guild_id
            and standings.period = 'all' and standings.member_id = members.member_id)
        order by guild_id, member_id`,
  );
  return byGuild(rows);
}

export function forgetSeen(tx: Tx, guildId: string, memberIds: readonly string[]): void {
  tx.delete(members)
    .where(and(eq(members.guildId, guildId), inArray(members.memberId, [...memberIds])))
    .run();
}

function byGuild(rows: readonly { guild_id: string; member_id: string }[]): Map<string, string[]> {
  return new Map(
    [...Map.groupBy(rows, (row) => String(row.guild_id))].map(([guildId, list]) => [
      guildId,
      list.map((row) => String(row.member_id)),
    ]),
  );
}

/** Remembers since when somebody with settings of their own is gone; known already changes nothing. */
export function noteLeft(tx: Tx, guildId: string, memberId: string, leftAt: number): void {
  tx.insert(members)
    .values({ guildId, memberId, leftAt })
    .onConflictDoUpdate({
      target: [members.guildId, members.memberId],
      set: { leftAt: sql`coalesce(${members.leftAt}, excluded.left_at)` },
    })
    .run();
}

/** Deletes the settings of those who left before a moment; that they left stays known while they have a standing. */
export function forgetSettingsOfLeft(tx: Tx, before: number): number {
  const isGone = and(isNotNull(members.leftAt), lt(members.leftAt, before));
  const gone = tx.select().from(members).where(isGone).all();
  let forgotten = 0;
  for (const [guildId, rows] of Map.groupBy(gone, (row) => row.guildId)) {
    for (let from = 0; from < rows.length; from += 500) {
      const ids = rows.slice(from, from + 500).map(({ memberId }) => memberId);
      for (const table of personal)
        forgotten += tx
          .delete(table)
          .where(and(eq(table.guildId, guildId), inArray(table.memberId, ids)))
          .run().changes;
    }
  }
  tx.update(members)
    .set({ boardOptOutAt: null, pseudonym: null, lostPseudonym: null, lostPseudonymWhy: null })
    .where(isGone)
    .run();
  tx.run(
    sql`delete from members where left_at < ${before} and not exists
      (select 1 from standings where standings.guild_id = members.guild_id and standings.period = 'all' and standings.member_id = members.member_id)`,
  );
  return forgotten;
}
