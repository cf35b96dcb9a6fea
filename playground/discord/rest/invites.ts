// Routes of invites: of a channel, of a guild, one by its code.
import { AuditLogEvent, PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import * as z from 'zod';
import { record } from '../audit.ts';
import { createInvite, deleteInvite, type InviteWish } from '../invites.ts';
import type { Channel, GuildState, Invite } from '../model.ts';
import { inviteView } from '../views.ts';
import { guildChannelIn, guildIn, may, need } from './lookup.ts';
import { type Route, read, refuse, route } from './router.ts';

const InviteBody = z.looseObject({
  max_age: z.number().int().min(0).max(604_800).nullish(),
  max_uses: z.number().int().min(0).max(100).nullish(),
  temporary: z.boolean().nullish(),
  unique: z.boolean().nullish(),
});

export const inviteRoutes: readonly Route[] = [
  route('GET', '/guilds/:guild/invites', (call) => {
    const guild = guildIn(call);
    need(call, { guild }, Bits.ManageGuild);
    return [...guild.invites.values()].map((invite) => inviteView(call.world, invite));
  }),
  route('GET', '/channels/:channel/invites', (call) => {
    const { guild, channel } = guildChannelIn(call);
    need(call, { channel }, Bits.ManageChannels);
    return [...guild.invites.values()]
      .filter(({ channelId }) => channelId === channel.id)
      .map((invite) => inviteView(call.world, invite));
  }),
  route('POST', '/channels/:channel/invites', (call) => {
    const { guild, channel } = guildChannelIn(call);
    need(call, { channel }, Bits.CreateInstantInvite);
    const body = read(InviteBody, call.body);
    const wish = {
      inviter: call.app.user,
      maxAgeSeconds: body.max_age ?? 86_400,
      maxUses: body.max_uses ?? 0,
      temporary: body.temporary ?? false,
    };
    const similar = body.unique === true ? undefined : similarInvite(guild, channel, wish);
    if (similar !== undefined) return inviteView(call.world, similar);
    const invite = createInvite(call.world, guild, channel, wish);
    record(call.world, guild, {
      userId: call.app.user.id,
      action: AuditLogEvent.InviteCreate,
      targetId: null,
      reason: call.reason,
      changes: [{ key: 'code', new_value: invite.code }],
    });
    return inviteView(call.world, invite);
  }),
  route('GET', '/invites/:code', (call) => {
    const invite = call.world.invites.get(call.param('code')) ?? refuse(10006);
    const { uses, max_uses, max_age, temporary, created_at, ...shown } = inviteView(call.world, invite);
    return shown;
  }),
  route('DELETE', '/invites/:code', (call) => {
    const invite = call.world.invites.get(call.param('code')) ?? refuse(10006);
    const guild = call.world.guilds.get(invite.guildId) ?? refuse(10006);
    const channel = call.world.channels.get(invite.channelId);
    if (!may(call, { guild, channel }, Bits.ManageChannels)) need(call, { guild }, Bits.ManageGuild);
    deleteInvite(call.world, invite);
    record(call.world, guild, {
      userId: call.app.user.id,
      action: AuditLogEvent.InviteDelete,
      targetId: null,
      reason: call.reason,
      changes: [{ key: 'code', old_value: invite.code }],
    });
    return inviteView(call.world, invite);
  }),
];

/** An invite of the same person with the same terms: Discord gives it back unless `unique` is asked for. */
function similarInvite(
  guild: GuildState,
  channel: Channel,
  wish: Required<Omit<InviteWish, 'code'>>,
): Invite | undefined {
  return [...guild.invites.values()].find(
    ({ channelId, inviter, maxAgeSeconds, maxUses, temporary }) =>
      channelId === channel.id &&
      inviter.id === wish.inviter.id &&
      maxAgeSeconds === wish.maxAgeSeconds &&
      maxUses === wish.maxUses &&
      temporary === wish.temporary,
  );
}
