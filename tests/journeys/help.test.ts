// /help as different people read it: what they may use, and how thanks work with what this server chose.
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../playground/discord/answer.ts';
import type { Channel } from '../../playground/discord/model.ts';
import type { Person } from '../../playground/discord/people.ts';
import { customId } from '../../src/core/custom-id.ts';
import { addCustomBadge } from '../../src/features/badges/custom.store.ts';
import { features } from '../../src/features.ts';
import { startTestBot } from '../support/bot.ts';
import { forgesPress, PLAIN, saidIn } from '../support/forging.ts';
import { calm, startTown } from '../support/town.ts';

async function open() {
  const town = await startTown();
  const admins = town.guild.role('Admins', { permissions: Bits.ManageGuild });
  const ada = town.guild.person('Ada', { roles: [admins] });
  const { bot } = await startTestBot(town.discord);
  return { ...town, admins, ada, bot };
}

const commands = features.flatMap((feature) => feature.commands ?? []);
const mentioned = (text: string) => [...text.matchAll(/<\/([\w -]+):\d+>/g)].map(([, name]) => name);

/** Everything that somebody is told, one topic after the other, in the place of the first answer. */
async function readsAll(person: Person, place: Channel) {
  const answer = await person.runs('/help', {}, { in: place });
  const glance = answer.text;
  const pages = new Map<string, string>();
  for (const topic of topicsIn(answer)) {
    await person.picks(answer, topic);
    pages.set(topic, answer.text);
  }
  return { answer, glance, pages, all: [glance, ...pages.values()].join('\n') };
}

const topicsIn = ({ message }: Answer) =>
  [...JSON.stringify(message?.components).matchAll(/"value":"(\w+)"/g)].map(([, value]) => value ?? '');

const FOR_ALL = ['thanks', 'questions', 'standing', 'ambassadors', 'choices'];

test('a member is told of what they may use, alone, and of nothing else', async () => {
  const { alice, bob, help } = await open();
  const { answer, glance, pages, all } = await readsAll(alice, help);
  expect(answer.ephemeral).toBe(true);
  expect(bob.sees(help)).toEqual([]);
  expect([...pages.keys()]).toEqual(FOR_ALL);
  const forAll = commands.filter(({ requires, isFor }) => requires === undefined && isFor === undefined);
  const named = (type: string) => forAll.filter((one) => one.type === type).map(({ name }) => name);
  expect([...new Set(mentioned(all))].sort()).toEqual(
    named('slash')
      .filter((name) => name !== 'help')
      .sort(),
  );
  for (const name of [...named('message'), ...named('user')]) expect(all).toContain(`**${name}**`);
  expect(glance.length).toBeLessThan(900);
});

test('each with their rights; the owner is told of everything', async () => {
  const { ada, mona, guild, help } = await open();
  const forAda = await readsAll(ada, help);
  expect([...forAda.pages.keys()]).toEqual([...FOR_ALL, 'running']);
  const forMona = await readsAll(mona, help);
  expect([...forMona.pages.keys()]).toEqual([...FOR_ALL, 'moderating']);
  expect(mentioned(forMona.all)).not.toContain('setup');
  const forOwner = await readsAll(guild.owner, help);
  const all = commands.filter(({ type, name }) => type === 'slash' && name !== 'help');
  expect([...new Set(mentioned(forOwner.all))].sort()).toEqual(all.map(({ name }) => name).sort());
});

test('giving badges is told to those who have one to give', async () => {
  const { alice, bob, guild, help, bot } = await open();
  const mentors = guild.role('Mentors');
  const grace = guild.person('Grace', { roles: [mentors] });
  await bot.ctx.db.write((tx) =>
    addCustomBadge(tx, {
      guildId: guild.id,
      name: 'Kind',
      nameKey: 'kind',
      emoji: '💛',
      description: 'For kindness',
      grantRoleIds: [mentors.id],
      byAmbassadors: false,
      createdBy: bob.id,
      createdAt: bot.ctx.clock.now(),
    }),
  );
  expect(mentioned((await readsAll(grace, help)).all)).toContain('badges grant');
  expect(mentioned((await readsAll(alice, help)).all)).not.toContain('badges grant');
});

test('from a topic there is a way back', async () => {
  const { alice, help } = await open();
  const answer = await alice.runs('/help', {}, { in: help });
  const glance = answer.text;
  await alice.picks(answer, 'standing');
  expect(answer.text).toContain('## See where you stand');
  expect(topicsIn(answer)).toEqual(['overview', ...FOR_ALL]);
  await alice.picks(answer, 'overview');
  expect(answer.text).toBe(glance);
});

test('it says how thanks work here', async () => {
  const { ada, alice, help, news } = await open();
  const setup = await ada.runs('/setup', { section: 'channels' }, { in: help });
  await ada.picks(setup, [news], { customId: 'setup:channels:1:everywhere' });
  const answer = await alice.runs('/help', {}, { in: help });
  await alice.picks(answer, 'thanks');
  expect(answer.text).toContain(`I notice it in every channel except <#${news.id}>.`);
  expect(answer.text).toContain('🙏 ❤️ for thanks, ⬆️ ⭐ for a good answer');
  expect(answer.text).toContain('Each thank-you gives them 10 points');
});

test('what is chosen is not believed: rights are looked at again, and nothing but one’s own answer turns', async () => {
  const { discord, ada, admins, alice, guild, help, bot } = await open();
  const answer = await ada.runs('/help', {}, { in: help });
  guild.take(ada, admins);
  const late = await ada.picks(answer, 'running');
  expect(saidIn(late)).toContain('You do not have the rights for that here.');
  await ada.picks(answer, 'standing');
  expect(topicsIn(answer)).toEqual(['overview', ...FOR_ALL]);
  const forAda = { discord, user: ada.user, channel: help };
  const own = answer.message;
  if (!own) throw new Error('Ada has an answer');
  const unknown = await forgesPress(forAda, own, customId('help', 'topic'), ['everything']);
  expect(saidIn(await unknown.settled())).toContain('from an earlier version of me');

  const place = await bot.client.channels.fetch(help.id);
  if (!place?.isSendable()) throw new Error('The bot can write there');
  const open_ = help.messages.get((await place.send(PLAIN)).id);
  if (!open_) throw new Error('It is there');
  const forger = { discord, user: alice.user, channel: help };
  const forged = await forgesPress(forger, open_, customId('help', 'topic'), ['standing']);
  expect(saidIn(await forged.settled())).toContain('from an earlier version of me');
  expect(JSON.stringify(open_.components)).toContain('Mine.');
});

describe('where nothing was set up', () => {
  test('an administrator is led on to /setup, in a message of its own', async () => {
    const { ada, alice, help } = await open();
    const answer = await ada.runs('/help', {}, { in: help });
    expect(answer.text).toContain('Thanks and the leaderboard work already; nothing has to be set.');
    const led = await ada.clicks(answer, 'Set up Laurel');
    expect(led.ephemeral).toBe(true);
    expect(led.text).toContain('Set up Laurel in Town');
    expect(answer.text).toContain('How I can help in Town');
    expect(ada.sees(help)).toHaveLength(2);
    expect(alice.sees(help)).toEqual([]);
  });

  test('a member reads in two lines that thanks work', async () => {
    const { alice, help } = await open();
    const answer = await alice.runs('/help', {}, { in: help });
    expect(answer.text).toMatch(
      /I am new here, and thanks count already: .*\n<\/leaderboard:\d+> shows who helps most\.\n/,
    );
    expect(alice.sees(help).at(-1)?.buttons).toEqual([]);
    expect(answer.text).toContain('**Thank somebody**');
  });

  test('once something is set, neither is told so any more', async () => {
    const { ada, alice, help } = await open();
    const setup = await ada.runs('/setup', { section: 'sign' }, { in: help });
    await ada.picks(setup, 'reply');
    for (const person of [ada, alice]) {
      const answer = await person.runs('/help', {}, { in: help });
      expect(answer.text).not.toContain('I am new here');
    }
  });
});

test('where Laurel listens nowhere, nobody is told that words or reactions count', async () => {
  const town = await open();
  const { ada, alice, guild, help, bot } = town;
  const only = guild.textChannel('only');
  const setup = await ada.runs('/setup', { section: 'channels' }, { in: help });
  await ada.picks(setup, 'only', { customId: 'setup:mode:1' });
  const said = 'I listen in no channel yet, so thanks in words and reactions do not count.';
  expect((await aboutThanks(alice, help)).text).toContain(said);
  await ada.picks(setup, [only], { customId: 'setup:channels:1:only' });
  expect((await aboutThanks(alice, help)).text).toContain(`I notice it in <#${only.id}>.`);
  guild.deleteChannel(only);
  await calm(bot, town);
  const answer = await aboutThanks(alice, help);
  expect(answer.text).toContain(said);
  expect(answer.text).not.toContain('🙏');
});

async function aboutThanks(person: Person, place: Channel): Promise<Answer> {
  const answer = await person.runs('/help', {}, { in: place });
  await person.picks(answer, 'thanks');
  return answer;
}
