// Fills in a modal as a person does, and checks what Discord's client checks before it is sent.
import { ComponentType } from 'discord-api-types/v10';
import { everyPart } from './components.ts';
import { isUpload, type Upload } from './files.ts';
import type { Modal } from './interactions.ts';
import type { Channel, Component } from './model.ts';
import { pickedData } from './picking.ts';
import { merge, type Pick, resolveUploads } from './resolved.ts';
import type { World } from './world.ts';

/** By custom id: text, yes or no, picks, or files. */
export type Fields = Record<string, string | boolean | Pick | readonly Pick[] | Upload | readonly Upload[]>;

interface Filled {
  components: unknown[];
  resolved: ReturnType<typeof merge>;
}

/** The components of a submission. Throws on unknown fields, missing required ones, and wrong lengths. */
export function fillModal(world: World, channel: Channel, modal: Modal, fields: Fields): Filled {
  const inputs = everyPart(modal.components).filter(({ custom_id }) => custom_id !== undefined);
  for (const name of Object.keys(fields)) {
    if (inputs.some(({ custom_id }) => custom_id === name)) continue;
    throw new Error(
      `The modal "${modal.title}" has no field "${name}"; there is: ${inputs.map((each) => each.custom_id).join(', ')}`,
    );
  }
  let resolved: Filled['resolved'] = {};
  const fill = (input: Component): Record<string, unknown> => {
    const { resolved: more, ...value } = answerOf(world, channel, input, fields[input.custom_id ?? '']);
    if (more !== undefined) resolved = merge(resolved, more);
    return { type: input.type, id: input.id, custom_id: input.custom_id, ...value };
  };
  const components = modal.components.map((outer) => {
    const { type, id, component } = outer;
    if (component !== undefined) return { type, id, component: fill(component) };
    return {
      type,
      id,
      ...(outer.components === undefined ? {} : { components: outer.components.map(fill) }),
    };
  });
  return { components, resolved };
}

interface Value {
  value?: string | boolean | null;
  values?: unknown;
  resolved?: Filled['resolved'];
}

function answerOf(
  world: World,
  channel: Channel,
  input: Component,
  given: Fields[string] | undefined,
): Value {
  switch (input.type) {
    case ComponentType.TextInput:
      return { value: textOf(input, given) };
    case ComponentType.Checkbox:
      return { value: given === undefined ? input.default === true : given === true };
    case ComponentType.RadioGroup:
      return { value: choicesOf(input, given)[0] ?? null };
    case ComponentType.CheckboxGroup:
      return { values: choicesOf(input, given) };
    case ComponentType.FileUpload:
      return uploaded(world, channel, input, given);
    default:
      return selected(world, channel, input, given);
  }
}

function textOf(input: Component, given: Fields[string] | undefined): string {
  const text = given === undefined ? (input.value ?? '') : String(given);
  const length = [...text].length;
  const required = input.required !== false;
  if (required && length === 0) throw new Error(`The field "${input.custom_id}" is required`);
  if (length > (input.max_length ?? 4000)) throw new Error(`The field "${input.custom_id}" is too long`);
  if (length > 0 && length < (input.min_length ?? 0))
    throw new Error(`The field "${input.custom_id}" is too short`);
  return text;
}

function picksOf(given: Fields[string] | undefined): readonly Pick[] | undefined {
  if (given === undefined || typeof given === 'boolean') return undefined;
  return listOf(given).flatMap((each) => (typeof each === 'object' && isUpload(each) ? [] : [each]));
}

function uploadsOf(given: Fields[string] | undefined): readonly Upload[] {
  if (given === undefined || typeof given === 'boolean') return [];
  return listOf(given).flatMap((each) => (typeof each === 'object' && isUpload(each) ? [each] : []));
}

function listOf(given: Exclude<Fields[string], boolean>): readonly (Pick | Upload)[] {
  return isList(given) ? given : [given];
}

function isList(given: Exclude<Fields[string], boolean>): given is readonly Pick[] | readonly Upload[] {
  return Array.isArray(given);
}

/** Of radio buttons and checkboxes: the given ones by value or label, else those set at first. */
function choicesOf(input: Component, given: Fields[string] | undefined): string[] {
  const options = input.options ?? [];
  const picks = picksOf(given);
  const chosen =
    picks === undefined
      ? options.filter((option) => option.default === true)
      : options.filter(({ value, label }) => picks.includes(value) || picks.includes(label));
  if (input.required !== false && chosen.length === 0)
    throw new Error(`The field "${input.custom_id}" is required`);
  const most = input.type === ComponentType.RadioGroup ? 1 : (input.max_values ?? options.length);
  const fewest = chosen.length === 0 ? 0 : (input.min_values ?? 0);
  if (chosen.length < fewest || chosen.length > most)
    throw new Error(`The field "${input.custom_id}" takes ${fewest} to ${most} values, not ${chosen.length}`);
  return chosen.map(({ value }) => value);
}

function prefilled(input: Component): Pick[] {
  if (input.options !== undefined)
    return input.options.filter((each) => each.default === true).map((each) => each.value);
  const defaults = input.default_values;
  return Array.isArray(defaults) ? defaults.map((each: { id: string }) => each.id) : [];
}

function selected(
  world: World,
  channel: Channel,
  input: Component,
  given: Fields[string] | undefined,
): Value {
  const picks = picksOf(given) ?? prefilled(input);
  if (picks.length === 0 && input.required === false) return { values: [] };
  return pickedData({ world, channel }, input, picks);
}

/** Files: their ids, and their descriptions beside them. */
function uploaded(
  world: World,
  channel: Channel,
  input: Component,
  given: Fields[string] | undefined,
): Value {
  const uploads = uploadsOf(given);
  const { min_values: min = 1, max_values: max = 1, required = true } = input;
  if (uploads.length === 0 && !required) return { values: [] };
  if (uploads.length < min || uploads.length > max) {
    throw new Error(`The field "${input.custom_id}" takes ${min} to ${max} files, not ${uploads.length}`);
  }
  const resolved = resolveUploads(world, channel, uploads);
  return { values: Object.keys(resolved.attachments ?? {}), resolved };
}
