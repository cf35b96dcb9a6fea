// What of a Discord message are its author's own words: quotes, code, spoilers, links and names of emoji taken out.

import { MENTION_WORD } from './tokens.rules.ts';

/**
 * Cuts out everything between `open` and the next `close`, both included, and puts `instead` in its place. An
 * opening without its closing is left as it stands, which is also how Discord shows it. One pass, whatever the input.
 */
function cutBetween(text: string, open: string, close: string, instead = ' '): string {
  const kept: string[] = [];
  let from = 0;
  let start = text.indexOf(open);
  while (start !== -1) {
    const end = text.indexOf(close, start + open.length);
    if (end === -1) break;
    kept.push(text.slice(from, start), instead);
    from = end + close.length;
    start = text.indexOf(open, from);
  }
  return from === 0 ? text : kept.join('') + text.slice(from);
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
  return cutBetween(cutQuotes(text), '||', '||');
}

const LINK = /\[[^\][\n]{1,200}\]\(<?https?:[^\s)]*\)|<?\b(?:https?:\/\/|www\.)[^\s>]+>?/gi;
const ANGLE = /<(@[!&]?\d{1,20}|[^<>\n]{1,120})>/g;
const QUOTATION_MARKS = ['""', '“”', '„“', '„”', '«»', '「」', '『』'] as const;
const SPECIAL = /[`|<"“„«「『]|> |:\/\/|www\./;

/** Takes out the words between quotation marks of one line: they are spoken of, not said. */
function cutQuotations(text: string): string {
  const lines = text.split('\n').map((line) => {
    let own = line;
    for (const [open = '', close = ''] of QUOTATION_MARKS)
      if (own.includes(open)) own = cutBetween(own, open, close, ' , ');
    return own;
  });
  return lines.join('\n');
}

/**
 * The author's own words: without quotes, code, spoilers, links and custom emoji. Each mention of a person or role
 * becomes {@link MENTION_WORD}. Words between quotation marks go as well, unless they are the whole message.
 */
export function visibleText(content: string): string {
  if (!SPECIAL.test(content)) return content;
  let text = ownWords(content).replace(LINK, ' ');
  text = text.replace(ANGLE, (_, inner: string) => (inner.startsWith('@') ? ` ${MENTION_WORD} ` : ' '));
  const said = cutQuotations(text);
  return /\p{L}/u.test(said) ? said : text;
}

/** Ids of the users mentioned in the author's own words, in order, each once. */
export function mentionsOutsideQuotes(content: string): string[] {
  if (!content.includes('<@')) return [];
  const ids = [...ownWords(content).matchAll(/<@!?(\d{15,21})>/g)].map((match) => match[1] ?? '');
  return [...new Set(ids)];
}
