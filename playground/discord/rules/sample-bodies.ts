// Small bodies for the tests of messages, and their problems in a line each.
import { MessageFlags } from 'discord-api-types/v10';
import type { ApiError, FormErrors } from './errors.ts';
import { checkMessage, type MessageContext } from './message.ts';

/** The flag that makes a message of Components V2. */
export const V2 = MessageFlags.IsComponentsV2;

/** Checks a new message; `context` for edits and uploads. */
export function check(body: unknown, context: Partial<MessageContext> = {}): ApiError | undefined {
  return checkMessage(body, { kind: 'create', attachmentNames: [], ...context });
}

/** `path: CODE` for each problem, as a client would print them. */
export function problems(refusal: ApiError | undefined): string[] {
  return refusal?.errors ? walk(refusal.errors, '') : [];
}

function walk(errors: FormErrors, path: string): string[] {
  return Object.entries(errors).flatMap(([key, value]) => {
    if (Array.isArray(value)) return value.map(({ code }) => `${path}: ${code}`);
    return value ? walk(value, path === '' ? key : `${path}.${key}`) : [];
  });
}

/** A button as the API takes it. */
export const button = (id: string, parts: object = {}) => ({
  type: 2,
  style: 1,
  label: 'Press',
  custom_id: id,
  ...parts,
});
/** An action row. */
export const row = (...components: unknown[]) => ({ type: 1, components });
/** A string select with one option. */
export const select = (id: string, parts: object = {}) => ({
  type: 3,
  custom_id: id,
  options: [{ label: 'a', value: 'a' }],
  ...parts,
});
/** A text display of Components V2. */
export const text = (content: string) => ({ type: 10, content });
/** A section of Components V2. */
export const section = (accessory: unknown, ...texts: unknown[]) => ({
  type: 9,
  components: texts,
  accessory,
});
/** As many different options. */
export const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ label: `l${index}`, value: `v${index}` }));
