// What the system's own messages say.
import type { MessageView } from '../wire.ts';

/** What somebody wrote, or a command answered. */
export const SPOKEN: readonly number[] = [0, 19, 20, 23];
const ABOUT_OTHERS: Record<number, (message: MessageView) => string> = {
  1: () => 'added somebody to the conversation.',
  6: () => 'pinned a message to this channel.',
  7: () => 'joined the server.',
  8: () => 'boosted the server.',
  18: ({ content }) => `started a thread: ${content}`,
  21: () => 'started this thread.',
  46: () => 'ended a poll.',
};

/** Nothing for what somebody wrote. */
export function systemText(message: MessageView): string | undefined {
  if (SPOKEN.includes(message.type)) return undefined;
  return ABOUT_OTHERS[message.type]?.(message) ?? message.content;
}
