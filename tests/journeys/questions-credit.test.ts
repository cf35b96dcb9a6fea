// Who is credited for a question, however it is marked: again, together, by peers, for an older answer; and all of it back.
import { describe, expect, test } from 'vitest';
import { settleSilent } from '../../src/features/questions/confirming.ts';
import { type HelpForum, openHelpForum, promoteTwo } from '../support/help-forum.ts';

const CHECK = '✅';
const DAY = 86_400_000;

const linkTo = (town: HelpForum, thread: { id: string }, message?: { id: string }) =>
  ['https://discord.com/channels', town.guild.id, thread.id, ...(message ? [message.id] : [])].join('/');

describe('marked again', () => {
  test('the earlier solution is taken back and the new one credited; "The earlier one counts too" brings it back', async () => {
    const town = await openHelpForum();
    const { thread, answer } = await town.asked();
    const better = await town.carl.says(thread, 'Or set another port in `worker.toml`.');
    await town.calm();
    await town.alice.uses('Mark as solution', answer);
    const again = await town.alice.uses('Mark as solution', better);
    await town.calm();
    expect(again.text).toContain('takes the place of the earlier solution');
    expect([await town.points(town.bob), await town.points(town.carl)]).toEqual([0, 25]);
    expect(await town.marked(thread)).toEqual([{ messageId: better.id, weight: 100 }]);
    await town.alice.clicks(again, 'The earlier one counts too');
    await town.alice.clicks(again, 'Undo').catch(() => undefined);
    await town.calm();
    expect([await town.points(town.bob), await town.points(town.carl)]).toEqual([25, 25]);
    expect(await town.question(thread)).toMatchObject({ state: 'solved' });
  });

  test('the same message twice is once', async () => {
    const town = await openHelpForum();
    const { answer } = await town.asked();
    await town.calm();
    await town.alice.uses('Mark as solution', answer);
    const twice = await town.alice.uses('Mark as solution', answer);
    expect(twice.text).toContain('That was marked already.');
    await town.alice.reacts(answer, CHECK);
    await town.alice.unreacts(answer, CHECK);
    await town.calm();
    expect([await town.points(town.bob), await town.solutions(town.bob)]).toEqual([25, 1]);
  });

  test('three messages can be the solution by ✅, a fourth changes nothing; each can be taken away', async () => {
    const town = await openHelpForum();
    const { thread, answer } = await town.asked();
    const dora = town.guild.person('Dora');
    const emil = town.guild.person('Emil');
    const answers = [answer];
    for (const helper of [town.carl, dora, emil])
      answers.push(await helper.says(thread, `Another way is this: ${helper.name}.`));
    await town.calm();
    for (const one of answers) await town.alice.reacts(one, CHECK);
    await town.calm();
    const points = () => Promise.all([town.bob, town.carl, dora, emil].map(town.points));
    expect(await points()).toEqual([25, 25, 25, 0]);
    if (answers[1]) await town.alice.unreacts(answers[1], CHECK);
    await town.calm();
    expect(await points()).toEqual([25, 0, 25, 0]);
    expect(await town.question(thread)).toMatchObject({ state: 'solved' });
  });
});

describe('one’s own answer', () => {
  test('solves the question and earns nothing', async () => {
    const town = await openHelpForum();
    const { thread } = await town.asked();
    const own = await town.alice.says(thread, 'I had to restart the machine, now it starts.');
    await town.calm();
    const marked = await town.alice.uses('Mark as solution', own);
    expect(marked.text).toContain('nobody is credited');
    await town.calm();
    expect(await town.question(thread)).toMatchObject({ state: 'solved' });
    expect([await town.points(town.alice), await town.points(town.bob)]).toEqual([0, 0]);
  });

  test('of staff in somebody else’s question is not theirs to mark', async () => {
    const town = await openHelpForum();
    const thread = await town.alice.posts(town.support, 'Help', 'Please');
    const answer = await town.sam.says(thread, 'Try turning it off and on again.');
    await town.calm();
    const refused = await town.sam.uses('Mark as solution', answer);
    expect(refused.text).toContain('That is your own answer.');
    expect(await town.points(town.sam)).toBe(0);
  });

  test('staff earn nothing where the server says so, and the question is solved by staff', async () => {
    const town = await openHelpForum(() => ({ staffEarns: false }));
    const thread = await town.alice.posts(town.support, 'Help', 'Please');
    const answer = await town.sam.says(thread, 'Try turning it off and on again.');
    await town.calm();
    const marked = await town.alice.uses('Mark as solution', answer);
    expect(marked.text).toContain('The team’s help'.replace('’', "'"));
    await town.calm();
    expect(await town.question(thread)).toMatchObject({ state: 'solved', solvedStaff: 1 });
    expect(await town.points(town.sam)).toBe(0);
  });
});

describe('"Who else helped?"', () => {
  test('gives up to three others an assist, not the solver nor the asker, and goes with the solution', async () => {
    const town = await openHelpForum();
    const { thread, answer } = await town.asked();
    await town.calm();
    const marked = await town.alice.uses('Mark as solution', answer);
    const named = await town.alice.picks(marked, [town.carl, town.bob, town.alice]);
    expect(named.text).toContain(`${town.carl.mention} helped as well`);
    await town.calm();
    expect(await Promise.all([town.bob, town.carl, town.alice].map(town.points))).toEqual([25, 10, 0]);
    await town.alice.runs('/reopen', {}, { in: thread });
    await town.calm();
    expect(await Promise.all([town.bob, town.carl].map(town.points))).toEqual([0, 0]);
  });
});

describe('an older answer', () => {
  const solvedBefore = async (town: HelpForum) => {
    const { thread, answer } = await town.asked();
    await town.calm();
    await town.alice.uses('Mark as solution', answer);
    await town.calm();
    return { thread, answer };
  };

  test.each([
    ['the question', false],
    ['the answer itself', true],
  ])(
    'linked by somebody else, who leads to %s: its author is credited, the one who knew it assists',
    async (_what, exact) => {
      const town = await openHelpForum();
      const old = await solvedBefore(town);
      const dora = town.guild.person('Dora');
      const thread = await dora.posts(town.support, 'Port in use', 'What now?');
      const link = await town.carl.says(
        thread,
        `We had that: ${linkTo(town, old.thread, exact ? old.answer : undefined)}`,
      );
      await town.calm();
      const marked = await dora.uses('Mark as solution', link);
      expect(marked.text).toContain('An older answer');
      await town.calm();
      expect(await Promise.all([town.bob, town.carl].map(town.points))).toEqual([50, 10]);
      await town.carl.deletes(link);
      await town.calm();
      expect(await Promise.all([town.bob, town.carl].map(town.points))).toEqual([25, 0]);
      expect(await town.question(thread)).toMatchObject({ state: 'answered' });
    },
  );

  test('by /solved with its link', async () => {
    const town = await openHelpForum();
    const old = await solvedBefore(town);
    const dora = town.guild.person('Dora');
    const thread = await dora.posts(town.support, 'Port in use', 'What now?');
    await town.calm();
    await dora.runs('/solved', { message: linkTo(town, old.thread) }, { in: thread });
    await town.calm();
    expect(await town.points(town.bob)).toBe(50);
    expect(await town.question(thread)).toMatchObject({ state: 'solved' });
  });
});

describe('when the asker is gone', () => {
  async function withHelpers() {
    const town = await openHelpForum();
    const [hanna, henri] = await promoteTwo(town);
    return { ...town, hanna, henri };
  }

  test('silent for three days after an answer: two helpers’ ✅ solve it at half weight; the asker’s word counts more', async () => {
    const town = await withHelpers();
    const { thread, answer } = await town.asked();
    const other = await town.carl.says(thread, 'Or set another port in `worker.toml`.');
    await town.calm();
    town.discord.advance(3 * DAY);
    await town.hanna.reacts(answer, CHECK);
    await town.calm();
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
    await town.henri.reacts(answer, CHECK);
    await town.calm();
    expect(await town.question(thread)).toMatchObject({ state: 'solved', provisional: 1 });
    expect(await town.points(town.bob)).toBe(13);
    await town.alice.uses('Mark as solution', other);
    await town.calm();
    expect(await town.question(thread)).toMatchObject({ state: 'solved', provisional: 0 });
    expect(await Promise.all([town.bob, town.carl].map(town.points))).toEqual([0, 25]);
  });

  test('the asker confirms what peers said: it counts in full', async () => {
    const town = await withHelpers();
    const { thread, answer } = await town.asked();
    await town.calm();
    town.discord.advance(3 * DAY);
    for (const peer of [town.hanna, town.henri]) {
      const asked = await peer.uses('Mark as solution', answer);
      await peer.clicks(asked, 'It answers the question');
    }
    await town.calm();
    expect(await town.points(town.bob)).toBe(13);
    await town.alice.reacts(answer, CHECK);
    await town.calm();
    expect([await town.points(town.bob), await town.solutions(town.bob)]).toEqual([25, 1]);
    expect(await town.question(thread)).toMatchObject({ provisional: 0 });
  });

  test('a confirmation taken back takes the provisional solution back', async () => {
    const town = await withHelpers();
    const { thread, answer } = await town.asked();
    await town.calm();
    await town.alice.leaves(town.guild);
    await town.hanna.reacts(answer, CHECK);
    await town.henri.reacts(answer, CHECK);
    await town.calm();
    expect(await town.points(town.bob)).toBe(13);
    await town.henri.unreacts(answer, CHECK);
    await town.calm();
    expect(await town.points(town.bob)).toBe(0);
    expect(await town.question(thread)).toMatchObject({ state: 'answered', provisional: 0 });
  });

  test('✅ given while the asker may still say something count once they are silent, or leave', async () => {
    const town = await withHelpers();
    const { thread, answer } = await town.asked();
    await town.calm();
    await town.hanna.reacts(answer, CHECK);
    await town.henri.reacts(answer, CHECK);
    await town.calm();
    await settleSilent(town.bot.ctx);
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
    town.discord.advance(3 * DAY);
    await settleSilent(town.bot.ctx);
    await settleSilent(town.bot.ctx);
    await town.calm();
    expect(await town.points(town.bob)).toBe(13);
  });

  test('chosen from the list of /solved, which offers a member of a tier what they can confirm now', async () => {
    const town = await withHelpers();
    const { thread, answer } = await town.asked();
    await town.hanna.says(thread, 'Or set another port in `worker.toml`.');
    await town.calm();
    expect((await town.henri.runs('/solved', {}, { in: thread })).text).toContain('may still say so');
    expect((await town.carl.runs('/solved', {}, { in: thread })).text).toContain('Only whoever asked');
    town.discord.advance(3 * DAY);
    await town.carl.says(thread, 'Did you restart it after the change to the port?');
    await town.calm();
    const lists = [];
    for (const peer of [town.hanna, town.henri]) {
      const list = await peer.runs('/solved', {}, { in: thread });
      expect(list.ephemeral).toBe(true);
      expect(list.text).toMatch(/^Which message answers the question\? Whoever asked is silent/);
      expect(list.text).not.toContain('I found it myself');
      lists.push(list);
    }
    const offered = lists.map(({ message }) => {
      const shown = JSON.stringify(message?.components);
      return [/lsof/, /worker\.toml/, /restart/].map((one) => one.test(shown));
    });
    // Hanna is not offered her own; Carl's is too new for anybody's word.
    expect(offered).toEqual([
      [true, false, false],
      [true, true, false],
    ]);
    const [hannas, henris] = lists;
    if (!hannas || !henris) throw new Error('There are two lists.');
    await town.hanna.picks(hannas, answer.id);
    expect(hannas.text).toBe('Noted. One more member of a tier has to say so.');
    await town.henri.picks(henris, answer.id);
    expect(henris.text).toBe('✅ Solved, until whoever asked says otherwise.');
    await town.calm();
    expect(await town.points(town.bob)).toBe(13);
    expect((await town.henri.runs('/solved', {}, { in: thread })).text).toContain('settled already');
  });

  test('neither the author, nor anybody without a tier, nor before the time', async () => {
    const town = await withHelpers();
    const thread = await town.alice.posts(town.support, 'Help', 'Please');
    const answer = await town.hanna.says(thread, 'Something listens on that port already.');
    await town.calm();
    const early = await town.henri.uses('Mark as solution', answer);
    expect(early.text).toContain('may still say so themselves');
    town.discord.advance(3 * DAY);
    expect((await town.hanna.uses('Mark as solution', answer)).text).toContain('your own answer');
    expect((await town.carl.uses('Mark as solution', answer)).text).toContain('Only whoever asked');
    expect((await town.hanna.runs('/solved', {}, { in: thread })).text).toContain('Nobody else has written');
    expect(await town.question(thread)).toMatchObject({ state: 'answered' });
  });
});
