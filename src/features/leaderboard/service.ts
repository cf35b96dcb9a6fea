// Who left disappears from the boards and who returns comes back, however late or mixed up the news of it is.
import type { Context } from '../../core/context.ts';
import { BEFORE_ALL } from '../../core/snowflakes.ts';
import { hasStanding, nextGuild } from '../../core/standings.ts';
import { leavingIsDoubtful, returnIsDoubtful } from './rules.ts';
import * as store from './store.ts';

/** Discord answers about so many members at once. */
const ASKED_AT_ONCE = 100;

/** News of a member; `joinedAt` is when they last joined, by Discord's clock, if that is known. */
export interface MemberNews {
  guildId: string;
  memberId: string;
  joinedAt: number | undefined;
}

/**
 * A member is said to have left. Old news, overtaken by their return, changes nothing; neither does that of somebody
 * without a standing, of whom nothing is shown or kept.
 */
export async function noteLeaving(ctx: Context, { guildId, memberId, joinedAt }: MemberNews): Promise<void> {
  const now = ctx.clock.now();
  if (leavingIsDoubtful(joinedAt, now) && (await isKnown(ctx, guildId, memberId))) {
    if ((await isPresent(ctx, guildId, memberId)) === true) return;
  }
  await ctx.db.write(async (tx) => {
    if (await hasStanding(tx, guildId, memberId)) await store.markLeft(tx, guildId, memberId, now);
  });
}

/** A member is said to have joined. Old news, overtaken by their leaving, changes nothing. */
export async function noteReturn(ctx: Context, { guildId, memberId, joinedAt }: MemberNews): Promise<void> {
  // Read in a writer's turn: the leaving just before this may still wait for its own.
  const isDoubtful = await ctx.db.write(async (tx) => {
    const left = await store.leftAt(tx, guildId, memberId);
    if (left === undefined) return false;
    if (returnIsDoubtful(joinedAt, left)) return true;
    await store.markReturned(tx, guildId, memberId);
    return false;
  });
  if (isDoubtful && (await isPresent(ctx, guildId, memberId)) !== false)
    await ctx.db.write((tx) => store.markReturned(tx, guildId, memberId));
}

/** Finds out, for everybody with a standing in the servers of one connection, what happened while it was broken. */
export async function catchUpOnShard(ctx: Context, shard: number): Promise<void> {
  for (const guildId of ctx.actions.guildsOfShard(shard)) await catchUp(ctx, guildId);
}

/** Finds out, for everybody with a standing in any server, who left or came back without our noticing. */
export async function catchUpEverywhere(ctx: Context): Promise<void> {
  let guildId = await ctx.db.read((db) => nextGuild(db, BEFORE_ALL));
  while (guildId !== undefined) {
    const done: string = guildId;
    await catchUp(ctx, done);
    guildId = await ctx.db.read((db) => nextGuild(db, done));
  }
}

interface Turns {
  running: Promise<void>;
  /** The next one, if it was asked for meanwhile; however often, it is one. */
  next?: Promise<void>;
}

/** Comparisons under way, by server. */
const underWay = new WeakMap<Context, Map<string, Turns>>();

/**
 * One comparison at a time in each server. Whoever asks while one is under way gets the next: what that one was told
 * may be older than what they want to know.
 */
function catchUp(ctx: Context, guildId: string): Promise<void> {
  const turns = underWay.get(ctx) ?? new Map<string, Turns>();
  underWay.set(ctx, turns);
  const current = turns.get(guildId);
  if (current) {
    const again = () => catchUp(ctx, guildId);
    current.next ??= current.running.then(again, again);
    return current.next;
  }
  const running = compareAll(ctx, guildId).finally(() => turns.delete(guildId));
  turns.set(guildId, { running });
  return running;
}

async function compareAll(ctx: Context, guildId: string): Promise<void> {
  let after = BEFORE_ALL;
  let batch: { memberId: string; leftAt: number | null }[];
  do {
    batch = await ctx.db.read((db) => store.membersWithStanding(db, guildId, after, ASKED_AT_ONCE));
    after = batch.at(-1)?.memberId ?? after;
  } while ((await compare(ctx, guildId, batch)) && batch.length === ASKED_AT_ONCE);
}

/** Writes down what differs from what Discord says; false when Discord did not say. */
async function compare(
  ctx: Context,
  guildId: string,
  known: readonly { memberId: string; leftAt: number | null }[],
): Promise<boolean> {
  if (known.length === 0) return true;
  const present = await ctx.actions.rolesAmong(
    guildId,
    known.map(({ memberId }) => memberId),
  );
  if (!present.done) {
    // A server that no longer has the bot is no news; the rest is tried again tomorrow.
    if (present.reason !== 'unknownGuild')
      ctx.log.warn(
        { feature: 'leaderboard', guildId, reason: present.reason },
        'members could not be compared',
      );
    return false;
  }
  const left = known.filter((one) => one.leftAt === null && !present.value.has(one.memberId));
  const returned = known.filter((one) => one.leftAt !== null && present.value.has(one.memberId));
  if (left.length === 0 && returned.length === 0) return true;
  await ctx.db.write(async (tx) => {
    for (const { memberId } of left) await store.markLeft(tx, guildId, memberId, ctx.clock.now());
    for (const { memberId } of returned) await store.markReturned(tx, guildId, memberId);
  });
  return true;
}

/** Whether there is anything to lose by a mistake; a raid of strangers who join and leave is not worth questions. */
async function isKnown(ctx: Context, guildId: string, memberId: string): Promise<boolean> {
  return ctx.db.read((db) => hasStanding(db, guildId, memberId));
}

/** Nothing when Discord did not answer. */
async function isPresent(ctx: Context, guildId: string, memberId: string): Promise<boolean | undefined> {
  const present = await ctx.actions.rolesAmong(guildId, [memberId]);
  return present.done ? present.value.has(memberId) : undefined;
}
