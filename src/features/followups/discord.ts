// What comes after an answer, on Discord: the answers of askers who were asked, their words in closed questions, and the jobs.
import { Events, type Message, MessageType } from 'discord.js';
import type { View } from '../../core/actions.ts';
import { type Context, isRefusal, type Refusal, refuse } from '../../core/context.ts';
import type { TextKey } from '../../core/texts.ts';
import { textView } from '../../core/views.ts';
import type { Call, Component, Feature } from '../../discord/feature.ts';
import { candidatesAmong } from '../questions/choosing.discord.ts';
import { reopenAs } from '../questions/marking.discord.ts';
import { chooseView } from '../questions/marking.view.ts';
import { markerOf } from '../questions/people.discord.ts';
import { type Asked, promptFor } from '../questions/prompts.discord.ts';
import { TURNS_READ } from '../questions/proposal.rules.ts';
import { findQuestion } from '../questions/store.ts';
import { close, noteWord, stillNeed, stillWorks, worksNoMore } from './answers.ts';
import { checkBack } from './check-backs.ts';
import { closeQuiet, nudgeAskers } from './nudges.ts';
import { isWayBack } from './rules.ts';

/** A button of a prompt: for the asker, and for whoever may decide in their place. */
function promptButton(action: string, run: (call: Call, asked: Asked) => Promise<View | Refusal>): Component {
  return {
    action,
    answers: 'privately',
    async run(call, [promptId]) {
      const asked = await promptFor(call, promptId);
      return isRefusal(asked) ? asked : run(call, asked);
    },
  };
}

const said = ({ reading }: Call, key: TextKey) => textView(reading.t(key));

const components: readonly Component[] = [
  promptButton('solved', chooseMessage),
  promptButton('stillNeed', async (call, asked) => {
    const question = await stillNeed(call.ctx, asked);
    return isRefusal(question) ? question : said(call, 'followups.raised');
  }),
  promptButton('close', async (call, asked) => {
    const question = await close(call.ctx, asked);
    if (isRefusal(question)) return question;
    const reopen = call.commands.mention(call.guildId, 'reopen');
    return textView(call.reading.t('followups.closedByYou', { reopen }));
  }),
  promptButton('works', async (call, asked) => {
    await stillWorks(call.ctx, asked);
    return said(call, 'followups.glad');
  }),
  promptButton('worksNot', async (call, asked) => {
    const question = await worksNoMore(call.ctx, asked);
    return isRefusal(question) ? question : said(call, 'followups.reopened');
  }),
  { action: 'reopen', answers: 'privately', run: (call, [questionId = '']) => reopenAs(call, questionId) },
];

/** Which message helped? The nudge stays until one is chosen: who looks through the list may find none. */
async function chooseMessage(call: Call, { question }: Asked): Promise<View | Refusal> {
  const { ctx, interaction, reading } = call;
  const past = await ctx.actions.messagesBefore(question.id, interaction.id, TURNS_READ);
  if (!past.done) return refuse(past.final ? 'notAQuestion' : 'tryAgain');
  return chooseView(reading, question.id, candidatesAmong(question.askerId, past.value));
}

function onMessage(ctx: Context, message: Message): Promise<void> | undefined {
  if (!message.inGuild() || message.author.bot || message.webhookId !== null) return undefined;
  if (message.type !== MessageType.Default && message.type !== MessageType.Reply) return undefined;
  return message.channel.isThread() ? inThread(ctx, message) : undefined;
}

async function inThread(ctx: Context, message: Message<true>): Promise<void> {
  const question = await ctx.db.read((db) => findQuestion(db, message.channelId));
  if (!question || !isWayBack(question, message.author.id)) return;
  const member = message.member ?? (await message.guild.members.fetch(message.author.id));
  await noteWord(ctx, question.id, await markerOf(ctx, member, question.id));
}

export const followupsFeature: Feature = {
  name: 'followups',
  needs: [
    { permission: 'SendMessagesInThreads', why: 'ask whoever asked whether an answer helped' },
    { permission: 'ReadMessageHistory', why: 'look whether anybody wrote before a quiet question is closed' },
  ],
  components,
  listeners: { [Events.MessageCreate]: onMessage },
  jobs: [
    { name: 'ask silent askers', schedule: '*/10 * * * *', run: nudgeAskers },
    { name: 'close quiet questions', schedule: '5-59/10 * * * *', run: closeQuiet },
    { name: 'ask whether it still works', schedule: '17 * * * *', run: checkBack },
  ],
};
