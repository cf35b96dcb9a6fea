// Every text that a person reads, in the reader's language: i18next with keys that the compiler knows.
import i18next, { type i18n } from 'i18next';
import en from '../locales/en.json' with { type: 'json' };

type Plain<K extends string> = K extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}`
  ? Base
  : K;
type Keys<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${Plain<K>}` : Keys<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

/** A key of the catalogue, `feature.name`; plural forms share one. */
export type TextKey = Keys<typeof en>;
/** Those keys that start with a given word, without it: `KeysUnder<'refusal'>`. */
export type KeysUnder<Prefix extends string> = TextKey extends infer K
  ? K extends `${Prefix}.${infer Rest}`
    ? Rest
    : never
  : never;

export type Values = Readonly<Record<string, string | number>>;
export type Translate = (key: TextKey, values?: Values) => string;

/** A language file each; `en` is the source and stands in for what another lacks. */
const CATALOGUES: Readonly<Record<string, object>> = { en };
const SOURCE_LANGUAGE = 'en';

/** The languages there is a catalogue for. */
export const languages: readonly string[] = Object.keys(CATALOGUES);

export interface Reading {
  /** BCP 47, as Discord names it; for numbers and dates too. */
  locale: string;
  t: Translate;
  /** 1234 → "1,234". */
  number(value: number): string;
  /** "a, b and c". */
  list(items: readonly string[]): string;
  /** A moment (ms) as part of a sentence: "October 2026". */
  date(at: number, how: Intl.DateTimeFormatOptions): string;
  /** A day by how far it is from today: "tomorrow", "in 7 days". */
  daysAhead(days: number): string;
}

export class Texts {
  readonly #i18n: i18n;
  readonly #readings = new Map<string, Reading>();

  constructor() {
    this.#i18n = i18next.createInstance();
    void this.#i18n.init({
      resources: Object.fromEntries(
        Object.entries(CATALOGUES).map(([name, texts]) => [name, { translation: texts }]),
      ),
      fallbackLng: SOURCE_LANGUAGE,
      initAsync: false,
      returnNull: false,
      interpolation: { escapeValue: false },
    });
  }

  /** How somebody with this locale reads. A language without a catalogue reads English, with their own numbers. */
  for(locale: string | undefined): Reading {
    const name =
      locale && Intl.DateTimeFormat.supportedLocalesOf([locale]).length > 0 ? locale : SOURCE_LANGUAGE;
    const known = this.#readings.get(name);
    if (known) return known;
    const fixed = this.#i18n.getFixedT(name);
    const numbers = new Intl.NumberFormat(name);
    // Words between ours ("and", "October") are in the language that our own words are in.
    const words = languages.includes(name.split('-')[0] ?? name) ? name : SOURCE_LANGUAGE;
    const relative = new Intl.RelativeTimeFormat(words, { numeric: 'auto' });
    const lists = new Intl.ListFormat(words, { type: 'conjunction' });
    const reading: Reading = {
      locale: name,
      t: (key, values) => fixed(key, { ...values }),
      number: (value) => numbers.format(value),
      list: (items) => lists.format(items),
      date: (at, how) => new Intl.DateTimeFormat(words, how).format(at),
      daysAhead: (days) => relative.format(days, 'day'),
    };
    this.#readings.set(name, reading);
    return reading;
  }
}
