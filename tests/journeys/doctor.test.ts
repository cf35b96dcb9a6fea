// /doctor over sockets: for administrators alone; it finds what was broken, says how to mend it, and sees it mended.
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { openTown } from '../support/administrator.ts';
import { calm } from '../support/town.ts';

const crosses = (text: string) => text.split('\n').filter((line) => line.startsWith('❌'));

test('finds what is broken, and sees it mended', async () => {
  const { ada, alice, bot, discord, guild, help, news } = await openTown();
  const helper = guild.role('Helper');
  await bot.ctx.db.write((tx) =>
    bot.ctx.settings.change(tx, guild.id, 0, (settings) => ({
      ...settings,
      announcementChannelId: news.id,
      tiers: [{ key: 'helper', roleId: helper.id, byPeopleOnly: false }],
    })),
  );
  await calm(bot, { discord, guild });
  const answer = await ada.runs('/doctor', {}, { in: help });
  expect(answer.ephemeral).toBe(true);
  expect(crosses(answer.text)).toEqual([]);
  expect(answer.text).toContain('All is well.');

  guild.moveRole(helper, 9);
  guild.overwrite(help, [{ for: discord.bot, deny: Bits.ReadMessageHistory }]);
  guild.deleteChannel(news);
  discord.bot.intents.content = false;
  await calm(bot, { discord, guild });
  await (await ada.clicks(answer, 'Check again')).settled();
  const found = crosses(answer.text);
  expect(found).toEqual([
    expect.stringMatching(/Message Content Intent is off.*\/developers\/applications\/\d+\/bot/),
    expect.stringMatching(
      new RegExp(
        `\\*\\*Channels\\*\\* in </setup:\\d+>: In <#${help.id}> I lack \\*\\*Read Message History\\*\\*`,
      ),
    ),
    expect.stringMatching(/\*\*Announcements\*\* in <\/setup:\d+>: That channel was deleted/),
    expect.stringMatching(/stands above my own role.*drag/),
  ]);
  expect(answer.text).toContain('4 things need you.');

  guild.moveRole(helper, 1);
  guild.overwrite(help, []);
  discord.bot.intents.content = true;
  await bot.ctx.db.write((tx) =>
    bot.ctx.settings.change(tx, guild.id, 0, ({ announcementChannelId: _gone, ...settings }) => settings),
  );
  await calm(bot, { discord, guild });
  await (await ada.clicks(answer, 'Check again')).settled();
  expect(crosses(answer.text)).toEqual([]);

  await expect(alice.runs('/doctor', {}, { in: help })).rejects.toThrow('it is for those with Manage Guild');
});
