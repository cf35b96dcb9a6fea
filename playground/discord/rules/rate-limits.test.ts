// Buckets, the global limit, the slow change of names, and the ban.
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { DISCORD_RATES, RateLimits, type RouteKey, rateLimitBody } from './rate-limits.ts';

const SEND: RouteKey = { method: 'POST', route: '/channels/{channel_id}/messages', major: '1' };
const REACT: RouteKey = {
  method: 'PUT',
  route: '/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me',
  major: '1',
};
const ANSWER: RouteKey = {
  method: 'POST',
  route: '/interactions/{interaction_id}/{interaction_token}/callback',
  major: '1',
};

let now = 0;
let limits: RateLimits;

beforeEach(() => {
  now = 1_000_000;
  limits = new RateLimits(() => now);
});

function passes(key: RouteKey, times: number, bot = 'bot'): boolean[] {
  return Array.from({ length: times }, () => limits.check(key, bot).limited === undefined);
}

describe('a bucket', () => {
  it('lets five messages through in five seconds, and tells so in the headers', () => {
    const answers = Array.from({ length: 6 }, () => limits.check(SEND, 'bot'));
    expect(answers.map(({ limited }) => limited?.scope)).toEqual([...Array(5).fill(undefined), 'user']);
    expect(answers.map(({ headers }) => headers['X-RateLimit-Remaining'])).toEqual([
      '4',
      '3',
      '2',
      '1',
      '0',
      '0',
    ]);
    expect(answers[0]?.headers).toMatchObject({
      'X-RateLimit-Limit': '5',
      'X-RateLimit-Reset': '1005.000',
      'X-RateLimit-Reset-After': '5.000',
      'X-RateLimit-Bucket': expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(answers[5]).toMatchObject({
      headers: { 'Retry-After': '5', 'X-RateLimit-Scope': 'user' },
      limited: { retryAfter: 5, global: false },
    });
  });

  it('opens anew when its window is over', () => {
    passes(SEND, 6);
    now += 4999;
    expect(passes(SEND, 1)).toEqual([false]);
    now += 1;
    expect(passes(SEND, 1)).toEqual([true]);
  });

  it('is counted per channel and per bot', () => {
    passes(SEND, 5);
    expect(passes({ ...SEND, major: '2' }, 1)).toEqual([true]);
    expect(passes(SEND, 1, 'other')).toEqual([true]);
    expect(passes(SEND, 1)).toEqual([false]);
  });

  it('is shared for reactions, whose refusal does not count against the bot', () => {
    expect(passes(REACT, 2)).toEqual([true, false]);
    expect(limits.check(REACT, 'bot').limited?.scope).toBe('shared');
    now += 250;
    expect(passes(REACT, 1)).toEqual([true]);
  });

  it('allows a channel two new names in ten minutes, other changes more', () => {
    const change: RouteKey = { method: 'PATCH', route: '/channels/{channel_id}', major: '1' };
    expect(passes({ ...change, renamesChannel: true }, 3)).toEqual([true, true, false]);
    expect(passes(change, 2)).toEqual([true, true]);
    const refused = limits.check({ ...change, renamesChannel: true }, 'bot');
    expect(refused.limited?.retryAfter).toBe(600);
    expect(Number(refused.headers['X-RateLimit-Remaining'])).toBeGreaterThan(0);
  });
});

describe('the global limit', () => {
  it('is fifty a second over all routes', () => {
    const spread = Array.from({ length: 51 }, (_, index) =>
      limits.check({ ...SEND, major: String(index) }, 'bot'),
    );
    expect(spread.filter(({ limited }) => limited === undefined)).toHaveLength(50);
    expect(spread[50]).toMatchObject({
      headers: { 'X-RateLimit-Global': 'true', 'X-RateLimit-Scope': 'global', 'Retry-After': '1' },
      limited: { global: true, scope: 'global', retryAfter: 1 },
    });
  });

  it('does not hold for interactions and their webhooks', () => {
    for (let index = 0; index < 50; index += 1) limits.check({ ...SEND, major: String(index) }, 'bot');
    expect(passes(SEND, 1)).toEqual([false]);
    expect(passes(ANSWER, 3)).toEqual([true, true, true]);
    expect(
      passes({ method: 'POST', route: '/webhooks/{webhook_id}/{webhook_token}', major: 't' }, 1),
    ).toEqual([true]);
  });
});

describe('the ban', () => {
  it('comes after ten thousand refusals in ten minutes and passes with them', () => {
    for (let count = 0; count < 10_000; count += 1) limits.record('bot', 403);
    expect(limits.check(SEND, 'bot').limited).toMatchObject({ banned: true, global: true, retryAfter: 600 });
    expect(limits.check(SEND, 'other').limited).toBeUndefined();
    now += 600_000;
    expect(limits.check(SEND, 'bot').limited).toBeUndefined();
  });

  it('counts 401, 403 and 429, but not what a shared limit refused', () => {
    for (const status of [200, 400, 404, 500]) limits.record('bot', status);
    limits.record('bot', 429, 'shared');
    expect(limits.invalidRequests('bot')).toBe(0);
    for (const status of [401, 403, 429]) limits.record('bot', status, 'user');
    expect(limits.invalidRequests('bot')).toBe(3);
  });
});

describe('the body of a 429', () => {
  it('says how long to wait', () => {
    expect(rateLimitBody({ retryAfter: 1.5, global: false, scope: 'user' })).toEqual({
      message: 'You are being rate limited.',
      retry_after: 1.5,
      global: false,
    });
    expect(rateLimitBody({ retryAfter: 0.25, global: false, scope: 'shared' }).message).toBe(
      'The resource is being rate limited.',
    );
  });
});

it('never lets more than the limit through in a window, however requests are spread', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 60 }), (gaps) => {
      let time = 0;
      const own = new RateLimits(() => time, { ...DISCORD_RATES, globalPerSecond: 1000 });
      const windows = new Map<string, number>();
      for (const gap of gaps) {
        time += gap;
        const { headers, limited } = own.check(SEND, 'bot');
        if (limited) continue;
        const reset = headers['X-RateLimit-Reset'] ?? '';
        windows.set(reset, (windows.get(reset) ?? 0) + 1);
      }
      return [...windows.values()].every((count) => count <= 5);
    }),
  );
});
