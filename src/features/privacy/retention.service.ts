// What is deleted without anybody asking: by age, after somebody left, and after Laurel was taken out of a server.
import type { Context } from '../../core/context.ts';
import { visitServers } from '../../core/server-rounds.ts';
import { noteUnanswered } from '../../core/unanswered.ts';
import { scrub, scrubIfOwed } from './erasing.service.ts';
import * as store from './retention.store.ts';

const DAY_MS = 86_400_000;
/** Somebody who left a server keeps their settings for so long, in case they come back. */
export const SETTINGS_KEPT_MS = 14 * DAY_MS;
/** A server that took Laurel out keeps its data for so long, in case it was a mistake. */
export const GUILD_KEPT_MS = 30 * DAY_MS;
/** Discord answers about so many members at once. */
const ASKED_AT_ONCE = 100;

/** Laurel was taken out of a server. */
export async function guildLeft(ctx: Context, guildId: string): Promise<void> {
  await ctx.db.write(async (tx) => store.noteDeparture(tx, guildId, ctx.clock.now()));
}

/** Laurel is in a server (again). */
export async function guildJoined(ctx: Context, guildId: string): Promise<void> {
  await ctx.db.write(async (tx) => store.noteReturn(tx, guildId));
}

/** Finds out in which servers Laurel is no longer, of those it knows; `present` are those it is in, reachable or not. */
export async function compareGuilds(ctx: Context, present: readonly string[]): Promise<void> {
  const isThere = new Set(present);
  await ctx.db.write(async (tx) => {
    for (const guildId of store.guildsKept(tx)) {
      if (isThere.has(guildId)) store.noteReturn(tx, guildId);
      else store.noteDeparture(tx, guildId, ctx.clock.now());
    }
  });
}

/** Somebody left: when their settings are to go is known from now on. */
export async function memberLeft(ctx: Context, guildId: string, memberId: string): Promise<void> {
  if (!(await ctx.db.read((db) => store.hasPersonalSettings(db, guildId, memberId)))) return;
  await ctx.db.write(async (tx) => store.noteLeft(tx, guildId, memberId, ctx.clock.now()));
}

/** Once a day: everything that is due to go. */
export async function forgetWhatIsDue(ctx: Context): Promise<void> {
  await findThoseWhoLeft(ctx);
  const now = ctx.clock.now();
  const rows = await ctx.db.write(async (tx) => store.forgetOld(tx, now));
  const settings = await ctx.db.write(async (tx) => store.forgetSettingsOfLeft(tx, now - SETTINGS_KEPT_MS));
  const guilds = await ctx.db.read((db) => store.leftBefore(db, now - GUILD_KEPT_MS));
  for (const guildId of guilds) {
    await ctx.db.write(async (tx) => store.forgetGuild(tx, guildId));
    ctx.settings.forget(guildId);
    ctx.people.forgetWishes(guildId);
  }
  ctx.log.info({ feature: 'privacy', rows, settings, guilds: guilds.length }, 'what was due is forgotten');
  if (guilds.length > 0) await scrub(ctx);
  else await scrubIfOwed(ctx);
}

/** Somebody with settings but no standing may have left while nobody listened; of who merely wrote something nothing is kept then. */
async function findThoseWhoLeft(ctx: Context): Promise<void> {
  const [withSettings, seen] = await ctx.db.read(
    async (db) => [store.presentWithSettings(db), store.merelySeen(db)] as const,
  );
  const what = { feature: 'privacy', errand: 'find those who left' };
  await visitServers(ctx, what, new Set([...withSettings.keys(), ...seen.keys()]), (guildId) =>
    findIn(ctx, guildId, new Set(withSettings.get(guildId)), seen.get(guildId) ?? []),
  );
}

async function findIn(
  ctx: Context,
  guildId: string,
  withSettings: ReadonlySet<string>,
  seen: readonly string[],
): Promise<void> {
  const known = [...withSettings.union(new Set(seen))];
  for (let from = 0; from < known.length; from += ASKED_AT_ONCE) {
    const memberIds = known.slice(from, from + ASKED_AT_ONCE);
    const present = await ctx.actions.rolesAmong(guildId, memberIds, 'patiently');
    if (!present.done) {
      const consequence = 'who left could not be asked; it is tried again tomorrow';
      return noteUnanswered(ctx, present, { feature: 'privacy', guildId, memberIds, consequence });
    }
    const gone = memberIds.filter((id) => !present.value.has(id));
    if (gone.length === 0) continue;
    await ctx.db.write(async (tx) => {
      for (const id of gone) if (withSettings.has(id)) store.noteLeft(tx, guildId, id, ctx.clock.now());
      store.forgetSeen(
        tx,
        guildId,
        gone.filter((id) => !withSettings.has(id)),
      );
    });
  }
}
