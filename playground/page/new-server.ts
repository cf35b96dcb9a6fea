// A server as it is right after a bot was invited: an administrator, two members, two channels, nothing set up.

import type { Guild } from '../discord/guild.ts';
import type { Discord } from '../discord/server.ts';

/** Makes it; `permissions` are those the bot was invited with. */
export function newServer(discord: Discord, permissions: bigint): Guild {
  const number = [...discord.world.guilds.values()].filter(({ name }) =>
    name.startsWith('New server'),
  ).length;
  const guild = discord.guild(number === 0 ? 'New server' : `New server ${number + 1}`, { owner: 'Ada' });
  guild.textChannel('general');
  guild.textChannel('help');
  guild.person('Alice');
  guild.person('Bob');
  guild.invite(discord.bot, permissions);
  return guild;
}
