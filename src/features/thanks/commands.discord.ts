// /thanks and "Thank the author": thanks given on purpose, answered with the new total and an Undo.
import { type Context, isRefusal, refuse } from '../../core/context.ts';
import { standingOf } from '../../core/standings.ts';
import type { MessageMenu } from '../../discord/feature.ts';
import { slashCommand } from '../../discord/options.ts';
import { onThanksFor } from '../questions/closing.ts';
import { personById, personOf } from './people.discord.ts';
import { helpKeyOf, sourceKeys } from './rules.ts';
import * as service from './service.ts';
import { thankedView } from './view.ts';

/** Longest reason for /thanks, in characters: a sentence, not a speech. */
const LONGEST_REASON = 200;

export const thanks = slashCommand({
  name: 'thanks',
  description: 'commands.thanks.description',
  topic: 'thanks',
  answers: 'publicly',
  options: {
    member: { type: 'member', required: true, description: 'commands.thanks.options.member' },
    reason: { type: 'text', maxLength: LONGEST_REASON, description: 'commands.thanks.options.reason' },
  },
  async run(call, { member: thanked, reason }) {
    const { ctx, guildId, channelId, interaction, at } = call;
    if (!thanked.member && !thanked.user.bot) return refuse('notAMember');
    const given = await service.giveThanks(ctx, {
      sourceKey: sourceKeys.command(interaction.id),
      kind: 'thanks',
      guildId,
      channelId,
      giver: personOf({ author: call.member.user, member: call.member }),
      receiver: personOf({ author: thanked.user, member: thanked.member ?? null }),
      helpKey: helpKeyOf({
        threadId: interaction.channel?.isThread() ? channelId : undefined,
        thankingId: interaction.id,
      }),
      reason: reason?.trim() || undefined,
      at,
    });
    return isRefusal(given) ? given : answerTo(call, given);
  },
});

export const thankTheAuthor: MessageMenu = {
  type: 'message',
  name: 'Thank the author',
  topic: 'thanks',
  answers: 'privately',
  async run(call) {
    const { ctx, guildId, channelId, interaction, at } = call;
    const message = interaction.targetMessage;
    if (message.webhookId || message.system) return refuse('webhook');
    const receiver = await personById(ctx, guildId, message.author);
    const given = await service.giveThanks(ctx, {
      sourceKey: sourceKeys.menu(interaction.id),
      kind: 'thanks',
      guildId,
      channelId,
      giver: personOf({ author: call.member.user, member: call.member }),
      receiver,
      helpKey: helpKeyOf({
        threadId: interaction.channel?.isThread() ? channelId : undefined,
        helpfulMessageId: message.id,
        thankingId: interaction.id,
      }),
      messageId: message.id,
      sourceMessageId: message.id,
      at,
    });
    const { memberId: authorId } = receiver;
    const thankedFor = { guildId, questionId: channelId, messageId: message.id, authorId };
    await onThanksFor(ctx, { ...thankedFor, memberId: call.member.id });
    return isRefusal(given) ? given : answerTo(call, given);
  },
};

async function answerTo(
  call: { ctx: Context; guildId: string; reading: Parameters<typeof thankedView>[0] },
  given: service.Given,
) {
  const { row, again } = given;
  const { points: total } = await call.ctx.db.read((db) =>
    standingOf(db, call.guildId, 'all', row.receiverId),
  );
  const { limits } = await call.ctx.settings.of(call.guildId);
  return thankedView(call.reading, {
    rowId: row.id,
    giverId: row.giverId,
    receiverId: row.receiverId,
    reason: row.reason ?? undefined,
    weight: row.weight,
    windowDays: limits.windowDays,
    total,
    again,
  });
}
