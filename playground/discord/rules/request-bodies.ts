// Which published schema a request's body has to fit, per operation.
import * as spec from 'discord-api-spec/zod';
import * as z from 'zod/mini';
import { isBody } from './fields.ts';

/** A schema and the name it is reported by. */
export interface NamedSchema {
  name: string;
  schema: z.ZodMiniType;
}

const snowflake = spec.SnowflakeTypeSchema;

/** Bodies that the published list describes in line, without a schema of their own. */
const BulkDelete = z.object({ messages: z.array(snowflake) });
const Overwrite = z.object({
  type: z.literal([0, 1]),
  allow: z.nullish(z.string()),
  deny: z.nullish(z.string()),
});
const MemberEdit = z.object({
  nick: z.nullish(z.string().check(z.maxLength(32))),
  roles: z.nullish(z.array(snowflake)),
  mute: z.nullish(z.boolean()),
  deaf: z.nullish(z.boolean()),
  channel_id: z.nullish(snowflake),
  communication_disabled_until: z.nullish(z.iso.datetime()),
  flags: z.nullish(z.int()),
});
const OwnMemberEdit = z.object({
  nick: z.nullish(z.string().check(z.maxLength(32))),
  avatar: z.nullish(z.string()),
  banner: z.nullish(z.string()),
  bio: z.nullish(z.string()),
});
const WebhookCreate = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  avatar: z.nullish(z.string()),
});
const ChannelPositions = z.array(
  z.object({ id: snowflake, position: z.nullish(z.int()), parent_id: z.nullish(snowflake) }),
);

const BODIES: Readonly<Record<string, z.ZodMiniType>> = {
  'POST /applications/{application_id}/commands': spec.ApplicationCommandCreateRequestSchema,
  'PATCH /applications/{application_id}/commands/{command_id}':
    spec.ApplicationCommandPatchRequestPartialSchema,
  'PUT /applications/{application_id}/commands': z.array(spec.ApplicationCommandUpdateRequestSchema),
  'POST /applications/{application_id}/guilds/{guild_id}/commands':
    spec.ApplicationCommandCreateRequestSchema,
  'PATCH /applications/{application_id}/guilds/{guild_id}/commands/{command_id}':
    spec.ApplicationCommandPatchRequestPartialSchema,
  'PUT /applications/{application_id}/guilds/{guild_id}/commands': z.array(
    spec.ApplicationCommandUpdateRequestSchema,
  ),
  'POST /channels/{channel_id}/invites': spec.CreateGuildInviteRequestSchema,
  'POST /channels/{channel_id}/messages': spec.MessageCreateRequestSchema,
  'POST /channels/{channel_id}/messages/bulk-delete': BulkDelete,
  'PATCH /channels/{channel_id}/messages/{message_id}': spec.MessageEditRequestPartialSchema,
  'POST /channels/{channel_id}/messages/{message_id}/threads': spec.CreateTextThreadWithMessageRequestSchema,
  'PUT /channels/{channel_id}/permissions/{overwrite_id}': Overwrite,
  'POST /channels/{channel_id}/webhooks': WebhookCreate,
  'PATCH /guilds/{guild_id}': spec.GuildPatchRequestPartialSchema,
  'PUT /guilds/{guild_id}/bans/{user_id}': spec.BanUserFromGuildRequestSchema,
  'POST /guilds/{guild_id}/bulk-ban': spec.BulkBanUsersRequestSchema,
  'POST /guilds/{guild_id}/channels': spec.CreateGuildChannelRequestSchema,
  'PATCH /guilds/{guild_id}/channels': ChannelPositions,
  'PATCH /guilds/{guild_id}/members/@me': OwnMemberEdit,
  'PATCH /guilds/{guild_id}/members/{user_id}': MemberEdit,
  'POST /guilds/{guild_id}/roles': spec.CreateRoleRequestSchema,
  'PATCH /guilds/{guild_id}/roles': z.array(spec.UpdateRolePositionsRequestSchema),
  'PATCH /guilds/{guild_id}/roles/{role_id}': spec.UpdateRoleRequestPartialSchema,
  'PATCH /users/@me': spec.BotAccountPatchRequestSchema,
  'POST /users/@me/channels': spec.CreatePrivateChannelRequestSchema,
  'POST /webhooks/{webhook_id}/{webhook_token}': spec.IncomingWebhookRequestPartialSchema,
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original':
    spec.IncomingWebhookUpdateRequestPartialSchema,
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}':
    spec.IncomingWebhookUpdateRequestPartialSchema,
};

/** Answers to interactions, by callback type. */
const ANSWERS: ReadonlyMap<unknown, z.ZodMiniType> = new Map([
  [1, spec.PongInteractionCallbackRequestSchema],
  [4, spec.CreateMessageInteractionCallbackRequestSchema],
  [5, spec.CreateMessageInteractionCallbackRequestSchema],
  [6, spec.UpdateMessageInteractionCallbackRequestSchema],
  [7, spec.UpdateMessageInteractionCallbackRequestSchema],
  [8, spec.ApplicationCommandAutocompleteCallbackRequestSchema],
  [9, spec.ModalInteractionCallbackRequestSchema],
  [12, spec.LaunchActivityInteractionCallbackRequestSchema],
]);

const EVENTS: ReadonlyMap<unknown, z.ZodMiniType> = new Map([
  [1, spec.StageScheduledEventCreateRequestSchema],
  [2, spec.VoiceScheduledEventCreateRequestSchema],
  [3, spec.ExternalScheduledEventCreateRequestSchema],
]);

const NO_SUCH_TYPE = z.never();

/** Fields that only threads have, to tell a thread's edit from a channel's. */
const THREAD_FIELDS = ['archived', 'locked', 'invitable', 'auto_archive_duration', 'applied_tags'];

/**
 * The schema for `METHOD /template`; undefined where none is published or the operation takes no body. Where the
 * published union is too wide to say anything (every branch optional), the branch that the body means is taken.
 */
export function schemaFor(operation: string, body: unknown): NamedSchema | undefined {
  const fields = isBody(body) ? body : {};
  const schema = branchFor(operation, fields) ?? BODIES[operation];
  return schema && { name: operation, schema };
}

function branchFor(operation: string, body: Record<string, unknown>): z.ZodMiniType | undefined {
  switch (operation) {
    case 'PATCH /channels/{channel_id}':
      return THREAD_FIELDS.some((field) => field in body)
        ? spec.UpdateThreadRequestPartialSchema
        : spec.UpdateGuildChannelRequestPartialSchema;
    case 'POST /channels/{channel_id}/threads':
      return 'message' in body
        ? spec.CreateForumThreadRequestSchema
        : spec.CreateTextThreadWithoutMessageRequestSchema;
    case 'POST /interactions/{interaction_id}/{interaction_token}/callback':
      return ANSWERS.get(body.type) ?? NO_SUCH_TYPE;
    case 'POST /guilds/{guild_id}/scheduled-events':
      return EVENTS.get(body.entity_type) ?? NO_SUCH_TYPE;
    default:
      return undefined;
  }
}
