// Time zones as people name them: "paris", "EST", "Germany", "utc+2" or the name itself, and what was probably meant.
import { isTimeZone } from './periods.ts';

/** Offered in the first list, from west to east: at least one place for most people of each part of the world. */
export const COMMON_ZONES: readonly string[] = [
  'America/Los_Angeles',
  'America/Denver',
  'America/Chicago',
  'America/Mexico_City',
  'America/New_York',
  'America/Sao_Paulo',
  'UTC',
  'Europe/London',
  'Africa/Lagos',
  'Europe/Madrid',
  'Europe/Paris',
  'Europe/Rome',
  'Europe/Berlin',
  'Europe/Warsaw',
  'Europe/Athens',
  'Europe/Moscow',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Asia/Jakarta',
  'Asia/Singapore',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Pacific/Auckland',
];

/** Names of today for zones that the list of this machine may still carry under an older one. */
const RENAMED: Readonly<Record<string, string>> = {
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Europe/Kiev': 'Europe/Kyiv',
};

/** Abbreviations name several zones or an hour without summer time, so they only lead to suggestions. */
const ABBREVIATIONS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    aest: ['Australia/Sydney', 'Australia/Brisbane'],
    bst: ['Europe/London'],
    cest: ['Europe/Paris', 'Europe/Berlin'],
    cet: ['Europe/Paris', 'Europe/Berlin'],
    cst: ['America/Chicago', 'Asia/Shanghai'],
    cdt: ['America/Chicago'],
    eest: ['Europe/Athens', 'Europe/Helsinki'],
    eet: ['Europe/Athens', 'Europe/Helsinki'],
    edt: ['America/New_York'],
    est: ['America/New_York'],
    gmt: ['Europe/London', 'UTC'],
    ist: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
    jst: ['Asia/Tokyo'],
    mdt: ['America/Denver'],
    mez: ['Europe/Berlin', 'Europe/Paris'],
    msk: ['Europe/Moscow'],
    mst: ['America/Denver', 'America/Phoenix'],
    nzst: ['Pacific/Auckland'],
    pdt: ['America/Los_Angeles'],
    pst: ['America/Los_Angeles'],
    wib: ['Asia/Jakarta'],
  }),
);

/** A list of suggestions longer than this is no help; Discord's selects end at 25. */
const MOST_SUGGESTIONS = 10;
/** Farthest offsets that are in use anywhere, in hours. */
const WESTMOST = -12;
const EASTMOST = 14;

/** A zone for sure, or guesses. */
export type ZoneSearch = { zone: string } | { suggestions: readonly string[] };

/**
 * The zone that was named, or those that may have been meant, likeliest first (at most ten, perhaps none).
 * `locale` is the reader's, for names of countries.
 */
export function findTimeZone(typed: string, locale: string): ZoneSearch {
  const text = typed.trim();
  const offset = zoneOfOffset(text);
  if (offset) return { zone: offset };
  const abbreviated = ABBREVIATIONS.get(fold(text));
  if (abbreviated) return { suggestions: abbreviated };
  const named = zoneByName(text);
  if (named) return { zone: named };
  return { suggestions: suggestionsFor(fold(text), locale) };
}

/** "UTC+2", "gmt -05:30" or "+2" as the zone without summer time that it is; UTC itself by its name. */
function zoneOfOffset(text: string): string | undefined {
  const parts = /^(?:utc|gmt)?\s*([+-])\s*(\d{1,2})(?::?([0-5]\d))?$/i.exec(text);
  if (!parts) return undefined;
  const [, sign, hours = '', minutes = '00'] = parts;
  const value = Number(`${sign}${hours}`) + (Number(minutes) / 60) * (sign === '-' ? -1 : 1);
  if (value < WESTMOST || value > EASTMOST) return undefined;
  return value === 0 ? 'UTC' : `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

/** The name in its proper spelling, if it is one; "us/eastern" and other old names too. */
function zoneByName(text: string): string | undefined {
  const name = text.replaceAll(/\s+/g, '_');
  if (!isTimeZone(name)) return undefined;
  return nameOfToday(new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone);
}

function suggestionsFor(wanted: string, locale: string): readonly string[] {
  if (wanted.length < 2) return [];
  const ofCountry = zonesOfCountry(wanted, locale);
  const ranked = zones()
    .map(({ zone, city, words }) => ({ zone, rank: ofCountry.has(zone) ? 0 : likeness(wanted, city, words) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank || commonness(a.zone) - commonness(b.zone));
  const best = ranked[0]?.rank;
  // A place that is named outright needs no others beside it; guesses do.
  const close = best === 0 ? ranked.filter(({ rank }) => rank === 0) : ranked;
  return close.slice(0, MOST_SUGGESTIONS).map(({ zone }) => zone);
}

/** 0 for the city itself, more the farther the wish is from it; infinite for no likeness at all. */
function likeness(wanted: string, city: string, words: readonly string[]): number {
  if (city === wanted) return 0;
  if (city.startsWith(wanted)) return 1;
  if (words.some((word) => word.startsWith(wanted))) return 2;
  if (wanted.length > 3 && city.includes(wanted)) return 3;
  // A slip of the finger: one in a short name, two in a longer one.
  const slips = wanted.length < 4 ? 0 : wanted.length < 7 ? 1 : 2;
  const distance = editDistance(wanted, city, slips);
  return distance <= slips ? 3 + distance : Number.POSITIVE_INFINITY;
}

/** Places in the first list come before others that are as like. */
function commonness(zone: string): number {
  const index = COMMON_ZONES.indexOf(zone);
  return index < 0 ? COMMON_ZONES.length : index;
}

interface NamedZone {
  zone: string;
  city: string;
  words: readonly string[];
}

let knownZones: readonly NamedZone[] | undefined;

function zones(): readonly NamedZone[] {
  knownZones ??= [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].map((name) => {
    const zone = nameOfToday(name);
    return {
      zone,
      city: fold(zone.split('/').at(-1) ?? zone),
      words: `${zone}/${name}`.split(/[/_]/).map(fold),
    };
  });
  return knownZones;
}

function nameOfToday(zone: string): string {
  return RENAMED[zone] ?? zone;
}

/** The zones of a country that is named in the reader's language or in English, or by its code. */
function zonesOfCountry(wanted: string, locale: string): ReadonlySet<string> {
  const code = countryNames(locale).get(wanted) ?? countryNames('en').get(wanted);
  const found = code ? (new Intl.Locale(`und-${code}`).getTimeZones() ?? []) : [];
  return new Set(found.map(nameOfToday));
}

const namesByLocale = new Map<string, ReadonlyMap<string, string>>();
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** What people call a country and the dictionary of names does not. */
const NICKNAMES: Readonly<Record<string, string>> = { usa: 'US', uk: 'GB', england: 'GB', holland: 'NL' };

/** Folded name → code of each country there is, in one language. */
function countryNames(locale: string): ReadonlyMap<string, string> {
  const known = namesByLocale.get(locale);
  if (known) return known;
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const found = new Map(Object.entries(NICKNAMES));
  for (const first of LETTERS) {
    for (const second of LETTERS) {
      const name = names.of(first + second);
      if (name) found.set(fold(name), first + second).set(fold(first + second), first + second);
    }
  }
  namesByLocale.set(locale, found);
  return found;
}

/** Lower case, without accents, spaces and signs. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Letters to add, drop, change or swap with their neighbour; gives up (one more) beyond `most`. */
function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(change, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? most + 1;
}
