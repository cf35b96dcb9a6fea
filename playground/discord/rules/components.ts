// What one button, select, text or picture may contain, in messages and in modals.
import { ButtonStyle, ChannelType, ComponentType } from 'discord-api-types/v10';
import {
  type Body,
  choice,
  flag,
  isAbsent,
  isBody,
  link,
  list,
  listOf,
  missing,
  type Problems,
  problem,
  text,
  whole,
} from './fields.ts';

/** The five kinds of select menu. */
export const SELECTS: readonly number[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];

/** A component's type, or 0 where the value is no component. */
export function typeOf(component: unknown): number {
  return isBody(component) && typeof component.type === 'number' ? component.type : 0;
}

/** The problem of a component that stands where its type may not. */
export function* misplaced(path: string, allowed: readonly number[]): Problems {
  yield problem(
    `${path}.type`,
    'UNION_TYPE_CHOICES',
    `Value of field "type" must be one of (${allowed.join(', ')}).`,
  );
}

/** The id by which an answer to the component is known: 1–100 characters. */
export function* checkCustomId(path: string, component: Body): Problems {
  yield* text(`${path}.custom_id`, component.custom_id, { min: 1, max: 100, required: true });
}

/** A button: what each style must and must not carry, its label (80) and its emoji. */
export function* checkButton(path: string, button: Body): Problems {
  yield* choice(`${path}.style`, button.style, [1, 2, 3, 4, 5, 6], { required: true });
  yield* text(`${path}.label`, button.label, { max: 80 });
  yield* flag(`${path}.disabled`, button.disabled);
  yield* checkEmoji(`${path}.emoji`, button.emoji);
  if (button.style === ButtonStyle.Premium) {
    if (isAbsent(button.sku_id)) yield missing(`${path}.sku_id`);
    yield* forbidden(path, button, ['custom_id', 'label', 'url', 'emoji'], 'a premium button');
    return;
  }
  if (isBlank(button.label) && isAbsent(button.emoji)) {
    yield problem(
      path,
      'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED',
      'A button must have a label or an emoji.',
    );
  }
  if (button.style === ButtonStyle.Link) {
    yield* link(`${path}.url`, button.url, {
      schemes: ['http', 'https', 'discord'],
      max: 512,
      required: true,
    });
    yield* forbidden(path, button, ['custom_id', 'sku_id'], 'a link button');
  } else {
    yield* checkCustomId(path, button);
    yield* forbidden(path, button, ['url', 'sku_id'], 'this button');
  }
}

/** A select menu: 25 options, 1–25 to pick, a placeholder of 150 characters, its preset values. */
export function* checkSelect(path: string, select: Body): Problems {
  yield* checkCustomId(path, select);
  yield* text(`${path}.placeholder`, select.placeholder, { max: 150 });
  yield* flag(`${path}.disabled`, select.disabled);
  yield* checkPickCount(path, select, 25);
  if (typeOf(select) === ComponentType.StringSelect) {
    yield* checkOptions(path, select, { min: 1, max: 25 });
  } else {
    yield* checkDefaultValues(path, select);
  }
  if (typeOf(select) === ComponentType.ChannelSelect) {
    const types = Object.values(ChannelType).filter((each) => typeof each === 'number');
    for (const [index, type] of listOf(select.channel_types).entries()) {
      yield* choice(`${path}.channel_types[${index}]`, type, types, { required: true });
    }
  }
}

/** `min_values` and `max_values` of anything that is picked from. */
export function* checkPickCount(path: string, component: Body, most: number): Problems {
  yield* whole(`${path}.min_values`, component.min_values, { min: 0, max: most });
  yield* whole(`${path}.max_values`, component.max_values, { min: 1, max: most });
  const { least, atMost } = pickCount(component);
  if (least > atMost) {
    yield problem(
      `${path}.min_values`,
      'SELECT_COMPONENT_MIN_VALUES_EXCEEDS_MAX_VALUES',
      'The minimum number of values cannot exceed the maximum.',
    );
  }
}

/** The options of a select, radio group or checkbox group: labels and values of 1–100, each value once. */
export function* checkOptions(path: string, component: Body, size: { min: number; max: number }): Problems {
  yield* list(`${path}.options`, component.options, { ...size, required: true });
  const options = listOf(component.options);
  const seen = new Set<unknown>();
  for (const [index, each] of options.entries()) {
    const at = `${path}.options[${index}]`;
    const option = isBody(each) ? each : {};
    yield* text(`${at}.label`, option.label, { min: 1, max: 100, required: true });
    yield* text(`${at}.value`, option.value, { min: 1, max: 100, required: true });
    yield* text(`${at}.description`, option.description, { max: 100 });
    yield* checkEmoji(`${at}.emoji`, option.emoji);
    if (seen.has(option.value)) {
      yield problem(
        `${at}.value`,
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      );
    }
    seen.add(option.value);
  }
  const { least, atMost } = pickCount(component);
  const preset = options.filter((option) => isBody(option) && option.default === true).length;
  if (preset > atMost) {
    yield problem(
      `${path}.options`,
      'SELECT_COMPONENT_DEFAULTS_EXCEED_MAX_VALUES',
      `At most ${atMost} options can be the default.`,
    );
  }
  if (least > options.length) {
    yield problem(
      `${path}.min_values`,
      'SELECT_COMPONENT_MIN_VALUES_EXCEEDS_OPTIONS',
      'The minimum number of values exceeds the number of options.',
    );
  }
}

/** Text in Components V2: 1–4,000 characters. */
export function* checkTextDisplay(path: string, component: Body): Problems {
  yield* text(`${path}.content`, component.content, { min: 1, max: 4000, required: true });
}

/** A picture with its alt text of up to 1,024 characters. */
export function* checkMedia(path: string, item: Body): Problems {
  yield* text(`${path}.description`, item.description, { min: 1, max: 1024 });
  yield* flag(`${path}.spoiler`, item.spoiler);
  const media = isBody(item.media) ? item.media : {};
  yield* link(`${path}.media.url`, media.url, {
    schemes: ['http', 'https', 'attachment'],
    max: 2048,
    required: true,
  });
}

/** `{ id }` of a custom emoji, or `{ name }` holding a Unicode emoji. */
export function* checkEmoji(path: string, emoji: unknown): Problems {
  if (isAbsent(emoji)) return;
  const { id, name } = isBody(emoji) ? emoji : {};
  const isCustom = typeof id === 'string' && /^\d{1,20}$/.test(id);
  const isUnicode = isAbsent(id) && typeof name === 'string' && isUnicodeEmoji(name);
  if (!isCustom && !isUnicode) yield problem(path, 'COMPONENT_INVALID_EMOJI', 'Invalid emoji');
}

/** True for one emoji as people type it: pictures, flags and keycaps. */
export function isUnicodeEmoji(name: string): boolean {
  return /^(?:\p{RGI_Emoji}|\p{Extended_Pictographic}\u{FE0F}?)$/v.test(name);
}

/** How many may be picked: Discord's defaults are exactly one. */
export function pickCount(component: Body): { least: number; atMost: number } {
  const { min_values: min, max_values: max } = component;
  const atMost = typeof max === 'number' ? max : 1;
  return { least: typeof min === 'number' ? min : 1, atMost };
}

function* checkDefaultValues(path: string, select: Body): Problems {
  yield* list(`${path}.default_values`, select.default_values, { max: pickCount(select).atMost });
  for (const [index, value] of listOf(select.default_values).entries()) {
    const { id, type } = isBody(value) ? value : {};
    yield* text(`${path}.default_values[${index}].id`, id, { min: 1, max: 20, required: true });
    yield* choice(`${path}.default_values[${index}].type`, type, ['user', 'role', 'channel'], {
      required: true,
    });
  }
}

function* forbidden(path: string, component: Body, fields: readonly string[], owner: string): Problems {
  for (const field of fields) {
    if (!isAbsent(component[field])) {
      yield problem(
        `${path}.${field}`,
        'BUTTON_COMPONENT_FIELD_NOT_ALLOWED',
        `${field} cannot be set on ${owner}.`,
      );
    }
  }
}

function isBlank(value: unknown): boolean {
  return isAbsent(value) || value === '';
}
