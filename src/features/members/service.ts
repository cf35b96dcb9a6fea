// Writes down since when members are here, as they are seen, and asks Discord about those who were not.
import type { Context } from '../../core/context.ts';
import { hasStanding, nextGuild as nextGuildOf } from '../../core/standings.ts';
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
const looked = new WeakMap<Context, Set<string>>();

/** Discord answers about so many members at once. */
const ASKED_AT_ONCE = 100;

/**
 * A member was seen at a moment (ms): their join is written down unless it is known, or they had their data deleted
 * since: what is heard late does not bring them back.
 */
export async function noteSeen(ctx: Context, join: Join, at: number): Promise<void> {
  const remembered = looked.get(ctx) ?? new Set();
  looked.set(ctx, remembered);
  const key = `${join.guildId}:${join.memberId}:${join.joinedAt}`;
  if (remembered.has(key)) return;
  if (await ctx.db.read((db) => ctx.people.forgottenSince(db, join.memberId, at) !== undefined)) return;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  await noteJoins(ctx, join.guildId, [join]);
  remembered.add(key);
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
  for (let guildId = await nextGuild(ctx, ''); guildId !== undefined; guildId = await nextGuild(ctx, guildId))
    await catchUp(ctx, guildId);
}

async function catchUp(ctx: Context, guildId: string): Promise<void> {
  let after = '';
  for (;;) {
    const from = after;
    const unknown = await ctx.db.read((db) => store.membersWithoutJoin(db, guildId, from, ASKED_AT_ONCE));
    if (unknown.length === 0) return;
    const joins = await ctx.actions.joinsAmong(guildId, unknown);
    // A server that no longer has the bot, or a Discord that does not answer: tried again tomorrow.
    if (!joins.done) return;
    await noteJoins(
      ctx,
      guildId,
      [...joins.value].map(([memberId, joinedAt]) => ({ memberId, joinedAt })),
    );
    after = unknown.at(-1) ?? after;
  }
}

function nextGuild(ctx: Context, after: string): Promise<string | undefined> {
  return ctx.db.read((db) => nextGuildOf(db, after));
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
      const known = await store.belongingOf(tx, guildId, memberId);
      const next = withJoin(known ?? { joinedAt: null, returnedAt: null }, joinedAt);
      await store.setBelonging(tx, guildId, memberId, next);
    }
  });
}
