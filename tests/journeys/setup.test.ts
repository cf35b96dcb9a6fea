// /setup as an administrator uses it: from blank, section by section, over a restart, with slips, and as things break later.
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../playground/discord/answer.ts';
import type { Person } from '../../playground/discord/people.ts';
import { latestDeeds } from '../../src/core/audit.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { standingOf } from '../../src/core/standings.ts';
import { recountDifferences, startTestBot } from '../support/bot.ts';
import { calm, startTown } from '../support/town.ts';

async function open(options: Parameters<typeof startTestBot>[1] = {}) {
  const town = await startTown();
  const admins = town.guild.role('Admins', { permissions: Bits.ManageGuild });
  const ada = town.guild.person('Ada', { roles: [admins] });
  const { bot, databasePath, stop } = await startTestBot(town.discord, options);
  return {
    ...town,
    admins,
    ada,
    bot,
    databasePath,
    stop,
    settings: () => bot.ctx.settings.of(town.guild.id),
    audit: async () =>
      (await bot.ctx.db.read((db) => latestDeeds(db, town.guild.id, 200)))
        .reverse()
        .map(({ actorId, action, details }) => ({ actorId, action, ...JSON.parse(details ?? '{}') })),
  };
}
type Town = Awaited<ReturnType<typeof open>>;

/** Opens the message, and from there a section. */
async function opensSetup(person: Person, { help }: Pick<Town, 'help'>, section?: string): Promise<Answer> {
  const answer = await person.runs('/setup', {}, { in: help });
  if (section) await person.picks(answer, section);
  return answer;
}

/** Opens the form behind a button of the message, and sends it. */
async function fills(person: Person, answer: Answer, button: string, fields: Record<string, string>) {
  return person.submits(await person.clicks(answer, button), fields);
}

describe('from blank', () => {
  test('every section, one after the other, in one message, over a restart', async () => {
    const town = await open();
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

    await ada.picks(answer, 'Announcements');
    await ada.picks(answer, news);
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
    await fills(ada, answer, 'Change the points', { thanks: '12', solution: '' });
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
      language: 'en',
      timeZone: 'Europe/Paris',
      channels: { mode: 'only', only: [help.id, forum.id], except: [random.id] },
      reactions: { thanks: ['🙏', party.id], upvote: ['👍'] },
      points: { ...DEFAULT_SETTINGS.points, thanks: 12 },
      limits: { ...DEFAULT_SETTINGS.limits, pairMinutes: 0, givenPerDay: 20 },
      sign: 'reply',
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
    const town = await open();
    const { ada, alice, bob, carl, guild, help, news, bot } = town;
    const party = guild.emoji('party');
    const answer = await opensSetup(ada, town, 'reactions');
    await fills(ada, answer, 'Choose the emoji', { thanks: ':party:' });
    await ada.clicks(answer, 'Back');
    await ada.picks(answer, 'points');
    await fills(ada, answer, 'Change the points', { thanks: '7' });
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
    const town = await open();
    const { ada, news } = town;
    const answer = await opensSetup(ada, town, 'points');
    await fills(ada, answer, 'Change the points', { thanks: '12', award: '0' });
    await ada.clicks(answer, 'Back');
    await ada.picks(answer, 'announcements');
    await ada.picks(answer, news);
    await ada.picks(answer, []);
    expect(answer.text).toContain('**Now:** Nowhere');
    const by = { actorId: ada.id, action: 'setup.changed' };
    expect(await town.audit()).toEqual([
      { ...by, field: 'points.thanks', from: 10, to: 12 },
      { ...by, field: 'points.award', from: 10, to: 0 },
      { ...by, field: 'announcementChannelId', from: null, to: news.id },
      { ...by, field: 'announcementChannelId', from: news.id, to: null },
    ]);
  });

  test('straight to one section', async () => {
    const town = await open();
    const answer = await town.ada.runs('/setup', { section: 'timeZone' }, { in: town.help });
    expect(answer.text).toMatch(/^## Time zone\n/);
  });
});

describe('who may', () => {
  test('not an ordinary member', async () => {
    const town = await open();
    await expect(town.alice.runs('/setup', {}, { in: town.help })).rejects.toThrow(/may not use/);
  });

  test('not somebody who no longer has the right, with a message from when they had it', async () => {
    const town = await open();
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
    const town = await open();
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

describe('slips', () => {
  test('numbers that are none, or too many of them: each named, nothing saved', async () => {
    const town = await open();
    const answer = await opensSetup(town.ada, town, 'points');
    await fills(town.ada, answer, 'Change the points', {
      solution: 'ten',
      thanks: '-5',
      upvote: '1000000000000',
      assist: '10^12',
      award: '5',
    });
    expect(answer.text).toContain(
      [
        '❌ Not saved.',
        '- **Solution:** `ten` is not a whole number. Write it in digits, for example 25.',
        '- **Thanks:** -5 does not fit: anything from 0 to 1,000 does.',
        '- **Upvote:** 1000000000000 does not fit: anything from 0 to 1,000 does.',
        '- **Assist:** `10^12` is not a whole number. Write it in digits, for example 10.',
      ].join('\n'),
    );
    expect(await town.settings()).toEqual(DEFAULT_SETTINGS);
  });

  test('an empty form of numbers is the usual ones again; a form left alone changes nothing', async () => {
    const town = await open();
    const answer = await opensSetup(town.ada, town, 'limits');
    await fills(town.ada, answer, 'Change the limits', { pairMinutes: '5', windowDays: '7' });
    await fills(town.ada, answer, 'Change the limits', {});
    expect(answer.text).toContain('Nothing to save: it was so already.');
    expect((await town.settings()).limits).toMatchObject({ pairMinutes: 5, windowDays: 7 });
    const empty = { pairMinutes: '', givenPerDay: '', fullPerGiver: '', halfPerGiver: '', windowDays: '' };
    await fills(town.ada, answer, 'Change the limits', empty);
    expect((await town.settings()).limits).toEqual(DEFAULT_SETTINGS.limits);
  });

  test.each([
    ['thanks', 'is not an emoji I know'],
    [':pray:', 'is not an emoji I know'],
    ['<:gone:123456789012345678>', 'belongs to another server'],
    ['🙏 ⭐', 'The same emoji cannot mean both'],
  ])('emoji %s', async (typed, why) => {
    const town = await open();
    const answer = await opensSetup(town.ada, town, 'reactions');
    await fills(town.ada, answer, 'Choose the emoji', { thanks: typed });
    expect(answer.text).toContain('❌ Not saved.');
    expect(answer.text).toContain(why);
    expect(await town.settings()).toEqual(DEFAULT_SETTINGS);
  });

  test('no emoji at all is a choice', async () => {
    const town = await open();
    const answer = await opensSetup(town.ada, town, 'reactions');
    await fills(town.ada, answer, 'Choose the emoji', { thanks: '', upvote: '' });
    expect(answer.text).toContain('**Now:** Thanks none · Upvote none');
  });

  test('a time zone that nobody knows, an empty one, a misspelt one, an offset', async () => {
    const town = await open();
    const { ada } = town;
    const answer = await opensSetup(ada, town, 'timeZone');
    await fills(ada, answer, 'Another place', { zone: '@everyone `Narnia`' });
    expect(answer.text).toContain('❌ Not saved. I do not know `@everyone Narnia`.');
    await fills(ada, answer, 'Another place', { zone: '' });
    expect(answer.text).toContain('Nothing to save');
    await fills(ada, answer, 'Another place', { zone: 'londn' });
    await ada.clicks(answer, 'Back');
    expect(answer.text).toContain('**Now:** UTC');
    await fills(ada, answer, 'Another place', { zone: 'utc+2' });
    await town.bot.whenIdle();
    expect(answer.text).toContain('**Now:** +02:00');
  });

  test('a category for a channel, a forum for announcements', async () => {
    const town = await open();
    const { ada, guild, forum } = town;
    const category = guild.category('Support');
    await calm(town.bot, town);
    const answer = await opensSetup(ada, town, 'channels');
    await ada.picks(answer, [town.help, category], { customId: 'setup:channels:1:everywhere' });
    expect(answer.text).toContain(`❌ Not saved. <#${category.id}> is not a channel I can use here.`);
    await ada.clicks(answer, 'Back');
    await ada.picks(answer, 'announcements');
    await ada.picks(answer, forum);
    expect(answer.text).toContain(`❌ Not saved. <#${forum.id}> is not a channel I can use here.`);
    expect(await town.settings()).toEqual(DEFAULT_SETTINGS);
  });

  test('names of tiers', async () => {
    const town = await open();
    const { ada } = town;
    const answer = await opensSetup(ada, town, 'tiers');
    await ada.picks(answer, 'guide');
    for (const [name, why] of [
      ['@everyone', 'needs letters or digits, and no @'],
      ['🌟', 'needs letters or digits'],
      ['expert', 'Another tier already has that name'],
    ] as const) {
      await fills(ada, answer, 'Rename', { name });
      expect(answer.text).toContain('❌ Not saved.');
      expect(answer.text).toContain(why);
    }
    await fills(ada, answer, 'Rename', { name: '  Grand   Guide ' });
    expect(answer.text).toMatch(/^## Grand Guide\n/);
    await fills(ada, answer, 'Rename', { name: '' });
    expect(answer.text).toMatch(/^## Guide\n/);
  });
});

describe('roles', () => {
  /** Ada as somebody with a high role, and the page of the tier Helper. */
  async function atHelper(options: Parameters<typeof startTestBot>[1] = {}) {
    const town = await open(options);
    const { guild, ada, admins, botRole } = town;
    guild.moveRole(botRole, guild.roles.size - 1);
    guild.moveRole(admins, guild.roles.size - 1);
    await calm(town.bot, town);
    const answer = await opensSetup(ada, town, 'tiers');
    await ada.picks(answer, 'helper');
    return { ...town, answer };
  }

  test('that no tier may have are refused, with the reason', async () => {
    const town = await atHelper();
    const { ada, answer, guild, moderator, botRole, admins } = town;
    const other = guild.role('Booster', { managed: true });
    await calm(town.bot, town);
    const table = [
      [guild.everyone, 'The role that everybody has cannot stand for a tier.'],
      [other, 'belongs to an app or to Discord itself'],
      [botRole, 'belongs to an app or to Discord itself'],
      [moderator, 'carries'],
      [admins, 'carries'],
    ] as const;
    for (const [role, why] of table) {
      await ada.picks(answer, role);
      expect(answer.text, role.name).toContain('❌ Not saved.');
      expect(answer.text, role.name).toContain(why);
    }
    expect(await town.settings()).toEqual(DEFAULT_SETTINGS);
  });

  test('that stand above the bot are saved, and it says which one to drag where; then it is mended', async () => {
    const town = await atHelper();
    const { ada, answer, guild, botRole } = town;
    const star = guild.role('Star');
    guild.moveRole(star, guild.roles.size - 2);
    await calm(town.bot, town);
    await ada.picks(answer, star);
    expect(answer.text).toContain('✅ Saved.');
    expect(answer.text).toContain('drag **Laurel** above **Star**');
    await ada.clicks(answer, 'Back to the ladder');
    await ada.clicks(answer, 'Back');
    expect(answer.text).toContain('⚠️ 1 thing needs a look.');
    guild.moveRole(botRole, guild.roles.size - 2);
    await calm(town.bot, town);
    await ada.picks(answer, 'tiers');
    expect(answer.text).not.toContain('⚠️');
  });

  test('of another tier are refused', async () => {
    const town = await atHelper();
    const { ada, answer, guild } = town;
    const star = guild.role('Star');
    await calm(town.bot, town);
    await ada.picks(answer, star);
    await ada.clicks(answer, 'Back to the ladder');
    await ada.picks(answer, 'guide');
    await ada.picks(answer, star);
    expect(answer.text).toContain(`❌ Not saved. <@&${star.id}> already belongs to Helper.`);
    expect((await town.settings()).tiers.filter(({ roleId }) => roleId === star.id)).toHaveLength(1);
  });

  test('are made for one tier, once, however often it is pressed', async () => {
    const town = await atHelper();
    const { ada, answer, guild } = town;
    await Promise.all([
      ada.clicks(answer, 'Make the role for me'),
      ada.clicks(answer, 'Make the role for me'),
    ]);
    await town.bot.whenIdle();
    const made = [...guild.roles.values()].filter(({ name }) => name === 'Helper');
    expect(made).toHaveLength(1);
    expect((await town.settings()).tiers[0]?.roleId).toBe(made[0]?.id);
    expect(await town.audit()).toMatchObject([{ actorId: ada.id }]);
  });

  test('are not made twice under one name', async () => {
    const town = await atHelper();
    const { ada, answer, guild } = town;
    const there = guild.role('helper');
    await calm(town.bot, town);
    await ada.clicks(answer, 'Make the role for me');
    expect(answer.text).toContain(`❌ Not saved. This server already has a role named <@&${there.id}>.`);
    expect((await town.settings()).tiers[0]?.roleId).toBeUndefined();
  });

  test('are not made without the right to: it says which one', async () => {
    const town = await atHelper();
    const { ada, answer, guild, botRole } = town;
    guild.changeRole(botRole, { permissions: Bits.ViewChannel | Bits.SendMessages });
    await calm(town.bot, town);
    await ada.clicks(answer, 'Make the role for me');
    expect(answer.text).toContain('❌ Not saved.');
    expect(answer.text).toContain('Manage Roles');
    expect(await town.settings()).toEqual(DEFAULT_SETTINGS);
  });

  test('that Discord will not make: it says so, and nothing is claimed', async () => {
    const town = await atHelper();
    const { ada, answer, discord } = town;
    discord.weather.fail({ method: 'POST', route: /roles$/, status: 400, code: 30005, times: 1 });
    await ada.clicks(answer, 'Make the role for me');
    expect(answer.text).toContain("❌ That did not work: Discord's limit is reached there.");
    const outage = discord.weather.fail({ method: 'POST', route: /roles$/, status: 503 });
    await ada.clicks(answer, 'Make the role for me');
    await town.bot.whenIdle();
    expect(answer.text).toContain('❌ That did not work: Discord does not answer just now.');
    outage.end();
    expect(await town.settings()).toEqual(DEFAULT_SETTINGS);
    await ada.clicks(answer, 'Make the role for me');
    expect(answer.text).toContain('✅ Saved. I made the role');
  });
});

describe('two administrators', () => {
  test('with the same form open change different fields: both stay', async () => {
    const town = await open();
    const { ada, help, guild } = town;
    const mine = await opensSetup(ada, town, 'points');
    const yours = await opensSetup(guild.owner, { help }, 'points');
    const [first, second] = [
      await ada.clicks(mine, 'Change the points'),
      await guild.owner.clicks(yours, 'Change the points'),
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

describe('what breaks later', () => {
  test('a channel where the bot may not write: named at once, with the rights to give; gone when given', async () => {
    const town = await open();
    const { ada, guild, discord } = town;
    const quiet = guild.textChannel('quiet', {
      overwrites: [{ for: discord.bot, deny: Bits.ViewChannel | Bits.SendMessages }],
    });
    await calm(town.bot, town);
    const answer = await opensSetup(ada, town, 'announcements');
    await ada.picks(answer, quiet);
    expect(answer.text).toContain('✅ Saved.');
    expect(answer.text).toContain(`⚠️ In <#${quiet.id}> I lack **View Channel** and **Send Messages**.`);
    guild.overwrite(quiet, []);
    await calm(town.bot, town);
    await ada.clicks(answer, 'Back');
    expect(answer.text).toContain('Everything works as it is.');
  });

  test('channels, roles and emoji that are deleted show up with their fix, and the fix works', async () => {
    const town = await open();
    const { ada, guild, help, news, bot } = town;
    const old = guild.textChannel('old');
    const party = guild.emoji('party');
    await calm(bot, town);
    const answer = await opensSetup(ada, town, 'channels');
    await ada.picks(answer, 'only', { customId: 'setup:mode:1' });
    await ada.picks(answer, [help, old], { customId: 'setup:channels:1:only' });
    await ada.clicks(answer, 'Back');
    await ada.picks(answer, 'announcements');
    await ada.picks(answer, news);
    await ada.clicks(answer, 'Back');
    await ada.picks(answer, 'reactions');
    await fills(ada, answer, 'Choose the emoji', { thanks: '🙏 :party:' });
    await ada.clicks(answer, 'Back');
    await ada.picks(answer, 'tiers');
    await ada.picks(answer, 'helper');
    await ada.clicks(answer, 'Make the role for me');
    await ada.clicks(answer, 'Back to the ladder');

    guild.deleteChannel(old);
    guild.deleteChannel(news);
    guild.emojis.delete(party.id);
    const role = [...guild.roles.values()].find(({ name }) => name === 'Helper');
    if (!role) throw new Error('no role was made');
    guild.deleteRole(role);
    await calm(bot, town);
    await ada.clicks(answer, 'Back');
    expect(answer.text).toContain('⚠️ 4 things need a look.');
    expect(answer.text).toContain('⚠️ 1 channel in this list was deleted.');
    expect(answer.text).toContain('⚠️ 1 of these emoji was removed from this server.');
    expect(answer.text).toContain('⚠️ That channel was deleted. Choose another one in this section.');
    expect(answer.text).toContain('⚠️ **Helper:** The role for this tier no longer exists.');

    await ada.picks(answer, 'channels');
    await ada.clicks(answer, 'Forget deleted channels');
    expect(answer.text).not.toContain('⚠️');
    await ada.clicks(answer, 'Back');
    await ada.picks(answer, 'reactions');
    await fills(ada, answer, 'Choose the emoji', {});
    expect(answer.text).toContain('**Now:** Thanks 🙏 · Upvote ⬆️ ⭐');
    await ada.clicks(answer, 'Back');
    await ada.picks(answer, 'announcements');
    await ada.picks(answer, help);
    await ada.clicks(answer, 'Back');
    await ada.picks(answer, 'tiers');
    await ada.picks(answer, 'helper');
    await ada.clicks(answer, 'Make the role for me');
    await ada.clicks(answer, 'Back to the ladder');
    await ada.clicks(answer, 'Back');
    expect(answer.text).toContain('Everything works as it is.');
  });

  test('a tier that left the ladder while its page was open', async () => {
    const town = await open();
    const answer = await opensSetup(town.ada, town, 'tiers');
    await town.ada.picks(answer, 'guide');
    await town.bot.ctx.db.write((tx) =>
      town.bot.ctx.settings.change(tx, town.guild.id, 0, (settings) => ({
        ...settings,
        tiers: settings.tiers.filter(({ key }) => key !== 'guide'),
      })),
    );
    await town.ada.clicks(answer, 'Rename');
    expect(answer.text).toContain('❌ Not saved. That tier is no longer on the ladder.');
    expect(answer.text).toMatch(/^## Ladder\n/);
  });
});
