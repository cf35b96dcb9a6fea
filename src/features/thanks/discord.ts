// Thanks on Discord: texts, reactions, /thanks and "Thank the author", and every way of taking them back.
import { isRefusal } from '../../core/context.ts';
import type { Recognition } from '../../core/ledger.ts';
import { emojiKey } from '../../core/settings.ts';
import type { Feature } from '../../discord/feature.ts';
import { thanks, thankTheAuthor } from './commands.discord.ts';
import { conversationOf } from './hearing.ts';
import { onEdit, onMessage } from './messages.discord.ts';
import { emojiOf, onReaction } from './reactions.discord.ts';
import { sourceKeys, wayOf } from './rules.ts';
import * as service from './service.ts';
import { undoneView } from './view.ts';

const byReaction = (row: Recognition) => wayOf(row.sourceKey) === 'reaction';

export const thanksFeature: Feature = {
  name: 'thanks',
  commands: [thanks, thankTheAuthor],
  components: [
    {
      action: 'undo',
      answers: 'inPlace',
      async run(call, [rowId]) {
        const undone = await service.undo(call.ctx, call.guildId, call.member.id, Number(rowId));
        return isRefusal(undone) ? undone : undoneView(call.reading, undone.giverId, undone.receiverId);
      },
    },
  ],
  listeners: {
    messageCreate: onMessage,
    messageUpdate: (ctx, _before, after) => onEdit(ctx, after),
    messageDelete: async (ctx, message) => {
      conversationOf(ctx).forget(message.channelId, message.id);
      await service.takeBackOn(ctx, [message.id], 'deleted');
    },
    messageDeleteBulk: async (ctx, messages, channel) => {
      for (const id of messages.keys()) conversationOf(ctx).forget(channel.id, id);
      await service.takeBackOn(ctx, [...messages.keys()], 'deleted');
    },
    messageReactionAdd: onReaction,
    messageReactionRemove: (ctx, reaction, user) =>
      service.takeBack(
        ctx,
        sourceKeys.reaction(reaction.message.id, user.id, emojiOf(reaction)),
        'unreacted',
      ),
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
  jobs: [{ name: 'forget refusals', schedule: '17 4 * * *', run: service.forgetOldRefusals }],
};
