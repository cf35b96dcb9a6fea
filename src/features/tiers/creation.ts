// Makes roles for the tiers that have none, or takes those left behind: without any permission, remembered in the settings.
import type { FailureReason } from '../../core/actions.ts';
import { note } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { readSettings, type Tier } from '../../core/settings.ts';
import { roleColor } from './roles.rules.ts';

export interface RoleOrder {
  guildId: string;
  actorId: string;
  /** The roles of the server; a tier whose role was deleted counts as one without. */
  existing: ReadonlySet<string>;
  /** The key of the only tier to make a role for; every tier without one if it is not said. */
  only?: string;
  nameOf(tier: Tier): string;
  /** A role that is there already and is to be used instead of a new one, unless another tier has it. */
  leftBehind?(tier: Tier): string | undefined;
  /** What Discord's own audit log is to say. */
  onDiscord(tier: Tier): string;
}

export interface Creation {
  /** Those made. */
  roleIds: readonly string[];
  /** Those that were there already and are used now. */
  takenIds: readonly string[];
  failed: { tier: Tier; why: FailureReason; isFinal: boolean } | undefined;
}

/** Servers where roles are being made: a second press meanwhile must not make them twice. */
const beingMade = new WeakMap<Context, Set<string>>();

/**
 * Makes the missing roles, one after the other, and stops at the first that Discord refuses. Each is in the settings
 * and the audit before the next is asked for. Nothing while it is under way in that server already.
 */
export async function createTierRoles(ctx: Context, order: RoleOrder): Promise<Creation | undefined> {
  const underWay = beingMade.get(ctx) ?? new Set();
  beingMade.set(ctx, underWay);
  if (underWay.has(order.guildId)) return undefined;
  underWay.add(order.guildId);
  try {
    return await createMissing(ctx, order);
  } finally {
    underWay.delete(order.guildId);
  }
}

async function createMissing(ctx: Context, order: RoleOrder): Promise<Creation> {
  const { tiers: ladder } = await ctx.settings.of(order.guildId);
  const lacks = ({ key, roleId }: Tier) =>
    (order.only === undefined || order.only === key) && (roleId === undefined || !order.existing.has(roleId));
  const made: string[] = [];
  const taken: string[] = [];
  // The highest first: Discord puts each new role at the bottom, so the ladder ends up in its own order.
  for (const [rung, tier] of [...ladder.entries()].filter(([, one]) => lacks(one)).reverse()) {
    const { guildId } = order;
    const there = order.leftBehind?.(tier);
    if (there !== undefined && !ladder.some(({ roleId }) => roleId === there) && !taken.includes(there)) {
      await remember(ctx, order, tier, there, 'tiers.roleTaken');
      taken.unshift(there);
      continue;
    }
    const role = await ctx.actions.createRole(
      guildId,
      order.nameOf(tier),
      roleColor(tier, rung),
      order.onDiscord(tier),
    );
    if (!role.done) {
      const failed = { tier, why: role.reason, isFinal: role.final };
      return { roleIds: made, takenIds: taken, failed };
    }
    await remember(ctx, order, tier, role.value.roleId, 'tiers.roleCreated');
    made.unshift(role.value.roleId);
  }
  return { roleIds: made, takenIds: taken, failed: undefined };
}

async function remember(
  ctx: Context,
  { guildId, actorId }: RoleOrder,
  tier: Tier,
  roleId: string,
  action: 'tiers.roleCreated' | 'tiers.roleTaken',
) {
  const now = ctx.clock.now();
  await ctx.db.write(async (tx) => {
    const { tiers: ladder } = await readSettings(tx, guildId);
    const current = ladder.find(({ key }) => key === tier.key);
    // Somebody may have chosen a role in the settings meanwhile, or this one for another tier: that decision stays.
    if (current?.roleId !== tier.roleId || ladder.some((one) => one.roleId === roleId)) return;
    await ctx.settings.change(tx, guildId, now, (settings) => ({
      ...settings,
      tiers: settings.tiers.map((one) => (one.key === tier.key ? { ...one, roleId } : one)),
    }));
    const details = { tier: tier.key, roleId };
    await note(tx, { guildId, actorId, action, details }, now);
  });
}
