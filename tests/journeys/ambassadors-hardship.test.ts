// The way of an Ambassador in bad weather: the bot restarted between any two steps, roles refused, people who leave and return.
import { expect, test } from 'vitest';
import { readableText } from '../../playground/discord/rules/readable-text.ts';
import { DAY, openCouncil } from '../support/ambassadors.ts';
import { announcements, keepTrue, lastWord } from '../support/ladder.ts';
import { eventually } from '../support/town.ts';

const TIMEOUT_MS = 60_000;
const GIVING = { method: 'PUT', route: '/guilds/:guild/members/:user/roles/:role' };
const TAKING = { method: 'DELETE', route: '/guilds/:guild/members/:user/roles/:role' };

test('the bot is restarted between any two steps', { timeout: TIMEOUT_MS }, async () => {
  const town = await openCouncil();
  const { alice, bob, mona, max, nora, help, discord, roles, alumni } = town;
  const restart = () => town.restarted();
  await town.nominates(alice, bob);
  const question = await town.question();
  await restart();
  await bob.clicks(question, 'Yes, please');
  const own = await bob.runs('/ambassador dossier', {}, { in: help });
  await restart();
  const form = await bob.clicks(own, 'Add a few words');
  await restart();
  await bob.submits(form, { statement: 'still here' });
  const dossier = await mona.runs('/ambassador dossier', { member: bob }, { in: help });
  await restart();
  await (await mona.clicks(dossier, 'Start the review')).settled();
  await restart();
  const card = await town.card();
  const vote = await max.clicks(card, '✅ Yes');
  await restart();
  await max.submits(vote, { reason: 'sound' });
  await restart();
  await town.votes(nora, 'Yes', 'steady');
  await restart();
  await eventually(discord, async () => readableText(card).includes('steady'), 'the card shows both votes');
  expect(readableText(card)).toMatch(/still here[\s\S]*2 yes/);
  discord.advance(DAY);
  expect(await town.promotes(mona)).toContain('is now **Ambassador**');
  await restart();
  await town.calm();
  expect(town.has(bob, roles.ambassador)).toBe(true);
  expect(announcements(town)).toHaveLength(1);
  const term = await bob.runs('/ambassador term', {}, { in: help });
  await restart();
  const away = await bob.clicks(term, 'Take a leave');
  expect(away.text).toContain('Enjoy your leave');
  await restart();
  expect((await bob.clicks(away, 'I am back')).text).toContain('Good to have you back');
  await restart();
  await (await bob.clicks(away, 'Step down')).settled();
  await eventually(discord, async () => town.has(bob, alumni), 'Bob is an alumnus');
  expect((await bob.runs('/badges show', {}, { in: help })).text).toContain('🎓');
  await town.calm();
  expect(town.has(bob, roles.ambassador)).toBe(false);
  expect((await alice.runs('/ambassadors', {}, { in: help })).text).toMatch(
    new RegExp(`no Ambassador yet[\\s\\S]*those who were[\\s\\S]*${bob.mention}`),
  );
});

test('Discord refuses the role: no term, no announcement, and the review can be decided again', {
  timeout: TIMEOUT_MS,
}, async () => {
  const town = await openCouncil();
  const done = keepTrue(town, town.stored);
  await town.reviewed();
  const { bob, mona, help, discord, roles } = town;
  const trouble = discord.weather.fail({ ...GIVING, status: 403, code: 50013 });
  expect(await town.promotes(mona)).toContain('did not become **Ambassador**');
  await town.calm();
  expect((await bob.runs('/ambassador term', {}, { in: help })).text).toContain('You are no Ambassador here');
  expect(announcements(town)).toEqual([]);
  const card = await town.card();
  await eventually(
    discord,
    async () => JSON.stringify(card.components).includes('ambassadors:promote'),
    'it can be decided',
  );
  trouble.end();
  expect(await town.promotes(mona)).toContain('is now **Ambassador**');
  await town.calm();
  expect(town.has(bob, roles.ambassador)).toBe(true);
  done();
});

test('Discord is slow with the role: no vote and no other decision meanwhile, and it counts when it comes', {
  timeout: TIMEOUT_MS,
}, async () => {
  const town = await openCouncil();
  await town.reviewed();
  const { bob, mona, max, help, discord, roles } = town;
  const form = await max.clicks(await town.card(), '❌ No');
  discord.weather.fail({ ...GIVING, status: 500 });
  expect(await town.promotes(mona)).toMatch(/as soon as Discord/);
  expect((await max.submits(form, { reason: 'wait' })).text).toContain('This review is over');
  expect((await bob.runs('/ambassador term', {}, { in: help })).text).toContain('You are no Ambassador here');
  discord.weather.clear();
  await eventually(
    discord,
    async () => {
      discord.advance(5 * 60_000);
      return town.has(bob, roles.ambassador);
    },
    'Discord gives the role',
  );
  await town.calm();
  expect((await bob.runs('/ambassador term', {}, { in: help })).text).toContain('Ambassador since');
});

test('/promote to the tier begins a term too; /demote ends it, without honour', {
  timeout: TIMEOUT_MS,
}, async () => {
  const town = await openCouncil();
  const { carl, mona, help, discord, alumni } = town;
  const say = async (line: '/promote' | '/demote', options = {}) =>
    lastWord(
      discord,
      await mona.runs(line, { member: carl, reason: 'as we said', ...options }, { in: help }),
    );
  await carl.runs('/ambassador apply', { why: 'me' }, { in: help });
  expect(await say('/promote', { tier: 'Ambassador' })).toContain('is now **Ambassador**');
  await town.calm();
  expect((await carl.runs('/ambassador term', {}, { in: help })).text).toContain('Ambassador since');
  // The open application is answered by that.
  expect((await mona.runs('/ambassador candidates', {}, { in: help })).text).toContain(
    'Nobody is a candidate',
  );
  expect(await say('/demote')).toContain('down from **Ambassador**');
  await town.calm();
  expect((await carl.runs('/ambassador term', {}, { in: help })).text).toContain('then demoted');
  expect(town.has(carl, alumni)).toBe(false);
});

test('removed for cause: back to where they were, with the reason, without honour', {
  timeout: TIMEOUT_MS,
}, async () => {
  const town = await openCouncil();
  const { bob, alice, mona, help, discord, roles, alumni } = town;
  await lastWord(discord, await mona.runs('/promote', { member: bob, reason: 'helps' }, { in: help }));
  await town.appointed();
  expect(town.has(bob, roles.helper)).toBe(false);
  const remove = async (member = bob, by = mona) =>
    lastWord(
      discord,
      await by.runs('/ambassador remove', { member, reason: 'shared what was private' }, { in: help }),
    );
  expect(await remove(alice)).toContain('is no Ambassador');
  const trouble = discord.weather.fail({ ...GIVING, status: 403, code: 50013 });
  expect(await remove()).toContain('did not become');
  await town.calm();
  expect((await bob.runs('/ambassador term', {}, { in: help })).text).toContain('Ambassador since');
  trouble.end();
  expect(await remove()).toContain('is now **Helper**');
  await town.calm();
  expect([town.has(bob, roles.ambassador), town.has(bob, roles.helper), town.has(bob, alumni)]).toEqual([
    false,
    true,
    false,
  ]);
  expect((await bob.runs('/ambassador term', {}, { in: help })).text).toContain('then removed');
  const audit = await mona.runs('/audit', { member: bob }, { in: help });
  expect(audit.text).toMatch(/removed an Ambassador[\s\S]*shared what was private/);
});

test('an Ambassador who leaves and returns is none; people decide anew', {
  timeout: TIMEOUT_MS,
}, async () => {
  const town = await openCouncil();
  await town.appointed();
  const { bob, alice, mona, guild, help, roles, alumni, discord } = town;
  await bob.leaves(guild);
  await town.calm();
  expect((await alice.runs('/ambassadors', {}, { in: help })).text).toContain('There is no Ambassador yet');
  await bob.joins(guild);
  await town.calm();
  expect([town.has(bob, roles.ambassador), town.has(bob, alumni)]).toEqual([false, false]);
  expect((await bob.runs('/ambassador term', {}, { in: help })).text).toContain('then left the server');
  const dossier = await mona.runs('/ambassador dossier', { member: bob }, { in: help });
  expect(dossier.text).toContain('then left the server');
  expect(
    await lastWord(
      discord,
      await mona.runs('/promote', { member: bob, reason: 'back', tier: 'Ambassador' }, { in: help }),
    ),
  ).toMatch(/is now \*\*Ambassador\*\*[\s\S]*until they left/);
  await town.calm();
  expect((await bob.runs('/ambassador term', {}, { in: help })).text).toContain('This term ends');
});

test('a candidate who leaves in the middle of a review is none any more', {
  timeout: TIMEOUT_MS,
}, async () => {
  const town = await openCouncil();
  await town.reviewed();
  const { bob, mona, guild, discord } = town;
  const card = await town.card();
  const before = await mona.clicks(card, 'Answer: not yet');
  await bob.leaves(guild);
  await eventually(discord, async () => readableText(card).includes('Withdrawn'), 'the card says so');
  expect((await mona.submits(before, { feedback: 'x', days: '9' })).text).toContain('This review is over');
});

test('stepping down where Discord refuses: the term goes on, and a later try works', {
  timeout: TIMEOUT_MS,
}, async () => {
  const town = await openCouncil();
  await town.appointed();
  const { bob, help, discord, roles, alumni } = town;
  const trouble = discord.weather.fail({ ...TAKING, status: 403, code: 50013 });
  const term = await bob.runs('/ambassador term', {}, { in: help });
  const refused = await bob.clicks(term, 'Step down');
  await town.calm();
  expect([refused.text, ...refused.followUps.map(readableText)].join()).toContain(
    'you are an Ambassador still',
  );
  expect([town.has(bob, roles.ambassador), town.has(bob, alumni)]).toEqual([true, false]);
  expect((await bob.runs('/badges show', {}, { in: help })).text).not.toContain('🎓');
  expect((await bob.runs('/ambassador term', {}, { in: help })).text).toContain('This term ends');
  trouble.end();
  await bob.clicks(await bob.runs('/ambassador term', {}, { in: help }), 'Step down');
  await eventually(discord, async () => town.has(bob, alumni), 'Bob is an alumnus');
  expect(town.has(bob, roles.ambassador)).toBe(false);
});
