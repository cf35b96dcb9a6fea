// What an error of asking Discord means: refused for good, worth another try, or a fault of our own.
import {
  DiscordAPIError,
  DiscordjsErrorCodes,
  GatewayRateLimitError,
  HTTPError,
  RateLimitError,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { Failure, FailureReason } from '../core/actions.ts';

/** Discord's codes that come back the same however often one asks. */
const FINAL: Readonly<Record<number, FailureReason>> = {
  [RESTJSONErrorCodes.UnknownChannel]: 'unknownChannel',
  [RESTJSONErrorCodes.UnknownGuild]: 'unknownGuild',
  [RESTJSONErrorCodes.UnknownMember]: 'unknownMember',
  [RESTJSONErrorCodes.UnknownUser]: 'unknownMember',
  [RESTJSONErrorCodes.UnknownMessage]: 'unknownMessage',
  [RESTJSONErrorCodes.UnknownRole]: 'unknownRole',
  [RESTJSONErrorCodes.UnknownEmoji]: 'unknownEmoji',
  [RESTJSONErrorCodes.MissingAccess]: 'missingAccess',
  [RESTJSONErrorCodes.MissingPermissions]: 'missingPermission',
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser]: 'missingPermission',
  [RESTJSONErrorCodes.TwoFactorAuthenticationIsRequired]: 'twoFactorNeeded',
  [RESTJSONErrorCodes.MaximumNumberOfGuildRolesReached]: 'tooMany',
  [RESTJSONErrorCodes.MaximumNumberOfReactionsReached]: 'tooMany',
  [RESTJSONErrorCodes.ReactionWasBlocked]: 'blocked',
  [RESTJSONErrorCodes.MessageWasBlockedByAutomaticModeration]: 'blocked',
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread]: 'archived',
};

/** What Cloudflare, which stands before Discord, answers in Discord's name while it keeps somebody out. */
const KEPT_OUT = 40333;

/** Nobody answered, or the connection broke: the codes of Node's sockets and name look-up, and discord.js's of the gateway. */
const NETWORK_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ENOTFOUND',
  'EPIPE',
  DiscordjsErrorCodes.GuildMembersTimeout,
]);
const NETWORK_NAMES: ReadonlySet<string> = new Set(['AbortError', 'TimeoutError']);
const NETWORK_MESSAGES: ReadonlySet<string> = new Set(['fetch failed', 'other side closed']);

/** What an error of asking Discord means; faults of our own are thrown on. */
export function outcomeOf(err: unknown): Failure {
  if (err instanceof RateLimitError)
    return { done: false, final: false, reason: 'rateLimited', retryAfterMs: err.retryAfter };
  if (err instanceof GatewayRateLimitError)
    return { done: false, final: false, reason: 'rateLimited', retryAfterMs: err.data.retry_after * 1_000 };
  if (err instanceof DiscordAPIError) return answerOf(err);
  if (err instanceof HTTPError || isNetworkError(err))
    return { done: false, final: false, reason: 'unreachable' };
  throw err;
}

/** Whether the same request may go well a moment later. Never for a fault of our own. */
export function mayPass(err: unknown): boolean {
  if (err instanceof DiscordAPIError) return !answerOf(err).final;
  if (err instanceof RateLimitError || err instanceof GatewayRateLimitError) return true;
  return err instanceof HTTPError || isNetworkError(err);
}

function answerOf(err: DiscordAPIError): Failure {
  const known = FINAL[Number(err.code)];
  if (known) return { done: false, final: true, reason: known };
  if (isOutage(err)) return { done: false, final: false, reason: 'unreachable' };
  if (err.status === 403) return { done: false, final: true, reason: 'missingPermission' };
  return { done: false, final: true, reason: 'badRequest', code: err.code };
}

/** A token can be replaced, and Cloudflare's no has no code of Discord's: neither says anything about what was asked. */
function isOutage({ status, code }: DiscordAPIError): boolean {
  if (status === 403) return !(Number(code) > 0) || Number(code) === KEPT_OUT;
  return status === 401 || status === 429 || status >= 500;
}

/** Time-outs, refused and broken connections, and a name that does not resolve; fetch hides them as a cause. */
function isNetworkError(err: unknown): boolean {
  if (!(err instanceof Error)) return false;
  if (NETWORK_NAMES.has(err.name) || NETWORK_MESSAGES.has(err.message)) return true;
  const code = 'code' in err ? String(err.code) : '';
  return NETWORK_CODES.has(code) || code.startsWith('UND_ERR_');
}
