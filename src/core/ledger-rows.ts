// The rows of the ledger: found, appended, and marked as revoked, worth something else, or counting.
import { and, asc, eq, gte, lte, type SQL, sql } from 'drizzle-orm';
import { prepared, type Reader, type Tx } from './database.ts';
import type { Fact, Marks, Recognition } from './ledger-rules.ts';
import { recognitions } from './schema.ts';
import { inAQuestion, merely } from './written-out.ts';

const bySource = prepared((db) =>
  db
    .select()
    .from(recognitions)
    .where(eq(recognitions.sourceKey, sql.placeholder('sourceKey')))
    .prepare(),
);

const byId = prepared((db) =>
  db
    .select()
    .from(recognitions)
    .where(eq(recognitions.id, sql.placeholder('id')))
    .prepare(),
);

const bySourceMessage = prepared((db) =>
  db
    .select()
    .from(recognitions)
    .where(eq(recognitions.sourceMessageId, sql.placeholder('messageId')))
    .orderBy(asc(recognitions.id))
    .prepare(),
);

const bySourceMessages = prepared((db) =>
  db
    .select()
    .from(recognitions)
    .where(
      and(
        gte(recognitions.sourceMessageId, sql.placeholder('from')),
        lte(recognitions.sourceMessageId, sql.placeholder('to')),
        eq(recognitions.channelId, sql.placeholder('channelId')),
      ),
    )
    .orderBy(asc(recognitions.id))
    .prepare(),
);

const rowsOfHelp = (help: SQL | undefined) =>
  prepared((db) => db.select().from(recognitions).where(help).orderBy(asc(recognitions.id)).prepare());

const sameHelp = rowsOfHelp(
  and(
    eq(recognitions.guildId, sql.placeholder('guildId')),
    eq(recognitions.giverId, sql.placeholder('giverId')),
    eq(recognitions.receiverId, sql.placeholder('receiverId')),
    eq(recognitions.helpKey, sql.placeholder('helpKey')),
  ),
);

/** In a question: by its key, because its asker may have thanked the same helper in a thousand others. */
const sameQuestion = rowsOfHelp(
  and(
    eq(recognitions.helpKey, sql.placeholder('helpKey')),
    inAQuestion,
    merely(recognitions.guildId, sql.placeholder('guildId')),
    merely(recognitions.giverId, sql.placeholder('giverId')),
    merely(recognitions.receiverId, sql.placeholder('receiverId')),
  ),
);

const insert = prepared((db) =>
  db
    .insert(recognitions)
    .values({
      writtenKey: sql.placeholder('writtenKey'),
      guildId: sql.placeholder('guildId'),
      kind: sql.placeholder('kind'),
      giverId: sql.placeholder('giverId'),
      receiverId: sql.placeholder('receiverId'),
      helpKey: sql.placeholder('helpKey'),
      channelId: sql.placeholder('channelId'),
      messageId: sql.placeholder('messageId'),
      sourceMessageId: sql.placeholder('sourceMessageId'),
      reason: sql.placeholder('reason'),
      language: sql.placeholder('language'),
      weight: sql.placeholder('weight'),
      points: sql.placeholder('points'),
      occurredAt: sql.placeholder('occurredAt'),
      recordedAt: sql.placeholder('recordedAt'),
      counts: sql.placeholder('counts'),
      firstOfKind: sql.placeholder('firstOfKind'),
    })
    .returning({ id: recognitions.id })
    .prepare(),
);

const setRevoked = prepared((db) =>
  db
    .update(recognitions)
    .set({ revokedAt: sql`${sql.placeholder('at')}`, revokedWhy: sql`${sql.placeholder('why')}` })
    .where(eq(recognitions.id, sql.placeholder('id')))
    .prepare(),
);

const setWorth = prepared((db) =>
  db
    .update(recognitions)
    .set({ weight: sql`${sql.placeholder('weight')}`, points: sql`${sql.placeholder('points')}` })
    .where(eq(recognitions.id, sql.placeholder('id')))
    .prepare(),
);

const setMarks = prepared((db) =>
  db
    .update(recognitions)
    .set({ counts: sql`${sql.placeholder('counts')}`, firstOfKind: sql`${sql.placeholder('firstOfKind')}` })
    .where(eq(recognitions.id, sql.placeholder('id')))
    .prepare(),
);

export async function findBySource(db: Reader, sourceKey: string): Promise<Recognition | undefined> {
  return bySource(db).get({ sourceKey });
}

export async function findById(db: Reader, id: number): Promise<Recognition | undefined> {
  return byId(db).get({ id });
}

/** Every row, live or revoked, that stands or falls with this message. */
export async function findBySourceMessage(db: Reader, messageId: string): Promise<Recognition[]> {
  return bySourceMessage(db).all({ messageId });
}

/** Every row, live or revoked, that stands or falls with a message of this channel between two, both included. */
export async function findBySourceMessages(
  db: Reader,
  channelId: string,
  fromId: string,
  toId: string,
): Promise<Recognition[]> {
  return bySourceMessages(db).all({ from: fromId, to: toId, channelId });
}

/** Every row, live or revoked, by which this giver recognised this receiver for this help. */
export async function findSameHelp(
  db: Reader,
  help: Pick<Fact, 'guildId' | 'giverId' | 'receiverId' | 'helpKey'>,
): Promise<Recognition[]> {
  const { guildId, giverId, receiverId, helpKey } = help;
  const rows = helpKey.startsWith('question:') ? sameQuestion : sameHelp;
  return rows(db).all({ guildId, giverId, receiverId, helpKey });
}

/** Appends a row with what of it counts; returns its id. */
export function insertRow(tx: Tx, row: Recognition, { counts, first }: Marks): number {
  return insert(tx).get({ ...row, writtenKey: writtenKeyOf(row), counts, firstOfKind: first }).id;
}

/** The source key where it does not follow from the rest of the row, as that of thanks in words does; see the schema. */
function writtenKeyOf({ sourceKey, sourceMessageId, receiverId }: Recognition): string | null {
  return sourceKey === `text:${sourceMessageId}:${receiverId}` ? null : sourceKey;
}

/** Notes when (ms) and why a row was revoked; that it is live where both are nothing. */
export function writeRevoked(tx: Tx, id: number, at: number | null, why: string | null): void {
  setRevoked(tx).run({ id, at, why });
}

export function writeWorth(tx: Tx, id: number, { weight, points }: Pick<Fact, 'weight' | 'points'>): void {
  setWorth(tx).run({ id, weight, points });
}

export function writeMarks(tx: Tx, id: number, { counts, first }: Marks): void {
  setMarks(tx).run({ id, counts, firstOfKind: first });
}
