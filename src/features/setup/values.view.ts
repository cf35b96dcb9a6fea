// The settings in words: what is set in each section, and what of it does not work, with the fix.
import { escapeMarkdown } from '@discordjs/builders';
import type { Refusal } from '../../core/context.ts';
import type { Settings } from '../../core/settings.ts';
import { languages, type Reading } from '../../core/texts.ts';
import type { RoleObstacle } from '../tiers/roles.rules.ts';
import { refusalFor, tierName, tierNameByKey } from '../tiers/view.ts';
import { ambassadorsText } from './ambassadors.view.ts';
import { listOfMode, type Meaning } from './changes.rules.ts';
import { emojiText } from './emoji.rules.ts';
import { risingText } from './ladder.view.ts';
import { POINTS_FIELDS } from './numbers.rules.ts';
import { asEntry } from './panel.view.ts';
import { attentionText, solvingText } from './questions.view.ts';
import type { Problem, Section, ServerFacts } from './rules.ts';

/** What every view of the settings is made from. */
export interface Shown {
  readonly reading: Reading;
  readonly settings: Settings;
  readonly server: ServerFacts;
  /** When it is looked at, in ms. */
  readonly at: number;
  /** A command's name → a mention of it. */
  mention(command: string): string;
}

/** More channels or roles than this in one sentence are counted rather than named. */
const MOST_NAMED = 8;

/** What is set in a section, in one line that begins like a sentence. */
export function settingText(section: Section, shown: Shown): string {
  return asEntry(valueText(section, shown), shown.reading.locale);
}

function valueText(section: Section, shown: Shown): string {
  const { reading, settings } = shown;
  const { t } = reading;
  switch (section) {
    case 'channels':
      return channelsText(shown);
    case 'reactions':
      return t('setup.reactions.value', {
        thanks: emojiList('thanks', shown),
        upvote: emojiList('upvote', shown),
      });
    case 'sign':
      return t(`setup.signs.${settings.sign}`);
    case 'questions':
      return questionsText(shown);
    case 'solving':
      return solvingText(shown);
    case 'attention':
      return attentionText(shown);
    case 'announcements': {
      const { announcementChannelId: id, knowledgeChannelId } = settings;
      return [
        id === undefined ? t('setup.announcements.nowhere') : `<#${id}>`,
        id !== undefined && settings.badges.announce && t('setup.announcements.alsoBadges'),
        knowledgeChannelId !== undefined &&
          t('setup.announcements.knowledge', { channel: `<#${knowledgeChannelId}>` }),
      ]
        .filter(Boolean)
        .join(' · ');
    }
    case 'tiers':
      return settings.tiers
        .map((tier) => {
          const name = tierName(tier, reading);
          return tier.roleId === undefined
            ? t('setup.tiers.withoutRole', { tier: name })
            : t('setup.tiers.withRole', { tier: name, role: `<@&${tier.roleId}>` });
        })
        .join(' → ');
    case 'rising':
      return risingText(shown);
    case 'ambassadors':
      return ambassadorsText(shown);
    case 'points':
      return POINTS_FIELDS.map((field) =>
        t('setup.points.value', { kind: t(`setup.points.${field}`), value: settings.points[field] }),
      ).join(' · ');
    case 'limits':
      return limitsText(shown);
    case 'recap': {
      const { on, hour, pings } = settings.recap;
      if (!on) return t('setup.recap.off');
      const time = reading.date(Date.UTC(2026, 0, 1, hour), {
        hour: 'numeric',
        minute: '2-digit',
        timeZone: 'UTC',
      });
      const where = settings.announcementChannelId === undefined ? t('setup.recap.nowhere') : '';
      return [
        t('setup.recap.onAt', { time }),
        t(`setup.recap.pings.${pings ? 'on' : 'off'}`),
        ...(where ? [where] : []),
      ].join(' · ');
    }
    case 'fairPlay':
      return [
        t(settings.fairPlay.watch ? 'setup.fairPlay.on' : 'setup.fairPlay.off'),
        t('setup.fairPlay.perDay', { count: settings.awardsPerDay }),
      ].join(' · ');
    case 'timeZone':
      return t('setup.timeZone.value', {
        zone: settings.timeZone,
        time: timeIn(settings.timeZone, shown.at, reading.locale),
      });
    case 'language':
      return languageChoice(settings.language, shown);
  }
}

function channelsText({ settings, reading }: Shown): string {
  const { mode } = settings.channels;
  const ids = settings.channels[listOfMode(mode)];
  if (ids.length > 0) {
    const channels = channelList(ids, reading);
    return mode === 'only'
      ? reading.t('setup.channels.only', { channels })
      : reading.t('setup.channels.everywhereExcept', { channels });
  }
  return reading.t(mode === 'only' ? 'setup.channels.nowhere' : 'setup.channels.everywhere');
}

function questionsText({ settings: { questions }, server, reading }: Shown): string {
  const { t } = reading;
  const channels = questions.channels.map(({ channelId, solvedTagId }) => {
    const tag = server.channels.get(channelId)?.tags.find(({ id }) => id === solvedTagId);
    const channel = `<#${channelId}>`;
    return tag ? t('setup.questions.tagged', { channel, tag: escapeMarkdown(tag.name) }) : channel;
  });
  const staff = questions.staffRoleIds.filter((id) => server.roles.has(id)).map((id) => `<@&${id}>`);
  return [
    channels.length > 0
      ? t('setup.questions.channels', { channels: listOfMany(channels, reading) })
      : t('setup.questions.nowhere'),
    ...(staff.length > 0 ? [t('setup.questions.staff', { roles: listOfMany(staff, reading) })] : []),
  ].join(' · ');
}

/** "#a, #b and 3 more". */
export function channelList(ids: readonly string[], reading: Reading): string {
  return listOfMany(
    ids.map((id) => `<#${id}>`),
    reading,
  );
}

function listOfMany(things: readonly string[], reading: Reading): string {
  const named = things.slice(0, MOST_NAMED);
  const more = things.length - named.length;
  return reading.list(more > 0 ? [...named, reading.t('setup.more', { count: more })] : named);
}

function emojiList(meaning: Meaning, { settings, server, reading }: Shown): string {
  const list = settings.reactions[meaning].map((emoji) => emojiText(emoji, server.emoji));
  return list.length > 0 ? list.join(' ') : reading.t('setup.nothing');
}

function limitsText({ settings: { limits }, reading: { t } }: Shown): string {
  return [
    t('setup.limits.pair', { count: limits.pairMinutes }),
    t('setup.limits.perDay', { count: limits.givenPerDay }),
    t('setup.limits.perGiver', {
      days: t('setup.limits.days', { count: limits.windowDays }),
      full: limits.fullPerGiver,
      half: limits.halfPerGiver,
    }),
  ].join(' · ');
}

/** "14:05", as the reader writes it. */
export function timeIn(timeZone: string, at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone, hour: 'numeric', minute: '2-digit' }).format(at);
}

/** A language by its own name; none stands for the server's. */
export function languageChoice(language: string | undefined, { reading, server }: Shown): string {
  return language === undefined
    ? reading.t('setup.language.asServer', { language: languageName(spokenIn(server.locale)) })
    : languageName(language);
}

/** The language that a server with this locale is spoken to in. */
function spokenIn(locale: string): string {
  const language = new Intl.Locale(locale).language;
  return languages.includes(language) ? language : 'en';
}

/** "Deutsch" for "de": everybody knows their own language by its own name. */
function languageName(language: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
}

/** What does not work and how to mend it, as lines that start with a warning sign. */
export function problemText(problem: Problem, shown: Shown): string {
  return `⚠️ ${problemInWords(problem, shown)}`;
}

/** The same without the sign. */
export function problemInWords(problem: Problem, shown: Shown): string {
  const { reading } = shown;
  const { t, list } = reading;
  switch (problem.what) {
    case 'nowhere':
    case 'channelGone':
    case 'knowledgeGone':
      return t(`setup.problems.${problem.what}`);
    case 'channelsGone':
    case 'emojiGone':
      return t(`setup.problems.${problem.what}`, { count: problem.count });
    case 'channelsClosed':
      return t('setup.problems.channelsClosed', {
        channels: channelList(problem.channelIds, reading),
        rights: list(problem.lacks.map((right) => t(`setup.rights.${right}`))),
      });
    case 'tagsGone':
      return t('setup.problems.tagsGone', { channel: `<#${problem.channelId}>` });
    case 'nothingByRule':
    case 'nowhereToWarn':
      return t(`setup.problems.${problem.what}`);
    case 'flaw': {
      const tier = tierNameByKey(shown.settings.tiers, problem.tierKey, reading);
      const { what, ...values } = problem.flaw;
      return `**${tier}:** ${t(`setup.flaws.${what}`, { ...values })}`;
    }
    case 'channelOpen':
      return t('setup.problems.channelOpen', { channel: `<#${problem.channelId}>` });
    case 'alumniRole': {
      const { refused, values } = roleRefusal(problem.obstacle, shown);
      return `**${t('setup.ambassadors.alumni')}:** ${t(`refusal.${refused}`, values)}`;
    }
    case 'role': {
      const { refused, values } = roleRefusal(problem.obstacle, shown);
      const tier = tierNameByKey(shown.settings.tiers, problem.tierKey, reading);
      return `**${tier}:** ${t(`refusal.${refused}`, values)}`;
    }
  }
}

/** Room for what does not work on a page of its own, in characters. */
const ROOM_ON_A_PAGE = 2500;

/** A line with what does not work beneath it, as far as there is room. */
export function withProblems(
  line: string,
  problems: readonly Problem[],
  shown: Shown,
  room = ROOM_ON_A_PAGE,
): string {
  const texts = problems.map((problem) => problemText(problem, shown));
  return asFarAsTheyFit(line, texts, shown.reading, room);
}

/** A line with others beneath it, those that fit into `room` characters; the rest is counted. */
export function asFarAsTheyFit(line: string, texts: readonly string[], { t }: Reading, room: number): string {
  const lines = [line];
  let left = room;
  for (const [index, text] of texts.entries()) {
    left -= text.length;
    if (left < 0) {
      lines.push(t('setup.moreProblems', { count: texts.length - index }));
      break;
    }
    lines.push(text);
  }
  return lines.join('\n');
}

/** Why a tier cannot have a role. Where others are sent to /setup, here it is this very section. */
export function roleRefusal(obstacle: RoleObstacle, { reading, settings, mention }: Shown): Refusal {
  return refusalFor(obstacle, {
    reading,
    ladder: settings.tiers,
    mention: (command) => (command === 'setup' ? reading.t('setup.here') : mention(command)),
  });
}
