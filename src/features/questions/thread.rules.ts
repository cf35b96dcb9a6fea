// What is done to the thread of a solved question, and how that is taken back; its title; and who asked in a thread. Pure.
import type { ThreadChange } from '../../core/actions.ts';
import type { HelpChannel, Settings } from '../../core/settings.ts';

const HOUR_MS = 3_600_000;
/** Laurel's sign on the first message of a solved question, and what people react with to mark one. */
export const SOLVED_EMOJI = '✅';
/** Discord's limit for a thread's name, in characters. */
const LONGEST_TITLE = 100;
/** How much of a message names the thread that is opened for it, in characters: about what a list shows. */
const LONGEST_OPENED_TITLE = 80;

/** What was asked of a thread when its question was solved, so that it can be taken back. */
export interface Asked {
  /** The solved tag. */
  tagId: string | undefined;
  removedTagIds: readonly string[];
  title: boolean;
  locked: boolean;
  archived: boolean;
}

export interface SolvedPlan {
  asked: Asked;
  change: ThreadChange | undefined;
  /** No tag to put on: ✅ on the first message says it. */
  check: boolean;
  /** When to put the thread away, ms; none for never. */
  archiveDueAt: number | null;
}

/** What is to be done to a thread when its question was solved at `at`; `tagIds` are those it has now. */
export function planWhenSolved(
  channel: HelpChannel | undefined,
  { sign, title, archiveHours, lock }: Settings['questions']['solved'],
  tagIds: readonly string[],
  at: number,
): SolvedPlan {
  const tagId = sign ? channel?.solvedTagId : undefined;
  const asked: Asked = {
    tagId,
    removedTagIds: (channel?.removedTagIds ?? []).filter((id) => tagIds.includes(id)),
    title,
    locked: lock && archiveHours === 0,
    archived: false,
  };
  return {
    asked,
    change: changeOf({
      addTags: tagId === undefined ? [] : [tagId],
      removeTags: asked.removedTagIds,
      ...(title ? { mark: 'put' as const } : {}),
      ...(asked.locked ? { locked: true } : {}),
    }),
    check: sign && tagId === undefined,
    archiveDueAt: archiveHours > 0 ? at + archiveHours * HOUR_MS : null,
  };
}

/** Puts a solved thread away, for good where the server locks. */
export function changeWhenPutAway({ lock }: Settings['questions']['solved']): ThreadChange {
  return { addTags: [], removeTags: [], archived: true, ...(lock ? { locked: true } : {}) };
}

/** Takes back what was asked of a thread. */
export function changeWhenTakenBack(asked: Asked): ThreadChange | undefined {
  return changeOf({
    addTags: asked.removedTagIds,
    removeTags: asked.tagId === undefined ? [] : [asked.tagId],
    ...(asked.title ? { mark: 'take' as const } : {}),
    ...(asked.locked ? { locked: false } : {}),
    ...(asked.archived ? { archived: false } : {}),
  });
}

function changeOf(change: ThreadChange): ThreadChange | undefined {
  const { addTags, removeTags, ...others } = change;
  const nothing = addTags.length === 0 && removeTags.length === 0 && Object.keys(others).length === 0;
  return nothing ? undefined : change;
}

/** A thread's name as its asker chose it: without Laurel's mark. */
export function titleOf(name: string): string {
  return name.replace(/^✔️?\s*/u, '').slice(0, LONGEST_TITLE) || name;
}

/** A name for the thread that is opened for a message: its first line of words, or whose question it is. */
export function titleFor(content: string, asker: string): string {
  const line = content
    .replaceAll(/<a?:(\w+):\d+>/g, ':$1:')
    .replaceAll(/<[@#][!&]?\d+>|https?:\/\/\S+|[`*_~|>#]/g, ' ')
    .split('\n')
    .map((one) => one.replaceAll(/\s+/g, ' ').trim())
    .find((one) => /[\p{L}\p{N}]{2}/u.test(one));
  const characters = [...(line ?? asker)];
  if (characters.length <= LONGEST_OPENED_TITLE) return characters.join('');
  return `${characters.slice(0, LONGEST_OPENED_TITLE - 1).join('')}…`;
}

/** A link to a message or a thread of this server: `…/channels/GUILD/CHANNEL` or `…/channels/GUILD/CHANNEL/MESSAGE`. */
export interface Linked {
  channelId: string;
  messageId: string | undefined;
}

const LINK =
  /https?:\/\/(?:(?:www|ptb|canary)\.)?discord(?:app)?\.com\/channels\/(\d{1,20})\/(\d{1,20})(?:\/(\d{1,20}))?/g;
/** More links than these in one message lead to no single answer. */
const MOST_LINKS = 10;

/** The links of a text that lead into this server, in their order. */
export function linksIn(text: string, guildId: string): Linked[] {
  const found: Linked[] = [];
  for (const [, guild, channelId, messageId] of text.matchAll(LINK)) {
    if (found.length === MOST_LINKS) break;
    if (guild === guildId && channelId !== undefined) found.push({ channelId, messageId });
  }
  return found;
}
