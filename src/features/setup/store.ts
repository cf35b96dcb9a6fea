// What the database knows of a server's set-up besides the settings themselves.
import { eq } from 'drizzle-orm';
import type { Reader } from '../../core/database.ts';
import { guildSettings } from '../../core/schema.ts';

/** Whether anything was ever saved for this server; until then everything is as it comes. */
export async function isSetUp(db: Reader, guildId: string): Promise<boolean> {
  const row = db
    .select({ guildId: guildSettings.guildId })
    .from(guildSettings)
    .where(eq(guildSettings.guildId, guildId))
    .get();
  return row !== undefined;
}
