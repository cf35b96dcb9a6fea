// Standings: totals per member and period, as they are read, shown on boards or not, and renamed.
import { and, eq, gt, ne, sql } from 'drizzle-orm';
import { noteChange } from './board-counts.ts';
import { prepared, type Reader, type Tx } from './database.ts';
import { periodAt } from './periods.ts';
import { recognitions, standings } from './schema.ts';
import { BEFORE_ALL } from './snowflakes.ts';
import { helpedAPerson } from './written-out.ts';

export interface Totals {
  points: number;
  solutions: number;
  thanksReceived: number;
  thanksGiven: number;
  peopleHelped: number;
  activeDays: number;
}

/** A member's totals in a period, and whether they are shown on its boards. */
export type Standing = Totals & { listed: boolean };

export const NO_TOTALS: Totals = {
  points: 0,
  solutions: 0,
  thanksReceived: 0,
  thanksGiven: 0,
  peopleHelped: 0,
  activeDays: 0,
};

/** The one row of a member in a period; for statements that are given all three. */
export const ofMember = and(
  eq(standings.guildId, sql.placeholder('guildId')),
  eq(standings.period, sql.placeholder('period')),
  eq(standings.memberId, sql.placeholder('memberId')),
);

/** All values of such a row but whether it is listed; for statements that write it and are given them. */
export const WHOLE_ROW = {
  guildId: sql.placeholder('guildId'),
  period: sql.placeholder('period'),
  memberId: sql.placeholder('memberId'),
  points: sql.placeholder('points'),
  solutions: sql.placeholder('solutions'),
  thanksReceived: sql.placeholder('thanksReceived'),
  thanksGiven: sql.placeholder('thanksGiven'),
  peopleHelped: sql.placeholder('peopleHelped'),
  activeDays: sql.placeholder('activeDays'),
};

const one = prepared((db) => db.select().from(standings).where(ofMember).prepare());

/** Whether a member was ever part of a recognition: whoever is in any period is in `all`. */
export async function hasStanding(db: Reader, guildId: string, memberId: string): Promise<boolean> {
  return one(db).get({ guildId, period: 'all', memberId }) !== undefined;
}

const guildAfter = prepared((db) =>
  db
    .select({ guildId: sql`min(${standings.guildId})`.mapWith(standings.guildId) })
    .from(standings)
    .where(gt(standings.guildId, sql.placeholder('after')))
    .prepare(),
);

/** The next guild, by id, where somebody has a standing. */
export async function nextGuild(db: Reader, after: string): Promise<string | undefined> {
  return guildAfter(db).get({ after })?.guildId ?? undefined;
}

/** Every guild where somebody has a standing, by id. */
export async function guildsWithStanding(db: Reader): Promise<string[]> {
  const guildIds: string[] = [];
  const next = () => nextGuild(db, guildIds.at(-1) ?? BEFORE_ALL);
  for (let guildId = await next(); guildId !== undefined; guildId = await next()) guildIds.push(guildId);
  return guildIds;
}

/** A member's totals in a period; all zero for someone never seen. */
export async function standingOf(
  db: Reader,
  guildId: string,
  period: string,
  memberId: string,
): Promise<Standing> {
  const row = one(db).get({ guildId, period, memberId });
  if (!row) return { ...NO_TOTALS, listed: true };
  const { points, solutions, thanksReceived, thanksGiven, peopleHelped, activeDays } = row;
  return {
    points,
    solutions,
    thanksReceived,
    thanksGiven,
    peopleHelped,
    activeDays,
    listed: row.listed === 1,
  };
}

/** All periods of a guild, found by a step through the key for each; a member is looked for in every one. */
const periodsOfGuild = sql`(with recursive known(period) as (
  select min(period) from standings where guild_id = ${sql.placeholder('guildId')}
  union all
  select (select min(period) from standings where guild_id = ${sql.placeholder('guildId')} and period > known.period)
  from known where known.period is not null
) select period from known where period is not null)`;

const list = prepared((db) =>
  db
    .update(standings)
    .set({ listed: sql`${sql.placeholder('listed')}` })
    .where(
      and(
        eq(standings.guildId, sql.placeholder('guildId')),
        sql`${standings.period} in ${periodsOfGuild}`,
        eq(standings.memberId, sql.placeholder('memberId')),
        ne(standings.listed, sql.placeholder('listed')),
      ),
    )
    .returning()
    .prepare(),
);

const everyPeriod = prepared((db) =>
  db.select({ period: sql<string>`period` }).from(periodsOfGuild).prepare(),
);

/** The keys of all periods of which a server has rows, kept or not. */
export function periodsIn(db: Reader, guildId: string): string[] {
  return everyPeriod(db)
    .all({ guildId })
    .map(({ period }) => period);
}

const helpSince = prepared((db) =>
  db
    .select({ at: recognitions.occurredAt })
    .from(recognitions)
    .where(
      and(
        eq(recognitions.guildId, sql.placeholder('guildId')),
        eq(recognitions.receiverId, sql.placeholder('memberId')),
        sql`${recognitions.occurredAt} >= ${sql.placeholder('since')}`,
        helpedAPerson,
      ),
    )
    .orderBy(recognitions.occurredAt)
    .limit(1)
    .prepare(),
);

/** In how many months of the guild's calendar somebody was helped by a member: a look into the ledger for each of them. */
export async function monthsOfHelp(
  db: Reader,
  guildId: string,
  memberId: string,
  timeZone: string,
): Promise<number> {
  const next = (since: number) => helpSince(db).get({ guildId, memberId, since });
  let months = 0;
  for (let help = next(0); help; help = next(periodAt('month', help.at, timeZone).end)) months += 1;
  return months;
}

const rename = prepared((db) =>
  db
    .update(standings)
    .set({ memberId: sql`${sql.placeholder('pseudonym')}` })
    .where(
      and(
        eq(standings.guildId, sql.placeholder('guildId')),
        sql`${standings.period} in ${periodsOfGuild}`,
        eq(standings.memberId, sql.placeholder('memberId')),
      ),
    )
    .prepare(),
);

/** Puts a pseudonym in the place of a member, in every server. */
export async function renameStandings(tx: Tx, memberId: string, pseudonym: string): Promise<void> {
  for (
    let guildId = await nextGuild(tx, BEFORE_ALL);
    guildId !== undefined;
    guildId = await nextGuild(tx, guildId)
  )
    rename(tx).run({ guildId, memberId, pseudonym });
}

/** Shows a member on the boards, or hides them; their totals stay. */
export async function setListed(tx: Tx, guildId: string, memberId: string, listed: boolean): Promise<void> {
  for (const row of list(tx).all({ guildId, memberId, listed: listed ? 1 : 0 }))
    noteChange(tx, guildId, row.period, listed ? undefined : row, listed ? row : undefined);
}
