// The people and messages of a question as the rules know them: who marks, and what is marked.
import { type GuildMember, PermissionFlagsBits } from 'discord.js';
import type { PastMessage } from '../../core/actions.ts';
import type { Context } from '../../core/context.ts';
import type { Settings } from '../../core/settings.ts';
import { isAmbassador } from '../ambassadors/store.ts';
import { currentTier } from '../tiers/store.ts';
import type { Answer, Marker } from './marking.rules.ts';
import { olderAnswerIn } from './older-answers.ts';
import type { Question } from './questions.rules.ts';

/** Whether somebody with these roles is staff. */
export function isStaff(roleIds: Iterable<string>, { questions }: Settings): boolean {
  const staff = new Set(questions.staffRoleIds);
  return [...roleIds].some((id) => staff.has(id));
}

/** Somebody who marks, confirms, reopens or closes, with all that the rules ask of them. */
export async function markerOf(ctx: Context, member: GuildMember, threadId: string): Promise<Marker> {
  const { guild, user } = member;
  const settings = await ctx.settings.of(guild.id);
  const [held, ambassador] = await ctx.db.read(async (db) => [
    await currentTier(db, guild.id, member.id),
    await isAmbassador(db, guild.id, member.id),
  ]);
  const thread = guild.channels.cache.get(threadId) ?? null;
  return {
    memberId: member.id,
    isBot: user.bot,
    isStaff: isStaff(member.roles.cache.keys(), settings),
    isModerator: thread?.permissionsFor(member).has(PermissionFlagsBits.ManageThreads) ?? false,
    tier: held?.tier,
    isAmbassador: ambassador,
  };
}

/** What an answer says of itself, as far as marking it needs. */
export type AnswerText = Pick<PastMessage, 'messageId' | 'authorId' | 'authorIsBot' | 'isSystem' | 'content'>;

/** A message of a channel as a possible solution: by whom, and whether it leads to an older answer. */
export async function answerOf(
  ctx: Context,
  question: Pick<Question, 'guildId' | 'id'>,
  channelId: string,
  message: AnswerText,
): Promise<Answer> {
  const { messageId, authorId, authorIsBot, isSystem, content } = message;
  const { guildId } = question;
  const settings = await ctx.settings.of(guildId);
  const author = authorIsBot ? undefined : await ctx.actions.member(guildId, authorId);
  const origin =
    channelId === question.id ? await ctx.db.read((db) => olderAnswerIn(db, content, question)) : undefined;
  return {
    messageId,
    channelId,
    authorId,
    byPerson: !authorIsBot && !isSystem,
    byStaff: author?.done === true && isStaff(author.value.roleIds, settings),
    origin,
  };
}
