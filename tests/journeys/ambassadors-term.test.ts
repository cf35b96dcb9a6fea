// A term as an Ambassador lives it: asked a month before its end, renewed, paused, stepped down from, or over with thanks.
import { expect, test } from 'vitest';
import { readableText } from '../../playground/discord/rules/readable-text.ts';
import { keepTerms } from '../../src/features/ambassadors/course.service.ts';
import { type Council, DAY, openCouncil } from '../support/ambassadors.ts';
import { eventually } from '../support/town.ts';

const TIMEOUT_MS = 60_000;

async function daysLater(town: Council, days: number): Promise<void> {
  town.discord.advance(days * DAY);
  await keepTerms(town.bot.ctx);
  await keepTerms(town.bot.ctx);
  await town.calm();
}

const staffReads = (town: Council) => [...town.staff.messages.values()].map(readableText).join('\n');

test('asked once a month before the end where they read it, staff see their activity; renewed for another term', {
  timeout: TIMEOUT_MS,
}, async () => {
  const town = await openCouncil();
  await town.appointed();
  const { bob, alice, help } = town;
  await alice.runs('/thanks', { member: bob }, { in: help });
  await daysLater(town, 140);
  const pings = bob.pings.length;
  expect(staffReads(town)).not.toContain('I have asked them');
  await daysLater(town, 15);
  const question = await town.question();
  expect(readableText(question)).toMatch(/your term as Ambassador ends on[\s\S]*What comes next/);
  expect(bob.pings).toHaveLength(pings + 1);
  expect(staffReads(town)).toMatch(/I have asked them what comes next[\s\S]*1 time helped, 0 solutions/);
  expect((await alice.clicks(question, 'Another term')).text).toContain(
    'Only the Ambassador whom it is about',
  );
  await bob.clicks(question, 'Another term');
  expect(readableText(question)).toContain('goes on as Ambassador');
  await town.calm();
  await daysLater(town, 40);
  expect(town.has(bob, town.roles.ambassador)).toBe(true);
  expect((await bob.runs('/ambassador term', {}, { in: help })).text).toContain('This term ends');
  expect(staffReads(town)).toContain('goes on as Ambassador');
});

test('without an answer the term ends with thanks: the role goes, the alumni role comes, once', {
  timeout: TIMEOUT_MS,
}, async () => {
  const town = await openCouncil();
  await town.appointed();
  const { bob, alice, help, discord } = town;
  await daysLater(town, 155);
  const question = await town.question();
  await daysLater(town, 30);
  await eventually(discord, async () => town.has(bob, town.alumni), 'Bob is an alumnus');
  expect(town.has(bob, town.roles.ambassador)).toBe(false);
  expect((await bob.clicks(question, 'Another term')).text).toContain('That term is over');
  expect((await alice.runs('/ambassadors', {}, { in: help })).text).toMatch(
    /those who were[\s\S]*Bob|those who were/,
  );
  await daysLater(town, 2);
  expect(staffReads(town).match(/term as Ambassador is over/g)).toHaveLength(1);
  // And again an Ambassador: the alumni role goes.
  await town.appointed();
  await eventually(discord, async () => !town.has(bob, town.alumni), 'the alumni role goes');
});

test('a leave stops the clock, and ends by itself; meanwhile nothing is asked', {
  timeout: TIMEOUT_MS,
}, async () => {
  const town = await openCouncil();
  await town.appointed();
  const { bob, help } = town;
  const term = await bob.runs('/ambassador term', {}, { in: help });
  const [, ends] = /ends on <t:(\d+):D>/.exec(term.text) ?? [];
  await bob.clicks(term, 'Take a leave');
  expect((await bob.runs('/ambassadors', {}, { in: help })).text).toContain('on leave');
  await daysLater(town, 91);
  const after = await bob.runs('/ambassador term', {}, { in: help });
  const [, later] = /ends on <t:(\d+):D>/.exec(after.text) ?? [];
  expect(Math.round((Number(later) - Number(ends)) / 86_400)).toBe(91);
  expect(staffReads(town)).toContain('leave has lasted as long as a leave can');
});

test('an alumni role that Discord does not let us give is said to staff', {
  timeout: TIMEOUT_MS,
}, async () => {
  const town = await openCouncil();
  await town.appointed();
  const { bob, help, discord, guild } = town;
  guild.moveRole(town.alumni, town.botRole.position + 1);
  await bob.clicks(await bob.runs('/ambassador term', {}, { in: help }), 'Step down');
  await eventually(discord, async () => staffReads(town).includes('role for alumni'), 'staff are told');
  expect(town.has(bob, town.roles.ambassador)).toBe(false);
});

test('what a server hands to Ambassadors: they mark solutions anywhere, in their term and not on leave', {
  timeout: TIMEOUT_MS,
}, async () => {
  const town = await openCouncil();
  await town.appointed();
  const { bob, alice, carl, forum, guild, help, bot } = town;
  const change = (mayMark: boolean) =>
    bot.ctx.db.write((tx) =>
      bot.ctx.settings.change(tx, guild.id, 0, (settings) => ({
        ...settings,
        questions: {
          ...settings.questions,
          channels: [{ channelId: forum.id, opensThreads: false, removedTagIds: [] }],
        },
        ambassadors: { ...settings.ambassadors, mayMark },
      })),
    );
  await change(false);
  const post = await alice.posts(forum, 'Why?', 'It does not start.', ['bug']);
  const answer = await carl.says(post, 'Turn it on.');
  await town.calm();
  expect((await bob.uses('Mark as solution', answer)).text).toContain('Whoever asked may still say so');
  await change(true);
  await bob.clicks(await bob.runs('/ambassador term', {}, { in: help }), 'Take a leave');
  expect((await bob.uses('Mark as solution', answer)).text).toContain('Whoever asked may still say so');
  await bob.clicks(await bob.runs('/ambassador term', {}, { in: help }), 'I am back');
  expect((await (await bob.uses('Mark as solution', answer)).settled()).text).toContain('solution');
  expect((await bob.runs('/ambassadors', {}, { in: help })).text).toContain(bob.mention);
});
