// Thanks against what Discord shows after a time of not listening: which reactions and messages thanks rest on.
import type { Context } from '../../core/context.ts';
import { findBySourceMessages } from '../../core/ledger-rows.ts';
import { comesBack, type Recognition } from '../../core/ledger-rules.ts';
import { listensIn } from '../../core/settings.ts';
import type { CatchUp, Known, Place } from '../../discord/feature.ts';
import { conversationOf } from './hearing.ts';
import { meaningOf, sourceKeys, wayOf } from './rules.ts';
import * as service from './service.ts';
import * as store from './store.ts';
import { takenBackOf } from './taken-back.ts';

/** Messages are no more, and neither is what they carried. */
export async function onDeleted(
  ctx: Context,
  channelId: string,
  messageIds: readonly string[],
): Promise<void> {
  for (const id of messageIds) {
    conversationOf(ctx).forget(channelId, id);
    takenBackOf(ctx).note(id);
  }
  await service.takeBackOn(ctx, messageIds, 'deleted');
}

export const catchUp: CatchUp = {
  async means(ctx, { guildId, channelId, parentId }, emoji) {
    const settings = await ctx.settings.of(guildId);
    return listensIn(settings, channelId, parentId) && meaningOf(emoji, settings.reactions) !== undefined;
  },
  known: (ctx, { channelId }: Place, fromId, toId) =>
    ctx.db.read(async (db) => {
      const rows = await findBySourceMessages(db, channelId, fromId, toId);
      const refused = store.findRefusedReactions(db, channelId, fromId, toId);
      return [
        ...rows.flatMap((row) => knownBy(row.sourceKey, row.sourceMessageId, row) ?? []),
        ...refused.flatMap((sourceKey) => knownBy(sourceKey, sourceKey.split(':')[1] ?? null) ?? []),
      ];
    }),
  messagesGone: (ctx, { channelId }, messageIds) => onDeleted(ctx, channelId, messageIds),
  async reactionGone(ctx, _place, messageId, { emoji, memberId }) {
    await service.takeBack(ctx, sourceKeys.reaction(messageId, memberId, emoji), 'unreacted');
  },
};

/** What is known of a deed by its source; nothing for one that was taken back and may have been done again. */
function knownBy(sourceKey: string, messageId: string | null, row?: Recognition): Known | undefined {
  if (messageId === null || (row && comesBack(row))) return undefined;
  const [, , memberId = '', emoji = ''] = sourceKey.split(':');
  const reaction = wayOf(sourceKey) === 'reaction' ? { emoji, memberId } : undefined;
  return { messageId, reaction, stands: row?.revokedAt === null };
}
