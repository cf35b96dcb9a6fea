// Which roles a tier may use: what a role must not carry, who stands above whom, and how a new one looks.
import type { BotFacts, RankedRole, RoleFacts } from '../../core/actions.ts';
import type { Tier } from '../../core/settings.ts';

/**
 * Permissions by which a person moderates or administers a server, by Discord's names. A tier never gives them:
 * a person is trusted with these one by one, not by climbing a ladder. Bits that only widen what one can do with
 * one's own messages (files, links, polls, slow mode) are not among them.
 */
export const powers = [
  'Administrator',
  'ManageGuild',
  'ManageRoles',
  'ManageChannels',
  'ManageThreads',
  'ManageMessages',
  'PinMessages',
  'ManageWebhooks',
  'ManageGuildExpressions',
  'ManageEvents',
  'ManageNicknames',
  'KickMembers',
  'BanMembers',
  'ModerateMembers',
  'MuteMembers',
  'DeafenMembers',
  'MoveMembers',
  'MentionEveryone',
  'ViewAuditLog',
  'ViewGuildInsights',
  'ViewCreatorMonetizationAnalytics',
] as const;
export type Power = (typeof powers)[number];

export interface ModeratorFacts {
  id: string;
  /** The owner of the server stands above every role. */
  isOwner: boolean;
  highest: RankedRole;
}

/** Why a role cannot be given or taken, with the names that the explanation needs. `no` is a key under `refusal`. */
export type RoleObstacle =
  | { no: 'roleGone' }
  | { no: 'roleEveryone' }
  | { no: 'roleManaged'; role: string }
  | { no: 'roleWithPowers'; role: string; powers: readonly Power[] }
  | { no: 'botMayNotManageRoles'; bot: string }
  | { no: 'roleAboveBot'; role: string; bot: string }
  | { no: 'roleIsBotsOwn'; role: string }
  | { no: 'roleAboveModerator'; role: string; own: string };

/**
 * Whether a tier may use this role: it exists, carries no powers, and stands below the bot and (when one is named)
 * below the moderator. Returns what is in the way, or nothing. `role` is undefined when it was deleted.
 */
export function judgeRole(
  role: RoleFacts | undefined,
  bot: BotFacts,
  moderator?: ModeratorFacts,
): RoleObstacle | undefined {
  if (!role) return { no: 'roleGone' };
  if (role.isEveryone) return { no: 'roleEveryone' };
  const carried = powers.filter((power) => role.permissions.includes(power));
  if (!role.isManaged && carried.length > 0)
    return { no: 'roleWithPowers', role: role.name, powers: carried };
  return judgeReach(role, bot, moderator);
}

/**
 * Whether rights and the order of roles let the bot and the moderator take this role from somebody. One that was
 * deleted is gone from everybody, so nothing is in the way.
 */
export function judgeReach(
  role: RoleFacts | undefined,
  bot: BotFacts,
  moderator?: ModeratorFacts,
): RoleObstacle | undefined {
  if (!role) return undefined;
  if (role.isManaged) return { no: 'roleManaged', role: role.name };
  if (!bot.mayManageRoles) return { no: 'botMayNotManageRoles', bot: bot.highest.name };
  if (role.id === bot.highest.id) return { no: 'roleIsBotsOwn', role: role.name };
  if (!outranks(bot.highest, role)) return { no: 'roleAboveBot', role: role.name, bot: bot.highest.name };
  if (moderator && !moderator.isOwner && !outranks(moderator.highest, role)) {
    return { no: 'roleAboveModerator', role: role.name, own: moderator.highest.name };
  }
  return undefined;
}

/**
 * The role that an earlier attempt to make it may have left behind, when Discord's answer was lost: of that name in any
 * case, without any permission, and such as the tier may use.
 */
export function roleLeftBehind(
  roles: Iterable<RoleFacts>,
  name: string,
  bot: BotFacts,
  moderator: ModeratorFacts,
): RoleFacts | undefined {
  return [...roles].find(
    (role) =>
      role.name.toLowerCase() === name.toLowerCase() &&
      role.permissions.length === 0 &&
      judgeRole(role, bot, moderator) === undefined,
  );
}

/** Whether `a` stands above `b`; of two roles at one place the older one (with the smaller id) does, as in Discord. */
export function outranks(a: RankedRole, b: RankedRole): boolean {
  if (a.position !== b.position) return a.position > b.position;
  return a.id !== b.id && BigInt(a.id) < BigInt(b.id);
}

/** From a fresh leaf to a dark one, and gold for the tier that people grant. */
const LEAVES = [0x95d5b2, 0x74c69d, 0x52b788, 0x40916c, 0x2d6a4f, 0x1b4332] as const;
const GOLD = 0xd4a017;

/** The color of a role made for the rung at `index` (0 is the lowest). */
export function roleColor(tier: Pick<Tier, 'byPeopleOnly'>, index: number): number {
  if (tier.byPeopleOnly) return GOLD;
  return LEAVES[Math.min(index, LEAVES.length - 1)] ?? GOLD;
}
