// The sections of the settings, and what in them does not work as things stand on the server.
import type { BotFacts, RoleFacts } from '../../core/actions.ts';
import { type HelpChannel, helpChannelOf, listensIn, type Settings, type Tier } from '../../core/settings.ts';
import { type Flaw, flawsOf, ruleTiers } from '../rising/requirements.rules.ts';
import { judgeRole, type RoleObstacle } from '../tiers/roles.rules.ts';
import { type CustomEmoji, isCustomId } from './emoji.rules.ts';
import { changesThreads } from './help-channels.rules.ts';

/** In the order they are shown: what most servers change comes first. */
export const SECTIONS = [
  'channels',
  'reactions',
  'sign',
  'questions',
  'solving',
  'attention',
  'announcements',
  'recap',
  'tiers',
  'rising',
  'ambassadors',
  'points',
  'limits',
  'fairPlay',
  'timeZone',
  'language',
] as const;
export type Section = (typeof SECTIONS)[number];

export function isSection(name: string | undefined): name is Section {
  return SECTIONS.some((section) => section === name);
}

/** What the bot may be in need of in a channel, in the order in which it is best given. */
export const CHANNEL_RIGHTS = [
  'ViewChannel',
  'ReadMessageHistory',
  'SendMessages',
  'SendMessagesInThreads',
  'AddReactions',
  'CreatePublicThreads',
  'ManageThreads',
] as const;
export type ChannelRight = (typeof CHANNEL_RIGHTS)[number];

export interface ForumTag {
  readonly id: string;
  readonly name: string;
}

export interface ChannelFacts {
  readonly id: string;
  readonly name: string;
  /** `text` also stands for announcement channels, `voice` for stages, `forum` for media channels. */
  readonly kind: 'text' | 'voice' | 'forum' | 'category' | 'thread';
  /** What the bot may not do there. */
  readonly lacks: readonly ChannelRight[];
  /** Whether members in general can see it. */
  readonly isSeenByMembers: boolean;
  /** Whether members in general can see it and write in it. */
  readonly isForMembers: boolean;
  /** Those of a forum; others have none. */
  readonly tags: readonly ForumTag[];
}

/** The server as the settings depend on it; plain values, read when they are needed. */
export interface ServerFacts {
  readonly name: string;
  /** The language that the server chose in Discord. */
  readonly locale: string;
  readonly channels: ReadonlyMap<string, ChannelFacts>;
  readonly roles: ReadonlyMap<string, RoleFacts>;
  readonly emoji: readonly CustomEmoji[];
  readonly bot: BotFacts;
}

/** A setting that is saved and does not work as it is; each has its fix in words. */
export type Problem =
  | { section: 'channels'; what: 'nowhere' }
  | { section: 'channels' | 'questions'; what: 'channelsGone'; count: number }
  | { section: 'reactions'; what: 'emojiGone'; count: number }
  | { section: 'announcements' | 'attention' | 'ambassadors'; what: 'channelGone' }
  | { section: 'announcements'; what: 'knowledgeGone' }
  | {
      section: 'channels' | 'questions' | 'attention' | 'announcements' | 'ambassadors';
      what: 'channelsClosed';
      channelIds: readonly string[];
      lacks: readonly ChannelRight[];
    }
  | { section: 'questions'; what: 'tagsGone'; channelId: string }
  | { section: 'ambassadors'; what: 'channelOpen'; channelId: string }
  | { section: 'ambassadors'; what: 'alumniRole'; obstacle: RoleObstacle }
  | { section: 'tiers'; what: 'role'; tierKey: string; obstacle: RoleObstacle }
  | { section: 'tiers'; what: 'flaw'; tierKey: string; flaw: Flaw }
  | { section: 'rising'; what: 'nothingByRule' | 'nowhereToWarn' };

/** Everything that is set and does not work, in the order of the sections. */
export function problemsOf(settings: Settings, server: ServerFacts): Problem[] {
  return [
    ...channelProblems(settings, server),
    ...emojiProblems(settings, server),
    ...questionProblems(settings, server),
    ...postProblems('attention', settings.questions.boardChannelId, server, RIGHTS_FOR_BOARD),
    ...postProblems('announcements', settings.announcementChannelId, server, RIGHTS_TO_ANNOUNCE),
    ...knowledgeProblems(settings, server),
    ...tierProblems(settings, server),
    ...risingProblems(settings, server),
    ...ambassadorProblems(settings, server),
  ];
}

function channelProblems(settings: Settings, { channels }: ServerFacts): Problem[] {
  const { mode, only, except } = settings.channels;
  const named = mode === 'only' ? only : except;
  const gone = named.filter((id) => !channels.has(id)).length;
  const found: Problem[] = [];
  if (mode === 'only' && gone === only.length) found.push({ section: 'channels', what: 'nowhere' });
  if (gone > 0) found.push({ section: 'channels', what: 'channelsGone', count: gone });
  const needed = rightsToListen(settings.sign);
  return [...found, ...closedIn('channels', listened(settings, channels), ({ kind }) => needed(kind))];
}

/** Those of the channels in which the bot lacks rights that it needs there; one problem for all that lack the same. */
export function closedIn(
  section: Extract<Problem, { what: 'channelsClosed' }>['section'],
  channels: readonly ChannelFacts[],
  neededIn: (channel: ChannelFacts) => readonly ChannelRight[],
): Problem[] {
  const closed = channels
    .map((channel) => ({
      id: channel.id,
      lacks: channel.lacks.filter((right) => neededIn(channel).includes(right)),
    }))
    .filter(({ lacks }) => lacks.length > 0);
  const alike = Map.groupBy(closed, ({ lacks }) => lacks.join());
  return [...alike.values()].map((some) => ({
    section,
    what: 'channelsClosed',
    channelIds: some.map(({ id }) => id),
    lacks: some[0]?.lacks ?? [],
  }));
}

/** To follow a question: read it, and write in its thread. */
export const RIGHTS_FOR_QUESTIONS: readonly ChannelRight[] = [
  'ViewChannel',
  'ReadMessageHistory',
  'SendMessagesInThreads',
];

/** To put tags on questions, and take them off; to rename, lock or put away what others opened. */
export const RIGHTS_TO_TAG: readonly ChannelRight[] = ['ManageThreads'];

/** What it takes in a help channel, as it is set. */
function rightsIn(helpChannel: HelpChannel, settings: Settings): readonly ChannelRight[] {
  return [
    ...RIGHTS_FOR_QUESTIONS,
    ...(helpChannel.opensThreads ? (['CreatePublicThreads'] as const) : []),
    ...(changesThreads(helpChannel, settings) ? RIGHTS_TO_TAG : []),
  ];
}

function questionProblems(settings: Settings, { channels }: ServerFacts): Problem[] {
  const chosen = settings.questions.channels;
  const there = chosen.flatMap(({ channelId }) => channels.get(channelId) ?? []);
  const gone = chosen.length - there.length;
  const closed = closedIn('questions', there, ({ id }) => {
    const helpChannel = helpChannelOf(settings, id);
    return helpChannel ? rightsIn(helpChannel, settings) : [];
  });
  const untagged = chosen.filter((helpChannel) =>
    lacksTags(helpChannel, channels.get(helpChannel.channelId)),
  );
  return [
    ...(gone > 0 ? [{ section: 'questions', what: 'channelsGone', count: gone } as const] : []),
    ...closed,
    ...untagged.map(({ channelId }) => ({ section: 'questions', what: 'tagsGone', channelId }) as const),
  ];
}

/** Whether a tag that was chosen for a help channel was deleted. */
function lacksTags({ solvedTagId, removedTagIds }: HelpChannel, channel: ChannelFacts | undefined): boolean {
  const chosen = solvedTagId === undefined ? removedTagIds : [solvedTagId, ...removedTagIds];
  return channel !== undefined && chosen.some((id) => !channel.tags.some((tag) => tag.id === id));
}

/** The channels where the bot should work. Named one by one: all. Everywhere: those that members write in and it sees. */
function listened(settings: Settings, channels: ServerFacts['channels']): ChannelFacts[] {
  return [...channels.values()].filter((channel) => {
    if (!canListen(channel) || !listensIn(settings, channel.id)) return false;
    return (
      settings.channels.mode === 'only' || (channel.isForMembers && !channel.lacks.includes('ViewChannel'))
    );
  });
}

const rightsToListen =
  (sign: Settings['sign']) =>
  (kind: ChannelFacts['kind']): readonly ChannelRight[] => {
    const always: ChannelRight[] = ['ViewChannel', 'ReadMessageHistory'];
    if (sign === 'reaction') return [...always, 'AddReactions'];
    if (sign === 'none') return always;
    return kind === 'forum' ? [...always, 'SendMessagesInThreads'] : [...always, 'SendMessages'];
  };

function emojiProblems({ reactions }: Settings, { emoji }: ServerFacts): Problem[] {
  const custom = [...reactions.thanks, ...reactions.upvote].filter(isCustomId);
  const count = custom.filter((id) => !emoji.some((own) => own.id === id)).length;
  return count > 0 ? [{ section: 'reactions', what: 'emojiGone', count }] : [];
}

/** What keeps the bot from posting in the channel that was chosen for it. */
function postProblems(
  section: 'attention' | 'announcements' | 'ambassadors',
  channelId: string | undefined,
  { channels }: ServerFacts,
  needed: readonly ChannelRight[],
): Problem[] {
  if (channelId === undefined) return [];
  const channel = channels.get(channelId);
  return channel ? closedIn(section, [channel], () => needed) : [{ section, what: 'channelGone' }];
}

/** The section of announcements has two channels, so the second one that is gone is called by its name. */
function knowledgeProblems({ knowledgeChannelId }: Settings, server: ServerFacts): Problem[] {
  return postProblems('announcements', knowledgeChannelId, server, RIGHTS_TO_ANNOUNCE).map((problem) =>
    problem.what === 'channelGone' ? { section: 'announcements', what: 'knowledgeGone' } : problem,
  );
}

/** To post the candidate, and open the thread in which staff review them. */
const RIGHTS_TO_REVIEW: readonly ChannelRight[] = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
];

/** To show the board, and open the thread for the daily digest below it. */
const RIGHTS_FOR_BOARD: readonly ChannelRight[] = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
];

export const RIGHTS_TO_ANNOUNCE: readonly ChannelRight[] = ['ViewChannel', 'SendMessages'];

function tierProblems({ tiers }: Settings, { roles, bot }: ServerFacts): Problem[] {
  return tiers.flatMap(({ key, roleId }): Problem[] => {
    const obstacle = roleId === undefined ? undefined : judgeRole(roles.get(roleId), bot);
    return obstacle ? [{ section: 'tiers', what: 'role', tierKey: key, obstacle }] : [];
  });
}

function ambassadorProblems({ ambassadors }: Settings, server: ServerFacts): Problem[] {
  const { reviewChannelId: channelId, alumniRoleId } = ambassadors;
  const isOpen = channelId !== undefined && server.channels.get(channelId)?.isSeenByMembers === true;
  const obstacle =
    alumniRoleId === undefined ? undefined : judgeRole(server.roles.get(alumniRoleId), server.bot);
  return [
    ...postProblems('ambassadors', channelId, server, RIGHTS_TO_REVIEW),
    ...(isOpen ? [{ section: 'ambassadors', what: 'channelOpen', channelId } as const] : []),
    ...(obstacle ? [{ section: 'ambassadors', what: 'alumniRole', obstacle } as const] : []),
  ];
}

/** What keeps the rule from giving or taking tiers, where members are to rise by it. */
function risingProblems(settings: Settings, { channels }: ServerFacts): Problem[] {
  const { rising, tiers, questions, announcementChannelId } = settings;
  if (!rising.byRule) return [];
  const tags = questions.channels.reduce(
    (sum, { channelId }) => sum + (channels.get(channelId)?.tags.length ?? 0),
    0,
  );
  const flaws = flawsOf(settings, tags).map(({ tierKey, flaw }): Problem => {
    return { section: 'tiers', what: 'flaw', tierKey, flaw };
  });
  if (ruleTiers(tiers).length === 0) flaws.push({ section: 'rising', what: 'nothingByRule' });
  if (announcementChannelId === undefined) flaws.push({ section: 'rising', what: 'nowhereToWarn' });
  return flaws;
}

/** Members write there, so thanks can be said there. Threads and posts follow their channel. */
export function canListen({ kind }: ChannelFacts): boolean {
  return kind === 'text' || kind === 'voice' || kind === 'forum';
}

/** Whether members can ask there in threads or posts. */
export function canHoldQuestions({ kind }: ChannelFacts): boolean {
  return kind === 'text' || kind === 'forum';
}

/** Whether an announcement can be posted there at all, rights aside. */
export function canAnnounce({ kind }: ChannelFacts): boolean {
  return kind === 'text';
}

/**
 * Whether the obstacle goes away by moving a role or giving a right, so that the choice is worth keeping; the others
 * make the role useless or dangerous for a tier.
 */
export function isMendable({ no }: RoleObstacle): boolean {
  return no === 'roleAboveBot' || no === 'botMayNotManageRoles';
}

/** A tier without a role, or whose role was deleted. */
export function lacksRole({ roleId }: Pick<Tier, 'roleId'>, { roles }: ServerFacts): boolean {
  return roleId === undefined || !roles.has(roleId);
}
