// One's own profile as a picture on Discord: looked at first, then shared in the channel if one wants.
import type { View } from '../../core/actions.ts';
import { type Refusal, refuse } from '../../core/context.ts';
import type { Reading } from '../../core/texts.ts';
import { textView } from '../../core/views.ts';
import { see } from '../../discord/faces.ts';
import type { Call, Component, ComponentInteraction } from '../../discord/feature.ts';
import { postHere } from '../../discord/sharing.ts';
import { heldBy } from '../badges/service.ts';
import { drawPicture } from '../pictures/drawing.ts';
import { profileCard, profilePictureView } from './picture.view.ts';
import { readPublicProfile } from './service.ts';
import { topTags } from './topics.store.ts';
import { sharedProfileView } from './view.ts';

type Press = Call<ComponentInteraction>;

/** Tags named as topics. */
const TOPICS = 3;

/** The presser's profile as a picture; in words where it cannot be drawn. `isShared` leaves the button out. */
async function pictureOf(call: Press, reading: Reading, isShared: boolean): Promise<View> {
  const { ctx, guildId, member } = call;
  const { tiers: ladder, timeZone, questions } = await ctx.settings.of(guildId);
  const profile = await readPublicProfile(ctx, guildId, member.id);
  const { badges, tagIds } = await ctx.db.glance(async (db) => ({
    badges: await heldBy(db, guildId, member.id),
    tagIds: await topTags(db, guildId, member.id, TOPICS),
  }));
  const tags = ctx.actions.forumTags(questions.channels.map(({ channelId }) => channelId));
  const { displayName, username, avatar } = await see(ctx, member);
  const card = profileCard(reading, {
    profile,
    face: { name: { text: displayName, otherwise: username }, avatar },
    badges,
    topics: tagIds.flatMap((id) => tags.find((tag) => tag.id === id)?.name ?? []),
    server: member.guild.name,
    at: ctx.clock.now(),
    ladder,
    timeZone,
  });
  const image = await drawPicture(card, ctx.log);
  return image
    ? profilePictureView(reading, card, image, isShared ? undefined : member.id)
    : sharedProfileView(reading, profile, ladder);
}

async function share(call: Press, [memberId]: readonly string[]): Promise<View | Refusal> {
  const { ctx, guildId, interaction, member, reading } = call;
  if (memberId !== member.id) return refuse('notYours');
  const { language } = await ctx.settings.of(guildId);
  const forAll = ctx.texts.for(language ?? interaction.guildLocale);
  const refused = await postHere(call, await pictureOf(call, forAll, true));
  return refused ?? textView(reading.t('pictures.shared'));
}

export const pictureControls: readonly Component[] = [
  {
    action: 'picture',
    answers: 'privately',
    run: async (call, [memberId]) =>
      memberId === call.member.id ? pictureOf(call, call.reading, false) : refuse('notYours'),
  },
  { action: 'sharePicture', answers: 'inPlace', run: share },
];
