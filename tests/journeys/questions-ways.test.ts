// Every way to solve a question: told of twice, with Laurel stopped in the middle while Discord does not answer, taken back, and done again.
import { expect, test } from 'vitest';
import type { Answer } from '../../playground/discord/answer.ts';
import type { Message, Thread } from '../../playground/discord/model.ts';
import type { Person } from '../../playground/discord/people.ts';
import { followupsFeature } from '../../src/features/followups/discord.ts';
import { type HelpForum, openHelpForum, promoteTwo } from '../support/help-forum.ts';
import { runJobsTwice } from '../support/jobs.ts';

const CHECK = '✅';
const MINUTE = 60_000;
const DAY = 86_400_000;

interface Scene {
  town: HelpForum;
  thread: Thread;
  answer: Message;
}

interface Way {
  settings?: Parameters<typeof openHelpForum>[0];
  /** What happens before Laurel is started anew; returns what solves it then. */
  begin(scene: Scene): Promise<() => Promise<unknown>>;
  /** What Bob has of it, and what he had before. */
  points?: number;
  before?: number;
}

/** What Laurel asks in a thread, for all to see. */
function asked({ town, thread }: Scene): Message {
  const said = town.carl
    .sees(thread)
    .filter(({ message }) => message.author.id === town.discord.bot.user.id && !message.ephemeralFor);
  const [one, ...others] = said;
  if (!one || others.length > 0) throw new Error(`Laurel said ${said.length} things.`);
  return one.message;
}

const linkTo = ({ town, thread, answer }: Scene) =>
  `https://discord.com/channels/${town.guild.id}/${thread.id}/${answer.id}`;

/** A thread that is still active after days without a word. */
async function stayAwake({ town, thread }: Scene): Promise<void> {
  thread.thread.autoArchiveMinutes = 10_080;
  await town.alice.renamesThread(thread, thread.name);
}

/** Two of the tier Helper, three days after the answer. */
async function peersOf(scene: Scene): Promise<readonly Person[]> {
  const { town } = scene;
  await stayAwake(scene);
  const peers = await promoteTwo(town);
  town.discord.advance(3 * DAY);
  await town.calm();
  return peers;
}

const ways: Record<string, Way> = {
  'the menu': {
    begin:
      async ({ town, answer }) =>
      () =>
        town.alice.uses('Mark as solution', answer),
  },
  '✅': {
    begin:
      async ({ town, answer }) =>
      () =>
        town.alice.reacts(answer, CHECK),
  },
  '/solved with the id': {
    begin:
      async ({ town, thread, answer }) =>
      () =>
        town.alice.runs('/solved', { message: answer.id }, { in: thread }),
  },
  '/solved with the link': {
    begin: async (scene) => () =>
      scene.town.alice.runs('/solved', { message: linkTo(scene) }, { in: scene.thread }),
  },
  '/solved and a choice': {
    async begin({ town, thread, answer }) {
      const list = await town.alice.runs('/solved', {}, { in: thread });
      return () => town.alice.picks(list, answer.id);
    },
  },
  'Yes, when Laurel asks after words': {
    async begin(scene) {
      await scene.town.alice.says(scene.thread, 'It works now.');
      await scene.town.calm();
      return () => scene.town.alice.clicks(asked(scene), 'Yes');
    },
  },
  'Yes, when Laurel asks after thanks': {
    before: 10,
    async begin(scene) {
      await scene.town.alice.says(scene.thread, 'Thank you so much!');
      await scene.town.calm();
      return () => scene.town.alice.clicks(asked(scene), 'Yes');
    },
  },
  'Another one…': {
    async begin(scene) {
      await scene.town.alice.says(scene.thread, 'It works now.');
      await scene.town.calm();
      const list: Answer = await scene.town.alice.clicks(asked(scene), 'Another one…');
      return () => scene.town.alice.picks(list, scene.answer.id);
    },
  },
  'I found it myself': {
    points: 0,
    async begin(scene) {
      await scene.town.alice.says(scene.thread, 'Never mind, I figured it out myself.');
      await scene.town.calm();
      return () => scene.town.alice.clicks(asked(scene), 'I found it myself');
    },
  },
  'Solved, when Laurel asks a silent asker': {
    async begin(scene) {
      const { town, answer } = scene;
      await stayAwake(scene);
      town.discord.advance(DAY + MINUTE);
      await town.calm();
      await runJobsTwice(town.bot.ctx, followupsFeature);
      await town.calm();
      const choice: Answer = await town.alice.clicks(asked(scene), 'Solved');
      return () => town.alice.picks(choice, answer.id);
    },
  },
  'one’s own answer': {
    points: 0,
    async begin({ town, thread }) {
      const own = await town.alice.says(thread, 'I had to restart the machine, now it starts.');
      return () => town.alice.uses('Mark as solution', own);
    },
  },
  'the menu, by staff': {
    begin:
      async ({ town, answer }) =>
      () =>
        town.sam.uses('Mark as solution', answer),
  },
  '✅ by staff': {
    begin:
      async ({ town, answer }) =>
      () =>
        town.sam.reacts(answer, CHECK),
  },
  '✅ by a tier that may': {
    settings: () => ({ markingTier: 'helper' }),
    async begin({ town, answer }) {
      const [hanna] = await promoteTwo(town);
      return () => hanna.reacts(answer, CHECK);
    },
  },
  'the ✅ of two peers': {
    points: 13,
    async begin(scene) {
      const [one, other] = await peersOf(scene);
      await one?.reacts(scene.answer, CHECK);
      return async () => other?.reacts(scene.answer, CHECK);
    },
  },
  'the menu, by two peers': {
    points: 13,
    async begin(scene) {
      const [one, other] = await peersOf(scene);
      if (!one || !other) throw new Error('There are no peers.');
      await one.clicks(await one.uses('Mark as solution', scene.answer), 'It answers the question');
      const question = await other.uses('Mark as solution', scene.answer);
      return () => other.clicks(question, 'It answers the question');
    },
  },
  'a link to an older answer': {
    points: 50,
    before: 25,
    async begin({ town, thread, answer: link }) {
      const old = await town.asked();
      await town.calm();
      await town.alice.uses('Mark as solution', old.answer);
      await town.calm();
      const hint = await town.carl.says(thread, `We had that: ${linkTo({ town, ...old })}`);
      expect(link.id).not.toBe(hint.id);
      return () => town.alice.uses('Mark as solution', hint);
    },
  },
};

test.each(Object.entries(ways))(
  '%s: twice, stopped in the middle, taken back and done again',
  { timeout: 30_000 },
  async (_name, { settings, begin, points = 25, before = 0 }) => {
    const town = await openHelpForum(settings);
    const scene = { town, ...(await town.asked()) };
    await town.calm();
    const solve = await begin(scene);
    await town.calm();
    await town.restart();
    await town.calm();
    expect(await town.points(town.bob)).toBe(before);

    const trouble = town.discord.weather.fail({ method: 'PATCH', route: '/channels/:id', status: 503 });
    town.discord.weather.duplicateNext(4);
    await solve();
    await town.restart(async () => trouble.end());
    await town.calm();
    town.discord.advance(MINUTE);
    await town.calm();
    expect(await town.question(scene.thread)).toMatchObject({ state: 'solved' });
    expect(await town.points(town.bob)).toBe(points);
    expect(town.tagsOn(scene.thread)).toEqual(['bug', 'solved']);

    town.discord.weather.duplicateNext(4);
    await town.alice.runs('/reopen', {}, { in: scene.thread });
    await town.restart();
    await town.calm();
    expect(await town.question(scene.thread)).toMatchObject({ state: 'answered', provisional: 0 });
    expect(await town.points(town.bob)).toBe(before);
    expect(town.tagsOn(scene.thread)).toEqual(['bug']);

    await town.alice.uses('Mark as solution', scene.answer);
    await town.restart();
    await town.calm();
    expect(await town.question(scene.thread)).toMatchObject({ state: 'solved', provisional: 0 });
    expect(await town.points(town.bob)).toBe(before === 25 ? 50 : 25);
  },
);
