// What the options of a slash command may look like, subcommands and choices included.
import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { checkLocalized, checkName } from './command-names.ts';
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
  whole,
} from './fields.ts';

const NUMBERS: readonly number[] = [Type.Integer, Type.Number];
const WITH_CHOICES: readonly number[] = [Type.String, ...NUMBERS];
const NESTING: readonly number[] = [Type.Subcommand, Type.SubcommandGroup];

/** What may stand below what: a command has groups, subcommands or values; a group subcommands; those values. */
const ALLOWED = {
  command: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  group: [Type.Subcommand],
  subcommand: [3, 4, 5, 6, 7, 8, 9, 10, 11],
} as const;

/** At most 25 options, each name once, required ones first, no values beside subcommands. */
export function* checkOptionList(path: string, value: unknown, owner: keyof typeof ALLOWED): Problems {
  yield* list(path, value, { max: 25 });
  const options = listOf(value).map((each) => (isBody(each) ? each : {}));
  const names = new Set<unknown>();
  let seenOptional = false;
  for (const [index, option] of options.entries()) {
    const at = `${path}[${index}]`;
    yield* choice(`${at}.type`, option.type, ALLOWED[owner], { required: true });
    yield* checkOption(at, option);
    if (names.has(option.name)) {
      yield problem(
        `${at}.name`,
        'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
        'Option names must be unique within a command',
      );
    }
    names.add(option.name);
    if (option.required === true && seenOptional) {
      yield problem(
        at,
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
    seenOptional ||= option.required !== true;
  }
  const nested = options.filter(({ type }) => typeof type === 'number' && NESTING.includes(type)).length;
  if (nested > 0 && nested < options.length) {
    yield problem(
      path,
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
  }
}

function* checkOption(path: string, option: Body): Problems {
  yield* checkName(`${path}.name`, option.name, { pattern: true, required: true });
  yield* checkLocalized(`${path}.name_localizations`, option.name_localizations, (where, value) =>
    checkName(where, value, { pattern: true, required: true }),
  );
  yield* text(`${path}.description`, option.description, { min: 1, max: 100, required: true });
  yield* checkLocalized(
    `${path}.description_localizations`,
    option.description_localizations,
    (where, value) => text(where, value, { min: 1, max: 100, required: true }),
  );
  yield* flag(`${path}.required`, option.required);
  yield* flag(`${path}.autocomplete`, option.autocomplete);
  if (option.type === Type.SubcommandGroup)
    yield* checkOptionList(`${path}.options`, option.options, 'group');
  if (option.type === Type.Subcommand)
    yield* checkOptionList(`${path}.options`, option.options, 'subcommand');
  yield* checkChoices(path, option);
  yield* checkBounds(path, option);
}

/** Up to 25 choices for texts and numbers, never beside autocompletion. */
function* checkChoices(path: string, option: Body): Problems {
  const choices = listOf(option.choices);
  const mayChoose = typeof option.type === 'number' && WITH_CHOICES.includes(option.type);
  if (!mayChoose && (choices.length > 0 || option.autocomplete === true)) {
    yield problem(path, 'APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID', 'This option type takes no choices');
    return;
  }
  if (choices.length > 0 && option.autocomplete === true) {
    yield problem(
      `${path}.autocomplete`,
      'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
      'Autocomplete and choices are mutually exclusive',
    );
  }
  yield* list(`${path}.choices`, option.choices, { max: 25 });
  const names = new Set<unknown>();
  for (const [index, each] of choices.entries()) {
    const at = `${path}.choices[${index}]`;
    const { name, name_localizations: localizations, value } = isBody(each) ? each : {};
    yield* text(`${at}.name`, name, { min: 1, max: 100, required: true });
    yield* checkLocalized(`${at}.name_localizations`, localizations, (where, translated) =>
      text(where, translated, { min: 1, max: 100, required: true }),
    );
    yield* checkChoiceValue(`${at}.value`, value, option.type);
    if (names.has(name)) {
      yield problem(
        `${at}.name`,
        'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
        'Choice names must be unique',
      );
    }
    names.add(name);
  }
}

function* checkChoiceValue(path: string, value: unknown, type: unknown): Problems {
  if (type === Type.String) yield* text(path, value, { min: 1, max: 100, required: true });
  else if (type === Type.Integer)
    yield* whole(path, value, { min: -(2 ** 53), max: 2 ** 53, required: true });
  else if (typeof value !== 'number') {
    yield problem(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not float.`);
  } else if (lengthOf(String(value)) > 100)
    yield problem(path, 'BASE_TYPE_MAX_LENGTH', 'Must be 100 or fewer in length.');
}

/** Lengths of texts, bounds of numbers, types of channels: each only where it belongs. */
function* checkBounds(path: string, option: Body): Problems {
  yield* whole(`${path}.min_length`, option.min_length, { min: 0, max: 6000 });
  yield* whole(`${path}.max_length`, option.max_length, { min: 1, max: 6000 });
  const belongs: readonly (readonly [string, boolean])[] = [
    ['min_length', option.type === Type.String],
    ['max_length', option.type === Type.String],
    ['min_value', typeof option.type === 'number' && NUMBERS.includes(option.type)],
    ['max_value', typeof option.type === 'number' && NUMBERS.includes(option.type)],
    ['channel_types', option.type === Type.Channel],
  ];
  for (const [field, fits] of belongs) {
    if (!fits && !isAbsent(option[field])) {
      yield problem(
        `${path}.${field}`,
        'APPLICATION_COMMAND_OPTIONS_FIELD_INVALID',
        `${field} does not fit this option type`,
      );
    }
  }
  for (const [least, most] of [
    ['min_length', 'max_length'],
    ['min_value', 'max_value'],
  ] as const) {
    const [from, to] = [option[least], option[most]];
    if (typeof from === 'number' && typeof to === 'number' && from > to) {
      yield problem(
        `${path}.${least}`,
        'APPLICATION_COMMAND_OPTIONS_MIN_EXCEEDS_MAX',
        `${least} cannot exceed ${most}`,
      );
    }
  }
}
