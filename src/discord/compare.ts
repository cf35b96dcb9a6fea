// Holds messages against what features made of them: edits, reactions and deletions of which nobody told, and who is there.
import { type Message, type MessageReaction, ReactionType } from 'discord.js';
import type { Context } from '../core/context.ts';
import { isPseudonym } from '../core/person-key.ts';
import { emojiKey } from '../core/settings.ts';
import type { CatchUp, Feature, Known, Place } from './feature.ts';
import { insist } from './insist.ts';
import { reactorsOf } from './reactors.ts';
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

export class Comparison {
  readonly #ctx: Context;
  readonly #router: Router;
  readonly #catchUps: readonly { feature: string; catchUp: CatchUp }[];

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

  /** The reactions on a message: new ones are told of, with the time from which on they may be there. */
  async reactions(message: Message<true>, since: number, found: Findings): Promise<void> {
    const place = placeOf(message);
    for (const { feature, catchUp } of this.#catchUps) {
      const known = (await catchUp.known(this.#ctx, place, message.id, message.id)).flatMap(
        ({ reaction, stands }) => (reaction ? [{ ...reaction, stands }] : []),
      );
      for (const reaction of message.reactions.cache.values())
        await this.#reaction(feature, catchUp, place, message, reaction, known, since, found);
      const shown = new Set(message.reactions.cache.map(keyOf));
      for (const { stands, ...one } of known) {
        if (!stands || shown.has(emojiKey(one.emoji))) continue;
        found.reactionsGone += 1;
        await catchUp.reactionGone(this.#ctx, place, message.id, one);
      }
    }
  }

  async #reaction(
    feature: string,
    catchUp: CatchUp,
    place: Place,
    message: Message<true>,
    reaction: MessageReaction,
    knownHere: readonly (NonNullable<Known['reaction']> & { stands: boolean })[],
    since: number,
    found: Findings,
  ): Promise<void> {
    const known = knownHere.filter(({ emoji }) => emojiKey(emoji) === keyOf(reaction));
    const { id, name } = reaction.emoji;
    const means = await catchUp.means(this.#ctx, place, id ?? name ?? '');
    if (!means && !known.some(({ stands }) => stands)) return;
    const users = await reactorsOf(this.#ctx, reaction);
    if (!users) return;
    for (const { stands, ...one } of known) {
      // Of those who were forgotten nobody can say whether their reaction is still there.
      if (!stands || users.all.has(one.memberId) || !users.isComplete || isPseudonym(one.memberId)) continue;
      found.reactionsGone += 1;
      await catchUp.reactionGone(this.#ctx, place, message.id, one);
    }
    const judged = new Set(known.map(({ memberId }) => memberId));
    for (const user of users.all.values()) {
      if (!means || user.bot || judged.has(user.id)) continue;
      found.reactions += 1;
      const details = { type: ReactionType.Normal, burst: false };
      await this.#router.retellTo(feature, 'messageReactionAdd', reaction, user, details, since);
    }
  }

  /** What rests on messages between two ids, both included, that are not among those that are there. */
  async deletions(
    place: Place,
    fromId: string,
    toId: string,
    there: ReadonlySet<string>,
    found: Findings,
  ): Promise<void> {
    for (const { catchUp } of this.#catchUps) {
      const known = await catchUp.known(this.#ctx, place, fromId, toId);
      const standing = known.filter(({ stands, messageId }) => stands && !there.has(messageId));
      const gone = [...new Set(standing.map(({ messageId }) => messageId))];
      if (gone.length === 0) continue;
      found.messagesGone += gone.length;
      await catchUp.messagesGone(this.#ctx, place, gone);
    }
  }

  /** Whether anything rests on messages of a channel between two ids. */
  async hasKnown(place: Place, fromId: string, toId: string): Promise<boolean> {
    for (const { catchUp } of this.#catchUps) {
      const known = await catchUp.known(this.#ctx, place, fromId, toId);
      if (known.some(({ stands }) => stands)) return true;
    }
    return false;
  }

  /** The threads that features believe to be in a server. */
  async threads(guildId: string): Promise<ReadonlySet<string>> {
    const found = this.#catchUps.map(({ catchUp }) => catchUp.threads?.(this.#ctx, guildId) ?? []);
    return new Set((await Promise.all(found)).flat());
  }

  /** Who left a server, or came back to it. */
  async people(guildId: string): Promise<void> {
    for (const { catchUp } of this.#catchUps) {
      const known = (await catchUp.people?.(this.#ctx, guildId)) ?? [];
      for (let from = 0; from < known.length; from += PEOPLE_AT_ONCE) {
        const some = known.slice(from, from + PEOPLE_AT_ONCE);
        const ids = [...new Set(some.map(({ memberId }) => memberId))];
        const present = await insist(this.#ctx, () => this.#ctx.actions.rolesAmong(guildId, ids));
        if (!present.done) return;
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

function placeOf({ guildId, channelId, channel }: Message<true>): Place {
  return { guildId, channelId, parentId: channel.parentId ?? undefined, isThread: channel.isThread() };
}
