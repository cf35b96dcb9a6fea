// Thanks of long ago, from before Laurel listened: judged as of when they were said, and given without any sign.
import { type Context, isRefusal } from '../../core/context.ts';
import { listensIn } from '../../core/settings.ts';
import { findGratitude } from './gratitude.rules.ts';
import { conversationOf, hear, type Utterance } from './hearing.ts';
import { helpKeyOf, meaningOf, type Person, sourceKeys } from './rules.ts';
import * as service from './service.ts';
import { whomItThanks } from './speech.ts';

/** A message of long ago, with the reactions that are on it now. */
export interface PastWords {
  said: Utterance;
  /** The channel of a thread. */
  parentId: string | undefined;
  /** The character, or a custom emoji's id, and who reacted with it, bots left out. */
  reactions: readonly { emoji: string; memberIds: readonly string[] }[];
}

export interface PastCounts {
  given: number;
  refused: number;
}

/**
 * Hears messages of long ago, which come in order. They have a memory of their own for what was said before, so that
 * nothing of it gets among what is said now.
 */
export class PastListener {
  readonly #ctx: Context;
  readonly #isBot: (memberId: string) => boolean;

  constructor(ctx: Context, isBot: (memberId: string) => boolean) {
    // The memory belongs to a context: another one, another memory.
    this.#ctx = { ...ctx };
    this.#isBot = isBot;
  }

  /** Says that a channel is heard from its beginning, so that Discord need not be asked for what was said before. */
  beginsWith(channelId: string): void {
    conversationOf(this.#ctx).markWhole(channelId);
  }

  /** Gives what a message and its reactions say. Nothing where Laurel is not to listen. The same twice is once. */
  async hear({ said, parentId, reactions }: PastWords): Promise<PastCounts> {
    const settings = await this.#ctx.settings.of(said.guildId);
    const counts: PastCounts = { given: 0, refused: 0 };
    const isHeard = listensIn(settings, said.channelId, parentId);
    if (isHeard && !said.isBot) {
      await this.#words(said, counts);
      for (const { emoji, memberIds } of reactions) {
        const kind = meaningOf(emoji, settings.reactions);
        if (kind) for (const memberId of memberIds) await this.#reaction(said, kind, emoji, memberId, counts);
      }
    }
    hear(this.#ctx, said);
    return counts;
  }

  async #words(said: Utterance, counts: PastCounts): Promise<void> {
    const { guildId, channelId, messageId, threadId, authorId, at } = said;
    const gratitude = findGratitude(said.content);
    if (!gratitude) return;
    const { language } = gratitude;
    const receivers = await whomItThanks(this.#ctx, said);
    if (receivers.length === 0) return;
    const thanks = receivers.map(({ memberId, messageId: helpfulMessageId }) => ({
      sourceKey: sourceKeys.text(messageId, memberId),
      kind: 'thanks' as const,
      guildId,
      channelId,
      giver: this.#person(authorId),
      receiver: this.#person(memberId),
      helpKey: helpKeyOf({ threadId, helpfulMessageId, thankingId: messageId }),
      messageId,
      sourceMessageId: messageId,
      language,
      at,
    }));
    const place = { guildId, channelId, messageId };
    for (const result of await service.giveByText(this.#ctx, place, thanks, { quietly: true }))
      count(result, counts);
  }

  async #reaction(
    { guildId, channelId, messageId, threadId, authorId, at }: Utterance,
    kind: 'thanks' | 'upvote',
    emoji: string,
    memberId: string,
    counts: PastCounts,
  ): Promise<void> {
    const thanks = {
      sourceKey: sourceKeys.reaction(messageId, memberId, emoji),
      kind,
      guildId,
      channelId,
      giver: this.#person(memberId),
      receiver: this.#person(authorId),
      helpKey: helpKeyOf({ threadId, helpfulMessageId: messageId, thankingId: messageId }),
      messageId,
      sourceMessageId: messageId,
      at,
    };
    count(await service.giveThanks(this.#ctx, thanks, { quietly: true }), counts);
  }

  /** Who was there then is not known; whoever wrote, was. */
  #person(memberId: string): Person {
    return { memberId, isBot: this.#isBot(memberId), isPending: false, isPresent: true };
  }
}

function count(result: unknown, counts: PastCounts): void {
  if (isRefusal(result)) counts.refused += 1;
  else counts.given += 1;
}
