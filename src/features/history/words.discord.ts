// A message of the past as thanks need it: its words, and whose reactions are on it.
import type { Message } from 'discord.js';
import type { Context } from '../../core/context.ts';
import type { Settings } from '../../core/settings.ts';
import { reactorsOf } from '../../discord/reactors.ts';
import { isWritten, utteranceOf } from '../thanks/messages.discord.ts';
import type { PastWords } from '../thanks/past.ts';
import { emojiOf } from '../thanks/reactions.discord.ts';
import { meaningOf } from '../thanks/rules.ts';

/** Nothing for what is not written by people. Only reactions that mean something are asked for. */
export async function pastWordsOf(
  ctx: Context,
  message: Message<true>,
  { reactions: meanings }: Settings,
): Promise<PastWords | undefined> {
  if (!isWritten(message)) return undefined;
  const reactions = [];
  for (const reaction of message.reactions.cache.values()) {
    const emoji = emojiOf(reaction);
    if (!meaningOf(emoji, meanings)) continue;
    const reactors = await reactorsOf(ctx, reaction);
    const people = [...(reactors?.all.values() ?? [])].filter(({ bot }) => !bot);
    reactions.push({ emoji, memberIds: people.map(({ id }) => id) });
  }
  return { said: utteranceOf(message), parentId: message.channel.parentId ?? undefined, reactions };
}
