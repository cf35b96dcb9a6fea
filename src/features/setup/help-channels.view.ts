// One help forum in /setup: the tag that its solved questions get, and those that go then.
import { StringSelectMenuBuilder } from '@discordjs/builders';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import type { HelpChannel } from '../../core/settings.ts';
import { button, panel, type Row, row, select } from './panel.view.ts';
import type { ForumTag } from './rules.ts';
import type { Shown } from './values.view.ts';

/** In a choice that must have a value: ✅ on the first message instead of a tag. */
export const NO_TAG = '-';
/** Discord's limits for a select: its choices, and the characters on each. */
const MOST_CHOICES = 25;
const LONGEST_LABEL = 100;

/** A list of the help forums that have tags, each leading to its own page. None if there are none. */
export function forumControls({ settings, server, reading: { t } }: Shown): Row[] {
  const forums = settings.questions.channels.flatMap(({ channelId, solvedTagId, removedTagIds }) => {
    const forum = server.channels.get(channelId);
    const chosen = solvedTagId !== undefined || removedTagIds.length > 0;
    return forum && (forum.tags.length > 0 || chosen)
      ? [{ value: channelId, label: `#${forum.name}`.slice(0, LONGEST_LABEL) }]
      : [];
  });
  return forums.length > 0
    ? [row(select('forum', t('setup.forum.pick'), forums.slice(0, MOST_CHOICES)))]
    : [];
}

/** What happens to the tags of a forum's questions when they are solved, and the means to change it. */
export function forumView(helpChannel: HelpChannel, shown: Shown, note?: string): View {
  const { t, list } = shown.reading;
  const { channelId, solvedTagId, removedTagIds } = helpChannel;
  const forum = shown.server.channels.get(channelId);
  const tags = (forum?.tags ?? []).slice(0, MOST_CHOICES - 1);
  const named = (ids: readonly string[]) => tags.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const [solved] = named(solvedTagId === undefined ? [] : [solvedTagId]);
  const removed = named(removedTagIds);
  const now = [
    solved === undefined ? t('setup.forum.byCheck') : t('setup.forum.solved', { tag: solved }),
    ...(removed.length > 0 ? [t('setup.forum.removed', { tags: list(removed), count: removed.length })] : []),
  ].join(' · ');
  const others = tags.filter(({ id }) => id !== solvedTagId);
  return panel(
    {
      title: `#${forum?.name ?? channelId}`,
      note,
      paragraphs: [t('setup.forum.about'), t('setup.now', { value: now })],
    },
    [
      row(solvedSelect(helpChannel, tags, shown)),
      ...(others.length > 0 ? [row(removedSelect(helpChannel, others, shown))] : []),
      row(button(t('setup.back'), 'open', 'questions')),
    ],
  );
}

function solvedSelect(
  { channelId, solvedTagId }: HelpChannel,
  tags: readonly ForumTag[],
  { reading: { t } }: Shown,
) {
  const choices = [{ value: NO_TAG, label: t('setup.forum.byCheck') }, ...tags.map(asChoice)];
  const there = tags.some(({ id }) => id === solvedTagId);
  return select('solvedTag', t('setup.forum.pickSolved'), choices, there ? solvedTagId : NO_TAG).setCustomId(
    customId('setup', 'solvedTag', channelId),
  );
}

function removedSelect(
  { channelId, removedTagIds }: HelpChannel,
  others: readonly ForumTag[],
  { reading: { t } }: Shown,
) {
  return new StringSelectMenuBuilder()
    .setCustomId(customId('setup', 'removedTags', channelId))
    .setPlaceholder(t('setup.forum.pickRemoved'))
    .setMinValues(0)
    .setMaxValues(others.length)
    .addOptions(others.map((tag) => ({ ...asChoice(tag), default: removedTagIds.includes(tag.id) })));
}

const asChoice = ({ id, name }: ForumTag) => ({ value: id, label: name });
