// Turns the body of a message request into what the world keeps: embeds, components with ids, stored files.
import {
  type APIAllowedMentions,
  type APIAttachment,
  type APIEmbed,
  type APIMessageReference,
  type APIPoll,
  EmbedType,
} from 'discord-api-types/v10';
import * as z from 'zod';
import { keepFile } from '../files.ts';
import type { Component, Message } from '../model.ts';
import type { UploadedFile } from '../rules/multipart.ts';
import type { World } from '../world.ts';

/** The fields of a message body; what they may hold is checked by rules/message.ts. */
export const MessageBody = z.looseObject({
  content: z.string().nullish(),
  tts: z.boolean().nullish(),
  nonce: z.union([z.string(), z.number()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  flags: z.number().int().nullish(),
  embeds: z.array(z.custom<APIEmbed>()).nullish(),
  components: z.array(z.custom<Component>()).nullish(),
  allowed_mentions: z.custom<Partial<APIAllowedMentions>>().nullish(),
  message_reference: z.custom<Partial<APIMessageReference> & { fail_if_not_exists?: boolean }>().nullish(),
  attachments: z
    .array(
      z.looseObject({
        id: z.union([z.string(), z.number()]).transform(String),
        filename: z.string().optional(),
        description: z.string().nullish(),
      }),
    )
    .nullish(),
  poll: z.custom<APIPoll>().nullish(),
});
export type MessageBody = z.infer<typeof MessageBody>;

/** What Discord adds to embeds. */
export function storedEmbeds(embeds: readonly APIEmbed[] | null | undefined): APIEmbed[] {
  return (embeds ?? []).map((embed) => ({ ...embed, type: EmbedType.Rich }));
}

/** Gives each component a number, as Discord does, and uploaded media their address. */
export function storedComponents(
  components: readonly Component[] | null | undefined,
  attachments: readonly APIAttachment[],
): Component[] {
  const taken = new Set<number>();
  visit(components ?? [], (component) => {
    if (component.id !== undefined && component.id !== 0) taken.add(component.id);
  });
  let next = 1;
  const fresh = (): number => {
    while (taken.has(next)) next += 1;
    taken.add(next);
    return next;
  };
  const copy: Component[] = structuredClone([...(components ?? [])]);
  visit(copy, (component) => {
    if (component.id === undefined || component.id === 0) component.id = fresh();
    for (const media of mediaOf(component)) {
      const name =
        media.url?.startsWith('attachment://') === true ? media.url.slice('attachment://'.length) : undefined;
      const file = attachments.find(({ filename }) => filename === name);
      if (file !== undefined)
        Object.assign(media, { url: file.url, proxy_url: file.proxy_url, attachment_id: file.id });
    }
  });
  return copy;
}

function visit(components: readonly Component[], look: (component: Component) => void): void {
  for (const component of components) {
    look(component);
    visit(component.components ?? [], look);
    if (component.accessory !== undefined) visit([component.accessory], look);
    if (component.component !== undefined) visit([component.component], look);
  }
}

const Media = z.looseObject({ url: z.string().optional() });
const Items = z.array(z.looseObject({ media: z.unknown() }));

/** The media objects of a thumbnail, file or gallery; changed in place. */
function mediaOf(component: Component): { url?: string | undefined }[] {
  const gallery = Items.safeParse(component.items);
  const candidates = [component.media, component.file, ...(gallery.success ? listed(component.items) : [])];
  return candidates.filter((candidate): candidate is { url?: string } => Media.safeParse(candidate).success);
}

function listed(items: unknown): unknown[] {
  return Array.isArray(items) ? items.map((item: { media?: unknown }) => item.media) : [];
}

/** Keeps the uploaded files and lists them as attachments, with the descriptions given for them. */
export function storedFiles(
  world: World,
  channelId: string,
  files: readonly UploadedFile[],
  described: MessageBody['attachments'],
): APIAttachment[] {
  return files.map((file) => {
    const wish = described?.find((entry) => entry.id === file.id);
    const kept = keepFile(world, channelId, wish?.filename ?? file.name, file.bytes, file.contentType);
    return wish?.description === undefined || wish.description === null
      ? kept
      : { ...kept, description: wish.description };
  });
}

/** What remains of a message's attachments after an edit: those listed, or all when none are. */
export function keptAttachments(message: Message, listed: MessageBody['attachments']): APIAttachment[] {
  if (listed === undefined || listed === null) return message.attachments;
  return message.attachments.filter(({ id }) => listed.some((entry) => entry.id === id));
}
