// Uploaded files: kept in memory, served by the playground itself.
import type { APIAttachment } from 'discord-api-types/v10';
import type { World } from './world.ts';

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

/** Width and height of a PNG from its header; nothing for other files. */
function pngSize(bytes: Buffer): { width?: number; height?: number } {
  if (bytes.length < 24 || bytes.toString('latin1', 1, 4) !== 'PNG') return {};
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
