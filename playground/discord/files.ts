// Uploaded files: kept in memory, served by the playground itself.
import type { APIAttachment } from 'discord-api-types/v10';
import type { World } from './world.ts';

/** A file that a person gives: with a message, a command or a form. */
export interface Upload {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly contentType?: string;
  /** The alt text. */
  readonly description?: string;
}

export function isUpload(value: object): value is Upload {
  return 'content' in value && 'name' in value && !('id' in value);
}

/** Keeps a person's file, with its alt text. */
export function keepUpload(world: World, channelId: string, upload: Upload): APIAttachment {
  const { name, content, contentType = 'text/plain', description } = upload;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const kept = keepFile(world, channelId, name, bytes, contentType);
  return description === undefined || description === '' ? kept : { ...kept, description };
}

/** Keeps a file and describes it as an attachment. */
export function keepFile(
  world: World,
  channelId: string,
  name: string,
  bytes: Uint8Array,
  contentType: string,
): APIAttachment {
  const id = world.newId();
  const filename = name.replace(/[^\w.-]+/g, '_');
  const path = `/attachments/${channelId}/${id}/${filename}`;
  world.files.set(path, { bytes, contentType });
  const url = `${world.origin}${path}`;
  return {
    id,
    filename,
    size: bytes.length,
    url,
    proxy_url: url,
    content_type: contentType,
    ...pngSize(Buffer.from(bytes)),
  };
}

/** Keeps the picture of a custom emoji, a PNG; returns its path. */
export function keepEmojiPicture(world: World, emojiId: string, bytes: Uint8Array): string {
  const path = `/emojis/${emojiId}.png`;
  world.files.set(path, { bytes, contentType: 'image/png' });
  return path;
}

/** Width and height of a PNG from its header; nothing for other files. */
function pngSize(bytes: Buffer): { width?: number; height?: number } {
  if (bytes.length < 24 || bytes.toString('latin1', 1, 4) !== 'PNG') return {};
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
