// What embeds may contain: the limits of each part and of all of them together.
import {
  type Body,
  isAbsent,
  isBody,
  lengthOf,
  link,
  list,
  listOf,
  missing,
  type Problems,
  problem,
  text,
  whole,
} from './fields.ts';

/** All the text of all embeds of a message together, in characters. */
const MAX_TEXT = 6000;

const PAGE = { schemes: ['http', 'https'], max: 2048 };
const PICTURE = { schemes: ['http', 'https', 'attachment'], max: 2048 };

/** Checks the `embeds` of a message body: at most 10, 6,000 characters over them. */
export function* checkEmbeds(path: string, value: unknown): Problems {
  yield* list(path, value, { max: 10 });
  const embeds = listOf(value);
  for (const [index, embed] of embeds.entries()) yield* checkEmbed(`${path}[${index}]`, embed);
  const total = embeds.reduce<number>((sum, embed) => sum + (isBody(embed) ? textLength(embed) : 0), 0);
  if (total > MAX_TEXT) {
    yield problem(path, 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${MAX_TEXT}`);
  }
}

function* checkEmbed(path: string, embed: unknown): Problems {
  if (!isBody(embed)) {
    yield problem(path, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
    return;
  }
  if (isEmpty(embed)) yield missing(`${path}.description`);
  yield* text(`${path}.title`, embed.title, { max: 256 });
  yield* text(`${path}.description`, embed.description, { max: 4096 });
  yield* link(`${path}.url`, embed.url, PAGE);
  yield* whole(`${path}.color`, embed.color, { max: 0xffffff });
  yield* checkTimestamp(`${path}.timestamp`, embed.timestamp);
  yield* checkFields(`${path}.fields`, embed.fields);
  for (const part of ['image', 'thumbnail'] as const) {
    const picture = embed[part];
    if (isBody(picture)) yield* link(`${path}.${part}.url`, picture.url, { ...PICTURE, required: true });
  }
  if (isBody(embed.footer)) {
    yield* text(`${path}.footer.text`, embed.footer.text, { max: 2048 });
    yield* link(`${path}.footer.icon_url`, embed.footer.icon_url, PICTURE);
  }
  if (isBody(embed.author)) {
    yield* text(`${path}.author.name`, embed.author.name, { max: 256 });
    yield* link(`${path}.author.url`, embed.author.url, PAGE);
    yield* link(`${path}.author.icon_url`, embed.author.icon_url, PICTURE);
  }
}

function* checkFields(path: string, value: unknown): Problems {
  yield* list(path, value, { max: 25 });
  for (const [index, field] of listOf(value).entries()) {
    const at = `${path}[${index}]`;
    const { name, value: content } = isBody(field) ? field : {};
    yield* text(`${at}.name`, name, { min: 1, max: 256, required: true });
    yield* text(`${at}.value`, content, { min: 1, max: 1024, required: true });
  }
}

function* checkTimestamp(path: string, value: unknown): Problems {
  if (isAbsent(value)) return;
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) {
    yield problem(path, 'DATETIME_TYPE_PARSE', `Could not parse ${String(value)}. Should be ISO8601.`);
  }
}

function isEmpty(embed: Body): boolean {
  const parts = [
    'title',
    'description',
    'url',
    'image',
    'thumbnail',
    'footer',
    'author',
    'video',
    'provider',
  ];
  return (
    listOf(embed.fields).length === 0 && parts.every((part) => isAbsent(embed[part]) || embed[part] === '')
  );
}

function textLength(embed: Body): number {
  const footer = isBody(embed.footer) ? embed.footer.text : undefined;
  const author = isBody(embed.author) ? embed.author.name : undefined;
  const fields = listOf(embed.fields).flatMap((field) => (isBody(field) ? [field.name, field.value] : []));
  return [embed.title, embed.description, footer, author, ...fields].reduce<number>(
    (sum, part) => sum + (typeof part === 'string' ? lengthOf(part) : 0),
    0,
  );
}
