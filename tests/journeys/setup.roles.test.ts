// Roles of tiers in /setup: picked, refused, too high, made by the bot, and what Discord will not make.
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { opensSetup, openTown } from '../support/administrator.ts';
import { calm } from '../support/town.ts';

describe('roles', () => {
  /** Ada as somebody with a high role, and the page of the tier Helper. */
  async function atHelper(options: Parameters<typeof openTown>[0] = {}) {
    const town = await openTown(options);
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

  test('are not made for one who may not make any on Discord either', async () => {
    const town = await atHelper();
    const { guild } = town;
    const settler = guild.role('Settlers', { permissions: Bits.ManageGuild });
    const eve = guild.person('Eve', { roles: [settler] });
    await calm(town.bot, town);
    const answer = await opensSetup(eve, town, 'tiers');
    await eve.clicks(answer, 'Make the missing roles for me');
    expect(eve.sees(town.help).at(-1)?.text).toBe('You do not have the rights for that here.');
    await eve.picks(answer, 'helper');
    await eve.clicks(answer, 'Make the role for me');
    expect([...guild.roles.values()].filter(({ name }) => name === 'Helper')).toEqual([]);
    expect(await town.settings()).toEqual(DEFAULT_SETTINGS);
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
