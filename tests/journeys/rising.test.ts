// Tiers by rule through the whole bot: thanks that make a Helper, the ladder, a holiday, rules tried and applied, a longer ladder.
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import type { Settings } from '../../src/core/settings.ts';
import { emptyRequirements } from '../../src/features/rising/suggested.rules.ts';
import { startTestBot } from '../support/bot.ts';
import { announcements, keepTrue, openPromotions, saveSettings, startLadder } from '../support/ladder.ts';
import { calm, eventually } from '../support/town.ts';

/** A town in which a thank-you makes a Helper, and three a Guide. */
async function open(over: Partial<Settings> = {}) {
  const town = await startLadder();
  const { discord, guild } = town;
  const { bot, databasePath } = await startTestBot(discord);
  const asks = [{ points: 10 }, { points: 30, peopleHelped: 3, solutions: 2 }, { points: 900 }];
  saveSettings(databasePath, guild.id, {
    ...town.settings,
    rising: { byRule: true, roles: 'replace' },
    tiers: town.settings.tiers.map((tier, rung) => ({
      ...tier,
      ...(asks[rung] && { requirements: { ...emptyRequirements, ...asks[rung] } }),
    })),
    ...over,
  });
  const ada = guild.person('Ada', {
    roles: [guild.role('Admin', { permissions: PermissionFlagsBits.ManageGuild })],
  });
  return { ...town, ada, bot, databasePath, stored: openPromotions(databasePath) };
}

test('a thank-you makes a Helper by rule, and /tiers says what is to go', async () => {
  const town = await open();
  const { discord, alice, bob, help, stored, roles, guild, bot } = town;
  const stayed = keepTrue(town, stored);
  const question = await alice.says(help, 'Why does it hang?');
  const answer = await bob.replies(question, 'Restart it.');
  await alice.replies(answer, 'thank you, that was it');
  await eventually(discord, async () => stored.tierOf(bob) === 'helper', 'Bob is Helper');
  await calm(bot, town);
  expect(guild.members.get(bob.id)?.roles).toContain(roles.helper.id);
  expect(announcements(town)).toHaveLength(1);

  const ladder = await (await bob.runs('/tiers', {}, { in: help })).settled();
  expect(ladder.text).toContain('You became **Helper**');
  expect(ladder.text).toContain('To **Guide**: two solutions from two more people and 20 points to go.');
  const newcomer = await (await alice.runs('/tiers', {}, { in: help })).settled();
  expect(newcomer.text).toContain('You hold no tier yet.');
  stayed();
});

test('a holiday is taken, shown, and called off; a day that is none is explained', async () => {
  const { bob, help } = await open();
  const wrong = await (await bob.runs('/leave', { from: '3/4', to: '5/4' }, { in: help })).settled();
  expect(wrong.text).toContain('I could not read that as a day.');
  const none = await (await bob.runs('/leave', {}, { in: help })).settled();
  expect(none.text).toContain('None is planned.');
  const taken = await (await bob.runs('/leave', { to: 'Tomorrow' }, { in: help })).settled();
  expect(taken.text).toMatch(/you are on holiday from today \(<t:\d+:D>\) to <t:\d+:D>\. Enjoy/);
  const ended = await (await bob.clicks(taken, 'I am back')).settled();
  expect(ended.text).toContain('Called off.');
  expect(ended.text).toContain('None is planned.');
});

test('the days of a holiday are offered while they are typed, today and tomorrow by name', async () => {
  const { bob, help } = await open();
  const offered = async (to: string) =>
    (await bob.completes('/leave', { to }, { in: help })).map(({ name }) => name);
  const [first, second, ...others] = await offered('');
  expect([first, second]).toEqual([
    expect.stringMatching(/day, .+ \d+, \d{4} \(today\)$/),
    expect.stringMatching(/ \(tomorrow\)$/),
  ]);
  expect(others.join()).not.toContain('(');
  expect(await offered('tom')).toEqual([second]);
  // What is understood as it stands is offered as the date that it means.
  expect(await offered('+1')).toEqual([second?.replace(' (tomorrow)', '')]);
  expect(await offered('someday')).toEqual([]);
});

test('a reader of another language says tomorrow in theirs', async () => {
  const { guild, help } = await open();
  const greta = guild.person('Greta', { locale: 'de' });
  const taken = await (await greta.runs('/leave', { from: 'morgen' }, { in: help })).settled();
  expect(taken.text).toMatch(/one day of holiday, <t:\d+:D>\./);
});

test('rules are tried, seen, and applied to what was given', async () => {
  const town = await open();
  const { discord, ada, alice, bob, carl, help, stored, bot } = town;
  for (const one of [alice, carl]) {
    const thanked = await bob.replies(await one.says(help, 'How?'), 'So.');
    await one.replies(thanked, 'thanks a lot');
  }
  await eventually(discord, async () => stored.tierOf(bob) === 'helper', 'Bob is Helper');
  await calm(bot, town);

  const panel = await (await ada.runs('/rules try', {}, { in: help })).settled();
  expect(panel.text).toContain('Nothing is changed yet.');
  const points = await ada.clicks(panel, 'Points for help');
  await (await ada.submits(points, { thanks: '500' })).settled();
  expect(panel.text).toContain('10 → 500');
  await (await ada.clicks(panel, 'Show what would change')).settled();
  await discord.until(() => panel.text.includes('What would change'), { timeoutMs: 30_000 });
  expect(panel.text).toContain(`${bob.mention}: +980`);
  expect(panel.text).toContain('Nobody would rise');
  await (await ada.clicks(panel, 'Apply, also to the last 90 days')).settled();
  await discord.until(() => panel.text.includes('2 recognitions are worth something else now'), {
    timeoutMs: 30_000,
  });
  const profile = await (await bob.runs('/profile', {}, { in: help })).settled();
  expect(profile.text).toContain('1,000 points');
  await expect(bob.runs('/rules try', {}, { in: help })).rejects.toThrow('may not use /rules');
});

test('the ladder grows and shrinks in /setup, and a contradiction is refused', async () => {
  const { ada, help, bot, guild } = await open();
  const ladder = async () => (await bot.ctx.settings.of(guild.id)).tiers.map(({ key, name }) => name ?? key);
  const panel = await (await ada.runs('/setup', { section: 'tiers' }, { in: help })).settled();
  const form = await ada.clicks(panel, 'Add a tier');
  await (await ada.submits(form, { name: 'Sage' })).settled();
  expect(panel.text).toContain('Sage');
  expect(await ladder()).toEqual(['helper', 'guide', 'expert', 'Sage', 'ambassador']);

  const asks = await ada.clicks(panel, 'What takes time');
  await (await ada.submits(asks, { activeDays: '91', activeWithinDays: '90' })).settled();
  expect(panel.text).toContain('Nobody can help on 91 days within 90 days.');
  await (await ada.clicks(panel, 'Remove this tier')).settled();
  expect(await ladder()).toEqual(['helper', 'guide', 'expert', 'ambassador']);
});
