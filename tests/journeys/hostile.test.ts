// Thousands of hostile messages, names, options, ids, values and fields over sockets: nothing breaks, nobody is pinged, nothing leaks.
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { type Random, randomFrom } from '../../bench/random.ts';
import type { Answer } from '../../playground/discord/answer.ts';
import type { Message } from '../../playground/discord/model.ts';
import { features } from '../../src/features.ts';
import { recountDifferences, startTestBot } from '../support/bot.ts';
import { forgesCommand, forgesPress, PLAIN } from '../support/forging.ts';
import { CANARY, hostileId, hostileText, hostileValues } from '../support/hostile.ts';
import { calm, startTown } from '../support/town.ts';

const PATIENCE_MS = 300_000;
/** A thousand for each of five seeds. */
const SEEDS = [1, 2, 3, 4, 5];
const COUNTS = { messages: 380, posts: 20, commands: 240, presses: 300, forms: 60 } as const;
/** So many interactions at once are allowed; then a minute has to pass. */
const STEPS_A_MINUTE = 40;
/** Numbers that nobody types by hand. */
const NUMBERS = [0, -1, 2 ** 53, -(2 ** 53), 1e15, 3];
/** Leaving everything and erasing would end the story for the one who forges; privacy has journeys of its own. */
const ENDS_THE_STORY = new Set(['privacy', 'privacy:erase', 'privacy:leaveOut', 'privacy:notice']);

const commands = features
  .flatMap((feature) => feature.commands ?? [])
  .filter(({ name }) => !ENDS_THE_STORY.has(name));
const components = features
  .flatMap(({ name, components: all = [] }) => all.map(({ action }) => `${name}:${action}`))
  .filter((name) => !ENDS_THE_STORY.has(name));
const FORMS = [
  'privacy:name:1',
  'setup:form:1:timeZone',
  'setup:form:1:limits',
  'setup:form:1:help',
  'setup:form:1:reactions',
  'setup:form:1:tier:guide',
  'setup:form:1:newTier',
  'setup:form:1:earned:guide',
];

async function open(random: Random) {
  const town = await startTown({ rateLimits: 'off' });
  const { discord, guild, help, forum, mona, moderator } = town;
  const started = await startTestBot(discord);
  const { bot } = started;
  await bot.ctx.db.write((tx) =>
    bot.ctx.settings.change(tx, guild.id, discord.world.now(), (settings) => ({
      ...settings,
      questions: {
        ...settings.questions,
        channels: [{ channelId: forum.id, opensThreads: false, removedTagIds: [] }],
      },
    })),
  );
  const place = await bot.client.channels.fetch(help.id);
  if (!place?.isSendable()) throw new Error('The bot can write there');
  const source = help.messages.get((await place.send(PLAIN)).id);
  if (!source) throw new Error('It is there');
  const targets = { person: mona.id, role: moderator.id };
  const power = Bits.ManageGuild | Bits.ManageRoles | Bits.ManageThreads | Bits.ManageMessages;
  const named = (roles: Parameters<typeof guild.person>[1]) =>
    guild.person(hostileText(random, 32, targets).replaceAll(/\s+/g, ' ').trim(), roles);
  const eve = named({ roles: [guild.role('Power', { permissions: power })] });
  let steps = 0;
  return {
    ...town,
    ...started,
    source,
    targets,
    eve,
    crowd: [named({}), named({}), town.alice],
    forger: { discord, user: eve.user, channel: help },
    /** After each interaction: what it led to is waited for, so that no answer is overtaken by the clock. */
    async step(): Promise<void> {
      steps += 1;
      if (steps % STEPS_A_MINUTE !== 0) return;
      await bot.whenIdle();
      discord.advance(60_000);
    },
  };
}
type Town = Awaited<ReturnType<typeof open>>;

async function talk(town: Town, random: Random): Promise<void> {
  const { discord, help, forum, crowd, targets } = town;
  const text = () => hostileText(random, 2_000, targets);
  let last = await random.pick(crowd).says(help, text());
  for (let i = 0; i < COUNTS.messages; i++) {
    const author = random.pick(crowd);
    last = random.among(1, 3) === 1 ? await author.replies(last, text()) : await author.says(help, text());
    if (random.among(1, 8) === 1) await author.edits(last, text());
    if (i % 20 === 0) discord.advance(60_000);
  }
  for (let i = 0; i < COUNTS.posts; i++) {
    const post = await random.pick(crowd).posts(forum, hostileText(random, 100, targets), text());
    await random.pick(crowd).says(post, text());
  }
  await calm(town.bot, town, PATIENCE_MS);
}

async function runCommands(town: Town, random: Random): Promise<void> {
  const { discord, forger, crowd, bob, eve, targets, source, help } = town;
  const people = [...crowd, bob, eve, discord.bot].map((one) => ('user' in one ? one.user.id : ''));
  const messages = [...help.messages.values()].filter(({ author }) => author.id !== discord.bot.user.id);
  for (let i = 0; i < COUNTS.commands; i++) {
    const command = commands[i % commands.length];
    if (!command) throw new Error('There are commands');
    await forgesCommand(forger, command, {
      text: hostileText(random, 4_000, targets),
      number: random.pick(NUMBERS),
      personId: random.pick(people),
      message: random.pick([...messages, source]),
    });
    await town.step();
  }
}

/** Presses everything there is, with any arguments and any values; returns the forms that opened. */
async function pressEverything(town: Town, random: Random): Promise<Answer[]> {
  const { forger, source, targets, alice, help, guild, moderator } = town;
  const things = [alice.id, help.id, guild.id, moderator.id, source.id, 'guide', 'on', 'yes', '1'];
  const forms: Answer[] = [];
  for (let i = 0; i < COUNTS.presses; i++) {
    const id = hostileId(random, components[i % components.length] ?? '', things);
    const values = random.share() < 0.6 ? hostileValues(random, things, targets) : undefined;
    const answer = await forgesPress(forger, source, id, values);
    if (answer.modal) forms.push(answer);
    await town.step();
  }
  for (const id of FORMS) forms.push(await forgesPress(forger, source, id));
  return forms.filter(({ modal }) => modal !== undefined);
}

async function fillInForms(town: Town, random: Random, forms: readonly Answer[]): Promise<void> {
  for (let i = 0; i < COUNTS.forms; i++) {
    const form = forms[i % forms.length];
    if (!form?.modal) throw new Error('There are forms');
    const fields = fieldsOf(form.modal.components).map(({ id, longest }): [string, string] => [
      id,
      hostileText(random, longest, town.targets) || '-',
    ]);
    await town.eve.submits(form, Object.fromEntries(fields));
    await town.step();
  }
}

/** The text fields of a form, wherever they stand in it. */
function fieldsOf(parts: readonly object[]): { id: string; longest: number }[] {
  return parts.flatMap((part): { id: string; longest: number }[] => {
    if ('component' in part && typeof part.component === 'object' && part.component)
      return fieldsOf([part.component]);
    if ('components' in part && Array.isArray(part.components)) return fieldsOf(part.components);
    const isText = 'type' in part && part.type === 4;
    if (!isText || !('custom_id' in part) || typeof part.custom_id !== 'string') return [];
    return [{ id: part.custom_id, longest: 'max_length' in part ? Number(part.max_length) : 4_000 }];
  });
}

/** Every text in a message of the bot's that people read. */
function textsIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    typeof value === 'string' && ['content', 'label', 'description', 'placeholder'].includes(key)
      ? [value]
      : textsIn(value),
  );
}

function messagesOfBot({ discord }: Town): Message[] {
  return [...discord.world.channels.values()].flatMap((channel) =>
    [...channel.messages.values(), ...channel.ephemerals.values()].filter(
      ({ author }) => author.id === discord.bot.user.id,
    ),
  );
}

test.each(SEEDS)(
  'a thousand hostile inputs of every kind (seed %i)',
  { timeout: PATIENCE_MS },
  async (seed) => {
    const random = randomFrom(seed);
    const town = await open(random);
    const { bot, log, discord, help, bob, carl, mona } = town;
    const pingedByBot = ({ pings }: typeof mona) =>
      pings.filter(({ author }) => author.id === discord.bot.user.id);
    await talk(town, random);
    await runCommands(town, random);
    const forms = await pressEverything(town, random);
    await fillInForms(town, random, forms);
    await calm(bot, town, PATIENCE_MS);

    // Whoever is put forward as an Ambassador is asked, with a ping; nobody else, no role and no crowd is.
    expect([...pingedByBot(mona), ...pingedByBot(carl)]).toEqual([]);
    expect(messagesOfBot(town).filter(({ pinged }) => pinged.everyone || pinged.roles.length > 0)).toEqual(
      [],
    );
    expect(JSON.stringify(log.lines)).not.toContain(CANARY);
    expect(await recountDifferences(bot)).toEqual([]);
    const said = messagesOfBot(town).flatMap(({ components: shown }) => textsIn(shown));
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter((text) => /[\u202a-\u202e\u2066-\u2069]|\p{M}{7}/u.test(text))).toEqual([]);
    expect(said.filter((text) => (text.match(/(?<!\\)```/g)?.length ?? 0) % 2 === 1)).toEqual([]);
    // Whoever comes next is served as always.
    expect((await bob.runs('/help', {}, { in: help })).text).toContain('thanks');
  },
);
