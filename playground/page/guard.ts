// Lets in only this page itself: no other site, no other host name, nothing that another page could make a browser send.
import type { IncomingMessage, ServerResponse } from 'node:http';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** Sets what every answer of the page carries. */
export function harden(response: ServerResponse): void {
  response.setHeader('content-security-policy', POLICY);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cache-control', 'no-cache');
}

/** Why a request is not the page's own; nothing when it is. `port` is the one the page listens on. */
export function strangerBecause(request: IncomingMessage, port: number): string | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = request.headers;
  if (host === undefined || !hosts.includes(host)) return 'This page is for 127.0.0.1 only';
  if (origin !== undefined && origin !== `http://${host}`)
    return 'This page takes no requests of other sites';
  const site = request.headers['sec-fetch-site'];
  const typedIn = site === 'none' && request.method === 'GET';
  if (site !== undefined && site !== 'same-origin' && !typedIn && !isLink(request)) {
    return 'This page takes no requests of other sites';
  }
  if (request.method === 'POST' && !request.headers['content-type']?.startsWith('application/json')) {
    return 'Only JSON is taken';
  }
  return undefined;
}

/** Following a link from elsewhere to the page itself is fine: it reads nothing and changes nothing. */
function isLink({ method, url, headers }: IncomingMessage): boolean {
  return method === 'GET' && url === '/' && headers['sec-fetch-mode'] === 'navigate';
}
