// What application commands may look like: names, descriptions, options, counts and sizes.
import { ApplicationCommandType } from 'discord-api-types/v10';
import { checkLocalized, checkName } from './command-names.ts';
import { checkOptionList } from './command-options.ts';
import { type ApiError, apiError, refuseForm } from './errors.ts';
import {
  type Body,
  choice,
  flag,
  isAbsent,
  isBody,
  lengthOf,
  list,
  listOf,
  type Problems,
  problem,
  text,
} from './fields.ts';

/** Most commands of each type in one place: globally, or in one guild. */
const MOST: ReadonlyMap<number, number> = new Map([
  [ApplicationCommandType.ChatInput, 100],
  [ApplicationCommandType.User, 15],
  [ApplicationCommandType.Message, 15],
]);

/** Characters of names, descriptions and values of one command, each in its longest language. */
const MAX_SIZE = 8000;

/** Checks a bulk overwrite. Nothing when Discord takes it, else 50035 or, for too many of one type, 30032. */
export function checkCommands(commands: unknown): ApiError | undefined {
  if (isAbsent(commands)) return undefined;
  const refusal = refuseForm(checkAll(commands));
  if (refusal) return refusal;
  const counts = new Map<number, number>();
  for (const command of listOf(commands)) counts.set(typeOf(command), (counts.get(typeOf(command)) ?? 0) + 1);
  const tooMany = [...MOST].some(([type, most]) => (counts.get(type) ?? 0) > most);
  return tooMany ? apiError(30032) : undefined;
}

/** Checks one command that is created or, with `partial`, changed. */
export function checkCommand(command: unknown, { partial = false } = {}): ApiError | undefined {
  return refuseForm(checkOne('', isBody(command) ? command : {}, partial));
}

function* checkAll(commands: unknown): Problems {
  yield* list('', commands, { max: 130 });
  const seen = new Set<string>();
  for (const [index, each] of listOf(commands).entries()) {
    const command = isBody(each) ? each : {};
    yield* checkOne(`[${index}]`, command, false);
    const key = `${typeOf(command)} ${String(command.name)}`;
    if (seen.has(key)) {
      yield problem(
        `[${index}]`,
        'APPLICATION_COMMANDS_DUPLICATE_NAME',
        'Application command names must be unique',
      );
    }
    seen.add(key);
  }
}

function* checkOne(path: string, command: Body, partial: boolean): Problems {
  const at = path === '' ? '' : `${path}.`;
  const isSlash = typeOf(command) === ApplicationCommandType.ChatInput;
  yield* choice(`${at}type`, command.type, [1, 2, 3, 4]);
  yield* checkName(`${at}name`, command.name, { pattern: isSlash, required: !partial });
  yield* checkLocalized(`${at}name_localizations`, command.name_localizations, (where, value) =>
    checkName(where, value, { pattern: isSlash, required: true }),
  );
  if (isSlash) {
    yield* text(`${at}description`, command.description, { min: 1, max: 100, required: !partial });
    yield* checkLocalized(
      `${at}description_localizations`,
      command.description_localizations,
      (where, value) => text(where, value, { min: 1, max: 100, required: true }),
    );
    yield* checkOptionList(`${at}options`, command.options, 'command');
  } else {
    yield* checkMenuCommand(at, command);
  }
  yield* checkPlaces(at, command);
  if (sizeOf(command) > MAX_SIZE) {
    yield problem(path, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${MAX_SIZE})`);
  }
}

/** Commands in the menus of members and messages have neither description nor options. */
function* checkMenuCommand(at: string, command: Body): Problems {
  if (!isAbsent(command.description) && command.description !== '') {
    yield problem(
      `${at}description`,
      'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_ALLOWED',
      'Context menu commands cannot have description',
    );
  }
  if (listOf(command.options).length > 0) {
    yield problem(
      `${at}options`,
      'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_NOT_ALLOWED',
      'Context menu commands cannot have options',
    );
  }
}

function* checkPlaces(at: string, command: Body): Problems {
  yield* flag(`${at}nsfw`, command.nsfw);
  yield* flag(`${at}dm_permission`, command.dm_permission);
  const permissions = command.default_member_permissions;
  if (!isAbsent(permissions) && !/^\d{1,20}$/.test(String(permissions))) {
    yield problem(
      `${at}default_member_permissions`,
      'BITFIELD_TYPE_CONVERT',
      'Value is not a permission bit set.',
    );
  }
  for (const [field, allowed] of [
    ['contexts', [0, 1, 2]],
    ['integration_types', [0, 1]],
  ] as const) {
    if (isAbsent(command[field])) continue;
    yield* list(`${at}${field}`, command[field], { min: 1, max: allowed.length });
    for (const [index, value] of listOf(command[field]).entries()) {
      yield* choice(`${at}${field}[${index}]`, value, allowed, { required: true });
    }
  }
}

/** Characters that count towards the 8,000: names, descriptions and values in their longest language. */
export function sizeOf(command: unknown): number {
  if (!isBody(command)) return 0;
  const value = typeof command.value === 'string' ? lengthOf(command.value) : 0;
  const nested = [...listOf(command.options), ...listOf(command.choices)];
  return (
    longest(command.name, command.name_localizations) +
    longest(command.description, command.description_localizations) +
    value +
    nested.reduce<number>((sum, each) => sum + sizeOf(each), 0)
  );
}

function longest(text: unknown, localizations: unknown): number {
  const all = [text, ...(isBody(localizations) ? Object.values(localizations) : [])];
  return Math.max(...all.map((each) => (typeof each === 'string' ? lengthOf(each) : 0)));
}

function typeOf(command: unknown): number {
  const type = isBody(command) ? command.type : undefined;
  return typeof type === 'number' ? type : ApplicationCommandType.ChatInput;
}
