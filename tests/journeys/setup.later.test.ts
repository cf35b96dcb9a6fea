// What breaks after /setup: rights taken away, channels, roles and emoji deleted; shown with the fix, and the fix works.
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { fills, opensSetup, openTown } from '../support/administrator.ts';
import { calm } from '../support/town.ts';

describe('what breaks later', () => {
  test('a channel where the bot may not write: named at once, with the rights to give; gone when given', async () => {
    const town = await openTown();
    const { ada, guild, discord } = town;
    const quiet = guild.textChannel('quiet', {
      overwrites: [{ for: discord.bot, deny: Bits.ViewChannel | Bits.SendMessages }],
    });
    await calm(town.bot, town);
    const answer = await opensSetup(ada, town, 'announcements');
    await ada.picks(answer, quiet, { customId: 'setup:announce:1' });
    expect(answer.text).toContain('✅ Saved.');
    expect(answer.text).toContain(`⚠️ In <#${quiet.id}> I lack **View Channel** and **Send Messages**.`);
    guild.overwrite(quiet, []);
    await calm(town.bot, town);
    await ada.clicks(answer, 'Back');
    expect(answer.text).toContain('Everything works as it is.');
  });

  test('channels, roles and emoji that are deleted show up with their fix, and the fix works', async () => {
    const town = await openTown();
    const { ada, guild, help, news, bot } = town;
    const old = guild.textChannel('old');
    const party = guild.emoji('party');
    await calm(bot, town);
    const answer = await opensSetup(ada, town, 'channels');
    await ada.picks(answer, 'only', { customId: 'setup:mode:1' });
    await ada.picks(answer, [help, old], { customId: 'setup:channels:1:only' });
    await ada.clicks(answer, 'Back');
    await ada.picks(answer, 'announcements');
    await ada.picks(answer, news, { customId: 'setup:announce:1' });
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
    await ada.picks(answer, help, { customId: 'setup:announce:1' });
    await ada.clicks(answer, 'Back');
    await ada.picks(answer, 'tiers');
    await ada.picks(answer, 'helper');
    await ada.clicks(answer, 'Make the role for me');
    await ada.clicks(answer, 'Back to the ladder');
    await ada.clicks(answer, 'Back');
    expect(answer.text).toContain('Everything works as it is.');
  });

  test('a tier that left the ladder while its page was open', async () => {
    const town = await openTown();
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

  test('Discord does not tell of its emoji: those known from before must do, and the page opens', async () => {
    const town = await openTown();
    const { ada, guild, discord } = town;
    const party = guild.emoji('party');
    const answer = await opensSetup(ada, town, 'reactions');
    await fills(ada, answer, 'Choose the emoji', { thanks: ':party:' });
    const outage = discord.weather.fail({ method: 'GET', route: /emojis$/, status: 503 });
    await ada.clicks(answer, 'Back');
    await town.bot.whenIdle();
    expect(outage.hits).toBeGreaterThan(0);
    expect(answer.text).toContain(`Thanks <:party:${party.id}> ·`);
    expect(answer.text).toContain('Everything works as it is.');
  });
});
