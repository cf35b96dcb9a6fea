// Holds messages against what features made of them: edits, reactions and deletions of which nobody told, and who is there.
import { type GuildTextBasedChannel, type Message, type MessageReaction, ReactionType } from 'discord.js';
import type { Context } from '../core/context.ts';
import { isPseudonym } from '../core/person-key.ts';
import { emojiKey } from '../core/settings.ts';
import { noteUnanswered } from '../core/unanswered.ts';
import type { Authors } from './authors.ts';
import type { CatchUp, Feature, Known, Place } from './feature.ts';
import type { ReactorsAhead } from './reactors.ts';
import type { Router } from './router.ts';

/** Discord tells of so many members at once. */
const PEOPLE_AT_ONCE = 100;

/**
 * A connection may have been dead, or lost single events, for a while before that was noticed: edits of that time, in ms,
 * are told of once more. One that was heard changes nothing the second time.
 */
const UNSURE_MS = 60 * 60_000;

/** What a comparison found, counted. */
export interface Findings {
  edits: number;
  reactions: number;
  reactionsGone: number;
  messagesGone: number;
}

/** A look at what Discord shows after a time of not listening. */
export interface Look {
  readonly found: Findings;
  /** Whose reactions are that come up in this look. */
  readonly ahead: ReactorsAhead;
  /** Who wrote and reacted. */
  readonly authors: Authors;
}

/** What features made of messages. */
export interface Traces {
  readonly all: readonly { readonly catchUp: CatchUp; readonly known: readonly Known[] }[];
  /** Messages whose reactions were made something of. */
  readonly reactedTo: ReadonlySet<string>;
}

/** Messages that are no more although something rests on them. */
export interface Gone {
  readonly catchUp: CatchUp;
  readonly messageIds: readonly string[];
}

/** Of these traces, what rests on messages that are not among those that are there. */
export function goneOf({ all }: Traces, there: ReadonlySet<string>): Gone[] {
  return all.flatMap(({ catchUp, known }) => {
    const standing = known.filter(({ stands, messageId }) => stands && !there.has(messageId));
    const messageIds = [...new Set(standing.map(({ messageId }) => messageId))];
    return messageIds.length > 0 ? [{ catchUp, messageIds }] : [];
  });
}

/** Whether there is anything to compare: reactions that are there, or were. */
export function hasReactions(message: Message<true>, { reactedTo }: Traces): boolean {
  return message.reactions.cache.size > 0 || reactedTo.has(message.id);
}

interface Comparing {
  readonly feature: string;
  readonly catchUp: CatchUp;
}

interface OnMessage {
  readonly place: Place;
  readonly message: Message<true>;
  readonly reaction: MessageReaction;
  readonly known: readonly (NonNullable<Known['reaction']> & { stands: boolean })[];
  /** From when on the reaction may be there, ms. */
  readonly since: number;
}

export class Comparison {
  readonly #ctx: Context;
  readonly #router: Router;
  readonly #catchUps: readonly Comparing[];

  constructor(ctx: Context, router: Router, features: readonly Feature[]) {
    this.#ctx = ctx;
    this.#router = router;
    this.#catchUps = features.flatMap(({ name, catchUp }) => (catchUp ? [{ feature: name, catchUp }] : []));
  }

  /** A message that was handled before: it may have been edited since, or a little before. */
  async edit(message: Message<true>, since: number, found: Findings): Promise<void> {
    if (message.editedTimestamp === null || message.editedTimestamp < since - UNSURE_MS) return;
    found.edits += 1;
    await this.#router.retell('messageUpdate', message, message);
  }

  /** Begins to ask whose the reactions on a message are that will be looked at; who reacted to a new one will be needed. */
  async lookAhead(message: Message<true>, { ahead, authors }: Look, isNew: boolean): Promise<void> {
    const place = placeOf(message.channel);
    for (const reaction of message.reactions.cache.values()) {
      const { id, name } = reaction.emoji;
      for (const { catchUp } of this.#catchUps) {
        if (!(await catchUp.means(this.#ctx, place, id ?? name ?? ''))) continue;
        ahead.want(reaction, ({ all }) => {
          if (isNew)
            authors.expectPeople([...all.values()].filter(({ bot }) => !bot).map(({ id: userId }) => userId));
        });
        break;
      }
    }
  }

  /** The reactions on a message: new ones are told of, with the time from which on they may be there. */
  async reactions(look: Look, message: Message<true>, since: number): Promise<void> {
    const place = placeOf(message.channel);
    for (const { feature, catchUp } of this.#catchUps) {
      const known = (await catchUp.known(this.#ctx, place, message.id, message.id)).flatMap(
        ({ reaction, stands }) => (reaction ? [{ ...reaction, stands }] : []),
      );
      for (const reaction of message.reactions.cache.values())
        await this.#reaction(look, { feature, catchUp }, { place, message, reaction, known, since });
      const shown = new Set(message.reactions.cache.map(keyOf));
      for (const { stands, ...one } of known) {
        if (!stands || shown.has(emojiKey(one.emoji))) continue;
        look.found.reactionsGone += 1;
        await catchUp.reactionGone(this.#ctx, place, message.id, one);
      }
    }
  }

  async #reaction(
    { ahead, authors, found }: Look,
    { feature, catchUp }: Comparing,
    { place, message, reaction, known: knownHere, since }: OnMessage,
  ): Promise<void> {
    const known = knownHere.filter(({ emoji }) => emojiKey(emoji) === keyOf(reaction));
    const { id, name } = reaction.emoji;
    const means = await catchUp.means(this.#ctx, place, id ?? name ?? '');
    if (!means && !known.some(({ stands }) => stands)) return;
    const users = await ahead.of(reaction);
    if (!users) return;
    for (const { stands, ...one } of known) {
      // Of those who were forgotten nobody can say whether their reaction is still there.
      if (!stands || users.all.has(one.memberId) || !users.isComplete || isPseudonym(one.memberId)) continue;
      found.reactionsGone += 1;
      await catchUp.reactionGone(this.#ctx, place, message.id, one);
    }
    const judged = new Set(known.map(({ memberId }) => memberId));
    const fresh = [...users.all.values()].filter(
      ({ bot, id: userId }) => means && !bot && !judged.has(userId),
    );
    await authors.bringPeople(fresh.map(({ id: userId }) => userId));
    for (const user of fresh) {
      found.reactions += 1;
      const details = { type: ReactionType.Normal, burst: false };
      await this.#router.retellTo(feature, 'messageReactionAdd', reaction, user, details, since);
    }
  }

  /** What features made of the messages of a channel between two ids, both included. */
  async traces(place: Place, fromId: string, toId: string): Promise<Traces> {
    const all = await Promise.all(
      this.#catchUps.map(async ({ catchUp }) => ({
        catchUp,
        known: await catchUp.known(this.#ctx, place, fromId, toId),
      })),
    );
    const reactedTo = all.flatMap(({ known }) =>
      known.flatMap(({ messageId, reaction }) => (reaction ? [messageId] : [])),
    );
    return { all, reactedTo: new Set(reactedTo) };
  }

  /** Takes back what rests on messages that are no more. */
  async takeBack(place: Place, gone: readonly Gone[], found: Findings): Promise<void> {
    for (const { catchUp, messageIds } of gone) {
      found.messagesGone += messageIds.length;
      await catchUp.messagesGone(this.#ctx, place, messageIds);
    }
  }

  /** The threads that features believe to be in a server. */
  async threads(guildId: string): Promise<ReadonlySet<string>> {
    const found = this.#catchUps.map(({ catchUp }) => catchUp.threads?.(this.#ctx, guildId) ?? []);
    return new Set((await Promise.all(found)).flat());
  }

  /** Who left a server, or came back to it: nobody waits for it. */
  async people(guildId: string): Promise<void> {
    for (const { catchUp } of this.#catchUps) {
      const known = (await catchUp.people?.(this.#ctx, guildId)) ?? [];
      for (let from = 0; from < known.length; from += PEOPLE_AT_ONCE) {
        const some = known.slice(from, from + PEOPLE_AT_ONCE);
        const ids = [...new Set(some.map(({ memberId }) => memberId))];
        const present = await this.#ctx.actions.rolesAmong(guildId, ids, 'patiently');
        if (!present.done) {
          const consequence = 'who left or came back could not be asked';
          return noteUnanswered(this.#ctx, present, {
            feature: 'catchup',
            guildId,
            memberIds: ids,
            consequence,
          });
        }
        for (const { memberId, isHere } of some.filter(({ memberId }) => !isPseudonym(memberId)))
          if (present.value.has(memberId) !== isHere)
            await catchUp.moved?.(this.#ctx, guildId, { memberId, isHere: !isHere });
      }
    }
  }

  async threadGone(threadId: string): Promise<void> {
    for (const { catchUp } of this.#catchUps) await catchUp.threadGone?.(this.#ctx, threadId);
  }
}

function keyOf({ emoji }: MessageReaction): string {
  return emojiKey(emoji.id ?? emoji.name ?? '');
}

/** A channel or thread, as features know places. */
export function placeOf(channel: GuildTextBasedChannel): Place {
  const { guildId, id: channelId, parentId } = channel;
  return { guildId, channelId, parentId: parentId ?? undefined, isThread: channel.isThread() };
}
