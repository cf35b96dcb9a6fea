// What members have of what tiers ask for, read from standings and the ledger by index, and only as far as it is asked for.
import { and, eq, sql } from 'drizzle-orm';
import { prepared, type Reader } from '../../core/database.ts';
import { dayAt } from '../../core/periods.ts';
import { members, recognitions, standings } from '../../core/schema.ts';
import type { Requirements } from '../../core/settings.ts';
import { fairPlayCases, fairPlayMembers } from '../../core/standing-tables.ts';
import { standingOf } from '../../core/standings.ts';
import { helpedAPerson, inAQuestion, isASolution } from '../../core/written-out.ts';
import { beforeDays, type Span } from './leave.rules.ts';
import type { Measures } from './requirements.rules.ts';

const DAY_MS = 86_400_000;

export interface Who {
  guildId: string;
  memberId: string;
}

const latestHelp = prepared((db) =>
  db
    .select({ at: recognitions.occurredAt })
    .from(recognitions)
    .where(
      and(
        eq(recognitions.guildId, sql.placeholder('guildId')),
        eq(recognitions.receiverId, sql.placeholder('memberId')),
        sql`${recognitions.occurredAt} >= ${sql.placeholder('since')}`,
        sql`${recognitions.occurredAt} < ${sql.placeholder('before')}`,
        helpedAPerson,
      ),
    )
    .orderBy(sql`${recognitions.occurredAt} desc`)
    .limit(1)
    .prepare(),
);

/** Different tags of the questions that a member solved. */
const solvedTags = prepared((db) =>
  db
    .select({ tags: sql<number>`count(distinct t.tag_id)` })
    .from(recognitions)
    .innerJoin(sql`question_tags t`, sql`t.question_id = substr(${recognitions.helpKey}, 10)`)
    .where(
      and(
        eq(recognitions.guildId, sql.placeholder('guildId')),
        eq(recognitions.receiverId, sql.placeholder('memberId')),
        isASolution,
        inAQuestion,
      ),
    )
    .prepare(),
);

const lastReversal = prepared((db) =>
  db
    .select({ at: sql<number | null>`max(${fairPlayCases.decidedAt})` })
    .from(fairPlayMembers)
    .innerJoin(fairPlayCases, eq(fairPlayCases.id, fairPlayMembers.caseId))
    .where(
      and(
        eq(fairPlayMembers.guildId, sql.placeholder('guildId')),
        eq(fairPlayMembers.memberId, sql.placeholder('memberId')),
        eq(fairPlayCases.state, 'reversed'),
      ),
    )
    .prepare(),
);

const memberRow = prepared((db) =>
  db
    .select({ joinedAt: members.joinedAt, returnedAt: members.returnedAt })
    .from(members)
    .where(
      and(eq(members.guildId, sql.placeholder('guildId')), eq(members.memberId, sql.placeholder('memberId'))),
    )
    .prepare(),
);

const everybody = prepared((db) =>
  db
    .select({ memberId: standings.memberId })
    .from(standings)
    .where(
      and(
        eq(standings.guildId, sql.placeholder('guildId')),
        eq(standings.period, 'all'),
        sql`${standings.memberId} > ${sql.placeholder('after')}`,
      ),
    )
    .orderBy(standings.memberId)
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** What is cheap to know: the three totals. */
export async function totalsOf(
  db: Reader,
  { guildId, memberId }: Who,
): Promise<Pick<Measures, 'points' | 'solutions' | 'peopleHelped'>> {
  const { points, solutions, peopleHelped } = await standingOf(db, guildId, 'all', memberId);
  return { points, solutions, peopleHelped };
}

/**
 * All that these requirements ask for. Days of help are counted up to the number asked for: each costs one look into an
 * index, however often somebody was thanked on it. Days on holiday are not looked at.
 */
export async function measuresOf(
  db: Reader,
  who: Who,
  asked: Requirements,
  when: { now: number; timeZone: string; leaves?: readonly Span[] },
): Promise<Measures> {
  const { now, timeZone, leaves = [] } = when;
  return {
    ...(await totalsOf(db, who)),
    tags: asked.tags > 0 ? (solvedTags(db).get({ ...who })?.tags ?? 0) : 0,
    activeDays: asked.activeDays > 0 ? countDays(db, who, asked, { now, timeZone, leaves }) : 0,
    serverDays: asked.serverDays > 0 ? daysHere(db, who, now) : 0,
    cleanDays: asked.cleanDays > 0 ? cleanDays(db, who, now) : 0,
  };
}

function countDays(
  db: Reader,
  who: Who,
  { activeDays, activeWithinDays }: Requirements,
  { now, timeZone, leaves }: { now: number; timeZone: string; leaves: readonly Span[] },
): number {
  const since = beforeDays(now, activeWithinDays, leaves);
  let before = now + 1;
  let days = 0;
  while (days < activeDays) {
    const latest = latestHelp(db).get({ ...who, since, before });
    if (!latest) break;
    days += 1;
    before = dayAt(latest.at, timeZone).start;
  }
  return days;
}

/** Whole days since they came, or came back; nothing where nobody told when that was. */
function daysHere(db: Reader, who: Who, now: number): number | undefined {
  const row = memberRow(db).get({ ...who });
  const since = Math.max(row?.joinedAt ?? 0, row?.returnedAt ?? 0);
  return since === 0 ? undefined : Math.floor((now - since) / DAY_MS);
}

function cleanDays(db: Reader, who: Who, now: number): number {
  const at = lastReversal(db).get({ ...who })?.at;
  return at === null || at === undefined ? Number.POSITIVE_INFINITY : Math.floor((now - at) / DAY_MS);
}

/** The members who have a standing, in the order of their ids, those after `after`. */
export async function membersAfter(
  db: Reader,
  guildId: string,
  after: string,
  limit: number,
): Promise<string[]> {
  return everybody(db)
    .all({ guildId, after, limit })
    .map(({ memberId }) => memberId);
}
