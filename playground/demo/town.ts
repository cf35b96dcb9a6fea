// The community of the demo: one server, its channels and its people.
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import type { Discord } from '../discord/server.ts';

/** What Laurel asks for when it is invited: see, write, read back, react, and hand out roles. */
export const INVITED_WITH =
  Bits.ViewChannel |
  Bits.SendMessages |
  Bits.SendMessagesInThreads |
  Bits.ReadMessageHistory |
  Bits.AddReactions |
  Bits.ManageRoles |
  Bits.ManageThreads |
  Bits.CreatePublicThreads;

export function buildTown(discord: Discord) {
  const guild = discord.guild('Sprout');
  const welcome = guild.textChannel('welcome', { topic: 'Say hello' });
  const help = guild.textChannel('help', { topic: 'Ask anything about Sprout' });
  const questions = guild.forum('questions', { tags: ['deploy', 'plugins', 'billing', 'solved'] });
  const news = guild.textChannel('announcements');
  const admin = guild.role('Admin', { permissions: Bits.Administrator });
  const moderator = guild.role('Moderator', {
    permissions: Bits.ManageRoles | Bits.ManageMessages,
    color: 0x3b7dd8,
  });
  // A bot hands out roles below its own only, so its role stands above those it makes and below the moderators'.
  guild.invite(discord.bot, INVITED_WITH);
  guild.moveRole(moderator, guild.roles.size - 1);
  guild.moveRole(admin, guild.roles.size - 1);
  const laurel = [...guild.roles.values()].find(({ managed }) => managed);
  const staff = guild.textChannel('staff', {
    overwrites: [
      { for: guild.everyone, deny: Bits.ViewChannel },
      { for: moderator, allow: Bits.ViewChannel },
      ...(laurel ? [{ for: laurel, allow: Bits.ViewChannel }] : []),
    ],
  });
  return {
    discord,
    guild,
    welcome,
    help,
    questions,
    news,
    staff,
    ada: guild.person('Ada', { roles: [admin] }),
    mona: guild.person('Mona', { roles: [moderator] }),
    alice: guild.person('Alice'),
    bob: guild.person('Bob'),
    claire: guild.person('Claire', { locale: 'fr' }),
    dimitris: guild.person('Dimitris', { locale: 'el' }),
    yuki: guild.person('Yuki', { locale: 'ja' }),
  };
}

export type Town = ReturnType<typeof buildTown>;
