// A server takes Laurel out, has an outage, or takes it back: when its data is to go is known, over sockets.
import { expect, test } from 'vitest';
import { privacyFeature } from '../../src/features/privacy/discord.ts';
import { GUILD_KEPT_MS } from '../../src/features/privacy/retention.service.ts';
import { startTestBot } from '../support/bot.ts';
import { rowsIn } from '../support/filled.ts';
import { runJobsTwice } from '../support/jobs.ts';
import { credit } from '../support/recognitions.ts';
import { calm, eventually, INVITED_WITH, startTown } from '../support/town.ts';

async function open() {
  const town = await startTown();
  const started = await startTestBot(town.discord);
  const { guild, help, alice, bob } = town;
  await credit(started.bot.ctx, { from: alice.id, to: bob.id, guildId: guild.id, channelId: help.id });
  const { databasePath } = started;
  return {
    ...town,
    ...started,
    departures: () => rowsIn(databasePath, 'departures').map(({ guild_id }) => guild_id),
    kept: () => rowsIn(databasePath, 'recognitions').length,
  };
}

test('an outage of a server is no removal', async () => {
  const town = await open();
  const { bot, guild, discord, databasePath } = town;
  const unavailable = () => bot.client.guilds.cache.get(guild.id)?.available === false;
  guild.goesDown();
  await discord.until(unavailable, { hint: 'it is out of order' });
  await bot.whenIdle();
  expect(town.departures()).toEqual([]);
  guild.comesBack();
  await discord.until(() => !unavailable(), { hint: 'it is back' });
  await town.stop();
  const again = await startTestBot(discord, { databasePath });
  await calm(again.bot, town);
  expect(town.departures()).toEqual([]);
  expect(town.kept()).toBe(1);
});

test('taken out, its data goes after 30 days; taken back before, it stays', async () => {
  const town = await open();
  const { bot, guild, discord } = town;
  guild.kick(discord.bot);
  await eventually(
    discord,
    async () => town.departures().includes(guild.id),
    'Laurel knows that it was taken out',
  );
  guild.invite(discord.bot, INVITED_WITH);
  await eventually(discord, async () => town.departures().length === 0, 'and that it is back');
  guild.kick(discord.bot);
  await eventually(discord, async () => town.departures().length === 1, 'taken out again');
  await runJobsTwice(bot.ctx, privacyFeature);
  expect(town.kept()).toBe(1);
  discord.advance(GUILD_KEPT_MS + 1);
  await runJobsTwice(bot.ctx, privacyFeature);
  expect(town.kept()).toBe(0);
  expect(JSON.stringify(rowsIn(town.databasePath, 'guild_settings'))).not.toContain(guild.id);
});
