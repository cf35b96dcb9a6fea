// The tags of a help forum on Discord: which its solved questions get, and which go then.
import { refuse } from '../../core/context.ts';
import { helpChannelOf } from '../../core/settings.ts';
import type { Answer, Call, ComponentInteraction } from '../../discord/feature.ts';
import { apply, look, type Page, picked } from './editing.discord.ts';
import { removeWhenSolved, tagSolvedWith } from './help-channels.rules.ts';
import { forumView, NO_TAG } from './help-channels.view.ts';
import { sectionView } from './view.ts';

type Press = Call<ComponentInteraction>;

/** The page of a help forum; that of all questions if it is none any more. */
const forumPage =
  (channelId: string): Page =>
  (shown, note) => {
    const helpChannel = helpChannelOf(shown.settings, channelId);
    return helpChannel ? forumView(helpChannel, shown, note) : sectionView('questions', shown, note);
  };

export async function openForum(call: Press): Promise<Answer> {
  return forumPage(picked(call)[0] ?? '')(await look(call));
}

export async function setSolvedTag(call: Press, [channelId = '']: readonly string[]): Promise<Answer> {
  const [tag] = picked(call);
  if (tag === undefined || !(await hasTags(call, channelId, [tag]))) return refuse('outOfDate');
  return apply(call, tagSolvedWith(channelId, tag === NO_TAG ? undefined : tag), forumPage(channelId));
}

export async function setRemovedTags(call: Press, [channelId = '']: readonly string[]): Promise<Answer> {
  const tags = picked(call);
  if (!(await hasTags(call, channelId, tags))) return refuse('outOfDate');
  return apply(call, removeWhenSolved(channelId, tags), forumPage(channelId));
}

/** Whether a forum has all these tags now, no tag aside. */
async function hasTags(call: Press, channelId: string, ids: readonly string[]): Promise<boolean> {
  const tags = (await look(call)).server.channels.get(channelId)?.tags ?? [];
  return ids.every((id) => id === NO_TAG || tags.some((tag) => tag.id === id));
}
