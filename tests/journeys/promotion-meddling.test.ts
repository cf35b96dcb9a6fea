// A promotion while people change the server at every step, and what the moderator then reads.
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { startTestBot } from '../support/bot.ts';
import { announcements, lastWord, untrue } from '../support/ladder.ts';
import { type OpenPromotion, openPromotion, type Step } from '../support/promotion.ts';
import { eventually, INVITED_WITH } from '../support/town.ts';

describe('somebody changes the server right after', () => {
  const withoutRoles = INVITED_WITH & ~PermissionFlagsBits.ManageRoles;
  interface Change {
    /** Whether Discord then refuses the new role. */
    fatal: boolean;
    /** The event by which the bot would hear of it. */
    event: string;
    make(town: OpenPromotion): void;
  }
  const changes: Record<string, Change> = {
    'Manage Roles is taken from Laurel': {
      fatal: true,
      event: 'GUILD_ROLE_UPDATE',
      make: ({ guild, botRole }) => guild.changeRole(botRole, { permissions: withoutRoles }),
    },
    'the new role is dragged above Laurel': {
      fatal: true,
      event: 'GUILD_ROLE_UPDATE',
      make: ({ guild, roles }) => guild.moveRole(roles.guide, 9),
    },
    'the old role is dragged above Laurel': {
      fatal: false,
      event: 'GUILD_ROLE_UPDATE',
      make: ({ guild, roles }) => guild.moveRole(roles.helper, 9),
    },
    'the new role is deleted': {
      fatal: true,
      event: 'GUILD_ROLE_DELETE',
      make: ({ guild, roles }) => guild.deleteRole(roles.guide),
    },
    'the old role is deleted': {
      fatal: false,
      event: 'GUILD_ROLE_DELETE',
      make: ({ guild, roles }) => guild.deleteRole(roles.helper),
    },
    'the member leaves': {
      fatal: true,
      event: 'GUILD_MEMBER_REMOVE',
      make: ({ guild, bob }) => guild.kick(bob),
    },
    'the new role is taken by hand': {
      fatal: false,
      event: 'GUILD_MEMBER_UPDATE',
      make: ({ guild, bob, roles }) => guild.take(bob, roles.guide),
    },
    'the channel for news is deleted': {
      fatal: false,
      event: 'CHANNEL_DELETE',
      make: ({ guild, news }) => guild.deleteChannel(news),
    },
    'Laurel may not speak there': {
      fatal: false,
      event: 'CHANNEL_UPDATE',
      make: ({ guild, news, discord }) =>
        guild.overwrite(news, [{ for: discord.bot, deny: PermissionFlagsBits.SendMessages }]),
    },
  };
  const moments: readonly Step[] = [
    'saying that it is under way',
    'giving the new role',
    'taking the old role',
  ];
  const news = ['which Laurel hears', 'of which Laurel hears nothing'] as const;

  for (const moment of moments) {
    for (const heard of news) {
      test.each(Object.entries(changes))(`${moment}: %s, ${heard}`, async (_what, { fatal, event, make }) => {
        const town = await openPromotion();
        if (heard === 'of which Laurel hears nothing') town.discord.weather.loseNext(50, event);
        town.when(moment, () => make(town));
        const said = await lastWord(town.discord, await town.ask());
        await town.settled();

        // Who missed something finds it at the next start; only then can all of it be true.
        if (untrue(town, town.stored).length > 0) {
          expect(heard).toBe('of which Laurel hears nothing');
          await town.bot.stop();
          await startTestBot(town.discord, { databasePath: town.databasePath });
          await eventually(
            town.discord,
            async () => untrue(town, town.stored).length === 0,
            'it is true again',
          );
        }
        const [, second] = town.stored.promotions();
        const cameTrue = second !== undefined && second.state !== 'failed';
        if (moment === 'saying that it is under way' && fatal) expect(cameTrue).toBe(false);
        if (moment !== 'saying that it is under way' && !fatal) expect(cameTrue).toBe(true);
        expect(/is now \*\*Guide\*\*/.test(said)).toBe(cameTrue);
        expect(said).not.toMatch(/Something went wrong/);
        // With the channel gone nobody can look; otherwise each success stands there once.
        if (town.guild.channels.has(town.news.id) && !/could not announce/.test(said))
          expect(announcements(town)).toHaveLength(cameTrue ? 2 : 1);
      });
    }
  }
});

describe('the moderator reads what to do about it:', () => {
  const cases: [what: string, make: (town: OpenPromotion) => void, says: RegExp][] = [
    [
      'the new role went above Laurel',
      ({ guild, roles }) => guild.moveRole(roles.guide, 9),
      /did not become \*\*Guide\*\*\. Nothing was announced\.[\s\S]*drag \*\*Laurel\*\* above \*\*Guide\*\*|drag \*\*Laurel\*\* above \*\*Guide\*\*/,
    ],
    [
      'Manage Roles went',
      ({ guild, botRole }) =>
        guild.changeRole(botRole, { permissions: INVITED_WITH & ~PermissionFlagsBits.ManageRoles }),
      /missing the permission Manage Roles/,
    ],
    [
      'the role went',
      ({ guild, roles }) => guild.deleteRole(roles.guide),
      /no longer exists. Choose another/,
    ],
    ['the member went', ({ guild, bob }) => guild.kick(bob), /no longer in this server|not in this server/],
  ];
  test.each(cases)('%s', async (_what, make, says) => {
    const town = await openPromotion();
    town.when('saying that it is under way', () => make(town));
    expect(await lastWord(town.discord, await town.ask())).toMatch(says);
    await town.settled();
    expect(announcements(town)).toHaveLength(1);
  });

  test('Discord refuses although nothing seems wrong', async () => {
    const town = await openPromotion();
    town.discord.weather.fail({ ...town.steps['giving the new role'], status: 403, code: 60003 });
    expect(await lastWord(town.discord, await town.ask())).toMatch(
      /did not become \*\*Guide\*\*[\s\S]*Discord said no: this server asks for two-factor login/,
    );
    expect(town.stored.tierOf(town.bob)).toBe('helper');
    town.discord.weather.clear();
    expect(await lastWord(town.discord, await town.ask())).toMatch(
      /is now \*\*Guide\*\*[\s\S]*The last decision about them \(<t:\d+:R>\) was not carried out/,
    );
  });

  test('the old role cannot be taken', async () => {
    const town = await openPromotion();
    town.when('giving the new role', () => town.guild.moveRole(town.roles.helper, 9));
    const said = await lastWord(town.discord, await town.ask());
    expect(said).toMatch(
      /is now \*\*Guide\*\*[\s\S]*still have the old role \*\*Helper\*\*.*drag \*\*Laurel\*\* above \*\*Helper\*\*/,
    );
    expect(town.stored.tierOf(town.bob)).toBe('guide');
  });

  test('it cannot be announced', async () => {
    const town = await openPromotion();
    town.guild.overwrite(town.news, [{ for: town.discord.bot, deny: PermissionFlagsBits.ViewChannel }]);
    const said = await lastWord(town.discord, await town.ask());
    expect(said).toContain(`I could not announce it in <#${town.news.id}>: I cannot see that channel.`);
    expect(town.stored.tierOf(town.bob)).toBe('guide');
  });
});
