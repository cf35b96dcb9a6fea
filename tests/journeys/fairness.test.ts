// Fair play as people meet it: noticed, held, answered, reversed, undone; awards and their way back; the audit; and who may not.
import { describe, expect, test } from 'vitest';
import type { Person } from '../../playground/discord/people.ts';
import { opensSetup, openTown } from '../support/administrator.ts';
import { recountDifferences, startTestBot } from '../support/bot.ts';
import { credit } from '../support/recognitions.ts';
import { calm, startTown } from '../support/town.ts';

const HOUR = 3_600_000;

async function open() {
  const town = await startTown();
  const started = await startTestBot(town.discord);
  const { guild, help, moderator } = town;
  const max = guild.person('Max', { roles: [moderator] });
  const about = { guildId: guild.id, channelId: help.id };
  const give = (from: Person, to: Person) => credit(started.bot.ctx, { from: from.id, to: to.id, ...about });
  return { ...town, ...started, max, give };
}

/** Opens /review, has everything looked through, and waits until that is done: the list with what was found. */
async function looksThrough(moderator: Person, { bot, help }: Awaited<ReturnType<typeof open>>) {
  const looked = await moderator.clicks(
    await moderator.runs('/review', {}, { in: help }),
    'Look through now',
  );
  await bot.whenIdle();
  return looked;
}

/** Three who thank each other, among askers and helpers who have nothing to do with it. */
async function withRing() {
  const town = await open();
  const { guild, alice, bob, carl, discord, give } = town;
  for (let i = 0; i < 20; i++) await give(guild.person(`Asker ${i}`), guild.person(`Helper ${i % 4}`));
  const ring = [alice, bob, carl];
  for (let n = 0; n < 3; n++)
    for (const from of ring)
      for (const to of ring) {
        if (from === to) continue;
        discord.advance(HOUR);
        await give(from, to);
      }
  return town;
}

test('a case: looked for, held, seen and answered by the one concerned, dismissed, and undone', async () => {
  const town = await withRing();
  const { mona, max, alice, help, bot } = town;
  const list = await mona.runs('/review', {}, { in: help });
  expect(list.ephemeral).toBe(true);
  expect(list.text).toContain('Nothing to decide.');
  const looked = await mona.clicks(list, 'Look through now');
  await bot.whenIdle();
  expect(looked.text).toContain('1 new case');
  const shown = await mona.clicks(looked, 'Look');
  expect(shown.text).toMatch(/Case 1[\s\S]*Opened[\s\S]*3 people recognised each other 18 times/);
  expect(shown.text).toContain(`https://discord.com/channels/${town.guild.id}/${help.id}/`);
  expect((await alice.runs('/profile', {}, { in: help })).text).toContain('60 points');

  const held = await mona.clicks(shown, 'Hold');
  expect(held.text).toMatch(/✅ Held[\s\S]*Held <t:\d+:R> by/);
  const profile = await alice.runs('/profile', {}, { in: help });
  expect(profile.text).not.toContain('60 points');
  expect(profile.text).toMatch(/were held for review[\s\S]*Held for review: no points meanwhile/);
  const seenByOthers = await max.runs('/profile', { member: alice }, { in: help });
  expect(seenByOthers.text).not.toMatch(/review/i);

  const form = await alice.clicks(profile, 'Answer the moderators');
  const kept = await alice.submits(form, { answer: 'We are a study group.' });
  expect(kept.text).toContain('Moderators read your answer');
  expect((await alice.clicks(profile, 'Answer the moderators')).text).toContain('answered already');
  expect((await alice.runs('/profile', {}, { in: help })).text).toContain('Moderators have your answer');

  const again = await max.runs('/review', { case: 1 }, { in: help });
  const answers = await max.clicks(again, '1 answer');
  expect(answers.text).toMatch(new RegExp(`${alice.mention}[\\s\\S]*We are a study group`));
  const back = await max.clicks(answers, 'Back to the case');
  expect((await max.clicks(back, 'Dismiss')).text).toContain('✅ Dismissed');
  expect((await alice.runs('/profile', {}, { in: help })).text).toContain('60 points');
  // Mona's page is from before: she is told who decided, and nothing happens.
  expect((await mona.clicks(held, 'Dismiss')).text).toContain(
    `${max.mention} has decided this case meanwhile`,
  );
  const undone = await max.clicks(await max.runs('/review', { case: 1 }, { in: help }), 'Undo');
  expect(undone.text).toContain('✅ Undone');
  expect(await recountDifferences(bot)).toEqual([]);
});

test('a reversal has a reason that those concerned read, and can be undone after a restart', async () => {
  const town = await withRing();
  const { mona, bob, help, discord } = town;
  const looked = await looksThrough(mona, town);
  const form = await mona.clicks(await mona.clicks(looked, 'Look'), 'Reverse…');
  await town.stop();
  const { bot } = await startTestBot(discord, { databasePath: town.databasePath });
  const reversed = await mona.submits(form, { reason: 'Thanks for nothing but thanks.' });
  expect(reversed.text).toContain('✅ Reversed');
  const profile = await bob.runs('/profile', {}, { in: help });
  expect(profile.text).toMatch(/Moderators reversed some recognitions[\s\S]*Thanks for nothing but thanks\./);
  expect(profile.text).not.toContain('60 points');
  const audit = await mona.runs('/audit', { member: bob }, { in: help });
  expect(audit.text).toMatch(
    new RegExp(`${mona.mention} reversed the recognitions of a case[\\s\\S]*Thanks for nothing`),
  );
  const dossier = async () => (await mona.runs('/ambassador dossier', { member: bob }, { in: help })).text;
  expect(await dossier()).toContain('6 recognitions were reversed by moderators');
  expect((await mona.clicks(reversed, 'Undo')).text).toContain('✅ Undone');
  expect(await dossier()).toContain('Nothing was reversed by moderators');
  expect((await bob.runs('/profile', {}, { in: help })).text).toContain('60 points');
  expect(await recountDifferences(bot)).toEqual([]);
});

test('whoever a case is about cannot decide it, moderator or not', async () => {
  const town = await open();
  const { mona, max, guild, give, discord } = town;
  for (let i = 0; i < 20; i++) await give(guild.person(`Asker ${i}`), guild.person(`Helper ${i % 4}`));
  for (let n = 0; n < 4; n++) {
    discord.advance(HOUR);
    await give(mona, max);
    discord.advance(HOUR);
    await give(max, mona);
  }
  const looked = await looksThrough(mona, town);
  const refused = await mona.clicks(await mona.clicks(looked, 'Look'), 'Dismiss');
  expect(refused.text).toContain('You are one of the people this case is about');
});

describe('awards', () => {
  test('are given with a reason, seen in the profile, listed, and taken back with one', async () => {
    const town = await open();
    const { mona, max, bob, help, bot } = town;
    const given = await mona.runs('/award points', { member: bob, reason: 'wrote the guide' }, { in: help });
    expect(given.ephemeral).toBe(true);
    expect(given.text).toMatch(/10 points for[\s\S]*wrote the guide[\s\S]*9 more awards today/);
    const profile = await bob.runs('/profile', {}, { in: help });
    expect(profile.text).toMatch(new RegExp(`Award from ${mona.mention}[\\s\\S]*wrote the guide`));
    const list = await max.runs('/award list', { member: bob }, { in: help });
    const form = await max.clicks(list, 'Take it back');
    const back = await max.submits(form, { reason: 'it was Carl' });
    expect(back.text).toContain('Taken back: 10 points');
    expect((await max.runs('/award list', { member: bob }, { in: help })).text).toContain('No award');
    const audit = await mona.runs('/audit', {}, { in: help });
    expect(audit.text).toMatch(
      /took an award back[\s\S]*it was Carl[\s\S]*awarded points[\s\S]*wrote the guide/,
    );
    // A moderator corrected a moderator: it is not held against Bob.
    const dossier = await mona.runs('/ambassador dossier', { member: bob }, { in: help });
    expect(dossier.text).toContain('Nothing was reversed by moderators');
    expect(await recountDifferences(bot)).toEqual([]);
  });

  test('to oneself, and for more than the server gives, are refused', async () => {
    const { mona, bob, help } = await open();
    expect((await mona.runs('/award points', { member: mona, reason: 'me' }, { in: help })).text).toContain(
      'Ask another moderator',
    );
    expect(
      (await mona.runs('/award points', { member: bob, reason: 'much', points: 500 }, { in: help })).text,
    ).toContain('at most 10 points');
  });
});

test('who lost the right can press nothing any more; who never had it sees no such command', async () => {
  const town = await withRing();
  const { guild, mona, moderator, help, bot, alice } = town;
  const looked = await looksThrough(mona, town);
  const shown = await mona.clicks(looked, 'Look');
  guild.take(mona, moderator);
  await calm(bot, town);
  expect((await mona.clicks(shown, 'Hold')).text).toContain('You do not have the rights');
  expect((await alice.runs('/profile', {}, { in: help })).text).toContain('60 points');
  expect((await alice.runs('/help', {}, { in: help })).text).not.toMatch(/<\/(?:review|audit|award)/);
});

test('an administrator chooses whether it is looked through by night, and how many awards there are', async () => {
  const town = await openTown();
  const { ada, mona, bob, help } = town;
  const answer = await opensSetup(ada, town, 'fairPlay');
  expect(answer.text).toContain('10 awards a day for each moderator');
  await ada.picks(answer, 'off', { customId: 'setup:watch:1' });
  await ada.picks(answer, '0', { customId: 'setup:awards:1' });
  expect(answer.text).toContain('I look only when a moderator asks me to · no awards');
  expect(await town.settings()).toMatchObject({ fairPlay: { watch: false }, awardsPerDay: 0 });
  const refused = await mona.runs('/award points', { member: bob, reason: 'guide' }, { in: help });
  expect(refused.text).toContain('This server gives no awards');
});

test('the audit says which setting became what, which days a holiday has, and names nobody whose data was deleted', async () => {
  const town = await openTown();
  const { ada, mona, alice, bob, help, discord } = town;
  await ada.picks(await opensSetup(ada, town, 'fairPlay'), '5', { customId: 'setup:awards:1' });
  await bob.runs('/leave', { from: '+10', to: '+12' }, { in: help });
  await mona.runs('/award points', { member: alice, reason: 'guide' }, { in: help });
  const asked = await alice.clicks(await alice.runs('/privacy', {}, { in: help }), 'Delete my data…');
  const done = await alice.clicks(asked, 'Delete all of it');
  await discord.until(() => done.text.includes('It is deleted'));
  const audit = await mona.runs('/audit', {}, { in: help });
  expect(audit.text).toMatch(
    /changed a setting · <t:\d+:R>\n-# Fair play: 10 awards a day for each moderator → 5 awards a day for each moderator/,
  );
  expect(audit.text).toMatch(/took a holiday · <t:\d+:R>\n-# From <t:\d+:D> to <t:\d+:D>/);
  expect(audit.text).toMatch(/awarded points · \*somebody \(data deleted\)\* · <t:\d+:R>\n-# 10 points/);
  expect(audit.text).not.toContain(alice.id);
});
