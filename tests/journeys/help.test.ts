// /help as different people read it: what they may use, and how thanks work with what this server chose.
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { features } from '../../src/features.ts';
import { startTestBot } from '../support/bot.ts';
import { startTown } from '../support/town.ts';

async function open() {
  const town = await startTown();
  const ada = town.guild.person('Ada', {
    roles: [town.guild.role('Admins', { permissions: Bits.ManageGuild })],
  });
  const { bot } = await startTestBot(town.discord);
  return { ...town, ada, bot };
}

const commands = features.flatMap((feature) => feature.commands ?? []);
const mentioned = (text: string) => [...text.matchAll(/<\/([\w-]+):\d+>/g)].map(([, name]) => name);

test('a member is told of what they may use, alone, and of nothing else', async () => {
  const { alice, bob, help } = await open();
  const answer = await alice.runs('/help', {}, { in: help });
  expect(answer.ephemeral).toBe(true);
  expect(bob.sees(help)).toEqual([]);
  const open_ = commands.filter(({ type, requires }) => type === 'slash' && requires === undefined);
  expect(mentioned(answer.text)).toEqual(open_.map(({ name }) => name));
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
  expect([...mentioned(forOwner.text)].sort()).toEqual([...all].sort());
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
