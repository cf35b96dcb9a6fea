// Who is mentioned in a text, and who is pinged by it once allowed_mentions has had its say.
import type { APIAllowedMentions } from 'discord-api-types/v10';

/** The `allowed_mentions` of a body; a field left out allows nothing of its kind. */
export type AllowedMentions = Partial<APIAllowedMentions>;

/** The mentions written in a text, each once, in the order they stand there. */
export interface Mentions {
  users: string[];
  roles: string[];
  channels: string[];
  /** `@everyone` or `@here` is written there. */
  everyone: boolean;
}

/** What is known of a message when it is sent. */
export interface PingingMessage {
  /** Content and V2 texts: see `mentioningText`. */
  text: string;
  /** As sent; absent lets everything through. */
  allowedMentions?: AllowedMentions | null | undefined;
  /** Author of the message replied to. */
  repliedTo?: string | undefined;
  /** The author has MentionEveryone here: @everyone works, and so does each role. */
  authorMayMentionEveryone: boolean;
  /** The only one who sees it, for an ephemeral answer. */
  ephemeralFor?: string | undefined;
}

/** Who can be pinged where the message stands; Maps by id fit. */
export interface PingableGuild {
  members: { has(userId: string): boolean };
  roles: { get(roleId: string): { mentionable: boolean } | undefined };
}

/** Who hears of the message. `users` holds the replied-to author too when `repliedUser` is set. */
export interface Pings {
  users: string[];
  roles: string[];
  everyone: boolean;
  repliedUser: boolean;
}

const CODE = /```[\s\S]*?```|``[^`][\s\S]*?``|`[^`\n]+`/g;

/** Finds `<@1>`, `<@!1>`, `<@&1>`, `<#1>`, `@everyone` and `@here` outside of code. */
export function mentionedIn(text: string): Mentions {
  if (!/[<@]/.test(text)) return { users: [], roles: [], channels: [], everyone: false };
  const prose = text.replace(CODE, ' ');
  return {
    users: idsIn(prose, /<@!?(\d{1,20})>/g),
    roles: idsIn(prose, /<@&(\d{1,20})>/g),
    channels: idsIn(prose, /<#(\d{1,20})>/g),
    everyone: /@(everyone|here)\b/.test(prose),
  };
}

/**
 * Who is pinged. Without `allowedMentions` everything written counts, and a reply pings its author; with it,
 * only what it names, and a reply pings only by `replied_user`. Roles and @everyone also need their right.
 * Without a guild it is a direct message: people only. An ephemeral answer reaches its one reader only.
 */
export function whoIsPinged(message: PingingMessage, guild: PingableGuild | undefined): Pings {
  const written = mentionedIn(message.text);
  const { allowedMentions: allowed, ephemeralFor, repliedTo } = message;
  const isReachable = (id: string): boolean =>
    ephemeralFor === undefined ? (guild?.members.has(id) ?? true) : id === ephemeralFor;

  const pingsReply = allowed ? allowed.replied_user === true : true;
  const replied = repliedTo !== undefined && pingsReply && isReachable(repliedTo) ? [repliedTo] : [];
  const named = written.users.filter((id) => isAllowed(allowed, 'users', id) && isReachable(id));
  const users = [...new Set([...named, ...replied])];
  if (!guild || ephemeralFor !== undefined) {
    return { users, roles: [], everyone: false, repliedUser: replied.length > 0 };
  }
  const roles = written.roles.filter((id) => {
    const role = guild.roles.get(id);
    return role && isAllowed(allowed, 'roles', id) && (role.mentionable || message.authorMayMentionEveryone);
  });
  const everyone = written.everyone && message.authorMayMentionEveryone && isAllowed(allowed, 'everyone');
  return { users, roles, everyone, repliedUser: replied.length > 0 };
}

/** Whether `allowed_mentions` lets a mention be one; without them every mention is. */
export function isAllowed(
  allowed: AllowedMentions | null | undefined,
  kind: 'users' | 'roles' | 'everyone',
  id?: string,
): boolean {
  if (!allowed) return true;
  const kinds: readonly string[] = allowed.parse ?? [];
  const ids = kind === 'everyone' ? [] : (allowed[kind] ?? []);
  return kinds.includes(kind) || (id !== undefined && ids.includes(id));
}

function idsIn(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].flatMap(([, id]) => (id === undefined ? [] : [id])))];
}
