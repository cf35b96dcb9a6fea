// Answers published for everybody to find: by whom the server trusts with it, credited once they stand there, and taken down again.
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import type { Message } from '../../playground/discord/model.ts';
import type { Person } from '../../playground/discord/people.ts';
import { readableText } from '../../playground/discord/rules/readable-text.ts';
import type { Settings } from '../../src/core/settings.ts';
import { standingOf } from '../../src/core/standings.ts';
import { opensSetup } from '../support/administrator.ts';
import { openCouncil } from '../support/ambassadors.ts';
import { recountDifferences } from '../support/bot.ts';
import { eventually } from '../support/town.ts';

const TIMEOUT_MS = 60_000;

/** A solved question of Alice's, answered by Carl; Mona is a moderator who may manage threads. */
async function open() {
  const town = await openCouncil();
  const { alice, carl, forum, guild, moderator, discord } = town;
  guild.changeRole(moderator, { permissions: Bits.ManageRoles | Bits.ManageThreads });
  const admins = guild.role('Admins', { permissions: Bits.ManageGuild | Bits.ManageRoles });
  const ada = guild.person('Ada', { roles: [admins] });
  const guide = guild.textChannel('guide');
  const change = (make: (settings: Settings) => Settings) =>
    town.bot.ctx.db.write((tx) => town.bot.ctx.settings.change(tx, guild.id, 0, make));
  await change((settings) => ({
    ...settings,
    questions: {
      ...settings.questions,
      channels: [{ channelId: forum.id, opensThreads: false, removedTagIds: [] }],
    },
  }));
  const post = await alice.posts(forum, 'Why does [it] not start?', 'It says EADDRINUSE.', ['bug']);
  const answer = await carl.says(post, 'Set PORT=8080.');
  const other = await carl.says(post, 'Good luck.');
  await town.calm();
  const points = ({ id }: Person) =>
    town.bot.ctx.db.read(async (db) => (await standingOf(db, guild.id, 'all', id)).points);
  const entries = () =>
    [...guide.messages.values()].filter(({ author }) => author.id === discord.bot.user.id);
  return {
    ...town,
    ada,
    guide,
    change,
    post,
    answer,
    other,
    points,
    entries,
    solves: async () => (await alice.uses('Mark as solution', answer)).settled(),
    async publishes(who: Person, message: Message, title?: string) {
      const asked = await who.uses('Publish as answer', message);
      if (!asked.modal) return asked;
      return (await who.submits(asked, title === undefined ? {} : { title })).settled();
    },
  };
}

test('from a solution to an entry that leads to it; twice is once; taken down with its points', {
  timeout: TIMEOUT_MS,
}, async () => {
  const town = await open();
  const { ada, alice, carl, mona, help, guide, answer, other, post, points, entries, discord } = town;
  expect((await town.publishes(mona, answer)).text).toContain('No channel is chosen');
  const setup = await opensSetup(ada, { help }, 'announcements');
  await ada.picks(setup, guide, { customId: 'setup:knowledge:1' });
  expect(setup.text).toContain(`answers worth keeping in <#${guide.id}>`);
  for (const [who, isTold] of [
    [mona, true],
    [alice, false],
  ] as const) {
    const told = await who.runs('/help', {}, { in: help });
    await who.picks(told, 'questions');
    expect(told.text.includes('Publish as answer')).toBe(isTold);
  }
  expect((await town.publishes(mona, answer)).text).toContain('not the solution of a solved question');
  await town.solves();
  await town.calm();
  expect((await town.publishes(alice, answer)).text).toContain('Answers are published by staff');
  expect((await town.publishes(mona, other)).text).toContain('not the solution of a solved question');
  expect((await town.publishes(mona, answer, '   ')).text).toContain('Give it a title');
  expect(entries()).toEqual([]);
  const before = await points(carl);
  const pings = [carl, alice, mona].map((who) => who.pings.length);

  const published = await town.publishes(mona, answer);
  expect(published.text).toContain(`Published in <#${guide.id}>`);
  const [entry] = entries();
  if (!entry) throw new Error('It is published');
  const words = readableText(entry);
  expect(words).toContain(
    `[Why does (it) not start?](https://discord.com/channels/${town.guild.id}/${post.id}/${answer.id})`,
  );
  expect(words).toContain(`Answered by ${carl.mention} · published by ${mona.mention}`);
  expect(words).not.toContain('PORT');
  expect([carl, alice, mona].map((who) => who.pings.length)).toEqual(pings);
  await town.calm();
  expect(await points(carl)).toBe(before + 30);
  expect((await carl.runs('/profile', {}, { in: help })).text).toContain('Article');
  expect((await town.publishes(mona, answer)).text).toContain('published already');
  expect((await mona.runs('/audit', {}, { in: help })).text).toContain('published an answer');

  expect((await alice.clicks(entry, 'Take down')).text).toContain('Only whoever published it');
  expect((await carl.clicks(entry, 'Take down')).text).toContain('Taken down');
  await eventually(discord, async () => entries().length === 0, 'the entry is gone');
  expect(await points(carl)).toBe(before);

  // Published again, and this time deleted by hand.
  await town.publishes(mona, answer, 'The port is taken');
  await town.calm();
  expect(await points(carl)).toBe(before + 30);
  const [again] = entries();
  if (!again) throw new Error('It is published again');
  expect(readableText(again)).toContain('The port is taken');
  await town.guild.owner.deletes(again);
  await town.calm();
  expect(await points(carl)).toBe(before);
  expect(await recountDifferences(town.bot)).toEqual([]);
});

test('an Ambassador publishes where it is handed to them; where Discord refuses nothing is credited', {
  timeout: TIMEOUT_MS,
}, async () => {
  const town = await open();
  const { ada, bob, carl, help, guild, guide, botRole, answer, points, entries } = town;
  await town.solves();
  await town.appointed();
  await town.change((settings) => ({ ...settings, knowledgeChannelId: guide.id }));
  expect((await town.publishes(bob, answer)).text).toContain('Answers are published by staff');
  const setup = await opensSetup(ada, { help }, 'ambassadors');
  await ada.picks(setup, ['mayMark', 'mayPublish'], { customId: 'setup:handed:1' });
  expect(setup.text).toContain('they may publish answers');
  const before = await points(carl);
  guild.overwrite(guide, [{ for: botRole, deny: Bits.SendMessages }]);
  expect((await town.publishes(bob, answer)).text).toContain('Discord did not let me post');
  await town.calm();
  expect([await points(carl), entries().length]).toEqual([before, 0]);
  guild.overwrite(guide, []);
  expect((await town.publishes(bob, answer)).text).toContain('Published in');
  await town.restarted();
  await town.calm();
  expect([await points(carl), entries().length]).toEqual([before + 30, 1]);
  expect((await bob.clicks(only(entries()), 'Take down')).text).toContain('Taken down');
});

function only(messages: readonly Message[]): Message {
  const [one] = messages;
  if (!one) throw new Error('There is none');
  return one;
}
