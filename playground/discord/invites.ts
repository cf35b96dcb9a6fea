// What happens to invites: made, used up, expired, revoked.
import { randomBytes } from 'node:crypto';
import {
  type APIUser,
  GatewayDispatchEvents,
  GatewayIntentBits,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Channel, GuildState, Invite } from './model.ts';
import { inviteView } from './views.ts';
import type { World } from './world.ts';

export interface InviteWish {
  inviter: APIUser;
  /** 0 for as often as anyone likes. */
  maxUses?: number;
  /** 0 for ever; Discord's default is a day. */
  maxAgeSeconds?: number;
  temporary?: boolean;
  code?: string;
}

export function createInvite(world: World, guild: GuildState, channel: Channel, wish: InviteWish): Invite {
  const invite: Invite = {
    code: wish.code ?? randomBytes(6).toString('base64url').replaceAll(/[-_]/g, 'x'),
    guildId: guild.id,
    channelId: channel.id,
    inviter: wish.inviter,
    uses: 0,
    maxUses: wish.maxUses ?? 0,
    maxAgeSeconds: wish.maxAgeSeconds ?? 86_400,
    temporary: wish.temporary ?? false,
    createdAt: world.now(),
  };
  guild.invites.set(invite.code, invite);
  world.invites.set(invite.code, invite);
  world.dispatch({
    name: GatewayDispatchEvents.InviteCreate,
    intents: GatewayIntentBits.GuildInvites,
    needs: PermissionFlagsBits.ManageChannels | PermissionFlagsBits.ManageGuild,
    guild,
    channel,
    data: () => ({ ...inviteView(world, invite), channel_id: channel.id, guild_id: guild.id, uses: 0 }),
  });
  if (invite.maxAgeSeconds > 0) {
    world.clock.alarm(invite.createdAt + invite.maxAgeSeconds * 1000, () => deleteInvite(world, invite));
  }
  return invite;
}

/** Counts a use; the last allowed one deletes the invite. */
export function useInvite(world: World, invite: Invite): void {
  invite.uses += 1;
  if (invite.maxUses > 0 && invite.uses >= invite.maxUses) deleteInvite(world, invite);
}

export function deleteInvite(world: World, invite: Invite): boolean {
  const guild = world.guilds.get(invite.guildId);
  if (!world.invites.delete(invite.code)) return false;
  guild?.invites.delete(invite.code);
  world.dispatch({
    name: GatewayDispatchEvents.InviteDelete,
    intents: GatewayIntentBits.GuildInvites,
    needs: PermissionFlagsBits.ManageChannels | PermissionFlagsBits.ManageGuild,
    guild,
    channel: world.channels.get(invite.channelId),
    data: () => ({ channel_id: invite.channelId, guild_id: invite.guildId, code: invite.code }),
  });
  return true;
}
