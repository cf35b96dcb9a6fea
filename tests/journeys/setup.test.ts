// /setup as an administrator uses it: from blank, section by section, over a restart; who may, and two at once.
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { standingOf } from '../../src/core/standings.ts';
import { fills, opensSetup, openTown } from '../support/administrator.ts';
import { recountDifferences, startTestBot } from '../support/bot.ts';
import { calm } from '../support/town.ts';

describe('from blank', () => {
  test('every section, one after the other, in one message, over a restart', async () => {
    const town = await openTown();
    const { ada, help, news, forum, guild, discord } = town;
    const random = guild.textChannel('random');
    const answer = await opensSetup(ada, town);
    expect(answer.ephemeral).toBe(true);
    expect(answer.text).toContain('Everything works as it is.');

    await ada.picks(answer, 'Channels');
    await ada.picks(answer, [random], { customId: 'setup:channels:1:everywhere' });
    expect(answer.text).toContain(`✅ Saved.`);
    expect(answer.text).toContain(`**Now:** Everywhere except in <#${random.id}>`);
    await ada.picks(answer, 'Only in chosen channels', { customId: 'setup:mode:1' });
    expect(answer.text).toContain('⚠️ I listen nowhere yet. Choose at least one channel.');
    await ada.picks(answer, [help, forum], { customId: 'setup:channels:1:only' });
    expect(answer.text).toContain(`**Now:** Only in <#${help.id}> and <#${forum.id}>`);
    expect(answer.text).not.toContain('⚠️');
    await ada.clicks(answer, 'Back');

    await ada.picks(answer, 'Reactions');
    const party = guild.emoji('party');
    await fills(ada, answer, 'Choose the emoji', { thanks: '🙏 :party:', upvote: '👍' });
    expect(answer.text).toContain(`**Now:** Thanks 🙏 <:party:${party.id}> · Upvote 👍`);
    await ada.clicks(answer, 'Back');

    await ada.picks(answer, 'My sign');
    await ada.picks(answer, 'A short reply under the message');
    await ada.clicks(answer, 'Back');

    await ada.picks(answer, 'Questions');
    expect(answer.text).toContain('**Now:** No help channel yet');
    await ada.picks(answer, [help, forum], { customId: 'setup:helpChannels:1' });
    await ada.picks(answer, [town.moderator], { customId: 'setup:staff:1' });
    expect(answer.text).toContain(
      `**Now:** Asked in <#${help.id}> and <#${forum.id}> · Staff <@&${town.moderator.id}>`,
    );
    await ada.clicks(answer, 'Back');

    await ada.picks(answer, 'Announcements');
    await ada.picks(answer, news, { customId: 'setup:announce:1' });
    expect(answer.text).toContain(`**Now:** <#${news.id}>`);
    await ada.clicks(answer, 'Back');

    await ada.picks(answer, 'Ladder');
    await ada.picks(answer, 'Guide');
    await fills(ada, answer, 'Rename', { name: 'Pathfinder' });
    expect(answer.text).toMatch(/^## Pathfinder\n✅ Saved\./);
    const veteran = guild.role('Veteran');
    guild.moveRole(veteran, 1);
    const above = guild.role('Captain');
    guild.moveRole(above, 2);
    guild.give(ada, above);
    await calm(town.bot, town);
    await ada.picks(answer, veteran);
    expect(answer.text).toContain(`**Role:** <@&${veteran.id}>`);
    await ada.clicks(answer, 'Back to the ladder');
    await ada.clicks(answer, 'Make the missing roles for me');
    expect(answer.text).toContain('✅ Saved. I made the roles');
    const named = (name: string) => [...guild.roles.values()].find((role) => role.name === name);
    for (const name of ['Helper', 'Expert', 'Ambassador'])
      expect(named(name), name).toMatchObject({ permissions: 0n, mentionable: false });

    await town.stop();
    const { bot } = await startTestBot(discord, { databasePath: town.databasePath });
    await ada.clicks(answer, 'Back');
    expect(answer.text).toContain('Pathfinder');

    await ada.picks(answer, 'Points');
    await fills(ada, answer, 'Answers and thanks', { thanks: '12', solution: '' });
    expect(answer.text).toContain('**Now:** Solution 25 · Thanks 12 · Upvote 3');
    await ada.clicks(answer, 'Back');

    await ada.picks(answer, 'Limits');
    await fills(ada, answer, 'Change the limits', { pairMinutes: '0', givenPerDay: ' 20 ' });
    expect(answer.text).toContain(
      'No wait between the same two people · each member gives up to 20 thank-yous a day',
    );
    await ada.clicks(answer, 'Back');

    await ada.picks(answer, 'Time zone');
    await fills(ada, answer, 'Another place', { zone: 'paris' });
    expect(answer.text).toContain('Not saved yet. Choose from the list below what you meant by `paris`.');
    await ada.picks(answer, 'Europe/Paris');
    await bot.whenIdle();
    expect(answer.text).toContain('✅ Saved. Days, weeks and months are counted anew.');
    expect(answer.text).toContain('**Now:** Europe/Paris, where it is');
    await ada.clicks(answer, 'Back');

    await ada.picks(answer, 'Language');
    await ada.picks(answer, 'English');
    expect(answer.text).toContain('**Now:** English');
    await ada.clicks(answer, 'Back');
    expect(answer.text).toContain('Everything works as it is.');

    expect(await bot.ctx.settings.of(guild.id)).toEqual({
      ...DEFAULT_SETTINGS,
      language: 'en',
      timeZone: 'Europe/Paris',
      channels: { mode: 'only', only: [help.id, forum.id], except: [random.id] },
      reactions: { thanks: ['🙏', party.id], upvote: ['👍'] },
      points: { ...DEFAULT_SETTINGS.points, thanks: 12 },
      limits: { ...DEFAULT_SETTINGS.limits, pairMinutes: 0, givenPerDay: 20 },
      sign: 'reply',
      questions: {
        ...DEFAULT_SETTINGS.questions,
        channels: [help, forum].map(({ id }) => ({ channelId: id, opensThreads: false, removedTagIds: [] })),
        staffRoleIds: [town.moderator.id],
      },
      announcementChannelId: news.id,
      tiers: [
        { key: 'helper', roleId: named('Helper')?.id, byPeopleOnly: false },
        { key: 'guide', name: 'Pathfinder', roleId: veteran.id, byPeopleOnly: false },
        { key: 'expert', roleId: named('Expert')?.id, byPeopleOnly: false },
        { key: 'ambassador', roleId: named('Ambassador')?.id, byPeopleOnly: true },
      ],
    });
    // One message from beginning to end, seen by nobody else.
    expect(ada.sees(help)).toHaveLength(1);
    expect(town.alice.sees(help)).toHaveLength(0);
  });

  test('what was chosen is what happens', async () => {
    const town = await openTown();
    const { ada, alice, bob, carl, guild, help, news, bot } = town;
    const party = guild.emoji('party');
    const answer = await opensSetup(ada, town, 'reactions');
    await fills(ada, answer, 'Choose the emoji', { thanks: ':party:' });
    await ada.clicks(answer, 'Back');
    await ada.picks(answer, 'points');
    await fills(ada, answer, 'Answers and thanks', { thanks: '7' });
    await ada.clicks(answer, 'Back');
    await ada.picks(answer, 'sign');
    await ada.picks(answer, 'none');
    await ada.clicks(answer, 'Back');
    await ada.picks(answer, 'channels');
    await ada.picks(answer, [news], { customId: 'setup:channels:1:everywhere' });

    const heard = await bob.says(help, 'Send it SIGHUP.');
    await alice.reacts(heard, 'party');
    await carl.reacts(heard, '🙏');
    const thanks = await carl.replies(await bob.says(help, 'And restart.'), 'thank you');
    await carl.replies(await bob.says(news, 'News.'), 'thank you');
    await calm(bot, town);
    expect((await bot.ctx.db.read((db) => standingOf(db, guild.id, 'all', bob.id))).points).toBe(14);
    expect([...thanks.reactions.keys()]).toEqual([]);
    expect(await recountDifferences(bot)).toEqual([]);
    expect(party.id).toBe((await town.settings()).reactions.thanks[0]);
  });

  test('the audit tells who changed what, from what to what', async () => {
    const town = await openTown();
    const { ada, news } = town;
    const answer = await opensSetup(ada, town, 'points');
    await fills(ada, answer, 'Answers and thanks', { thanks: '12' });
    await fills(ada, answer, 'Awards and articles', { award: '0', article: '50' });
    await ada.clicks(answer, 'Back');
    await ada.picks(answer, 'announcements');
    await ada.picks(answer, news, { customId: 'setup:announce:1' });
    await ada.picks(answer, [], { customId: 'setup:announce:1' });
    expect(answer.text).toContain('**Now:** Nowhere');
    const by = { actorId: ada.id, action: 'setup.changed' };
    expect(await town.audit()).toEqual([
      { ...by, field: 'points.thanks', from: 10, to: 12 },
      { ...by, field: 'points.award', from: 10, to: 0 },
      { ...by, field: 'points.article', from: 30, to: 50 },
      { ...by, field: 'announcementChannelId', from: null, to: news.id },
      { ...by, field: 'announcementChannelId', from: news.id, to: null },
    ]);
  });

  test('straight to one section', async () => {
    const town = await openTown();
    const answer = await town.ada.runs('/setup', { section: 'timeZone' }, { in: town.help });
    expect(answer.text).toMatch(/^## Time zone\n/);
  });
});

describe('who may', () => {
  test('not an ordinary member', async () => {
    const town = await openTown();
    await expect(town.alice.runs('/setup', {}, { in: town.help })).rejects.toThrow(/may not use/);
  });

  test('not somebody who no longer has the right, with a message from when they had it', async () => {
    const town = await openTown();
    const { ada, guild, admins } = town;
    const answer = await opensSetup(ada, town, 'sign');
    const before = answer.text;
    guild.take(ada, admins);
    const refused = await ada.picks(answer, 'none');
    expect(answer.text).toBe(before);
    expect(refused.ephemeral).toBe(true);
    expect(ada.sees(town.help).at(-1)?.text).toContain('You do not have the rights for that here.');
    expect(await town.settings()).toEqual(DEFAULT_SETTINGS);
    expect(await town.audit()).toEqual([]);
  });

  test('one server says nothing about another', async () => {
    const town = await openTown();
    const other = town.discord.guild('Elsewhere');
    const hall = other.textChannel('hall');
    other.invite(town.discord.bot, Bits.ViewChannel | Bits.SendMessages);
    await calm(town.bot, town);
    const answer = await other.owner.runs('/setup', { section: 'sign' }, { in: hall });
    await other.owner.picks(answer, 'none');
    expect((await town.settings()).sign).toBe('reaction');
    expect((await town.bot.ctx.settings.of(other.id)).sign).toBe('none');
  });
});

describe('two administrators', () => {
  test('with the same form open change different fields: both stay', async () => {
    const town = await openTown();
    const { ada, help, guild } = town;
    const mine = await opensSetup(ada, town, 'points');
    const yours = await opensSetup(guild.owner, { help }, 'points');
    const [first, second] = [
      await ada.clicks(mine, 'Answers and thanks'),
      await guild.owner.clicks(yours, 'Answers and thanks'),
    ];
    await Promise.all([ada.submits(first, { thanks: '12' }), guild.owner.submits(second, { upvote: '4' })]);
    expect((await town.settings()).points).toEqual({ ...DEFAULT_SETTINGS.points, thanks: 12, upvote: 4 });
    const [reactions, others] = [
      await ada.runs('/setup', { section: 'reactions' }, { in: help }),
      await guild.owner.runs('/setup', { section: 'reactions' }, { in: help }),
    ];
    const [third, fourth] = [
      await ada.clicks(reactions, 'Choose the emoji'),
      await guild.owner.clicks(others, 'Choose the emoji'),
    ];
    await ada.submits(third, { thanks: '💚' });
    await guild.owner.submits(fourth, { upvote: '👍' });
    expect((await town.settings()).reactions).toEqual({ thanks: ['💚'], upvote: ['👍'] });
  });
});
