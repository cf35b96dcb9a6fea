// /help as different people read it: what they may use, and how thanks work with what this server chose.
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { features } from '../../src/features.ts';
import { startTestBot } from '../support/bot.ts';
import { calm, startTown } from '../support/town.ts';

async function open() {
  const town = await startTown();
  const ada = town.guild.person('Ada', {
    roles: [town.guild.role('Admins', { permissions: Bits.ManageGuild })],
  });
  const { bot } = await startTestBot(town.discord);
  return { ...town, ada, bot };
}

const commands = features.flatMap((feature) => feature.commands ?? []);
const mentioned = (text: string) => [...text.matchAll(/<\/([\w -]+):\d+>/g)].map(([, name]) => name);

test('a member is told of what they may use, alone, and of nothing else', async () => {
  const { alice, bob, help } = await open();
  const answer = await alice.runs('/help', {}, { in: help });
  expect(answer.ephemeral).toBe(true);
  expect(bob.sees(help)).toEqual([]);
  const open_ = commands.filter(({ type, requires }) => type === 'slash' && requires === undefined);
  expect(mentioned(answer.text.slice(answer.text.indexOf('What you can do')))).toEqual(
    open_.map(({ name }) => name),
  );
  expect(answer.text).not.toContain('/setup');
  expect(answer.text).not.toContain('For moderators');
  for (const { name } of commands.filter(({ type, requires }) => type !== 'slash' && requires === undefined))
    expect(answer.text).toContain(`**${name}**`);
});

test('each with their rights; the owner is told of everything, and it fits in one message', async () => {
  const { ada, mona, guild, help } = await open();
  const forAda = await ada.runs('/help', {}, { in: help });
  expect(mentioned(forAda.text)).toContain('setup');
  const forMona = await mona.runs('/help', {}, { in: help });
  expect(mentioned(forMona.text)).not.toContain('setup');
  const forOwner = await guild.owner.runs('/help', {}, { in: help });
  const all = commands.filter(({ type }) => type === 'slash').map(({ name }) => name);
  expect([...new Set(mentioned(forOwner.text))].sort()).toEqual([...all].sort());
  expect(forOwner.text.length).toBeLessThan(4000);
});

test('it says how thanks work here', async () => {
  const { ada, alice, help, news } = await open();
  const setup = await ada.runs('/setup', { section: 'channels' }, { in: help });
  await ada.picks(setup, [news], { customId: 'setup:channels:1:everywhere' });
  const answer = await alice.runs('/help', {}, { in: help });
  expect(answer.text).toContain(`I notice it in every channel except <#${news.id}>.`);
  expect(answer.text).toContain('🙏 ❤️ for thanks, ⬆️ ⭐ for a good answer');
  expect(answer.text).toContain('Each thank-you gives them 10 points');
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
  expect((await alice.runs('/help', {}, { in: help })).text).toContain(said);
  await ada.picks(setup, [only], { customId: 'setup:channels:1:only' });
  expect((await alice.runs('/help', {}, { in: help })).text).toContain(`I notice it in <#${only.id}>.`);
  guild.deleteChannel(only);
  await calm(bot, town);
  const answer = await alice.runs('/help', {}, { in: help });
  expect(answer.text).toContain(said);
  expect(answer.text).not.toContain('🙏');
});
