// Runs "/rules try" with its options as a Discord client does: typed, checked against the definition, resolved.
import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10';
import { isUpload, type Upload } from './files.ts';
import type { Channel, Command } from './model.ts';
import { type HasId, idOf, type Kind, merge, resolve, resolveUploads } from './resolved.ts';
import type { World } from './world.ts';

/** What a person gives for an option. */
export type OptionValue = string | number | boolean | HasId | Upload | undefined;
export type OptionValues = Record<string, OptionValue>;

/** Options as an interaction carries them. */
export interface TypedOption {
  name: string;
  type: Type;
  value?: string | number | boolean;
  focused?: boolean;
  options?: TypedOption[];
}

export interface TypedOptions {
  options: TypedOption[];
  resolved: ReturnType<typeof resolve>;
}

const KINDS: Partial<Record<Type, Kind>> = {
  [Type.User]: 'user',
  [Type.Role]: 'role',
  [Type.Channel]: 'channel',
  [Type.Mentionable]: 'mentionable',
};

/** What an option's definition may hold, whatever its type. */
interface Definition {
  name: string;
  type: Type;
  required?: boolean;
  autocomplete?: boolean;
  choices?: readonly { name: string; value: string | number }[];
  min_value?: number;
  max_value?: number;
  min_length?: number;
  max_length?: number;
  channel_types?: readonly number[];
  options?: readonly Definition[];
}

/**
 * Types the values for a command and its subcommands (`path` is what follows the command's name).
 * With `focused`, as for autocompletion: nothing is required and that option is marked.
 * Throws a readable error on what Discord's client would not let a person send.
 */
export function typeOptions(
  world: World,
  channel: Channel,
  command: Command,
  path: readonly string[],
  values: OptionValues,
  focused?: string,
): TypedOptions {
  const title = `/${[command.name, ...path].join(' ')}`;
  const [head, ...rest] = path;
  return typeLevel({ world, channel, title, focused }, definitionsOf(command.options), head, rest, values);
}

function definitionsOf(
  options: readonly APIApplicationCommandOption[] | null | undefined,
): readonly Definition[] {
  return options ?? [];
}

interface Run {
  world: World;
  channel: Channel;
  title: string;
  focused: string | undefined;
}

function typeLevel(
  run: Run,
  definitions: readonly Definition[],
  head: string | undefined,
  rest: readonly string[],
  values: OptionValues,
): TypedOptions {
  const subcommands = definitions.filter(isBranch);
  if (subcommands.length > 0) {
    const branch = subcommands.find(({ name }) => name === head);
    if (branch === undefined) {
      throw new Error(`${run.title}: needs one of ${subcommands.map(({ name }) => name).join(', ')}`);
    }
    const inner = typeLevel(run, branch.options ?? [], rest[0], rest.slice(1), values);
    return {
      options: [{ name: branch.name, type: branch.type, options: inner.options }],
      resolved: inner.resolved,
    };
  }
  if (head !== undefined) throw new Error(`${run.title}: there is no subcommand "${head}"`);
  return typeLeaves(run, definitions, values);
}

function isBranch({ type }: Definition): boolean {
  return type === Type.Subcommand || type === Type.SubcommandGroup;
}

function typeLeaves(run: Run, definitions: readonly Definition[], values: OptionValues): TypedOptions {
  const unknown = Object.keys(values).filter(
    (name) => !definitions.some((definition) => definition.name === name),
  );
  if (unknown.length > 0) throw new Error(`${run.title}: there is no option "${unknown.join('", "')}"`);
  const typed: TypedOptions = { options: [], resolved: {} };
  for (const definition of definitions) {
    const value = values[definition.name];
    if (value === undefined) {
      const missing = definition.required === true && run.focused === undefined;
      if (missing) throw new Error(`${run.title}: the option "${definition.name}" is required`);
      continue;
    }
    const { plain, resolved } = carried(run, definition, value);
    typed.resolved = merge(typed.resolved, resolved);
    typed.options.push({
      name: definition.name,
      type: definition.type,
      value: plain,
      ...(run.focused === definition.name ? { focused: true } : {}),
    });
  }
  return typed;
}

/** A value as an interaction carries it, and what explains it. */
function carried(
  run: Run,
  definition: Definition,
  value: NonNullable<OptionValue>,
): { plain: string | number | boolean; resolved: TypedOptions['resolved'] } {
  const kind = KINDS[definition.type];
  if (definition.type === Type.Attachment) {
    const resolved = resolveUploads(run.world, run.channel, [asUpload(run, definition, value)]);
    return { plain: Object.keys(resolved.attachments ?? {}).join(), resolved };
  }
  if (kind === undefined) return { plain: plainValue(run, definition, value), resolved: {} };
  const id = idOf(asPick(run, definition, value));
  if (kind === 'channel') checkChannelType(run, definition, id);
  return { plain: id, resolved: resolve(run.world, run.channel, kind, [id]) };
}

function asUpload(run: Run, { name }: Definition, value: NonNullable<OptionValue>): Upload {
  if (typeof value === 'object' && isUpload(value)) return value;
  throw new Error(`${run.title}: "${name}" takes a file, not ${String(value)}`);
}

function asPick(run: Run, { name }: Definition, value: NonNullable<OptionValue>): string | HasId {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && !isUpload(value)) return value;
  throw new Error(`${run.title}: "${name}" takes a person, role or channel, not ${String(value)}`);
}

function checkChannelType(run: Run, { name, channel_types }: Definition, id: string): void {
  const type = run.world.channels.get(id)?.type;
  if (channel_types !== undefined && type !== undefined && !channel_types.includes(type)) {
    throw new Error(`${run.title}: "${name}" does not take a channel of type ${type}`);
  }
}

function plainValue(
  run: Run,
  definition: Definition,
  value: NonNullable<OptionValue>,
): string | number | boolean {
  const complain = (what: string): never => {
    throw new Error(`${run.title}: "${definition.name}" ${what}, not ${String(value)}`);
  };
  if (typeof value === 'object') return complain('is plain text or a number');
  if (run.focused === definition.name) return value;
  if (definition.type === Type.Boolean && typeof value !== 'boolean') complain('is true or false');
  if (definition.type === Type.String && typeof value !== 'string') complain('is a text');
  const isNumber = definition.type === Type.Integer || definition.type === Type.Number;
  if (isNumber) {
    if (typeof value !== 'number') return complain('is a number');
    if (definition.type === Type.Integer && !Number.isInteger(value)) complain('is a whole number');
    if (value < (definition.min_value ?? value)) complain(`is at least ${definition.min_value}`);
    if (value > (definition.max_value ?? value)) complain(`is at most ${definition.max_value}`);
  }
  if (typeof value === 'string') {
    const length = [...value].length;
    if (length === 0) complain('is not empty');
    if (length < (definition.min_length ?? 0)) complain(`has at least ${definition.min_length} characters`);
    if (length > (definition.max_length ?? 6000))
      complain(`has at most ${definition.max_length ?? 6000} characters`);
  }
  return (
    chosen(definition, value) ??
    complain(`is one of ${definition.choices?.map(({ name }) => name).join(', ')}`)
  );
}

/** A choice may be given by its name or its value; without choices any value goes. */
function chosen(
  { choices }: Definition,
  value: string | number | boolean,
): string | number | boolean | undefined {
  if (choices === undefined || choices.length === 0) return value;
  return choices.find((choice) => choice.value === value || choice.name === value)?.value;
}
