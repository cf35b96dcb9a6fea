// A changed setting in words, those of /setup: which one, and from what to what where that is short.
import { escapeMarkdown } from '@discordjs/builders';
import * as z from 'zod';
import type { Tier } from '../../core/settings.ts';
import type { KeysUnder, Reading, TextKey } from '../../core/texts.ts';
import { asTyped } from '../../core/views.ts';
import { tierNameByKey } from '../tiers/view.ts';

export interface SettingChange {
  /** As `changedFields` names it: `timeZone`, `points.thanks`, `tiers.helper.requirements.points`. */
  field: string;
  from?: unknown;
  to?: unknown;
}

/** Longer values, in characters, are lists that nobody compares by eye: then only the setting is named. */
const LONGEST_VALUE = 120;

/** Where it is read, and by whom. */
interface Read {
  reading: Reading;
  ladder: readonly Tier[];
}

/** What a setting was or is; nothing for what this version does not understand. */
type Words = (value: unknown, read: Read) => string | undefined;

interface Setting {
  section: KeysUnder<'setup.sections'> extends infer K ? (K extends `${infer S}.name` ? S : never) : never;
  /** Which of its section, unless the values say so themselves. */
  what?: TextKey;
  words: Words;
}

const none: Words = (_value, { reading }) => reading.t('setup.nothing');
const number: Words = (value, read) =>
  typeof value === 'number' ? read.reading.number(value) : none(value, read);
const onOff: Words = (value, { reading }) =>
  reading.t(value === true ? 'audit.settings.on' : 'audit.settings.off');
const typed: Words = (value, read) => (typeof value === 'string' ? asTyped(value) : none(value, read));

const choice =
  (texts: Readonly<Record<string, TextKey>>): Words =>
  (value, read) => {
    const key = texts[String(value)];
    return key === undefined ? none(value, read) : read.reading.t(key);
  };

const counted =
  (key: TextKey, ofNone: TextKey = key): Words =>
  (count, { reading }) =>
    typeof count === 'number' ? reading.t(count === 0 ? ofNone : key, { count }) : undefined;

const channel = (id: string) => `<#${id}>`;
const role = (id: string) => `<@&${id}>`;
const emoji = (idOrSign: string) => (/^\d+$/.test(idOrSign) ? `<:emoji:${idOrSign}>` : idOrSign);

/** One thing, alone or within a sentence of its own; `ofNone` where there is none. */
const one =
  (show: (id: string) => string, name: string, key?: TextKey, ofNone: TextKey = 'setup.nothing'): Words =>
  (id, { reading }) => {
    if (typeof id !== 'string') return reading.t(ofNone);
    return key === undefined ? show(id) : reading.t(key, { [name]: show(id) });
  };

const ids = z.array(
  z.union([z.string(), z.object({ channelId: z.string() }).transform((one) => one.channelId)]),
);
const all =
  (show: (id: string) => string): Words =>
  (value, read) => {
    const list = ids.safeParse(value).data;
    return list === undefined || list.length === 0 ? none(value, read) : list.map(show).join(' ');
  };

const tierName = (key: string, { reading, ladder }: Read) =>
  escapeMarkdown(tierNameByKey(ladder, key, reading));

const SETTINGS: Readonly<Record<string, Setting>> = {
  language: {
    section: 'language',
    words: (value, read) =>
      typeof value === 'string'
        ? new Intl.DisplayNames(value, { type: 'language' }).of(value)
        : none(value, read),
  },
  timeZone: { section: 'timeZone', words: typed },
  'channels.mode': {
    section: 'channels',
    words: choice({ everywhere: 'setup.channels.modeEverywhere', only: 'setup.channels.modeOnly' }),
  },
  'channels.only': { section: 'channels', what: 'setup.channels.pickOnly', words: all(channel) },
  'channels.except': { section: 'channels', what: 'setup.channels.pickExcept', words: all(channel) },
  'reactions.thanks': { section: 'reactions', what: 'setup.reactions.thanks', words: all(emoji) },
  'reactions.upvote': { section: 'reactions', what: 'setup.reactions.upvote', words: all(emoji) },
  sign: {
    section: 'sign',
    words: choice({ reaction: 'setup.signs.reaction', reply: 'setup.signs.reply', none: 'setup.signs.none' }),
  },
  announcementChannelId: { section: 'announcements', words: one(channel, 'channel') },
  knowledgeChannelId: {
    section: 'announcements',
    words: one(channel, 'channel', 'setup.announcements.knowledge'),
  },
  'badges.announce': {
    section: 'announcements',
    words: choice({ true: 'setup.announcements.badgesOn', false: 'setup.announcements.badgesOff' }),
  },
  'rising.byRule': {
    section: 'rising',
    words: choice({ true: 'setup.rising.choice.on', false: 'setup.rising.choice.off' }),
  },
  'rising.roles': {
    section: 'rising',
    words: choice({ replace: 'setup.rising.replace', stack: 'setup.rising.stack' }),
  },
  'ambassadors.quorum': { section: 'ambassadors', words: counted('setup.ambassadors.quorum') },
  'ambassadors.minDays': { section: 'ambassadors', words: counted('setup.ambassadors.minDays') },
  'ambassadors.termMonths': { section: 'ambassadors', words: counted('setup.ambassadors.term') },
  'ambassadors.reviewChannelId': {
    section: 'ambassadors',
    words: one(channel, 'channel', 'setup.ambassadors.reviews', 'setup.ambassadors.noReviews'),
  },
  'ambassadors.alumniRoleId': {
    section: 'ambassadors',
    what: 'setup.ambassadors.alumni',
    words: one(role, 'role'),
  },
  'ambassadors.mayMark': { section: 'ambassadors', what: 'setup.ambassadors.handed.mayMark', words: onOff },
  'ambassadors.mayPublish': {
    section: 'ambassadors',
    what: 'setup.ambassadors.handed.mayPublish',
    words: onOff,
  },
  'fairPlay.watch': {
    section: 'fairPlay',
    words: choice({ true: 'setup.fairPlay.on', false: 'setup.fairPlay.off' }),
  },
  awardsPerDay: { section: 'fairPlay', words: counted('setup.fairPlay.perDay') },
  'recap.on': { section: 'recap', words: onOff },
  'recap.hour': { section: 'recap', what: 'setup.recap.pickHour', words: number },
  'recap.pings': {
    section: 'recap',
    words: choice({ true: 'setup.recap.pings.on', false: 'setup.recap.pings.off' }),
  },
  // Comes with turning it on: when that was stands in the same line.
  'recap.since': { section: 'recap', words: () => undefined },
  'questions.channels': { section: 'questions', words: all(channel) },
  'questions.staffRoleIds': { section: 'questions', what: 'audit.settings.staff', words: all(role) },
  'questions.markingTier': {
    section: 'solving',
    words: (key, read) =>
      typeof key === 'string'
        ? read.reading.t('setup.solving.tierMarks', { tier: tierName(key, read) })
        : read.reading.t('setup.solving.askersMark'),
  },
  'questions.solved.archiveHours': {
    section: 'solving',
    words: counted('setup.solving.archive.after', 'setup.solving.archive.never'),
  },
  'questions.routeMinutes': {
    section: 'attention',
    words: counted('setup.attentionTo.routeMinutes', 'setup.attentionTo.routeNever'),
  },
  'questions.boardChannelId': {
    section: 'attention',
    words: one(channel, 'channel', 'setup.attentionTo.board', 'setup.attentionTo.noBoard'),
  },
};

const SWITCHES = ['proposals', 'nudges', 'checkBacks', 'sign', 'title', 'lock', 'staffEarns'] as const;
const POINTS = ['solution', 'thanks', 'upvote', 'assist', 'award', 'article'] as const;
const LIMITS = ['pairMinutes', 'givenPerDay', 'fullPerGiver', 'halfPerGiver', 'windowDays'] as const;
const ASKS = [
  'points',
  'solutions',
  'peopleHelped',
  'tags',
  'activeDays',
  'activeWithinDays',
  'serverDays',
  'cleanDays',
] as const;

/** "Time zone: UTC → Europe/Athens"; nothing for a setting that this version does not know. */
export function settingChange(
  reading: Reading,
  { field, from, to }: SettingChange,
  ladder: readonly Tier[],
): string | undefined {
  const read = { reading, ladder };
  if (/^tiers\.[^.]+\.key$/.test(field)) return rungText(read, from, to);
  const found = settingOf(read, field);
  if (found === undefined) return undefined;
  const [was, is] = [from, to].map((value) => found.words(value ?? null, read));
  const isShort = [was, is].every((words) => words !== undefined && words.length <= LONGEST_VALUE);
  return isShort && was !== is
    ? reading.t('audit.change', { what: found.name, from: was ?? '', to: is ?? '' })
    : found.name;
}

/** A tier that was added to the ladder, or taken off it. */
function rungText(read: Read, from: unknown, to: unknown): string {
  const { t } = read.reading;
  const tier = tierName(String(to ?? from), read);
  const what = t(to === null ? 'audit.settings.tierRemoved' : 'audit.settings.tierAdded', { tier });
  return t('audit.within', { group: t('setup.sections.tiers.name'), what });
}

function settingOf(read: Read, field: string): { name: string; words: Words } | undefined {
  const { t } = read.reading;
  const known = SETTINGS[field];
  const within = (group: string, what: TextKey | undefined, words: Words) => ({
    name: what === undefined ? group : t('audit.within', { group, what: t(what) }),
    words,
  });
  if (known) return within(t(`setup.sections.${known.section}.name`), known.what, known.words);
  const [group, name = '', ...rest] = field.split('.');
  if (group === 'tiers') return ofTier(within, tierName(name, read), rest);
  const last = rest.at(-1) ?? name;
  const point = POINTS.find((one) => one === last);
  if (group === 'points' && point)
    return within(t('setup.sections.points.name'), `setup.points.${point}`, number);
  const limit = LIMITS.find((one) => one === last);
  if (group === 'limits' && limit)
    return within(t('setup.sections.limits.name'), `setup.limits.${limit}`, number);
  const toggle = SWITCHES.find((one) => one === last);
  return group === 'questions' && toggle
    ? within(t('setup.sections.solving.name'), `setup.solving.switches.${toggle}`, onOff)
    : undefined;
}

function ofTier(
  within: (group: string, what: TextKey | undefined, words: Words) => { name: string; words: Words },
  tier: string,
  [part, asked]: readonly string[],
) {
  const asks = ASKS.find((one) => one === asked);
  if (part === 'requirements' && asks) return within(tier, `setup.asks.${asks}`, number);
  switch (part) {
    case 'name':
      return within(tier, 'setup.tiers.name', typed);
    case 'roleId':
      return within(tier, undefined, one(role, 'role'));
    case 'byPeopleOnly':
      return within(tier, undefined, choice({ true: 'setup.asks.toPeople', false: 'setup.asks.toRule' }));
    default:
      return undefined;
  }
}
