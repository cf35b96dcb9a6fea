// The people of a thank-you as the rules know them, and a line in the log for what was refused.
import type { GuildMember, User } from 'discord.js';
import type { Context, Refusal } from '../../core/context.ts';
import type { Person } from './rules.ts';
import { hadLeft } from './store.ts';

/** The author of a message, or the one who asked; a message's author may have left since. */
export function personOf({ author, member }: { author: User; member: GuildMember | null }): Person {
  return {
    memberId: author.id,
    isBot: author.bot,
    isPending: member?.pending ?? false,
    isPresent: member !== null,
  };
}

/** Looks a person up; when Discord does not answer, the thank-you is not lost for it. */
export async function personById(
  ctx: Context,
  guildId: string,
  user: { id: string; bot?: boolean },
): Promise<Person> {
  const found = await ctx.actions.member(guildId, user.id);
  if (found.done)
    return { memberId: user.id, isBot: found.value.isBot, isPending: found.value.isPending, isPresent: true };
  return { memberId: user.id, isBot: user.bot ?? false, isPending: false, isPresent: !found.final };
}

/** Told of so much later, a thank-you is judged by who was there then, ms. */
const LATE_MS = 60_000;

/**
 * The one who is thanked. Whoever has left since counts as there when a thank-you is told of late, unless it is known
 * that they had left before it.
 */
export async function receiverById(ctx: Context, guildId: string, id: string, at: number): Promise<Person> {
  const person = await personById(ctx, guildId, { id });
  if (person.isPresent || ctx.clock.now() - at < LATE_MS) return person;
  return { ...person, isPresent: !(await ctx.db.read((db) => hadLeft(db, guildId, id, at))) };
}

/** A refusal that nobody is told of at once leaves a trace for whoever looks into it. */
export function noteRefused(
  ctx: Context,
  { guildId, messageId }: { guildId: string; messageId: string },
  memberId: string,
  refusal: Refusal,
): void {
  ctx.log.debug(
    { feature: 'thanks', guildId, messageId, memberId, reason: refusal.refused },
    'thanks refused',
  );
}
