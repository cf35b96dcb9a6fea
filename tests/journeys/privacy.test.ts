// Leaving the leaderboard and coming back, by command and by button, as the member and as others see it.
import { expect, test } from 'vitest';
import { recountDifferences, startTestBot } from '../support/bot.ts';
import { credit } from '../support/recognitions.ts';
import { calm, startTown } from '../support/town.ts';

const HOUR = 3_600_000;

async function open() {
  const town = await startTown();
  const { bot, databasePath, stop } = await startTestBot(town.discord);
  const { guild, help, alice, bob, carl } = town;
  const about = { guildId: guild.id, channelId: help.id };
  await credit(bot.ctx, { from: alice.id, to: bob.id, points: 30, ...about });
  await credit(bot.ctx, { from: alice.id, to: carl.id, points: 10, ...about });
  town.discord.advance(HOUR);
  return { ...town, bot, databasePath, stop };
}

test('off the boards by command: gone for others, explained to oneself, earning on, and back by a button', async () => {
  const town = await open();
  const { bot, help, alice, bob, carl } = town;
  expect((await alice.runs('/leaderboard', {}, { in: help })).text).toContain(`🥇 ${bob.mention} · 30`);

  const answer = await bob.runs('/privacy', { board: 'off' }, { in: help });
  expect(answer.ephemeral).toBe(true);
  expect(answer.text).toMatch(
    /not shown on the leaderboard[\s\S]*still earn points[\s\S]*<\/privacy:\d+> brings you back/,
  );

  const thanks = await alice.replies(await bob.says(help, 'The port is 8080.'), 'thank you!');
  await calm(bot, town);
  expect(thanks.reactions.has('🌿')).toBe(true);

  const board = await carl.runs('/leaderboard', {}, { in: help });
  expect(board.text).toContain(`🥇 ${carl.mention} · 10`);
  expect(board.text).not.toContain(bob.mention);
  const found = await bob.clicks(board, 'Find me');
  expect(found.ephemeral).toBe(true);
  expect(found.text).toMatch(/You are not shown on the boards[\s\S]*\/privacy brings you back/);

  const own = await bob.runs('/profile', {}, { in: help });
  expect(own.text).toContain('40 points');
  expect(own.text).toContain('You are not shown on the boards');
  const seen = await carl.runs('/profile', { member: bob }, { in: help });
  expect(seen.text).toContain('40 points');
  expect(seen.text).not.toMatch(/place|not shown/);

  const back = await bob.clicks(answer, 'Show me again');
  expect(back.text).toContain('You are shown on the leaderboard');
  expect((await carl.runs('/leaderboard', {}, { in: help })).text).toContain(`🥇 ${bob.mention} · 40`);
  expect(await recountDifferences(bot)).toEqual([]);
});

test('asked without a choice it shows how it is; twice is once; a restart changes nothing', async () => {
  const town = await open();
  const { help, bob, carl, discord } = town;
  const asked = await bob.runs('/privacy', {}, { in: help });
  expect(asked.text).toContain('You are shown on the leaderboard');
  expect((await bob.clicks(asked, 'Leave the leaderboard')).text).toContain('not shown');
  expect((await bob.runs('/privacy', { board: 'off' }, { in: help })).text).toContain('not shown');
  await town.stop();
  const { bot } = await startTestBot(discord, { databasePath: town.databasePath });
  expect((await bob.runs('/privacy', {}, { in: help })).text).toContain('not shown');
  expect((await carl.runs('/leaderboard', {}, { in: help })).text).not.toContain(bob.mention);
  expect((await bob.runs('/privacy', { board: 'on' }, { in: help })).text).toContain('You are shown');
  expect((await bob.runs('/privacy', { board: 'on' }, { in: help })).text).toContain('You are shown');
  expect((await carl.runs('/leaderboard', {}, { in: help })).text).toContain(`🥇 ${bob.mention} · 30`);
  expect(await recountDifferences(bot)).toEqual([]);
});

test('who is off the boards, leaves and returns, is still off', async () => {
  const town = await open();
  const { bot, help, bob, carl } = town;
  await bob.runs('/privacy', { board: 'off' }, { in: help });
  await bob.leaves(town.guild);
  await calm(bot, town);
  await bob.joins(town.guild);
  await calm(bot, town);
  expect((await bob.runs('/privacy', {}, { in: help })).text).toContain('not shown');
  expect((await carl.runs('/leaderboard', {}, { in: help })).text).not.toContain(bob.mention);
});

test('by another name: the board calls them so and mentions nobody; a moderator takes an abusive one away', async () => {
  const town = await open();
  const { bot, help, alice, bob, carl, mona } = town;
  const asked = await bob.runs('/privacy', {}, { in: help });
  const taken = await bob.submits(await bob.clicks(asked, 'Go by another name'), { pseudonym: 'Carl' });
  expect(taken.text).toContain('Somebody here is called that');
  const form = await bob.clicks(asked, 'Go by another name');
  expect((await bob.submits(form, { pseudonym: 'Blue Heron' })).text).toContain(
    'It calls you **Blue Heron**',
  );

  const board = await alice.runs('/leaderboard', {}, { in: help });
  expect(board.text).toContain('🥇 *Blue Heron* · 30');
  expect(JSON.stringify(board.message)).not.toContain(bob.id);
  const own = await bob.runs('/leaderboard', {}, { in: help });
  expect(own.text).not.toContain(bob.mention);
  expect(own.text).not.toContain('place **1**');
  const found = await bob.clicks(own, 'Find me');
  expect(found.ephemeral).toBe(true);
  expect(found.text).toContain('place **1**');
  const seen = await carl.runs('/profile', { member: bob }, { in: help });
  expect(seen.text).not.toContain('place');

  const removed = await mona.runs(
    '/pseudonym remove',
    { pseudonym: 'blue heron', reason: 'Unkind' },
    { in: help },
  );
  expect(removed.text).toContain('**Blue Heron** is taken away');
  const after = await alice.runs('/leaderboard', {}, { in: help });
  expect(after.text).toContain('🥇 *Somebody* · 30');
  const audit = await mona.runs('/audit', {}, { in: help });
  expect(audit.text).toMatch(/took a name off the leaderboard · `Blue Heron`[\s\S]*Unkind/);
  expect(audit.text).not.toContain(bob.mention);
  expect((await bob.runs('/privacy', {}, { in: help })).text).toContain('“Unkind”');
  expect(await recountDifferences(bot)).toEqual([]);
});
