// A small community to tell stories in: a server with the bot, a few channels, and people who help each other.

import { PermissionFlagsBits } from 'discord-api-types/v10';
import { onTestFinished } from 'vitest';
import type { Guild } from '../../playground/discord/guild.ts';
import { type Discord, type DiscordOptions, startDiscord } from '../../playground/discord/server.ts';
import type { Bot } from '../../src/bot.ts';

/** Real time, in ms, after which what was waited for will not come; longer where a test makes more work. */
const PATIENCE_MS = 8_000;

/** What Laurel asks for when it is invited. */
export const INVITED_WITH =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.ManageRoles |
  PermissionFlagsBits.ManageThreads |
  PermissionFlagsBits.CreatePublicThreads;

export async function startTown(options: DiscordOptions = {}) {
  const discord: Discord = await startDiscord(options);
  onTestFinished(() => discord.close());
  // By hand: every event comes twice, and the story must end the same.
  if (process.env.EVENTS_TWICE) discord.weather.duplicateNext(Number.POSITIVE_INFINITY);
  const guild = discord.guild('Town');
  const help = guild.textChannel('help');
  const news = guild.textChannel('news');
  const forum = guild.forum('questions', { tags: ['bug', 'how-to'] });
  const moderator = guild.role('Moderator', {
    permissions: PermissionFlagsBits.ManageRoles | PermissionFlagsBits.ManageMessages,
  });
  const botRole = guild.invite(discord.bot, INVITED_WITH);
  const alice = guild.person('Alice');
  const bob = guild.person('Bob');
  const carl = guild.person('Carl');
  const mona = guild.person('Mona', { roles: [moderator] });
  return { discord, guild, help, news, forum, moderator, botRole, alice, bob, carl, mona };
}

/** Asks again after each change of the world, and a few times a second, until it is so. */
export async function eventually(
  discord: Discord,
  what: () => Promise<boolean>,
  hint: string,
  timeoutMs = PATIENCE_MS,
): Promise<void> {
  let holds = false;
  let looking = false;
  await discord.until(
    () => {
      if (!looking && !holds) {
        looking = true;
        void what().then((answer) => {
          holds = answer;
          looking = false;
        });
      }
      return holds;
    },
    { hint, timeoutMs },
  );
}

/**
 * Waits until the bot has handled all that happened so far. Events come in order on one socket: when one that is sent
 * now has arrived, so have those before it, and what they led to is waited for.
 */
export async function calm(
  bot: Bot,
  town: { discord: Discord; guild: Guild },
  timeoutMs = PATIENCE_MS,
): Promise<void> {
  const marker = town.guild.role('marker');
  await eventually(
    town.discord,
    async () => bot.client.guilds.cache.get(town.guild.id)?.roles.cache.has(marker.id) ?? false,
    'the bot has heard of everything',
    timeoutMs,
  );
  town.guild.deleteRole(marker);
  await bot.whenIdle();
}
