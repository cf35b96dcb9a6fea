// Answers the gateway's "request guild members" in chunks of a thousand.
import { GatewayDispatchEvents, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Session } from './session.ts';
import { memberView } from './views.ts';
import type { World } from './world.ts';

const CHUNK = 1000;
/** All members of one guild may be asked for once in this time (world ms). */
const EVERYONE_EVERY_MS = 30_000;

const Request = z.object({
  guild_id: z.string(),
  query: z.string().optional(),
  limit: z.number().int().min(0).optional(),
  user_ids: z.union([z.string(), z.array(z.string()).max(100)]).optional(),
  nonce: z.string().max(32).optional(),
});

const lastAsked = new WeakMap<Session, Map<string, number>>();

/** Sends GUILD_MEMBERS_CHUNK once or more; the whole list only with the members intent, else one's own query of up to 100. */
export function sendMembers(
  world: World,
  session: Session,
  data: unknown,
  send: (name: string, json: string) => void,
): void {
  const wish = Request.safeParse(data);
  const guild = wish.success ? world.guilds.get(wish.data.guild_id) : undefined;
  if (!wish.success || guild === undefined || !guild.members.has(session.app.user.id)) return;
  const { query = '', limit = 0, user_ids, nonce } = wish.data;
  const wantsAll = user_ids === undefined && query === '' && limit === 0;
  if (wantsAll) {
    if ((session.intents & GatewayIntentBits.GuildMembers) === 0) return;
    const retryAfter = askedTooSoon(world, session, guild.id);
    if (retryAfter > 0) {
      const meta = { guild_id: guild.id, nonce };
      const refusal = { opcode: GatewayOpcodes.RequestGuildMembers, retry_after: retryAfter, meta };
      send(GatewayDispatchEvents.RateLimited, JSON.stringify(refusal));
      return;
    }
  }
  const wanted = user_ids === undefined ? undefined : [user_ids].flat();
  const found =
    wanted?.flatMap((id) => guild.members.get(id) ?? []) ??
    [...guild.members.values()].filter(({ nick, user }) =>
      [nick, user.username, user.global_name].some((name) =>
        name?.toLowerCase().startsWith(query.toLowerCase()),
      ),
    );
  const members = limit > 0 ? found.slice(0, limit) : found;
  const count = Math.max(1, Math.ceil(members.length / CHUNK));
  for (let index = 0; index < count; index++) {
    const chunk = {
      guild_id: guild.id,
      members: members.slice(index * CHUNK, (index + 1) * CHUNK).map(memberView),
      chunk_index: index,
      chunk_count: count,
      not_found: wanted?.filter((id) => !guild.members.has(id)) ?? [],
      nonce,
    };
    send(GatewayDispatchEvents.GuildMembersChunk, JSON.stringify(chunk));
  }
}

/** Seconds still to wait, 0 when it is time; notes the asking. */
function askedTooSoon(world: World, session: Session, guildId: string): number {
  const asked = lastAsked.get(session) ?? new Map<string, number>();
  lastAsked.set(session, asked);
  const wait = (asked.get(guildId) ?? Number.NEGATIVE_INFINITY) + EVERYONE_EVERY_MS - world.now();
  if (wait > 0) return wait / 1000;
  asked.set(guildId, world.now());
  return 0;
}
