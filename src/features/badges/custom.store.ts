// Badges that a server made.
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import * as z from 'zod';
import { prepared, type Reader, type Tx } from '../../core/database.ts';
import { customBadges } from '../../core/standing-tables.ts';

export interface CustomBadge {
  id: number;
  guildId: string;
  name: string;
  emoji: string;
  description: string | null;
  /** Those who may give it, moderators aside. */
  grantRoleIds: readonly string[];
  byAmbassadors: boolean;
}

const roleIds = z.array(z.string());

const ofGuild = prepared((db) =>
  db
    .select()
    .from(customBadges)
    .where(and(eq(customBadges.guildId, sql.placeholder('guildId')), isNull(customBadges.removedAt)))
    .orderBy(asc(customBadges.id))
    .prepare(),
);

const byId = prepared((db) =>
  db
    .select()
    .from(customBadges)
    .where(and(eq(customBadges.id, sql.placeholder('id')), isNull(customBadges.removedAt)))
    .prepare(),
);

function read(row: typeof customBadges.$inferSelect): CustomBadge {
  const { id, guildId, name, emoji, description } = row;
  return {
    id,
    guildId,
    name,
    emoji,
    description,
    grantRoleIds: roleIds.parse(JSON.parse(row.grantRoleIds)),
    byAmbassadors: row.byAmbassadors === 1,
  };
}

/** The badges of a server, in the order in which they were made. */
export async function customBadgesOf(db: Reader, guildId: string): Promise<CustomBadge[]> {
  return ofGuild(db).all({ guildId }).map(read);
}

/** A badge of this server; nothing for one that was removed. */
export async function findCustomBadge(
  db: Reader,
  guildId: string,
  id: number,
): Promise<CustomBadge | undefined> {
  const row = byId(db).get({ id });
  return row && row.guildId === guildId ? read(row) : undefined;
}

/** What all badges that a server ever made are called, by their ids: those that were removed too. */
export async function customNamesOf(db: Reader, guildId: string): Promise<ReadonlyMap<number, string>> {
  const { id, name } = customBadges;
  const rows = db.select({ id, name }).from(customBadges).where(eq(customBadges.guildId, guildId)).all();
  return new Map(rows.map((row) => [row.id, row.name]));
}

export interface NewCustomBadge extends Omit<CustomBadge, 'id'> {
  /** The name without case and decoration. */
  nameKey: string;
  createdBy: string;
  createdAt: number;
}

/** Makes a badge; nothing if the server has one of this name. */
export async function addCustomBadge(tx: Tx, badge: NewCustomBadge): Promise<CustomBadge | undefined> {
  const row = tx
    .insert(customBadges)
    .values({
      ...badge,
      grantRoleIds: JSON.stringify(badge.grantRoleIds),
      byAmbassadors: badge.byAmbassadors ? 1 : 0,
    })
    .onConflictDoNothing()
    .returning()
    .get();
  return row && read(row);
}

/** Takes a badge out of use; who held it is kept, and no longer shown. */
export async function removeCustomBadge(tx: Tx, id: number, at: number): Promise<void> {
  tx.update(customBadges).set({ removedAt: at }).where(eq(customBadges.id, id)).run();
}
