// Compares everybody with a standing with who is on Discord, piece by piece: who left or came back without our noticing.
import type { Context } from '../../core/context.ts';
import { comparedUpTo, forgetCompared, saveCompared } from '../../core/cursors.ts';
import { throughServers, visitServers } from '../../core/server-rounds.ts';
import { BEFORE_ALL, isBefore } from '../../core/snowflakes.ts';
import { guildsWithStanding, hasStanding } from '../../core/standings.ts';
import { noteUnanswered } from '../../core/unanswered.ts';
import * as store from './store.ts';

/** Discord answers about so many members at once. */
const PIECE = 100;
const COMPARE = { feature: 'leaderboard', errand: 'compare members' };

/** Finds out, for everybody with a standing in the servers of one connection, what happened while it was broken. */
export async function catchUpOnShard(ctx: Context, shard: number): Promise<void> {
  await throughServers(ctx, COMPARE, ctx.actions.guildsOfShard(shard), (guildId) => catchUp(ctx, guildId));
}

/** Finds out, for everybody with a standing in any server, who left or came back without our noticing. */
export async function catchUpEverywhere(ctx: Context): Promise<void> {
  const guildIds = await ctx.db.read(guildsWithStanding);
  await visitServers(ctx, COMPARE, guildIds, (guildId) => catchUp(ctx, guildId));
}

interface Rounds {
  running: Promise<void>;
  /** The next one, if it was asked for meanwhile; however often, it is one. */
  next?: Promise<void>;
}

/** Comparisons under way, by server. */
const underWay = new WeakMap<Context, Map<string, Rounds>>();

/**
 * One comparison at a time in each server. Whoever asks while one is under way gets the next: what that one was told
 * may be older than what they want to know.
 */
function catchUp(ctx: Context, guildId: string): Promise<void> {
  const rounds = underWay.get(ctx) ?? new Map<string, Rounds>();
  underWay.set(ctx, rounds);
  const current = rounds.get(guildId);
  if (current) {
    const again = () => catchUp(ctx, guildId);
    current.next ??= current.running.then(again, again);
    return current.next;
  }
  const running = compareAll(ctx, guildId).finally(() => rounds.delete(guildId));
  rounds.set(guildId, { running });
  return running;
}

/**
 * One round: everybody once, by id, from where the last round got stuck to the end, and from the beginning to there. Where
 * it got to is remembered, so that those at the end get their turn however often it is interrupted.
 */
async function compareAll(ctx: Context, guildId: string): Promise<void> {
  const start = await ctx.db.read((db) => comparedUpTo(db, guildId));
  const isThrough =
    (await compareBetween(ctx, guildId, start ?? BEFORE_ALL)) &&
    (start === undefined || (await compareBetween(ctx, guildId, BEFORE_ALL, start)));
  if (isThrough) await forgetWhere(ctx, guildId);
}

async function forgetWhere(ctx: Context, guildId: string): Promise<void> {
  const isKnown = await ctx.db.read((db) => comparedUpTo(db, guildId) !== undefined);
  if (isKnown) await ctx.db.write(async (tx) => forgetCompared(tx, guildId));
}

/** Compares those after one id, up to another one or to the last; false when Discord gave no answer about some. */
async function compareBetween(
  ctx: Context,
  guildId: string,
  afterId: string,
  upToId?: string,
): Promise<boolean> {
  let after = afterId;
  for (;;) {
    const read = await ctx.db.read((db) => store.membersWithStanding(db, guildId, after, PIECE));
    const piece = read.filter(({ memberId }) => upToId === undefined || !isBefore(upToId, memberId));
    if (!(await compare(ctx, guildId, piece))) return false;
    if (piece.length < PIECE) return true;
    after = piece.at(-1)?.memberId ?? after;
  }
}

/** Writes down what differs from what Discord says, and how far this is; false when Discord gave no answer. */
async function compare(
  ctx: Context,
  guildId: string,
  known: readonly { memberId: string; leftAt: number | null }[],
): Promise<boolean> {
  if (known.length === 0) return true;
  const memberIds = known.map(({ memberId }) => memberId);
  const present = await ctx.actions.rolesAmong(guildId, memberIds, 'patiently');
  if (!present.done) {
    const consequence =
      'members could not be compared; it goes on from there at the next connection, or tomorrow';
    noteUnanswered(ctx, present, { feature: 'leaderboard', guildId, memberIds, consequence });
    return false;
  }
  const left = known.filter((one) => one.leftAt === null && !present.value.has(one.memberId));
  const returned = known.filter((one) => one.leftAt !== null && present.value.has(one.memberId));
  const last = known.length === PIECE ? known.at(-1)?.memberId : undefined;
  if (left.length === 0 && returned.length === 0 && last === undefined) return true;
  await ctx.db.write(async (tx) => {
    // Whoever had their data deleted while Discord was asked is not written of again.
    const isKept = (memberId: string) => hasStanding(tx, guildId, memberId);
    for (const { memberId } of left)
      if (await isKept(memberId)) await store.markLeft(tx, guildId, memberId, ctx.clock.now());
    for (const { memberId } of returned) await store.markReturned(tx, guildId, memberId);
    if (last !== undefined && (await isKept(last))) saveCompared(tx, guildId, last);
  });
  return true;
}
