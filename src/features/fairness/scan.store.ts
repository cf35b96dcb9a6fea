// Reads a server's recognitions into typed arrays, page by page: a million rows as objects would not fit.
import { and, asc, eq, gt, gte, inArray, isNull, sql } from 'drizzle-orm';
import { prepared, type Reader } from '../../core/database.ts';
import { members, recognitions } from '../../core/schema.ts';
import { fairPlayCases, fairPlayRows } from '../../core/standing-tables.ts';
import { merely } from '../../core/written-out.ts';
import { type Accounts, createdAt } from './accounts.rules.ts';
import type { Columns } from './graph.rules.ts';

/** Rows read at once. */
const PAGE = 5_000;
const ROOM_AT_FIRST = 1 << 16;

const page = prepared((db) =>
  db
    .select({
      id: recognitions.id,
      giverId: recognitions.giverId,
      receiverId: recognitions.receiverId,
      at: recognitions.occurredAt,
      counts: recognitions.counts,
      // The help is the thanking message or the command itself: the message that helped is not known.
      talkless: sql<number>`${recognitions.kind} = 'thanks' and (${recognitions.helpKey} = 'message:' || ${recognitions.messageId}
        or (${recognitions.messageId} is null and ${recognitions.helpKey} like 'message:%'))`,
    })
    .from(recognitions)
    .where(
      and(
        gt(recognitions.id, sql.placeholder('after')),
        // By an index by guild each page would be sorted anew.
        merely(recognitions.guildId, sql.placeholder('guildId')),
        gte(recognitions.occurredAt, sql.placeholder('since')),
        isNull(recognitions.revokedAt),
        inArray(recognitions.kind, ['thanks', 'upvote', 'solution', 'assist']),
      ),
    )
    .orderBy(asc(recognitions.id))
    .limit(PAGE)
    .prepare(),
);

/** Live recognitions between people since a moment (ms), but for those that moderators found to be in order. */
export function readColumns(db: Reader, guildId: string, since: number): Columns {
  const inOrder = dismissedRows(db, guildId);
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number => {
    const number = numbers.get(id) ?? numbers.size;
    if (number === numbers.size) numbers.set(id, number);
    return number;
  };
  let room = ROOM_AT_FIRST;
  let length = 0;
  let columns = emptyColumns(room);
  for (let after = 0, full = true; full; ) {
    const rows = page(db).values({ guildId, since, after }) as [
      number,
      string,
      string,
      number,
      number,
      number,
    ][];
    for (const [id, giverId, receiverId, at, counts, talkless] of rows) {
      after = id;
      if (inOrder.has(id)) continue;
      if (length === room) {
        room *= 2;
        columns = copied(columns, emptyColumns(room));
      }
      columns.rowIds[length] = id;
      columns.givers[length] = numberOf(String(giverId));
      columns.receivers[length] = numberOf(String(receiverId));
      columns.times[length] = at;
      columns.counts[length] = counts;
      columns.talkless[length] = talkless;
      length += 1;
    }
    full = rows.length === PAGE;
  }
  return {
    members: [...numbers.keys()],
    rowIds: columns.rowIds.subarray(0, length),
    givers: columns.givers.subarray(0, length),
    receivers: columns.receivers.subarray(0, length),
    times: columns.times.subarray(0, length),
    counts: columns.counts.subarray(0, length),
    talkless: columns.talkless.subarray(0, length),
  };
}

/** What their ids and joins say about these members, by their numbers. */
export function readAccounts(db: Reader, guildId: string, memberIds: readonly string[]): Accounts {
  const joins = new Map(
    db
      .select({ memberId: members.memberId, joinedAt: members.joinedAt })
      .from(members)
      .where(eq(members.guildId, guildId))
      .all()
      .map(({ memberId, joinedAt }) => [memberId, joinedAt ?? 0]),
  );
  return {
    createdAt: Float64Array.from(memberIds, createdAt),
    joinedAt: Float64Array.from(memberIds, (id) => joins.get(id) ?? 0),
  };
}

function dismissedRows(db: Reader, guildId: string): ReadonlySet<number> {
  const rows = db
    .select({ id: fairPlayRows.recognitionId })
    .from(fairPlayRows)
    .innerJoin(fairPlayCases, eq(fairPlayCases.id, fairPlayRows.caseId))
    .where(and(eq(fairPlayCases.guildId, guildId), eq(fairPlayCases.state, 'dismissed')))
    .all();
  return new Set(rows.map(({ id }) => id));
}

type Filling = Omit<Columns, 'members'>;

function emptyColumns(room: number): Filling {
  return {
    rowIds: new Float64Array(room),
    givers: new Uint32Array(room),
    receivers: new Uint32Array(room),
    times: new Float64Array(room),
    counts: new Uint8Array(room),
    talkless: new Uint8Array(room),
  };
}

function copied(from: Filling, to: Filling): Filling {
  to.rowIds.set(from.rowIds);
  to.givers.set(from.givers);
  to.receivers.set(from.receivers);
  to.times.set(from.times);
  to.counts.set(from.counts);
  to.talkless.set(from.talkless);
  return to;
}
