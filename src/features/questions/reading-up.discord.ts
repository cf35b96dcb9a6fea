// A thread that was there before it was known as a question: who wrote in it until then is counted once.
import type { AnyThreadChannel } from 'discord.js';
import type { PastMessage } from '../../core/actions.ts';
import type { Context } from '../../core/context.ts';
import { insist } from '../../discord/insist.ts';
import { isStaff } from './people.discord.ts';
import * as service from './service.ts';

/** Discord gives so many messages at once. */
const PAGE = 100;
/** Pages read of one thread; one with more messages than these pages hold is not read to its end. */
const MOST_PAGES = 100;

/** Counts the messages of a thread from its beginning. */
export async function readUp(ctx: Context, { id, guildId }: AnyThreadChannel): Promise<void> {
  // The first message of a post has the thread's own id, and counts as well.
  let after = String(BigInt(id) - 1n);
  for (let page = 0; page < MOST_PAGES; page++) {
    const past = await insist(ctx, () => ctx.actions.messagesAfter(id, after, PAGE));
    if (!past.done) {
      if (!past.final)
        ctx.log.warn({ feature: 'questions', guildId, channelId: id }, 'a thread was not read up');
      return;
    }
    const people = past.value.filter((message) => !message.authorIsBot && !message.isSystem);
    await service.noteMessages(ctx, id, await writtenBy(ctx, guildId, people));
    const last = past.value.at(-1);
    if (past.value.length < PAGE || !last) return;
    after = last.messageId;
  }
}

async function writtenBy(ctx: Context, guildId: string, messages: readonly PastMessage[]) {
  const settings = await ctx.settings.of(guildId);
  const authors = [...new Set(messages.map(({ authorId }) => authorId))];
  const needed = settings.questions.staffRoleIds.length > 0 && authors.length > 0;
  const roles = needed
    ? await insist(ctx, () => ctx.actions.rolesAmong(guildId, authors, 'inTurn'))
    : undefined;
  return messages.map(({ messageId, authorId, at }) => ({
    messageId,
    memberId: authorId,
    at,
    isStaff: roles?.done === true && isStaff(roles.value.get(authorId) ?? [], settings),
  }));
}
