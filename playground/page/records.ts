// What the bot asked of Discord and was answered, the newest first, cut to a readable length.
import type { RequestRecord } from '../discord/rest/server.ts';
import type { RequestView } from './wire.ts';

const SHOWN = 60;
/** Characters of a body or an answer. */
const LONGEST = 4000;

export function requestViews(requests: readonly RequestRecord[]): RequestView[] {
  const start = Math.max(0, requests.length - SHOWN);
  return requests
    .slice(start)
    .map((record, index) => ({
      number: start + index + 1,
      at: record.at,
      method: record.method,
      path: record.path.replace(/\/[\w-]{60,}/, '/…') + record.query,
      status: record.status,
      body: pretty(record.body),
      answer: pretty(record.answer),
    }))
    .reverse();
}

function pretty(value: unknown): string {
  if (value === undefined || value === null) return '';
  const text = JSON.stringify(value, null, 2);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;
}
