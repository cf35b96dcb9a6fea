// "Mark as solution", /solved and /reopen, and the buttons below their answers.
import type { Message } from 'discord.js';
import type { View } from '../../core/actions.ts';
import { isRefusal, type Refusal, refuse } from '../../core/context.ts';
import type { MarkWay } from '../../core/question-tables.ts';
import type { Call, Component, ComponentInteraction, MessageMenu } from '../../discord/feature.ts';
import { slashCommand } from '../../discord/options.ts';
import { nameAssists } from './assists.service.ts';
import { offerChoice } from './choosing.discord.ts';
import { confirmSolution, whyNotConfirm } from './confirming.ts';
import { type Answer, type Marker, mayDecide } from './marking.rules.ts';
import {
  assistsView,
  confirmedView,
  confirmView,
  markedView,
  reopenedView,
  unmarkedView,
} from './marking.view.ts';
import { type Marked, markAgain, markSolution, reopenQuestion, solveAlone, unmark } from './marks.service.ts';
import { olderAnswerIn } from './older-answers.ts';
import { type AnswerText, answerOf, isStaff, markerOf } from './people.discord.ts';
import type { Question } from './questions.rules.ts';
import { findQuestion } from './store.ts';
import { linksIn } from './thread.rules.ts';
import { ensureQuestion } from './threads.discord.ts';

export const markAsSolution: MessageMenu = {
  type: 'message',
  name: 'Mark as solution',
  topic: 'questions',
  answers: 'privately',
  async run(call) {
    const question = await questionHere(call);
    if (isRefusal(question)) return question;
    const { targetMessage } = call.interaction;
    return markOrConfirm(call, question, targetMessage.channelId, textOf(targetMessage), 'menu');
  },
};

export const solved = slashCommand({
  name: 'solved',
  description: 'commands.solved.description',
  topic: 'questions',
  answers: 'privately',
  options: { message: { type: 'text', maxLength: 200, description: 'commands.solved.options.message' } },
  async run(call, { message: typed }) {
    const question = await questionHere(call);
    if (isRefusal(question)) return question;
    if (typed === undefined) return offerChoice(call, question);
    const place = placeOf(typed, call.guildId, question.id);
    if (!place) return refuse('solutionUnreadable', { typed: typed.replaceAll('`', '').slice(0, 50) });
    if (place.channelId !== question.id) return markOlder(call, question, typed);
    const found = await call.ctx.actions.message(question.id, place.messageId);
    if (!found.done) return refuse(found.final ? 'solutionGone' : 'tryAgain');
    return markOrConfirm(call, question, question.id, found.value, 'command');
  },
});

export const reopen = slashCommand({
  name: 'reopen',
  description: 'commands.reopen.description',
  topic: 'questions',
  answers: 'privately',
  options: {},
  async run(call) {
    const question = await questionHere(call);
    if (isRefusal(question)) return question;
    return reopenAs(call, question.id);
  },
});

/** Opens a question again for whoever pressed or asked. */
export async function reopenAs(call: Call, questionId: string): Promise<View | Refusal> {
  const marker = await markerOf(call.ctx, call.member, questionId);
  const question = await reopenQuestion(call.ctx, questionId, marker);
  return isRefusal(question) ? question : reopenedView(call.reading);
}

export const markingComponents: readonly Component[] = [
  {
    action: 'undo',
    answers: 'inPlace',
    async run(call, [questionId = '', messageId]) {
      const marker = await markerOf(call.ctx, call.member, questionId);
      const question = await unmark(call.ctx, questionId, marker, messageId);
      return isRefusal(question) ? question : unmarkedView(call.reading, question);
    },
  },
  {
    action: 'keep',
    answers: 'inPlace',
    async run(call, [questionId = '', ...messageIds]) {
      const marker = await markerOf(call.ctx, call.member, questionId);
      return shown(call, await markAgain(call.ctx, questionId, marker, messageIds), undefined);
    },
  },
  {
    action: 'assists',
    answers: 'inPlace',
    async run(call, [questionId = '']) {
      const { ctx, interaction, member, reading } = call;
      if (!interaction.isUserSelectMenu()) return refuse('outOfDate');
      const marker = await markerOf(ctx, member, questionId);
      const settings = await ctx.settings.of(call.guildId);
      const named = interaction.users.map(({ id, bot }) => ({
        memberId: id,
        isBot: bot,
        isStaff: isStaff(interaction.members.get(id)?.roles.cache.keys() ?? [], settings),
      }));
      const assists = await nameAssists(ctx, questionId, marker, named);
      return isRefusal(assists) ? assists : assistsView(reading, assists);
    },
  },
  {
    // Below one answer, which the button names, or below the list that `/solved` offers.
    action: 'confirm',
    answers: 'inPlace',
    async run(call, [questionId = '', named]) {
      const messageId = named ?? chosenIn(call);
      if (messageId === undefined) return refuse('outOfDate');
      const found = await answerThere(call, questionId, messageId);
      if (isRefusal(found)) return found;
      const confirmed = await confirmSolution(call.ctx, { questionId, ...found, patiently: false });
      return isRefusal(confirmed) ? confirmed : confirmedView(call.reading, confirmed);
    },
  },
  {
    action: 'choose',
    answers: 'inPlace',
    async run(call, [questionId = '']) {
      const messageId = chosenIn(call);
      return messageId === undefined
        ? refuse('outOfDate')
        : markChosen(call, questionId, messageId, 'button');
    },
  },
  {
    action: 'alone',
    answers: 'inPlace',
    async run(call, [questionId = '']) {
      const marker = await markerOf(call.ctx, call.member, questionId);
      return shown(call, await solveAlone(call.ctx, questionId, marker, 'button'), undefined);
    },
  },
];

function chosenIn({ interaction }: Call<ComponentInteraction>): string | undefined {
  return interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
}

/** Marks a message that was chosen from a list. */
async function markChosen(
  call: Call<ComponentInteraction>,
  questionId: string,
  messageId: string,
  way: MarkWay,
): Promise<View | Refusal> {
  const found = await answerThere(call, questionId, messageId);
  if (isRefusal(found)) return found;
  const marked = await markSolution(call.ctx, { questionId, ...found, way, mode: 'replace' });
  return shown(call, marked, messageId);
}

/** The question that this is asked in; a thread of a help channel that was not seen before becomes one. */
export async function questionHere(call: Call): Promise<Question | Refusal> {
  const { channel } = call.interaction;
  if (!channel?.isThread() || !(await ensureQuestion(call.ctx, channel))) return refuse('notAQuestion');
  return (await call.ctx.db.read((db) => findQuestion(db, channel.id))) ?? refuse('notAQuestion');
}

async function answerThere(
  { ctx, member }: Call,
  questionId: string,
  messageId: string,
): Promise<{ answer: Answer; marker: Marker } | Refusal> {
  const question = await ctx.db.read((db) => findQuestion(db, questionId));
  if (!question) return refuse('notAQuestion');
  const found = await ctx.actions.message(questionId, messageId);
  if (!found.done) return refuse(found.final ? 'solutionGone' : 'tryAgain');
  return {
    answer: await answerOf(ctx, question, questionId, found.value),
    marker: await markerOf(ctx, member, questionId),
  };
}

async function markOrConfirm(
  call: Call,
  question: Question,
  channelId: string,
  text: AnswerText,
  way: MarkWay,
): Promise<View | Refusal> {
  const { ctx, reading } = call;
  const answer = await answerOf(ctx, question, channelId, text);
  const marker = await markerOf(ctx, call.member, question.id);
  if (mayDecide(question, marker, await ctx.settings.of(question.guildId))) {
    const order = { questionId: question.id, answer, marker, way, mode: 'replace' as const };
    return shown(call, await markSolution(ctx, order), answer.messageId);
  }
  const refusal = await whyNotConfirm(ctx, question.id, answer, marker);
  return refusal ?? confirmView(reading, question.id, answer.messageId);
}

/** A link to a question that was solved before: its answer solves this one. */
async function markOlder(call: Call, question: Question, typed: string): Promise<View | Refusal> {
  const { ctx, member } = call;
  const origin = await ctx.db.read((db) => olderAnswerIn(db, typed, question));
  if (!origin) return refuse('solutionElsewhere');
  const answer: Answer = {
    messageId: origin.messageId,
    channelId: origin.questionId,
    authorId: origin.memberId,
    byPerson: true,
    byStaff: origin.isStaff,
    origin,
  };
  const marker = await markerOf(ctx, member, question.id);
  const order = {
    questionId: question.id,
    answer,
    marker,
    way: 'command' as const,
    mode: 'replace' as const,
  };
  return shown(call, await markSolution(ctx, order), origin.messageId);
}

function shown(call: Call, marked: Marked | Refusal, messageId: string | undefined): View | Refusal {
  return isRefusal(marked) ? marked : markedView(call.reading, { ...marked, messageId });
}

function textOf({ id, author, webhookId, system, content }: Message): AnswerText {
  const authorIsBot = author.bot || webhookId !== null;
  return { messageId: id, authorId: author.id, authorIsBot, isSystem: system, content };
}

/** A message by its link, or by its id in this thread. */
function placeOf(
  typed: string,
  guildId: string,
  questionId: string,
): { channelId: string; messageId: string } | undefined {
  const [link] = linksIn(typed, guildId);
  if (link) return { channelId: link.channelId, messageId: link.messageId ?? link.channelId };
  const id = /^\s*(\d{15,20})\s*$/.exec(typed)?.[1];
  return id === undefined ? undefined : { channelId: questionId, messageId: id };
}
