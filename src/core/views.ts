// The plainest view: text alone, for short answers that need no design of their own.
import type { View } from './actions.ts';

/** Discord's number for a text display among Components V2. */
const TEXT_DISPLAY = 10;

/** A message of nothing but text (Markdown), one block a paragraph. */
export function textView(...paragraphs: readonly string[]): View {
  return { components: paragraphs.map((content) => ({ type: TEXT_DISPLAY, content })) };
}
