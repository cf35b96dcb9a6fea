// How members look on a picture: the name that the server shows, and their avatar if Discord gives it in time.
import type { Guild, GuildMember } from 'discord.js';
import { DEFAULT_API_URL } from '../config.ts';
import type { Context } from '../core/context.ts';

/** Avatars are asked for at this width in dots; four times what the smallest place shows. */
const AVATAR_DOTS = 128;
/** An avatar that is not there so soon is left out, ms: the picture is waited for. */
const LONGEST_MS = 1_500;
/** Larger than this, in bytes, no avatar of that width is. */
const LARGEST_BYTES = 256 * 1024;
const IMAGES: readonly string[] = ['image/png', 'image/jpeg', 'image/webp'];
/** Where Discord keeps avatars. Nothing is ever fetched from anywhere else. */
const CDN = 'cdn.discordapp.com';

/** Somebody by their names, and what is known of their avatar. */
export interface Seen {
  displayName: string;
  /** Letters of the Latin alphabet, digits, dots and underscores. */
  username: string;
  avatar: Uint8Array | undefined;
}

/** These members as the server shows them; those who are not there are left out. */
export async function seenAmong(
  ctx: Context,
  guild: Guild,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, Seen>> {
  if (memberIds.length === 0) return new Map();
  const found = await guild.members.fetch({ user: [...memberIds] }).catch(() => undefined);
  const seen = await Promise.all(
    [...(found?.values() ?? [])].map(async (one) => [one.id, await see(ctx, one)] as const),
  );
  return new Map(seen);
}

/** A member as the server shows them. */
export async function see(ctx: Context, member: GuildMember): Promise<Seen> {
  const { displayName, user } = member;
  // Without one of their own, Discord shows a drawing that says nothing; initials say more.
  const hasAvatar = (member.avatar ?? user.avatar) !== null;
  const url = hasAvatar
    ? member.displayAvatarURL({ extension: 'png', forceStatic: true, size: AVATAR_DOTS })
    : undefined;
  const avatar = url === undefined ? undefined : await fetchAvatar(url, ctx.config.apiUrl);
  return { displayName, username: user.username, avatar };
}

/**
 * An avatar from Discord's own store, as it was given; nothing if it is late, too large or no picture, or if the bot
 * is not connected to Discord itself (tests, the demo).
 */
export async function fetchAvatar(
  url: string,
  apiUrl: string,
  ask: typeof fetch = fetch,
): Promise<Uint8Array | undefined> {
  const { host, protocol } = new URL(url);
  if (apiUrl !== DEFAULT_API_URL || host !== CDN || protocol !== 'https:') return undefined;
  try {
    const answer = await ask(url, { redirect: 'error', signal: AbortSignal.timeout(LONGEST_MS) });
    const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
    if (!answer.ok || !answer.body || !IMAGES.includes(type)) return undefined;
    return await upTo(LARGEST_BYTES, answer.body);
  } catch {
    return undefined;
  }
}

/** What is read, if it is no more than so many bytes. */
async function upTo(most: number, body: ReadableStream<Uint8Array>): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
