// The audit: who did what to whom, when and why; appended to, never changed.
import { sql } from 'drizzle-orm';
import { prepared, type Tx } from './database.ts';
import { audit } from './schema.ts';

export interface Deed {
  guildId: string;
  actorId: string;
  /** `feature.verb`, for example `promotions.promoted`. */
  action: string;
  targetId?: string | undefined;
  reason?: string | undefined;
  /** Plain values only; stored as JSON. */
  details?: Readonly<Record<string, unknown>> | undefined;
}

export type AuditRow = typeof audit.$inferSelect;

const insert = prepared((db) =>
  db
    .insert(audit)
    .values({
      guildId: sql.placeholder('guildId'),
      at: sql.placeholder('at'),
      actorId: sql.placeholder('actorId'),
      action: sql.placeholder('action'),
      targetId: sql.placeholder('targetId'),
      reason: sql.placeholder('reason'),
      details: sql.placeholder('details'),
    })
    .prepare(),
);

export async function note(tx: Tx, deed: Deed, at: number): Promise<void> {
  insert(tx).run({
    guildId: deed.guildId,
    at,
    actorId: deed.actorId,
    action: deed.action,
    targetId: deed.targetId ?? null,
    reason: deed.reason ?? null,
    details: deed.details ? JSON.stringify(deed.details) : null,
  });
}
