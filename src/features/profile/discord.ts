// Profiles on Discord: /profile, the user menu, turning the pages, and sharing one's own.
import { ChannelType, type GuildMember, PermissionFlagsBits, type User } from 'discord.js';
import type { Failure, View } from '../../core/actions.ts';
import { type Refusal, refuse } from '../../core/context.ts';
import type { Call, Component, ComponentInteraction, Feature, UserMenu } from '../../discord/feature.ts';
import { slashCommand } from '../../discord/options.ts';
import { mayWriteHere } from '../../discord/sharing.ts';
import { pictureControls } from './picture.discord.ts';
import { type ProfileState, readState } from './rules.ts';
import * as service from './service.ts';
import { profileView, sharedProfileView } from './view.ts';

const profile = slashCommand({
  name: 'profile',
  description: 'commands.profile.description',
  topic: 'standing',
  answers: 'privately',
  options: { member: { type: 'member', description: 'commands.profile.options.member' } },
  run: (call, { member }) =>
    open(call, member?.user ?? call.member.user, member ? member.member : call.member),
});

const profileMenu: UserMenu = {
  type: 'user',
  name: 'Profile',
  topic: 'standing',
  answers: 'privately',
  run: (call) => open(call, call.interaction.targetUser, call.interaction.targetMember ?? undefined),
};

/** The first page of somebody's profile; `member` only if they are in the server. */
async function open(call: Call, user: User, member: GuildMember | undefined): Promise<View | Refusal> {
  if (user.bot) return refuse('profileOfBot');
  if (!member) return refuse(await service.whyAbsent(call.ctx, call.guildId, user.id));
  return show(call, { memberId: user.id, tab: 'overview', page: 1 });
}

async function turn(call: Call<ComponentInteraction>, args: readonly string[]): Promise<View | Refusal> {
  const state = readState(args);
  if (!state) return refuse('outOfDate');
  if (await service.hasLeft(call.ctx, call.guildId, state.memberId)) return refuse('gone');
  return show(call, state);
}

async function show(call: Call, state: ProfileState, isShared = false): Promise<View> {
  const { ctx, guildId, member } = call;
  const { limits, tiers: ladder } = await ctx.settings.of(guildId);
  const shown = await service.readProfile(ctx, guildId, member.id, state);
  const canOpen = shown.own ? 'all' : await openTo(member, channelsIn(shown.open));
  return profileView(call.reading, shown, {
    guildId,
    ladder,
    canOpen,
    windowDays: limits.windowDays,
    isShared,
  });
}

/** Posts the presser's own profile where they pressed, as far as everybody may see it. */
async function share(
  call: Call<ComponentInteraction>,
  [memberId]: readonly string[],
): Promise<View | Refusal> {
  const { ctx, guildId, channelId, interaction, member } = call;
  if (memberId !== member.id) return refuse('notYours');
  if (!mayWriteHere(interaction)) return refuse('cannotWriteHere');
  const { language, tiers: ladder } = await ctx.settings.of(guildId);
  const reading = ctx.texts.for(language ?? interaction.guildLocale);
  const card = sharedProfileView(reading, await service.readPublicProfile(ctx, guildId, member.id), ladder);
  // Not by the outbox: a card that appears minutes later, in another conversation, is worse than none.
  const posted = await ctx.actions.send(channelId, card, { nonce: interaction.id });
  if (!posted.done) return notShared(call, posted);
  return show(call, { memberId: member.id, tab: 'overview', page: 1 }, true);
}

function notShared({ reading }: Call, { reason, final }: Failure): Refusal {
  if (reason === 'missingAccess' || reason === 'missingPermission') return refuse('cannotShareHere');
  return final ? refuse('notShared', { why: reading.t(`failure.${reason}`) }) : refuse('shareLater');
}

function channelsIn(open: service.OpenList): readonly string[] {
  const rows = open.tab === 'overview' ? open.latest : open.rows;
  return [...new Set(rows.map((row) => row.channelId))];
}

/** Which of these channels a member may look into; one that is gone is closed to everybody. */
async function openTo(member: GuildMember, channelIds: readonly string[]): Promise<ReadonlySet<string>> {
  const open = await Promise.all(channelIds.map((channelId) => isOpenTo(member, channelId)));
  return new Set(channelIds.filter((_, i) => open[i]));
}

async function isOpenTo(member: GuildMember, channelId: string): Promise<boolean> {
  // Archived threads are not in the cache; asking for them puts them there.
  const channel = await member.client.channels.fetch(channelId).catch(() => null);
  if (!channel || channel.isDMBased() || channel.guildId !== member.guild.id) return false;
  const rights = channel.permissionsFor(member);
  if (!rights?.has(PermissionFlagsBits.ViewChannel)) return false;
  return channel.type !== ChannelType.PrivateThread || rights.has(PermissionFlagsBits.ManageThreads);
}

const turning: readonly Component[] = (['tab', 'page'] as const).map((action) => ({
  action,
  answers: 'inPlace',
  run: turn,
}));

export const profileFeature: Feature = {
  name: 'profile',
  needs: [
    { permission: 'ViewChannel', why: 'show a profile only links that its reader can open' },
    { permission: 'SendMessages', why: 'post a profile when its owner presses Share' },
    { permission: 'SendMessagesInThreads', why: 'post a shared profile there' },
  ],
  commands: [profile, profileMenu],
  components: [...turning, { action: 'share', answers: 'inPlace', run: share }, ...pictureControls],
};
