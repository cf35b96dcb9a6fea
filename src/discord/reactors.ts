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
      const users = await ask(ctx, () => reaction.users.fetch(where));
      if (!users.done) return undefined;
      for (const user of users.value.values()) all.set(user.id, user);
      after = users.value.lastKey();
      if (users.value.size < FULL_PAGE) break;
    }
  }
  return { all, isComplete: true };
}
