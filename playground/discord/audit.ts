// The audit log of a guild: who did what to whom, and why.
import {
  type APIAuditLogEntry,
  type AuditLogEvent,
  GatewayDispatchEvents,
  GatewayIntentBits,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { AuditEntry, GuildState } from './model.ts';
import type { World } from './world.ts';

/** Entries kept per guild; Discord keeps them for 45 days. */
const ENTRIES = 5000;

export interface AuditWish {
  userId: string;
  action: AuditLogEvent;
  targetId: string | null;
  reason?: string | undefined;
  changes?: AuditEntry['changes'];
  options?: Record<string, string>;
}

/** Writes a line and announces it to bots that follow the moderation of the guild. */
export function record(world: World, guild: GuildState, wish: AuditWish): void {
  const entry: AuditEntry = {
    id: world.newId(),
    userId: wish.userId,
    actionType: wish.action,
    targetId: wish.targetId,
    reason: wish.reason,
    changes: wish.changes ?? [],
    options: wish.options,
  };
  guild.auditLog.push(entry);
  if (guild.auditLog.length > ENTRIES) guild.auditLog.shift();
  world.dispatch({
    name: GatewayDispatchEvents.GuildAuditLogEntryCreate,
    intents: GatewayIntentBits.GuildModeration,
    guild,
    needs: PermissionFlagsBits.ViewAuditLog,
    data: () => ({ ...auditView(entry), guild_id: guild.id }),
    news: { userId: wish.userId },
  });
}

export function auditView(
  entry: AuditEntry,
): Omit<APIAuditLogEntry, 'changes'> & Pick<AuditEntry, 'changes'> {
  return {
    id: entry.id,
    user_id: entry.userId,
    target_id: entry.targetId,
    action_type: entry.actionType,
    changes: entry.changes,
    ...(entry.reason === undefined ? {} : { reason: entry.reason }),
    ...(entry.options === undefined ? {} : { options: entry.options }),
  };
}

/** The fields that differ, as the log lists them. */
export function changesBetween(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): AuditEntry['changes'] {
  return Object.keys(after)
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => ({ key, old_value: before[key], new_value: after[key] }));
}
