// Laurel is killed while it leaves its sign: when the thanks are taken back afterwards, nothing of the sign stays.
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { onTestFinished, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { temporaryFolder } from '../support/folder.ts';
import { saveSettings } from '../support/ladder.ts';
import { startLaurel } from '../support/process.ts';
import { eventually, startTown } from '../support/town.ts';

/** How Laurel asks for each sign. */
const SIGNING = {
  reaction: { method: 'PUT', route: /\/reactions\/[^/]+\/@me$/ },
  reply: { method: 'POST', route: /\/channels\/\d+\/messages$/ },
} as const;

/** What the database says, whoever else has it open. */
function counting(databasePath: string, query: string): () => Promise<number> {
  const db = new Sqlite(databasePath, { readonly: true });
  onTestFinished(() => void db.close());
  const statement = db.prepare<[], number>(query).pluck();
  return async () => statement.get() ?? 0;
}

test.each(['reaction', 'reply'] as const)('a sign that is a %s', { timeout: 60_000 }, async (sign) => {
  const { discord, guild, help, alice, bob } = await startTown();
  const databasePath = join(temporaryFolder(), 'laurel.db');
  const laurel = await startLaurel(discord, databasePath);
  saveSettings(databasePath, guild.id, { ...DEFAULT_SETTINGS, sign });
  const { method, route } = SIGNING[sign];
  const stop = discord.on('request', (request) => {
    if (request.method === method && route.test(request.path)) laurel.kill();
  });
  const thanks = await alice.replies(await bob.says(help, 'Set PORT=8080.'), 'thank you!');
  await laurel.ended;
  stop();
  const fromLaurel = () =>
    [...help.messages.values()].filter(({ author }) => author.id === discord.bot.user.id);
  const signs = () => thanks.reactions.size + fromLaurel().length;
  await discord.until(() => signs() === 1, { hint: 'Discord has done it' });

  const trouble = discord.weather.hang({ method, route });
  await startLaurel(discord, databasePath);
  await discord.until(() => trouble.hits > 0, { hint: 'it is tried again', timeoutMs: 10_000 });
  await alice.edits(thanks, 'Never mind, that was something else');
  const live = counting(databasePath, 'select count(*) from recognitions where revoked_at is null');
  await eventually(discord, async () => (await live()) === 0, 'the thanks are taken back');
  trouble.end();
  const owed = counting(databasePath, "select count(*) from effects where state = 'waiting'");
  await eventually(discord, async () => signs() === 0 && (await owed()) === 0, 'nothing of the sign is left');
});
