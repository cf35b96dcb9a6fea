// Members who agree to be mentioned, and questions that are brought to them; the whole bot over sockets.
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import type { Channel } from '../../playground/discord/model.ts';
import { helpersFeature } from '../../src/features/helpers/discord.ts';
import { type HelpForum, openHelpForum } from '../support/help-forum.ts';
import { runJobsTwice } from '../support/jobs.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Bob and Carl have agreed to be mentioned, after 30 minutes without an answer. */
async function openWithHelpers() {
  const town: HelpForum = await openHelpForum();
  const { bob, carl, help, discord } = town;
  for (const helper of [bob, carl]) await helper.runs('/helper', { available: 'on' }, { in: help });
  const passes = async (ms: number) => {
    discord.advance(ms);
    await town.calm();
    await runJobsTwice(town.bot.ctx, helpersFeature);
    await town.calm();
  };
  const calls = (thread: Channel) =>
    town.mona.sees(thread).filter(({ author, ephemeral }) => author === 'Laurel' && !ephemeral);
  const asks = () => town.alice.posts(town.support, 'Nobody knows', 'Please', ['bug']);
  return { town, passes, calls, asks };
}

describe('/helper', () => {
  test('says how it is, turns it on and off, and keeps the other wishes', async () => {
    const { alice, help, guild } = await openHelpForum();
    const first = await alice.runs('/helper', {}, { in: help });
    expect([first.ephemeral, first.text]).toEqual([true, expect.stringContaining('You are not mentioned')]);
    await alice.clicks(first, 'Mention me');
    expect(first.text).toContain('At most 3 times a day');
    expect(first.text).toContain('At any time of day.');
    const wishes = { quiet_from: '10 pm', quiet_to: '7:30', time_zone: 'Lisbon', most_a_day: 1 };
    const zones = await alice.completes('/helper', { time_zone: 'lisb' }, { in: help });
    expect(zones).toEqual([{ name: 'Europe/Lisbon', value: 'Europe/Lisbon' }]);
    const vague = { ...wishes, time_zone: 'Spain' };
    expect((await alice.runs('/helper', vague, { in: help })).text).toContain('Did you mean Europe/Madrid?');
    const set = await alice.runs('/helper', wishes, { in: help });
    expect(set.text).toContain('Not from 22:00 to 07:30 (Europe/Lisbon).');
    expect(set.text).toContain('At most 1 time a day');
    await alice.clicks(set, 'Do not mention me');
    const again = await alice.runs('/helper', { available: 'on' }, { in: help });
    expect(again.text).toContain('Not from 22:00 to 07:30');
    expect((await alice.runs('/helper', { quiet_from: '22:00' }, { in: help })).text).toContain('both');
    const nonsense = { quiet_from: 'late', quiet_to: '8' };
    expect((await alice.runs('/helper', nonsense, { in: help })).text).toContain(
      '`late` is not a time of day',
    );
    expect(guild.members.size).toBeGreaterThan(0);
    await alice.runs('/helper', { available: 'off' }, { in: help });
    const kept = await alice.runs('/helper', { quiet_from: '21', quiet_to: '9' }, { in: help });
    expect(kept.text).toContain('You are not mentioned');
    expect(kept.text).toMatch(/Noted for when you agree\..*Not from 21:00 to 09:00 \(Europe\/Lisbon\)\./);
  });
});

describe('a question that nobody answers', () => {
  test('is brought to those who agreed, once, and nobody else is pinged', async () => {
    const { town, passes, calls, asks } = await openWithHelpers();
    const { alice, bob, carl, mona, sam } = town;
    const thread = await asks();
    await passes(29 * MINUTE);
    expect(calls(thread)).toEqual([]);
    await passes(2 * MINUTE);
    expect(calls(thread).map(({ text }) => text)).toEqual([
      expect.stringMatching(/<@\d+> and <@\d+>, can one of you help here\?/),
    ]);
    expect([bob, carl].map(({ pings }) => pings.length)).toEqual([1, 1]);
    expect([alice, mona, sam].map(({ pings }) => pings.length)).toEqual([0, 0, 0]);
    expect(calls(thread)[0]?.message.pinged.users.toSorted()).toEqual([bob.id, carl.id].toSorted());
    await town.restart();
    await passes(10 * MINUTE);
    expect(calls(thread)).toHaveLength(1);
    const [call] = calls(thread);
    if (!call) throw new Error('Nobody was called.');
    expect((await bob.clicks(call.message, 'I take this')).text).toContain('You take [Nobody knows]');
    const wishes = await carl.clicks(call.message, 'When I am mentioned');
    expect(wishes.ephemeral).toBe(true);
    await carl.clicks(wishes, 'Do not mention me');
    const another = await asks();
    await passes(31 * MINUTE);
    expect(calls(another)[0]?.message.pinged.users).toEqual([bob.id]);
  });

  const meanwhile: [string, (town: HelpForum, thread: Channel) => Promise<unknown>][] = [
    ['somebody answered', ({ mona }, thread) => mona.says(thread, 'Like this.')],
    [
      'somebody took it',
      async ({ bob, help }) => {
        const list = await bob.runs('/questions list', {}, { in: help });
        await bob.clicks(list, 'I take this');
      },
    ],
    ['it was archived', ({ alice }, thread) => alice.archives(thread)],
    ['it was closed by its asker leaving', ({ alice, guild }) => alice.leaves(guild)],
    [
      'the helpers left',
      async ({ bob, carl, guild }) => {
        await bob.leaves(guild);
        await carl.leaves(guild);
      },
    ],
    [
      'the helpers may not see it any more',
      async ({ guild, support }) =>
        guild.overwrite(support, [{ for: guild.everyone, deny: PermissionFlagsBits.ViewChannel }]),
    ],
    [
      'the helpers turned it off',
      async ({ bob, carl, help }) => {
        for (const one of [bob, carl]) await one.runs('/helper', { available: 'off' }, { in: help });
      },
    ],
    [
      'it is night for the helpers',
      async ({ bob, carl, help }) => {
        const quiet = { quiet_from: '0:00', quiet_to: '23:59' };
        for (const one of [bob, carl]) await one.runs('/helper', quiet, { in: help });
      },
    ],
  ];
  test.each(meanwhile)('mentions nobody when %s meanwhile', async (_what, happens) => {
    const { town, passes, calls, asks } = await openWithHelpers();
    const thread = await asks();
    await town.calm();
    await happens(town, thread);
    await passes(35 * MINUTE);
    expect(calls(thread)).toEqual([]);
    expect([...town.bob.pings, ...town.carl.pings]).toEqual([]);
  });

  test('answered while Laurel was away, mentions nobody; taken and left alone, it does after all', async () => {
    const { town, passes, calls, asks } = await openWithHelpers();
    const thread = await asks();
    await town.calm();
    await town.restart(() => town.mona.says(thread, 'Like this.'));
    await passes(35 * MINUTE);
    expect(calls(thread)).toEqual([]);
    const left = await asks();
    await town.calm();
    await town.bob.clicks(await town.bob.runs('/questions list', {}, { in: town.help }), 'I take this');
    await passes(HOUR);
    expect(calls(left)).toEqual([]);
    await passes(HOUR + MINUTE);
    expect(calls(left)).toHaveLength(1);
  });

  test('mentions each helper no more often a day than they like, and takes turns', async () => {
    const { town, passes, calls, asks } = await openWithHelpers();
    await town.carl.runs('/helper', { most_a_day: 1 }, { in: town.help });
    const threads = [await asks(), await asks()];
    await passes(31 * MINUTE);
    expect(threads.map((thread) => calls(thread)[0]?.message.pinged.users.length)).toEqual([2, 1]);
    expect([town.bob.pings.length, town.carl.pings.length]).toEqual([2, 1]);
  });
});
