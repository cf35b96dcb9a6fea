// The token and what people write: searched for in the log at its most talkative, in errors, in the metrics and in the names of backups.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeBackup } from '../../src/ops/backup.ts';
import { temporaryFolder } from '../support/folder.ts';
import { testLog } from '../support/log.ts';
import { freePort } from '../support/port.ts';
import { startLaurel } from '../support/process.ts';
import { startTown } from '../support/town.ts';

/** Words that stand nowhere else, for each way in which words come in. */
const WORDS = [
  'quixotrical',
  'zwiebelmuster',
  'brontidefoss',
  'ylangovert',
  'przekladnica',
  'marmaladeon',
  'tupelodrift',
  'wollknaeuel',
  'ombrellaio',
  'fjellvidde',
];

test('neither is found anywhere', async () => {
  const { discord, alice, bob, carl, mona, help, forum } = await startTown();
  const folder = temporaryFolder();
  const databasePath = join(folder, 'laurel.db');
  const port = await freePort();
  const laurel = await startLaurel(discord, databasePath, { LOG_LEVEL: 'trace', HTTP_PORT: String(port) });
  const [answer, gratitude, reason, edit, lost, award, title, body, why, direct] = WORDS;
  const helping = await bob.says(help, `Set PORT to ${answer}.`);
  const thanks = await alice.replies(helping, `thank you, ${gratitude}`);
  await discord.until(() => thanks.reactions.has('🌿'), { hint: 'the leaf', timeoutMs: 30_000 });
  await carl.runs('/thanks', { member: bob, reason: `for ${reason}` }, { in: help });
  await alice.edits(thanks, `never mind, ${edit}`);
  // Answers that fail, with what was asked in them.
  const failing = discord.weather.fail({ method: 'POST', route: /\/(callback|messages)/, status: 500 });
  const unlucky = await carl
    .runs('/thanks', { member: alice, reason: `for ${lost}` }, { in: help })
    .catch(() => undefined);
  expect(unlucky?.text ?? '').not.toContain(lost);
  await discord.until(() => failing.hits > 0, { hint: 'an answer failed', timeoutMs: 30_000 });
  discord.weather.clear();
  await mona.runs('/award points', { member: bob, reason: `because of ${award}`, points: 5 }, { in: help });
  const post = await carl.posts(forum, `How do I ${title}?`, `It does not ${body}.`);
  await bob.says(post, `Try ${answer} again.`);
  await mona.runs('/ambassador nominate', { member: bob, why: `always ${why}` }, { in: help });
  await alice.says(alice.dm(discord.bot), `Between us: ${direct}`);
  const marked = await alice.replies(await bob.says(help, 'And restart it.'), `many thanks, ${gratitude}`);
  await discord.until(() => marked.reactions.has('🌿'), {
    hint: 'all before it was heard',
    timeoutMs: 30_000,
  });
  await (await fetch(`http://127.0.0.1:${port}/readyz`)).text();
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  expect(metrics).toContain('laurel_recognitions_total{kind="thanks"}');
  const backups = join(folder, 'backups');
  await makeBackup({ databasePath, folder: backups, kept: 3, now: discord.world.now() });
  laurel.signal('SIGTERM');
  expect(await laurel.ended).toBe(0);
  expect(laurel.lines.length).toBeGreaterThan(3);
  const everything = [...laurel.lines, metrics, ...readdirSync(folder), ...readdirSync(backups)].join('\n');
  const secrets = [discord.bot.token, ...WORDS];
  expect(secrets.filter((secret) => everything.includes(secret))).toEqual([]);
}, 120_000);

test('a query that fails takes no values into the log', () => {
  const { log, lines } = testLog();
  const message =
    'Failed query: insert into "recognitions" ("reason") values (?)\nparams: for your\n    at great help';
  const err = new Error(message, { cause: new Error('database is locked') });
  log.error({ err }, 'a listener failed');
  const [line] = lines.map((one) => JSON.stringify(one));
  expect(line).toContain('insert into');
  expect(line).toContain('database is locked');
  expect(line).not.toContain('great help');
  expect(line).not.toContain('for your');
});
