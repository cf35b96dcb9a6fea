// How the badges of a member look: those held, and those next with how far they are.
import { ContainerBuilder, SeparatorBuilder, TextDisplayBuilder, time } from '@discordjs/builders';
import type { View } from '../../core/actions.ts';
import type { Reading } from '../../core/texts.ts';
import { asTyped, mentionOf } from '../../core/views.ts';
import type { Badge } from './catalogue.rules.ts';
import { barOf, type Progress } from './rules.ts';
import type { HeldBadge, KnownBadge, MemberBadges } from './service.ts';

/** Characters for held badges: with what is next, a message stays below Discord's 4,000. All of the catalogue fit. */
const ROOM_FOR_HELD = 2_800;
/** Badges told of in one message, so that it fits with the longest names; what is left comes with the next. */
export const NEWS_AT_ONCE = 25;
/** People named with one new badge. */
const MOST_NAMED = 10;
/** Longest reason shown, in characters. */
const LONGEST_REASON = 60;

/** `emojiOf` says how an emoji of the server's own can be shown: it may be gone. */
export function badgesView(
  reading: Reading,
  { memberId, isOwn, held, next, secrets }: MemberBadges,
  emojiOf: (emoji: string) => string,
): View {
  const { t } = reading;
  const member = mentionOf(t, memberId);
  const container = new ContainerBuilder().addTextDisplayComponents(
    text(
      `## ${isOwn ? t('badges.yours') : t('badges.title', { member })}`,
      ...heldLines(reading, held, emojiOf),
    ),
  );
  if (held.length === 0)
    container.addTextDisplayComponents(text(isOwn ? t('badges.ownNone') : t('badges.none', { member })));
  if (isOwn) {
    const lines = next.flatMap((progress) => nextLines(reading, progress));
    if (lines.length === 0) lines.push(t('badges.allDone'));
    if (secrets > 0) lines.push(`-# ${t('badges.secrets', { count: secrets })}`);
    container
      .addSeparatorComponents(new SeparatorBuilder())
      .addTextDisplayComponents(text(`**${t('badges.next')}**`, ...lines));
  }
  return { components: [container.toJSON()] };
}

/** "🔧 First Fix", as a badge is named in a sentence. */
export function badgeName({ t }: Reading, badge: Badge): string {
  return t(`badges.all.${badge.id}.name`);
}

/** The icon and name of a badge, of the catalogue or of the server. */
export function heldBadgeName(reading: Reading, { of, custom }: KnownBadge): { icon: string; name: string } {
  return of
    ? { icon: of.icon, name: badgeName(reading, of) }
    : { icon: custom.emoji, name: asTyped(custom.name) };
}

/** What is posted of new badges: each badge in a line, with those who hold it since. Nobody is pinged. */
export function newsView({ t, list, ...reading }: Reading, badges: readonly HeldBadge[]): object {
  const lines = [...Map.groupBy(badges, ({ badge }) => badge).values()].flatMap((alike) => {
    const [first] = alike;
    if (!first) return [];
    const people = alike.map(({ memberId }) => mentionOf(t, memberId));
    const more = people.length - MOST_NAMED;
    const members =
      more > 0 ? [...people.slice(0, MOST_NAMED), t('badges.morePeople', { count: more })] : people;
    return t('badges.newsLine', { ...heldBadgeName({ t, list, ...reading }, first), members: list(members) });
  });
  return new ContainerBuilder().addTextDisplayComponents(text(`### ${t('badges.news')}`, ...lines)).toJSON();
}

function heldLines(
  reading: Reading,
  held: readonly HeldBadge[],
  emojiOf: (emoji: string) => string,
): string[] {
  const { t } = reading;
  const blocks = held.map((badge) => heldBlock(reading, badge, emojiOf));
  let room = ROOM_FOR_HELD;
  const shown = blocks.filter((block) => {
    room -= block.length + 1;
    return room >= 0;
  });
  const more = blocks.length - shown.length;
  return more > 0 ? [...shown, `-# ${t('badges.more', { count: more })}`] : shown;
}

function heldBlock(reading: Reading, badge: HeldBadge, emojiOf: (emoji: string) => string): string {
  const { t } = reading;
  const { icon, name } = heldBadgeName(reading, badge);
  const named = { icon: emojiOf(icon), name, when: time(Math.floor(badge.awardedAt / 1000), 'R') };
  const line = badge.of
    ? t('badges.held', { ...named, tier: t(`badges.tiers.${badge.of.tier}`) })
    : t('badges.heldCustom', named);
  if (!badge.awardedBy || !badge.reason) return line;
  const from = { member: mentionOf(t, badge.awardedBy), reason: short(badge.reason) };
  return `${line}\n-# ${t('badges.givenBy', from)}`;
}

function nextLines(reading: Reading, { badge, count }: Progress): string[] {
  const { t } = reading;
  const { measure, atLeast } = badge.requirement;
  const { full, empty } = barOf(count, atLeast);
  return [
    t('badges.nextLine', {
      icon: badge.icon,
      name: badgeName(reading, badge),
      tier: t(`badges.tiers.${badge.tier}`),
      about: t(`badges.all.${badge.id}.about`),
    }),
    `-# ${t('badges.progress', {
      bar: '▰'.repeat(full) + '▱'.repeat(empty),
      count,
      atLeast,
      left: t(`badges.left.${measure}`, { count: Math.max(0, atLeast - count) }),
    })}`,
  ];
}

function short(reason: string): string {
  const characters = [...reason];
  return asTyped(
    characters.length <= LONGEST_REASON ? reason : `${characters.slice(0, LONGEST_REASON - 1).join('')}…`,
  );
}

function text(...lines: readonly string[]): TextDisplayBuilder {
  return new TextDisplayBuilder().setContent(lines.join('\n'));
}
