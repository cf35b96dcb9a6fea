// JSON in and out of the page's API, and refusals in words.
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';

/** Files come as base64 in the JSON: 12 MB of them. */
const BODY_BYTES = 16 * 1024 * 1024;

/** There is no such thing at that address: 404. */
export class NotThere extends Error {
  override message = 'There is nothing here';
}

export function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

/** What cannot be done is said in words; the page shows them. */
export function refuse(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  const status = error instanceof NotThere ? 404 : 400;
  const text =
    error instanceof z.ZodError
      ? z.prettifyError(error)
      : error instanceof Error
        ? error.message
        : String(error);
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error: text }));
}

/** The body as JSON. One that is too large is read to its end all the same, so that its sender hears why it is refused. */
export async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= BODY_BYTES) chunks.push(chunk);
  }
  if (size > BODY_BYTES) throw new Error('That is too much at once: all files together may have 12 MB');
  return JSON.parse(Buffer.concat(chunks).toString());
}
