// What happens to questions while Laurel is away: found out at the next start, with the same result as if it had been seen.
import { describe, expect, test } from 'vitest';
import type { Thread } from '../../playground/discord/model.ts';
import { deleteThread } from '../../playground/discord/thread-state.ts';
import { emojisOn, type HelpForum, openHelpForum, promoteTwo } from '../support/help-forum.ts';

const CHECK = '✅';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const deleted = async (town: HelpForum, thread: Thread) => deleteThread(town.discord.world, thread);

/** Lets Laurel be away for an hour, twice: what it finds at the first start it must not find again. */
async function away(town: HelpForum, meanwhile: () => Promise<unknown>): Promise<void> {
  await town.restart(async () => {
    town.discord.advance(HOUR / 2);
    await meanwhile();
    town.discord.advance(HOUR / 2);
  });
  await town.calm();
  await town.restart(async () => town.discord.advance(HOUR));
  await town.calm();
}

async function solvedQuestion(town: HelpForum) {
  const scene = await town.asked();
  await town.calm();
  await town.alice.reacts(scene.answer, CHECK);
  await town.calm();
  expect(await town.points(town.bob)).toBe(25);
  return scene;
}

describe('✅ on an answer', () => {
  test('put on meanwhile solves the question; taken off meanwhile takes that back; and again', async () => {
    const town = await openHelpForum();
    const { thread, answer } = await town.asked();
    await town.calm();
    for (let round = 0; round < 2; round++) {
      await away(town, () => town.alice.reacts(answer, CHECK));
      expect([await town.points(town.bob), await town.solutions(town.bob)]).toEqual([25, 1]);
      expect(await town.question(thread)).toMatchObject({ state: 'solved' });
      expect(town.tagsOn(thread)).toEqual(['bug', 'solved']);
      await away(town, () => town.alice.unreacts(answer, CHECK));
      expect([await town.points(town.bob), await town.solutions(town.bob)]).toEqual([0, 0]);
      expect(await town.question(thread)).toMatchObject({ state: 'answered' });
      expect(town.tagsOn(thread)).toEqual(['bug']);
    }
  });

  test('put on before Laurel’s eyes and taken off there, it is news when it is put on again meanwhile', async () => {
    const town = await openHelpForum();
    const { answer } = await solvedQuestion(town);
    await town.alice.unreacts(answer, CHECK);
    await town.calm();
    await away(town, () => town.alice.reacts(answer, CHECK));
    expect(await town.points(town.bob)).toBe(25);
  });

  test('still there when the question was reopened marks nothing again, until it is put on anew', async () => {
    const town = await openHelpForum();
    const { thread, answer } = await solvedQuestion(town);
    await town.sam.reacts(answer, CHECK);
    await town.calm();
    await town.alice.runs('/reopen', {}, { in: thread });
    await town.calm();
    await away(town, async () => undefined);
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
    await town.alice.unreacts(answer, CHECK);
    await town.calm();
    await away(town, () => town.alice.reacts(answer, CHECK));
    expect(await town.question(thread)).toMatchObject({ state: 'solved' });
    expect(await town.points(town.bob)).toBe(25);
  });

  test('on an answer that was written meanwhile, in a question that was asked meanwhile', async () => {
    const town = await openHelpForum();
    let thread: Thread | undefined;
    await away(town, async () => {
      const scene = await town.asked();
      thread = scene.thread;
      await town.alice.reacts(scene.answer, CHECK);
    });
    if (!thread) throw new Error('Nothing was asked.');
    expect(await town.question(thread)).toMatchObject({ state: 'solved' });
    expect([await town.points(town.bob), await town.solutions(town.bob)]).toEqual([25, 1]);
  });

  test('of somebody who may not say so, or who took it off again, changes nothing', async () => {
    const town = await openHelpForum();
    const { thread, answer } = await town.asked();
    await town.calm();
    await away(town, async () => {
      await town.carl.reacts(answer, CHECK);
      await town.alice.reacts(answer, CHECK);
      await town.alice.unreacts(answer, CHECK);
    });
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
    expect(await town.points(town.bob)).toBe(0);
  });
});

describe('two ✅ on one answer', () => {
  test('the mark stands as long as one of them who may say so does', async () => {
    const town = await openHelpForum();
    const { thread, answer } = await town.asked();
    await town.calm();
    town.discord.weather.duplicateNext(20);
    await town.alice.reacts(answer, CHECK);
    await town.sam.reacts(answer, CHECK);
    await town.carl.reacts(answer, CHECK);
    await town.calm();
    await town.alice.unreacts(answer, CHECK);
    await town.calm();
    expect(await town.question(thread)).toMatchObject({ state: 'solved' });
    expect([await town.points(town.bob), await town.solutions(town.bob)]).toEqual([25, 1]);
    expect(town.tagsOn(thread)).toEqual(['bug', 'solved']);
    await town.sam.unreacts(answer, CHECK);
    await town.calm();
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
    expect([await town.points(town.bob), await town.solutions(town.bob)]).toEqual([0, 0]);
    expect(town.tagsOn(thread)).toEqual(['bug']);
  });

  test('one goes while Laurel is away, then the other', async () => {
    const town = await openHelpForum();
    const { answer } = await solvedQuestion(town);
    await away(town, () => town.sam.reacts(answer, CHECK));
    await away(town, () => town.alice.unreacts(answer, CHECK));
    expect(await town.points(town.bob)).toBe(25);
    await away(town, () => town.sam.unreacts(answer, CHECK));
    expect(await town.points(town.bob)).toBe(0);
  });

  test('one comes and the other goes while Laurel is away', async () => {
    const town = await openHelpForum();
    const { thread, answer } = await solvedQuestion(town);
    await away(town, async () => {
      await town.sam.reacts(answer, CHECK);
      await town.alice.unreacts(answer, CHECK);
    });
    expect(await town.question(thread)).toMatchObject({ state: 'solved' });
    expect([await town.points(town.bob), await town.solutions(town.bob)]).toEqual([25, 1]);
  });

  test('Undo takes the mark off, whoever else stands by it', async () => {
    const town = await openHelpForum();
    const { thread, answer } = await town.asked();
    await town.calm();
    const marked = await town.alice.uses('Mark as solution', answer);
    await town.sam.reacts(answer, CHECK);
    await town.calm();
    await town.alice.clicks(marked, 'Undo');
    await away(town, async () => undefined);
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
    expect(await town.points(town.bob)).toBe(0);
  });

  test('a mark by the menu stands beside a ✅ that goes', async () => {
    const town = await openHelpForum();
    const { thread, answer } = await solvedQuestion(town);
    const also = await town.sam.uses('Mark as solution', answer);
    expect(also.text).toContain('That was marked already.');
    await town.alice.unreacts(answer, CHECK);
    await away(town, async () => undefined);
    expect(await town.question(thread)).toMatchObject({ state: 'solved' });
    expect([await town.points(town.bob), await town.solutions(town.bob)]).toEqual([25, 1]);
  });

  test('all reactions cleared: the mark goes with the last', async () => {
    const town = await openHelpForum();
    const { thread, answer } = await solvedQuestion(town);
    await town.sam.reacts(answer, CHECK);
    await town.calm();
    await away(town, () => town.mona.clearsReactions(answer));
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
    expect(await town.points(town.bob)).toBe(0);
  });
});

describe('the ✅ of peers, where the asker is gone', () => {
  const agreed = async () => {
    const town = await openHelpForum();
    const [hanna, henri] = await promoteTwo(town);
    const scene = await town.asked();
    await town.calm();
    await town.alice.leaves(town.guild);
    await town.calm();
    return { town, hanna, henri, ...scene };
  };

  test('both given while Laurel is away solve it; one taken off while it is away takes that back', async () => {
    const { town, hanna, henri, thread, answer } = await agreed();
    await away(town, async () => {
      await hanna.reacts(answer, CHECK);
      await henri.reacts(answer, CHECK);
    });
    expect(await town.question(thread)).toMatchObject({ state: 'solved', provisional: 1 });
    expect(await town.points(town.bob)).toBe(13);
    await away(town, () => henri.unreacts(answer, CHECK));
    expect(await town.question(thread)).toMatchObject({ state: 'answered', provisional: 0 });
    expect(await town.points(town.bob)).toBe(0);
    await away(town, () => henri.reacts(answer, CHECK));
    expect(await town.points(town.bob)).toBe(13);
  });

  test('given before staff took it back, or while it was solved, solve nothing anew when Laurel starts', async () => {
    const { town, hanna, henri, thread, answer } = await agreed();
    await town.sam.uses('Mark as solution', answer);
    await hanna.reacts(answer, CHECK);
    await henri.reacts(answer, CHECK);
    await town.calm();
    await town.sam.runs('/reopen', {}, { in: thread });
    await away(town, async () => undefined);
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
    await henri.unreacts(answer, CHECK);
    await hanna.unreacts(answer, CHECK);
    await town.calm();
    await hanna.reacts(answer, CHECK);
    await away(town, () => henri.reacts(answer, CHECK));
    expect(await town.question(thread)).toMatchObject({ state: 'solved', provisional: 1 });
    await town.sam.runs('/reopen', {}, { in: thread });
    await away(town, async () => undefined);
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
    expect(await town.points(town.bob)).toBe(0);
  });

  test('given by the menu stands though there is no ✅', async () => {
    const { town, hanna, henri, thread, answer } = await agreed();
    for (const peer of [hanna, henri])
      await peer.clicks(await peer.uses('Mark as solution', answer), 'It answers the question');
    await town.alice.joins(town.guild);
    await away(town, async () => undefined);
    expect(await town.question(thread)).toMatchObject({ state: 'solved', provisional: 1 });
  });
});

describe('deleted meanwhile', () => {
  test('a message that was the solution: the credit goes, the question is answered as before', async () => {
    const town = await openHelpForum();
    const { thread, answer } = await solvedQuestion(town);
    await town.carl.says(thread, 'I had that too.');
    await town.calm();
    await away(town, () => town.bob.deletes(answer));
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
    expect([await town.points(town.bob), await town.solutions(town.bob)]).toEqual([0, 0]);
    expect(town.tagsOn(thread)).toEqual(['bug']);
  });

  test('the first message: withdrawn if nobody answered, else as it was', async () => {
    const town = await openHelpForum();
    const alone = await town.alice.posts(town.support, 'Help', 'Please');
    const { thread } = await town.asked();
    const said = await town.alice.says(town.desk, 'How do I restart the worker?');
    await town.calm();
    expect(await town.question(said)).toMatchObject({ state: 'open' });
    await away(town, async () => {
      for (const one of [alone, thread]) {
        const first = one.messages.get(one.id);
        if (first) await town.alice.deletes(first);
      }
      await town.alice.deletes(said);
    });
    expect(await town.question(alone)).toMatchObject({ state: 'closed', closedWhy: 'noLongerNeeded' });
    expect(await town.question(said)).toMatchObject({ state: 'closed', closedWhy: 'noLongerNeeded' });
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
  });

  test('the thread: closed; a solved one stays solved and credited', async () => {
    const town = await openHelpForum();
    const { thread } = await solvedQuestion(town);
    const open = await town.asked();
    await town.calm();
    await away(town, async () => {
      await deleted(town, thread);
      await deleted(town, open.thread);
    });
    expect(await town.question(thread)).toMatchObject({ state: 'solved' });
    expect(await town.question(open.thread)).toMatchObject({ state: 'closed', closedWhy: 'deleted' });
    expect((await town.question(open.thread)).goneAt).not.toBeNull();
    expect(await town.points(town.bob)).toBe(25);
  });

  test('a thread that had been archived before', async () => {
    const town = await openHelpForum();
    const { thread } = await town.asked();
    await town.calm();
    town.discord.advance(8 * DAY);
    await town.calm();
    expect(thread.thread.archived).toBe(true);
    await town.restart();
    await town.calm();
    await away(town, () => deleted(town, thread));
    expect(await town.question(thread)).toMatchObject({ state: 'closed', closedWhy: 'deleted' });
  });

  test('a thread that Laurel does not remember, before its eyes', async () => {
    const town = await openHelpForum();
    const { thread } = await town.asked();
    await town.calm();
    town.discord.advance(8 * DAY);
    await town.calm();
    await town.restart();
    await town.calm();
    town.discord.weather.duplicateNext(2);
    await deleted(town, thread);
    await town.calm();
    expect(await town.question(thread)).toMatchObject({ state: 'closed', closedWhy: 'deleted' });
  });

  test('the forum with all its threads', async () => {
    const town = await openHelpForum();
    const { thread } = await solvedQuestion(town);
    const open = await town.asked();
    await town.calm();
    await away(town, async () => town.guild.deleteChannel(town.support));
    expect(await town.question(thread)).toMatchObject({ state: 'solved' });
    expect(await town.question(open.thread)).toMatchObject({ state: 'closed', closedWhy: 'deleted' });
    expect(await town.points(town.bob)).toBe(25);
  });
});

describe('what people did to a thread meanwhile', () => {
  const boss = ({ guild }: HelpForum) =>
    guild.person('Boss', { roles: [guild.role('Boss', { permissions: 1n << 34n })] });

  test('renamed and tagged anew: the question follows', async () => {
    const town = await openHelpForum();
    const { thread } = await town.asked();
    await town.calm();
    await away(town, async () => {
      await town.alice.renamesThread(thread, 'Port in use');
      await town.alice.tags(thread, ['how-to']);
    });
    expect(await town.question(thread)).toMatchObject({ title: 'Port in use', state: 'answered' });
    expect(await town.tagNames(thread)).toEqual(['how-to']);
  });

  test('the solved tag put on by hand asks which answer it was', async () => {
    const town = await openHelpForum();
    const { thread } = await town.asked();
    await town.calm();
    await away(town, () => town.alice.tags(thread, ['bug', 'solved']));
    const asked = town.carl
      .sees(thread)
      .filter(({ message }) => message.author.id === town.discord.bot.user.id);
    expect(asked).toHaveLength(1);
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
  });

  test('locked closes, unlocked opens', async () => {
    const town = await openHelpForum();
    const { thread } = await town.asked();
    const mod = boss(town);
    await town.calm();
    await away(town, () => mod.locks(thread));
    expect(await town.question(thread)).toMatchObject({ state: 'closed', closedWhy: 'locked' });
    await away(town, () => mod.unlocks(thread));
    expect(await town.question(thread)).toMatchObject({ state: 'answered', closedWhy: null });
  });

  test('archived by hand closes, taken out again opens', async () => {
    const town = await openHelpForum();
    const { thread } = await town.asked();
    await town.calm();
    await away(town, () => town.alice.archives(thread));
    expect(await town.question(thread)).toMatchObject({ state: 'closed', closedWhy: 'archived' });
    await away(town, () => town.alice.unarchives(thread));
    expect(await town.question(thread)).toMatchObject({ state: 'answered', archivedAt: null });
  });

  test('archived by Discord itself closes nothing', async () => {
    const town = await openHelpForum();
    const { thread } = await town.asked();
    await town.calm();
    await away(town, async () => town.discord.advance(8 * DAY));
    expect(thread.thread.archived).toBe(true);
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
    expect((await town.question(thread)).archivedAt).not.toBeNull();
  });

  test('asked, answered and archived by hand, all of it meanwhile', async () => {
    const town = await openHelpForum();
    let thread: Thread | undefined;
    await away(town, async () => {
      ({ thread } = await town.asked());
      await town.alice.archives(thread);
    });
    if (!thread) throw new Error('Nothing was asked.');
    expect(await town.counted(thread)).toEqual({ [town.alice.id]: 1, [town.bob.id]: 1 });
    expect(await town.question(thread)).toMatchObject({
      state: 'closed',
      closedWhy: 'archived',
      firstAnswerBy: town.bob.id,
    });
  });
});

describe('who took part', () => {
  test('is counted once each, with the first answer, also over several absences', async () => {
    const town = await openHelpForum();
    const thread = await town.alice.posts(town.support, 'Worker will not start', 'It says EADDRINUSE.');
    await town.calm();
    await away(town, async () => {
      await town.sam.says(thread, 'Which system is that on?');
      for (let i = 0; i < 130; i++) await town.carl.says(thread, `Here is my note number ${i}.`);
    });
    await town.bob.says(thread, 'I am late.');
    await town.calm();
    await away(town, () => town.alice.says(thread, 'On mine.'));
    expect(await town.counted(thread)).toEqual({
      [town.alice.id]: 2,
      [town.sam.id]: 1,
      [town.carl.id]: 130,
      [town.bob.id]: 1,
    });
    expect(await town.question(thread)).toMatchObject({
      state: 'answered',
      firstAnswerBy: town.sam.id,
      firstAnswerStaff: 1,
    });
  });

  test('of a thread that was there before its channel was a help channel, all are counted when it is first seen', async () => {
    const town = await openHelpForum();
    const thread = await town.alice.posts(town.forum, 'An older story', 'How did that go again?');
    await town.bob.says(thread, 'Like this.');
    await town.calm();
    expect(await town.isQuestion(thread)).toBe(false);
    await town.bot.ctx.db.write((tx) =>
      town.bot.ctx.settings.change(tx, town.guild.id, town.discord.world.now(), (settings) => ({
        ...settings,
        questions: {
          ...settings.questions,
          channels: [
            ...settings.questions.channels,
            { channelId: town.forum.id, removedTagIds: [], opensThreads: false },
          ],
        },
      })),
    );
    await town.carl.says(thread, 'No, like that.');
    await town.calm();
    expect(await town.counted(thread)).toEqual({
      [town.alice.id]: 1,
      [town.bob.id]: 1,
      [town.carl.id]: 1,
    });
    expect(await town.question(thread)).toMatchObject({ firstAnswerBy: town.bob.id });
  });
});

describe('askers', () => {
  test('who left and came back meanwhile, each time', async () => {
    const town = await openHelpForum();
    const alone = await town.alice.posts(town.support, 'Help', 'Please');
    const { thread } = await town.asked();
    await town.calm();
    await away(town, () => town.alice.leaves(town.guild));
    expect(await town.question(alone)).toMatchObject({ state: 'closed', closedWhy: 'askerLeft' });
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
    expect((await town.question(thread)).askerLeftAt).not.toBeNull();
    await away(town, () => town.alice.joins(town.guild));
    expect(await town.question(alone)).toMatchObject({ state: 'open', askerLeftAt: null });
    expect(await town.question(thread)).toMatchObject({ state: 'answered', askerLeftAt: null });
  });

  test('who asked and left meanwhile', async () => {
    const town = await openHelpForum();
    let thread: Thread | undefined;
    await away(town, async () => {
      thread = await town.alice.posts(town.support, 'Help', 'Please');
      await town.alice.leaves(town.guild);
    });
    if (!thread) throw new Error('Nothing was asked.');
    expect(await town.question(thread)).toMatchObject({ state: 'closed', closedWhy: 'askerLeft' });
  });
});

test('the ✅ that stands in for the tag goes when the mark went meanwhile', async () => {
  const town = await openHelpForum();
  const { thread, answer } = await town.asked(['bug', 'how-to', 'one', 'two', 'three']);
  await town.alice.reacts(answer, CHECK);
  await town.calm();
  expect(emojisOn(thread.messages.get(thread.id))).toEqual([CHECK]);
  await away(town, () => town.alice.unreacts(answer, CHECK));
  expect(emojisOn(thread.messages.get(thread.id))).toEqual([]);
});
