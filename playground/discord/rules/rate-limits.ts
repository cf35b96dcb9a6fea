// How often a bot may ask: buckets per route, 50 requests a second in all, and the ban for too many refusals.

/** One rule: `limit` requests of a bot in `windowMs`, counted per major parameter (channel, guild, webhook). */
export interface RateRule {
  method: string;
  /** Route template as in `/channels/{channel_id}/messages`, matched as a whole. */
  route: RegExp;
  limit: number;
  windowMs: number;
  /** Routes of one group share a bucket. */
  group: string;
  /** `shared`: the resource is busy for all, and the refusal does not count towards the ban. */
  scope?: 'user' | 'shared';
}

export interface RateSettings {
  rules: readonly RateRule[];
  /** For routes without a rule of their own. */
  fallback: { limit: number; windowMs: number };
  /** Requests a second over all routes but interactions. */
  globalPerSecond: number;
  /** Answers of 401, 403 and 429 in ten minutes before the address is banned. */
  invalidPerTenMinutes: number;
}

/** What is asked: method, route template, the major parameter's value, and for some routes what is changed. */
export interface RouteKey {
  method: string;
  route: string;
  major: string;
  /** A channel's name or topic is being changed, which Discord allows twice in ten minutes. */
  renamesChannel?: boolean;
}

export interface Limited {
  /** Seconds. */
  retryAfter: number;
  global: boolean;
  scope: 'user' | 'shared' | 'global';
  /** The address is banned: Cloudflare answers, not Discord. */
  banned?: boolean;
}

export interface RateAnswer {
  headers: Record<string, string>;
  limited?: Limited;
}

/**
 * Figures that bots see on Discord in 2026. Discord publishes none and may change them at any time: a bot has to
 * read the headers.
 */
export const DISCORD_RATES: RateSettings = {
  rules: [
    {
      method: 'POST',
      route: /^\/channels\/[^/]+\/messages$/,
      limit: 5,
      windowMs: 5000,
      group: 'message-create',
    },
    {
      method: 'PATCH',
      route: /^\/channels\/[^/]+\/messages\/[^/]+$/,
      limit: 5,
      windowMs: 5000,
      group: 'message-edit',
    },
    {
      method: 'DELETE',
      route: /^\/channels\/[^/]+\/messages\/[^/]+$/,
      limit: 5,
      windowMs: 1000,
      group: 'message-delete',
    },
    { method: 'POST', route: /\/messages\/bulk-delete$/, limit: 1, windowMs: 1000, group: 'bulk-delete' },
    { method: 'PUT', route: /\/reactions\//, limit: 1, windowMs: 250, group: 'reaction', scope: 'shared' },
    { method: 'DELETE', route: /\/reactions/, limit: 1, windowMs: 250, group: 'reaction', scope: 'shared' },
    { method: 'PUT', route: /\/members\/[^/]+\/roles\//, limit: 10, windowMs: 10_000, group: 'member-roles' },
    {
      method: 'DELETE',
      route: /\/members\/[^/]+\/roles\//,
      limit: 10,
      windowMs: 10_000,
      group: 'member-roles',
    },
    { method: 'POST', route: /^\/webhooks\//, limit: 5, windowMs: 2000, group: 'webhook' },
    { method: 'PATCH', route: /^\/webhooks\//, limit: 5, windowMs: 2000, group: 'webhook' },
    { method: 'GET', route: /^\//, limit: 10, windowMs: 1000, group: 'read' },
  ],
  fallback: { limit: 10, windowMs: 10_000 },
  globalPerSecond: 50,
  invalidPerTenMinutes: 10_000,
};

const TEN_MINUTES = 600_000;
/** Changes of a channel's name or topic in ten minutes. */
const RENAMES = 2;

interface Window {
  used: number;
  /** When it opens anew, in ms. */
  resetAt: number;
}

/** Counts the requests of every bot. Times are milliseconds of the clock it is given. */
export class RateLimits {
  readonly #now: () => number;
  readonly #settings: RateSettings;
  readonly #windows = new Map<string, Window>();
  readonly #invalid = new Map<string, Window>();

  constructor(now: () => number, settings: RateSettings = DISCORD_RATES) {
    this.#now = now;
    this.#settings = settings;
  }

  /** Counts one request and says whether it passes, with the headers Discord sends either way. */
  check(key: RouteKey, bot: string): RateAnswer {
    const banned = this.#banOf(bot);
    if (banned) return banned;
    if (!isExempt(key.route)) {
      const whole = this.#take(`global ${bot}`, this.#settings.globalPerSecond, 1000);
      if (!whole.passed) return refusedGlobally(whole.resetAfterMs);
    }
    if (key.route.startsWith('/interactions/')) return { headers: {} };
    const answer = this.#checkRoute(key, bot);
    if (answer.limited || !key.renamesChannel) return answer;
    const rename = this.#take(`${bot} rename ${key.major}`, RENAMES, TEN_MINUTES);
    return rename.passed ? answer : this.#refused(answer.headers, rename.resetAfterMs, 'user');
  }

  /** Remembers an answer; refusals lead to the ban, those of a shared limit do not. */
  record(bot: string, status: number, scope?: Limited['scope']): void {
    if (scope === 'shared' || ![401, 403, 429].includes(status)) return;
    const now = this.#now();
    const window = this.#invalid.get(bot);
    if (!window || now >= window.resetAt) this.#invalid.set(bot, { used: 1, resetAt: now + TEN_MINUTES });
    else window.used += 1;
  }

  /** Answers of 401, 403 and 429 counted in the running ten minutes. */
  invalidRequests(bot: string): number {
    const window = this.#invalid.get(bot);
    return window && this.#now() < window.resetAt ? window.used : 0;
  }

  #banOf(bot: string): RateAnswer | undefined {
    const window = this.#invalid.get(bot);
    if (!window || this.invalidRequests(bot) < this.#settings.invalidPerTenMinutes) return undefined;
    const retryAfter = (window.resetAt - this.#now()) / 1000;
    return {
      headers: { 'Retry-After': String(Math.ceil(retryAfter)) },
      limited: { retryAfter, global: true, scope: 'global', banned: true },
    };
  }

  #checkRoute(key: RouteKey, bot: string): RateAnswer {
    const rule = this.#settings.rules.find(
      ({ method, route }) => method === key.method && route.test(key.route),
    );
    const { limit, windowMs } = rule ?? this.#settings.fallback;
    const shared = rule?.scope === 'shared';
    const bucket = bucketOf(rule && rule.group !== 'read' ? rule.group : `${key.method} ${key.route}`);
    const taken = this.#take(`${bot} ${bucket} ${key.major}`, limit, windowMs);
    const headers = this.#headers(bucket, limit, limit - taken.used, taken.resetAfterMs);
    return taken.passed
      ? { headers }
      : this.#refused(headers, taken.resetAfterMs, shared ? 'shared' : 'user');
  }

  #refused(headers: Record<string, string>, resetAfterMs: number, scope: 'user' | 'shared'): RateAnswer {
    const retryAfter = resetAfterMs / 1000;
    return {
      headers: {
        ...headers,
        'Retry-After': String(Math.max(1, Math.ceil(retryAfter))),
        'X-RateLimit-Scope': scope,
      },
      limited: { retryAfter, global: false, scope },
    };
  }

  #headers(bucket: string, limit: number, remaining: number, resetAfterMs: number): Record<string, string> {
    return {
      'X-RateLimit-Limit': String(limit),
      'X-RateLimit-Remaining': String(remaining),
      'X-RateLimit-Reset': ((this.#now() + resetAfterMs) / 1000).toFixed(3),
      'X-RateLimit-Reset-After': (resetAfterMs / 1000).toFixed(3),
      'X-RateLimit-Bucket': bucket,
    };
  }

  #take(
    key: string,
    limit: number,
    windowMs: number,
  ): { passed: boolean; used: number; resetAfterMs: number } {
    const now = this.#now();
    const known = this.#windows.get(key);
    const window = known && now < known.resetAt ? known : { used: 0, resetAt: now + windowMs };
    if (window !== known) this.#remember(key, window);
    const passed = window.used < limit;
    if (passed) window.used += 1;
    return { passed, used: window.used, resetAfterMs: Math.max(0, window.resetAt - now) };
  }

  /** Keeps the table small: windows that have run out are forgotten now and then. */
  #remember(key: string, window: Window): void {
    if (this.#windows.size > 5000) {
      const now = this.#now();
      for (const [other, { resetAt }] of this.#windows) if (now >= resetAt) this.#windows.delete(other);
    }
    this.#windows.set(key, window);
  }
}

/** The JSON body of a 429. */
export function rateLimitBody(limited: Limited): { message: string; retry_after: number; global: boolean } {
  const message =
    limited.scope === 'shared' ? 'The resource is being rate limited.' : 'You are being rate limited.';
  return { message, retry_after: limited.retryAfter, global: limited.global };
}

/** Answers to interactions and their follow-ups stand outside the global limit. */
function isExempt(route: string): boolean {
  return route.startsWith('/interactions/') || route.startsWith('/webhooks/');
}

function refusedGlobally(resetAfterMs: number): RateAnswer {
  const retryAfter = resetAfterMs / 1000;
  return {
    headers: {
      'Retry-After': String(Math.max(1, Math.ceil(retryAfter))),
      'X-RateLimit-Global': 'true',
      'X-RateLimit-Scope': 'global',
    },
    limited: { retryAfter, global: true, scope: 'global' },
  };
}

/** A short stable name, as opaque to the client as Discord's own. */
function bucketOf(name: string): string {
  let hash = 0x811c9dc5;
  for (const char of name) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0').repeat(4);
}
