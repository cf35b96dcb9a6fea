// The first /setup on a server: led through suggestions from what is there and a test thank-you, to the end; or not.
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { buttonsOf, openTown } from '../support/administrator.ts';
import { startTestBot } from '../support/bot.ts';
import { calm } from '../support/town.ts';

/** A community that has grown before Laurel came: channels and roles as many have them. */
async function openCommunity() {
  const town = await openTown();
  const { guild, botRole } = town;
  // Roles are made above @everyone: all but Expert stand below the bot.
  const helper = guild.role('🌟 Helpers');
  const guide = guild.role('Guide');
  const expert = guild.role('Expert');
  guild.moveRole(botRole, guild.roles.size - 1);
  guild.moveRole(town.admins, guild.roles.size - 1);
  guild.moveRole(expert, guild.roles.size - 2);
  const desk = guild.textChannel('🆘│help-desk');
  const solved = guild.forum('python', { tags: ['bug', '✅ Solved'] });
  const news = guild.textChannel('📢announcements', {
    overwrites: [
      { for: guild.everyone, deny: Bits.SendMessages },
      { for: botRole, allow: Bits.SendMessages },
    ],
  });
  await calm(town.bot, town);
  return { ...town, helper, guide, expert, desk, solved, announcements: news };
}

describe('the first /setup', () => {
  test('suggests what is there, saves it at one press, shows a test thank-you, and is done', async () => {
    const town = await openCommunity();
    const { ada, alice, bob, guild, help, forum, desk, solved, announcements, helper, guide, expert } = town;
    const tag = solved.forum?.tags.find(({ name }) => name === '✅ Solved');
    const answer = await ada.runs('/setup', {}, { in: help });
    expect(answer.ephemeral).toBe(true);
    for (const said of [
      'Thanks and the leaderboard work already. Nothing has to be set.',
      `**Help channel:** <#${help.id}>. Its name speaks of help.`,
      `**Help channel:** <#${desk.id}>. Its name speaks of help.`,
      `**Help channel:** <#${forum.id}>. Its name speaks of help.`,
      `**Help channel:** <#${solved.id}>. It has the tag **✅ Solved**.`,
      `**Announcements:** <#${announcements.id}>. Its name speaks of news.`,
      `**Helper:** <@&${helper.id}>. It has the name of this tier`,
      `**Staff:** <@&${town.moderator.id}>. Its name speaks of moderators.`,
      '**1 thing I cannot use yet.**',
      'drag **Laurel** above **Expert**',
    ])
      expect(answer.text).toContain(said);
    expect(await town.settings()).toEqual(DEFAULT_SETTINGS);

    await ada.clicks(answer, 'Use these suggestions');
    const settings = await town.settings();
    expect(settings.announcementChannelId).toBe(announcements.id);
    expect(settings.questions.staffRoleIds).toEqual([town.moderator.id]);
    expect(new Map(settings.questions.channels.map((one) => [one.channelId, one.solvedTagId]))).toEqual(
      new Map([
        [help.id, undefined],
        [desk.id, undefined],
        [forum.id, undefined],
        [solved.id, tag?.id],
      ]),
    );
    expect(settings.tiers.map(({ roleId }) => roleId)).toEqual([helper.id, guide.id, undefined, undefined]);
    const by = { actorId: ada.id, action: 'setup.changed' };
    expect(await town.audit()).toEqual(
      expect.arrayContaining([
        { ...by, field: 'announcementChannelId', from: null, to: announcements.id },
        { ...by, field: 'questions.staffRoleIds', from: [], to: [town.moderator.id] },
        { ...by, field: 'questions.channels', from: [], to: settings.questions.channels },
        { ...by, field: 'tiers.helper.roleId', from: null, to: helper.id },
        { ...by, field: 'tiers.guide.roleId', from: null, to: guide.id },
      ]),
    );
    expect(await town.audit()).toHaveLength(5);

    expect(answer.text).toContain('✅ Saved: ');
    expect(answer.text).toContain('**1 thing I could not use, so it is not saved.**');
    expect(answer.text).toContain('A test thank-you');
    expect(answer.text).toContain(`now has 10 points.`);
    expect(buttonsOf(ada, help, answer)).toEqual(['1', 'Undo', 'Looks good', 'Back']);

    // The fix that was named works, and the rest is saved with one more press.
    guild.moveRole(expert, 1);
    await calm(town.bot, town);
    await ada.clicks(answer, 'Back');
    expect(answer.text).toContain('found 1 thing worth setting');
    await ada.clicks(answer, 'Use these suggestions');
    expect((await town.settings()).tiers[2]?.roleId).toBe(expert.id);

    await ada.clicks(answer, 'Looks good');
    expect(answer.text).toContain('Laurel is ready');
    expect(answer.text).toContain('1 tier still needs a role');
    // The test thank-you counted for nobody, and nobody but Ada saw anything.
    const board = await bob.runs('/leaderboard', {}, { in: help });
    expect(board.text).not.toContain(ada.id);
    expect(ada.sees(help).filter(({ ephemeral }) => ephemeral)).toHaveLength(1);
    expect(alice.sees(help).map(({ message }) => message.id)).toEqual([board.message?.id]);

    await ada.clicks(answer, 'Make the missing roles for me');
    expect(answer.text).toContain('✅ Saved. I made the role');
    await ada.clicks(answer, 'Back');
    expect(answer.text).toContain('Laurel in Town');
    const again = await ada.runs('/setup', {}, { in: help });
    expect(again.text).not.toContain('Thanks and the leaderboard work already.');
  });

  test('over a restart in the middle', async () => {
    const town = await openCommunity();
    const { ada, help, discord } = town;
    const answer = await ada.runs('/setup', {}, { in: help });
    await town.stop();
    const { bot } = await startTestBot(discord, { databasePath: town.databasePath });
    await ada.clicks(answer, 'Use these suggestions');
    expect(answer.text).toContain('✅ Saved: ');
    expect((await bot.ctx.settings.of(town.guild.id)).announcementChannelId).toBe(town.announcements.id);
  });

  test('choosing oneself leads to all settings, and nothing is saved by it', async () => {
    const town = await openCommunity();
    const { ada, help } = town;
    const answer = await ada.runs('/setup', {}, { in: help });
    await ada.clicks(answer, 'Choose myself');
    expect(answer.text).toContain('Everything works as it is.');
    expect(await town.settings()).toEqual(DEFAULT_SETTINGS);
    expect(await town.audit()).toEqual([]);
    await ada.clicks(answer, 'Show suggestions');
    expect(answer.text).toContain('Set up Laurel in Town');
  });

  test('with nothing to suggest: a test thank-you, done, and not led again', async () => {
    const town = await openTown();
    const { ada, guild, help, news, forum, moderator, discord } = town;
    const lobby = guild.textChannel('lobby');
    for (const channel of [help, news, forum]) guild.deleteChannel(channel);
    guild.deleteRole(moderator);
    await calm(town.bot, town);
    const answer = await ada.runs('/setup', {}, { in: lobby });
    expect(answer.text).toContain('have nothing to suggest');
    expect(buttonsOf(ada, lobby, answer)).toEqual(['Try a thank-you', 'Choose myself']);
    await ada.clicks(answer, 'Try a thank-you');
    expect(answer.text).toContain('A test thank-you');
    expect((await ada.runs('/setup', {}, { in: lobby })).text).toContain('Set up Laurel in Town');
    await ada.clicks(answer, 'Looks good');
    expect(answer.text).toContain('Laurel is ready');
    expect(await town.settings()).toEqual(DEFAULT_SETTINGS);
    expect(await town.audit()).toEqual([{ actorId: ada.id, action: 'setup.kept' }]);
    await ada.clicks(answer, 'See all settings');
    expect(answer.text).toContain('Everything works as it is.');
    await town.stop();
    await startTestBot(discord, { databasePath: town.databasePath });
    expect((await ada.runs('/setup', {}, { in: lobby })).text).toContain('Everything works as it is.');
  });

  test('the test thank-you shows what this server chose', async () => {
    const town = await openTown();
    const { ada, help } = town;
    const section = await ada.runs('/setup', { section: 'sign' }, { in: help });
    await ada.picks(section, 'reply');
    const answer = await ada.runs('/setup', {}, { in: help });
    await ada.clicks(answer, 'Show suggestions');
    await ada.clicks(answer, 'Use these suggestions');
    expect(answer.text).toContain(`<@${ada.id}> was thanked and now has 10 points.`);
    expect(buttonsOf(ada, help, answer)).toEqual(['Undo', 'Looks good', 'Back']);
    expect(ada.pings).toEqual([]);
  });
});

describe('what was agreed to is what is saved', () => {
  test('pressed twice saves once, and says nothing wrong', async () => {
    const town = await openTown();
    const { ada, help } = town;
    const answer = await ada.runs('/setup', {}, { in: help });
    await Promise.all([
      ada.clicks(answer, 'Use these suggestions'),
      ada.clicks(answer, 'Use these suggestions'),
    ]);
    await town.bot.whenIdle();
    expect(answer.text).toContain('A test thank-you');
    expect(answer.text).not.toContain('❌');
    expect((await town.audit()).map(({ field }) => field).toSorted()).toEqual([
      'announcementChannelId',
      'questions.channels',
      'questions.staffRoleIds',
    ]);
  });

  test('a better channel came up meanwhile: nothing is saved, and the new suggestions are shown', async () => {
    const town = await openTown();
    const { ada, guild, help } = town;
    const answer = await ada.runs('/setup', {}, { in: help });
    const better = guild.textChannel('announcements');
    await calm(town.bot, town);
    await ada.clicks(answer, 'Use these suggestions');
    expect(answer.text).toContain('❌ Not saved. Something has changed on this server');
    expect(answer.text).toContain(`**Announcements:** <#${better.id}>`);
    expect(await town.settings()).toEqual(DEFAULT_SETTINGS);
    await ada.clicks(answer, 'Use these suggestions');
    expect((await town.settings()).announcementChannelId).toBe(better.id);
  });

  test('another administrator chose a channel meanwhile: their choice stays', async () => {
    const town = await openTown();
    const { ada, guild, help, forum } = town;
    const talk = guild.textChannel('talk');
    await calm(town.bot, town);
    const answer = await ada.runs('/setup', {}, { in: help });
    const theirs = await guild.owner.runs('/setup', { section: 'announcements' }, { in: help });
    await guild.owner.picks(theirs, talk, { customId: 'setup:announce:1' });
    await ada.clicks(answer, 'Use these suggestions');
    expect(answer.text).toContain('❌ Not saved.');
    await ada.clicks(answer, 'Use these suggestions');
    const settings = await town.settings();
    expect(settings.announcementChannelId).toBe(talk.id);
    expect(settings.questions.channels.map(({ channelId }) => channelId)).toContain(forum.id);
  });

  test('rights that are missing keep a channel out, with the right to give', async () => {
    const town = await openTown();
    const { ada, guild, help, news, discord } = town;
    guild.overwrite(news, [{ for: discord.bot, deny: Bits.ViewChannel | Bits.SendMessages }]);
    await calm(town.bot, town);
    const answer = await ada.runs('/setup', {}, { in: help });
    expect(answer.text).toContain(`⚠️ In <#${news.id}> I lack **View Channel** and **Send Messages**.`);
    await ada.clicks(answer, 'Use these suggestions');
    expect((await town.settings()).announcementChannelId).toBeUndefined();
    expect(answer.text).toContain(`⚠️ In <#${news.id}> I lack **View Channel** and **Send Messages**.`);
    guild.overwrite(news, []);
    await calm(town.bot, town);
    await ada.clicks(answer, 'Back');
    expect(answer.text).toContain(`**Announcements:** <#${news.id}>.`);
    await ada.clicks(answer, 'Use these suggestions');
    expect((await town.settings()).announcementChannelId).toBe(news.id);
  });

  test('a help channel that could not be used is suggested again when it can', async () => {
    const town = await openTown();
    const { ada, guild, help, forum, discord } = town;
    guild.overwrite(forum, [{ for: discord.bot, deny: Bits.ViewChannel }]);
    await calm(town.bot, town);
    const answer = await ada.runs('/setup', {}, { in: help });
    await ada.clicks(answer, 'Use these suggestions');
    const asked = async () => (await town.settings()).questions.channels.map(({ channelId }) => channelId);
    expect(await asked()).toEqual([help.id]);
    await ada.clicks(answer, 'Back');
    expect(answer.text).not.toContain('have nothing to suggest');
    guild.overwrite(forum, []);
    await calm(town.bot, town);
    await ada.clicks(answer, 'Look again');
    await ada.clicks(answer, 'Use these suggestions');
    expect(await asked()).toEqual([help.id, forum.id]);
  });

  test('somebody who has lost the right meanwhile saves nothing', async () => {
    const town = await openTown();
    const { ada, guild, help } = town;
    const answer = await ada.runs('/setup', {}, { in: help });
    guild.take(ada, town.admins);
    await calm(town.bot, town);
    await ada.clicks(answer, 'Use these suggestions');
    expect(ada.sees(help).at(-1)?.text).toBe('You do not have the rights for that here.');
    expect(await town.settings()).toEqual(DEFAULT_SETTINGS);
  });
});
