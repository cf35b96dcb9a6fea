// Whose a reaction is, asked of Discord page by page.
import { type MessageReaction, ReactionType, type User } from 'discord.js';
import type { Context } from '../core/context.ts';
import { ask, FULL_PAGE } from './pages.ts';

/** Pages of people read of one reaction; who is missing among so many is not looked for. */
const MOST_PAGES = 10;

export interface Reactors {
  readonly all: ReadonlyMap<string, User>;
  /** False where there are more than were asked for. */
  readonly isComplete: boolean;
}

/** Whose reaction it is; nothing where Discord does not say. */
export async function reactorsOf(ctx: Context, reaction: MessageReaction): Promise<Reactors | undefined> {
  const all = new Map<string, User>();
  const types =
    reaction.countDetails.burst > 0 ? [ReactionType.Normal, ReactionType.Super] : [ReactionType.Normal];
  for (const type of types) {
    let after: string | undefined;
    for (let page = 0; ; page++) {
      if (page === MOST_PAGES) return { all, isComplete: false };
      const where = { type, limit: FULL_PAGE, ...(after ? { after } : {}) };
      const users = await ask(ctx, reaction.client, () => reaction.users.fetch(where));
      if (!users.done) return undefined;
      for (const user of users.value.values()) all.set(user.id, user);
      after = users.value.lastKey();
      if (users.value.size < FULL_PAGE) break;
    }
  }
  return { all, isComplete: true };
}

/** Reactions asked about at the same time, each in another channel: those of one channel wait for each other's answers anyway. */
const AT_ONCE = 12;

/** Asks whose reactions are that will be looked at soon, those that come first first, so that nobody waits for one after the other. */
export class ReactorsAhead {
  readonly #ctx: Context;
  readonly #isStopping: () => boolean;
  /** Not asked about yet, in the order in which they will be looked at, with who else is told. */
  readonly #wanted = new Map<MessageReaction, (reactors: Reactors) => void>();
  readonly #answers = new WeakMap<MessageReaction, Promise<Reactors | undefined>>();
  /** Channels in which one is asked about just now. */
  readonly #underWay = new Set<string>();

  constructor(ctx: Context, isStopping: () => boolean) {
    this.#ctx = ctx;
    this.#isStopping = isStopping;
  }

  /** Will be looked at, after all that were named before; `told` hears of it as soon as Discord has said whose it is. */
  want(reaction: MessageReaction, told: (reactors: Reactors) => void = () => undefined): void {
    this.#wanted.set(reaction, told);
    this.#askMore();
  }

  /** Whose reaction it is; asks now where that was not asked ahead. */
  of(reaction: MessageReaction): Promise<Reactors | undefined> {
    this.#wanted.delete(reaction);
    return this.#answers.get(reaction) ?? this.#ask(reaction);
  }

  #askMore(): void {
    if (this.#isStopping()) this.#wanted.clear();
    for (const [reaction, told] of this.#wanted) {
      if (this.#underWay.size >= AT_ONCE) return;
      const { channelId } = reaction.message;
      if (this.#underWay.has(channelId)) continue;
      this.#wanted.delete(reaction);
      this.#underWay.add(channelId);
      // Whoever looks at it hears of what went wrong.
      void this.#ask(reaction)
        .then((reactors) => reactors && told(reactors))
        .catch(() => undefined)
        .finally(() => {
          this.#underWay.delete(channelId);
          this.#askMore();
        });
    }
  }

  #ask(reaction: MessageReaction): Promise<Reactors | undefined> {
    const answer = reactorsOf(this.#ctx, reaction);
    this.#answers.set(reaction, answer);
    return answer;
  }
}
