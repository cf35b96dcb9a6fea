// One's own data, over sockets: read, taken along, deleted, also after leaving and in direct messages; and left out of everything.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { OptionValues } from '../../playground/discord/command-options.ts';
import { audit, recognitions } from '../../src/core/schema.ts';
import { features } from '../../src/features.ts';
import { recountDifferences, startTestBot } from '../support/bot.ts';
import { credit } from '../support/recognitions.ts';
import { calm, startTown } from '../support/town.ts';

async function open() {
  const town = await startTown();
  const { bot, databasePath, log } = await startTestBot(town.discord);
  const { guild, help, alice, bob, carl } = town;
  const about = { guildId: guild.id, channelId: help.id };
  await credit(bot.ctx, { from: alice.id, to: bob.id, points: 30, ...about, reason: 'a kind word' });
  await credit(bot.ctx, { from: bob.id, to: carl.id, points: 10, ...about });
  town.discord.advance(3_600_000);
  const holds = (bytes: string) =>
    readdirSync(dirname(databasePath)).filter((name) =>
      readFileSync(join(dirname(databasePath), name)).includes(bytes),
    );
  return { ...town, bot, log, holds };
}

test('what is kept is told in words, and handed over as a file for oneself alone', async () => {
  const { help, bob } = await open();
  const answer = await bob.runs('/privacy', {}, { in: help });
  expect(answer.text).toContain('What I keep of you');
  const kept = await bob.clicks(answer, 'What is kept, and why');
  expect(kept.ephemeral).toBe(true);
  expect(kept.text).toMatch(/never kept[\s\S]*Who helped whom[\s\S]*after 30 days/);
  const exported = await (await bob.clicks(answer, 'Get my data')).settled();
  expect(exported.ephemeral).toBe(true);
  expect(exported.message?.attachments.map(({ filename }) => filename)).toEqual(['laurel-data.json']);
});

test('deleted in the server, after a question: the id is on the disk no more, others keep their totals', async () => {
  const town = await open();
  const { bot, help, bob, alice, carl, holds, log } = town;
  expect(holds(bob.id)).not.toEqual([]);
  const asked = await bob.clicks(await bob.runs('/privacy', {}, { in: help }), 'Delete my data…');
  expect(asked.text).toContain('cannot be undone');
  expect((await bob.clicks(asked, 'Keep it')).text).toContain('Nothing was deleted');
  expect(holds(bob.id)).not.toEqual([]);
  const again = await bob.clicks(await bob.runs('/privacy', {}, { in: help }), 'Delete my data…');
  const done = await bob.clicks(again, 'Delete all of it');
  await town.discord.until(() => done.text.includes('It is deleted'), { timeoutMs: 20_000 });
  await calm(bot, town);
  expect(holds(bob.id)).toEqual([]);
  expect(JSON.stringify(log.lines.filter(({ level }) => level >= 30))).not.toContain(bob.id);
  const board = await carl.runs('/leaderboard', {}, { in: help });
  expect(board.text).toContain(`${carl.mention} · 10`);
  expect(board.text).not.toMatch(/<@0/);
  expect(await recountDifferences(bot)).toEqual([]);
  // Somebody new, who may be thanked.
  await alice.replies(await bob.says(help, 'The port is 8080.'), 'thank you!');
  await calm(bot, town);
  expect((await bob.runs('/profile', {}, { in: help })).text).toContain('10 points');
  expect(await recountDifferences(bot)).toEqual([]);
});

test('deleted in direct messages, after leaving the server', async () => {
  const town = await open();
  const { bot, guild, discord, bob, holds } = town;
  const dm = bob.dm(discord.bot);
  await bob.leaves(guild);
  await calm(bot, town);
  const answer = await bob.runs('/privacy', {}, { in: dm });
  expect(answer.text).toContain('Here you can see what I keep of you');
  expect((await (await bob.clicks(answer, 'Get my data')).settled()).message?.attachments).toHaveLength(1);
  const asked = await bob.clicks(answer, 'Delete my data…');
  const done = await bob.clicks(asked, 'Delete all of it');
  await town.discord.until(() => done.text.includes('It is deleted'), { timeoutMs: 20_000 });
  expect(holds(bob.id)).toEqual([]);
  expect(await recountDifferences(bot)).toEqual([]);
});

test('the door for direct messages is narrow: /privacy and its buttons, nothing else', () => {
  const open = features.flatMap(({ name, commands = [], components = [] }) => [
    ...commands.filter(({ direct }) => direct).map((command) => `/${command.name}`),
    ...components.filter(({ direct }) => direct).map(({ action }) => `${name}:${action}`),
  ]);
  const buttons = ['kept', 'export', 'delete', 'keep', 'erase'].map((action) => `privacy:${action}`);
  expect(open).toEqual(['/privacy', ...buttons]);
});

test('noticed only by command: neither words nor reactions count, either way; /thanks does', async () => {
  const town = await open();
  const { bot, help, alice, bob, discord } = town;
  const answer = await bob.runs('/privacy', {}, { in: help });
  expect((await bob.picks(answer, 'undetected')).text).toContain('I notice no thanks');
  const said = await bob.says(help, 'The port is 8080.');
  const words = await alice.replies(said, 'thank you!');
  await alice.reacts(said, '🙏');
  const other = await bob.replies(await alice.says(help, 'Yours is 9090.'), 'thank you so much!');
  await calm(bot, town);
  expect(words.reactions.has('🌿') || other.reactions.has('🌿')).toBe(false);
  expect((await bob.runs('/profile', {}, { in: help })).text).toContain('30 points');
  discord.advance(3_600_000);
  await alice.runs('/thanks', { member: bob }, { in: help });
  await calm(bot, town);
  expect((await bob.runs('/profile', {}, { in: help })).text).toContain('40 points');
});

test('nobody awards, nominates or promotes who is left out, and the answer says so', async () => {
  const town = await open();
  const { bot, guild, help, bob, mona } = town;
  const helper = guild.role('Helper');
  await bot.ctx.db.write((tx) =>
    bot.ctx.settings.change(tx, guild.id, town.discord.world.now(), (settings) => ({
      ...settings,
      tiers: settings.tiers.map((tier) => (tier.key === 'helper' ? { ...tier, roleId: helper.id } : tier)),
    })),
  );
  guild.moveRole(town.botRole, 9);
  await bob.picks(await bob.runs('/privacy', {}, { in: help }), 'leftOut');
  await calm(bot, town);
  const noted = () =>
    bot.ctx.db.read((db) => [...db.select().from(recognitions).all(), ...db.select().from(audit).all()]);
  const before = await noted();
  const about = { member: bob, reason: 'kind' };
  const orders: [string, OptionValues][] = [
    ['/award points', about],
    ['/badges grant', { ...about, badge: 'alumni' }],
    ['/promote', about],
    ['/ambassador nominate', { member: bob, why: 'kind' }],
  ];
  for (const [line, options] of orders) {
    const answer = await mona.runs(line, options, { in: help });
    await town.discord.until(() => answer.text.includes('I record nothing of them'), { hint: line });
  }
  await calm(bot, town);
  expect(await noted()).toEqual(before);
  expect(bob.pings.filter(({ author }) => author.id === town.discord.bot.user.id)).toEqual([]);
});

test('left out: nothing is recorded and no command answers, until one comes back', async () => {
  const town = await open();
  const { bot, guild, help, forum, alice, bob, discord } = town;
  await bot.ctx.db.write((tx) =>
    bot.ctx.settings.change(tx, guild.id, discord.world.now(), (settings) => ({
      ...settings,
      questions: {
        ...settings.questions,
        channels: [{ channelId: forum.id, opensThreads: false, removedTagIds: [] }],
      },
    })),
  );
  const answer = await bob.runs('/privacy', {}, { in: help });
  await bob.picks(answer, 'leftOut');
  expect(answer.text).toContain('I record nothing of you from now on');
  expect(answer.text).not.toContain('still earn');
  const before = await bot.ctx.db.read((db) => db.select().from(recognitions).all());
  await alice.replies(await bob.says(help, 'The port is 8080.'), 'thank you!');
  await bob.reacts(await alice.says(help, 'Yours is 9090.'), '🙏');
  const post = await bob.posts(forum, 'How do I start it?', 'It does not start.');
  await alice.says(post, 'Try npm start.');
  await calm(bot, town);
  expect((await alice.runs('/thanks', { member: bob }, { in: help })).text).toContain('chose to be left out');
  expect((await bob.runs('/profile', {}, { in: help })).text).toMatch(
    /left out of everything[\s\S]*<\/privacy:\d+>/,
  );
  expect(await bot.ctx.db.read((db) => db.select().from(recognitions).all())).toEqual(before);
  const asked = await bot.ctx.db.read((db) => db.all<{ n: number }>('select count(*) as n from questions'));
  expect(asked).toEqual([{ n: 0 }]);
  await bob.picks(await bob.runs('/privacy', {}, { in: help }), 'noticed');
  await alice.replies(await bob.says(help, 'And 8081 for tests.'), 'thank you!');
  await calm(bot, town);
  expect((await bob.runs('/profile', {}, { in: help })).text).toContain('40 points');
});
