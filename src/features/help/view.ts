// What /help shows: at a glance what can be done here, and each topic with its commands.
import {
  ActionRowBuilder,
  ButtonBuilder,
  ContainerBuilder,
  escapeMarkdown,
  SectionBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
} from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import type { Reading, TextKey } from '../../core/texts.ts';
import { FIRST_COMMANDS, type HelpTopic } from './rules.ts';
import { howThanksWork, isNowhere, type Thanking } from './thanking.view.ts';

/** What is chosen to come back from a topic. */
export const OVERVIEW = 'overview';

/** A slash command as the reader can click it, and what it does. */
export interface CommandLine {
  mention: string;
  description: TextKey;
}

/** What the reader may use about one topic. */
export interface Chapter {
  topic: HelpTopic;
  commands: readonly CommandLine[];
  /** Names under "Apps" of a message's or a person's menu. */
  onMessages: readonly string[];
  onPeople: readonly string[];
}

export interface Help extends Thanking {
  serverName: string;
  /** Nothing was ever set up here: whom to tell what about it. */
  beginning: 'forAdministrators' | 'forMembers' | undefined;
  /** Topics of which there is something to use. */
  chapters: readonly Chapter[];
}

/** One line for each topic, and a list to choose one from. */
export function overviewView(reading: Reading, help: Help): View {
  const { t } = reading;
  const { beginning, serverName, chapters } = help;
  const container = new ContainerBuilder();
  say(container, `## ${t('help.title', { server: escapeMarkdown(serverName) })}`);
  if (beginning === 'forAdministrators') container.addSectionComponents(wayToSetUp(reading));
  else say(container, ...(beginning === 'forMembers' ? workingAlready(reading, help) : [t('help.hello')]));
  say(container, ...chapters.map(({ topic }) => inShort(reading, help, topic)));
  container.addActionRowComponents(topicList(reading, help));
  return { components: [container.toJSON()] };
}

/** All there is to use about one topic; of thanks also how they work here. */
export function topicView(reading: Reading, help: Help, chapter: Chapter): View {
  const { t } = reading;
  const { topic, commands, onMessages, onPeople } = chapter;
  const container = new ContainerBuilder();
  say(container, `## ${t(`help.topics.${topic}.name`)}`);
  if (topic === 'thanks') say(container, ...howThanksWork(reading, help));
  say(
    container,
    ...commands.map(({ mention, description }) =>
      t('help.line', { command: mention, description: t(description) }),
    ),
    ...menuLine(reading, 'help.onMessage', onMessages),
    ...menuLine(reading, 'help.onPerson', onPeople),
  );
  container.addActionRowComponents(topicList(reading, help, topic));
  return { components: [container.toJSON()] };
}

function say(container: ContainerBuilder, ...lines: readonly string[]): void {
  container.addTextDisplayComponents(new TextDisplayBuilder().setContent(lines.join('\n')));
}

/** The list of topics; the one that is shown is marked, and then there is a way back. */
function topicList(
  { t }: Reading,
  { chapters }: Help,
  shown?: HelpTopic,
): ActionRowBuilder<StringSelectMenuBuilder> {
  const back = shown === undefined ? [] : [{ value: OVERVIEW, label: t('help.overview') }];
  const topics = chapters.map(({ topic }) => ({
    value: topic,
    label: t(`help.topics.${topic}.name`),
    default: topic === shown,
  }));
  const list = new StringSelectMenuBuilder()
    .setCustomId(customId('help', 'topic'))
    .setPlaceholder(t('help.more'))
    .addOptions(...back, ...topics);
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(list);
}

/** A topic in one line, with the commands to begin with. */
function inShort({ t }: Reading, help: Help, topic: HelpTopic): string {
  const { mention } = help;
  const name = t(`help.topics.${topic}.name`);
  const about = topic === 'thanks' && isNowhere(help) ? 'byCommand' : topic;
  const commands = Object.fromEntries(
    Object.entries(FIRST_COMMANDS[topic]).map(([name, command]) => [name, mention(command)]),
  );
  return t('help.topic', { name, about: t(`help.about.${about}`, commands) });
}

/** Two lines for members of a server where nothing was set up: it works all the same. */
function workingAlready({ t }: Reading, { mention }: Help): string[] {
  return [t('help.new.works'), t('help.new.look', { leaderboard: mention('leaderboard') })];
}

/** The same for those who may set it up, with the button that leads them. */
function wayToSetUp({ t }: Reading): SectionBuilder {
  const begin = new ButtonBuilder()
    .setCustomId(customId('setup', 'begin'))
    .setLabel(t('help.new.begin'))
    .setStyle(ButtonStyle.Primary);
  return new SectionBuilder()
    .addTextDisplayComponents(
      new TextDisplayBuilder().setContent([t('help.new.worksAsItIs'), t('help.new.setUp')].join('\n')),
    )
    .setButtonAccessory(begin);
}

function menuLine(
  { t }: Reading,
  key: 'help.onMessage' | 'help.onPerson',
  names: readonly string[],
): string[] {
  return names.length > 0 ? [t(key, { names: names.map((name) => `**${name}**`).join(', ') })] : [];
}
