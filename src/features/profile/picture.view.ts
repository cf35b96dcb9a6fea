// A profile as a picture: what it shows, the same in words for those who cannot see it, and the message around it.
import {
  ActionRowBuilder,
  ButtonBuilder,
  ContainerBuilder,
  MediaGalleryBuilder,
  MediaGalleryItemBuilder,
} from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import type { Tier } from '../../core/settings.ts';
import { NO_TOTALS } from '../../core/standings.ts';
import type { Reading } from '../../core/texts.ts';
import type { HeldBadge } from '../badges/service.ts';
import { badgeName } from '../badges/view.ts';
import type { Face, ProfileCard } from '../pictures/rules.ts';
import { tierNameByKey } from '../tiers/view.ts';
import type { PublicProfile } from './service.ts';

const FILE = 'profile.webp';
/** Discord's limit for the description of an image. */
const LONGEST_ALT = 1_024;
/** Badges that have room, in two rows or three. */
const BADGES_SHOWN = 6;
const NUMBERS = ['peopleHelped', 'solutions', 'thanksReceived'] as const;

export interface Pictured {
  profile: PublicProfile;
  face: Face;
  badges: readonly HeldBadge[];
  /** Names of the tags in which they solved most, the best first. */
  topics: readonly string[];
  server: string;
  /** When this is so, ms. */
  at: number;
  ladder: readonly Tier[];
  timeZone: string;
}

/** What is to be drawn. */
export function profileCard(reading: Reading, pictured: Pictured): ProfileCard {
  const { t, number, date, list } = reading;
  const { profile, face, badges, topics, server, at, ladder, timeZone } = pictured;
  const all = profile.periods.find(({ kind }) => kind === 'all')?.standing ?? NO_TOTALS;
  const more = badges.length - BADGES_SHOWN;
  return {
    kind: 'profile',
    face,
    tier: profile.tier ? tierNameByKey(ladder, profile.tier.tier, reading) : undefined,
    numbers: NUMBERS.map((which) => ({
      value: number(all[which]),
      label: t(`pictures.numbers.${which}`, { count: all[which] }),
    })),
    badges: badges.slice(0, BADGES_SHOWN).map((badge) => drawable(reading, badge)),
    more: more > 0 ? t('pictures.moreBadges', { count: more }) : undefined,
    topics: topics.length > 0 ? t('pictures.topics', { topics: list(topics) }) : undefined,
    note: t('pictures.note', { server, day: date(at, { dateStyle: 'long', timeZone }) }),
  };
}

/** Names as they are; a server's own picture for a badge is not to be had here. */
function drawable(reading: Reading, { of, custom }: HeldBadge): { icon: string; name: string } {
  if (of) return { icon: of.icon, name: badgeName(reading, of) };
  return { icon: /^\p{Extended_Pictographic}/u.test(custom.emoji) ? custom.emoji : '🏅', name: custom.name };
}

/** The picture in a message, with the button that shares it unless it is shared; the words are what it says. */
export function profilePictureView(
  reading: Reading,
  card: ProfileCard,
  image: Uint8Array,
  shareBy: string | undefined,
): View {
  const description = wordsOf(reading, card);
  const item = new MediaGalleryItemBuilder().setURL(`attachment://${FILE}`).setDescription(description);
  const container = new ContainerBuilder().addMediaGalleryComponents(
    new MediaGalleryBuilder().addItems(item),
  );
  if (shareBy !== undefined) container.addActionRowComponents(shareRow(reading, shareBy));
  return { components: [container.toJSON()], files: [{ name: FILE, bytes: image, description }] };
}

function shareRow({ t }: Reading, memberId: string): ActionRowBuilder<ButtonBuilder> {
  return new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder()
      .setCustomId(customId('profile', 'sharePicture', memberId))
      .setLabel(t('profile.share'))
      .setStyle(ButtonStyle.Primary),
  );
}

function wordsOf({ t }: Reading, { face, tier, numbers, badges, more, topics, note }: ProfileCard): string {
  const names = [...badges.map(({ name }) => name), ...(more === undefined ? [] : [more])];
  return [
    [face.name.text, ...(tier === undefined ? [] : [tier])].join(', '),
    numbers.map(({ value, label }) => `${value} ${label}`).join(', '),
    ...(names.length > 0 ? [t('pictures.badges', { badges: names.join(', ') })] : []),
    ...(topics === undefined ? [] : [topics]),
    note,
  ]
    .join('\n')
    .slice(0, LONGEST_ALT);
}
