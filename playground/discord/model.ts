// The records the world is made of; plain data, changed in place, read freely by tests.
import type {
  APIApplicationCommandOption,
  APIAttachment,
  APIEmbed,
  APIGuildForumTag,
  APIMessageReference,
  APIOverwrite,
  APIPartialEmoji,
  APIPoll,
  APIUser,
  ChannelType,
  GatewayDispatchEvents,
  Locale,
  MessageType,
} from 'discord-api-types/v10';

/** A bot in the developer portal; `intents` are the two switches its owner can flip there. */
export interface Application {
  readonly id: string;
  readonly token: string;
  readonly user: APIUser;
  name: string;
  description: string;
  intents: { members: boolean; content: boolean };
  /** Whether its owner's account has two-factor authentication, which some servers ask for. */
  ownerHasTwoFactor: boolean;
  /** Where the commands published for everywhere are kept, by id. */
  readonly commands: Map<string, Command>;
  /** The commands published to one guild: guild id → id → command. */
  readonly guildCommands: Map<string, Map<string, Command>>;
  /** When commands were created: guild id, or '' for everywhere, → ms since 1970. */
  readonly creations: Map<string, number[]>;
}

/** A published command, as it was sent, with what Discord adds. */
export interface Command {
  readonly id: string;
  readonly application_id: string;
  readonly version: string;
  readonly guild_id?: string;
  readonly name: string;
  readonly type: number;
  readonly options?: APIApplicationCommandOption[] | null;
  readonly default_member_permissions?: string | null;
  readonly contexts?: number[] | null;
  readonly [more: string]: unknown;
}

/** What an answer tells about the interaction it answers. */
export interface InteractionMetadata {
  readonly id: string;
  readonly type: number;
  readonly user: APIUser;
  readonly [more: string]: unknown;
}

export interface Role {
  readonly id: string;
  readonly guildId: string;
  name: string;
  permissions: bigint;
  color: number;
  hoist: boolean;
  position: number;
  managed: boolean;
  mentionable: boolean;
  /** The bot whose own role this is. */
  botId?: string;
}

export interface Member {
  readonly user: APIUser;
  readonly guildId: string;
  nick: string | null;
  /** Role ids, without @everyone. */
  roles: string[];
  readonly joinedAt: number;
  /** Has not yet passed the server's membership screening. */
  pending: boolean;
  timedOutUntil: number | null;
}

export interface ThreadState {
  readonly ownerId: string;
  archived: boolean;
  locked: boolean;
  autoArchiveMinutes: number;
  archiveChangedAt: number;
  readonly createdAt: number;
  invitable: boolean;
  /** Who follows the thread: user id → since when. */
  readonly members: Map<string, number>;
  appliedTags: string[];
  messageCount: number;
  pinned: boolean;
}

export interface ForumState {
  tags: APIGuildForumTag[];
  requireTag: boolean;
}

export interface Channel {
  readonly id: string;
  readonly guildId: string | undefined;
  type: ChannelType;
  name: string;
  topic: string | null;
  parentId: string | null;
  position: number;
  overwrites: APIOverwrite[];
  nsfw: boolean;
  slowmodeSeconds: number;
  lastMessageId: string | null;
  lastPinAt: number | null;
  /** What everyone with access sees, oldest first. */
  readonly messages: Map<string, Message>;
  /** Ephemeral answers; each is seen by one person only. */
  readonly ephemerals: Map<string, Message>;
  thread?: ThreadState;
  forum?: ForumState;
  /** The two people of a direct conversation. */
  recipients?: APIUser[];
}

export type Thread = Channel & { thread: ThreadState };

export interface Reaction {
  readonly emoji: APIPartialEmoji;
  readonly users: Set<string>;
}

/** One component of a message or modal, as loosely as both families need. */
export interface Component {
  type: number;
  id?: number;
  custom_id?: string;
  label?: string;
  content?: string;
  style?: number;
  url?: string;
  disabled?: boolean;
  required?: boolean;
  emoji?: APIPartialEmoji;
  components?: Component[];
  component?: Component;
  accessory?: Component;
  options?: { label: string; value: string; description?: string; default?: boolean }[];
  value?: string;
  placeholder?: string | null;
  min_values?: number;
  max_values?: number;
  min_length?: number;
  max_length?: number;
  channel_types?: number[];
  [more: string]: unknown;
}

/** Who a message really rang for, once allowed_mentions had its say. */
export interface Pinged {
  users: string[];
  roles: string[];
  everyone: boolean;
  repliedUser: boolean;
}

export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly guildId: string | undefined;
  readonly author: APIUser;
  readonly type: MessageType;
  content: string;
  readonly sentAt: number;
  editedAt: number | null;
  flags: number;
  embeds: APIEmbed[];
  components: Component[];
  attachments: APIAttachment[];
  /** User ids named in the text or replied to, as far as allowed_mentions lets them be mentions. */
  mentions: string[];
  mentionRoles: string[];
  mentionEveryone: boolean;
  pinged: Pinged;
  pinned: boolean;
  tts: boolean;
  /** By emoji: its name, or `name:id` for a custom one. */
  readonly reactions: Map<string, Reaction>;
  nonce?: string | number;
  webhookId?: string;
  applicationId?: string;
  reference?: APIMessageReference;
  interaction?: InteractionMetadata;
  /** The command's name, for the header "alice used /thanks". */
  commandName?: string;
  poll?: APIPoll;
  threadId?: string;
  /** The only person who sees it, when ephemeral. */
  ephemeralFor?: string;
}

export interface CustomEmoji {
  readonly id: string;
  name: string;
  animated: boolean;
  /** Where its picture is kept among the world's files; none when it was made without. */
  readonly picturePath?: string;
}

export interface Invite {
  readonly code: string;
  readonly guildId: string;
  readonly channelId: string;
  readonly inviter: APIUser;
  uses: number;
  readonly maxUses: number;
  readonly maxAgeSeconds: number;
  readonly temporary: boolean;
  readonly createdAt: number;
}

/** One line of a guild's audit log. */
export interface AuditEntry {
  readonly id: string;
  readonly userId: string;
  readonly actionType: number;
  readonly targetId: string | null;
  readonly reason: string | undefined;
  readonly changes: { key: string; old_value?: unknown; new_value?: unknown }[];
  readonly options: Record<string, string> | undefined;
}

/** A guild's data; the class in guild.ts adds the verbs. */
export interface GuildState {
  readonly id: string;
  name: string;
  ownerId: string;
  locale: Locale;
  readonly everyone: Role;
  readonly roles: Map<string, Role>;
  readonly channels: Map<string, Channel>;
  readonly members: Map<string, Member>;
  readonly emojis: Map<string, CustomEmoji>;
  readonly invites: Map<string, Invite>;
  readonly bans: Map<string, string | null>;
  readonly auditLog: AuditEntry[];
  systemChannelId: string | null;
  /** Moderation needs two-factor authentication. */
  requiresTwoFactor: boolean;
  /** Answers of permissionsIn, emptied whenever a role, overwrite or membership changes. */
  readonly permissionCache: Map<string, bigint>;
}

/** Something happened; the gateway tells those who may know, tests and the demo may watch. */
export interface WorldEvent {
  readonly name: GatewayDispatchEvents | 'EPHEMERAL_CREATE' | 'EPHEMERAL_UPDATE' | 'EPHEMERAL_DELETE';
  readonly guildId?: string;
  readonly channelId?: string;
  readonly message?: Message;
  readonly userId?: string;
  readonly emoji?: APIPartialEmoji;
  readonly roleId?: string;
}
