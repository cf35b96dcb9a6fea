// Questions in a simulation: asked, answered, marked by ✅ and by the menu, taken back, their threads deleted; and what must hold of them.
import { type Context, isRefusal } from '../../src/core/context.ts';
import { questions } from '../../src/core/question-tables.ts';
import { recognitions } from '../../src/core/schema.ts';
import { withdrawReaction } from '../../src/features/questions/confirming.ts';
import { creditOf, helpKeyOf } from '../../src/features/questions/credit.rules.ts';
import { lookUp } from '../../src/features/questions/known.discord.ts';
import {
  type Answer,
  type Mark,
  type Marker,
  solutionsOf,
} from '../../src/features/questions/marking.rules.ts';
import {
  markSolution,
  messagesDeleted,
  reopenQuestion,
  unmark,
} from '../../src/features/questions/marks.service.ts';
import { marksOf } from '../../src/features/questions/marks.store.ts';
import * as service from '../../src/features/questions/service.ts';
import { SOLVED_EMOJI } from '../../src/features/questions/thread.rules.ts';
import type { Random } from '../random.ts';
import { GUILD_ID, type Question, type SaidMessage, type World } from './world.ts';

const FORUM = '28';
/** Somebody of the team, who may put ✅ on an answer as well; neither asks nor answers. */
const STAFF = '302';
/** Messages that can be the solution: a fourth ✅ would count or not by what was heard first. */
const MOST_MARKABLE = 3;

export type QuestionNews =
  | { what: 'asked' | 'threadGone'; lane: string; threadId: string }
  | { what: 'answered'; lane: string; threadId: string; messageId: string }
  | { what: 'checked' | 'unchecked'; lane: string; threadId: string; messageId: string; memberId: string };

type Deed = { news: QuestionNews[] } | { interaction: (ctx: Context) => Promise<void> };

const NOTHING: Deed = { news: [] };

/** One deed about a question, by one of these people or by the team. */
export function nextDeed(random: Random, world: World, now: number, people: readonly string[]): Deed {
  const dice = random.share();
  const open = [...world.questions.values()].filter(({ isGone }) => !isGone).slice(-4);
  if (dice < 0.15 || open.length === 0) return ask(random, world, now, people);
  const question = random.pick(open);
  const threadId = question.id;
  if (dice < 0.4) {
    const author = random.pick(people.filter((id) => id !== question.askerId));
    const answer = say(world, threadId, author, now);
    question.answerIds.push(answer.id);
    return { news: [{ what: 'answered', lane: threadId, threadId, messageId: answer.id }] };
  }
  if (dice < 0.44) {
    world.deleteThread(threadId);
    return { news: [{ what: 'threadGone', lane: threadId, threadId }] };
  }
  const there = question.answerIds.slice(0, MOST_MARKABLE).flatMap((id) => world.message(id) ?? []);
  if (there.length === 0) return NOTHING;
  const message = random.pick(there);
  const memberId = random.pick([question.askerId, question.askerId, STAFF]);
  if (dice < 0.8) return { news: [toggle(message, memberId)] };
  const marker = markerOf(memberId);
  if (dice < 0.9)
    return {
      interaction: async (ctx) => {
        const order = { questionId: threadId, answer: answerOf(message), marker };
        await markSolution(ctx, { ...order, way: 'menu', mode: 'replace' });
      },
    };
  if (dice < 0.95)
    return { interaction: async (ctx) => void (await unmark(ctx, threadId, marker, message.id)) };
  return { interaction: async (ctx) => void (await reopenQuestion(ctx, threadId, marker)) };
}

function ask(random: Random, world: World, now: number, people: readonly string[]): Deed {
  const id = world.newId();
  const askerId = random.pick(people);
  say(world, id, askerId, now, id);
  world.questions.set(id, { id, askerId, at: now, answerIds: [], isGone: false });
  return { news: [{ what: 'asked', lane: id, threadId: id }] };
}

function say(world: World, channelId: string, authorId: string, at: number, id = world.newId()): SaidMessage {
  const said = { thanks: new Map(), editedAt: undefined, isDeleted: false, reactions: new Map() };
  const message: SaidMessage = { id, channelId, authorId, at, ...said };
  world.messages.set(id, message);
  return message;
}

function toggle(message: SaidMessage, memberId: string): QuestionNews {
  const users = message.reactions.get(SOLVED_EMOJI) ?? new Set<string>();
  message.reactions.set(SOLVED_EMOJI, users);
  const what = users.delete(memberId) ? 'unchecked' : 'checked';
  if (what === 'checked') users.add(memberId);
  const { channelId: threadId, id: messageId } = message;
  return { what, lane: threadId, threadId, messageId, memberId };
}

const markerOf = (memberId: string): Marker => ({
  memberId,
  isBot: false,
  isStaff: memberId === STAFF,
  isModerator: false,
  isAmbassador: false,
  tier: undefined,
});

const answerOf = ({ id, channelId, authorId }: SaidMessage): Answer => ({
  messageId: id,
  channelId,
  authorId,
  byPerson: true,
  byStaff: false,
});

/** Handles one event as the listeners do. */
export async function hearOfQuestion(ctx: Context, world: World, news: QuestionNews): Promise<void> {
  const question = world.questions.get(news.threadId);
  if (!question) return;
  if (news.what === 'threadGone') return service.threadGone(ctx, news.threadId);
  await open(ctx, question);
  const message = 'messageId' in news ? world.message(news.messageId) : undefined;
  if (news.what === 'answered' && message) await note(ctx, message);
  if (news.what !== 'checked' && news.what !== 'unchecked') return;
  const { threadId, messageId, memberId } = news;
  // An event may come after the one that undoes it: Discord is asked.
  const there = await ctx.actions.hasReacted(threadId, messageId, SOLVED_EMOJI, memberId);
  if (there.done && there.value !== (news.what === 'checked')) return;
  if (news.what === 'unchecked') return withdrawReaction(ctx, threadId, messageId, memberId);
  if (message) await check(ctx, message, memberId);
}

async function open(ctx: Context, { id, askerId, at }: Question): Promise<void> {
  const place = { guildId: GUILD_ID, channelId: FORUM, firstMessageIn: id, name: 'How?', tagIds: [] };
  await service.openQuestion(ctx, { id, askerId, at, ...place });
}

async function note(ctx: Context, { id, channelId, authorId, at }: SaidMessage): Promise<void> {
  await service.noteMessages(ctx, channelId, [{ messageId: id, memberId: authorId, isStaff: false, at }]);
}

async function check(ctx: Context, message: SaidMessage, memberId: string): Promise<void> {
  const order = { questionId: message.channelId, answer: answerOf(message), marker: markerOf(memberId) };
  const marked = await markSolution(ctx, { ...order, way: 'reaction', mode: 'add' });
  if (isRefusal(marked)) ctx.log.debug({ reason: marked.refused }, 'a ✅ marked nothing');
}

/** Messages were deleted, among them perhaps an answer or a question. */
export async function messagesGone(ctx: Context, messageIds: readonly string[]): Promise<void> {
  await messagesDeleted(ctx, messageIds);
  for (const id of messageIds) await service.firstMessageGone(ctx, id);
}

/** What is looked up after a silence: what was asked, answered and deleted, and ✅ that came and went. */
export async function catchUpOnQuestions(ctx: Context, world: World): Promise<void> {
  for (const question of world.questions.values()) {
    const { id } = question;
    // Of a thread that is no more nothing can be read.
    if (question.isGone) {
      await service.threadGone(ctx, id);
      continue;
    }
    await open(ctx, question);
    const place = { guildId: GUILD_ID, channelId: id, parentId: FORUM, isThread: true };
    for (const messageId of question.answerIds) {
      const message = world.message(messageId);
      if (!message) continue;
      await note(ctx, message);
      const users = message.reactions.get(SOLVED_EMOJI) ?? new Set();
      const known = (await lookUp.known(ctx, place, messageId, messageId)).flatMap(({ reaction, stands }) =>
        reaction ? [{ ...reaction, stands }] : [],
      );
      for (const { stands, ...one } of known)
        if (stands && !users.has(one.memberId)) await lookUp.reactionGone(ctx, place, messageId, one);
      for (const memberId of users)
        if (!known.some((one) => one.memberId === memberId)) await check(ctx, message, memberId);
    }
    const gone = [id, ...question.answerIds].filter((messageId) => !world.message(messageId));
    await messagesGone(ctx, gone);
  }
}

/** Credit is what the marks say, a question is solved by its marks, and marks by ✅ rest on a ✅ that is there. */
export async function aboutQuestions(ctx: Context, world: World): Promise<string[]> {
  const { points } = await ctx.settings.of(GUILD_ID);
  const found: string[] = [];
  const rows = await ctx.db.read((db) => db.select().from(recognitions).all());
  const asked = await ctx.db.read((db) => db.select().from(questions).all());
  for (const question of asked) {
    const marks = await ctx.db.read((db) => marksOf(db, question.id));
    const live = marks.filter(({ unmarkedAt }) => unmarkedAt === null);
    const wanted = creditOf(question, marks, points).wanted.map(({ sourceKey }) => sourceKey);
    const credited = rows
      .filter(({ helpKey, revokedAt }) => helpKey === helpKeyOf(question.id) && revokedAt === null)
      .map(({ sourceKey }) => sourceKey);
    if (wanted.toSorted().join() !== credited.toSorted().join())
      found.push(`question ${question.id} credits ${credited.join()}, and its marks say ${wanted.join()}`);
    if ((question.state === 'solved') !== solutionsOf(live).length > 0)
      found.push(`question ${question.id} is ${question.state} with ${live.length} marks`);
    found.push(...aboutChecks(world, question.id, marks));
  }
  const known = new Set(asked.map(({ id }) => id));
  for (const { id, isGone } of world.questions.values())
    if (!isGone && !known.has(id)) found.push(`question ${id} is not known`);
  return found;
}

function aboutChecks(world: World, questionId: string, marks: readonly Mark[]): string[] {
  const question = world.questions.get(questionId);
  if (!question || question.isGone) return [];
  const checks = question.answerIds.flatMap((id) =>
    [...(world.message(id)?.reactions.get(SOLVED_EMOJI) ?? [])].map((memberId) => `${id} by ${memberId}`),
  );
  const nameOf = ({ messageId, markedBy }: Mark) => `${messageId} by ${markedBy}`;
  const byCheck = marks.filter(({ way }) => way === 'reaction');
  const unfounded = byCheck.filter((mark) => mark.unmarkedAt === null && !checks.includes(nameOf(mark)));
  // A ✅ counts, unless somebody decided otherwise while it was there; or its owner had marked the message otherwise.
  const judged = new Set(marks.filter(({ unmarkedWhy }) => unmarkedWhy !== 'unreacted').map(nameOf));
  return [
    ...unfounded.map((mark) => `a mark on ${nameOf(mark)} has no ✅`),
    ...checks.filter((one) => !judged.has(one)).map((one) => `✅ on ${one} marks nothing`),
  ];
}
