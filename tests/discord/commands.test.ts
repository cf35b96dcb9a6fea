// The commands as Discord gets them: a golden file, within Discord's limits, published only when they changed.
import { expect, test } from 'vitest';
import { checkCommands } from '../../playground/discord/rules/commands.ts';
import { Texts } from '../../src/core/texts.ts';
import { commandDefinitions } from '../../src/discord/commands.ts';
import { slashCommand } from '../../src/discord/options.ts';
import { features } from '../../src/features.ts';
import { startTestBot } from '../support/bot.ts';
import { startTown } from '../support/town.ts';

const definitions = () =>
  commandDefinitions(
    features.flatMap((feature) => feature.commands ?? []),
    new Texts(),
  );

test('are these', async () => {
  await expect(`${JSON.stringify(definitions(), null, 2)}\n`).toMatchFileSnapshot(
    './__golden__/commands.json',
  );
});

test('are within Discord’s limits', () => {
  expect(checkCommands(definitions())).toBeUndefined();
});

test('of two words are subcommands of one', () => {
  const subcommand = (name: string) =>
    slashCommand({
      name,
      group: 'commands.help.description',
      description: 'commands.thanks.description',
      answers: 'privately',
      options: { member: { type: 'member', description: 'commands.thanks.options.member' } },
      run: async () => undefined,
    });
  const published = commandDefinitions([subcommand('garden water'), subcommand('garden weed')], new Texts());
  expect(checkCommands(published)).toBeUndefined();
  expect(published).toMatchObject([
    {
      name: 'garden',
      description: 'See what you can do here, and how thanks work',
      options: [
        { type: 1, name: 'water', options: [{ name: 'member' }] },
        { type: 1, name: 'weed', options: [{ name: 'member' }] },
      ],
    },
  ]);
});

test('are published once, and again only when they changed', async () => {
  const { discord } = await startTown();
  const published = () =>
    discord.requests.filter(({ method, path }) => method === 'PUT' && path.endsWith('/commands')).length;
  const first = await startTestBot(discord);
  await first.stop();
  expect(published()).toBe(1);
  const second = await startTestBot(discord, { databasePath: first.databasePath });
  await second.stop();
  expect(published()).toBe(1);
});

test('go to the chosen servers at once; one that the bot is not in does not stop it', async () => {
  const { discord, guild, alice, help } = await startTown();
  await startTestBot(discord, {
    commandGuildIds: [guild.id, '123456789012345678'],
    expectErrors: ({ msg }) => msg === 'commands could not be published',
  });
  const answer = await alice.runs('/help', {}, { in: help });
  expect(answer.text).toMatch(/<\/thanks:\d+>/);
});
