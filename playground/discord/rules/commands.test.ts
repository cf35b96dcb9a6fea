// What commands may look like, at the edges of each limit.
import { describe, expect, it } from 'vitest';
import { checkCommand, checkCommands, sizeOf } from './commands.ts';

const slash = (parts: object = {}) => ({ name: 'thanks', description: 'Thank someone', ...parts });
const option = (name: string, parts: object = {}) => ({ type: 3, name, description: 'x', ...parts });
const many = (count: number, make: (index: number) => object) =>
  Array.from({ length: count }, (_, index) => make(index));

describe('checkCommand takes', () => {
  it.each<[string, object]>([
    ['a plain command', slash()],
    ['a name in Greek', slash({ name: 'ευχαριστώ' })],
    ['a name in Japanese', slash({ name: 'ありがとう' })],
    ['a dash and a digit', slash({ name: 'top-10' })],
    ['no options', slash({ options: [] })],
    ['25 options', slash({ options: many(25, (index) => option(`o${index}`)) })],
    [
      '25 choices',
      slash({
        options: [option('a', { choices: many(25, (index) => ({ name: `n${index}`, value: `v${index}` })) })],
      }),
    ],
    ['required before optional', slash({ options: [option('a', { required: true }), option('b')] })],
    [
      'subcommands and groups',
      slash({
        options: [
          { type: 1, name: 'show', description: 'x', options: [option('a')] },
          { type: 2, name: 'set', description: 'x', options: [{ type: 1, name: 'role', description: 'x' }] },
        ],
      }),
    ],
    ['a menu command with spaces and capitals', { type: 3, name: 'Thank the author' }],
    ['a menu command with an empty description', { type: 2, name: 'Profile', description: '' }],
    [
      'translations',
      slash({
        name_localizations: { fr: 'merci', 'es-419': null },
        description_localizations: { de: 'Danke sagen' },
      }),
    ],
    [
      'places and permissions',
      slash({ contexts: [0], integration_types: [0], default_member_permissions: '32' }),
    ],
    [
      'bounds',
      slash({
        options: [
          option('a', { type: 4, min_value: 1, max_value: 10 }),
          option('b', { max_length: 200 }),
          option('c', { type: 7, channel_types: [0, 5] }),
        ],
      }),
    ],
  ])('%s', (_, command) => {
    expect(checkCommand(command)).toBeUndefined();
    expect(checkCommands([command])).toBeUndefined();
  });

  it('a change of one field', () => {
    expect(checkCommand({ description: 'New words' }, { partial: true })).toBeUndefined();
  });
});

describe('checkCommands refuses', () => {
  it.each<[string, object, string[], string]>([
    ['capitals', slash({ name: 'Thanks' }), ['name'], 'APPLICATION_COMMAND_INVALID_NAME'],
    ['spaces', slash({ name: 'say thanks' }), ['name'], 'APPLICATION_COMMAND_INVALID_NAME'],
    ['33 characters', slash({ name: 'x'.repeat(33) }), ['name'], 'BASE_TYPE_BAD_LENGTH'],
    ['no description', { name: 'thanks' }, ['description'], 'BASE_TYPE_REQUIRED'],
    [
      'a description of 101',
      slash({ description: 'x'.repeat(101) }),
      ['description'],
      'BASE_TYPE_BAD_LENGTH',
    ],
    [
      '26 options',
      slash({ options: many(26, (index) => option(`o${index}`)) }),
      ['options'],
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      '26 choices',
      slash({
        options: [option('a', { choices: many(26, (index) => ({ name: `n${index}`, value: 'v' })) })],
      }),
      ['options', '0', 'choices'],
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'optional before required',
      slash({ options: [option('a'), option('b', { required: true })] }),
      ['options', '1'],
      'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ],
    [
      'an option in capitals',
      slash({ options: [option('Member')] }),
      ['options', '0', 'name'],
      'APPLICATION_COMMAND_INVALID_NAME',
    ],
    [
      'an option twice',
      slash({ options: [option('a'), option('a')] }),
      ['options', '1', 'name'],
      'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
    ],
    [
      'values beside subcommands',
      slash({ options: [option('a'), { type: 1, name: 'b', description: 'x' }] }),
      ['options'],
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
    ],
    [
      'a group in a group',
      slash({
        options: [
          { type: 2, name: 'a', description: 'x', options: [{ type: 2, name: 'b', description: 'x' }] },
        ],
      }),
      ['options', '0', 'options', '0', 'type'],
      'BASE_TYPE_CHOICES',
    ],
    [
      'autocompletion beside choices',
      slash({ options: [option('a', { autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] }),
      ['options', '0', 'autocomplete'],
      'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
    ],
    [
      'choices for members',
      slash({ options: [option('a', { type: 6, choices: [{ name: 'a', value: 'a' }] })] }),
      ['options', '0'],
      'APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID',
    ],
    [
      'a text as the value of a number',
      slash({ options: [option('a', { type: 4, choices: [{ name: 'a', value: 'a' }] })] }),
      ['options', '0', 'choices', '0', 'value'],
      'NUMBER_TYPE_COERCE',
    ],
    [
      'bounds the wrong way round',
      slash({ options: [option('a', { type: 4, min_value: 2, max_value: 1 })] }),
      ['options', '0', 'min_value'],
      'APPLICATION_COMMAND_OPTIONS_MIN_EXCEEDS_MAX',
    ],
    [
      'a description in a menu',
      { type: 3, name: 'Thank', description: 'x' },
      ['description'],
      'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_ALLOWED',
    ],
    [
      'options in a menu',
      { type: 2, name: 'Thank', options: [option('a')] },
      ['options'],
      'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_NOT_ALLOWED',
    ],
    [
      'a language Discord lacks',
      slash({ name_localizations: { en: 'x' } }),
      ['name_localizations'],
      'BASE_TYPE_CHOICES',
    ],
    [
      'a translated name in capitals',
      slash({ name_localizations: { fr: 'Merci' } }),
      ['name_localizations', 'fr'],
      'APPLICATION_COMMAND_INVALID_NAME',
    ],
    ['a place that does not exist', slash({ contexts: [3] }), ['contexts', '0'], 'BASE_TYPE_CHOICES'],
    [
      'permissions by name',
      slash({ default_member_permissions: 'ManageGuild' }),
      ['default_member_permissions'],
      'BITFIELD_TYPE_CONVERT',
    ],
  ])('%s', (_, command, path, code) => {
    const refusal = checkCommands([slash({ name: 'other' }), command]);
    expect(refusal?.code).toBe(50035);
    expect(refusal?.errors).toHaveProperty(['1', ...path, '_errors', 0, 'code'], code);
  });

  it('the same name twice among one type, not among several', () => {
    expect(checkCommands([slash(), slash()])?.errors).toHaveProperty(
      ['1', '_errors', 0, 'code'],
      'APPLICATION_COMMANDS_DUPLICATE_NAME',
    );
    expect(checkCommands([slash(), { type: 3, name: 'thanks' }])).toBeUndefined();
  });

  it.each([
    [1, 100],
    [2, 15],
    [3, 15],
  ])('more than its share of type %i: %i', (type, most) => {
    const make = (index: number) => (type === 1 ? slash({ name: `c${index}` }) : { type, name: `c${index}` });
    expect(checkCommands(many(most, make))).toBeUndefined();
    expect(checkCommands(many(most + 1, make))?.code).toBe(30032);
  });

  it('8,001 characters, each text in its longest language', () => {
    const choices = many(25, (index) => ({
      name: `${String(index).padStart(2, '0')}${'n'.repeat(56)}`,
      value: 'v'.repeat(100),
    }));
    const options = many(2, (index) => option(`o${index}`, { choices }));
    const french = 'Thank someone'.length + 8000 - sizeOf(slash({ options }));
    const sized = (length: number) =>
      slash({ options, description_localizations: { fr: 'x'.repeat(length) } });
    expect(sizeOf(sized(french))).toBe(8000);
    expect(checkCommand(sized(french))).toBeUndefined();
    const refusal = checkCommand(sized(french + 1));
    expect(refusal?.errors).toHaveProperty(['_errors', 0, 'code'], 'APPLICATION_COMMAND_TOO_LARGE');
  });

  it('counts a translation that is longer than the original', () => {
    const base = slash();
    const translated = slash({
      name_localizations: { de: 'vielen-dank' },
      description_localizations: { fr: 'x' },
    });
    expect(sizeOf(translated) - sizeOf(base)).toBe('vielen-dank'.length - 'thanks'.length);
  });
});
