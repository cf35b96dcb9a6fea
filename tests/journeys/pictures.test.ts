// Profile and leaderboard as pictures: looked at alone, shared by a button, without anybody's hidden name.
import { expect, test } from 'vitest';
import { startTestBot } from '../support/bot.ts';
import { credit } from '../support/recognitions.ts';
import { calm, startTown } from '../support/town.ts';

test('as a picture: for oneself, then for everybody; others cannot share it; a pseudonym stays one', async () => {
  const town = await startTown();
  const { discord, guild, help, alice, bob, carl } = town;
  const { bot } = await startTestBot(discord);
  const about = { guildId: guild.id, channelId: help.id };
  await credit(bot.ctx, { from: alice.id, to: bob.id, points: 30, ...about });
  await credit(bot.ctx, { from: alice.id, to: carl.id, points: 10, ...about });

  const profile = await bob.runs('/profile', {}, { in: help });
  const picture = await (await bob.clicks(profile, 'As picture')).settled();
  expect(picture.ephemeral).toBe(true);
  const [image] = picture.message?.attachments ?? [];
  expect(image?.filename).toBe('profile.webp');
  expect(image?.description).toContain('1 person helped, 0 solutions, 1 thank-you');
  const before = help.messages.size;
  await (await bob.clicks(picture, 'Share')).settled();
  await calm(bot, town);
  const shared = [...help.messages.values()].at(-1);
  expect(help.messages.size).toBe(before + 1);
  expect(shared?.attachments[0]?.description).toContain('Bob');
  expect(shared?.mentions).toEqual([]);

  const form = await bob.clicks(await bob.runs('/privacy', {}, { in: help }), 'Go by another name');
  await bob.submits(form, { pseudonym: 'Blue Heron' });
  const board = await alice.runs('/leaderboard', {}, { in: help });
  const top = await (await carl.clicks(board, 'As picture')).settled();
  expect(top.ephemeral).toBe(true);
  const [drawn] = top.message?.attachments ?? [];
  expect(drawn?.filename).toBe('leaderboard.webp');
  expect(drawn?.description).toMatch(/1\. Blue Heron: 30\n2\. Carl: 10/);
  expect(JSON.stringify(top.message)).not.toContain(bob.id);
  await (await carl.clicks(top, 'Share')).settled();
  await calm(bot, town);
  const posted = [...help.messages.values()].at(-1);
  expect(posted?.attachments[0]?.description).toContain('Blue Heron');
  expect(JSON.stringify(posted)).not.toContain(bob.id);
});
