// Buttons that make bad weather, and one that takes a right away and gives it back.
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import type { GuildState, Role } from '../discord/model.ts';
import { changeRole } from '../discord/roles.ts';
import type { Discord } from '../discord/server.ts';
import type { DeedView } from './wire.ts';

/** A button: what it says, and what it does. */
export interface Deed extends DeedView {
  /** Resolves with a word on what happened. */
  run(discord: Discord, guild: GuildState): Promise<string>;
}

const LOST_EVENTS = 3;
const LIMITED_REQUESTS = 3;
const LIMITED_SECONDS = 2;

export const weatherDeeds: readonly Deed[] = [
  {
    name: 'drop',
    label: 'Drop the connection',
    hint: 'The bot’s socket breaks. It reconnects and is told what it missed.',
    async run(discord) {
      discord.weather.dropSockets();
      return 'The connection is broken. The bot reconnects by itself.';
    },
  },
  {
    name: 'lose',
    label: `Lose the next ${LOST_EVENTS} events`,
    hint: 'Messages and reactions happen, and the bot is not told. It has to look them up: within minutes, and after a restart.',
    async run(discord) {
      discord.weather.loseNext(LOST_EVENTS);
      return `The bot will not hear of the next ${LOST_EVENTS} things that happen.`;
    },
  },
  {
    name: 'limit',
    label: 'Rate-limit the bot',
    hint: `Its next ${LIMITED_REQUESTS} requests are answered with “wait ${LIMITED_SECONDS} seconds”.`,
    async run(discord) {
      discord.weather.fail({ status: 429, retryAfter: LIMITED_SECONDS, times: LIMITED_REQUESTS });
      return `The next ${LIMITED_REQUESTS} requests have to wait.`;
    },
  },
  {
    name: 'right',
    label: 'Take “Manage Roles” away',
    hint: 'The bot can no longer give roles. Press again to give the right back.',
    async run(discord, guild) {
      const role = [...guild.roles.values()].find(({ botId }) => botId === discord.bot.id);
      if (role === undefined) throw new Error('The bot is not in this server');
      return toggleRight(discord, guild, role);
    },
  },
];

function toggleRight(discord: Discord, guild: GuildState, role: Role): string {
  const permissions = role.permissions ^ Bits.ManageRoles;
  changeRole(discord.world, guild, role, { permissions });
  return (permissions & Bits.ManageRoles) === 0n
    ? 'The bot may no longer manage roles here.'
    : 'The bot may manage roles again.';
}
