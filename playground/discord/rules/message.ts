// What a message may contain when it is sent, edited, answered or posted to a forum.
import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import { checkAllowedMentions } from './allowed-mentions.ts';
import { checkEmbeds } from './embeds.ts';
import { type ApiError, apiError, refuseForm } from './errors.ts';
import {
  type Body,
  isAbsent,
  isBody,
  list,
  listOf,
  missing,
  type Problems,
  problem,
  text,
  whole,
} from './fields.ts';
import { attachmentsShown, checkRows, checkTree } from './layout.ts';
import { checkPoll } from './poll.ts';

/** Where the body was sent to, and what is already there. */
export interface MessageContext {
  /** `interaction` and `followup` are new messages too; an update of a component's message is an `edit`. */
  kind: 'create' | 'edit' | 'interaction' | 'followup' | 'forumPost';
  /** The message as it stands, for edits. A deferred answer has no content yet. */
  existing?: Pick<APIMessage, 'content' | 'embeds' | 'components' | 'attachments' | 'flags'>;
  /** Names of the files uploaded with this request. */
  attachmentNames: readonly string[];
}

const OLD_FIELDS = ['content', 'embeds', 'sticker_ids', 'poll'] as const;

/**
 * Nothing when Discord takes the body, else its refusal: 50035 with each field's problem, 50006 for an empty
 * message, 50146 for an attachment that was not uploaded. Limits: developer documentation, "Create Message".
 */
export function checkMessage(body: unknown, context: MessageContext): ApiError | undefined {
  if (!isBody(body)) return isAbsent(body) ? apiError(50006) : apiError(50109);
  const refusal = refuseForm(checkForm(body, context));
  if (refusal) return refusal;
  if (isEmpty(body, context)) return apiError(50006);
  return lacksUpload(body, context) ? apiError(50146) : undefined;
}

/** True when the message has, or with this body gets, the Components V2 flag. */
export function isComponentsV2(body: Body, existing?: { flags?: number }): boolean {
  const flags = typeof body.flags === 'number' ? body.flags : 0;
  return ((flags | (existing?.flags ?? 0)) & MessageFlags.IsComponentsV2) !== 0;
}

function* checkForm(body: Body, context: MessageContext): Problems {
  yield* text('content', body.content, { max: 2000 });
  yield* checkEmbeds('embeds', body.embeds);
  yield* checkAllowedMentions('allowed_mentions', body.allowed_mentions);
  yield* list('sticker_ids', body.sticker_ids, { max: 3 });
  yield* checkNonce(body.nonce);
  yield* checkReference(body.message_reference);
  yield* checkAttachmentList(body);
  yield* whole('flags', body.flags, { max: 2 ** 31 - 1 });
  yield* list('components', body.components, { max: 40 });
  if (!isAbsent(body.poll)) yield* checkPoll('poll', body.poll);
  if (isComponentsV2(body, context.existing)) yield* checkV2(body, context);
  else yield* checkRows('components', body.components);
}

function* checkV2(body: Body, context: MessageContext): Problems {
  for (const field of OLD_FIELDS) {
    if (isFilled(afterwards(body, context, field))) {
      yield problem(
        field,
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      );
    }
  }
  const hadFlag = ((context.existing?.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  if (hadFlag && typeof body.flags === 'number' && (body.flags & MessageFlags.IsComponentsV2) === 0) {
    yield problem(
      'flags',
      'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG',
      'MessageFlags.IS_COMPONENTS_V2 cannot be removed from a message',
    );
  }
  yield* checkTree('components', body.components);
  yield* checkShown(body, context);
}

/** Every `attachment://` names a file of the message, and every file of a V2 message is shown somewhere. */
function* checkShown(body: Body, context: MessageContext): Problems {
  const files = filesAfterwards(body, context);
  const components = afterwards(body, context, 'components');
  const shown = attachmentsShown('components', components);
  for (const { path, name } of shown) {
    if (!files.includes(name)) {
      yield problem(
        path,
        'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
        'The referenced attachment was not found',
      );
    }
  }
  for (const name of context.attachmentNames) {
    if (!shown.some((reference) => reference.name === name)) {
      yield problem(
        'attachments',
        'MESSAGE_ATTACHMENT_NOT_REFERENCED',
        `The attachment ${name} is not referenced by a component`,
      );
    }
  }
}

/** What a field holds once an edit is applied: fields left out stay as they were. */
function afterwards(body: Body, context: MessageContext, field: string): unknown {
  if (field in body || !context.existing) return body[field];
  const existing: Body = { ...context.existing };
  return existing[field];
}

function filesAfterwards(body: Body, { existing, attachmentNames }: MessageContext): string[] {
  const kept = Array.isArray(body.attachments)
    ? new Set(body.attachments.map((each) => (isBody(each) ? String(each.id) : '')))
    : undefined;
  const old = (existing?.attachments ?? []).filter(({ id }) => kept?.has(id) ?? true);
  return [...old.map(({ filename }) => filename), ...attachmentNames];
}

function isEmpty(body: Body, context: MessageContext): boolean {
  const isForward = isBody(body.message_reference) && body.message_reference.type === 1;
  const fields = ['content', 'embeds', 'components', 'sticker_ids', 'poll', 'shared_client_theme'];
  return (
    !isForward &&
    filesAfterwards(body, context).length === 0 &&
    !fields.some((field) => isFilled(afterwards(body, context, field)))
  );
}

/** An `attachments` entry has to be a file of this request (its index) or one the message already has. */
function lacksUpload(body: Body, { existing, attachmentNames }: MessageContext): boolean {
  const known = new Set([
    ...attachmentNames.map((_, index) => String(index)),
    ...(existing?.attachments ?? []).map(({ id }) => id),
  ]);
  return listOf(body.attachments).some((each) => !isBody(each) || !known.has(String(each.id)));
}

function* checkAttachmentList(body: Body): Problems {
  yield* list('attachments', body.attachments, { max: 10 });
  for (const [index, each] of listOf(body.attachments).entries()) {
    const attachment = isBody(each) ? each : {};
    if (isAbsent(attachment.id)) yield missing(`attachments[${index}].id`);
    yield* text(`attachments[${index}].filename`, attachment.filename, { min: 1, max: 1024 });
    yield* text(`attachments[${index}].description`, attachment.description, { max: 1024 });
  }
}

function* checkNonce(nonce: unknown): Problems {
  if (typeof nonce === 'number') yield* whole('nonce', nonce, { min: -(2 ** 63), max: 2 ** 63 });
  else yield* text('nonce', nonce, { max: 25 });
}

function* checkReference(reference: unknown): Problems {
  if (isAbsent(reference)) return;
  const id = isBody(reference) ? reference.message_id : undefined;
  if (isAbsent(id)) yield missing('message_reference.message_id');
  else if (!/^\d{1,20}$/.test(String(id))) {
    yield problem(
      'message_reference.message_id',
      'NUMBER_TYPE_COERCE',
      `Value "${String(id)}" is not snowflake.`,
    );
  }
}

function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return !isAbsent(value) && !(typeof value === 'string' && value.trim() === '');
}
