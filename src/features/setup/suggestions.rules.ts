// What a server that was never set up seems to have already: suggestions for the settings, each with its reason.
import type { RoleFacts } from '../../core/actions.ts';
import { refuse } from '../../core/context.ts';
import type { Settings } from '../../core/settings.ts';
import { judgeRole, type ModeratorFacts } from '../tiers/roles.rules.ts';
import { announceIn, type Change, chooseTierRole, fingerprint, inOneGo } from './changes.rules.ts';
import { addStaff, askIn, tagSolvedWith } from './help-channels.rules.ts';
import { distanceTo, type Topic, wordsOf } from './names.rules.ts';
import {
  type ChannelFacts,
  type ChannelRight,
  canAnnounce,
  canHoldQuestions,
  closedIn,
  type ForumTag,
  type Problem,
  RIGHTS_FOR_QUESTIONS,
  RIGHTS_TO_ANNOUNCE,
  RIGHTS_TO_TAG,
  type ServerFacts,
} from './rules.ts';

/** What is known of a server when suggestions are looked for. */
export interface Scene {
  readonly settings: Settings;
  readonly server: ServerFacts;
  /** Who asks: nobody hands out a role that stands above their own. */
  readonly administrator: ModeratorFacts;
}

export interface Suggestion {
  /** What it is a suggestion for; also the key of its words under `setup.guide.for`. */
  readonly what: 'questions' | 'questionsByTag' | 'solvedTag' | 'announcements' | 'tierRole' | 'staff';
  /** The channel or role that was found. */
  readonly id: string;
  readonly tag?: ForumTag;
  readonly tierKey?: string;
  readonly change: Change;
  /** What keeps it from being used, as things stand on the server. */
  readonly obstacle?: Problem;
  /** What will not work of it yet; the rest does. */
  readonly caution?: Problem;
}

type Finder = (scene: Scene) => readonly Suggestion[];

/** More places than this are not suggested for one thing: a list that nobody reads helps nobody. */
const MOST_OF_A_KIND = 8;

/** Everything there is to suggest for what is not set yet, what matters most first. */
export function suggestionsFor(scene: Scene): readonly Suggestion[] {
  return FINDERS.flatMap((find) => find(scene));
}

/** Those that can be used as things stand. */
export function usable(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  return suggestions.filter(({ obstacle }) => obstacle === undefined);
}

/** Stands for what is suggested, whether or not it can be used: what somebody agreed to is what is saved. */
export function printOf(suggestions: readonly Suggestion[]): string {
  return fingerprint(suggestions.map(({ what, id, tierKey }) => `${what} ${id} ${tierKey ?? ''}`).join('\n'));
}

/** Takes all that can be used, unless there is something else to suggest now than what was agreed to. */
export const useSuggestions =
  (agreed: string, scene: Omit<Scene, 'settings'>): Change =>
  (settings) => {
    const suggestions = suggestionsFor({ ...scene, settings });
    if (printOf(suggestions) !== agreed) return refuse('suggestionsChanged');
    return inOneGo(usable(suggestions).map(({ change }) => change))(settings);
  };

/** Where members ask: channels whose name speaks of help, and forums with a tag for what is solved. */
const questions: Finder = ({ settings, server }) => {
  const asked = new Set(settings.questions.channels.map(({ channelId }) => channelId));
  const found = [...server.channels.values()].filter(canHoldQuestions).flatMap((channel) => {
    const tag = solvedTagOf(channel);
    const distance = distanceTo('help', channel.name, 'channel');
    return distance === undefined && !tag ? [] : [{ channel, tag, distance: distance ?? BY_TAG_ALONE }];
  });
  return whereMembersWrite(found)
    .filter(({ channel }) => !asked.has(channel.id))
    .slice(0, MOST_OF_A_KIND)
    .map(({ channel, tag, distance }) => ({
      what: distance === BY_TAG_ALONE ? 'questionsByTag' : 'questions',
      id: channel.id,
      ...(tag && { tag }),
      change: askIn({ channelId: channel.id, ...(tag && { solvedTagId: tag.id }) }),
      ...closed('questions', channel, RIGHTS_FOR_QUESTIONS),
      ...(tag && untaggable(settings, channel)),
    }));
};

/** Farther than any name that speaks of help. */
const BY_TAG_ALONE = Number.MAX_SAFE_INTEGER;

/** Help channels that are forums with a solved tag which nobody has named yet. */
const solvedTags: Finder = ({ settings, server }) =>
  settings.questions.channels.flatMap(({ channelId, solvedTagId }) => {
    const channel = server.channels.get(channelId);
    const tag = channel && solvedTagId === undefined ? solvedTagOf(channel) : undefined;
    if (!channel || !tag) return [];
    const change = tagSolvedWith(channelId, tag.id);
    return [{ what: 'solvedTag' as const, id: channelId, tag, change, ...untaggable(settings, channel) }];
  });

const announcements: Finder = ({ settings, server }) => {
  if (settings.announcementChannelId !== undefined) return [];
  const found = [...server.channels.values()].flatMap((channel) => {
    const distance = canAnnounce(channel) ? distanceTo('news', channel.name, 'channel') : undefined;
    return distance === undefined ? [] : [{ channel, distance }];
  });
  return inOrder(found)
    .slice(0, 1)
    .map(({ channel }) => ({
      what: 'announcements',
      id: channel.id,
      change: announceIn(channel.id),
      ...closed('announcements', channel, RIGHTS_TO_ANNOUNCE),
    }));
};

/** A role for each tier that has none, by the tier's own name or what others call it. No role stands for two tiers. */
const tierRoles: Finder = ({ settings: { tiers }, server, administrator }) => {
  const taken = new Set(tiers.flatMap(({ roleId }) => (roleId === undefined ? [] : [roleId])));
  return tiers.flatMap((tier): readonly Suggestion[] => {
    if (tier.roleId !== undefined && server.roles.has(tier.roleId)) return [];
    const role = nearestRole(server, taken, (name) => distanceToTier(tier, name));
    if (!role) return [];
    taken.add(role.id);
    const obstacle = judgeRole(role, server.bot, administrator);
    return [
      {
        what: 'tierRole',
        id: role.id,
        tierKey: tier.key,
        change: chooseTierRole(tier.key, role.id, ({ key }) => key),
        ...(obstacle && { obstacle: { section: 'tiers', what: 'role', tierKey: tier.key, obstacle } }),
      },
    ];
  });
};

const TIER_TOPICS: Readonly<Record<string, Topic>> = {
  helper: 'helper',
  guide: 'guide',
  expert: 'expert',
  ambassador: 'ambassador',
};

function distanceToTier(tier: { key: string; name?: string | undefined }, name: string): number | undefined {
  if (tier.name !== undefined) return wordsOf(tier.name).join() === wordsOf(name).join() ? 0 : undefined;
  const topic = TIER_TOPICS[tier.key];
  return topic && distanceTo(topic, name, 'role');
}

/** The one role that is nearest; none where two are equally near and neither is exactly it: better none than the wrong one. */
function nearestRole(
  { roles }: ServerFacts,
  taken: ReadonlySet<string>,
  distanceOf: (name: string) => number | undefined,
): RoleFacts | undefined {
  const free = [...roles.values()].filter(
    ({ id, isEveryone, isManaged }) => !isEveryone && !isManaged && !taken.has(id),
  );
  const near = byDistance(free, ({ name }) => distanceOf(name));
  const [first, second] = near;
  const isTie = first && second && first.distance >= 1 && second.distance === first.distance;
  return isTie ? undefined : first?.thing;
}

/** Roles called like those who look after the server. */
const staff: Finder = ({ settings: { questions: chosen, tiers }, server }) => {
  const taken = new Set([...chosen.staffRoleIds, ...tiers.map(({ roleId }) => roleId)]);
  return [...server.roles.values()]
    .filter(
      ({ id, name, isEveryone, isManaged }) =>
        !isEveryone && !isManaged && !taken.has(id) && distanceTo('staff', name, 'role') !== undefined,
    )
    .slice(0, MOST_OF_A_KIND)
    .map(({ id }) => ({ what: 'staff', id, change: addStaff(id) }));
};

/** One entry a thing that can be suggested, in the order they are shown. */
const FINDERS: readonly Finder[] = [questions, solvedTags, announcements, tierRoles, staff];

/** A forum's tag for what is solved, by its name. */
export function solvedTagOf({ tags }: ChannelFacts): ForumTag | undefined {
  return byDistance(tags, ({ name }) => distanceTo('solved', name, 'tag'))[0]?.thing;
}

/** Those at any distance at all, nearest first. */
function byDistance<T>(things: readonly T[], distanceOf: (thing: T) => number | undefined) {
  return things
    .flatMap((thing) => {
      const distance = distanceOf(thing);
      return distance === undefined ? [] : [{ thing, distance }];
    })
    .sort((a, b) => a.distance - b.distance);
}

/** Nearest first; channels that members in general do not see come last, as in a server that opens after its rules. */
function inOrder<T extends { channel: ChannelFacts; distance: number }>(found: readonly T[]): T[] {
  return found.toSorted(
    (a, b) =>
      Number(b.channel.isSeenByMembers) - Number(a.channel.isSeenByMembers) || a.distance - b.distance,
  );
}

/** What only members read is not where they ask, and what they do not see is meant for others if there is anything else. */
function whereMembersWrite<T extends { channel: ChannelFacts; distance: number }>(found: readonly T[]): T[] {
  const open = inOrder(found.filter(({ channel }) => channel.isForMembers));
  return open.length > 0 ? open : inOrder(found.filter(({ channel }) => !channel.isSeenByMembers));
}

function closed(
  section: 'questions' | 'announcements',
  channel: ChannelFacts,
  needed: readonly ChannelRight[],
): { obstacle?: Problem } {
  const [obstacle] = closedIn(section, [channel], () => needed);
  return obstacle ? { obstacle } : {};
}

/** What keeps Laurel from putting the solved tag on, if it should. */
function untaggable({ questions: { solved } }: Settings, channel: ChannelFacts): { caution?: Problem } {
  const [caution] = solved.sign ? closedIn('questions', [channel], () => RIGHTS_TO_TAG) : [];
  return caution ? { caution } : {};
}
