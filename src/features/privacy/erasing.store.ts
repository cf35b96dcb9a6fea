// Puts a pseudonym where somebody's id stood, in every table there is, and takes their words away.

import { eq, type SQL, sql } from 'drizzle-orm';
import { breathe } from '../../core/breathe.ts';
import type { Reader, Tx } from '../../core/database.ts';
import { dropSettledWords } from '../../core/outbox-store.ts';
import { erasures } from '../../core/privacy-tables.ts';
import { facts, members } from '../../core/schema.ts';
import { ID_TYPE } from '../../core/snowflake-column.ts';
import { renameStandings, setListed } from '../../core/standings.ts';
import { type Holding, holdings } from './register.ts';

/** Rows looked through at once; between two such pieces everything else goes on. */
const PIECE = 20_000;
/** What stands where words stood that may not be missing. */
const WITHDRAWN = '…';

interface Column {
  name: string;
  notnull: number;
}

/** The tables of the database itself, so that one that is in no list of ours is not forgotten either. */
function tablesOf(db: Reader): string[] {
  // PostgreSQL's counterpart of this and of pragma_table_info is information_schema.
  return db
    .all<{ name: string }>(
      sql`select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`,
    )
    .map(({ name }) => name);
}

function textColumnsOf(db: Reader, table: string): Column[] {
  return columnsOf(db, table, 'text');
}

/** The columns that hold an id of Discord's, be it of a person or of anything else. */
function idColumnsOf(db: Reader, table: string): Column[] {
  return columnsOf(db, table, ID_TYPE);
}

function columnsOf(db: Reader, table: string, type: string): Column[] {
  return db.all<Column>(
    sql`select name, "notnull" from pragma_table_info(${table}) where lower(type) = ${type} order by cid`,
  );
}

/** Whether a row names this person: in a column for people, or among other things. */
export function names({ people = [], among = [] }: Holding, memberId: string): SQL | undefined {
  const parts = [
    ...people.map((column) => sql`${sql.identifier(column)} = ${memberId}`),
    ...among.map((column) => sql`instr(${sql.identifier(column)}, ${memberId}) > 0`),
  ];
  return parts.length > 0 ? sql`(${sql.join(parts, sql` or `)})` : undefined;
}

/** The servers in which anything is kept of a person. */
export function guildsOf(db: Reader, memberId: string): string[] {
  const found = new Set<string>();
  for (const [table, holding] of Object.entries(holdings)) {
    const who = names({ people: holding.people ?? [] }, memberId);
    if (!who || holding.through) continue;
    for (const { guild_id } of db.all<{ guild_id: string }>(
      sql`select distinct guild_id from ${sql.identifier(table)} where ${who}`,
    ))
      found.add(String(guild_id));
  }
  return [...found].sort();
}

/** Everything at once: what goes, what is withdrawn, and the pseudonym where the id stood. The id is a snowflake. */
export async function replacePerson(
  tx: Tx,
  memberId: string,
  pseudonym: string,
  guildIds: readonly string[],
  at: number,
): Promise<void> {
  if (!/^\d{15,20}$/.test(memberId))
    throw new RangeError('Only an id of Discord can be replaced everywhere.');
  endWhatRuns(tx, memberId, at);
  dropWhatIsOwed(tx, memberId, at);
  withdrawCopies(tx, memberId);
  for (const [table, holding] of Object.entries(holdings)) {
    const who = names({ people: holding.people ?? [] }, memberId);
    if (holding.goes && who) tx.run(sql`delete from ${sql.identifier(table)} where ${who}`);
    else withdrawWords(tx, table, holding, memberId);
  }
  await renameStandings(tx, memberId, pseudonym);
  for (const table of tablesOf(tx).filter((name) => name !== 'standings'))
    await replaceIn(tx, table, memberId, pseudonym);
  for (const guildId of guildIds) {
    // Not on the boards, and by a recount neither.
    tx.insert(members).values({ guildId, memberId: pseudonym, boardOptOutAt: at }).run();
    await setListed(tx, guildId, pseudonym, false);
  }
}

export function rememberErasure(tx: Tx, erasure: typeof erasures.$inferInsert): void {
  tx.insert(erasures).values(erasure).run();
}

function withdrawWords(tx: Tx, table: string, { words = {}, quoted }: Holding, memberId: string): void {
  if (quoted) {
    const [column, key, author] = quoted;
    tx.run(
      // PostgreSQL: `details - key`.
      sql`update ${sql.identifier(table)} set ${sql.identifier(column)} = json_remove(${sql.identifier(column)}, ${`$.${key}`})
        where ${sql.identifier(author)} = ${memberId} and json_valid(${sql.identifier(column)})`,
    );
  }
  for (const [column, author] of Object.entries(words)) {
    const mustStay = textColumnsOf(tx, table).find(({ name }) => name === column)?.notnull === 1;
    tx.run(
      sql`update ${sql.identifier(table)} set ${sql.identifier(column)} = ${mustStay ? WITHDRAWN : null}
        where ${sql.identifier(author)} = ${memberId}`,
    );
  }
}

/** Words that were carried on: whoever is made Ambassador is so for what their nominator wrote, whoever decided it. */
function withdrawCopies(tx: Tx, memberId: string): void {
  const theirs = sql`select promotion_id from nominations where nominator_id = ${memberId} and promotion_id is not null`;
  const why = (promotionId: SQL) =>
    sql`(select why from nominations where nominations.promotion_id = ${promotionId})`;
  // PostgreSQL: (details::json->>'promotionId')::int.
  const ofDeed = sql`case when json_valid(details) then json_extract(details, '$.promotionId') end`;
  tx.run(sql`update audit set reason = null where ${ofDeed} in (${theirs}) and reason = ${why(ofDeed)}`);
  tx.run(
    sql`update promotions set reason = ${WITHDRAWN} where id in (${theirs}) and reason = ${why(sql`promotions.id`)}`,
  );
}

/** What somebody is asked, holds or waits for is over, as if they had left. */
function endWhatRuns(tx: Tx, memberId: string, at: number): void {
  const ends = [
    sql`update question_claims set ended_at = ${at}, ended_why = 'letGo' where ended_at is null and member_id = ${memberId}`,
    sql`update question_prompts set ended_at = ${at} where ended_at is null and member_id = ${memberId}`,
    sql`update tier_warnings set closed_at = ${at}, closed_why = 'left' where closed_at is null and member_id = ${memberId}`,
    sql`update nominations set state = 'withdrawn', answered_at = coalesce(answered_at, ${at})
      where state in ('asked', 'accepted', 'reviewing') and candidate_id = ${memberId}`,
    sql`update ambassador_terms set state = 'ended', ended_at = ${at}, ended_why = 'left'
      where state in ('active', 'paused') and member_id = ${memberId}`,
    sql`update promotions set state = 'ended', ended_at = ${at}, failure = 'left'
      where state in ('active', 'pending') and member_id = ${memberId}`,
  ];
  for (const end of ends) tx.run(end);
}

/** What is owed to Discord about somebody is called off, with all that waits for it; what was said of them is not kept. */
function dropWhatIsOwed(tx: Tx, memberId: string, at: number): void {
  const who = names(holdings.effects ?? {}, memberId) ?? sql`false`;
  tx.run(
    sql`with recursive dropped(id) as (
          select id from effects where state = 'waiting' and ${who}
          union select effects.id from effects join dropped on effects.after_id = dropped.id where effects.state = 'waiting'
        )
        update effects set state = 'cancelled', settled_at = ${at} where id in (select id from dropped)`,
  );
  tx.run(sql`update effects set payload = '{}' where ${who}`);
  dropSettledWords(tx);
  // Words that Ambassadors' affairs carried along until it was settled, such as how a candidate is called.
  const carried = tx.all<{ id: number; ref: string }>(
    sql`select id, ref from effects where ref like 'ambassadors:%:%:%' and state <> 'waiting'`,
  );
  for (const { id, ref } of carried)
    tx.run(sql`update effects set ref = ${ref.split(':').slice(0, 3).join(':')} where id = ${id}`);
}

/** In pieces: a server of many years has millions of rows, and nobody is to wait for them. */
async function replaceIn(tx: Tx, table: string, memberId: string, pseudonym: string): Promise<void> {
  const ids = idColumnsOf(tx, table).map(({ name }) => sql.identifier(name));
  const texts = textColumnsOf(tx, table).map(({ name }) => sql.identifier(name));
  if (ids.length + texts.length === 0) return;
  const replaced = sql.join(
    [
      ...ids.map((column) => sql`${column} = iif(${column} = ${memberId}, ${pseudonym}, ${column})`),
      ...texts.map((column) => sql`${column} = replace(${column}, ${memberId}, ${pseudonym})`),
    ],
    sql`, `,
  );
  const holds = sql.join(
    [
      ...ids.map((column) => sql`${column} = ${memberId}`),
      ...texts.map((column) => sql`instr(${column}, ${memberId}) > 0`),
    ],
    sql` or `,
  );
  const [{ last } = { last: 0 }] = tx.all<{ last: number | null }>(
    sql`select max(rowid) as last from ${sql.identifier(table)}`,
  );
  for (let from = 0; from <= (last ?? 0); from += PIECE) {
    tx.run(
      sql`update ${sql.identifier(table)} set ${replaced} where rowid > ${from} and rowid <= ${from + PIECE} and (${holds})`,
    );
    // Nothing else can get between: writers wait for this transaction, and readers see it when it is whole.
    await breathe();
  }
}

const SCRUB_OWED = 'privacy:scrub';

/** Remembers that the file still holds traces of what was deleted. */
export function oweScrub(tx: Tx): void {
  tx.insert(facts).values({ name: SCRUB_OWED, value: 'owed' }).onConflictDoNothing().run();
}

/** Whether that is owed; it is not any more after it was asked for. */
export function takeOwedScrub(tx: Tx): boolean {
  return tx.delete(facts).where(eq(facts.name, SCRUB_OWED)).run().changes > 0;
}
