// What an administrator may make of the settings: each change touches its own field and leaves all others as they are.
import { createHash } from 'node:crypto';
import { isRefusal, type Refusal, refuse } from '../../core/context.ts';
import { emojiMeaning, type Settings, type Tier } from '../../core/settings.ts';
import type { NumberGroup } from './numbers.rules.ts';

/** From the settings as they are now to those wished for, or why not. */
export type Change = (settings: Settings) => Settings | Refusal;

export type ListenMode = Settings['channels']['mode'];
export type Meaning = keyof Settings['reactions'];
export const MEANINGS = ['thanks', 'upvote'] as const satisfies readonly Meaning[];
export const SIGNS = ['reaction', 'reply', 'none'] as const satisfies readonly Settings['sign'][];

export const listenWhere =
  (mode: ListenMode): Change =>
  (settings) => ({ ...settings, channels: { ...settings.channels, mode } });

/** The channels that the mode names: those left out, or the only ones. */
export const chooseChannels =
  (mode: ListenMode, ids: readonly string[]): Change =>
  (settings) => ({
    ...settings,
    channels: { ...settings.channels, [listOfMode(mode)]: [...ids] },
  });

/** Drops channels that are no longer there, wherever they are named in a list. */
export const forgetChannels =
  (exists: (channelId: string) => boolean): Change =>
  (settings) => {
    const { mode, only, except } = settings.channels;
    const asked = settings.questions.channels.filter(({ channelId }) => exists(channelId));
    return {
      ...settings,
      channels: { mode, only: only.filter(exists), except: except.filter(exists) },
      questions: { ...settings.questions, channels: asked },
    };
  };

export function listOfMode(mode: ListenMode): 'only' | 'except' {
  return mode === 'only' ? 'only' : 'except';
}

/** One emoji cannot mean two things. */
export const chooseReactions =
  (chosen: Partial<Record<Meaning, readonly string[]>>): Change =>
  (settings) => {
    const thanks = chosen.thanks ?? settings.reactions.thanks;
    const upvote = chosen.upvote ?? settings.reactions.upvote;
    const taken = new Set(thanks.map(emojiMeaning));
    if (upvote.some((emoji) => taken.has(emojiMeaning(emoji)))) return refuse('emojiTwice');
    return { ...settings, reactions: { thanks: [...thanks], upvote: [...upvote] } };
  };

export const chooseNumbers =
  (group: NumberGroup, numbers: Readonly<Record<string, number>>): Change =>
  (settings) => ({ ...settings, [group]: { ...settings[group], ...numbers } });

/** Two tiers with one role could not be told apart. `nameOf` is how the reader calls a tier. */
export const chooseTierRole =
  (key: string, roleId: string | undefined, nameOf: (tier: Tier) => string): Change =>
  (settings) => {
    const other = settings.tiers.find((tier) => tier.roleId === roleId && tier.key !== key);
    if (roleId !== undefined && other)
      return refuse('roleOfOtherTier', { role: `<@&${roleId}>`, tier: nameOf(other) });
    return withTier(settings, key, ({ roleId: _, ...tier }) =>
      roleId === undefined ? tier : { ...tier, roleId },
    );
  };

/** No name means the usual one. Names show in sentences and are typed in commands, so they are plain and differ. */
export const renameTier =
  (key: string, typed: string, nameOf: (tier: Tier) => string): Change =>
  (settings) => {
    const name = typed.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
    if ([...name].length > LONGEST_TIER_NAME) return refuse('tierNameTooLong', { most: LONGEST_TIER_NAME });
    if (name !== '' && !isPlainName(name)) return refuse('tierNameUnreadable');
    const renamed = withTier(settings, key, ({ name: _, ...tier }) =>
      name === '' ? tier : { ...tier, name },
    );
    if (isRefusal(renamed)) return renamed;
    const names = renamed.tiers.map((tier) => nameOf(tier).toLowerCase());
    return new Set(names).size < names.length ? refuse('tierNameTaken') : renamed;
  };

/** Something to read in it, and nothing that Discord would take for formatting or a mention. */
function isPlainName(name: string): boolean {
  return /[\p{L}\p{N}]/u.test(name) && !/[<>@`*_~|\\\p{Cc}]/u.test(name);
}

/** In characters; longer names break the lines of a leaderboard on a phone. */
export const LONGEST_TIER_NAME = 32;

export const announceIn =
  (channelId: string | undefined): Change =>
  ({ announcementChannelId: _, ...settings }) =>
    channelId === undefined ? settings : { ...settings, announcementChannelId: channelId };

export const publishIn =
  (channelId: string | undefined): Change =>
  ({ knowledgeChannelId: _, ...settings }) =>
    channelId === undefined ? settings : { ...settings, knowledgeChannelId: channelId };

export const acknowledgeBy =
  (sign: Settings['sign']): Change =>
  (settings) => ({ ...settings, sign });

/** Whether new badges are told of in the announcement channel. */
export const tellOfBadges =
  (announce: boolean): Change =>
  (settings) => ({ ...settings, badges: { ...settings.badges, announce } });

/** Whether recognitions are looked through for fair play each night. */
export const watch =
  (on: boolean): Change =>
  (settings) => ({ ...settings, fairPlay: { ...settings.fairPlay, watch: on } });

/** The monthly recap: turned on or off, its hour, whether it pings. `at` is the moment, ms: earlier months are not told. */
export const recapMonths =
  (changes: Partial<Omit<Settings['recap'], 'since'>>, at: number): Change =>
  (settings) => {
    const { recap } = settings;
    const isTurnedOn = changes.on === true && !recap.on;
    return { ...settings, recap: { ...recap, ...changes, ...(isTurnedOn ? { since: at } : {}) } };
  };

/** How many awards a moderator can give on a day. */
export const allowAwards =
  (awardsPerDay: number): Change =>
  (settings) => ({ ...settings, awardsPerDay });

export const liveIn =
  (timeZone: string): Change =>
  (settings) => ({ ...settings, timeZone });

/** One change after another; all of them, or none. */
export const inOneGo =
  (changes: readonly Change[]): Change =>
  (settings) => {
    let so: Settings | Refusal = settings;
    for (const change of changes) {
      so = change(so);
      if (isRefusal(so)) return so;
    }
    return so;
  };

/** None means the server's own language. */
export const speak =
  (language: string | undefined): Change =>
  ({ language: _, ...settings }) =>
    language === undefined ? settings : { ...settings, language };

function withTier(settings: Settings, key: string, change: (tier: Tier) => Tier): Settings | Refusal {
  if (!settings.tiers.some((tier) => tier.key === key)) return refuse('tierGone');
  return { ...settings, tiers: settings.tiers.map((tier) => (tier.key === key ? change(tier) : tier)) };
}

export interface FieldChange {
  /** For example `timeZone`, `points.thanks` or `tiers.helper.roleId`. */
  field: string;
  from: unknown;
  to: unknown;
}

/** The fields in which two settings differ; absent ones read as null. */
export function changedFields(before: Settings, after: Settings): FieldChange[] {
  const was = fieldsOf(before);
  const is = fieldsOf(after);
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((field) => ({ field, from: was.get(field) ?? null, to: is.get(field) ?? null }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
}

function fieldsOf(settings: Settings): ReadonlyMap<string, unknown> {
  const { tiers, ...others } = settings;
  const groups = { ...others, ...Object.fromEntries(tiers.map((tier) => [`tiers.${tier.key}`, tier])) };
  return new Map(Object.entries(groups).flatMap(([name, value]) => fieldsWithin(name, value)));
}

/** The fields of a group, by their full names; a list is one field. */
function fieldsWithin(name: string, value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[name, value]];
  return Object.entries(value).flatMap(([key, one]) => fieldsWithin(`${name}.${key}`, one));
}

/** Six letters that stand for what a form field was filled with, so that a field left alone is left alone. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text.trim()).digest('base64url').slice(0, 6);
}
