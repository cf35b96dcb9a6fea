// What must hold after every simulated run, whatever went wrong in it.
import type { Context } from '../../src/core/context.ts';
import { differences } from '../../src/core/recount.ts';
import { effects, promotions, recognitions } from '../../src/core/schema.ts';
import { meaningOf, sourceKeys, wayOf } from '../../src/features/thanks/rules.ts';
import { SIGN } from '../../src/features/thanks/sign.ts';
import { aboutQuestions } from './questions.ts';
import type { Story } from './story.ts';
import { BOT_ID, GUILD_ID, type World } from './world.ts';

/** Every sentence is something that does not hold. */
export async function findBroken(
  ctx: Context,
  world: World,
  story: Story,
  hasLimits: boolean,
): Promise<string[]> {
  return [
    ...(await aboutLedger(ctx, world, story, hasLimits)),
    ...(await aboutTotals(ctx)),
    ...(await aboutEffects(ctx)),
    ...(await aboutSigns(ctx, world)),
    ...(await aboutTiers(ctx, world)),
    ...(await aboutQuestions(ctx, world)),
  ];
}

/** Nothing lost, nothing without a deed. A row can be there once only: its source is unique. */
async function aboutLedger(ctx: Context, world: World, story: Story, hasLimits: boolean): Promise<string[]> {
  const { reactions } = await ctx.settings.of(GUILD_ID);
  const deeds = new Set<string>();
  for (const message of world.messages.values()) {
    if (message.isDeleted) continue;
    for (const receiverId of message.thanks.keys()) deeds.add(sourceKeys.text(message.id, receiverId));
    for (const [emoji, users] of message.reactions) {
      if (!meaningOf(emoji, reactions)) continue;
      for (const memberId of users) deeds.add(sourceKeys.reaction(message.id, memberId, emoji));
    }
  }
  const all = await ctx.db.read((db) => db.select().from(recognitions).all());
  // What questions credit has no deed of its own: it follows from marks.
  const rows = all.filter(({ helpKey }) => !helpKey.startsWith('question:'));
  const live = new Map(rows.filter((row) => row.revokedAt === null).map((row) => [row.sourceKey, row]));
  const lost = hasLimits ? [] : [...deeds].filter((key) => !live.has(key));
  const unfounded = [...live.keys()].filter((key) => wayOf(key) !== 'command' && !deeds.has(key));
  const answeredAndGone = [...story.answered].filter(
    (id) => !story.undoing.has(id) && rows.find((row) => row.id === id)?.revokedAt !== null,
  );
  return [
    ...lost.map((key) => `lost: ${key}`),
    ...unfounded.map((key) => `counts without a deed: ${key}`),
    ...answeredAndGone.map((id) => `was answered and is gone: #${id}`),
  ];
}

async function aboutTotals(ctx: Context): Promise<string[]> {
  const { timeZone } = await ctx.settings.of(GUILD_ID);
  const found = await ctx.db.read((db) => differences(db, GUILD_ID, timeZone));
  return found.map((one) => `a total differs from a recount: ${JSON.stringify(one)}`);
}

/** Done, called off, or failed with a reason; nothing waits when everything is well again and time has passed. */
async function aboutEffects(ctx: Context): Promise<string[]> {
  const rows = await ctx.db.read((db) => db.select().from(effects).all());
  return rows.flatMap(({ id, kind, state, failure }) => {
    if (state === 'waiting') return [`effect ${id} (${kind}) still waits`];
    return state === 'failed' && !failure ? [`effect ${id} (${kind}) failed without a reason`] : [];
  });
}

/** A leaf where thanks in words count, none elsewhere; unless Discord refused one of the changes for good. */
async function aboutSigns(ctx: Context, world: World): Promise<string[]> {
  const rows = await ctx.db.read((db) => db.select().from(recognitions).all());
  const owed = await ctx.db.read((db) => db.select().from(effects).all());
  const refused = new Set(owed.filter(({ state }) => state === 'failed').map(({ lane }) => lane));
  return [...world.messages.values()].flatMap(({ id, isDeleted, reactions }) => {
    if (isDeleted || refused.has(`message:${id}`)) return [];
    const isThanks = rows.some(
      (row) => row.sourceMessageId === id && row.revokedAt === null && wayOf(row.sourceKey) === 'text',
    );
    const hasLeaf = reactions.get(SIGN)?.has(BOT_ID) ?? false;
    return isThanks === hasLeaf
      ? []
      : [`message ${id} ${hasLeaf ? 'has a leaf and no thanks' : 'thanks and has no leaf'}`];
  });
}

/** Who holds a tier has its role; nobody waits for one for ever; nothing is announced twice. */
async function aboutTiers(ctx: Context, world: World): Promise<string[]> {
  const rows = await ctx.db.read((db) => db.select().from(promotions).all());
  const claims = rows.flatMap(({ id, memberId, roleId, state }) => {
    if (state === 'pending') return [`promotion ${id} is still under way`];
    if (state !== 'active' || roleId === null) return [];
    return world.members.get(memberId)?.has(roleId)
      ? []
      : [`promotion ${id} is active, and ${memberId} has no role ${roleId}`];
  });
  const owed = await ctx.db.read((db) => db.select().from(effects).all());
  const announced = Map.groupBy(
    owed.filter(({ kind, ref, state }) => kind === 'send' && state === 'done' && ref?.startsWith('tiers:')),
    ({ ref }) => ref,
  );
  const twice = [...announced].filter(([, all]) => all.length > 1).map(([ref]) => `announced twice: ${ref}`);
  const owedPosts = owed.filter(({ kind }) => kind === 'send').length;
  const unexplained = world.posts.length - world.repeatedLate - owedPosts;
  const spare = [...world.members].flatMap(([memberId, held]) => {
    const lane = owed.filter((effect) => effect.lane === `tiers:${GUILD_ID}:${memberId}`);
    if (lane.some(({ state }) => state === 'failed' || state === 'cancelled')) return [];
    const holds = rows.find((row) => row.memberId === memberId && row.state === 'active')?.roleId;
    return [...held]
      .filter((id) => id !== holds)
      .map((id) => `${memberId} has the role ${id} and not its tier`);
  });
  return [
    ...claims,
    ...spare,
    ...twice,
    ...(unexplained > 0 ? [`${unexplained} posts more than were owed`] : []),
  ];
}
