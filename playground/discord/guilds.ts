// What happens to a guild as a whole.
import { GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import type { GuildState } from './model.ts';
import { emojiView, guildView } from './views.ts';
import type { World } from './world.ts';

/** Changes a guild's own fields and announces it. */
export function changeGuild(
  world: World,
  guild: GuildState,
  changes: { name?: string | undefined; ownerId?: string | undefined; systemChannelId?: string | undefined },
): void {
  Object.assign(
    guild,
    Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
  );
  guild.permissionCache.clear();
  world.dispatch({
    name: GatewayDispatchEvents.GuildUpdate,
    intents: GatewayIntentBits.Guilds,
    guild,
    data: () => guildView(guild),
  });
}

/** Tells bots of the emoji as they are now. */
export function tellOfEmojis(world: World, guild: GuildState): void {
  world.dispatch({
    name: GatewayDispatchEvents.GuildEmojisUpdate,
    intents: GatewayIntentBits.GuildExpressions,
    guild,
    data: () => ({ guild_id: guild.id, emojis: [...guild.emojis.values()].map(emojiView) }),
  });
}
