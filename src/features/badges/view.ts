// How the badges of a member look: those held, and those next with how far they are.
import {
  ContainerBuilder,
  SeparatorBuilder,
  TextDisplayBuilder,
  time,
  userMention,
} from '@discordjs/builders';
import type { View } from '../../core/actions.ts';
import type { Reading } from '../../core/texts.ts';
import { asTyped } from '../../core/views.ts';
import type { Badge } from './catalogue.rules.ts';
import { barOf, type Progress } from './rules.ts';
import type { HeldBadge, MemberBadges } from './service.ts';

/** Held badges listed; with the longest names and reasons they stay below Discord's 4,000 characters. */
const HELD_SHOWN = 20;
/** Longest reason shown, in characters. */
const LONGEST_REASON = 60;

export function badgesView(reading: Reading, { memberId, isOwn, held, next, secrets }: MemberBadges): View {
  const { t } = reading;
  const member = userMention(memberId);
  const container = new ContainerBuilder().addTextDisplayComponents(
    text(`## ${isOwn ? t('badges.yours') : t('badges.title', { member })}`, ...heldLines(reading, held)),
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

/** The icon and name of a badge that somebody holds. */
export function heldBadgeName(reading: Reading, { of, custom }: HeldBadge): { icon: string; name: string } {
  return of
    ? { icon: of.icon, name: badgeName(reading, of) }
    : { icon: custom.emoji, name: asTyped(custom.name) };
}

function heldLines(reading: Reading, held: readonly HeldBadge[]): string[] {
  const { t } = reading;
  const lines = held.slice(0, HELD_SHOWN).flatMap((badge) => {
    const named = { ...heldBadgeName(reading, badge), when: time(Math.floor(badge.awardedAt / 1000), 'R') };
    const line = badge.of
      ? t('badges.held', { ...named, tier: t(`badges.tiers.${badge.of.tier}`) })
      : t('badges.heldCustom', named);
    return badge.awardedBy && badge.reason
      ? [
          line,
          `-# ${t('badges.givenBy', { member: userMention(badge.awardedBy), reason: short(badge.reason) })}`,
        ]
      : [line];
  });
  const more = held.length - HELD_SHOWN;
  return more > 0 ? [...lines, `-# ${t('badges.more', { count: more })}`] : lines;
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
  const characters = [...asTyped(reason)];
  return characters.length <= LONGEST_REASON
    ? characters.join('')
    : `${characters.slice(0, LONGEST_REASON - 1).join('')}…`;
}

function text(...lines: readonly string[]): TextDisplayBuilder {
  return new TextDisplayBuilder().setContent(lines.join('\n'));
}
