// Answers in time: a slow handler is deferred to the right audience and answered then, and what Discord drops is said again.
import {
  ApplicationCommandType,
  AutocompleteInteraction,
  ChannelType,
  Events,
  InteractionType,
} from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { textView } from '../../src/core/views.ts';
import { createClient } from '../../src/discord/client.ts';
import { CommandDirectory, publishCommands } from '../../src/discord/commands.ts';
import type { Answer, Feature } from '../../src/discord/feature.ts';
import { Router } from '../../src/discord/router.ts';
import { testContext } from '../support/context.ts';
import { startTown } from '../support/town.ts';

/** Later than this Discord no longer takes a first answer, in ms. */
const TOO_LATE_MS = 3_000;

/** A feature whose handlers answer when the test says so: /private, /public, and a button that answers in place. */
async function open() {
  const town = await startTown();
  const { ctx, clock, log } = testContext();
  const client = createClient({ ...ctx.config, token: town.discord.bot.token, apiUrl: town.discord.apiUrl });
  const handlers: { answer: (answer: Answer) => void; fail: (err: Error) => void }[] = [];
  const slowly = () =>
    new Promise<Answer>((answer, fail) => {
      handlers.push({ answer, fail });
    });
  const command = { type: 'slash', description: 'commands.help.description', options: {} } as const;
  const feature: Feature = {
    name: 'slow',
    commands: [
      { ...command, name: 'private', answers: 'privately', run: slowly },
      { ...command, name: 'public', answers: 'publicly', run: slowly },
    ],
    components: [{ action: 'press', answers: 'inPlace', run: slowly }],
  };
  const directory = new CommandDirectory();
  const router = new Router(ctx, [feature], directory);
  router.attach(client, [feature]);
  onTestFinished(async () => {
    for (const { answer } of handlers) answer(undefined);
    await client.destroy();
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(town.discord.bot.token);
  await ready;
  if (!client.isReady()) throw new Error('It is ready.');
  await publishCommands(ctx, client, feature.commands ?? [], directory);
  /** The handler that is under way now. */
  const handler = async (n = 1) => {
    await town.discord.until(() => handlers.length >= n, { hint: 'the handler runs' });
    const found = handlers[n - 1];
    if (!found) throw new Error('There is one.');
    return found;
  };
  return { ...town, client, clock, log, router, handler };
}

const withButton = {
  components: [
    { type: 10, content: 'Press' },
    { type: 1, components: [{ type: 2, style: 1, label: 'Go', custom_id: 'slow:press:1' }] },
  ],
};

test.each([
  ['/private', true],
  ['/public', false],
])('%s: slow handlers are deferred in time, and then answered', async (name, ephemeral) => {
  const { alice, help, clock, handler, router } = await open();
  const asked = alice.runs(name, {}, { in: help });
  const { answer } = await handler();
  clock.advance(TOO_LATE_MS - 1_000);
  const shown = await asked;
  expect([shown.kind, shown.ephemeral]).toEqual(['deferred', ephemeral]);
  answer(textView('Here it is.'));
  await router.whenIdle();
  expect([shown.text, shown.ephemeral]).toEqual(['Here it is.', ephemeral]);
});

test('in place: slow handlers are deferred in time, and then the message changes', async () => {
  const { alice, help, clock, handler, router } = await open();
  const asked = alice.runs('/public', {}, { in: help });
  (await handler()).answer(withButton);
  const message = await asked;
  await router.whenIdle();
  const pressed = alice.clicks(message, 'Go');
  const { answer } = await handler(2);
  clock.advance(TOO_LATE_MS - 1_000);
  expect((await pressed).kind).toBe('deferredUpdate');
  expect(message.text).toContain('Press');
  answer(textView('Pressed.'));
  await router.whenIdle();
  expect(message.text).toBe('Pressed.');
});

const callback = { method: 'POST', route: /^\/interactions\/.*\/callback$/ };
const edit = { method: 'PATCH', route: /^\/webhooks\// };

test.each([
  ['is lost on the way', {}],
  ['is done, but the answer is lost', { afterDoing: true }],
])('an edit that %s is made again', async (_what, how) => {
  const { discord, alice, help, clock, handler, router, log } = await open();
  const asked = alice.runs('/private', {}, { in: help });
  const { answer } = await handler();
  clock.advance(TOO_LATE_MS - 1_000);
  const shown = await asked;
  const trouble = discord.weather.fail({ ...edit, status: 502, times: 2, ...how });
  answer(textView('Here it is.'));
  for (const n of [1, 2]) {
    await discord.until(() => trouble.hits === n && clock.waiting > 0, { hint: 'it waits for another try' });
    clock.advance(2_000);
  }
  await router.whenIdle();
  expect(shown.text).toBe('Here it is.');
  log.assertNoErrors();
});

test('a first answer that was heard although Discord said 502 is not taken for a fault', async () => {
  const { discord, alice, help, clock, handler, router, log } = await open();
  const trouble = discord.weather.fail({ ...callback, status: 502, times: 1, afterDoing: true });
  const asked = alice.runs('/private', {}, { in: help });
  (await handler()).answer(textView('Here it is.'));
  await discord.until(() => trouble.hits === 1 && clock.waiting > 0, { hint: 'it waits for another try' });
  clock.advance(2_000);
  const shown = await asked;
  await router.whenIdle();
  expect([shown.text, shown.followUps]).toEqual(['Here it is.', []]);
  log.assertNoErrors();
});

test('what Discord refuses is not said again', async () => {
  const { discord, alice, help, clock, handler, router } = await open();
  const asked = alice.runs('/private', {}, { in: help });
  const { answer } = await handler();
  clock.advance(TOO_LATE_MS - 1_000);
  await asked;
  const trouble = discord.weather.fail({ ...edit, status: 404, code: 10062 });
  answer(textView('Too late.'));
  await router.whenIdle();
  expect(trouble.hits).toBe(1);
});

test('a role that Discord made without saying so is not made twice', async () => {
  const { discord, guild, client } = await open();
  discord.weather.fail({ method: 'POST', route: /\/roles$/, status: 502, times: 1, afterDoing: true });
  const made = client.guilds.cache.get(guild.id)?.roles.create({ name: 'Twin' });
  await expect(made).rejects.toThrow();
  expect([...guild.roles.values()].filter(({ name }) => name === 'Twin')).toHaveLength(1);
});

test('suggestions asked for without a word of what is typed are logged, and end nothing', async () => {
  const { discord, guild, alice, help, client, router, log } = await open();
  const asked = {
    id: discord.world.newId(),
    application_id: discord.bot.id,
    type: InteractionType.ApplicationCommandAutocomplete,
    data: { id: discord.world.newId(), name: 'private', type: ApplicationCommandType.ChatInput, options: [] },
    guild_id: guild.id,
    channel: { id: help.id, type: ChannelType.GuildText },
    member: { user: { id: alice.id, username: 'alice' }, roles: [], permissions: '0' },
    token: 'a-token',
    version: 1,
    locale: 'en-US',
    entitlements: [],
    authorizing_integration_owners: {},
  };
  // The playground, like Discord, never sends this; discord.js makes it of what is sent.
  const interaction: AutocompleteInteraction = Reflect.construct(AutocompleteInteraction, [client, asked]);
  client.emit(Events.InteractionCreate, interaction);
  await router.whenIdle();
  expect(log.lines.filter(({ level }) => level >= 50).map(({ msg }) => msg)).toEqual(['suggestions failed']);
});
