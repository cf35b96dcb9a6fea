// Routes of guilds: get, rename, audit log, emoji, and the lists a support bot may look into.
import { AuditLogEvent, PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import * as z from 'zod';
import { auditView, changesBetween, record } from '../audit.ts';
import { changeGuild } from '../guilds.ts';
import { compareIds } from '../snowflakes.ts';
import { emojiView, guildView } from '../views.ts';
import { countIn, guildIn, need } from './lookup.ts';
import { type Call, type Route, read, refuse, route } from './router.ts';

export const guildRoutes: readonly Route[] = [
  route('GET', '/guilds/:guild', (call) => {
    const guild = guildIn(call);
    const counts = {
      approximate_member_count: guild.members.size,
      approximate_presence_count: guild.members.size,
    };
    return { ...guildView(guild), ...(call.query.get('with_counts') === 'true' ? counts : {}) };
  }),
  route('PATCH', '/guilds/:guild', (call) => {
    const guild = guildIn(call);
    need(call, { guild }, Bits.ManageGuild);
    const { name } = read(z.looseObject({ name: z.string().min(2).max(100).optional() }), call.body);
    const before = { name: guild.name };
    changeGuild(call.world, guild, { name });
    record(call.world, guild, {
      userId: call.app.user.id,
      action: AuditLogEvent.GuildUpdate,
      targetId: guild.id,
      reason: call.reason,
      changes: changesBetween(before, { name: guild.name }),
    });
    return guildView(guild);
  }),
  route('GET', '/guilds/:guild/audit-logs', auditLog),
  route('GET', '/guilds/:guild/emojis', (call) => [...guildIn(call).emojis.values()].map(emojiView)),
  route('GET', '/guilds/:guild/emojis/:emoji', (call) =>
    emojiView(guildIn(call).emojis.get(call.param('emoji')) ?? refuse(10014)),
  ),
  route('GET', '/guilds/:guild/stickers', (call) => nothing(call)),
  route('GET', '/guilds/:guild/webhooks', (call) => nothing(call)),
  route('GET', '/guilds/:guild/integrations', (call) => nothing(call)),
  route('GET', '/guilds/:guild/scheduled-events', (call) => nothing(call)),
];

/** A list of what this world has not: the guild must still be there. */
function nothing(call: Call): unknown[] {
  guildIn(call);
  return [];
}

function auditLog(call: Call): unknown {
  const guild = guildIn(call);
  need(call, { guild }, Bits.ViewAuditLog);
  const limit = countIn(call, 'limit', 50, 100);
  const [userId, action, before, after] = ['user_id', 'action_type', 'before', 'after'].map((name) =>
    call.query.get(name),
  );
  const entries = guild.auditLog
    .filter((entry) => !userId || entry.userId === userId)
    .filter((entry) => !action || entry.actionType === Number(action))
    .filter((entry) => !before || compareIds(entry.id, before) < 0)
    .filter((entry) => !after || compareIds(entry.id, after) > 0);
  const page = after ? entries.slice(0, limit) : entries.slice(-limit).reverse();
  const people = new Set(page.flatMap(({ userId, targetId }) => [userId, targetId ?? '']));
  return {
    audit_log_entries: page.map(auditView),
    users: [...people].flatMap((id) => call.world.users.get(id) ?? []),
    application_commands: [],
    auto_moderation_rules: [],
    guild_scheduled_events: [],
    integrations: [],
    threads: [],
    webhooks: [],
  };
}
