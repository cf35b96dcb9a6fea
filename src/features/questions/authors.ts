// Who wrote an answer, as far as it may be remembered: by a pseudonym if they were forgotten since, and not at all if they are left out.
import type { Context } from '../../core/context.ts';
import type { Reader } from '../../core/database.ts';
import { madeAt } from '../../core/people.ts';
import type { Answer } from './marking.rules.ts';

/** An answer with the pseudonym of its author, if they had their data deleted since they wrote it. */
export function remembered(ctx: Context, db: Reader, answer: Answer): Answer {
  const writtenAt = madeAt(answer.messageId);
  if (writtenAt === undefined) return answer;
  return { ...answer, authorId: ctx.people.knownAs(db, answer.authorId, writtenAt) };
}

/** Whether its author, or that of the older answer which it leads to, wants nothing recorded. */
export async function isByLeftOut(
  ctx: Context,
  guildId: string,
  { authorId, origin }: Answer,
): Promise<boolean> {
  const isOlderOne = origin !== undefined && (await ctx.people.isLeftOut(guildId, origin.memberId));
  return isOlderOne || ctx.people.isLeftOut(guildId, authorId);
}
