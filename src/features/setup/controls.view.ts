// The means to change each section: lists, channel and role pickers, and buttons that open a form.
import { ChannelSelectMenuBuilder, RoleSelectMenuBuilder } from '@discordjs/builders';
import { ChannelType } from 'discord-api-types/v10';
import { customId } from '../../core/custom-id.ts';
import { languages } from '../../core/texts.ts';
import { COMMON_ZONES } from '../../core/time-zones.ts';
import { ambassadorControls } from './ambassadors.view.ts';
import { type ListenMode, listOfMode, SIGNS } from './changes.rules.ts';
import { forumControls } from './help-channels.view.ts';
import { ladderControls, risingControls } from './ladder.view.ts';
import { asEntry, button, type Choice, type Row, row, select } from './panel.view.ts';
import { attentionControls, solvingControls, threadControls } from './questions.view.ts';
import type { Section } from './rules.ts';
import { languageChoice, type Shown, timeIn } from './values.view.ts';

/** Discord's limit for what a picker shows as chosen. */
const MOST_PICKED = 25;
/** Where members write and what Discord lets a picker offer (no media channels): channels, forums, chats of voice channels. */
const LISTENABLE = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
] as const;
const ASKABLE = [ChannelType.GuildForum, ChannelType.GuildText, ChannelType.GuildAnnouncement] as const;
const ANNOUNCEABLE = [ChannelType.GuildText, ChannelType.GuildAnnouncement] as const;
/** In a choice that must have a value: the language that the server chose in Discord. */
export const AS_SERVER = 'server';
/** Awards a day that can be chosen for each moderator; 0 for none. */
export const AWARD_CHOICES: readonly number[] = [0, 1, 3, 5, 10, 20, 50, 100];

/** The rows under a section. */
export function controlsOf(section: Section, shown: Shown): Row[] {
  const { t } = shown.reading;
  switch (section) {
    case 'channels':
      return channelControls(shown);
    case 'points':
      return [
        row(
          button(t('setup.points.editHelp'), 'form', 'help'),
          button(t('setup.points.editMerit'), 'form', 'merit'),
        ),
      ];
    case 'reactions':
    case 'limits':
      return [row(button(t(`setup.${section}.edit`), 'form', section))];
    case 'sign':
      return [
        row(
          select(
            'sign',
            t('setup.sections.sign.hint'),
            SIGNS.map((sign) => ({ value: sign, label: t(`setup.signs.${sign}`) })),
            shown.settings.sign,
          ),
        ),
      ];
    case 'questions':
      return questionControls(shown);
    case 'solving':
      return solvingControls(shown);
    case 'attention':
      return attentionControls(shown);
    case 'announcements':
      return [row(announcementPicker(shown)), row(badgeNews(shown)), row(knowledgePicker(shown))];
    case 'recap':
      return recapControls(shown);
    case 'tiers':
      return ladderControls(shown);
    case 'rising':
      return risingControls(shown);
    case 'ambassadors':
      return ambassadorControls(shown);
    case 'fairPlay':
      return fairPlayControls(shown);
    case 'timeZone':
      return [
        row(zoneSelect(shown, t('setup.timeZone.pick'), commonZones(shown.settings.timeZone))),
        row(button(t('setup.timeZone.other'), 'form', 'timeZone')),
      ];
    case 'language':
      return [row(languageSelect(shown))];
  }
}

function channelControls({ settings, server, reading: { t } }: Shown): Row[] {
  const { mode } = settings.channels;
  const ids = settings.channels[listOfMode(mode)];
  const modes: readonly (Choice & { value: ListenMode })[] = [
    { value: 'everywhere', label: t('setup.channels.modeEverywhere') },
    { value: 'only', label: t('setup.channels.modeOnly') },
  ];
  const there = ids.filter((id) => server.channels.has(id));
  const picker = new ChannelSelectMenuBuilder()
    // The mode belongs to the id: a message that somebody else's change left behind must not fill the other list.
    .setCustomId(customId('setup', 'channels', mode))
    .setPlaceholder(t(mode === 'only' ? 'setup.channels.pickOnly' : 'setup.channels.pickExcept'))
    .setChannelTypes(...LISTENABLE)
    .setMinValues(0)
    .setMaxValues(MOST_PICKED)
    .setDefaultChannels(there.slice(0, MOST_PICKED));
  const rows = [row(select('mode', t('setup.sections.channels.hint'), modes, mode)), row(picker)];
  if (there.length < ids.length) rows.push(row(button(t('setup.channels.forget'), 'forget')));
  return rows;
}

function questionControls(shown: Shown): Row[] {
  const { settings, server, reading } = shown;
  const { questions } = settings;
  const { t } = reading;
  const there = questions.channels.map(({ channelId }) => channelId).filter((id) => server.channels.has(id));
  const channels = new ChannelSelectMenuBuilder()
    .setCustomId(customId('setup', 'helpChannels'))
    .setPlaceholder(t('setup.questions.pick'))
    .setChannelTypes(...ASKABLE)
    .setMinValues(0)
    .setMaxValues(MOST_PICKED)
    .setDefaultChannels(there.slice(0, MOST_PICKED));
  const staff = new RoleSelectMenuBuilder()
    .setCustomId(customId('setup', 'staff'))
    .setPlaceholder(t('setup.questions.pickStaff'))
    .setMinValues(0)
    .setMaxValues(MOST_PICKED)
    .setDefaultRoles(questions.staffRoleIds.filter((id) => server.roles.has(id)).slice(0, MOST_PICKED));
  const rows = [row(channels), ...threadControls(shown), ...forumControls(shown), row(staff)];
  if (there.length < questions.channels.length)
    rows.push(row(button(t('setup.channels.forget'), 'forget', 'questions')));
  return rows;
}

const announcementPicker = ({ settings, server, reading: { t } }: Shown) =>
  postPicker('announce', t('setup.announcements.pick'), settings.announcementChannelId, server);

const knowledgePicker = ({ settings, server, reading: { t } }: Shown) =>
  postPicker('knowledge', t('setup.announcements.pickKnowledge'), settings.knowledgeChannelId, server);

/** A channel that Laurel posts in, or none. */
function postPicker(
  action: string,
  placeholder: string,
  id: string | undefined,
  { channels }: Shown['server'],
): ChannelSelectMenuBuilder {
  return new ChannelSelectMenuBuilder()
    .setCustomId(customId('setup', action))
    .setPlaceholder(placeholder)
    .setChannelTypes(...ANNOUNCEABLE)
    .setMinValues(0)
    .setMaxValues(1)
    .setDefaultChannels(id !== undefined && channels.has(id) ? [id] : []);
}

/** A list of time zones, each with the time it is there now. */
export function zoneSelect(shown: Shown, placeholder: string, zones: readonly string[]) {
  const { at, reading, settings } = shown;
  const choices = zones.map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
    description: timeIn(zone, at, reading.locale),
  }));
  return select('timeZone', placeholder, choices, settings.timeZone);
}

function commonZones(current: string): readonly string[] {
  return COMMON_ZONES.includes(current) ? COMMON_ZONES : [current, ...COMMON_ZONES];
}

function recapControls({ settings: { recap }, reading: { t, date, locale } }: Shown): Row[] {
  const when = (['on', 'off'] as const).map((value) => ({ value, label: t(`setup.recap.${value}`) }));
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    label: t('setup.recap.at', {
      time: date(Date.UTC(2026, 0, 1, hour), { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }),
    }),
  }));
  const pings = (['off', 'on'] as const).map((value) => ({
    value,
    label: asEntry(t(`setup.recap.pings.${value}`), locale),
  }));
  const rows = [row(select('recap', t('setup.recap.pick'), when, recap.on ? 'on' : 'off'))];
  if (!recap.on) return rows;
  return [
    ...rows,
    row(select('recapHour', t('setup.recap.pickHour'), hours, String(recap.hour))),
    row(select('recapPings', t('setup.recap.pickPings'), pings, recap.pings ? 'on' : 'off')),
  ];
}

function badgeNews({ settings, reading: { t, locale } }: Shown) {
  const choices = [
    { value: 'on', label: asEntry(t('setup.announcements.badgesOn'), locale) },
    { value: 'off', label: asEntry(t('setup.announcements.badgesOff'), locale) },
  ];
  return select(
    'badges',
    t('setup.announcements.pickBadges'),
    choices,
    settings.badges.announce ? 'on' : 'off',
  );
}

function fairPlayControls({ settings, reading: { t, locale } }: Shown): Row[] {
  const watching = (['on', 'off'] as const).map((value) => ({ value, label: t(`setup.fairPlay.${value}`) }));
  const awards = AWARD_CHOICES.map((count) => ({
    value: String(count),
    label: asEntry(t('setup.fairPlay.perDay', { count }), locale),
  }));
  return [
    row(select('watch', t('setup.fairPlay.pickWatch'), watching, settings.fairPlay.watch ? 'on' : 'off')),
    row(select('awards', t('setup.fairPlay.pickAwards'), awards, String(settings.awardsPerDay))),
  ];
}

function languageSelect(shown: Shown) {
  const choices = [undefined, ...languages].map((language) => ({
    value: language ?? AS_SERVER,
    label: languageChoice(language, shown),
  }));
  return select(
    'language',
    shown.reading.t('setup.language.pick'),
    choices,
    shown.settings.language ?? AS_SERVER,
  );
}
