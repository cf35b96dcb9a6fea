// What is deleted without anybody asking: by age, after somebody left, and after Laurel was taken out of a server.
import type { Context } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
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
  const withSettings = await ctx.db.read((db) => store.presentWithSettings(db));
  await eachGone(ctx, withSettings, (tx, guildId, gone) => {
    for (const memberId of gone) store.noteLeft(tx, guildId, memberId, ctx.clock.now());
  });
  await eachGone(ctx, await ctx.db.read((db) => store.merelySeen(db)), store.forgetSeen);
}

/** Asks Discord who of these people is gone, server by server, and does something about those. */
async function eachGone(
  ctx: Context,
  known: ReadonlyMap<string, readonly string[]>,
  about: (tx: Tx, guildId: string, gone: readonly string[]) => void,
): Promise<void> {
  for (const [guildId, memberIds] of known) {
    for (let from = 0; from < memberIds.length; from += ASKED_AT_ONCE) {
      const asked = memberIds.slice(from, from + ASKED_AT_ONCE);
      const present = await ctx.actions.rolesAmong(guildId, asked, 'patiently');
      if (!present.done) break;
      const gone = asked.filter((id) => !present.value.has(id));
      if (gone.length > 0) await ctx.db.write(async (tx) => about(tx, guildId, gone));
    }
  }
}
