// Writes down since when members are here, as they are seen, and asks Discord about those who were not.
import type { Context } from '../../core/context.ts';
import { visitServers } from '../../core/server-rounds.ts';
import { BEFORE_ALL } from '../../core/snowflakes.ts';
import { guildsWithStanding, hasStanding } from '../../core/standings.ts';
import { noteUnanswered } from '../../core/unanswered.ts';
import { withJoin } from './rules.ts';
import * as store from './store.ts';

/** A join that Discord told of, by its own clock (ms). */
export interface Join {
  guildId: string;
  memberId: string;
  joinedAt: number;
}

/** Joins that were looked at already and need no second look; forgotten all at once when there are so many. */
const MOST_REMEMBERED = 50_000;

class Looked {
  /** When they joined, by server and member. */
  readonly #joinedAt = new Map<string, Map<string, number>>();
  #size = 0;

  has({ guildId, memberId, joinedAt }: Join): boolean {
    return this.#joinedAt.get(guildId)?.get(memberId) === joinedAt;
  }

  add({ guildId, memberId, joinedAt }: Join): void {
    if (this.#size >= MOST_REMEMBERED) {
      this.#joinedAt.clear();
      this.#size = 0;
    }
    const members = this.#joinedAt.get(guildId) ?? new Map();
    this.#joinedAt.set(guildId, members.set(memberId, joinedAt));
    this.#size += 1;
  }
}

const looked = new WeakMap<Context, Looked>();

function lookedOf(ctx: Context): Looked {
  const known = looked.get(ctx) ?? new Looked();
  looked.set(ctx, known);
  return known;
}

/** Whether this very join needs no second look, so that most messages cost none. */
export function wasSeen(ctx: Context, join: Join): boolean {
  return lookedOf(ctx).has(join);
}

/** Discord answers about so many members at once. */
const ASKED_AT_ONCE = 100;

/**
 * A member was seen at a moment (ms): their join is written down unless it is known, they are left out of everything, or
 * they had their data deleted since: what is heard late does not bring them back.
 */
export async function noteSeen(ctx: Context, join: Join, at: number): Promise<void> {
  if (wasSeen(ctx, join)) return;
  if (await ctx.db.read((db) => ctx.people.forgottenSince(db, join.memberId, at) !== undefined)) return;
  // Nor is it remembered as looked at: when they choose otherwise, it is news.
  if (await ctx.people.isLeftOut(join.guildId, join.memberId)) return;
  await noteJoins(ctx, join.guildId, [join]);
  lookedOf(ctx).add(join);
}

/** A join or a leaving was told of: of strangers, who have done nothing here, nothing is kept. */
export async function noteNews(ctx: Context, join: Join): Promise<void> {
  const { guildId, memberId } = join;
  const isKnown = await ctx.db.read(
    async (db) =>
      (await store.belongingOf(db, guildId, memberId)) !== undefined ||
      (await hasStanding(db, guildId, memberId)),
  );
  if (isKnown) await noteSeen(ctx, join, ctx.clock.now());
}

/** Asks Discord since when those are here who have a standing and were not seen, in every server. */
export async function catchUpEverywhere(ctx: Context): Promise<void> {
  const what = { feature: 'members', errand: 'ask for joins' };
  await visitServers(ctx, what, await ctx.db.read(guildsWithStanding), (guildId) => catchUp(ctx, guildId));
}

async function catchUp(ctx: Context, guildId: string): Promise<void> {
  let after = BEFORE_ALL;
  for (;;) {
    const from = after;
    // Whoever has their data deleted while Discord is asked is not written of again.
    const askedAt = ctx.clock.now();
    const unknown = await ctx.db.read((db) => store.membersWithoutJoin(db, guildId, from, ASKED_AT_ONCE));
    if (unknown.length === 0) return;
    after = unknown.at(-1) ?? after;
    const memberIds = await withoutLeftOut(ctx, guildId, unknown);
    if (memberIds.length === 0) continue;
    const joins = await ctx.actions.joinsAmong(guildId, memberIds);
    if (!joins.done) {
      const consequence = 'since when members are here could not be asked; it is tried again tomorrow';
      return noteUnanswered(ctx, joins, { feature: 'members', guildId, memberIds, consequence });
    }
    const forgotten = await ctx.db.read((db) => ctx.people.forgottenAmong(db, memberIds, askedAt));
    const known = [...joins.value].filter(([memberId]) => !forgotten.has(memberId));
    await noteJoins(
      ctx,
      guildId,
      known.map(([memberId, joinedAt]) => ({ memberId, joinedAt })),
    );
  }
}

async function withoutLeftOut(
  ctx: Context,
  guildId: string,
  memberIds: readonly string[],
): Promise<string[]> {
  const staying: string[] = [];
  for (const memberId of memberIds)
    if (!(await ctx.people.isLeftOut(guildId, memberId))) staying.push(memberId);
  return staying;
}

/** Reads first: mostly there is nothing to write, and nobody's turn is taken. */
async function noteJoins(
  ctx: Context,
  guildId: string,
  joins: readonly Pick<Join, 'memberId' | 'joinedAt'>[],
): Promise<void> {
  const fresh = await ctx.db.read(async (db) => {
    const news: Pick<Join, 'memberId' | 'joinedAt'>[] = [];
    for (const join of joins) {
      const known = await store.belongingOf(db, guildId, join.memberId);
      if (known?.joinedAt !== join.joinedAt && known?.returnedAt !== join.joinedAt) news.push(join);
    }
    return news;
  });
  if (fresh.length === 0) return;
  await ctx.db.write(async (tx) => {
    for (const { memberId, joinedAt } of fresh) {
      // Some may have chosen it while Discord was asked.
      if (await ctx.people.isLeftOut(guildId, memberId)) continue;
      const known = await store.belongingOf(tx, guildId, memberId);
      const next = withJoin(known ?? { joinedAt: null, returnedAt: null }, joinedAt);
      await store.setBelonging(tx, guildId, memberId, next);
    }
  });
}
