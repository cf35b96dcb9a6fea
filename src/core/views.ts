// The plainest view: text alone, for short answers that need no design of their own; and people, and their words, within a view.
import { escapeMarkdown, userMention } from '@discordjs/builders';
import type { View } from './actions.ts';
import { isPseudonym } from './person-key.ts';
import type { Translate } from './texts.ts';

/** Discord's number for a text display among Components V2. */
const TEXT_DISPLAY = 10;

/** A message of nothing but text (Markdown), one block a paragraph. */
export function textView(...paragraphs: readonly string[]): View {
  return { components: paragraphs.map((content) => ({ type: TEXT_DISPLAY, content })) };
}

/** Somebody's own words on one line, shown as they were typed: no formatting, no heading, no link behind other words. */
export function asTyped(words: string): string {
  const oneLine = words.replaceAll(/\s+/g, ' ').trim();
  return escapeMarkdown(oneLine, { heading: true, bulletedList: true, numberedList: true, maskedLink: true });
}

/** Somebody by a mention, which pings nobody by itself; in words where their data was deleted, since there is nobody to mention. */
export function mentionOf(t: Translate, memberId: string): string {
  return isPseudonym(memberId) ? `*${t('forgotten')}*` : userMention(memberId);
}
