// The head of a board as a picture: what it shows, the same in words for those who cannot see it, and the message around it.
import {
  ActionRowBuilder,
  ButtonBuilder,
  ContainerBuilder,
  MediaGalleryBuilder,
  MediaGalleryItemBuilder,
} from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import type { Board } from '../../core/board-counts.ts';
import { customId } from '../../core/custom-id.ts';
import type { Period } from '../../core/periods.ts';
import type { Reading } from '../../core/texts.ts';
import type { BoardCard, Face } from '../pictures/rules.ts';
import { type BoardState, stateArgs } from './rules.ts';
import type { BoardPage } from './store.ts';
import { nameOfPeriod } from './view.ts';

const FILE = 'leaderboard.webp';
/** Discord's limit for the description of an image. */
const LONGEST_ALT = 1_024;

export interface Pictured extends Pick<BoardPage, 'places' | 'pseudonyms'> {
  period: Period;
  board: Board;
  timeZone: string;
  server: string;
  /** Those on the page who are shown by their own names and are there. */
  faces: ReadonlyMap<string, Face>;
}

/** What is to be drawn. Who goes by a pseudonym has no face but its initials. */
export function boardCard(reading: Reading, pictured: Pictured): BoardCard {
  const { t, number } = reading;
  const { places, pseudonyms, board, server, faces } = pictured;
  const nameless = t('leaderboard.nameless');
  const faceOf = (memberId: string): Face => {
    const pseudonym = pseudonyms.get(memberId);
    if (pseudonym !== undefined) return { name: { text: pseudonym, otherwise: nameless } };
    return faces.get(memberId) ?? { name: { text: nameless, otherwise: nameless } };
  };
  return {
    kind: 'board',
    title: `${t(`leaderboard.boards.${board}`)} · ${nameOfPeriod(reading, pictured)}`,
    note: server,
    rows: places.map(({ memberId, value, rank }) => ({
      face: faceOf(memberId),
      place: rank,
      placeText: t('pictures.place', { place: number(rank) }),
      value: number(value),
    })),
  };
}

/** The picture in a message, with the button that shares it unless it is shared; the words are what it says. */
export function boardPictureView(
  reading: Reading,
  card: BoardCard,
  image: Uint8Array,
  sharing: BoardState | undefined,
): View {
  const description = wordsOf(reading, card);
  const item = new MediaGalleryItemBuilder().setURL(`attachment://${FILE}`).setDescription(description);
  const container = new ContainerBuilder().addMediaGalleryComponents(
    new MediaGalleryBuilder().addItems(item),
  );
  if (sharing)
    container.addActionRowComponents(
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        new ButtonBuilder()
          .setCustomId(customId('leaderboard', 'sharePicture', ...stateArgs(sharing)))
          .setLabel(reading.t('profile.share'))
          .setStyle(ButtonStyle.Primary),
      ),
    );
  return { components: [container.toJSON()], files: [{ name: FILE, bytes: image, description }] };
}

function wordsOf({ t }: Reading, { title, note, rows }: BoardCard): string {
  const lines = rows.map(({ face, placeText, value }) =>
    t('pictures.row', { place: placeText, name: face.name.text || face.name.otherwise, value }),
  );
  return [`${title}, ${note}`, ...lines].join('\n').slice(0, LONGEST_ALT);
}
