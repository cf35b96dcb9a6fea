// Knowledge on Discord: "Publish as answer" on the solution of a question, and "Take down" on what was published.
import { isRefusal, refuse } from '../../core/context.ts';
import { textView } from '../../core/views.ts';
import type {
  Answer,
  Call,
  Component,
  ComponentInteraction,
  Feature,
  MessageMenu,
} from '../../discord/feature.ts';
import { questionHere } from '../questions/marking.discord.ts';
import { markerOf } from '../questions/people.discord.ts';
import { mayPublish } from './rules.ts';
import { creditEntry, publish, takeDown, titleToPublish, type Wish } from './service.ts';
import { entryState } from './store.ts';
import { publishedView, titleForm } from './view.ts';

/** How long it is waited for the entry to be posted, in ms, before the answer says that it is on its way. */
const PATIENCE_MS = 5_000;

async function wishOf(call: Call, messageId: string): Promise<Wish | ReturnType<typeof refuse>> {
  const question = await questionHere(call);
  if (isRefusal(question)) return question;
  const publisher = await markerOf(call.ctx, call.member, question.id);
  return { guildId: call.guildId, questionId: question.id, messageId, publisher };
}

/** Where answers are published, for whoever may do so. */
async function ofUse({ ctx, guildId, member, channelId }: Call): Promise<boolean> {
  const settings = await ctx.settings.of(guildId);
  return (
    settings.knowledgeChannelId !== undefined && mayPublish(await markerOf(ctx, member, channelId), settings)
  );
}

const publishAsAnswer: MessageMenu = {
  type: 'message',
  name: 'Publish as answer',
  topic: 'questions',
  isFor: ofUse,
  answers: 'privately',
  async run(call): Promise<Answer> {
    const wish = await wishOf(call, call.interaction.targetMessage.id);
    if (isRefusal(wish)) return wish;
    const found = await titleToPublish(call.ctx, wish);
    return isRefusal(found) ? found : { form: titleForm(call.reading, wish.messageId, found.title) };
  },
};

async function publishTitled(
  call: Call<ComponentInteraction>,
  [messageId = '']: readonly string[],
): Promise<Answer> {
  const { ctx, interaction, guildId, reading } = call;
  if (!interaction.isModalSubmit()) return refuse('outOfDate');
  const wish = await wishOf(call, messageId);
  if (isRefusal(wish)) return wish;
  const owed = await publish(ctx, { ...wish, title: interaction.fields.getTextInputValue('title') });
  if (isRefusal(owed)) return owed;
  await ctx.outbox.whenSettled([owed.effectId], PATIENCE_MS);
  const { knowledgeChannelId: channelId = '' } = await ctx.settings.of(guildId);
  const how = await ctx.db.read((db) => entryState(db, owed.effectId));
  return how === 'failed'
    ? refuse('publishRefused', { channel: `<#${channelId}>` })
    : publishedView(reading, how, channelId);
}

const components: readonly Component[] = [
  { action: 'publish', answers: 'privately', run: publishTitled },
  {
    action: 'takeDown',
    answers: 'privately',
    async run(call) {
      const { ctx, guildId, interaction, member, channelId } = call;
      const messageId = interaction.isMessageComponent() ? interaction.message.id : '';
      const presser = await markerOf(ctx, member, channelId);
      const no = await takeDown(ctx, { guildId, messageId, presser });
      return no ?? textView(call.reading.t('knowledge.takenDown'));
    },
  },
];

export const knowledgeFeature: Feature = {
  name: 'knowledge',
  needs: [
    { permission: 'ViewChannel', why: 'reach the channel for published answers' },
    { permission: 'SendMessages', why: 'post a published answer there' },
  ],
  commands: [publishAsAnswer],
  components,
  onSettled: creditEntry,
};
