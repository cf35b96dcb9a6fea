// What cannot be marked, and by whom: a clear private answer each time, and nothing half-done.
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../playground/discord/answer.ts';
import { type HelpForum, openHelpForum } from '../support/help-forum.ts';

type Scene = Awaited<ReturnType<HelpForum['asked']>>;

const refusals: [string, (town: HelpForum, scene: Scene) => Promise<Answer>, RegExp][] = [
  [
    'outside a thread',
    async ({ alice, bob, help }) => alice.uses('Mark as solution', await bob.says(help, 'Hello')),
    /not a question I know of/,
  ],
  [
    'in a thread of no help channel',
    async ({ alice, bob, forum }) => {
      const thread = await alice.posts(forum, 'Chat', 'Hello');
      return alice.uses('Mark as solution', await bob.says(thread, 'Hello to you'));
    },
    /not a question I know of/,
  ],
  [
    'somebody else’s question',
    ({ carl }, { answer }) => carl.uses('Mark as solution', answer),
    /Only whoever asked/,
  ],
  [
    '/solved in somebody else’s, before there is a list to choose from',
    ({ carl }, { thread }) => carl.runs('/solved', {}, { in: thread }),
    /Only whoever asked/,
  ],
  [
    '/reopen of somebody else’s',
    ({ carl }, { thread }) => carl.runs('/reopen', {}, { in: thread }),
    /Only whoever asked/,
  ],
  [
    '/reopen of an open one',
    ({ alice }, { thread }) => alice.runs('/reopen', {}, { in: thread }),
    /is open as it is/,
  ],
  [
    'the question itself',
    async ({ alice }, { thread }) => {
      const first = thread.messages.get(thread.id);
      if (!first) throw new Error('no first message');
      return alice.uses('Mark as solution', first);
    },
    /the question itself/,
  ],
  [
    'a bot’s message',
    async ({ alice, guild }, { thread }) => {
      const robot = guild.person('Robot', { bot: true });
      return alice.uses('Mark as solution', await robot.says(thread, 'beep'));
    },
    /not written by a member/,
  ],
  [
    'a deleted message',
    async ({ alice, bob }, { thread, answer }) => {
      await bob.deletes(answer);
      return alice.runs('/solved', { message: answer.id }, { in: thread });
    },
    /cannot find that message/,
  ],
  [
    'a message of another channel',
    async ({ alice, bob, help, guild }, { thread }) => {
      const elsewhere = await bob.says(help, 'Hello');
      const message = `https://discord.com/channels/${guild.id}/${help.id}/${elsewhere.id}`;
      return alice.runs('/solved', { message }, { in: thread });
    },
    /not in this question/,
  ],
  [
    'a message of another channel, by its id',
    async ({ alice, bob, help }, { thread }) =>
      alice.runs('/solved', { message: (await bob.says(help, 'Hello')).id }, { in: thread }),
    /cannot find that message/,
  ],
  [
    'another server’s link',
    ({ alice }, { thread }) =>
      alice.runs('/solved', { message: 'https://discord.com/channels/1/2/3' }, { in: thread }),
    /neither the link nor the ID/,
  ],
  [
    'words',
    ({ alice }, { thread }) => alice.runs('/solved', { message: 'the `first` one' }, { in: thread }),
    /neither the link/,
  ],
];

describe('refused, privately, with the reason', () => {
  test.each(refusals)('%s', async (_what, run, reason) => {
    const town = await openHelpForum();
    const scene = await town.asked();
    await town.calm();
    const answer = await run(town, scene);
    expect([answer.ephemeral, answer.text]).toEqual([true, expect.stringMatching(reason)]);
    await town.calm();
    expect(await town.question(scene.thread)).toMatchObject({ state: 'answered' });
    expect([await town.points(town.bob), await town.marked(scene.thread)]).toEqual([0, []]);
  });

  test('✅ by somebody who may not, on the question itself and on a bot’s message changes nothing', async () => {
    const town = await openHelpForum();
    const { thread, answer } = await town.asked();
    const robot = town.guild.person('Robot', { bot: true });
    const beep = await robot.says(thread, 'beep');
    const first = thread.messages.get(thread.id);
    await town.carl.reacts(answer, '✅');
    if (first) await town.alice.reacts(first, '✅');
    await town.alice.reacts(beep, '✅');
    await town.calm();
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
  });
});

test('two hundred proposals at once are all posted, and each once', { timeout: 60_000 }, async () => {
  const town = await openHelpForum();
  const threads = [];
  for (let i = 0; i < 200; i++) {
    const asker = town.guild.person(`Asker${i}`);
    const thread = await asker.posts(town.support, `Question ${i}`, 'How does that work?');
    await town.bob.says(thread, 'Like this: set the port in `worker.toml`.');
    threads.push({ asker, thread });
  }
  await town.calm();
  await Promise.all(threads.map(({ asker, thread }) => asker.says(thread, 'thank you')));
  await town.calm();
  for (let i = 0; i < 20; i++) {
    town.discord.advance(10_000);
    await town.calm();
  }
  const proposals = threads.map(
    ({ thread }) =>
      town.carl.sees(thread).filter(({ message }) => message.author.id === town.discord.bot.user.id).length,
  );
  expect(proposals).toEqual(threads.map(() => 1));
});
