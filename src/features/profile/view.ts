// How a profile looks: tier and standing, the lists that explain it, and the card that its owner may share.
import {
  ActionRowBuilder,
  ButtonBuilder,
  ContainerBuilder,
  escapeMarkdown,
  SeparatorBuilder,
  TextDisplayBuilder,
} from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import type { PeriodKind } from '../../core/periods.ts';
import type { Tier } from '../../core/settings.ts';
import { NO_TOTALS, type Totals } from '../../core/standings.ts';
import type { Reading } from '../../core/texts.ts';
import { mentionOf } from '../../core/views.ts';
import { heldBadgeName } from '../badges/view.ts';
import { tierNameByKey } from '../tiers/view.ts';
import { ago, type Place, receivedLines, takenBackLines, uncountedLines } from './lines.view.ts';
import { answerButton, reviewLines } from './reviews.view.ts';
import { LATEST, type Stretch, shortReason, stretchesOf, type Tab, type TierNews } from './rules.ts';
import type { PeriodStanding, Profile, PublicProfile } from './service.ts';

/** A card in a channel is short: how it goes, and what it came to. */
const SHARED_PERIODS: readonly PeriodKind[] = ['month', 'all'];

/** Badges named in a profile; /badges show has them all. */
const BADGES_SHOWN = 5;

export interface Shown extends Place {
  ladder: readonly Tier[];
  /** Whether it has just been shared. */
  isShared: boolean;
}

/** The private answer: one's own profile with everything about oneself, or what everybody may see of another's. */
export function profileView(reading: Reading, profile: Profile, shown: Shown): View {
  const { t } = reading;
  const { own, memberId, open } = profile;
  const title = `## ${own ? t('profile.yours') : mentionOf(t, memberId)}`;
  const container = new ContainerBuilder();
  if (open.tab === 'overview') {
    const tier = tierLines(reading, profile, shown.ladder);
    if (own && !profile.tier) tier.push(t('profile.noTier'));
    if (own?.tierNews) tier.push(`-# ${newsLine(reading, own.tierNews, shown.ladder)}`);
    container.addTextDisplayComponents(text(title, ...tier, ...badgeLines(reading, profile)));
    const standing = standingLines(reading, profile);
    if (own?.isOffBoards) standing.push(`-# ${t('leaderboard.hidden')}`);
    if (standing.length > 0) container.addTextDisplayComponents(text(...standing));
    const reviews = own ? reviewLines(reading, own.reviews) : [];
    if (reviews.length > 0) container.addTextDisplayComponents(text(...reviews));
    const answer = own && answerButton(reading, own.reviews);
    if (answer) container.addActionRowComponents(answer);
    container.addSeparatorComponents(new SeparatorBuilder());
  } else {
    container.addTextDisplayComponents(text(title));
  }
  container.addTextDisplayComponents(text(...listLines(reading, profile, shown)));
  for (const row of [pageButtons(reading, profile), tabButtons(reading, profile, shown)])
    if (row) container.addActionRowComponents(row);
  return { components: [container.toJSON()] };
}

/** What the member lets everybody see in a channel: tier, this month and all time; no lists, no controls. */
export function sharedProfileView(reading: Reading, profile: PublicProfile, ladder: readonly Tier[]): View {
  const container = new ContainerBuilder().addTextDisplayComponents(
    text(
      `## ${mentionOf(reading.t, profile.memberId)}`,
      ...tierLines(reading, profile, ladder),
      ...badgeLines(reading, profile),
    ),
  );
  const periods = profile.periods.filter(({ kind }) => SHARED_PERIODS.includes(kind));
  const standing = standingLines(reading, { ...profile, periods });
  if (standing.length > 0) container.addTextDisplayComponents(text(...standing));
  return { components: [container.toJSON()] };
}

function text(...lines: readonly string[]): TextDisplayBuilder {
  return new TextDisplayBuilder().setContent(lines.join('\n'));
}

function tierLines(reading: Reading, { tier }: PublicProfile, ladder: readonly Tier[]): string[] {
  if (!tier) return [];
  const name = nameOfTier(reading, ladder, tier.tier);
  return [reading.t('profile.tier', { tier: name, when: ago(tier.since) })];
}

/** The highest badges by icon and name; how many more there are. */
function badgeLines(reading: Reading, { badges }: PublicProfile): string[] {
  if (badges.length === 0) return [];
  const shown = badges.slice(0, BADGES_SHOWN).map((badge) => {
    const { icon, name } = heldBadgeName(reading, badge);
    return `${icon} ${name}`;
  });
  const more = badges.length - BADGES_SHOWN;
  if (more > 0) shown.push(reading.t('profile.moreBadges', { count: more }));
  return [shown.join(' · ')];
}

function nameOfTier(reading: Reading, ladder: readonly Tier[], key: string | null): string {
  return escapeMarkdown(tierNameByKey(ladder, key ?? '', reading));
}

function newsLine(reading: Reading, news: TierNews, ladder: readonly Tier[]): string {
  const { t } = reading;
  if (news.kind === 'ended')
    return t(`profile.news.${news.why}`, {
      tier: nameOfTier(reading, ladder, news.tier),
      when: ago(news.at),
    });
  const said = {
    moderator: mentionOf(t, news.moderatorId),
    reason: escapeMarkdown(shortReason(news.reason), { maskedLink: true }),
  };
  switch (news.kind) {
    case 'decided':
      return t('profile.news.decided', said);
    case 'waiting':
      return news.tier === null
        ? t('profile.news.waitingOff', said)
        : t('profile.news.waiting', { ...said, tier: nameOfTier(reading, ladder, news.tier) });
    case 'takenOff':
      return t('profile.news.takenOff', {
        ...said,
        tier: nameOfTier(reading, ladder, news.from),
        when: ago(news.at),
      });
  }
}

/** Each period that says something new; for one who received nothing yet only what they gave, if they did. */
function standingLines(reading: Reading, { periods }: PublicProfile): string[] {
  const all = periods.find(({ kind }) => kind === 'all')?.standing ?? NO_TOTALS;
  const received = all.points + all.thanksReceived + all.solutions + all.peopleHelped;
  if (received === 0) return counts(reading, all, 'thanksGiven');
  const stretches = stretchesOf(periods);
  return stretches.flatMap((stretch, at) => stretchLines(reading, stretch, stretches[at + 1]));
}

/**
 * A stretch of periods that say the same is one line: that of the longest, with how lately all of it was. Below it in
 * small print people and days, unless the next longer period says those in the same words, and for all time the rest.
 */
function stretchLines(
  reading: Reading,
  { shortest, longest }: Stretch<PeriodStanding>,
  next: Stretch<PeriodStanding> | undefined,
): string[] {
  const { t } = reading;
  const { kind, standing, place } = longest;
  const said = counts(reading, standing, 'peopleHelped', 'activeDays');
  const isRepeated =
    next !== undefined &&
    said.join() === counts(reading, next.longest.standing, 'peopleHelped', 'activeDays').join();
  const small = isRepeated ? [] : [said];
  if (kind === 'all') small.push(counts(reading, standing, 'solutions', 'thanksReceived', 'thanksGiven'));
  const line = periodLine(reading, t(`leaderboard.periods.${kind}`), standing.points, place?.rank);
  const since = shortest.kind;
  const isLately = since !== kind && since !== 'all' && standing.points > 0;
  return [
    isLately ? `${line} · ${t(`profile.allOfIt.${since}`)}` : line,
    ...small.filter((parts) => parts.length > 0).map((parts) => `-# ${parts.join(' · ')}`),
  ];
}

/** "3 solutions", "12 thank-yous": those of these totals that are not nothing. */
function counts(
  { t }: Reading,
  totals: Totals,
  ...which: readonly Exclude<keyof Totals, 'points'>[]
): string[] {
  return which.filter((one) => totals[one] > 0).map((one) => t(`profile.${one}`, { count: totals[one] }));
}

function periodLine({ t, number }: Reading, period: string, count: number, rank: number | undefined): string {
  if (count === 0) return t('profile.periodEmpty', { period });
  const points = t('points', { count });
  return rank === undefined
    ? t('profile.period', { period, points })
    : t('profile.periodPlaced', { period, points, place: number(rank) });
}

function listLines(reading: Reading, { open, own, memberId }: Profile, shown: Shown): string[] {
  const { t } = reading;
  const received = own ? 'ownReceived' : 'received';
  const list = open.tab === 'overview' || open.tab === 'received' ? received : open.tab;
  const heading = `**${t(`profile.headings.${open.tab === 'overview' ? 'latest' : list}`)}**`;
  const lines = linesOf(reading, open, shown);
  if (lines.length === 0) return [heading, t(`profile.empty.${list}`, { member: mentionOf(t, memberId) })];
  if (open.tab === 'overview' || open.pages === 1) return [heading, ...lines];
  const { page, pages, goesOn } = open;
  const place = goesOn ? t('profile.pageOfMore', { page, pages }) : t('leaderboard.page', { page, pages });
  return [heading, ...lines, `-# ${place}`];
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
  reading: Reading,
  profile: Profile,
  { isShared }: Shown,
): ActionRowBuilder<ButtonBuilder> | undefined {
  const { t } = reading;
  const { own, memberId, open, received } = profile;
  const there: readonly [Tab, boolean][] = [
    ['overview', open.tab !== 'overview'],
    ['received', open.tab === 'overview' ? received > LATEST : received > 0],
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
  if (own && open.tab === 'overview' && (profile.tier || standingLines(reading, profile).length > 0))
    buttons.push(
      new ButtonBuilder()
        .setCustomId(customId('profile', 'share', memberId))
        .setLabel(t(isShared ? 'profile.shared' : 'profile.share'))
        .setStyle(ButtonStyle.Primary)
        .setDisabled(isShared),
      new ButtonBuilder()
        .setCustomId(customId('profile', 'picture', memberId))
        .setLabel(t('pictures.button'))
        .setStyle(ButtonStyle.Secondary),
    );
  return buttons.length > 0 ? new ActionRowBuilder<ButtonBuilder>().addComponents(buttons) : undefined;
}
