// What is worth a word in the log when Discord does not tell about members, and what is not.
import type { Failure } from './actions.ts';
import type { Context } from './context.ts';

/** A question about members of a server, and what comes of it that there is no answer, as the log tells it. */
export interface Unanswered {
  readonly feature: string;
  readonly guildId: string;
  readonly memberIds: readonly string[];
  readonly consequence: string;
}

/**
 * That a server no longer has the bot, or that Laurel stops, is no news. A question that Discord does not understand is a
 * fault of ours, told with all that is needed to find it. Whoever asks goes no further in this server, so that it is told
 * once each time.
 */
export function noteUnanswered(
  { log }: Pick<Context, 'log'>,
  { reason, final, code }: Failure,
  { feature, guildId, memberIds, consequence }: Unanswered,
): void {
  if (reason === 'badRequest')
    log.error({ feature, guildId, reason, code, memberIds }, `${consequence}: Discord refused the question`);
  else if (!final) log.warn({ feature, guildId, reason }, consequence);
}
