// 5,000 hostile messages, names, options, ids and fields over sockets, and one member who floods: nothing breaks, nobody is pinged, nothing leaks, nobody waits.
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import type { Answer } from '../../playground/discord/answer.ts';
import { features } from '../../src/features.ts';
import { recountDifferences, startTestBot } from '../support/bot.ts';
import { forgesCommand, forgesPress } from '../support/forging.ts';
import { CANARY, hostileId, hostileText } from '../support/hostile.ts';
import { calm, startTown } from '../support/town.ts';

const PATIENCE_MS = 600_000;
const COUNTS = { messages: 2_000, commands: 1_300, ids: 1_300, forms: 300, names: 100 } as const;
const STEPS_A_MINUTE = 40;

async function open() {
  const town = await startTown({ rateLimits: 'off' });
  const { guild, help } = town;
  const started = await startTestBot(town.discord);
  const place = await started.bot.client.channels.fetch(help.id);
  if (!place?.isSendable()) throw new Error('The bot can write there');
  const source = help.messages.get((await place.send('Mine.')).id);
  if (!source) throw new Error('It is there');
  const power = Bits.ManageGuild | Bits.ManageRoles | Bits.ManageThreads | Bits.ManageMessages;
  const eve = guild.person('Eve', { roles: [guild.role('Power', { permissions: power })] });
  return { ...town, ...started, source, eve };
}

test('hostile input of every kind', { timeout: PATIENCE_MS }, async () => {
  const town = await open();
  const { bot, log, discord, guild, help, forum, alice, bob, mona, moderator, eve, source } = town;
  await bot.ctx.db.write((tx) =>
    bot.ctx.settings.change(tx, guild.id, discord.world.now(), (settings) => ({
      ...settings,
      questions: {
        ...settings.questions,
        channels: [{ channelId: forum.id, opensThreads: false, removedTagIds: [] }],
      },
    })),
  );
  const who = { person: mona.id, role: moderator.id };
  const forger = { discord, user: eve.user, channel: help };
  const commands = features
    .flatMap((feature) => feature.commands ?? [])
    .filter(({ name }) => name !== 'privacy');
  const known = features.flatMap(({ name, components = [] }) =>
    components
      .filter(({ action }) => !['erase', 'notice', 'leaveOut'].includes(action))
      .map(({ action }) => `${name}:${action}`),
  );
  let steps = 0;
  const step = () => {
    steps += 1;
    if (steps % STEPS_A_MINUTE === 0) discord.advance(60_000);
  };

  let last = await bob.says(help, 'hello');
  for (let i = 0; i < COUNTS.messages; i++) {
    const author = i % 3 === 0 ? alice : i % 3 === 1 ? bob : eve;
    const text = hostileText(i, 2_000, who);
    last = i % 4 === 0 ? await author.replies(last, text) : await author.says(help, text);
    if (i % 10 === 0) await author.edits(last, hostileText(i + 7, 2_000, who));
    if (i % 200 === 0) await calm(bot, town);
    step();
  }
  for (let i = 0; i < COUNTS.names; i++) {
    await alice.posts(forum, hostileText(i, 100, who), hostileText(i + 3, 2_000, who));
    guild.person(hostileText(i, 32, who).trim());
  }
  await calm(bot, town);

  const forms: Answer[] = [];
  for (let i = 0; i < COUNTS.commands; i++) {
    const command = commands[i % commands.length];
    if (!command) continue;
    const number = [0, -1, 2 ** 53, 1e15, 3][i % 5] ?? 1;
    const personId = [alice.id, bob.id, eve.id, discord.bot.user.id][i % 4] ?? bob.id;
    await forgesCommand(forger, command, {
      text: hostileText(i, 4_000, who),
      number,
      personId,
      message: i % 2 === 0 ? last : source,
    });
    step();
  }
  for (let i = 0; i < COUNTS.ids; i++) {
    const values = i % 3 === 0 ? [hostileText(i, 100, who)] : undefined;
    const answer = await forgesPress(forger, source, hostileId(i, known), values);
    if (answer.modal) forms.push(answer);
    step();
  }
  for (const component of [
    'privacy:name:1',
    'setup:form:1:timeZone',
    'setup:form:1:limits',
    'setup:form:1:reactions',
  ])
    forms.push(await forgesPress(forger, source, component));
  const opened = forms.filter(({ modal }) => modal !== undefined);
  expect(opened.length).toBeGreaterThan(0);
  for (let i = 0; i < COUNTS.forms; i++) {
    const form = opened[i % opened.length];
    if (!form?.modal) continue;
    const fields = fieldsOf(form.modal.components).map(({ id, longest }): [string, string] => [
      id,
      hostileText(i, longest, who) || '-',
    ]);
    await eve.submits(form, Object.fromEntries(fields));
    step();
  }
  await calm(bot, town);

  expect(mona.pings.filter(({ author }) => author.id === discord.bot.user.id)).toEqual([]);
  expect(alice.pings.filter(({ author }) => author.id === discord.bot.user.id)).toEqual([]);
  expect(JSON.stringify(log.lines)).not.toContain(CANARY);
  expect(await recountDifferences(bot)).toEqual([]);
  expect((await alice.runs('/help', {}, { in: help })).text).toContain('thanks');
});

/** The text fields of a form, wherever they stand in it. */
function fieldsOf(components: readonly object[]): { id: string; longest: number }[] {
  return components.flatMap((component): { id: string; longest: number }[] => {
    if ('component' in component && typeof component.component === 'object' && component.component)
      return fieldsOf([component.component]);
    if ('components' in component && Array.isArray(component.components))
      return fieldsOf(component.components);
    const isText = 'type' in component && component.type === 4;
    if (!isText || !('custom_id' in component) || typeof component.custom_id !== 'string') return [];
    const longest = 'max_length' in component ? Number(component.max_length) : 4_000;
    return [{ id: component.custom_id, longest }];
  });
}

test('one who runs a thousand commands is told once and then not served; others are', {
  timeout: PATIENCE_MS,
}, async () => {
  const { bot, discord, help, source, eve, carl } = await open();
  const forger = { discord, user: eve.user, channel: help };
  let answered = 0;
  const told: string[] = [];
  const flood = Array.from({ length: 1_000 }, () =>
    forgesPress(forger, source, 'leaderboard:find:1').then(
      (answer) => {
        answered += 1;
        if (answer.text.includes('a lot at once')) told.push(answer.text);
      },
      () => undefined,
    ),
  );
  expect((await carl.runs('/leaderboard', {}, { in: help })).text).not.toBe('');
  await bot.whenIdle();
  discord.advance(4_000);
  await Promise.all(flood);
  expect(answered).toBeLessThan(150);
  expect(told).toHaveLength(1);
  discord.advance(60_000);
  expect((await eve.runs('/help', {}, { in: help })).text).toContain('thanks');
});

test('a thousand thanks by one member in a minute: few are looked at, others’ thanks count', {
  timeout: PATIENCE_MS,
}, async () => {
  const town = await open();
  const { bot, help, alice, bob, carl, eve } = town;
  const said = await bob.says(help, 'The port is 8080.');
  for (let i = 0; i < 1_000; i++) await eve.replies(said, `thank you ${i}`);
  const other = await alice.replies(await carl.says(help, 'And the host?'), 'thanks a lot!');
  await calm(bot, town);
  expect(other.reactions.has('🌿')).toBe(true);
  const [{ n } = { n: 0 }] = await bot.ctx.db.read((db) =>
    db.all<{ n: number }>(
      `select (select count(*) from recognitions where giver_id = '${eve.id}') + (select count(*) from refusals where giver_id = '${eve.id}') as n`,
    ),
  );
  expect(n).toBeGreaterThan(0);
  expect(n).toBeLessThanOrEqual(305);
});
