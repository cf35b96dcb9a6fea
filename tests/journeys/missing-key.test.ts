// The key by which people are recognised who chose something: where it is not beside the database any more, the log says so at the start.
import { existsSync, rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { personKeyPath } from '../../src/core/person-key.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';
import { startTown } from '../support/town.ts';

const saysMissing = ({ log }: TestBot) => log.lines.some(({ msg }) => /^laurel\.key is missing/.test(msg));

test('a key that is gone is missed where somebody is known by it, and nowhere else', async () => {
  const { discord, guild, alice } = await startTown();
  const first = await startTestBot(discord);
  const { databasePath } = first;
  const key = personKeyPath(databasePath);
  await first.stop();
  const second = await startTestBot(discord, { databasePath });
  expect(existsSync(key)).toBe(false);
  expect(saysMissing(second)).toBe(false);
  const { ctx } = second.bot;
  await ctx.db.write((tx) => ctx.people.choose(tx, guild.id, alice.id, 'leftOut', ctx.clock.now()));
  await second.stop();
  const third = await startTestBot(discord, { databasePath });
  expect(saysMissing(third)).toBe(false);
  await third.stop();
  rmSync(key);
  expect(saysMissing(await startTestBot(discord, { databasePath }))).toBe(true);
});
