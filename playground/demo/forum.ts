// The help forum's part of the day: a question solved by thanks, one by ✅, one opened again, and one that nobody answers.
import type { Message, Thread } from '../discord/model.ts';
import { isThread } from '../discord/views.ts';
import type { Stage } from './stage.ts';
import type { Town } from './town.ts';

const LEAF = '🌿';
/** Laurel mentions helpers after 30 minutes without an answer, unless a server wants it otherwise. */
export const UNANSWERED_MINUTES = 31;
const MOST_MINUTES_MORE = 20;
const A_MOMENT_MS = 1_000;

/** Claire asks and thanks; Laurel asks her whether that answer was it. */
export async function solvedByThanks(town: Town, stage: Stage): Promise<void> {
  const { claire, yuki, questions, discord } = town;
  await stage.turn(claire, questions, 'opens a post in the forum');
  const post = await claire.posts(
    questions,
    'Le plugin de cache ne se charge pas',
    'Il dit « module introuvable ».',
    ['plugins'],
  );
  await stage.turn(yuki, post, 'answers');
  await yuki.says(post, 'Since 3.0 it is called `@sprout/cache`. Install that one.');
  await stage.turn(claire, post, 'thanks in French');
  const thanks = await claire.says(post, 'Ça marche, merci beaucoup !');
  await discord.until(() => thanks.reactions.has(LEAF), { hint: 'Laurel leaves its leaf' });
  const prompt = await asked(town, post);
  await stage.act(claire, post, 'presses “Yes”');
  await claire.clicks(prompt, 'Yes');
  await solved(town, post);
}

/** Dimitris says with ✅ which answer solved it; a little later it does not work after all. */
export async function solvedByCheck(town: Town, stage: Stage): Promise<void> {
  const { dimitris, alice, questions } = town;
  await stage.turn(dimitris, questions, 'opens a post in the forum');
  const post = await dimitris.posts(
    questions,
    'The nightly deploy stops halfway',
    'It says “quota exceeded”, but the disk is nearly empty.',
    ['deploy'],
  );
  await stage.turn(alice, post, 'answers');
  const answer = await alice.says(
    post,
    'It counts old builds as well. `sprout prune --keep 5` throws them away.',
  );
  await stage.turn(dimitris, post, 'reacts with ✅');
  await dimitris.reacts(answer, '✅');
  await solved(town, post);
}

export async function openedAgain(town: Town, stage: Stage): Promise<void> {
  const { dimitris, bob, questions, discord } = town;
  const posts = [...discord.world.channels.values()].filter(isThread);
  const post = posts.find(({ parentId, name }) => parentId === questions.id && name.includes('nightly'));
  if (!post) throw new Error('Dimitris has not asked');
  await stage.turn(dimitris, post, 'says that it does not work after all');
  await dimitris.says(post, 'Hm, still the same error tonight.');
  const prompt = await asked(town, post);
  await stage.act(dimitris, post, 'presses “Open it again”');
  await dimitris.clicks(prompt, 'Open it again');
  await town.discord.until(() => !isSolved(town, post), { hint: 'the question is open again' });
  await stage.turn(bob, post, 'answers');
  const answer = await bob.says(
    post,
    'The quota is one of files, not of bytes: `sprout quota --inodes` shows it.',
  );
  await stage.act(dimitris, post, 'chooses Apps → Mark as solution on it');
  await (await dimitris.uses('Mark as solution', answer)).settled();
  await solved(town, post);
}

/** Bob agreed to be mentioned; Alice's question waits for half an hour. */
export async function broughtToHelpers(town: Town, stage: Stage): Promise<void> {
  const { alice, bob, welcome, questions, discord } = town;
  await stage.act(bob, welcome, 'runs /helper, available: Yes');
  await (await bob.runs('/helper', { available: 'on' }, { in: welcome })).settled();
  await stage.turn(alice, questions, 'opens a post in the forum');
  const post = await alice.posts(
    questions,
    'Can two servers share one license?',
    'I found nothing about it.',
    ['billing'],
  );
  await stage.later(UNANSWERED_MINUTES);
  const isCalled = () => bob.pings.some(({ channelId }) => channelId === post.id);
  // On a slow machine Laurel's schedule may come before the post has been heard of; the next minute it comes again.
  for (let minute = 0; minute < MOST_MINUTES_MORE && !isCalled(); minute++) {
    await discord
      .until(isCalled, { hint: 'Laurel mentions Bob', timeoutMs: A_MOMENT_MS })
      .catch(() => undefined);
    if (!isCalled()) await stage.later(1);
  }
  await discord.until(isCalled, { hint: 'Laurel mentions Bob where nobody answered' });
  await stage.turn(bob, post, 'answers');
  await bob.says(post, 'Yes, as long as only one of them is live.');
}

/** Mona looks at how questions fare. */
export async function figures({ mona, welcome }: Town, stage: Stage): Promise<void> {
  await stage.act(mona, welcome, 'runs /questions stats');
  await (await mona.runs('/questions stats', { period: 'month' }, { in: welcome })).settled();
}

/** What Laurel asks in a post. */
async function asked({ discord }: Town, post: Thread): Promise<Message> {
  let prompt: Message | undefined;
  await discord.until(
    () => {
      prompt = [...post.messages.values()].findLast(({ author }) => author.id === discord.bot.user.id);
      return prompt !== undefined;
    },
    { hint: 'Laurel asks' },
  );
  if (!prompt) throw new Error('Laurel did not ask');
  return prompt;
}

async function solved(town: Town, post: Thread): Promise<void> {
  await town.discord.until(() => isSolved(town, post), { hint: 'the post is solved' });
}

function isSolved({ questions }: Town, post: Thread): boolean {
  const tag = questions.forum?.tags.find(({ name }) => name === 'solved');
  return tag !== undefined && post.thread.appliedTags.includes(tag.id);
}
