// A member moved by a rule: the same journey as by a moderator, with the rule's reason in its place.
import type { Context } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import type { Settings, Tier } from '../../core/settings.ts';
import type { Reading } from '../../core/texts.ts';
import { isObstacle, planMove } from '../tiers/rules.ts';
import { writeDown } from '../tiers/service.ts';
import type { Promotion } from '../tiers/store.ts';
import { tierNameByKey } from '../tiers/view.ts';
import type { Who } from './measures.store.ts';

export interface MoveByRule {
  who: Who;
  direction: 'promote' | 'demote';
  /** Where to; off the ladder without one. */
  tier: Tier | undefined;
  /** The tier held now. */
  held: Promotion | undefined;
  settings: Settings;
  /** Why, in the language that everybody reads. */
  why(reading: Reading): string;
}

/**
 * Writes the move down and owes Discord the roles. False where it cannot be: the server is not known just now, or the
 * role is missing, out of reach or carries powers. /setup says so; nothing is lost, it is looked at again each night.
 */
export async function moveByRule(ctx: Context, tx: Tx, order: MoveByRule): Promise<boolean> {
  const { who, direction, tier, held, settings } = order;
  const server = ctx.actions.serverRoles(who.guildId);
  if (!server) return false;
  const move = planMove(
    {
      ladder: settings.tiers,
      roles: server.roles,
      bot: server.bot,
      held: held && heldBy(held),
      below: settings.rising.roles,
      roleIds: undefined,
    },
    direction,
    tier,
  );
  if (isObstacle(move)) {
    ctx.log.info({ feature: 'rising', ...who, obstacle: move.no }, 'a tier waits for its role');
    return false;
  }
  const language = settings.language ?? server.locale;
  const reading = ctx.texts.for(language);
  const reason = order.why(reading);
  const name = (key: string | undefined) =>
    key === undefined ? '' : tierNameByKey(settings.tiers, key, reading);
  await writeDown(
    ctx,
    tx,
    move,
    {
      ...who,
      reason,
      language,
      onDiscord: reading.t(`rising.onDiscord.${direction}`, {
        tier: name(move.tier),
        from: name(move.from?.tier),
        reason,
      }),
    },
    { origin: 'rule', id: server.botId },
  );
  return true;
}

function heldBy({ id, tier, roleId, settledAt, createdAt, moderatorId, reason }: Promotion) {
  if (tier === null || roleId === null) return undefined;
  return { promotionId: id, tier, roleId, since: settledAt ?? createdAt, moderatorId, reason };
}
