// What a member chooses about themselves. It is their own business: no moderator is told, and no trail is kept of it.
// Only what a moderator does to a pseudonym is in the audit, and even there not whose it was.
import { note } from '../../core/audit.ts';
import { type Context, isRefusal, type Refusal, refuse } from '../../core/context.ts';
import { judgePseudonym, nameKey } from './pseudonyms.rules.ts';
import * as store from './store.ts';

/** What a member chose, as it stands. */
export interface Choices {
  /** Whether the boards show them. */
  board: boolean;
  /** What they are called there instead of their own name; empty after a moderator took it away. */
  pseudonym: string | undefined;
  /** Why it was taken away. */
  lostWhy: string | undefined;
}

export async function choicesOf(ctx: Context, guildId: string, memberId: string): Promise<Choices> {
  return ctx.db.read(async (db) => {
    const { pseudonym, lost } = await store.namingOf(db, guildId, memberId);
    return {
      board: !(await store.isOffBoards(db, guildId, memberId)),
      pseudonym,
      lostWhy: pseudonym === '' ? lost?.why : undefined,
    };
  });
}

/** Shows a member on the boards or takes them off. Choosing what is so already changes nothing. */
export async function chooseBoard(
  ctx: Context,
  guildId: string,
  memberId: string,
  board: boolean,
): Promise<Choices> {
  await ctx.db.write((tx) =>
    board
      ? store.returnToBoards(tx, guildId, memberId)
      : store.leaveBoards(tx, guildId, memberId, ctx.clock.now()),
  );
  return choicesOf(ctx, guildId, memberId);
}

/** Who wants to be called what, and how members here are called, as far as that is known. */
export interface Wish {
  guildId: string;
  memberId: string;
  typed: string;
  memberNames: readonly string[];
}

/** Calls a member by a pseudonym wherever the leaderboard names them; by their own name again if nothing was typed. */
export async function choosePseudonym(
  ctx: Context,
  { guildId, memberId, typed, memberNames }: Wish,
): Promise<Choices | Refusal> {
  const refused = await ctx.db.write(async (tx) => {
    if (typed.trim() === '') {
      await store.keepPseudonym(tx, guildId, memberId, null);
      return undefined;
    }
    const { lost } = await store.namingOf(tx, guildId, memberId);
    const others = await store.pseudonymsBut(tx, guildId, memberId);
    const name = judgePseudonym(typed, {
      taken: others.map(({ pseudonym }) => pseudonym),
      members: memberNames,
      lost: lost?.key,
    });
    if (isRefusal(name)) return name;
    await store.keepPseudonym(tx, guildId, memberId, name);
    return undefined;
  });
  return refused ?? choicesOf(ctx, guildId, memberId);
}

export interface Removal {
  guildId: string;
  moderatorId: string;
  typed: string;
  reason: string;
}

/**
 * Takes an abusive pseudonym away from whoever has it, who reads the reason and is shown without any name until they
 * choose: so nobody learns who it was. Returns the pseudonym as it was written.
 */
export async function removePseudonym(
  ctx: Context,
  { guildId, moderatorId, typed, reason }: Removal,
): Promise<string | Refusal> {
  const key = nameKey(typed);
  return ctx.db.write(async (tx) => {
    const known = await store.pseudonymsBut(tx, guildId, '');
    const found = known.find(({ pseudonym }) => nameKey(pseudonym) === key);
    if (!found) return refuse('pseudonymUnknown');
    await store.losePseudonym(tx, guildId, found.memberId, { key, why: reason.trim() });
    const { pseudonym } = found;
    await note(
      tx,
      { guildId, actorId: moderatorId, action: 'privacy.pseudonymRemoved', targetId: pseudonym, reason },
      ctx.clock.now(),
    );
    return pseudonym;
  });
}

/** The pseudonyms of a server that begin or go on like this, for a moderator who types one. */
export async function pseudonymsLike(ctx: Context, guildId: string, typed: string): Promise<string[]> {
  const wanted = nameKey(typed);
  const known = await ctx.db.read((db) => store.pseudonymsBut(db, guildId, ''));
  return known
    .map(({ pseudonym }) => pseudonym)
    .filter((pseudonym) => nameKey(pseudonym).includes(wanted))
    .sort();
}
