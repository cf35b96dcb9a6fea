// Published answers in the ledger: an entry is a recognition of the kind `article`, and stands as long as that does.
import { and, count, eq, gte, isNull, lt, sql } from 'drizzle-orm';
import type { Reader } from '../../core/database.ts';
import { findBySourceMessage } from '../../core/ledger-rows.ts';
import type { Recognition } from '../../core/ledger-rules.ts';
import type { Day } from '../../core/periods.ts';
import { effects, recognitions } from '../../core/schema.ts';

/** Source keys of the entries about one answer begin so; what posted each comes after. */
export function sourceKey(answerId: string, effectId: number): string {
  return `article:${answerId}:${effectId}`;
}

/** One entry about an answer can be on its way at a time. */
export function dedupeKey(answerId: string): string {
  return `knowledge:publish:${answerId}`;
}

/** Whether an entry about this answer stands, or is on its way to Discord. */
export async function isPublished(db: Reader, answerId: string): Promise<boolean> {
  const standing = db
    .select({ id: recognitions.id })
    .from(recognitions)
    .where(
      and(
        gte(recognitions.sourceKey, `article:${answerId}:`),
        lt(recognitions.sourceKey, `article:${answerId};`),
        isNull(recognitions.revokedAt),
      ),
    )
    .get();
  const waiting = db
    .select({ id: effects.id })
    .from(effects)
    .where(and(eq(effects.dedupeKey, dedupeKey(answerId)), sql`state = 'waiting'`))
    .get();
  return standing !== undefined || waiting !== undefined;
}

/** How many answers somebody published on a day, those taken down since included. */
export async function countPublished(
  db: Reader,
  guildId: string,
  publisherId: string,
  { start, end }: Pick<Day, 'start' | 'end'>,
): Promise<number> {
  const row = db
    .select({ n: count() })
    .from(recognitions)
    .where(
      and(
        eq(recognitions.guildId, guildId),
        eq(recognitions.giverId, publisherId),
        gte(recognitions.occurredAt, start),
        lt(recognitions.occurredAt, end),
        eq(recognitions.kind, 'article'),
      ),
    )
    .get();
  return row?.n ?? 0;
}

/** The entry that this message is; nothing where it is none that stands, or is of another server. */
export async function entryAt(
  db: Reader,
  guildId: string,
  messageId: string,
): Promise<Recognition | undefined> {
  const rows = await findBySourceMessage(db, messageId);
  return rows.find((row) => row.kind === 'article' && row.guildId === guildId && row.revokedAt === null);
}

/** How far the posting of an entry has come. */
export async function entryState(db: Reader, effectId: number): Promise<'published' | 'onItsWay' | 'failed'> {
  const effect = db.select({ state: effects.state }).from(effects).where(eq(effects.id, effectId)).get();
  if (effect?.state === 'waiting') return 'onItsWay';
  return effect?.state === 'done' ? 'published' : 'failed';
}
