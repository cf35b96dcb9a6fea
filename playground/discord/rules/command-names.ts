// Names and translations, as commands and their options share them.
import { Locale } from 'discord-api-types/v10';
import { isAbsent, isBody, type Problems, problem, text } from './fields.ts';

const SLASH_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const LOCALES: readonly string[] = Object.values(Locale);

/** A command's or option's name: 1–32, and in lower case where it is typed after a slash. */
export function* checkName(
  path: string,
  name: unknown,
  { pattern, required }: { pattern: boolean; required: boolean },
): Problems {
  yield* text(path, name, { min: 1, max: 32, required });
  if (!pattern || typeof name !== 'string' || name === '') return;
  if (!SLASH_NAME.test(name) || name.toLowerCase() !== name) {
    yield problem(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
}

/** Translations by Discord's locale codes. */
export function* checkLocalized(
  path: string,
  value: unknown,
  checkValue: (path: string, value: unknown) => Problems,
): Problems {
  if (isAbsent(value)) return;
  if (!isBody(value)) {
    yield problem(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
    return;
  }
  for (const [locale, translated] of Object.entries(value)) {
    if (!LOCALES.includes(locale)) {
      yield problem(path, 'BASE_TYPE_CHOICES', `"${locale}" is not a supported locale.`);
    } else if (!isAbsent(translated)) yield* checkValue(`${path}.${locale}`, translated);
  }
}
