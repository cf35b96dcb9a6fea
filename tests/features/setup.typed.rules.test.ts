// What administrators type: numbers, emoji and time zones, with everything that people type instead.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../src/core/context.ts';
import { isTimeZone } from '../../src/core/periods.ts';
import { recognitionKinds } from '../../src/core/schema.ts';
import { DEFAULT_SETTINGS, settingsSchema } from '../../src/core/settings.ts';
import { COMMON_ZONES, findTimeZone } from '../../src/core/time-zones.ts';
import { emojiText, readEmoji } from '../../src/features/setup/emoji.rules.ts';
import {
  fieldsOf,
  NUMBER_FORMS,
  NUMBERS,
  type NumberForm,
  readNumber,
} from '../../src/features/setup/numbers.rules.ts';

const FORMS = Object.keys(NUMBER_FORMS) as NumberForm[]; // keys() forgets which they are

describe('a number as typed', () => {
  const range = { least: 0, most: 1000 };
  test.each([
    ['30', 30],
    [' 30 ', 30],
    ['1 000', 1000],
    ['1\u202F000', 1000],
    ['１０', 10],
    ['007', 7],
    ['+5', 5],
    ['0', 0],
    ['-0', 0],
    ['', 25],
    ['   ', 25],
  ])('%j is %i', (typed, number) => {
    expect(readNumber(typed, range, 25)).toBe(number);
  });

  test.each(['ten', '1,000', '1.000', '1.5', '10^12', '1e3', '0x10', '५', '10 points', '--5', '∞', 'NaN'])(
    '%j is not a whole number',
    (typed) => {
      expect(readNumber(typed, range, 25)).toMatchObject({ refused: 'notANumber', values: { example: 25 } });
    },
  );

  test.each(['-1', '−5', '1001', '1000000000000', '9'.repeat(300)])('%j does not fit', (typed) => {
    expect(readNumber(typed, range, 25)).toMatchObject({
      refused: 'outOfRange',
      values: { least: 0, most: 1000 },
    });
  });

  test('what is shown back is short and cannot break out of its backticks', () => {
    const refusal = readNumber(`\`\`\`\n# ${'x'.repeat(4000)}`, range, 25);
    expect(isRefusal(refusal) && refusal.values?.typed).toMatch(/^# x{38}…$/);
  });

  test('every number that a form takes is one that the settings take', () => {
    for (const form of ['points', 'limits'] as const) {
      for (const [field, { least, most }] of Object.entries(NUMBERS[form])) {
        for (const value of [least, most])
          expect(
            settingsSchema.safeParse({ [form]: { [field]: value } }).success,
            `${form}.${field} ${value}`,
          ).toBe(true);
      }
    }
    for (const form of FORMS) {
      for (const { name, usual, range } of fieldsOf(form, DEFAULT_SETTINGS))
        expect(usual >= range.least && usual <= range.most, name).toBe(true);
    }
  });

  test('every number of the settings is in one form, and every kind of recognition has its points', () => {
    const names = FORMS.flatMap((form) => fieldsOf(form, DEFAULT_SETTINGS).map(({ words }) => words));
    const { points, limits } = DEFAULT_SETTINGS;
    expect([...names].sort()).toEqual(
      [
        ...Object.keys(points).map((name) => `points.${name}`),
        ...Object.keys(limits).map((name) => `limits.${name}`),
      ].sort(),
    );
    expect(Object.keys(points).sort()).toEqual([...recognitionKinds].sort());
  });
});

describe('emoji as typed', () => {
  const own = [
    { id: '77', name: 'thx', animated: false },
    { id: '78', name: 'dance', animated: true },
  ];
  test.each([
    ['🙏', ['🙏']],
    ['🙏❤️', ['🙏', '❤️']],
    [' 🙏, ❤ ;⬆', ['🙏', '❤️', '⬆️']],
    ['🙏 🙏 ❤️ ❤', ['🙏', '❤️']],
    ['👨‍👩‍👧🇫🇷1️⃣🙏🏽', ['👨‍👩‍👧', '🇫🇷', '1️⃣', '🙏🏽']],
    ['<:thx:77>', ['77']],
    ['<:another_name:77>', ['77']],
    ['🙏<a:dance:78>:thx:', ['🙏', '78', '77']],
    ['', []],
    ['  ', []],
  ])('%j', (typed, emoji) => {
    expect(readEmoji(typed, own)).toEqual(emoji);
  });

  test.each([
    ['thanks', 'emojiUnknown'],
    ['🙏 thanks', 'emojiUnknown'],
    ['1', 'emojiUnknown'],
    ['🙏thx', 'emojiUnknown'],
    [':pray:', 'emojiUnknown'],
    ['<:thx:79>', 'emojiElsewhere'],
    ['<@123>', 'emojiUnknown'],
    ['😀😁😂🤣😃😄😅😆😉😊😋', 'emojiTooMany'],
  ])('%j is refused: %s', (typed, refused) => {
    expect(readEmoji(typed, own)).toMatchObject({ refused });
  });

  test('any text is either emoji that the settings take or a refusal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
        const read = readEmoji(typed, own);
        return isRefusal(read) || settingsSchema.safeParse({ reactions: { thanks: read } }).success;
      }),
    );
  });

  test('shown as a message shows them', () => {
    expect(['🙏', '77', '78', '99'].map((emoji) => emojiText(emoji, own))).toEqual([
      '🙏',
      '<:thx:77>',
      '<a:dance:78>',
      '`99`',
    ]);
  });
});

describe('a time zone as typed', () => {
  test.each([
    ['Europe/Paris', 'Europe/Paris'],
    ['europe/paris', 'Europe/Paris'],
    ['america/new york', 'America/New_York'],
    ['US/Eastern', 'America/New_York'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['utc', 'UTC'],
    ['UTC+2', '+02:00'],
    ['gmt -5:30', '-05:30'],
    ['+2', '+02:00'],
    ['utc+0', 'UTC'],
  ])('%j is %s', (typed, zone) => {
    expect(findTimeZone(typed, 'en')).toEqual({ zone });
  });

  test.each([
    ['paris', 'Europe/Paris'],
    ['PARIS', 'Europe/Paris'],
    ['Pariss', 'Europe/Paris'],
    ['londn', 'Europe/London'],
    ['tokio', 'Asia/Tokyo'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['new york', 'America/New_York'],
    ['calcutta', 'Asia/Kolkata'],
    ['ho chi minh', 'Asia/Ho_Chi_Minh'],
    ['kyiv', 'Europe/Kyiv'],
    ['Germany', 'Europe/Berlin'],
    ['usa', 'America/Los_Angeles'],
    ['EST', 'America/New_York'],
    ['PST', 'America/Los_Angeles'],
    ['CET', 'Europe/Paris'],
    ['gmt', 'Europe/London'],
  ])('%j suggests %s first', (typed, zone) => {
    expect(findTimeZone(typed, 'en')).toMatchObject({ suggestions: expect.arrayContaining([zone]) });
    expect(findTimeZone(typed, 'en')).toHaveProperty('suggestions.0', zone);
  });

  test('countries go by their names in the language of the reader', () => {
    expect(findTimeZone('Japon', 'fr')).toEqual({ suggestions: ['Asia/Tokyo'] });
    expect(findTimeZone('Griechenland', 'de')).toEqual({ suggestions: ['Europe/Athens'] });
  });

  test.each([
    '',
    'x',
    '🙃',
    'nowhere',
    '10^12',
    '+99',
    'utc+15',
    '@everyone',
    'constructor',
    'a'.repeat(4000),
  ])('%j finds nothing', (typed) => {
    expect(findTimeZone(typed, 'en')).toEqual({ suggestions: [] });
  });

  test('everything offered is a time zone that can be reckoned with', () => {
    expect(COMMON_ZONES.filter((zone) => !isTimeZone(zone))).toEqual([]);
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (typed) => {
        const found = findTimeZone(typed, 'en');
        return 'zone' in found ? isTimeZone(found.zone) : found.suggestions.every(isTimeZone);
      }),
    );
  });

  test('"PST" can be shown and not be reckoned with, so it is none', () => {
    expect(isTimeZone('PST')).toBe(false);
  });
});
