// How the recap of a month looks: one message, that pings nobody unless the server chose so.
import { ContainerBuilder, TextDisplayBuilder } from '@discordjs/builders';
import type { View } from '../../core/actions.ts';
import type { Period } from '../../core/periods.ts';
import type { Pseudonyms } from '../../core/pseudonyms.ts';
import type { Reading } from '../../core/texts.ts';
import { badgeTiers } from '../badges/catalogue.rules.ts';
import type { KnownBadge } from '../badges/service.ts';
import { heldBadgeName } from '../badges/view.ts';
import { nameOnBoard } from '../leaderboard/view.ts';
import type { NewBadge } from './store.ts';

/** Badges named in the one line about them. */
const MOST_BADGES = 8;

export interface Recap {
  month: Period;
  /** How many members helped somebody, and those of them who are named, in order. */
  helpers: number;
  named: readonly string[];
  /** How many of them did so for the first time, and those who are named. */
  newcomers: number;
  greeted: readonly string[];
  badges: readonly (NewBadge & KnownBadge)[];
  /** Questions solved. */
  solved: number;
  pseudonyms: Pseudonyms;
}

export function recapView(
  reading: Reading,
  recap: Recap,
  { timeZone, pings }: { timeZone: string; pings: boolean },
): View {
  const { t, date } = reading;
  const { month, helpers, named, newcomers, greeted, badges, solved, pseudonyms } = recap;
  const name = date(month.start, { month: 'long', year: 'numeric', timeZone });
  const people = (shown: readonly string[], all: number) => {
    const names = shown.map((memberId) => nameOnBoard(reading, memberId, pseudonyms));
    const more = all - shown.length;
    return reading.list(more > 0 ? [...names, t('recap.more', { count: more })] : names);
  };
  const paragraphs = [
    `## ${t('recap.title', { month: name })}`,
    ...(helpers > 0 ? [t('recap.helpers', { count: helpers, people: people(named, helpers) })] : []),
    ...(newcomers > 0
      ? [t('recap.newcomers', { count: newcomers, people: people(greeted, newcomers) })]
      : []),
    ...(solved > 0 ? [t('recap.solved', { count: solved })] : []),
    ...badgesLine(reading, badges),
    `-# ${t('recap.note')}`,
  ];
  const container = new ContainerBuilder().addTextDisplayComponents(
    paragraphs.map((content) => new TextDisplayBuilder().setContent(content)),
  );
  const components = [container.toJSON()];
  // Whoever goes by another name is not pinged either: that would tell who it is.
  const pinged = [...new Set([...named, ...greeted])].filter((memberId) => !pseudonyms.has(memberId));
  return pings ? { components, pings: pinged } : { components };
}

/** The new badges by name, gold before silver, those that most got first; secret ones are counted, not named. */
function badgesLine(reading: Reading, badges: Recap['badges']): string[] {
  if (badges.length === 0) return [];
  const { t, list } = reading;
  const worth = ({ of }: KnownBadge) => (of ? badgeTiers.indexOf(of.tier) : -1);
  const named = badges
    .filter(({ of }) => !of?.secret)
    .toSorted((a, b) => worth(b) - worth(a))
    .slice(0, MOST_BADGES);
  const names = named.map((badge) => {
    const name = heldBadgeName(reading, badge);
    return badge.times === 1
      ? t('recap.badge', name)
      : t('recap.badgeTimes', { ...name, count: badge.times });
  });
  const sum = (some: readonly NewBadge[]) => some.reduce((all, { times }) => all + times, 0);
  const more = sum(badges) - sum(named);
  const listed = more > 0 ? [...names, t('recap.moreBadges', { count: more })] : names;
  return [t('recap.badges', { count: sum(badges), badges: list(listed) })];
}
