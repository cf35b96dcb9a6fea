// What happens while Laurel is away, or is not told of, is found out afterwards: the result is as if it had been there.
import { expect, test } from 'vitest';
import type { Message } from '../../playground/discord/model.ts';
import type { Person } from '../../playground/discord/people.ts';
import type { Discord } from '../../playground/discord/server.ts';
import { standingOf } from '../../src/core/standings.ts';
import { recountDifferences, startTestBot } from '../support/bot.ts';
import { calm, eventually, startTown } from '../support/town.ts';

const MINUTE = 60_000;

async function open() {
  const town = await startTown();
  let running = await startTestBot(town.discord);
  const { databasePath } = running;
  return {
    ...town,
    lookForLost: () => running.bot.lookForLost(),
    standing: ({ id }: Person) => running.bot.ctx.db.read((db) => standingOf(db, town.guild.id, 'all', id)),
    away: async (meanwhile: () => Promise<unknown>) => {
      await running.stop();
      await meanwhile();
      running = await startTestBot(town.discord, { databasePath });
      await calm(running.bot, town);
      expect(await recountDifferences(running.bot)).toEqual([]);
    },
    calm: () => calm(running.bot, town),
    points: async ({ id }: Person) =>
      (await running.bot.ctx.db.read((db) => standingOf(db, town.guild.id, 'all', id))).points,
    state: () => running.bot.catchUpStates()[0],
  };
}

const hasLeaf = (message: Message) => message.reactions.has('🌿');

test('thanks said while Laurel was away count as of when they were said, with what was said before them', async () => {
  const { help, alice, bob, carl, discord, ...town } = await open();
  const answer = await bob.says(help, 'Set PORT=8080.');
  await town.calm();
  let thanks: Message | undefined;
  let later: Message | undefined;
  await town.away(async () => {
    discord.advance(MINUTE);
    await alice.says(help, 'How do I restart it?');
    await bob.says(help, 'systemctl restart laurel');
    thanks = await alice.says(help, 'thanks, that works');
    discord.advance(30 * MINUTE);
    later = await carl.replies(answer, 'thank you');
    discord.advance(40 * 24 * 60 * MINUTE);
  });
  expect(await town.points(bob)).toBe(20);
  expect([thanks, later].map((one) => one && hasLeaf(one))).toEqual([true, true]);
  expect(await town.standing(bob)).toMatchObject({ thanksReceived: 2, peopleHelped: 2 });
  expect(town.state()).toMatchObject({ isRunning: false, messages: 4, channelsLeft: 0, channelsUnread: 0 });
});

test('thanks by name are for the message that helped, though it was written before Laurel was away', async () => {
  const { help, alice, bob, carl, ...town } = await open();
  const answer = await bob.says(help, 'Set PORT=8080.');
  await town.calm();
  await town.away(async () => {
    await alice.says(help, `thanks ${bob.mention}, that was it`);
  });
  // The same help from the same person, in another way.
  await alice.reacts(answer, '🙏');
  await carl.reacts(answer, '🙏');
  await town.calm();
  expect(await town.points(bob)).toBe(20);
});

test('reactions, edits and deletions of that time are found, and so are those who left', async () => {
  const { help, alice, bob, carl, guild, discord, ...town } = await open();
  const answer = await bob.says(help, 'Set PORT=8080.');
  const other = await carl.says(help, 'And restart it.');
  const deleted = await alice.replies(answer, 'thank you');
  const edited = await alice.replies(other, 'thank you');
  await carl.reacts(answer, '🙏');
  const plain = await bob.says(help, 'Good evening.');
  await town.calm();
  expect([await town.points(bob), await town.points(carl)]).toEqual([20, 10]);
  await town.away(async () => {
    await alice.deletes(deleted);
    await alice.edits(edited, 'no, it did not help');
    await carl.unreacts(answer, '🙏');
  });
  expect([await town.points(bob), await town.points(carl)]).toEqual([0, 0]);
  await town.away(async () => {
    discord.advance(60 * MINUTE);
    await carl.reacts(answer, '🙏');
    await bob.edits(plain, `thanks ${carl.mention}`);
    await alice.reacts(answer, '🙏');
    await bob.leaves(guild);
  });
  expect([await town.points(bob), await town.points(carl)]).toEqual([20, 10]);
});

test('a channel and a thread made meanwhile are read from their beginning, one never seen before from now on', async () => {
  const { help, alice, bob, carl, guild, discord, ...town } = await open();
  const hidden = guild.textChannel('hidden', {
    overwrites: [{ for: discord.bot, deny: 1n << 10n }],
  });
  const said = await bob.says(hidden, 'Try turning it off and on.');
  await alice.replies(said, 'thank you');
  await town.calm();
  expect(await town.points(bob)).toBe(0);
  await town.away(async () => {
    guild.overwrite(hidden, []);
    const fresh = guild.textChannel('fresh');
    await alice.replies(await carl.says(fresh, 'It is in the manual.'), 'thank you');
    discord.advance(60 * MINUTE);
    const thread = await bob.opensThread(await bob.says(help, 'A longer story'), 'A longer story');
    await alice.replies(await carl.says(thread, 'It is on page 3.'), 'thanks!');
    await bob.archives(thread);
  });
  expect([await town.points(bob), await town.points(carl)]).toEqual([0, 20]);
});

test('events that get lost while others come through are found within minutes, without a restart', async () => {
  const { help, alice, bob, carl, discord, ...town } = await open();
  const answer = await bob.says(help, 'Set PORT=8080.');
  await town.calm();
  discord.weather.loseNext(1, 'MESSAGE_CREATE');
  const lost = await alice.replies(answer, 'thank you');
  await carl.replies(answer, 'thank you');
  await town.calm();
  expect(await town.points(bob)).toBe(10);
  await town.lookForLost();
  await town.calm();
  expect([await town.points(bob), hasLeaf(lost)]).toEqual([20, true]);
  // Whatever is told of twice counts once.
  await town.away(async () => undefined);
  expect(await town.points(bob)).toBe(20);
});

test('what is said while others are caught up on waits for its turn', async () => {
  const { help, alice, bob, carl, ...town } = await open();
  await town.away(async () => {
    const answer = await bob.says(help, 'Set PORT=8080.');
    for (let n = 0; n < 250; n++) await carl.says(help, `Note ${n}`);
    await alice.replies(answer, 'thank you');
  });
  expect(await town.points(bob)).toBe(10);
  expect(town.state()?.messages).toBe(252);
});

test('what was missed is asked of Discord once, and nothing that it told already', async () => {
  const { help, alice, bob, carl, discord, ...town } = await open();
  const early = await bob.says(help, 'Set PORT=8080.');
  await town.calm();
  const asked: string[] = [];
  await town.away(async () => {
    await carl.reacts(early, '🙏');
    for (let n = 0; n < 99; n++) await carl.says(help, `Note ${n}`);
    // With this one the page is full, and the last.
    const late = await bob.says(help, 'And restart it.');
    await alice.reacts(late, '🙏');
    await alice.reacts(late, '🎉');
    discord.on('request', ({ method, route, path }) => {
      if (method === 'GET' && path.includes(help.id)) asked.push(route);
    });
  });
  expect(await town.points(bob)).toBe(20);
  expect(asked.sort()).toEqual([
    // What was missed, and the one page of what was there before.
    '/channels/:channel/messages',
    '/channels/:channel/messages',
    '/channels/:channel/messages/:message/reactions/:emoji',
    '/channels/:channel/messages/:message/reactions/:emoji',
    '/channels/:channel/threads/archived/public',
  ]);
});

test('what got lost in a thread that was archived days before a stop is found by what Discord tells anyway, and nothing else is asked', async () => {
  const { help, alice, bob, carl, discord, ...town } = await open();
  const opened = async (name: string) => bob.opensThread(await bob.says(help, name), name);
  const [lost, heard] = [await opened('The first'), await opened('The second')];
  const answer = await bob.says(lost, 'Set PORT=8080.');
  await alice.replies(await carl.says(heard, 'And restart it.'), 'thank you');
  await town.calm();
  await town.lookForLost();
  discord.weather.loseNext(1, 'MESSAGE_CREATE');
  await alice.replies(answer, 'thank you');
  for (const thread of [lost, heard]) await bob.archives(thread);
  await town.calm();
  discord.advance(3 * 24 * 60 * MINUTE);
  await town.lookForLost();
  expect(await town.points(bob)).toBe(0);

  const asked: string[] = [];
  discord.on('request', ({ method, path }) => {
    const thread = [lost, heard].find(({ id }) => path.startsWith(`/channels/${id}`));
    const what = path.endsWith('/threads/archived/public') ? 'archived' : thread?.name;
    if (method === 'GET' && what) asked.push(what);
  });
  await town.away(async () => undefined);
  expect([await town.points(bob), await town.points(carl)]).toEqual([10, 10]);
  expect(new Set(asked)).toEqual(new Set(['archived', 'The first']));

  // Where nothing was lost, it costs nothing.
  asked.length = 0;
  await town.away(async () => discord.advance(3 * 24 * 60 * MINUTE));
  expect(new Set(asked)).toEqual(new Set(['archived']));
});

test('where the latest message was deleted, it is looked once whether any got lost', async () => {
  const { help, alice, bob, discord, ...town } = await open();
  await bob.says(help, 'Set PORT=8080.');
  await alice.deletes(await alice.says(help, 'Which one?'));
  await town.calm();
  let asked = 0;
  discord.on('request', ({ method, path }) => {
    if (method === 'GET' && path === `/channels/${help.id}/messages`) asked += 1;
  });
  for (let look = 0; look < 3; look++) await town.lookForLost();
  expect(asked).toBe(1);
  // Neither said nor deleted in Laurel's hearing: the next start looks, and the one after it does not.
  discord.weather.loseNext(1, 'MESSAGE_CREATE');
  const thread = await bob.opensThread(await bob.says(help, 'A longer story'), 'A longer story');
  discord.weather.loseNext(1, 'MESSAGE_CREATE');
  await alice.deletes(await alice.says(thread, 'Which one?'));
  await bob.archives(thread);
  await town.calm();
  let read = 0;
  discord.on('request', ({ method, path }) => {
    if (method === 'GET' && path === `/channels/${thread.id}/messages`) read += 1;
  });
  const starts: number[] = [];
  for (let start = 0; start < 2; start++) {
    discord.advance(3 * 24 * 60 * MINUTE);
    read = 0;
    await town.away(async () => undefined);
    starts.push(read);
  }
  expect([starts[0] !== 0, starts[1]]).toEqual([true, 0]);
});

test('of messages that were deleted meanwhile, thanks go, whether they were heard before or after the last look', async () => {
  const { help, alice, bob, carl, discord, ...town } = await open();
  const answer = await bob.says(help, 'Set PORT=8080.');
  await town.calm();
  // It got lost, so that what is heard after it is not known to be all.
  discord.weather.loseNext(1, 'MESSAGE_CREATE');
  await carl.says(help, 'A note');
  const gone = [await alice.replies(answer, 'thank you'), await carl.replies(answer, 'thank you')];
  await town.calm();
  expect(await town.points(bob)).toBe(20);
  await town.away(async () => {
    for (const thanks of gone) await (thanks.author.id === alice.id ? alice : carl).deletes(thanks);
  });
  expect(await town.points(bob)).toBe(0);
  expect(town.state()).toMatchObject({ messagesGone: 2 });
});

test.each([
  ['is cut off and has to begin anew', (discord: Discord) => discord.weather.invalidateSessions()],
  ['is cut off and resumes', (discord: Discord) => discord.weather.dropSockets()],
] as const)('in the middle of catching up Laurel %s: all counts, and once', async (_what, cutOff) => {
  const { help, alice, bob, carl, discord, ...town } = await open();
  const early = await bob.says(help, 'Set PORT=8080.');
  await town.calm();
  const meanwhile: Promise<unknown>[] = [];
  let pages = 0;
  let thanks: Message[] = [];
  await town.away(async () => {
    const first = await alice.replies(early, 'thank you');
    for (let n = 0; n < 250; n++) await carl.says(help, `Note ${n}`);
    discord.advance(60 * MINUTE);
    const late = await alice.replies(await bob.says(help, 'And restart it.'), 'thanks, that works');
    thanks = [first, late];
    discord.on('request', ({ path, query }) => {
      if (path !== `/channels/${help.id}/messages` || !query.includes('after=')) return;
      pages += 1;
      if (pages !== 2) return;
      cutOff(discord);
      meanwhile.push(carl.replies(early, 'thank you').then((one) => thanks.push(one)));
    });
  });
  await Promise.all(meanwhile);
  await eventually(discord, async () => thanks.length === 3 && thanks.every(hasLeaf), 'all is caught up');
  await town.calm();
  expect(pages).toBeGreaterThan(2);
  expect(await town.standing(bob)).toMatchObject({ points: 30, thanksReceived: 3, peopleHelped: 2 });
  expect(town.state()).toMatchObject({ isRunning: false, channelsLeft: 0, channelsUnread: 0 });
  await town.away(async () => undefined);
  expect(await town.points(bob)).toBe(30);
});

test('what was said this moment is on its way, not lost: it is looked for once something later came', async () => {
  const town = await startTown();
  const { discord, help, alice, bob, carl } = town;
  const { bot } = await startTestBot(discord);
  const answer = await bob.says(help, 'Set the port.');
  await calm(bot, town);
  discord.weather.loseNext(1, 'MESSAGE_CREATE');
  const thanks = await alice.replies(answer, 'thank you, that was it');
  await bot.lookForLost();
  await calm(bot, town);
  expect(thanks.reactions.has('🌿')).toBe(false);
  await carl.says(help, 'Good to know.');
  await calm(bot, town);
  await bot.lookForLost();
  await calm(bot, town);
  expect(thanks.reactions.has('🌿')).toBe(true);
});
