// The port over the real discord.js: what nobody waits for lets others go first, and leaves the connection free for them.
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import type { Actions } from '../../src/core/actions.ts';
import { createActions } from '../../src/discord/actions.ts';
import { startAsking } from '../support/asking.ts';

async function open() {
  const town = await startAsking();
  return { ...town, actions: createActions(town.client, town.members) };
}

const unhurried: [string, (actions: Actions, threadId: string) => Promise<{ done: boolean }>][] = [
  ['a look at a thread', (actions, id) => actions.thread(id)],
  ['what was said since', (actions, id) => actions.messagesAfter(id, '0', 10)],
];

test.each(unhurried)('%s is asked for after what somebody waits for', async (_what, look) => {
  const { actions, discord, help, alice } = await open();
  const ids: string[] = [];
  for (let n = 0; n < 42; n++) ids.push((await alice.opensThread(help, `Thread ${n}`)).id);
  const [unwaited, waitedFor] = [ids.slice(0, 30), ids.slice(30)];
  const asked: (string | undefined)[] = [];
  discord.on('request', ({ path }) => asked.push(path.split('/')[2]));
  const answers = await Promise.all([
    ...unwaited.map((id) => look(actions, id)),
    ...waitedFor.map((id) => actions.messagesBefore(id, id, 10)),
  ]);
  expect(answers.every(({ done }) => done)).toBe(true);
  expect(asked).toHaveLength(42);
  // A few go at once after a quiet time; the rest waits for everybody else.
  expect(unwaited).toEqual(expect.arrayContaining(asked.slice(-6)));
});

test('who can read a channel is asked at once for somebody who waits, and in turn otherwise', async () => {
  const { actions, discord, guild, alice, bob, mona, moderator, asked, untilAsked } = await open();
  const office = guild.textChannel('office', {
    overwrites: [
      { for: guild.everyone, deny: PermissionFlagsBits.ViewChannel },
      { for: moderator, allow: PermissionFlagsBits.ViewChannel },
      { for: discord.bot, allow: PermissionFlagsBits.ViewChannel },
    ],
  });
  const people = [alice.id, bob.id, mona.id];
  const inTurn = Array.from({ length: 41 }, () => actions.readersAmong(office.id, people, 'inTurn'));
  await discord.until(() => asked.length === 40);
  expect(await actions.readersAmong(office.id, people, 'atOnce')).toEqual({ done: true, value: [mona.id] });
  expect(asked).toHaveLength(41);
  await untilAsked(42, 1_200);
  for (const answer of await Promise.all(inTurn)) expect(answer).toEqual({ done: true, value: [mona.id] });
});
