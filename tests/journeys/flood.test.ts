// One member who floods: they are told once and then not served; whoever else is there is served as always.
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { startTestBot } from '../support/bot.ts';
import { forgesPress, PLAIN } from '../support/forging.ts';
import { calm, startTown } from '../support/town.ts';

const PATIENCE_MS = 240_000;
/** So much of one member is looked at, at once. */
const ALLOWED = 300;
/** Time stands still unless a test moves it: a busy machine makes nobody late. */
const START = Date.UTC(2026, 5, 1, 12);

async function open() {
  const town = await startTown({ rateLimits: 'off', now: () => START });
  const { guild, help } = town;
  const started = await startTestBot(town.discord);
  const place = await started.bot.client.channels.fetch(help.id);
  if (!place?.isSendable()) throw new Error('The bot can write there');
  const source = help.messages.get((await place.send(PLAIN)).id);
  if (!source) throw new Error('It is there');
  const eve = guild.person('Eve', { roles: [guild.role('Power', { permissions: Bits.ManageRoles })] });
  return { ...town, ...started, source, eve };
}

test('a thousand commands at once', { timeout: PATIENCE_MS }, async () => {
  const { bot, discord, help, source, eve, carl } = await open();
  const forger = { discord, user: eve.user, channel: help };
  let answered = 0;
  let told = 0;
  const flood = Array.from({ length: 1_000 }, () =>
    forgesPress(forger, source, 'leaderboard:find:1').then(
      (answer) => {
        answered += 1;
        if (answer.text.includes('a lot at once')) told += 1;
      },
      () => undefined,
    ),
  );
  // Asked behind all of the flood, on the same socket, and answered while nobody moves the clock.
  expect((await carl.runs('/leaderboard', {}, { in: help })).text).not.toBe('');
  await bot.whenIdle();
  discord.advance(4_000);
  await Promise.all(flood);
  expect(answered).toBeGreaterThan(0);
  expect(answered).toBeLessThan(150);
  expect(told).toBe(1);
  discord.advance(60_000);
  expect((await eve.runs('/help', {}, { in: help })).text).toContain('thanks');
});

test('a thousand thanks in a minute', { timeout: PATIENCE_MS }, async () => {
  const town = await open();
  const { bot, help, alice, bob, carl, eve } = town;
  const lookedAt = () =>
    bot.ctx.db
      .read((db) =>
        db.all<{ n: number }>(
          `select (select count(*) from recognitions where giver_id = '${eve.id}') + (select count(*) from refusals where giver_id = '${eve.id}') as n`,
        ),
      )
      .then(([row]) => row?.n ?? 0);
  const said = await bob.says(help, 'The port is 8080.');
  for (let i = 0; i < 500; i++) await eve.replies(said, `thank you ${i}`);
  // In the middle of it: a command of somebody else is answered before all of that is worked off, and their thanks count.
  const before = await lookedAt();
  expect((await carl.runs('/leaderboard', {}, { in: help })).text).not.toBe('');
  expect((await lookedAt()) - before).toBeLessThan(ALLOWED / 2);
  const other = await alice.replies(await carl.says(help, 'And the host?'), 'thanks a lot!');
  for (let i = 500; i < 1_000; i++) await eve.replies(said, `thank you ${i}`);
  await calm(bot, town, PATIENCE_MS);
  await town.discord.until(() => other.reactions.has('🌿'), { timeoutMs: PATIENCE_MS / 2 });
  expect(await lookedAt()).toBeGreaterThan(0);
  expect(await lookedAt()).toBeLessThanOrEqual(ALLOWED);

  // The look for lost messages finds all that was left out, and a thank-you that really got lost.
  const answer = await carl.says(help, 'On 127.0.0.1.');
  town.discord.weather.loseNext(1, 'MESSAGE_CREATE');
  const lost = await bob.replies(answer, 'thanks, that was it');
  await alice.says(help, 'Good to know.');
  await calm(bot, town, PATIENCE_MS);
  await bot.lookForLost();
  await calm(bot, town, PATIENCE_MS);
  expect(lost.reactions.has('🌿')).toBe(true);
  expect(await lookedAt()).toBeLessThanOrEqual(ALLOWED);
});
