// What a single field of a body may hold, with Discord's own words when it may not.
import type { FieldProblem } from './errors.ts';

/** A check yields each problem it finds and nothing when the value is fine. */
export type Problems = Generator<FieldProblem, void>;

/** An object of unknown shape, as it comes out of JSON. */
export type Body = Record<string, unknown>;

interface Size {
  min?: number;
  max: number;
  /** Absent and null are fine unless this is set. */
  required?: boolean;
}

/** True for JSON objects: not null, not a list. */
export function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The list, or an empty one when the value is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** True when a field was left out or set to null. */
export function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

/** Length as Discord counts it: in code points, so an emoji outside the basic plane counts once. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** A complaint about the field at `path`. */
export function problem(path: string, code: string, message: string): FieldProblem {
  return { path, code, message };
}

/** The problem of a field that has to be there. */
export function missing(path: string): FieldProblem {
  return problem(path, 'BASE_TYPE_REQUIRED', 'This field is required');
}

/** A string of `min` to `max` characters. */
export function* text(path: string, value: unknown, size: Size): Problems {
  if (isAbsent(value)) {
    if (size.required) yield missing(path);
  } else if (typeof value !== 'string') {
    yield problem(path, 'STRING_TYPE_CONVERT', `Could not interpret "${JSON.stringify(value)}" as string.`);
  } else {
    yield* sized(path, lengthOf(value), size);
  }
}

/** A list of `min` to `max` entries. */
export function* list(path: string, value: unknown, size: Size): Problems {
  if (isAbsent(value)) {
    if (size.required) yield missing(path);
  } else if (!Array.isArray(value)) {
    yield problem(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
  } else {
    yield* sized(path, value.length, size);
  }
}

/** A whole number from `min` to `max`. */
export function* whole(path: string, value: unknown, size: Size): Problems {
  if (isAbsent(value)) {
    if (size.required) yield missing(path);
  } else if (typeof value !== 'number' || !Number.isInteger(value)) {
    yield problem(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not int.`);
  } else if (value > size.max) {
    yield problem(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${size.max}.`);
  } else if (value < (size.min ?? 0)) {
    yield problem(path, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${size.min ?? 0}.`);
  }
}

/** One of a few values. */
export function* choice(
  path: string,
  value: unknown,
  allowed: readonly (string | number)[],
  options: { required?: boolean } = {},
): Problems {
  if (isAbsent(value)) {
    if (options.required) yield missing(path);
  } else if (!allowed.some((each) => each === value)) {
    yield problem(path, 'BASE_TYPE_CHOICES', `Value must be one of {${allowed.join(', ')}}.`);
  }
}

/** True or false. */
export function* flag(path: string, value: unknown): Problems {
  if (!isAbsent(value) && typeof value !== 'boolean') {
    yield problem(path, 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
  }
}

/** A link whose scheme is one of `schemes`; at most `max` characters. */
export function* link(
  path: string,
  value: unknown,
  options: { schemes: readonly string[]; max: number; required?: boolean },
): Problems {
  yield* text(path, value, { min: 1, max: options.max, required: options.required ?? false });
  if (typeof value !== 'string' || value === '') return;
  const scheme = URL.parse(value)?.protocol.slice(0, -1);
  if (scheme === undefined) {
    yield problem(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
  } else if (!options.schemes.includes(scheme)) {
    const known = options.schemes.map((each) => `'${each}'`).join(', ');
    yield problem(
      path,
      'URL_TYPE_INVALID_SCHEME',
      `Scheme "${scheme}" is not supported. Scheme must be one of (${known}).`,
    );
  }
}

function* sized(path: string, length: number, { min = 0, max }: Size): Problems {
  if (length >= min && length <= max) return;
  if (min > 0) {
    yield problem(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
  } else {
    yield problem(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
  }
}
