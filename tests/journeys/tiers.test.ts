// Tiers as moderators and members live them: promote, demote, refusals with their fix, and what hands do on Discord.
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import type { OptionValues } from '../../playground/discord/command-options.ts';
import { startTestBot } from '../support/bot.ts';
import {
  announcements,
  keepTrue,
  lastWord,
  openPromotions,
  saveSettings,
  startLadder,
  untrue,
} from '../support/ladder.ts';
import { calm, eventually, INVITED_WITH, startTown } from '../support/town.ts';

async function open() {
  const town = await startLadder();
  const { bot, databasePath } = await startTestBot(town.discord);
  saveSettings(databasePath, town.guild.id, town.settings);
  const stored = openPromotions(databasePath);
  const { discord, help, mona, bob } = town;
  return {
    ...town,
    bot,
    stored,
    has: (person: { id: string }, role: { id: string }) =>
      town.guild.members.get(person.id)?.roles.includes(role.id) ?? false,
    promote: async (options: OptionValues = {}, by = mona) => {
      const answer = await by.runs(
        '/promote',
        { member: bob, reason: 'helps', ...options },
        {
          in: help,
        },
      );
      expect(answer.ephemeral).toBe(true);
      return lastWord(discord, answer);
    },
    demote: async (options: OptionValues = {}, by = mona) =>
      lastWord(discord, await by.runs('/demote', { member: bob, reason: 'rests', ...options }, { in: help })),
    calm: () => calm(bot, town),
  };
}

describe('a moderator', () => {
  test('promotes from rung to rung; the role comes, the old one goes, and #news pings that person alone', async () => {
    const town = await open();
    const done = keepTrue(town, town.stored);
    const { bob, roles, guild } = town;
    expect(await town.promote({ reason: 'explained the worker' })).toContain(
      `<@${bob.id}> is now **Helper**`,
    );
    expect(town.has(bob, roles.helper)).toBe(true);
    expect(await town.promote()).toContain('up from **Helper**');
    expect([town.has(bob, roles.helper), town.has(bob, roles.guide)]).toEqual([false, true]);
    expect(await town.promote({ tier: 'AMBASSADOR' })).toContain('is now **Ambassador**');
    await town.calm();
    expect(announcements(town)).toEqual(
      ['Helper', 'Guide', 'Ambassador'].map(
        (tier) => `🌿 <@${bob.id}> is now **${tier}**. Thank you for all your help here.`,
      ),
    );
    expect(bob.pings).toHaveLength(3);
    for (const other of [town.alice, town.carl, town.mona, guild.owner]) expect(other.pings).toEqual([]);
    expect(
      guild.auditLog.some(({ reason }) => reason === 'Promoted to Helper by mona: explained the worker'),
    ).toBe(true);
    done();
  });

  test('demotes rung by rung, quietly, until there is nothing left', async () => {
    const town = await open();
    const done = keepTrue(town, town.stored);
    await town.promote({ tier: 'Guide' });
    expect(await town.demote()).toContain('is now **Helper**, down from **Guide**');
    expect([town.has(town.bob, town.roles.helper), town.has(town.bob, town.roles.guide)]).toEqual([
      true,
      false,
    ]);
    expect(await town.demote()).toContain('holds no tier any more; it was **Helper**');
    expect(town.guild.members.get(town.bob.id)?.roles).toEqual([]);
    expect(await town.demote()).toContain('holds no tier');
    await town.calm();
    expect(announcements(town)).toHaveLength(1);
    done();
  });

  test('is offered the tiers while typing', async () => {
    const town = await open();
    const offers = await town.mona.completes(
      '/promote',
      { member: town.bob, tier: 'g' },
      {
        in: town.help,
      },
    );
    expect(offers).toEqual([{ name: 'Guide', value: 'guide' }]);
    const all = await town.mona.completes(
      '/promote',
      { member: town.bob, tier: '' },
      {
        in: town.help,
      },
    );
    expect(all.map(({ name }) => name)).toEqual(['Helper', 'Guide', 'Expert', 'Ambassador']);
  });

  test('of two at once one decides, and the other is told', async () => {
    const town = await open();
    const nina = town.guild.person('Nina', { roles: [town.moderator] });
    const said = await Promise.all([town.promote(), town.promote({}, nina)]);
    expect(said.filter((text) => text.includes('is now **Helper**'))).toHaveLength(1);
    expect(said.filter((text) => /under way|Somebody else has just decided/.test(text))).toHaveLength(1);
    await town.calm();
    expect(announcements(town)).toHaveLength(1);
  });
});

describe('a no names the reason and the fix:', () => {
  const powers = { permissions: PermissionFlagsBits.KickMembers | PermissionFlagsBits.ManageMessages };
  type Town = Awaited<ReturnType<typeof open>>;
  type Arranged = OptionValues & { by?: Town['mona'] };
  const cases: [what: string, arrange: (town: Town) => Arranged | undefined, says: RegExp][] = [
    ['oneself', (town) => ({ member: town.mona }), /Nobody decides about their own tier/],
    ['a bot', (town) => ({ member: town.guild.person('Robot', { bot: true }) }), /Bots have no tier/],
    ['the bot itself', (town) => ({ member: town.discord.bot }), /Bots have no tier/],
    ['somebody who is not here', (town) => ({ member: town.discord.person('Zed') }), /not in this server/],
    [
      'somebody before the rules',
      (town) => ({ member: town.guild.person('Ned', { pending: true }) }),
      /not accepted the server's rules/,
    ],
    [
      'an unknown tier',
      () => ({ tier: 'wizard' }),
      /no tier called “wizard” here. The tiers are Helper, Guide, Expert, and Ambassador/,
    ],
    ['a reason of blanks', () => ({ reason: '   ' }), /give a reason/],
    [
      'a role above the bot',
      (town) => void town.guild.moveRole(town.roles.helper, 9),
      /drag \*\*Laurel\*\* above \*\*Helper\*\*/,
    ],
    [
      'a role above the moderator',
      (town) => ({
        tier: 'guide',
        by: town.guild.person('Nina', {
          roles: [town.guild.role('Junior', { permissions: PermissionFlagsBits.ManageRoles })],
        }),
      }),
      /\*\*Guide\*\* does not stand below your own highest role, \*\*Junior\*\*/,
    ],
    [
      'a role with powers',
      (town) => void town.guild.changeRole(town.roles.helper, powers),
      /\*\*Helper\*\* carries Manage Messages and Kick Members/,
    ],
    [
      'a deleted role',
      (town) => void town.guild.deleteRole(town.roles.helper),
      /role for this tier no longer exists. Choose another one in <\/setup:\d+>/,
    ],
    [
      'a bot without Manage Roles',
      (town) =>
        void town.guild.changeRole(town.botRole, {
          permissions: INVITED_WITH & ~PermissionFlagsBits.ManageRoles,
        }),
      /missing the permission Manage Roles.*\*\*Laurel\*\*/,
    ],
  ];
  test.each(cases)('%s', async (_what, arrange, says) => {
    const town = await open();
    const { by, ...options } = arrange(town) ?? {};
    await town.calm();
    expect(await town.promote(options, by)).toMatch(says);
    expect(town.stored.promotions()).toEqual([]);
    expect(announcements(town)).toEqual([]);
  });

  test('the tier they hold, a lower one, above the top', async () => {
    const town = await open();
    await town.promote({ tier: 'expert' });
    expect(await town.promote({ tier: 'expert' })).toContain('is **Expert** already');
    expect(await town.promote({ tier: 'helper' })).toMatch(/below \*\*Expert\*\*.*<\/demote:\d+>/);
    await town.promote();
    expect(await town.promote()).toContain('**Ambassador** already, the highest tier');
  });

  test('members may not promote, whatever the server lets them see', async () => {
    const town = await open();
    await expect(town.promote({}, town.alice)).rejects.toThrow();
  });

  test('the owner stands above all roles', async () => {
    const town = await open();
    expect(await town.promote({}, town.guild.owner)).toContain('is now **Helper**');
  });
});

describe('a tier without a role', () => {
  async function openBare() {
    const town = await startTown();
    const { bot, databasePath } = await startTestBot(town.discord);
    return { ...town, bot, stored: openPromotions(databasePath) };
  }

  test('offers an administrator to make the roles, and then it works', async () => {
    const { guild, discord, bob, help, bot, stored } = await openBare();
    const promote = { member: bob, reason: 'helps' };
    const answer = await guild.owner.runs('/promote', promote, { in: help });
    expect(await lastWord(discord, answer)).toContain('**Helper** has no role yet');
    await guild.owner.clicks(answer, 'Create the roles');
    await eventually(discord, async () => answer.text.includes('Run'), 'the roles are made');
    const made = [...guild.roles.values()].sort((a, b) => a.position - b.position).slice(1, 5);
    expect(made.map(({ name, permissions }) => [name, permissions])).toEqual([
      ['Helper', 0n],
      ['Guide', 0n],
      ['Expert', 0n],
      ['Ambassador', 0n],
    ]);
    const { tiers } = await bot.ctx.settings.of(guild.id);
    expect(tiers.map(({ roleId }) => roleId)).toEqual(made.map(({ id }) => id));
    const again = await lastWord(discord, await guild.owner.runs('/promote', promote, { in: help }));
    expect(again).toContain('is now **Helper**');
    expect(again).toMatch(/not announced, because no channel is chosen for that in <\/setup:\d+>/);
    expect(stored.tierOf(bob)).toBe('helper');
  });

  test('takes the role that an attempt made whose answer was lost, and no other of that name', async () => {
    const { guild, discord, bob, help, bot } = await openBare();
    const lost = guild.role('helper');
    const above = guild.role('Guide');
    guild.moveRole(above, guild.roles.size - 1);
    const powerful = guild.role('Expert', { permissions: PermissionFlagsBits.ManageMessages });
    const answer = await guild.owner.runs('/promote', { member: bob, reason: 'helps' }, { in: help });
    await lastWord(discord, answer);
    await guild.owner.clicks(answer, 'Create the roles');
    await eventually(discord, async () => answer.text.includes('Run'), 'the roles are made');
    expect(answer.text).toContain(`used from now on: <@&${lost.id}>.`);
    const [helper, guide, expert] = (await bot.ctx.settings.of(guild.id)).tiers.map(({ roleId }) => roleId);
    expect(helper).toBe(lost.id);
    expect([above.id, powerful.id]).not.toContain(guide);
    expect([above.id, powerful.id]).not.toContain(expert);
    expect([...guild.roles.values()].filter(({ name }) => name.toLowerCase() === 'helper')).toEqual([lost]);
  });

  test('sends a moderator without that right to /setup', async () => {
    const { discord, mona, bob, help } = await openBare();
    const answer = await mona.runs('/promote', { member: bob, reason: 'helps' }, { in: help });
    expect(await lastWord(discord, answer)).toMatch(/Choose one in <\/setup:\d+>/);
    await expect(mona.clicks(answer, 'Create the roles')).rejects.toThrow();
  });
});

describe('hands on Discord', () => {
  test('that take the role end the tier', async () => {
    const town = await open();
    await town.promote();
    town.guild.take(town.bob, town.roles.helper);
    await town.calm();
    expect(town.stored.tierOf(town.bob)).toBeUndefined();
    expect(await town.promote()).toContain('is now **Helper**');
  });

  test('that delete the role end the tier', async () => {
    const town = await open();
    await town.promote();
    town.guild.deleteRole(town.roles.helper);
    await town.calm();
    expect(town.stored.tierOf(town.bob)).toBeUndefined();
  });

  test('that give or take other roles, or rename, change nothing', async () => {
    const town = await open();
    await town.promote();
    town.guild.give(town.bob, town.moderator);
    town.guild.take(town.bob, town.moderator);
    town.guild.nick(town.bob, 'Bobby');
    await town.calm();
    expect(town.stored.tierOf(town.bob)).toBe('helper');
  });

  test('a member who leaves and returns holds no tier, and moderators are told', async () => {
    const town = await open();
    await town.promote({ tier: 'guide' });
    await town.bob.leaves(town.guild);
    await town.calm();
    expect(town.stored.tierOf(town.bob)).toBeUndefined();
    await town.bob.joins(town.guild);
    await town.calm();
    expect(town.stored.tierOf(town.bob)).toBeUndefined();
    expect(await town.promote()).toMatch(
      /is now \*\*Helper\*\*[\s\S]*They were \*\*Guide\*\* until they left/,
    );
  });

  test('what happened while the bot was away is found at the next start', async () => {
    const town = await startLadder();
    const first = await startTestBot(town.discord);
    saveSettings(first.databasePath, town.guild.id, town.settings);
    const stored = openPromotions(first.databasePath);
    for (const member of [town.alice, town.bob, town.carl])
      await lastWord(
        town.discord,
        await town.mona.runs('/promote', { member, reason: 'helps' }, { in: town.help }),
      );
    await first.stop();
    town.guild.take(town.alice, town.roles.helper);
    await town.bob.leaves(town.guild);
    expect(untrue(town, stored)).toHaveLength(2);

    await startTestBot(town.discord, { databasePath: first.databasePath });
    await eventually(
      town.discord,
      async () => untrue(town, stored).length === 0,
      'the database is true again',
    );
    expect(stored.tierOf(town.carl)).toBe('helper');
  });

  test('what happened behind a broken connection is found when it is mended', async () => {
    const town = await open();
    await town.promote();
    town.discord.weather.loseNext(1, 'GUILD_MEMBER_UPDATE');
    town.guild.take(town.bob, town.roles.helper);
    await town.calm();
    expect(untrue(town, town.stored)).toHaveLength(1);
    town.discord.weather.invalidateSessions();
    await eventually(
      town.discord,
      async () => untrue(town, town.stored).length === 0,
      'the database is true again',
    );
  });

  test('what the library keeps to itself while it resumes is found, too', async () => {
    const town = await open();
    await town.promote();
    await town.promote({ member: town.alice });
    await town.promote({ member: town.carl });
    town.discord.weather.dropSockets({ resumable: true });
    town.guild.take(town.bob, town.roles.helper);
    await town.alice.leaves(town.guild);
    // Behind a long replay discord.js is still resuming when it reads of these.
    for (let i = 0; i < 1500; i++) await town.carl.says(town.help, 'Good morning. '.repeat(40));
    await town.calm();
    expect(untrue(town, town.stored)).toEqual([]);
    expect(town.stored.tierOf(town.carl)).toBe('helper');
  });
});
