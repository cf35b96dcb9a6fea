// ✅ on a message: marks it as the solution, or confirms it where the asker is silent; taken away, it takes that back.
import type {
  GuildMember,
  Message,
  MessageReaction,
  PartialMessage,
  PartialMessageReaction,
  PartialUser,
  User,
} from 'discord.js';
import { type Context, isRefusal } from '../../core/context.ts';
import { emojiKey } from '../../core/settings.ts';
import { insist } from '../../discord/insist.ts';
import { outcomeOf } from '../../discord/outcomes.ts';
import { onSaidSolved } from './closing.ts';
import { confirmSolution, withdrawReaction } from './confirming.ts';
import { markSolution } from './marks.service.ts';
import { answerOf, markerOf } from './people.discord.ts';
import { findQuestion } from './store.ts';
import { SOLVED_EMOJI } from './thread.rules.ts';
import { ensureQuestion } from './threads.discord.ts';

type AnyReaction = MessageReaction | PartialMessageReaction;

export function isSolvedSign({ emoji }: AnyReaction): boolean {
  return emoji.id === null && emojiKey(emoji.name ?? '') === SOLVED_EMOJI;
}

export async function onReaction(
  ctx: Context,
  reaction: AnyReaction,
  user: User | PartialUser,
): Promise<void> {
  const { message } = reaction;
  if (!isSolvedSign(reaction) || user.bot || !message.inGuild() || !message.channel.isThread()) return;
  if (!(await ensureQuestion(ctx, message.channel))) return;
  const { channelId, id: messageId, guildId, guild } = message;
  const [text, member] = await Promise.all([
    insist(ctx, () => ctx.actions.message(channelId, messageId)),
    memberOf(guild, user.id),
  ]);
  if (!text.done || !member || member.user.bot) return;
  // An event may come after the one that undoes it; only Discord knows.
  const there = await insist(ctx, () => ctx.actions.hasReacted(channelId, messageId, SOLVED_EMOJI, user.id));
  if (there.done && !there.value) return;
  if (messageId === channelId) return onSaidSolved(ctx, channelId, user.id);
  const question = { guildId, id: channelId };
  const answer = await answerOf(ctx, question, channelId, text.value);
  const marker = await markerOf(ctx, member, channelId);
  const order = { questionId: channelId, answer, marker };
  const marked = await markSolution(ctx, { ...order, way: 'reaction', mode: 'add' });
  const outcome =
    isRefusal(marked) && marked.refused === 'questionNotYours'
      ? await confirmSolution(ctx, { ...order, patiently: true })
      : marked;
  if (isRefusal(outcome))
    ctx.log.debug(
      { feature: 'questions', guildId, messageId, memberId: user.id, reason: outcome.refused },
      'a ✅ marked nothing',
    );
}

/** ✅ taken away by one person, or all of it by a moderator. */
export async function onReactionGone(
  ctx: Context,
  message: Message | PartialMessage,
  memberId?: string,
): Promise<void> {
  const { channelId, id: messageId } = message;
  if (!(await ctx.db.read((db) => findQuestion(db, channelId)))) return;
  if (memberId !== undefined) {
    // An event may come after the one that undoes it; only Discord knows.
    const there = await insist(ctx, () =>
      ctx.actions.hasReacted(channelId, messageId, SOLVED_EMOJI, memberId),
    );
    if (there.done && there.value) return;
  }
  await withdrawReaction(ctx, channelId, messageId, memberId);
}

async function memberOf(guild: Message<true>['guild'], memberId: string): Promise<GuildMember | undefined> {
  try {
    return await guild.members.fetch(memberId);
  } catch (err) {
    if (outcomeOf(err).final) return undefined;
    throw err;
  }
}
