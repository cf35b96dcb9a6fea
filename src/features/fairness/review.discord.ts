// /review on Discord: moderators look at cases and decide them; people concerned answer from their profile.
import { PermissionFlagsBits } from 'discord.js';
import type { View } from '../../core/actions.ts';
import { isRefusal, type Refusal, refuse } from '../../core/context.ts';
import { textView } from '../../core/views.ts';
import type { Answer, Call, Component, ComponentInteraction } from '../../discord/feature.ts';
import { slashCommand } from '../../discord/options.ts';
import { isDecision } from './cases.rules.ts';
import * as service from './cases.service.ts';
import { answerForm, answersView, caseView, listView, reasonForm } from './cases.view.ts';

/** Who may hold and reverse: those who also promote. */
export const MODERATORS = PermissionFlagsBits.ManageRoles;

type Press = Call<ComponentInteraction>;

export const review = slashCommand({
  name: 'review',
  description: 'commands.review.description',
  answers: 'privately',
  requires: MODERATORS,
  options: { case: { type: 'integer', min: 1, description: 'commands.review.options.case' } },
  run: (call, { case: id }) => (id === undefined ? showList(call, 'undecided', 1) : showCase(call, id, 1)),
});

async function showList(call: Call, list: service.List, page: number, note?: string): Promise<View> {
  return listView(call.reading, await service.readList(call.ctx, call.guildId, list, page), note);
}

async function showCase(call: Call, id: number, page: number, note?: string): Promise<View | Refusal> {
  const file = await service.readCase(call.ctx, call.guildId, id, page);
  return file ? caseView(call.reading, file, call.guildId, note) : refuse('caseGone');
}

async function showAnswers(
  { ctx, guildId, reading }: Press,
  id: number,
  page: number,
): Promise<View | Refusal> {
  const file = await service.readCase(ctx, guildId, id, 1);
  return file ? answersView(reading, file, page) : refuse('caseGone');
}

async function lookNow(call: Press): Promise<View> {
  const { ctx, guildId, reading } = call;
  await call.progress(textView(reading.t('fairness.looking')));
  const opened = await service.look(ctx, guildId);
  return showList(call, 'undecided', 1, reading.t('fairness.looked', { count: opened }));
}

async function decide(call: Press, [typed, decision, seen = '']: readonly string[]): Promise<Answer> {
  const caseId = numberIn(typed);
  if (caseId === undefined || !isDecision(decision)) return refuse('outOfDate');
  if (decision === 'reverse') return { form: reasonForm(call.reading, caseId, seen) };
  return carryOut(call, { caseId, decision, seen });
}

async function reverse(call: Press, [typed, seen = '']: readonly string[]): Promise<Answer> {
  const caseId = numberIn(typed);
  if (caseId === undefined) return refuse('outOfDate');
  return carryOut(call, { caseId, decision: 'reverse', seen, reason: wordsIn(call, 'reason') });
}

async function carryOut(
  call: Press,
  about: Pick<service.Order, 'caseId' | 'decision' | 'seen' | 'reason'>,
): Promise<View | Refusal> {
  const { ctx, guildId, member, reading } = call;
  const decided = await service.decideCase(ctx, { ...about, guildId, moderatorId: member.id });
  if (isRefusal(decided)) return decided;
  return showCase(call, about.caseId, 1, reading.t(`fairness.done.${about.decision}`));
}

async function askForAnswer(
  { ctx, guildId, member, reading }: Press,
  [typed]: readonly string[],
): Promise<Answer> {
  const caseId = numberIn(typed);
  if (caseId === undefined) return refuse('outOfDate');
  return (await service.mayAnswer(ctx, guildId, caseId, member.id)) ?? { form: answerForm(reading, caseId) };
}

async function keepAnswer(call: Press, [typed]: readonly string[]): Promise<Answer> {
  const { ctx, guildId, member, reading } = call;
  const caseId = numberIn(typed);
  if (caseId === undefined) return refuse('outOfDate');
  const words = wordsIn(call, 'answer');
  const no = await service.answerCase(ctx, { guildId, caseId, memberId: member.id, words });
  return no ?? textView(reading.t('fairness.answerKept'));
}

/** A whole number as it travels in a custom id. */
export function numberIn(typed: string | undefined): number | undefined {
  return typed && /^\d{1,9}$/.test(typed) ? Number(typed) : undefined;
}

/** What was typed into a form. */
export function wordsIn({ interaction }: Press, field: string): string {
  return interaction.isModalSubmit() ? interaction.fields.getTextInputValue(field) : '';
}

const isList = (name: string | undefined): name is service.List =>
  name !== undefined && Object.hasOwn(service.lists, name);

export const reviewControls: readonly Component[] = [
  {
    action: 'list',
    answers: 'inPlace',
    requires: MODERATORS,
    run: async (call, [list, page]) =>
      isList(list) ? showList(call, list, numberIn(page) ?? 1) : refuse('outOfDate'),
  },
  {
    action: 'case',
    answers: 'inPlace',
    requires: MODERATORS,
    run: async (call, [id, page]) => showCase(call, numberIn(id) ?? 0, numberIn(page) ?? 1),
  },
  {
    action: 'answers',
    answers: 'inPlace',
    requires: MODERATORS,
    run: async (call, [id, page]) => showAnswers(call, numberIn(id) ?? 0, numberIn(page) ?? 1),
  },
  { action: 'look', answers: 'inPlace', requires: MODERATORS, run: lookNow },
  { action: 'decide', answers: 'inPlace', requires: MODERATORS, run: decide },
  { action: 'reversed', answers: 'inPlace', requires: MODERATORS, run: reverse },
  { action: 'answer', answers: 'privately', run: askForAnswer },
  { action: 'answered', answers: 'privately', run: keepAnswer },
];
