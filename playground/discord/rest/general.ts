// Routes about the bot itself and about users: gateway, application, users, direct conversations.
import * as z from 'zod';
import { permissionsIn } from '../access.ts';
import { applicationFlags } from '../applications.ts';
import { openDm } from '../channels.ts';
import { leave } from '../members.ts';
import type { Application } from '../model.ts';
import { compareIds } from '../snowflakes.ts';
import { channelView } from '../views.ts';
import { countIn, guildIn } from './lookup.ts';
import { type Call, openRoute, type Route, read, refuse, route } from './router.ts';

export const generalRoutes: readonly Route[] = [
  openRoute('GET', '/gateway', (call) => ({ url: call.world.gatewayUrl })),
  route('GET', '/gateway/bot', (call) => ({
    url: call.world.gatewayUrl,
    shards: 1,
    session_start_limit: { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 1 },
  })),
  route('GET', '/users/@me', (call) => ({
    ...call.app.user,
    verified: true,
    mfa_enabled: true,
    flags: 0,
    email: null,
  })),
  route('PATCH', '/users/@me', (call) => {
    const { username } = read(z.looseObject({ username: z.string().min(2).max(32).optional() }), call.body);
    if (username !== undefined) call.app.user.username = username;
    return call.app.user;
  }),
  route('GET', '/users/@me/guilds', (call) =>
    [...call.world.guilds.values()]
      .filter(({ members }) => members.has(call.app.user.id))
      .filter(({ id }) => compareIds(id, call.query.get('after') ?? '0') > 0)
      .slice(0, countIn(call, 'limit', 200, 200))
      .map((guild) => ({
        id: guild.id,
        name: guild.name,
        icon: null,
        banner: null,
        owner: guild.ownerId === call.app.user.id,
        permissions: permissionsIn(call.world, guild, call.app.user.id).toString(),
        features: [],
      })),
  ),
  route('DELETE', '/users/@me/guilds/:guild', (call) => {
    leave(call.world, guildIn(call), call.app.user.id);
  }),
  route('POST', '/users/@me/channels', (call) => {
    const { recipient_id } = read(z.looseObject({ recipient_id: z.string() }), call.body);
    const user = call.world.users.get(recipient_id) ?? refuse(50033);
    if (user.id === call.app.user.id || user.bot === true) refuse(50007);
    return channelView(openDm(call.world, user, call.app.user), call.app.user.id);
  }),
  route('GET', '/users/:user', (call) => call.world.users.get(call.param('user')) ?? refuse(10013)),
  route('GET', '/applications/@me', (call) => applicationView(call, call.app)),
  route('PATCH', '/applications/@me', (call) => {
    const { description } = read(z.looseObject({ description: z.string().max(400).optional() }), call.body);
    if (description !== undefined) call.app.description = description;
    return applicationView(call, call.app);
  }),
  route('GET', '/oauth2/applications/@me', (call) => applicationView(call, call.app)),
  route('GET', '/applications/:app/emojis', () => ({ items: [] })),
];

function applicationView(call: Call, app: Application): unknown {
  const installs = [...call.world.guilds.values()].filter(({ members }) => members.has(app.user.id)).length;
  return {
    id: app.id,
    name: app.name,
    icon: null,
    description: app.description,
    summary: '',
    type: null,
    bot: app.user,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: applicationFlags(app),
    team: null,
    owner: { id: '1', username: 'owner', discriminator: '0', global_name: null, avatar: null },
    approximate_guild_count: installs,
    approximate_user_install_count: 0,
    hook: true,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    integration_types_config: { 0: {} },
  };
}
