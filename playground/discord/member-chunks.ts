// Answers the gateway's "request guild members" in chunks of a thousand.
import {
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  GatewayOpcodes,
} from 'discord-api-types/v10';
import * as z from 'zod';
import { Hangup } from './hangup.ts';
import type { Application } from './model.ts';
import type { Session } from './session.ts';
import { memberView } from './views.ts';
import type { GatewayWeather } from './weather.ts';
import type { World } from './world.ts';

const CHUNK = 1000;
/** So many members are found by one question, unless it is for all of them. */
const MOST_FOUND = 100;
/** All members of one guild may be asked for by a bot once in this time (world ms). */
const EVERYONE_EVERY_MS = 30_000;
/** A longer nonce (bytes) is left out of the answer. */
const LONGEST_NONCE = 32;

const Request = z
  .object({
    guild_id: z.string(),
    query: z.string().optional(),
    limit: z.number().int().min(0).optional(),
    user_ids: z.union([z.string(), z.array(z.string())]).optional(),
    nonce: z.string().optional(),
  })
  .refine(({ query, limit, user_ids }) =>
    query === undefined ? user_ids !== undefined : limit !== undefined,
  );

const lastAsked = new WeakMap<Application, Map<string, number>>();

interface Asked {
  world: World;
  session: Session;
  weather: GatewayWeather;
}

/**
 * Sends GUILD_MEMBERS_CHUNK once or more: the whole list (only with the members intent), up to 100 by the beginning of a
 * name, or those of up to 100 ids, with the ids of who is not there. A name is all that counts where ids come with it.
 */
export function sendMembers(
  { world, session, weather }: Asked,
  data: unknown,
  send: (name: string, json: string) => void,
): void {
  const wish = Request.safeParse(data);
  // Discord calls it an unknown opcode when it does not understand what comes with one.
  if (!wish.success) throw new Hangup(GatewayCloseCodes.UnknownOpcode, 'Unknown opcode.');
  const guild = world.guilds.get(wish.data.guild_id);
  if (guild === undefined || !guild.members.has(session.app.user.id)) return;
  const { query, limit = 0, user_ids } = wish.data;
  const nonce = Buffer.byteLength(wish.data.nonce ?? '') > LONGEST_NONCE ? undefined : wish.data.nonce;
  const wantsAll = query === '' && limit === 0;
  if (wantsAll) {
    if ((session.intents & GatewayIntentBits.GuildMembers) === 0) return;
    const retryAfter = askedTooSoon(world, session.app, guild.id);
    if (retryAfter > 0) {
      const meta = { guild_id: guild.id, nonce };
      const refusal = { opcode: GatewayOpcodes.RequestGuildMembers, retry_after: retryAfter, meta };
      send(GatewayDispatchEvents.RateLimited, JSON.stringify(refusal));
      return;
    }
  }
  const wanted = query === undefined ? [user_ids ?? []].flat().slice(0, MOST_FOUND) : [];
  const answered = weather.cutShort(wanted);
  const found =
    query === undefined
      ? answered.flatMap((id) => guild.members.get(id) ?? [])
      : [...guild.members.values()].filter(({ nick, user }) =>
          [nick, user.username, user.global_name].some((name) =>
            name?.toLowerCase().startsWith(query.toLowerCase()),
          ),
        );
  const members = wantsAll ? found : found.slice(0, limit > 0 ? Math.min(limit, MOST_FOUND) : MOST_FOUND);
  const count = Math.max(1, Math.ceil(members.length / CHUNK));
  for (let index = 0; index < count; index++) {
    const chunk = {
      guild_id: guild.id,
      members: members.slice(index * CHUNK, (index + 1) * CHUNK).map(memberView),
      chunk_index: index,
      chunk_count: count,
      not_found: answered.filter((id) => !guild.members.has(id)),
      nonce,
    };
    send(GatewayDispatchEvents.GuildMembersChunk, JSON.stringify(chunk));
  }
}

/** Seconds still to wait, 0 when it is time; notes the asking. */
function askedTooSoon(world: World, app: Application, guildId: string): number {
  const asked = lastAsked.get(app) ?? new Map<string, number>();
  lastAsked.set(app, asked);
  const wait = (asked.get(guildId) ?? Number.NEGATIVE_INFINITY) + EVERYONE_EVERY_MS - world.now();
  if (wait > 0) return wait / 1000;
  asked.set(guildId, world.now());
  return 0;
}
