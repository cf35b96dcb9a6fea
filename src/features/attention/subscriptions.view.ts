// How following tags looks: one list a forum, and whether one is mentioned.
import {
  ActionRowBuilder,
  ButtonBuilder,
  ContainerBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
} from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { ForumTag, View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import type { Reading } from '../../core/texts.ts';
import type { Subscription } from './digest.rules.ts';

/** Forums shown: with three components each, this stays below Discord's 40. */
const MOST_FORUMS = 10;
/** Discord's limits for a select: its choices, and the words on each. */
const MOST_CHOICES = 25;
const MOST_CHARACTERS = 100;

export interface ShownTags {
  forums: readonly { channelId: string; name: string; tags: readonly ForumTag[] }[];
  subscriptions: readonly Subscription[];
  boardChannelId: string;
}

export function tagsView(reading: Reading, { forums, subscriptions, boardChannelId }: ShownTags): View {
  const { t } = reading;
  const following = new Set(subscriptions.map(({ tagId }) => tagId));
  const container = new ContainerBuilder().addTextDisplayComponents(
    new TextDisplayBuilder().setContent(
      `## ${t('attention.tags.title')}\n${t('attention.tags.about', { board: ` (<#${boardChannelId}>)` })}`,
    ),
  );
  const tagged = forums.filter(({ tags }) => tags.length > 0).slice(0, MOST_FORUMS);
  for (const forum of tagged) {
    const label = t('attention.tags.choose', { channel: forum.name }).slice(0, MOST_CHARACTERS);
    const choices = forum.tags.slice(0, MOST_CHOICES);
    container.addTextDisplayComponents(new TextDisplayBuilder().setContent(`<#${forum.channelId}>`));
    container.addActionRowComponents(
      new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
        new StringSelectMenuBuilder()
          .setCustomId(customId('attention', 'follow', forum.channelId))
          .setPlaceholder(label)
          .setMinValues(0)
          .setMaxValues(choices.length)
          .addOptions(
            choices.map(({ id, name }) => ({ label: name, value: id, default: following.has(id) })),
          ),
      ),
    );
  }
  if (tagged.length === 0) {
    container.addTextDisplayComponents(new TextDisplayBuilder().setContent(t('attention.tags.none')));
  }
  const how = subscriptions[0]?.how;
  if (how !== undefined) addHow(reading, container, how, subscriptions.length);
  return { components: [container.toJSON()] };
}

function addHow({ t }: Reading, container: ContainerBuilder, how: Subscription['how'], count: number): void {
  const button = (wish: Subscription['how']) =>
    new ButtonBuilder()
      .setCustomId(customId('attention', 'how', wish))
      .setLabel(t(`attention.tags.${wish}`))
      .setStyle(how === wish ? ButtonStyle.Primary : ButtonStyle.Secondary)
      .setDisabled(how === wish);
  container
    .addTextDisplayComponents(
      new TextDisplayBuilder().setContent(
        [
          t('attention.tags.following', { count }),
          t(how === 'mention' ? 'attention.tags.howMention' : 'attention.tags.howDigest'),
        ].join(' '),
      ),
    )
    .addActionRowComponents(
      new ActionRowBuilder<ButtonBuilder>().addComponents(button('digest'), button('mention')),
    );
}
