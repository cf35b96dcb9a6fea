// The leaderboard as a picture on Discord: the first ten, looked at first, then shared in the channel if one wants.
import type { View } from '../../core/actions.ts';
import { type Refusal, refuse } from '../../core/context.ts';
import type { Reading } from '../../core/texts.ts';
import { textView } from '../../core/views.ts';
import { seenAmong } from '../../discord/faces.ts';
import type { Call, Component, ComponentInteraction } from '../../discord/feature.ts';
import { postHere } from '../../discord/sharing.ts';
import { drawPicture } from '../pictures/drawing.ts';
import type { Face } from '../pictures/rules.ts';
import { boardCard, boardPictureView } from './picture.view.ts';
import { type BoardState, periodMeant, readState } from './rules.ts';
import * as store from './store.ts';

type Press = Call<ComponentInteraction>;

/** What is shown instead where nothing can be drawn: the board in words, for the presser or for everybody. */
export type InWords = (call: Press, state: BoardState, isPrivate: boolean) => Promise<View | Refusal>;

/** The controls of the picture; `inWords` shows the same board without one. */
export function pictureControls(inWords: InWords): readonly Component[] {
  const show = (call: Press, args: readonly string[]) => pictureOf(call, args, call.reading, false, inWords);
  const share = async (call: Press, args: readonly string[]): Promise<View | Refusal> => {
    const { ctx, guildId, interaction, reading } = call;
    const { language } = await ctx.settings.of(guildId);
    const forAll = ctx.texts.for(language ?? interaction.guildLocale);
    const view = await pictureOf(call, args, forAll, true, inWords);
    if ('refused' in view) return view;
    return (await postHere(call, view)) ?? textView(reading.t('pictures.shared'));
  };
  return [
    { action: 'picture', answers: 'privately', run: show },
    { action: 'sharePicture', answers: 'inPlace', run: share },
  ];
}

async function pictureOf(
  call: Press,
  args: readonly string[],
  reading: Reading,
  isShared: boolean,
  inWords: InWords,
): Promise<View | Refusal> {
  const { ctx, guildId, member, at } = call;
  const read = readState(args);
  const { timeZone } = await ctx.settings.of(guildId);
  const period = read && periodMeant(read.periodKey, at, timeZone);
  if (!period) return refuse('outOfDate');
  const state: BoardState = { ...read, page: 1, ownerId: member.id };
  const { board } = state;
  const [page, isKept] = await ctx.db.glance(async (db) => [
    await store.readPage(db, guildId, period.key, board, 1),
    await store.isKept(db, guildId, period.key, timeZone),
  ]);
  if (!isKept) return refuse('boardLetGo', { leaderboard: call.commands.mention(guildId, 'leaderboard') });
  if (page.places.length === 0) return inWords(call, state, !isShared);
  // Nobody is asked about who goes by a pseudonym: neither their name nor their face belongs on it.
  const named = page.places.map(({ memberId }) => memberId).filter((id) => !page.pseudonyms.has(id));
  const seen = await seenAmong(ctx, member.guild, named);
  const faces = new Map<string, Face>(
    [...seen].map(([id, { displayName, username, avatar }]) => [
      id,
      { name: { text: displayName, otherwise: username }, avatar },
    ]),
  );
  const card = boardCard(reading, { ...page, period, board, timeZone, server: member.guild.name, faces });
  const image = await drawPicture(card, ctx.log);
  return image
    ? boardPictureView(reading, card, image, isShared ? undefined : state)
    : inWords(call, state, !isShared);
}
