// What happens to questions besides being solved: threads opened, renamed, archived, locked, deleted; askers who leave; outages.
import { describe, expect, test } from 'vitest';
import type { Thread } from '../../playground/discord/model.ts';
import { deleteThread } from '../../playground/discord/thread-state.ts';
import { putAway } from '../../src/features/questions/thread-effects.ts';
import { emojisOn, type HelpForum, openHelpForum } from '../support/help-forum.ts';
import { eventually } from '../support/town.ts';

const CHECK = '✅';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const deleted = async (town: HelpForum, thread: Thread) => deleteThread(town.discord.world, thread);

describe('a text channel that opens threads', () => {
  test('a new message gets a thread named after it, a reply does not; the thread is its author’s question', async () => {
    const town = await openHelpForum();
    town.discord.weather.duplicateNext(5);
    const message = await town.alice.says(town.desk, '**How** do I restart the worker?\nIt hangs.');
    await town.bob.replies(message, 'Which version?', { ping: false });
    await town.calm();
    const thread = town.discord.world.channels.get(message.id);
    expect(thread?.name).toBe('How do I restart the worker?');
    expect(
      [...town.guild.channels.values()].filter(({ parentId }) => parentId === town.desk.id),
    ).toHaveLength(1);
    expect(await town.question(message)).toMatchObject({
      askerId: town.alice.id,
      channelId: town.desk.id,
      firstMessageIn: town.desk.id,
      state: 'open',
    });
    expect([...town.alice.pings, ...town.bob.pings]).toEqual([]);
    if (!thread) return;
    const answer = await town.bob.says(thread, 'Send it SIGHUP, then it reads its settings again.');
    await town.alice.reacts(answer, CHECK);
    await town.calm();
    expect(await town.question(message)).toMatchObject({ state: 'solved' });
    expect([await town.points(town.bob), emojisOn(message)]).toEqual([25, [CHECK]]);
    await town.alice.unreacts(answer, CHECK);
    await town.calm();
    expect(emojisOn(message)).toEqual([]);
  });

  test('a thread that somebody else opens on a message is its author’s question', async () => {
    const town = await openHelpForum(undefined);
    const message = await town.alice.replies(await town.bob.says(town.help, 'hi'), 'How?');
    const there = await town.carl.opensThread(message, 'A question elsewhere');
    await town.calm();
    expect(await town.isQuestion(there)).toBe(false);
    const asked = await town.alice.replies(await town.bob.says(town.desk, 'hi'), 'How do I stop it?');
    const thread = await town.carl.opensThread(asked, 'Stopping it');
    await town.calm();
    expect(await town.question(thread)).toMatchObject({ askerId: town.alice.id, title: 'Stopping it' });
  });

  test('without the right to open threads it is left, and said in the log', async () => {
    const town = await openHelpForum();
    town.guild.overwrite(town.desk, [{ for: town.discord.bot, deny: 1n << 35n }]);
    const message = await town.alice.says(town.desk, 'How do I restart the worker?');
    await town.calm();
    expect(town.discord.world.channels.has(message.id)).toBe(false);
  });

  test('private threads and posts of bots are no questions', async () => {
    const town = await openHelpForum();
    const hidden = await town.mona.opensThread(town.desk, 'Just us', { private: true });
    const robot = town.guild.person('Robot', { bot: true });
    const post = await robot.posts(town.support, 'News', 'Beep.');
    await town.alice.says(post, 'How nice');
    await town.calm();
    expect([await town.isQuestion(hidden), await town.isQuestion(post)]).toEqual([false, false]);
  });
});

describe('the thread of a question', () => {
  test('renamed and retagged: the question follows', async () => {
    const town = await openHelpForum();
    const { thread } = await town.asked();
    await town.alice.renamesThread(thread, 'Port in use');
    await town.alice.tags(thread, ['how-to']);
    await town.calm();
    expect(await town.question(thread)).toMatchObject({ title: 'Port in use' });
  });

  test('archived by hand closes it; the next message opens it again', async () => {
    const town = await openHelpForum();
    const { thread } = await town.asked();
    await town.calm();
    town.discord.weather.duplicateNext(2);
    await town.alice.archives(thread);
    await town.calm();
    expect(await town.question(thread)).toMatchObject({ state: 'closed', closedWhy: 'archived' });
    await town.bob.says(thread, 'One more thing.');
    await town.calm();
    expect(await town.question(thread)).toMatchObject({
      state: 'answered',
      closedWhy: null,
      archivedAt: null,
    });
  });

  test('archived by Discord itself closes nothing', async () => {
    const town = await openHelpForum();
    const { thread } = await town.asked();
    await town.calm();
    town.discord.advance(8 * DAY);
    await town.calm();
    expect(thread.thread.archived).toBe(true);
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
    expect((await town.question(thread)).archivedAt).not.toBeNull();
  });

  test('locked closes it, unlocked opens it', async () => {
    const town = await openHelpForum();
    const boss = town.guild.person('Boss', { roles: [town.guild.role('Boss', { permissions: 1n << 34n })] });
    const { thread } = await town.asked();
    await boss.locks(thread);
    await town.calm();
    expect(await town.question(thread)).toMatchObject({ state: 'closed', closedWhy: 'locked' });
    await boss.unlocks(thread);
    await town.calm();
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
  });

  test('deleted, or the forum with it: closed; a solved one stays solved and credited', async () => {
    const town = await openHelpForum();
    const { thread, answer } = await town.asked();
    const open = await town.asked();
    await town.alice.reacts(answer, CHECK);
    await town.calm();
    town.guild.deleteChannel(town.support);
    await town.calm();
    expect(await town.question(thread)).toMatchObject({ state: 'solved' });
    expect((await town.question(thread)).goneAt).not.toBeNull();
    expect(await town.question(open.thread)).toMatchObject({ state: 'closed', closedWhy: 'deleted' });
    expect(await town.points(town.bob)).toBe(25);
  });

  test('its first post deleted: withdrawn if nobody answered, else as it was', async () => {
    const town = await openHelpForum();
    const alone = await town.alice.posts(town.support, 'Help', 'Please');
    const { thread } = await town.asked();
    await town.calm();
    for (const one of [alone, thread]) {
      const first = one.messages.get(one.id);
      if (first) await town.alice.deletes(first);
    }
    await town.calm();
    expect(await town.question(alone)).toMatchObject({ state: 'closed', closedWhy: 'noLongerNeeded' });
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
  });
});

test('a new post is known from its events alone: Discord is not asked what was said in it', async () => {
  const town = await openHelpForum();
  const thread = await town.alice.posts(town.support, 'The worker stops', 'How do I restart it?');
  await town.bob.says(thread, 'Send it SIGHUP.');
  await town.calm();
  expect(await town.question(thread)).toMatchObject({ state: 'answered' });
  const asked = town.discord.requests.map(({ method, path }) => `${method} ${path.split('?')[0]}`);
  expect(asked.filter((one) => one === `GET /channels/${thread.id}/messages`)).toEqual([]);
});

test('an asker who leaves closes what nobody answered, and opens it again by coming back', async () => {
  const town = await openHelpForum();
  const alone = await town.alice.posts(town.support, 'Help', 'Please');
  const { thread } = await town.asked();
  await town.calm();
  await town.alice.leaves(town.guild);
  await town.calm();
  expect(await town.question(alone)).toMatchObject({ state: 'closed', closedWhy: 'askerLeft' });
  expect(await town.question(thread)).toMatchObject({ state: 'answered' });
  expect((await town.question(thread)).askerLeftAt).not.toBeNull();
  await town.alice.joins(town.guild);
  await town.calm();
  expect(await town.question(alone)).toMatchObject({ state: 'open', askerLeftAt: null });
});

describe('what is done to a solved thread', () => {
  test('five tags leave no room for the solved one: ✅ on the first post stands in for it', async () => {
    const town = await openHelpForum();
    const { thread, answer } = await town.asked(['bug', 'how-to', 'one', 'two', 'three']);
    await town.alice.reacts(answer, CHECK);
    await town.calm();
    expect(town.tagsOn(thread)).toEqual(['bug', 'how-to', 'one', 'two', 'three']);
    expect(emojisOn(thread.messages.get(thread.id))).toEqual([CHECK]);
    await town.alice.unreacts(answer, CHECK);
    await town.calm();
    expect(emojisOn(thread.messages.get(thread.id))).toEqual([]);
  });

  test('no right to manage threads: ✅ stands in for the tag', async () => {
    const town = await openHelpForum();
    town.guild.overwrite(town.support, [{ for: town.discord.bot, deny: 1n << 34n }]);
    const { thread, answer } = await town.asked();
    await town.alice.reacts(answer, CHECK);
    await town.calm();
    expect(town.tagsOn(thread)).toEqual(['bug']);
    expect(emojisOn(thread.messages.get(thread.id))).toEqual([CHECK]);
    expect(await town.points(town.bob)).toBe(25);
  });

  test('title, lock: each where the server wants it, and back', async () => {
    const town = await openHelpForum(() => ({ solved: { title: true, lock: true, sign: false } }));
    const { thread, answer } = await town.asked();
    await town.alice.uses('Mark as solution', answer);
    await town.calm();
    expect([thread.name, thread.thread.locked, town.tagsOn(thread)]).toEqual([
      '✔ Worker will not start',
      true,
      ['bug'],
    ]);
    expect(await town.question(thread)).toMatchObject({ title: 'Worker will not start', state: 'solved' });
    await town.mona.runs('/reopen', {}, { in: thread }).catch(() => undefined);
    await town.alice.runs('/reopen', {}, { in: thread });
    await town.calm();
    expect([thread.name, thread.thread.locked]).toEqual(['Worker will not start', false]);
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
  });

  test('put away after its hours, not before, not if reopened, and through a restart', async () => {
    const town = await openHelpForum(() => ({ solved: { archiveHours: 2 } }));
    const { thread, answer } = await town.asked();
    const other = await town.asked();
    await town.alice.reacts(answer, CHECK);
    await town.alice.reacts(other.answer, CHECK);
    await town.calm();
    town.discord.advance(HOUR);
    await putAway(town.bot.ctx);
    await town.alice.unreacts(other.answer, CHECK);
    await town.calm();
    expect(thread.thread.archived).toBe(false);
    await town.restart();
    town.discord.advance(HOUR);
    await putAway(town.bot.ctx);
    await putAway(town.bot.ctx);
    await town.calm();
    expect([thread.thread.archived, other.thread.thread.archived]).toEqual([true, false]);
    expect(await town.question(thread)).toMatchObject({ state: 'solved' });
  });

  test('an archived thread is not woken: the mark counts, the tag is left', async () => {
    const town = await openHelpForum();
    const { thread, answer } = await town.asked();
    await town.calm();
    town.discord.advance(8 * DAY);
    await town.calm();
    await town.alice.uses('Mark as solution', answer);
    await town.calm();
    expect([thread.thread.archived, town.tagsOn(thread)]).toEqual([true, ['bug']]);
    expect(await town.points(town.bob)).toBe(25);
  });
});

describe('an outage', () => {
  test('what was asked, written, archived and deleted meanwhile is looked up, and counted once', async () => {
    const town = await openHelpForum();
    const { thread } = await town.asked();
    const gone = await town.asked();
    await town.calm();
    let asked = thread;
    await town.restart(async () => {
      for (let i = 0; i < 120; i++) await town.carl.says(thread, `and another thing, number ${i}`);
      asked = await town.carl.posts(town.support, 'Asked while away', 'Hello?');
      await town.bob.says(asked, 'Hello, what is it about?');
      await town.alice.tags(thread, ['how-to']);
      await deleted(town, gone.thread);
    });
    await eventually(
      town.discord,
      async () => (await town.counted(thread))[town.carl.id] === 120 && (await town.isQuestion(asked)),
      'all is counted',
    );
    await town.calm();
    expect(await town.counted(thread)).toEqual({
      [town.alice.id]: 1,
      [town.bob.id]: 1,
      [town.carl.id]: 120,
    });
    expect(await town.counted(asked)).toEqual({ [town.carl.id]: 1, [town.bob.id]: 1 });
    expect(await town.question(asked)).toMatchObject({ state: 'answered', askerId: town.carl.id });
    expect(await town.question(gone.thread)).toMatchObject({ state: 'closed', closedWhy: 'deleted' });
  });

  test('an asker who left meanwhile is missed', async () => {
    const town = await openHelpForum();
    const alone = await town.alice.posts(town.support, 'Help', 'Please');
    await town.calm();
    await town.restart(() => town.alice.leaves(town.guild));
    await eventually(
      town.discord,
      async () => (await town.question(alone)).state === 'closed',
      'the question is closed',
    );
    expect(await town.question(alone)).toMatchObject({ closedWhy: 'askerLeft' });
  });

  test('messages told of twice and late count once', async () => {
    const town = await openHelpForum();
    const { thread } = await town.asked();
    await town.calm();
    town.discord.weather.reorderNext(3, 'MESSAGE_CREATE');
    town.discord.weather.duplicateNext(6, 'MESSAGE_CREATE');
    for (let i = 0; i < 3; i++) await town.bob.says(thread, `more ${i}`);
    await town.calm();
    expect(await town.counted(thread)).toEqual({ [town.alice.id]: 1, [town.bob.id]: 4 });
  });
});
