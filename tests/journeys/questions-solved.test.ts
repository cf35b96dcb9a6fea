// A question from "asked" to "solved" by each way, and back by each way: the whole bot over sockets, as people see it.
import { describe, expect, test } from 'vitest';
import { type HelpForum, openHelpForum } from '../support/help-forum.ts';

const CHECK = '✅';

describe('a post in a help forum', () => {
  test('is a question, answered by whoever else writes first, and everybody is counted once', async () => {
    const town = await openHelpForum();
    town.discord.weather.duplicateNext(20);
    const { thread } = await town.asked(['bug', 'how-to']);
    await town.carl.says(thread, 'I have that too.');
    await town.alice.says(thread, 'Let me see.');
    await town.calm();
    const question = await town.question(thread);
    expect(question).toMatchObject({
      title: 'Worker will not start',
      askerId: town.alice.id,
      channelId: town.support.id,
      firstMessageIn: thread.id,
      state: 'answered',
      firstAnswerBy: town.bob.id,
      firstAnswerStaff: 0,
    });
    expect(question.firstAnswerMs).toBe((question.firstAnswerAt ?? 0) - question.askedAt);
  });

  test('answered by staff says so; bots do not answer', async () => {
    const town = await openHelpForum();
    const robot = town.guild.person('Robot', { bot: true });
    const thread = await town.alice.posts(town.support, 'Help', 'Please');
    await robot.says(thread, 'beep');
    await town.calm();
    expect(await town.question(thread)).toMatchObject({ state: 'open', firstAnswerAt: null });
    await town.sam.says(thread, 'Have you tried turning it off and on again?');
    await town.calm();
    expect(await town.question(thread)).toMatchObject({ state: 'answered', firstAnswerStaff: 1 });
  });
});

const waysToMark: [
  string,
  (town: HelpForum, scene: Awaited<ReturnType<HelpForum['asked']>>) => Promise<unknown>,
][] = [
  ['the menu', ({ alice }, { answer }) => alice.uses('Mark as solution', answer)],
  ['✅', ({ alice }, { answer }) => alice.reacts(answer, CHECK)],
  [
    '/solved with the id',
    ({ alice }, { thread, answer }) => alice.runs('/solved', { message: answer.id }, { in: thread }),
  ],
  [
    '/solved with the link',
    ({ alice, guild }, { thread, answer }) =>
      alice.runs(
        '/solved',
        { message: `https://discord.com/channels/${guild.id}/${thread.id}/${answer.id}` },
        { in: thread },
      ),
  ],
  [
    '/solved and a choice',
    async ({ alice }, { thread, answer }) =>
      alice.picks(await alice.runs('/solved', {}, { in: thread }), answer.id),
  ],
  ['the menu, by staff', ({ sam }, { answer }) => sam.uses('Mark as solution', answer)],
  ['✅ by staff', ({ sam }, { answer }) => sam.reacts(answer, CHECK)],
];

describe('solved by', () => {
  test.each(waysToMark)(
    '%s: the helper is credited once, the tag says so, nobody is pinged',
    async (_how, mark) => {
      const town = await openHelpForum();
      const scene = await town.asked(['bug', 'unanswered']);
      await town.calm();
      town.discord.weather.duplicateNext(3);
      await mark(town, scene);
      await town.calm();
      expect(await town.question(scene.thread)).toMatchObject({
        state: 'solved',
        provisional: 0,
        solvedStaff: 0,
      });
      expect([await town.points(town.bob), await town.solutions(town.bob)]).toEqual([25, 1]);
      expect(town.tagsOn(scene.thread)).toEqual(['bug', 'solved']);
      expect(town.bob.pings).toEqual([]);
      expect(town.alice.sees(scene.thread).filter(({ message }) => !message.ephemeralFor)).toHaveLength(2);
    },
  );
});

const waysBack: [
  string,
  (town: HelpForum, scene: Awaited<ReturnType<HelpForum['asked']>>) => Promise<unknown>,
][] = [
  [
    'Undo',
    async ({ alice }, { answer }) => {
      const answered = await alice.uses('Mark as solution', answer);
      return () => alice.clicks(answered, 'Undo');
    },
  ],
  [
    '✅ taken away',
    async ({ alice }, { answer }) => {
      await alice.reacts(answer, CHECK);
      return () => alice.unreacts(answer, CHECK);
    },
  ],
  [
    'all reactions cleared',
    async ({ alice, mona }, { answer }) => {
      await alice.reacts(answer, CHECK);
      return () => mona.clearsReactions(answer);
    },
  ],
  [
    'the answer deleted',
    async ({ alice, bob }, { answer }) => {
      await alice.reacts(answer, CHECK);
      return () => bob.deletes(answer);
    },
  ],
  [
    '/reopen',
    async ({ alice }, { answer, thread }) => {
      await alice.uses('Mark as solution', answer);
      return () => alice.runs('/reopen', {}, { in: thread });
    },
  ],
];

describe('taken back by', () => {
  test.each(waysBack)('%s: the credit goes, the tags are as before', async (_how, begin) => {
    const town = await openHelpForum();
    const scene = await town.asked(['bug', 'unanswered']);
    const takeBack = await begin(town, scene);
    await town.calm();
    expect(await town.points(town.bob)).toBe(25);
    town.discord.weather.duplicateNext(3);
    if (typeof takeBack === 'function') await takeBack();
    await town.calm();
    expect(await town.question(scene.thread)).toMatchObject({
      state: 'answered',
      solvedAt: null,
      solutionMs: null,
    });
    expect([await town.points(town.bob), await town.solutions(town.bob)]).toEqual([0, 0]);
    expect(town.tagsOn(scene.thread).toSorted()).toEqual(['bug', 'unanswered']);
  });

  test('and marked again, it all comes back, once', async () => {
    const town = await openHelpForum();
    const { thread, answer } = await town.asked();
    for (let i = 0; i < 2; i++) {
      await town.alice.uses('Mark as solution', answer);
      await town.alice.runs('/reopen', {}, { in: thread });
    }
    await town.calm();
    const profile = await town.bob.runs('/profile', {}, { in: town.help });
    expect((await town.bob.clicks(profile, 'Taken back')).text).toContain('The question was reopened.');
    expect(await town.points(town.bob)).toBe(0);
    await town.alice.uses('Mark as solution', answer);
    await town.calm();
    expect([await town.points(town.bob), await town.solutions(town.bob)]).toEqual([25, 1]);
    expect(town.tagsOn(thread)).toEqual(['bug', 'solved']);
  });

  test.each(waysBack)('%s, with restarts between', async (_how, begin) => {
    const town = await openHelpForum();
    const scene = await town.asked(['bug', 'unanswered']);
    await town.restart();
    const takeBack = await begin(town, scene);
    await town.calm();
    await town.restart();
    if (typeof takeBack === 'function') await takeBack();
    await town.calm();
    expect(await town.question(scene.thread)).toMatchObject({ state: 'answered' });
    expect(await town.points(town.bob)).toBe(0);
    expect(town.tagsOn(scene.thread).toSorted()).toEqual(['bug', 'unanswered']);
  });

  test('with the bot stopped before Discord knows: the tag is set at the next start', async () => {
    const town = await openHelpForum();
    const { thread, answer } = await town.asked();
    await town.calm();
    const trouble = town.discord.weather.fail({ method: 'PATCH', route: '/channels/:id', status: 503 });
    await town.alice.uses('Mark as solution', answer);
    await town.restart(async () => trouble.end());
    await town.calm();
    town.discord.advance(60_000);
    await town.calm();
    expect(town.tagsOn(thread)).toEqual(['bug', 'solved']);
    expect(await town.points(town.bob)).toBe(25);
  });
});
