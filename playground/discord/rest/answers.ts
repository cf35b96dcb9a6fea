// HTTP answers: of a refusal, of bad weather, and how they are written out.
import type { ServerResponse } from 'node:http';
import { type ApiError, type FormErrors, generalError } from '../rules/errors.ts';
import type { Strike } from '../weather.ts';

export interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** What the weather answers instead; undefined for no answer at all. */
export function struck(strike: Strike): Answer | undefined {
  if (strike.kind === 'hang') return undefined;
  const { status, code = 0, retryAfter = 1, global = false } = strike.failure;
  if (status !== 429) return { status, body: { ...generalError(status), status: undefined, code } };
  return {
    status,
    body: { message: 'You are being rate limited.', retry_after: retryAfter, global, code },
    headers: {
      'Retry-After': String(retryAfter),
      'X-RateLimit-Scope': global ? 'global' : 'user',
      ...(global ? { 'X-RateLimit-Global': 'true' } : {}),
    },
  };
}

export function refusalAnswer({ status, ...body }: ApiError): Answer {
  return { status, body };
}

export function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  const json = JSON.stringify(body);
  response
    .writeHead(status, {
      ...headers,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(json),
    })
    .end(json);
}

/** The complaints of a refusal, flat: `embeds[0].title: Must be 256 or fewer in length.` */
export function problemsIn(errors: FormErrors, otherwise: string, path = ''): string[] {
  const own = (errors._errors ?? []).map(({ message }) => `${path || '(body)'}: ${message}`);
  const nested = Object.entries(errors).flatMap(([key, value]) =>
    value === undefined || Array.isArray(value)
      ? []
      : problemsIn(value, '', /^\d+$/.test(key) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`),
  );
  const all = [...own, ...nested];
  return all.length === 0 && otherwise !== '' ? [otherwise] : all;
}
