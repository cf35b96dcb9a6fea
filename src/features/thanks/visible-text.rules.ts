// What of a Discord message are its author's own words: quotes, code, spoilers, links and names of emoji taken out.

import { MENTION_WORD } from './tokens.rules.ts';

/**
 * Cuts out everything between `open` and the next `close`, both included. An opening without its closing
 * is left as it stands, which is also how Discord shows it. One pass, whatever the input.
 */
function cutBetween(text: string, open: string, close: string): string {
  let start = text.indexOf(open);
  if (start === -1) return text;
  let kept = '';
  let from = 0;
  while (start !== -1) {
    const end = text.indexOf(close, start + open.length);
    if (end === -1) break;
    kept += `${text.slice(from, start)} `;
    from = end + close.length;
    start = text.indexOf(open, from);
  }
  return kept + text.slice(from);
}

/** Takes out the lines that Discord shows as quoted: "> one line" and ">>> all that follows". */
function cutQuotes(text: string): string {
  if (!text.includes('> ')) return text;
  const own: string[] = [];
  for (const line of text.split('\n')) {
    const start = line.trimStart();
    if (start.startsWith('>>> ')) break;
    if (!start.startsWith('> ')) own.push(line);
  }
  return own.join('\n');
}

/** Quotes, code and spoilers out; links, mentions and emoji still as they were written. */
export function ownWords(content: string): string {
  let text = content;
  if (text.includes('`')) for (const fence of ['```', '``', '`']) text = cutBetween(text, fence, fence);
  text = cutQuotes(text);
  return cutBetween(text, '||', '||');
}

const LINK = /\[[^\][\n]{1,200}\]\(<?https?:[^\s)]*\)|<?\b(?:https?:\/\/|www\.)[^\s>]+>?/gi;
const FILE_NAME =
  /[\w-]{1,60}\.(?:html?|md|txt|csv|json|ya?ml|toml|xml|css|scss|jsx?|tsx?|mjs|py|rb|go|rs|java|php|cs|cpp|sh|sql|log|png|jpe?g|gif|svg|mp[34]|pdf|zip|exe|com|org|net|io|dev)\b/gi;
const ANGLE = /<(@[!&]?\d{1,20}|[^<>\n]{1,120})>/g;
/** Pairs of quotation marks within a line; the words between them are spoken of, not said. */
const QUOTATION =
  /"[^"\n]{1,200}"|“[^”\n]{1,200}”|„[^“”\n]{1,200}[“”]|«[^»\n]{1,200}»|「[^」\n]{1,200}」|『[^』\n]{1,200}』/g;

/**
 * The author's own words: without quotes, code, spoilers, links, file names and custom emoji.
 * Each mention of a person or role becomes {@link MENTION_WORD}. Words between quotation marks go as well,
 * unless they are the whole message.
 */
export function visibleText(content: string): string {
  let text = ownWords(content);
  if (text.includes('.') || text.includes(':')) text = text.replace(LINK, ' ').replace(FILE_NAME, ' ');
  if (text.includes('<'))
    text = text.replace(ANGLE, (_, inner: string) => (inner.startsWith('@') ? ` ${MENTION_WORD} ` : ' '));
  const unquoted = text.replace(QUOTATION, ' , ');
  return /[\p{L}]/u.test(unquoted) ? unquoted : text;
}

/** Ids of the users mentioned in the author's own words, in order, each once. */
export function mentionsOutsideQuotes(content: string): string[] {
  if (!content.includes('<@')) return [];
  const ids = [...ownWords(content).matchAll(/<@!?(\d{15,21})>/g)].map((match) => match[1] ?? '');
  return [...new Set(ids)];
}
