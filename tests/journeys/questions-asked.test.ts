// Laurel asks whoever asked: from their thanks and their words, once, in one message that goes again; and what they answer.
import { describe, expect, test } from 'vitest';
import type { Channel } from '../../playground/discord/model.ts';
import { expire } from '../../src/features/questions/prompts.ts';
import { type HelpForum, openHelpForum } from '../support/help-forum.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** What Laurel has said in a thread for all to see. */
function asking(town: HelpForum, thread: Channel) {
  return town.carl
    .sees(thread)
    .filter(({ message }) => message.author.id === town.discord.bot.user.id)
    .map(({ message, text }) => ({ message, text }));
}

function onlyAsk(town: HelpForum, thread: Channel) {
  const [one, ...others] = asking(town, thread);
  if (!one || others.length > 0) throw new Error(`Laurel said ${others.length + (one ? 1 : 0)} things.`);
  return one;
}

describe('from a thank-you', () => {
  const thanking: [
    string,
    (town: HelpForum, scene: Awaited<ReturnType<HelpForum['asked']>>) => Promise<unknown>,
  ][] = [
    ['in words', ({ alice }, { thread }) => alice.says(thread, 'Thank you so much!')],
    ['in a reply', ({ alice }, { answer }) => alice.replies(answer, 'thanks')],
    ['by 🙏', ({ alice }, { answer }) => alice.reacts(answer, '🙏')],
    ['by the menu', ({ alice }, { answer }) => alice.uses('Thank the author', answer)],
    ['in words that say it works', ({ alice }, { thread }) => alice.says(thread, 'That worked, thanks!')],
  ];
  test.each(thanking)(
    '%s the answer is proposed once, pings nobody, and Yes marks it',
    async (_how, thank) => {
      const town = await openHelpForum();
      const scene = await town.asked();
      await town.calm();
      town.discord.weather.duplicateNext(5);
      await thank(town, scene);
      await town.calm();
      const { message, text } = onlyAsk(town, scene.thread);
      expect(text).toContain(
        `did [this answer](https://discord.com/channels/${town.guild.id}/${scene.thread.id}/${scene.answer.id})`,
      );
      const pings = [...town.alice.pings, ...town.bob.pings];
      expect(pings.filter(({ author }) => author.id === town.discord.bot.user.id)).toEqual([]);
      const marked = await town.alice.clicks(message, 'Yes');
      expect([marked.ephemeral, marked.text]).toEqual([true, expect.stringContaining('✅ Solved.')]);
      await town.calm();
      expect(asking(town, scene.thread)).toEqual([]);
      expect(await town.question(scene.thread)).toMatchObject({ state: 'solved' });
      // The thanks and the solution are one help: the stronger counts.
      expect([await town.points(town.bob), await town.solutions(town.bob)]).toEqual([25, 1]);
      await town.alice.runs('/reopen', {}, { in: scene.thread });
      await town.calm();
      expect(await town.solutions(town.bob)).toBe(0);
      // What was thanked for counts again.
      expect(await town.points(town.bob)).toBe(10);
    },
  );

  test('"Not yet" takes it away, and Laurel does not ask again that day, but tomorrow', async () => {
    const town = await openHelpForum();
    const { thread } = await town.asked();
    await town.alice.says(thread, 'thanks');
    await town.calm();
    const said = await town.alice.clicks(onlyAsk(town, thread).message, 'Not yet');
    expect(said.text).toContain('All right.');
    await town.alice.says(thread, 'thank you both');
    await town.calm();
    expect(asking(town, thread)).toEqual([]);
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
    town.discord.advance(DAY + MINUTE);
    await town.bob.says(thread, 'Then kill that process with `kill 4711`.');
    await town.alice.says(thread, 'thank you');
    await town.calm();
    onlyAsk(town, thread);
  });

  test('"Another one…" lets the asker choose, and the prompt goes when it is chosen', async () => {
    const town = await openHelpForum();
    const { thread } = await town.asked();
    const right = await town.carl.says(thread, 'Or set the port in `worker.toml`, that is what I did.');
    await town.alice.replies(right, 'Hm, where is that file?');
    await town.carl.says(thread, 'In the folder `etc` of the worker, as far as I know.');
    await town.alice.says(thread, 'thanks');
    await town.calm();
    const list = await town.alice.clicks(onlyAsk(town, thread).message, 'Another one…');
    expect(list.ephemeral).toBe(true);
    expect(asking(town, thread)).toHaveLength(1);
    await town.alice.picks(list, right.id);
    await town.calm();
    expect(asking(town, thread)).toEqual([]);
    expect([await town.points(town.carl), await town.points(town.bob)]).toEqual([25, 0]);
  });

  test('goes by itself after a day', async () => {
    const town = await openHelpForum();
    const { thread } = await town.asked();
    await town.alice.says(thread, 'thanks');
    await town.calm();
    onlyAsk(town, thread);
    town.discord.advance(DAY - MINUTE);
    await expire(town.bot.ctx);
    await town.calm();
    onlyAsk(town, thread);
    town.discord.advance(2 * MINUTE);
    await expire(town.bot.ctx);
    await town.calm();
    expect(asking(town, thread)).toEqual([]);
  });

  test('is overtaken when it is solved another way', async () => {
    const town = await openHelpForum();
    const { thread, answer } = await town.asked();
    await town.alice.says(thread, 'thanks');
    await town.calm();
    const { message } = onlyAsk(town, thread);
    await town.alice.reacts(answer, '✅');
    await town.calm();
    expect(asking(town, thread)).toEqual([]);
    expect(message.id).toBeDefined();
  });

  test('nobody but the asker and the trusted can answer', async () => {
    const town = await openHelpForum();
    const { thread } = await town.asked();
    await town.alice.says(thread, 'thanks');
    await town.calm();
    const { message } = onlyAsk(town, thread);
    const refused = await town.bob.clicks(message, 'Yes');
    expect([refused.ephemeral, refused.text]).toEqual([true, expect.stringContaining('Only whoever asked')]);
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
  });

  test('through a restart: asked before, answered after', async () => {
    const town = await openHelpForum();
    const { thread } = await town.asked();
    await town.alice.says(thread, 'thanks');
    await town.calm();
    await town.restart();
    await town.alice.clicks(onlyAsk(town, thread).message, 'Yes');
    await town.calm();
    expect(await town.points(town.bob)).toBe(25);
    expect(asking(town, thread)).toEqual([]);
  });

  test('somebody else’s thanks propose nothing', async () => {
    const town = await openHelpForum();
    const { thread, answer } = await town.asked();
    await town.carl.replies(answer, 'thanks, that helped me too');
    await town.calm();
    expect(asking(town, thread)).toEqual([]);
  });
});

describe('from words', () => {
  test('"fixed it now" proposes the answer', async () => {
    const town = await openHelpForum();
    const { thread } = await town.asked();
    await town.alice.says(thread, 'It works now.');
    await town.calm();
    await town.alice.clicks(onlyAsk(town, thread).message, 'Yes');
    await town.calm();
    expect(await town.points(town.bob)).toBe(25);
  });

  test.each<[string, (town: HelpForum, scene: Awaited<ReturnType<HelpForum['asked']>>) => Promise<unknown>]>([
    ['the solved tag, put on by hand', ({ alice }, { thread }) => alice.tags(thread, ['bug', 'solved'])],
    [
      '✅ on one’s own question',
      async ({ alice }, { thread }) => {
        const first = thread.messages.get(thread.id);
        if (first) await alice.reacts(first, '✅');
      },
    ],
  ])('%s asks which answer it was', async (_what, say) => {
    const town = await openHelpForum();
    const scene = await town.asked();
    await town.calm();
    town.discord.weather.duplicateNext(2);
    await say(town, scene);
    await town.calm();
    expect(await town.question(scene.thread)).toMatchObject({ state: 'answered' });
    await town.alice.clicks(onlyAsk(town, scene.thread).message, 'Yes');
    await town.calm();
    expect(await town.points(town.bob)).toBe(25);
    expect(town.tagsOn(scene.thread)).toEqual(['bug', 'solved']);
    expect(asking(town, scene.thread)).toEqual([]);
  });

  test('who found it alone is asked, and nobody is credited', async () => {
    const town = await openHelpForum();
    const { thread } = await town.asked();
    await town.alice.says(thread, 'Never mind, I figured it out myself.');
    await town.calm();
    await town.alice.clicks(onlyAsk(town, thread).message, 'I found it myself');
    await town.calm();
    expect(await town.question(thread)).toMatchObject({ state: 'solved' });
    expect(await town.points(town.bob)).toBe(0);
  });

  test('"still broken" in a solved question asks whether to reopen; yes reopens, once', async () => {
    const town = await openHelpForum();
    const { thread, answer } = await town.asked();
    await town.alice.reacts(answer, '✅');
    await town.calm();
    await town.alice.says(thread, 'Sorry, it is still broken.');
    await town.alice.says(thread, 'It does not work.');
    await town.calm();
    expect(await town.points(town.bob)).toBe(25);
    const { message, text } = onlyAsk(town, thread);
    expect(text).toContain('I can open the question again');
    await town.alice.clicks(message, 'Open it again');
    await town.calm();
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
    expect([await town.points(town.bob), asking(town, thread).length]).toEqual([0, 0]);
  });

  test('"still broken", and leaving it', async () => {
    const town = await openHelpForum();
    const { thread, answer } = await town.asked();
    await town.alice.reacts(answer, '✅');
    await town.alice.says(thread, 'it still does not work');
    await town.calm();
    await town.alice.clicks(onlyAsk(town, thread).message, 'Leave it as it is');
    await town.calm();
    expect(await town.points(town.bob)).toBe(25);
    expect(asking(town, thread)).toEqual([]);
  });
});
