// Each of Discord's answers and each way of not being answered: refused for good, worth another try, or our own fault.
import {
  DiscordAPIError,
  GatewayOpcodes,
  GatewayRateLimitError,
  HTTPError,
  RateLimitError,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { FailureReason } from '../../src/core/actions.ts';
import { mayPass, outcomeOf } from '../../src/discord/outcomes.ts';

const NOTHING_SENT = { body: undefined, files: undefined };

function answered(status: number, code: number, message = 'No.'): DiscordAPIError {
  return new DiscordAPIError({ code, message }, code, status, 'PUT', 'http://127.0.0.1/', NOTHING_SENT);
}

/** An answer that is not Discord's JSON, as a page of Cloudflare's: discord.js finds no code in it. */
function answeredWithAPage(status: number): DiscordAPIError {
  const error = answered(status, 0);
  Reflect.set(error, 'code', undefined);
  return error;
}

function broken(message: string, more: { name?: string; code?: string; cause?: Error } = {}): Error {
  return Object.assign(new Error(message), more);
}

const limited = new RateLimitError({
  timeToReset: 7_000,
  retryAfter: 7_000,
  limit: 1,
  method: 'PUT',
  hash: 'h',
  url: 'http://127.0.0.1/',
  route: '/r',
  majorParameter: '1',
  global: false,
  sublimitTimeout: 0,
  scope: 'user',
});

describe('refused for good', () => {
  test.each<[status: number, code: number, reason: FailureReason]>([
    [404, 10003, 'unknownChannel'],
    [404, 10004, 'unknownGuild'],
    [404, 10007, 'unknownMember'],
    [404, 10008, 'unknownMessage'],
    [404, 10011, 'unknownRole'],
    [404, 10013, 'unknownMember'],
    [400, 10014, 'unknownEmoji'],
    [403, 50001, 'missingAccess'],
    [403, 50013, 'missingPermission'],
    [403, 50007, 'missingPermission'],
    [403, 60003, 'twoFactorNeeded'],
    [400, 30005, 'tooMany'],
    [400, 30010, 'tooMany'],
    [403, 90001, 'blocked'],
    [400, 200000, 'blocked'],
    [400, 50083, 'archived'],
    [400, 50035, 'badRequest'],
    [400, 40067, 'badRequest'],
    [403, 20001, 'missingPermission'],
    [404, 0, 'badRequest'],
  ])('%i with code %i is %s', (status, code, reason) => {
    // Of what was a fault of ours, Discord's number is kept: it is what finds the fault.
    const detail = reason === 'badRequest' ? { code } : {};
    expect(outcomeOf(answered(status, code))).toEqual({ done: false, final: true, reason, ...detail });
    expect(mayPass(answered(status, code))).toBe(false);
  });
});

describe('worth another try', () => {
  test.each<[what: string, err: Error]>([
    ['a token that is not accepted (it can be replaced)', answered(401, 0)],
    ['too many requests', answered(429, 0)],
    ['a 500 with a body', answered(500, 0)],
    ['a 502', new HTTPError(502, 'Bad Gateway', 'PUT', 'http://127.0.0.1/', NOTHING_SENT)],
    ["Cloudflare's no, in Discord's form", answered(403, 0)],
    ["Cloudflare's no, with its code", answered(403, 40333)],
    ["Cloudflare's no, as a page", answeredWithAPage(403)],
    ['a time-out', broken('This operation was aborted', { name: 'AbortError' })],
    ['another time-out', broken('The operation timed out', { name: 'TimeoutError' })],
    ['a refused connection', broken('connect', { code: 'ECONNREFUSED' })],
    ['a connection reset', broken('read', { code: 'ECONNRESET' })],
    ['a connection that timed out', broken('connect', { code: 'ETIMEDOUT' })],
    ['a name that does not resolve now', broken('getaddrinfo', { code: 'EAI_AGAIN' })],
    ['a name that does not resolve', broken('getaddrinfo', { code: 'ENOTFOUND' })],
    ['a broken pipe', broken('write', { code: 'EPIPE' })],
    ['a time-out of undici', broken('Connect Timeout Error', { code: 'UND_ERR_CONNECT_TIMEOUT' })],
    ['a socket that closed', broken('other side closed', { code: 'UND_ERR_SOCKET' })],
    ['a list of members that never came', broken('too late', { code: 'GuildMembersTimeout' })],
    ['what fetch says of all these', broken('fetch failed', { cause: new Error('connect') })],
  ])('%s', (_what, err) => {
    expect(outcomeOf(err)).toEqual({ done: false, final: false, reason: 'unreachable' });
    expect(mayPass(err)).toBe(true);
  });

  test('a rate limit, when it is over', () => {
    expect(outcomeOf(limited)).toEqual({
      done: false,
      final: false,
      reason: 'rateLimited',
      retryAfterMs: 7_000,
    });
    expect(mayPass(limited)).toBe(true);
  });

  test('one of the gateway too, which tells in seconds', () => {
    const opcode = GatewayOpcodes.RequestGuildMembers;
    const refused = new GatewayRateLimitError({ opcode, retry_after: 2.5, meta: { guild_id: '1' } }, {});
    expect(outcomeOf(refused)).toMatchObject({ final: false, reason: 'rateLimited', retryAfterMs: 2_500 });
    expect(mayPass(refused)).toBe(true);
  });
});

describe('a fault of our own is thrown on', () => {
  test.each<[what: string, err: unknown]>([
    ['an error', new TypeError('x is not a function')],
    ['an error with a code', broken('bad argument', { code: 'ERR_INVALID_ARG_TYPE' })],
    ['an error of the database', broken('database is locked', { code: 'SQLITE_BUSY' })],
    ['an error with a cause', broken('wrapped', { cause: new Error('inside') })],
    ['something that is no error', 'fetch failed'],
  ])('%s', (_what, err) => {
    expect(() => outcomeOf(err)).toThrow();
    expect(mayPass(err)).toBe(false);
  });
});
