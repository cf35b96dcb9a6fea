// How a profile looks: tier and standing, the lists that explain it, and the card that its owner may share.
import {
  ActionRowBuilder,
  ButtonBuilder,
  ContainerBuilder,
  escapeMarkdown,
  SeparatorBuilder,
  TextDisplayBuilder,
  userMention,
} from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import type { Tier } from '../../core/settings.ts';
import type { Reading } from '../../core/texts.ts';
import { tierNameByKey } from '../tiers/view.ts';
import { ago, type Place, receivedLines, takenBackLines, uncountedLines } from './lines.view.ts';
import { shortReason, type Tab, type TierNews } from './rules.ts';
import type { PeriodStanding, Profile, PublicProfile } from './service.ts';

export interface Shown extends Place {
  ladder: readonly Tier[];
  /** Whether it has just been shared. */
  isShared: boolean;
}

/** The private answer: one's own profile with everything about oneself, or what everybody may see of another's. */
export function profileView(reading: Reading, profile: Profile, shown: Shown): View {
  const { t } = reading;
  const { own, memberId, open } = profile;
  const title = own ? t('profile.yours') : userMention(memberId);
  const container = new ContainerBuilder().addTextDisplayComponents(text(`## ${title}`));
  if (open.tab === 'overview') {
    container.addTextDisplayComponents(
      text(...tierLines(reading, profile, shown.ladder, own?.tierNews)),
      text(
        ...standingLines(reading, profile),
        ...(own?.isOffBoards ? [`-# ${t('leaderboard.hidden')}`] : []),
      ),
    );
    container.addSeparatorComponents(new SeparatorBuilder());
  }
  container.addTextDisplayComponents(text(...listLines(reading, profile, shown)));
  for (const row of [pageButtons(reading, profile), tabButtons(reading, profile, shown)])
    if (row) container.addActionRowComponents(row);
  return { components: [container.toJSON()] };
}

/** What the member lets everybody see in a channel: no lists, no controls. */
export function sharedProfileView(reading: Reading, profile: PublicProfile, ladder: readonly Tier[]): View {
  const container = new ContainerBuilder().addTextDisplayComponents(
    text(`## ${userMention(profile.memberId)}`),
    text(...tierLines(reading, profile, ladder, undefined)),
    text(...standingLines(reading, profile)),
  );
  return { components: [container.toJSON()] };
}

/** Whether there is anything to share. */
function hasStanding({ periods }: PublicProfile): boolean {
  return periods.some(({ standing }) => !isEmpty(standing));
}

function isEmpty({
  points,
  thanksReceived,
  thanksGiven,
  solutions,
  peopleHelped,
}: PeriodStanding['standing']): boolean {
  return points + thanksReceived + thanksGiven + solutions + peopleHelped === 0;
}

function text(...lines: readonly string[]): TextDisplayBuilder {
  return new TextDisplayBuilder().setContent(lines.join('\n'));
}

function tierLines(
  reading: Reading,
  { tier }: PublicProfile,
  ladder: readonly Tier[],
  news: TierNews | undefined,
): string[] {
  const { t } = reading;
  const name = (key: string) => escapeMarkdown(tierNameByKey(ladder, key, reading));
  const held = tier
    ? t('profile.tier', { tier: name(tier.tier), when: ago(tier.since) })
    : t('profile.noTier');
  return news ? [held, `-# ${newsLine(reading, news, name)}`] : [held];
}

function newsLine({ t }: Reading, news: TierNews, name: (key: string) => string): string {
  if (news.kind === 'ended')
    return t(`profile.news.${news.why}`, { tier: name(news.tier ?? ''), when: ago(news.at) });
  const said = {
    moderator: userMention(news.moderatorId),
    reason: escapeMarkdown(shortReason(news.reason), { maskedLink: true }),
  };
  switch (news.kind) {
    case 'decided':
      return t('profile.news.decided', said);
    case 'waiting':
      return news.tier === null
        ? t('profile.news.waitingOff', said)
        : t('profile.news.waiting', { ...said, tier: name(news.tier) });
    case 'takenOff':
      return t('profile.news.takenOff', { ...said, tier: name(news.from ?? ''), when: ago(news.at) });
  }
}

function standingLines(reading: Reading, { periods }: PublicProfile): string[] {
  return periods.flatMap((period) => periodLines(reading, period));
}

/** A period in one line, and below it in small print how many people and days, and for all time the rest as well. */
function periodLines(reading: Reading, { kind, standing, place }: PeriodStanding): string[] {
  const { t } = reading;
  const period = t(`leaderboard.periods.${kind}`);
  if (isEmpty(standing)) return [t('profile.periodEmpty', { period })];
  const said = { period, points: t('points', { count: standing.points }) };
  const line = place
    ? t('profile.periodPlaced', { ...said, place: reading.number(place.rank) })
    : t('profile.period', said);
  const count = (what: 'peopleHelped' | 'activeDays' | 'solutions' | 'thanksReceived' | 'thanksGiven') =>
    standing[what] > 0 ? [t(`profile.${what}`, { count: standing[what] })] : [];
  const small = [[...count('peopleHelped'), ...count('activeDays')]];
  if (kind === 'all')
    small.push([...count('solutions'), ...count('thanksReceived'), ...count('thanksGiven')]);
  return [line, ...small.filter((parts) => parts.length > 0).map((parts) => `-# ${parts.join(' · ')}`)];
}

function listLines(reading: Reading, { open, own, memberId }: Profile, shown: Shown): string[] {
  const { t } = reading;
  const received = own ? 'ownReceived' : 'received';
  const list = open.tab === 'overview' || open.tab === 'received' ? received : open.tab;
  const heading = `**${t(`profile.headings.${list}`)}**`;
  const lines = linesOf(reading, open, shown);
  if (lines.length === 0) return [heading, t(`profile.empty.${list}`, { member: userMention(memberId) })];
  if (open.tab === 'overview' || open.pages === 1) return [heading, ...lines];
  return [heading, ...lines, `-# ${t('leaderboard.page', { page: open.page, pages: open.pages })}`];
}

function linesOf(reading: Reading, open: Profile['open'], shown: Shown): string[] {
  switch (open.tab) {
    case 'overview':
      return open.latest.map((row) => receivedLines(reading, row, shown));
    case 'received':
      return open.rows.map((row) => receivedLines(reading, row, shown));
    case 'takenBack':
      return open.rows.map((row) => takenBackLines(reading, row, shown));
    case 'uncounted':
      return open.rows.map((row) => uncountedLines(reading, row, shown));
  }
}

function pageButtons(
  { t }: Reading,
  { open, memberId }: Profile,
): ActionRowBuilder<ButtonBuilder> | undefined {
  if (open.tab === 'overview' || open.pages === 1) return undefined;
  const { tab, page, pages } = open;
  const turn = (label: string, to: number) =>
    new ButtonBuilder()
      .setCustomId(customId('profile', 'page', memberId, tab, to))
      .setLabel(label)
      .setStyle(ButtonStyle.Secondary);
  return new ActionRowBuilder<ButtonBuilder>().addComponents(
    turn(t('profile.newer'), page - 1).setDisabled(page === 1),
    turn(t('profile.older'), page + 1).setDisabled(page === pages),
  );
}

/** The other parts of the profile, where there is something in them, and Share for one's own. */
function tabButtons(
  { t }: Reading,
  profile: Profile,
  { isShared }: Shown,
): ActionRowBuilder<ButtonBuilder> | undefined {
  const { own, memberId, open, received } = profile;
  const there: readonly [Tab, boolean][] = [
    ['overview', open.tab !== 'overview'],
    ['received', received > 0],
    ['takenBack', (own?.takenBack ?? 0) > 0],
    ['uncounted', (own?.uncounted ?? 0) > 0],
  ];
  const buttons = there
    .filter(([tab, isThere]) => isThere && tab !== open.tab)
    .map(([tab]) =>
      new ButtonBuilder()
        .setCustomId(customId('profile', 'tab', memberId, tab, 1))
        .setLabel(t(`profile.tabs.${tab === 'received' && own ? 'ownReceived' : tab}`))
        .setStyle(ButtonStyle.Secondary),
    );
  if (own && open.tab === 'overview' && hasStanding(profile))
    buttons.push(
      new ButtonBuilder()
        .setCustomId(customId('profile', 'share', memberId))
        .setLabel(t(isShared ? 'profile.shared' : 'profile.share'))
        .setStyle(ButtonStyle.Primary)
        .setDisabled(isShared),
    );
  return buttons.length > 0 ? new ActionRowBuilder<ButtonBuilder>().addComponents(buttons) : undefined;
}
