// What comes after an answer: a silent asker is asked, a quiet question closed, a solution asked about; over sockets.
import { describe, expect, test } from 'vitest';
import type { Channel, Thread } from '../../playground/discord/model.ts';
import { followupsFeature } from '../../src/features/followups/discord.ts';
import { questionsFeature } from '../../src/features/questions/discord.ts';
import { type HelpForum, openHelpForum } from '../support/help-forum.ts';
import { runJobsTwice } from '../support/jobs.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Alice has asked and Bob has answered, in a thread that stays awake for a week. */
async function openAnswered(choose?: Parameters<typeof openHelpForum>[0]) {
  const town: HelpForum = await openHelpForum(choose);
  const { thread, answer } = await town.asked();
  await stayAwake(town, thread);
  const passes = async (ms: number) => {
    town.discord.advance(ms);
    await town.calm();
    for (const feature of [questionsFeature, followupsFeature]) await runJobsTwice(town.bot.ctx, feature);
    await town.calm();
  };
  const said = (channel: Channel = thread) =>
    town.carl.sees(channel).filter(({ author, ephemeral }) => author === 'Laurel' && !ephemeral);
  const asked = (channel: Channel = thread) => {
    const [one, ...others] = said(channel);
    if (!one || others.length > 0) throw new Error(`Laurel said ${said(channel).length} things.`);
    return one;
  };
  return { town, thread, answer, passes, said, asked };
}

async function stayAwake(town: HelpForum, thread: Thread): Promise<void> {
  thread.thread.autoArchiveMinutes = 10_080;
  await town.alice.renamesThread(thread, thread.name);
  await town.calm();
}

describe('an asker who says nothing after an answer', () => {
  test('is asked after a day, once, and nobody else is pinged; "Still need help" puts it first', async () => {
    const { town, thread, passes, said, asked } = await openAnswered();
    await passes(23 * HOUR);
    expect(said()).toEqual([]);
    await passes(HOUR + MINUTE);
    expect(asked().text).toContain(`<@${town.alice.id}>, how does it stand?`);
    expect(asked().text).toContain('Mark as solution');
    expect(asked().buttons).toEqual(['Solved', 'Still need help', 'Close']);
    expect([town.alice, town.bob, town.carl, town.mona].map(({ pings }) => pings.length)).toEqual([
      1, 0, 0, 0,
    ]);
    await town.restart();
    await passes(HOUR);
    const { message } = asked();
    expect((await town.bob.clicks(message, 'Close')).text).not.toContain('closed');
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });

    const answered = await town.alice.clicks(message, 'Still need help');
    expect([answered.ephemeral, answered.text]).toEqual([
      true,
      expect.stringContaining('first where helpers'),
    ]);
    await town.calm();
    expect(said()).toEqual([]);
    const list = await town.bob.runs('/questions list', {}, { in: town.help });
    expect(list.text).toContain('❗ Still needs help');
    await passes(5 * DAY);
    expect(said()).toEqual([]);
    // Somebody comes: it waits for her word again, and she is told only once how else to say so.
    await town.carl.says(thread, 'Or like that.');
    await passes(DAY + MINUTE);
    expect(await town.question(thread)).toMatchObject({ raisedAt: null });
    expect(asked().text).not.toContain('Mark as solution');
  });

  test('"Solved" asks which message it was', async () => {
    const { town, thread, answer, passes, said, asked } = await openAnswered();
    await passes(DAY + MINUTE);
    const choice = await town.alice.clicks(asked().message, 'Solved');
    await town.alice.picks(choice, answer.id);
    await town.calm();
    expect(await town.question(thread)).toMatchObject({ state: 'solved' });
    expect(await town.solutions(town.bob)).toBe(1);
    expect(said()).toEqual([]);
  });

  test('"Close" closes, and /reopen opens', async () => {
    const { town, thread, passes, said, asked } = await openAnswered();
    await passes(DAY + MINUTE);
    const closed = await town.alice.clicks(asked().message, 'Close');
    expect(closed.text).toMatch(/is closed\. If it comes up again, <\/reopen:\d+> opens it/);
    await town.calm();
    expect(await town.question(thread)).toMatchObject({ state: 'closed', closedWhy: 'noLongerNeeded' });
    expect(said()).toEqual([]);
    await town.alice.runs('/reopen', {}, { in: thread });
    await town.calm();
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
  });

  test('is not asked where it is turned off, in a thread that sleeps, or after another word', async () => {
    const off = await openAnswered(() => ({ nudges: false }));
    await off.passes(DAY + MINUTE);
    expect(off.said()).toEqual([]);

    const asleep = await openAnswered();
    await asleep.town.alice.archives(asleep.thread);
    await asleep.passes(DAY + MINUTE);
    expect(asleep.said()).toEqual([]);

    const spoken = await openAnswered();
    await spoken.town.alice.says(spoken.thread, 'I will try it tonight.');
    await spoken.passes(DAY + MINUTE);
    expect(spoken.said()).toEqual([]);
  });

  test('answered while Laurel was away, is not asked', async () => {
    const { town, thread, passes, said } = await openAnswered();
    await town.restart(async () => {
      town.discord.advance(DAY);
      await town.alice.says(thread, 'I will try it tonight.');
    });
    await passes(MINUTE);
    expect(said()).toEqual([]);
  });
});

describe('a question in which nothing happens after that', () => {
  const waysBack: [string, (town: HelpForum, thread: Thread, closed: Closed) => Promise<unknown>][] = [
    ['the button', ({ alice }, _thread, { message }) => alice.clicks(message, 'Open again')],
    ['writing', ({ alice }, thread) => alice.says(thread, 'Sorry, I was on holiday.')],
    ['/reopen', ({ alice }, thread) => alice.runs('/reopen', {}, { in: thread })],
  ];
  type Closed = Pick<ReturnType<Awaited<ReturnType<typeof openAnswered>>['asked']>, 'message'>;
  test.each(waysBack)('is closed three days later; %s opens it again', async (_how, opens) => {
    const { town, thread, passes, asked } = await openAnswered();
    await passes(DAY + MINUTE);
    const nudge = asked().id;
    await town.restart();
    await passes(3 * DAY - HOUR);
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
    await passes(2 * HOUR);
    expect(await town.question(thread)).toMatchObject({ state: 'closed', closedWhy: 'noActivity' });
    expect(asked()).toMatchObject({ id: nudge, buttons: ['Open again'] });
    expect(asked().text).toContain('nobody has written for three days');
    expect(town.alice.pings).toHaveLength(1);
    await town.restart();
    await opens(town, thread, asked());
    await town.calm();
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
  });

  test('is not closed when anybody wrote, also unseen; three days after that it is', async () => {
    const { town, thread, passes, asked } = await openAnswered();
    await passes(DAY + MINUTE);
    town.discord.advance(2 * DAY);
    await town.restart(() => town.carl.says(thread, 'I wonder, too.'));
    await passes(DAY + HOUR);
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
    await passes(2 * DAY);
    expect(await town.question(thread)).toMatchObject({ state: 'closed', closedWhy: 'noActivity' });
    expect(asked().buttons).toEqual(['Open again']);
    // Others who write do not open it: it waits for whoever asked.
    await town.carl.says(thread, 'Still wondering.');
    await town.calm();
    expect(await town.question(thread)).toMatchObject({ state: 'closed' });
  });

  test('is not closed when the asker wrote: what was asked goes', async () => {
    const { town, thread, passes, said } = await openAnswered();
    await passes(DAY + MINUTE);
    await town.alice.says(thread, 'I will try it tonight.');
    await passes(3 * DAY + HOUR);
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
    expect(said()).toEqual([]);
  });

  test('in a thread that sleeps, is closed without waking it', async () => {
    const { town, thread, passes } = await openAnswered();
    await passes(DAY + MINUTE);
    thread.thread.autoArchiveMinutes = 1440;
    await town.restart(async () => town.discord.advance(2 * DAY));
    await passes(2 * DAY);
    expect(await town.question(thread)).toMatchObject({ state: 'closed', closedWhy: 'noActivity' });
    expect(thread.thread.archived).toBe(true);
    await town.alice.says(thread, 'Here I am.');
    await town.calm();
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
  });
});

describe('a solved question', () => {
  const solve = async (choose: Parameters<typeof openHelpForum>[0]) => {
    const story = await openAnswered(choose);
    await story.town.alice.reacts(story.answer, '✅');
    await story.town.calm();
    return story;
  };
  const on = () => ({ checkBacks: true });

  test('is asked about after a week, once, where the server wants it: Yes is kept', async () => {
    const { town, thread, passes, said, asked } = await solve(on);
    await passes(5 * DAY);
    await town.carl.says(thread, 'I had that too.');
    await passes(DAY);
    expect(said()).toEqual([]);
    await passes(DAY + MINUTE);
    expect(asked().text).toContain('Does it still work?');
    expect([town.alice, town.bob, town.carl].map(({ pings }) => pings.length)).toEqual([1, 0, 0]);
    await town.restart();
    expect((await town.alice.clicks(asked().message, 'Yes, it works')).text).toContain('Good to hear');
    await passes(HOUR);
    expect(said()).toEqual([]);
    expect(await town.question(thread)).toMatchObject({ state: 'solved' });
    expect(await town.solutions(town.bob)).toBe(1);
  });

  test('"No" opens it again, and the credit goes with it', async () => {
    const { town, thread, passes, asked, said } = await solve(on);
    await passes(6 * DAY);
    await town.carl.says(thread, 'I had that too.');
    await passes(DAY + MINUTE);
    await town.alice.clicks(asked().message, 'No');
    await town.calm();
    expect(said()).toEqual([]);
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
    expect(await town.solutions(town.bob)).toBe(0);
  });

  test('is left in peace by default, and where its thread sleeps', async () => {
    const byDefault = await solve(() => ({}));
    await byDefault.passes(6 * DAY);
    await byDefault.town.carl.says(byDefault.thread, 'I had that too.');
    await byDefault.passes(DAY + MINUTE);
    expect(byDefault.said()).toEqual([]);
    const asleep = await solve(on);
    await asleep.passes(7 * DAY + MINUTE);
    expect(asleep.thread.thread.archived).toBe(true);
    expect(asleep.said()).toEqual([]);
  });
});
