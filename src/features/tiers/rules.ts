// Who may be moved where on the ladder: every no has its reason, every yes says which role comes and which one goes.
import type { BotFacts, FailureReason, RoleFacts } from '../../core/actions.ts';
import type { Settings, Tier } from '../../core/settings.ts';
import { judgeReach, judgeRole, type ModeratorFacts, type RoleObstacle } from './roles.rules.ts';

/** The tier that a member holds: their active promotion. */
export interface Held {
  promotionId: number;
  /** Key of the tier; the ladder may have lost it since. */
  tier: string;
  roleId: string;
  /** When it became active, in ms. */
  since: number;
  moderatorId: string;
  reason: string;
}

export interface CandidateFacts {
  id: string;
  isHere: boolean;
  isBot: boolean;
  /** Has not accepted the server's rules yet. */
  isPending: boolean;
  roleIds: readonly string[];
}

/** All that a decision about a member depends on. */
export interface Case {
  /** Lowest rung first. */
  ladder: readonly Tier[];
  /** Every role of the server, by id. */
  roles: ReadonlyMap<string, RoleFacts>;
  moderator: ModeratorFacts;
  bot: BotFacts;
  candidate: CandidateFacts;
  held: Held | undefined;
  /** Whether an earlier decision about this member still waits for Discord. */
  isUnderWay: boolean;
  /** What happens to the roles of lower rungs. */
  below: Settings['rising']['roles'];
}

/** What the roles of a move depend on. Without a moderator a rule moves; without `roleIds` the old role may be there. */
export type MoveFacts = Pick<Case, 'ladder' | 'roles' | 'bot' | 'held' | 'below'> & {
  moderator?: ModeratorFacts | undefined;
  roleIds: readonly string[] | undefined;
};

/** What is in the way of a decision. `no` is a key under `refusal`; tiers are given by key. */
export type Obstacle =
  | RoleObstacle
  | { no: 'decideSelf' }
  | { no: 'decideBot' }
  | { no: 'notAMember' }
  | { no: 'decideBeforeRules' }
  | { no: 'decideTwice' }
  | { no: 'decidedMeanwhile' }
  | { no: 'memberLeftOut' }
  | { no: 'reasonMissing' }
  | { no: 'tierUnknown'; typed: string }
  | { no: 'tierAlready'; tier: string }
  | { no: 'tierLower'; tier: string; held: string }
  | { no: 'tierHighest'; tier: string }
  | { no: 'tierNone' }
  | { no: 'tierWithoutRole'; tier: string };

/** What is to happen: the new role is added first, then the old one is removed. */
export interface Move {
  direction: 'promote' | 'demote';
  /** None after a demotion from the lowest rung. */
  tier: string | undefined;
  add: RoleFacts | undefined;
  from: { tier: string; roleId: string } | undefined;
  /** The old role, if the member has it and it is not the new one as well. */
  remove: RoleFacts | undefined;
  /** Where roles stack: those of lower rungs that come as well. */
  beside: readonly RoleFacts[];
}

/** How far something owed to Discord has come. */
export type Progress = { is: 'done' } | { is: 'waiting' } | { is: 'failed'; why: FailureReason };

/** How far a decision has come. */
export interface Report {
  /** Whether the member is now where the moderator put them. */
  decision: Progress;
  /** The end of the old role, where it had to go after a new one had come. */
  oldRole: Progress | undefined;
  /** None for a demotion, and while no channel is chosen for announcements. */
  announcement: Progress | undefined;
}

export function isObstacle(result: object): result is Obstacle {
  return 'no' in result;
}

/** The tier that somebody means by what they typed: its key, or any of its names, whatever the case. */
export function findTier(
  ladder: readonly Tier[],
  typed: string,
  namesOf: (tier: Tier) => readonly string[],
): Tier | undefined {
  const wanted = folded(typed);
  return ladder.find((tier) => [tier.key, ...namesOf(tier)].some((name) => folded(name) === wanted));
}

/** May this moderator put this member on that tier? Without one: on the next rung above. */
export function judgePromotion(about: Case, wanted: Tier | undefined): Move | Obstacle {
  const person = judgePerson(about);
  if (person) return person;
  const { ladder, held } = about;
  const rung = held ? ladder.findIndex((tier) => tier.key === held.tier) : -1;
  const tier = wanted ?? ladder[rung + 1];
  if (!tier) return { no: 'tierHighest', tier: held?.tier ?? '' };
  if (held && tier.key === held.tier) return { no: 'tierAlready', tier: tier.key };
  if (held && ladder.indexOf(tier) < rung) return { no: 'tierLower', tier: tier.key, held: held.tier };
  return judgeMove(about, 'promote', tier);
}

/** Where a demotion leads to: one rung down, or to the tier that was held before (none is off the ladder). */
export type Downward = 'nextBelow' | { before: Tier | undefined };

/** May this moderator take this member one rung down (off the ladder from its lowest one), or back to where they were? */
export function judgeDemotion(about: Case, downward: Downward = 'nextBelow'): Move | Obstacle {
  const person = judgePerson(about);
  if (person) return person;
  const { ladder, held } = about;
  if (!held) return { no: 'tierNone' };
  const rung = ladder.findIndex((tier) => tier.key === held.tier);
  return judgeMove(about, 'demote', downward === 'nextBelow' ? ladder[rung - 1] : downward.before);
}

function judgePerson({ candidate, moderator, isUnderWay }: Case): Obstacle | undefined {
  if (candidate.id === moderator.id) return { no: 'decideSelf' };
  if (candidate.isBot) return { no: 'decideBot' };
  if (!candidate.isHere) return { no: 'notAMember' };
  if (candidate.isPending) return { no: 'decideBeforeRules' };
  if (isUnderWay) return { no: 'decideTwice' };
  return undefined;
}

function judgeMove(about: Case, direction: Move['direction'], tier: Tier | undefined): Move | Obstacle {
  return planMove({ ...about, roleIds: about.candidate.roleIds }, direction, tier);
}

/** Which roles come and go by a move to `tier` (off the ladder without one), or what is in the way. */
export function planMove(
  facts: MoveFacts,
  direction: Move['direction'],
  tier: Tier | undefined,
): Move | Obstacle {
  const { ladder, roles, bot, moderator, held, below, roleIds } = facts;
  if (tier && tier.roleId === undefined) return { no: 'tierWithoutRole', tier: tier.key };
  const add = tier?.roleId === undefined ? undefined : roles.get(tier.roleId);
  const stays = direction === 'promote' && below === 'stack';
  const old = held && !stays && has(roleIds, held.roleId) ? roles.get(held.roleId) : undefined;
  const remove = old && old.id !== add?.id ? old : undefined;
  const obstacle = (tier && judgeRole(add, bot, moderator)) ?? judgeReach(remove, bot, moderator);
  if (obstacle) return obstacle;
  const from = held && { tier: held.tier, roleId: held.roleId };
  const beside = stays && tier ? rolesBeside(ladder, tier, facts) : [];
  return { direction, tier: tier?.key, add, from, remove, beside };
}

/** The roles of the rungs below a tier that can be given, and that the member does not have as far as known. */
function rolesBeside(
  ladder: readonly Tier[],
  tier: Tier,
  { roles, bot, roleIds = [] }: Pick<MoveFacts, 'roles' | 'bot' | 'roleIds'>,
): RoleFacts[] {
  const rung = ladder.findIndex(({ key }) => key === tier.key);
  return ladder.slice(0, rung).flatMap(({ roleId }) => {
    const role = roleId === undefined || roleId === tier.roleId ? undefined : roles.get(roleId);
    return role && !roleIds.includes(role.id) && !judgeRole(role, bot) ? [role] : [];
  });
}

function has(roleIds: readonly string[] | undefined, roleId: string): boolean {
  return roleIds === undefined || roleIds.includes(roleId);
}

function folded(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
