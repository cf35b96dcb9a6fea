// What the showcase posts: an embed, every select, every component, galleries, files.
import {
  ActionRowBuilder,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  ChannelType,
  ContainerBuilder,
  EmbedBuilder,
  FileBuilder,
  MediaGalleryBuilder,
  MentionableSelectMenuBuilder,
  RoleSelectMenuBuilder,
  SectionBuilder,
  SeparatorBuilder,
  SeparatorSpacingSize,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  ThumbnailBuilder,
  UserSelectMenuBuilder,
} from 'discord.js';
import { paintPng } from './png.ts';

export const COLOURS = [
  { label: 'Red', value: 'red', description: 'Like a rose' },
  { label: 'Green', value: 'green', emoji: { name: '🌿' } },
  { label: 'Blue', value: 'blue' },
];
export const PLAIN_COLOURS = COLOURS.map(({ label, value }) => ({ label, value }));

export function embed(): EmbedBuilder {
  return new EmbedBuilder()
    .setColor(0x3ca050)
    .setAuthor({ name: 'The gardener' })
    .setTitle('What grows')
    .setURL('https://example.com')
    .setDescription('**Much** of it, since <t:1700000000:D>')
    .addFields(
      { name: 'Beans', value: 'three', inline: true },
      { name: 'Peas', value: 'two', inline: true },
      { name: 'In all', value: 'five' },
    )
    .setImage('attachment://chart.png')
    .setFooter({ text: 'Counted by hand' });
}

export function selects() {
  return [
    new ActionRowBuilder<StringSelectMenuBuilder>().setComponents(
      new StringSelectMenuBuilder()
        .setCustomId('colours')
        .setMinValues(1)
        .setMaxValues(2)
        .addOptions(COLOURS),
    ),
    new ActionRowBuilder<UserSelectMenuBuilder>().setComponents(
      new UserSelectMenuBuilder().setCustomId('people'),
    ),
    new ActionRowBuilder<RoleSelectMenuBuilder>().setComponents(
      new RoleSelectMenuBuilder().setCustomId('roles'),
    ),
    new ActionRowBuilder<MentionableSelectMenuBuilder>().setComponents(
      new MentionableSelectMenuBuilder().setCustomId('anyone').setMaxValues(3),
    ),
    new ActionRowBuilder<ChannelSelectMenuBuilder>().setComponents(
      new ChannelSelectMenuBuilder().setCustomId('channels').setChannelTypes(ChannelType.GuildAnnouncement),
    ),
  ];
}

export function container(leafId: string): ContainerBuilder {
  const text = (content: string) => new TextDisplayBuilder().setContent(content);
  const button = (style: ButtonStyle, name: string) =>
    new ButtonBuilder().setStyle(style).setCustomId(name).setLabel(name);
  return new ContainerBuilder()
    .setAccentColor(0x5865f2)
    .addTextDisplayComponents(text('# Everything\n- one\n  - deeper\n- two <:leaf:'.concat(leafId, '>')))
    .addSectionComponents(
      new SectionBuilder()
        .addTextDisplayComponents(text('**A section** with a picture'), text('-# and small print'))
        .setThumbnailAccessory(
          new ThumbnailBuilder().setURL('attachment://chart.png').setDescription('A chart of peas'),
        ),
      new SectionBuilder()
        .addTextDisplayComponents(text('A section with a button'))
        .setButtonAccessory(button(ButtonStyle.Secondary, 'beside')),
    )
    .addSeparatorComponents(new SeparatorBuilder().setSpacing(SeparatorSpacingSize.Large))
    .addFileComponents(new FileBuilder().setURL('attachment://notes.txt'))
    .addSeparatorComponents(new SeparatorBuilder().setDivider(false))
    .addMediaGalleryComponents(
      new MediaGalleryBuilder().addItems({
        media: { url: 'attachment://SPOILER_end.png' },
        description: 'How it ends',
        spoiler: true,
      }),
    )
    .addActionRowComponents(
      new ActionRowBuilder<ButtonBuilder>().setComponents(
        button(ButtonStyle.Primary, 'first').setEmoji({ name: 'leaf', id: leafId }),
        button(ButtonStyle.Success, 'second'),
        button(ButtonStyle.Danger, 'third'),
        button(ButtonStyle.Secondary, 'fourth').setDisabled(true),
        new ButtonBuilder().setStyle(ButtonStyle.Link).setLabel('Elsewhere').setURL('https://example.com'),
      ),
    );
}

export function galleries(): MediaGalleryBuilder[] {
  return [1, 2, 3, 4, 5, 7, 8, 10].map((count) =>
    new MediaGalleryBuilder().addItems(
      ...Array.from({ length: count }, (_, index) => ({
        media: { url: 'attachment://chart.png' },
        description: `Picture ${index + 1} of ${count}`,
      })),
    ),
  );
}

export function plainFiles(): AttachmentBuilder[] {
  return [picture('one.png', 'The first'), picture('two.png', 'The second'), textFile('notes.txt')];
}

export function picture(name: string, description: string): AttachmentBuilder {
  return new AttachmentBuilder(paintPng(240, 160, [60, 120, 200]), { name, description });
}

export function textFile(name: string): AttachmentBuilder {
  return new AttachmentBuilder(Buffer.from('Things to remember'), { name });
}
