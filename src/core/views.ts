// The plainest view: text alone, for short answers that need no design of their own; and people's words within a view.
import { escapeMarkdown } from '@discordjs/builders';
import type { View } from './actions.ts';

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
