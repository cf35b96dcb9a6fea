// Laurel is invited to a server: it says nothing in public, and works at once without any set-up.
import { expect, test } from 'vitest';
import { standingOf } from '../../src/core/standings.ts';
import { startTestBot } from '../support/bot.ts';
import { calm, INVITED_WITH, startTown } from '../support/town.ts';

test('invited while it runs: not a word to anybody, and the first thank-you counts', async () => {
  const town = await startTown();
  const { discord } = town;
  const { bot } = await startTestBot(discord);
  const guild = discord.guild('New place');
  const lobby = guild.textChannel('lobby');
  const help = guild.textChannel('help');
  const forum = guild.forum('questions', { tags: ['solved'] });
  const news = guild.announcement('announcements');
  guild.systemChannelId = lobby.id;
  const [dora, eli] = [guild.person('Dora'), guild.person('Eli')];
  guild.invite(discord.bot, INVITED_WITH);
  await calm(bot, { discord, guild });

  const said = () =>
    [...discord.world.channels.values()].flatMap(({ messages }) =>
      [...messages.values()].filter(({ author }) => author.id === discord.bot.user.id),
    );
  expect(said()).toEqual([]);
  expect([...guild.owner.pings, ...dora.pings]).toEqual([]);
  for (const channel of [lobby, help, forum, news]) expect(guild.owner.sees(channel)).toEqual([]);

  const answer = await eli.says(help, 'Clear the cache first.');
  const thanks = await dora.replies(answer, 'Thank you, that did it');
  await calm(bot, { discord, guild });
  expect((await bot.ctx.db.read((db) => standingOf(db, guild.id, 'all', eli.id))).points).toBe(10);
  expect([...thanks.reactions.keys()]).toEqual(['🌿']);
  expect((await dora.runs('/leaderboard', {}, { in: help })).text).toContain(eli.id);
  expect(said()).toHaveLength(1);
});
