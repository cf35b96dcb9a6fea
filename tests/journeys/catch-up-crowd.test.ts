// What a crowd said while Laurel was away, in more channels than the connection takes questions in a minute: all authors are known.
import { expect, test } from 'vitest';
import { settingsSchema } from '../../src/core/settings.ts';
import { standingOf } from '../../src/core/standings.ts';
import { findQuestion } from '../../src/features/questions/store.ts';
import { startTestBot } from '../support/bot.ts';
import { saveSettings } from '../support/ladder.ts';
import { calm, startTown } from '../support/town.ts';

const REQUEST_GUILD_MEMBERS = 8;
const PEOPLE = 2_600;
const CHANNELS = 130;

test('the roles and nicknames of 2,600 authors in 130 channels are known, by as few questions as hold them', async () => {
  const town = await startTown({ rateLimits: 'off' });
  const { discord, guild, forum, alice } = town;
  const staff = guild.role('Staff');
  const channels = Array.from({ length: CHANNELS }, (_, n) => guild.textChannel(`room-${n}`));
  const first = await startTestBot(discord);
  for (const channel of channels) await alice.says(channel, 'Good morning');
  await calm(first.bot, town, 30_000);
  await first.stop();
  const { databasePath } = first;
  saveSettings(
    databasePath,
    guild.id,
    settingsSchema.parse({ questions: { channels: [{ channelId: forum.id }], staffRoleIds: [staff.id] } }),
  );

  const helper = guild.person('bertha', { nick: 'Zephyrine' });
  const sam = guild.person('Sam', { roles: [staff] });
  const question = await alice.posts(forum, 'How do I restart it?', 'It hangs.');
  const crowd = Array.from({ length: PEOPLE }, (_, n) => guild.person(`Person ${n}`));
  const thanked = channels[7];
  if (!thanked) throw new Error('no such channel');
  await helper.says(thanked, 'systemctl restart laurel');
  for (const [n, person] of crowd.entries())
    await person.says(channels[n % CHANNELS] ?? thanked, 'Good evening');
  await sam.says(question, 'systemctl restart laurel');
  await alice.says(thanked, 'thanks Zephyrine, that works');
  const others = Array.from({ length: 30 }, (_, n) => guild.person(`Reader ${n}`));
  const answer = await crowd[5]?.says(thanked, 'Or turn it off and on.');
  for (const one of others) if (answer) await one.reacts(answer, '🙏');

  const asked: string[][] = [];
  discord.on('frame', ({ op, data }) => {
    if (op === REQUEST_GUILD_MEMBERS) asked.push((data as { user_ids: string[] }).user_ids); // what discord.js sends
  });
  const { bot } = await startTestBot(discord, { databasePath });
  await calm(bot, town, 60_000);
  expect(bot.catchUpStates()[0]).toMatchObject({ channelsLeft: 0, channelsUnread: 0 });
  expect(bot.catchUpStates()[0]?.messages).toBeGreaterThan(PEOPLE);
  expect((await bot.ctx.db.read((db) => standingOf(db, guild.id, 'all', helper.id))).points).toBe(10);
  const reactedTo = await bot.ctx.db.read((db) => standingOf(db, guild.id, 'all', crowd[5]?.id ?? ''));
  expect(reactedTo).toMatchObject({ thanksReceived: 30 });
  expect(await bot.ctx.db.read((db) => findQuestion(db, question.id))).toMatchObject({ firstAnswerStaff: 1 });
  const wrote = new Set(crowd.map(({ id }) => id));
  const about = asked.flat().filter((id) => wrote.has(id));
  expect([about.length, new Set(about).size]).toEqual([PEOPLE, PEOPLE]);
  expect(asked.length).toBeLessThanOrEqual(40);
  const ids = new Set([...crowd, ...others].map(({ id }) => `/members/${id}`));
  expect(discord.requests.filter(({ path }) => ids.has(path.slice(path.lastIndexOf('/members/'))))).toEqual(
    [],
  );
}, 90_000);
