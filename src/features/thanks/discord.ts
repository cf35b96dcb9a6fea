// Thanks on Discord: texts, reactions, /thanks and "Thank the author", and every way of taking them back.
import { isRefusal } from '../../core/context.ts';
import type { Recognition } from '../../core/ledger-rules.ts';
import { emojiKey } from '../../core/settings.ts';
import type { Feature } from '../../discord/feature.ts';
import { catchUp, onDeleted } from './catch-up.discord.ts';
import { thanks, thankTheAuthor } from './commands.discord.ts';
import { learnGratitude } from './gratitude.rules.ts';
import { conversationOf } from './hearing.ts';
import { onEdit, onMessage } from './messages.discord.ts';
import { emojiOf, onReaction, onReactionRemoved } from './reactions.discord.ts';
import { wayOf } from './rules.ts';
import * as service from './service.ts';
import { onSignSettled } from './sign.ts';
import { undoneView } from './view.ts';

const byReaction = (row: Recognition) => wayOf(row.sourceKey) === 'reaction';

export const thanksFeature: Feature = {
  name: 'thanks',
  needs: [
    { permission: 'ViewChannel', why: 'notice thanks and reactions' },
    { permission: 'ReadMessageHistory', why: 'see whose message was meant, and react to older ones' },
    { permission: 'AddReactions', why: 'leave a small sign on a thank-you that counted' },
    { permission: 'SendMessages', why: 'answer a thank-you, where the server prefers that to a reaction' },
    { permission: 'SendMessagesInThreads', why: 'answer a thank-you in threads and forum posts' },
  ],
  commands: [thanks, thankTheAuthor],
  components: [
    {
      action: 'undo',
      answers: 'inPlace',
      async run(call, [rowId]) {
        const undone = await service.undo(call.ctx, call.guildId, call.member.id, Number(rowId));
        return isRefusal(undone) ? undone : undoneView(call.reading, undone.row, undone.standsElsewhere);
      },
    },
  ],
  listeners: {
    // A new session: what was said since the last one was not heard, so no window is whole any more.
    shardReady: (ctx) => conversationOf(ctx).forgetAll(),
    messageCreate: onMessage,
    messageUpdate: (ctx, _before, after) => onEdit(ctx, after),
    messageDelete: (ctx, message) => onDeleted(ctx, message.channelId, [message.id]),
    messageDeleteBulk: (ctx, messages, channel) => onDeleted(ctx, channel.id, [...messages.keys()]),
    messageReactionAdd: onReaction,
    messageReactionRemove: onReactionRemoved,
    messageReactionRemoveAll: (ctx, message) =>
      service.takeBackOn(ctx, [message.id], 'unreacted', byReaction),
    messageReactionRemoveEmoji: (ctx, reaction) => {
      const ending = `:${emojiKey(emojiOf(reaction))}`;
      return service.takeBackOn(
        ctx,
        [reaction.message.id],
        'unreacted',
        (row) => byReaction(row) && row.sourceKey.endsWith(ending),
      );
    },
  },
  catchUp,
  prepare: learnGratitude,
  onSettled: onSignSettled,
  jobs: [{ name: 'forget refusals', schedule: '17 4 * * *', run: service.forgetOldRefusals }],
};
