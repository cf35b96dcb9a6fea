// What discord.js's own builders make of every component and command is taken, by the rules and by the schema.
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  ContainerBuilder,
  EmbedBuilder,
  FileUploadBuilder,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { checkCommands } from './commands.ts';
import { checkMessage } from './message.ts';
import { checkModal } from './modal.ts';
import { checkRequest } from './request-schema.ts';

const button = (id: string) =>
  new ButtonBuilder().setCustomId(id).setLabel(id).setStyle(ButtonStyle.Secondary);

/** As it goes over the wire. */
function json(made: { toJSON(): unknown }): unknown {
  return JSON.parse(JSON.stringify(made.toJSON()));
}

describe('builders make what Discord takes', () => {
  it('a card with everything', () => {
    const card = new ContainerBuilder()
      .setAccentColor(0x5865f2)
      .addTextDisplayComponents((text) => text.setContent('# Leaderboard'))
      .addSectionComponents((section) =>
        section
          .addTextDisplayComponents((text) => text.setContent('1. Alice'))
          .setThumbnailAccessory((picture) =>
            picture.setURL('https://example.com/a.png').setDescription('Alice'),
          ),
      )
      .addSectionComponents((section) =>
        section
          .addTextDisplayComponents((text) => text.setContent('2. Bob'))
          .setButtonAccessory(button('bob').setEmoji('🙏')),
      )
      .addSeparatorComponents((line) => line.setDivider(true).setSpacing(2))
      .addMediaGalleryComponents((gallery) =>
        gallery.addItems((item) => item.setURL('attachment://a.png').setDescription('Chart')),
      )
      .addFileComponents((file) => file.setURL('attachment://report.csv'))
      .addActionRowComponents((row) =>
        row.setComponents(button('previous'), button('next').setDisabled(true)),
      )
      .addActionRowComponents((row) =>
        row.setComponents(
          new StringSelectMenuBuilder()
            .setCustomId('period')
            .setPlaceholder('Period')
            .addOptions({ label: 'Week', value: 'week', default: true, emoji: '📅' }),
        ),
      );
    const body = {
      flags: MessageFlags.IsComponentsV2,
      components: [json(card)],
      allowed_mentions: { parse: [] },
    };
    expect(checkMessage(body, { kind: 'create', attachmentNames: ['a.png', 'report.csv'] })).toBeUndefined();
    expect(checkRequest('POST', '/channels/1/messages', body)).toBeUndefined();
  });

  it('embeds and rows', () => {
    const embed = new EmbedBuilder()
      .setTitle('Report')
      .setColor(0xff0000)
      .setTimestamp(0)
      .setFooter({ text: 'x' })
      .addFields({ name: 'a', value: 'b', inline: true });
    const people = new ActionRowBuilder<UserSelectMenuBuilder>().setComponents(
      new UserSelectMenuBuilder().setCustomId('people').setMinValues(0).setMaxValues(25).setDefaultUsers('1'),
    );
    const channels = new ActionRowBuilder<ChannelSelectMenuBuilder>().setComponents(
      new ChannelSelectMenuBuilder().setCustomId('channels').setChannelTypes(0, 15),
    );
    const body = { embeds: [json(embed)], components: [json(people), json(channels)] };
    expect(checkMessage(body, { kind: 'create', attachmentNames: [] })).toBeUndefined();
    expect(checkRequest('POST', '/channels/1/messages', body)).toBeUndefined();
  });

  it('a modal with text, picks and files', () => {
    const modal = new ModalBuilder()
      .setCustomId('ask')
      .setTitle('Ask')
      .addLabelComponents(
        new LabelBuilder()
          .setLabel('Title')
          .setTextInputComponent(
            new TextInputBuilder()
              .setCustomId('title')
              .setStyle(TextInputStyle.Short)
              .setMinLength(5)
              .setMaxLength(100)
              .setPlaceholder('In one line'),
          ),
        new LabelBuilder()
          .setLabel('Area')
          .setDescription('Where')
          .setStringSelectMenuComponent(
            new StringSelectMenuBuilder()
              .setCustomId('area')
              .addOptions({ label: 'Billing', value: 'billing' }),
          ),
        new LabelBuilder()
          .setLabel('Who')
          .setUserSelectMenuComponent(new UserSelectMenuBuilder().setCustomId('who').setRequired(false)),
        new LabelBuilder()
          .setLabel('Logs')
          .setFileUploadComponent(
            new FileUploadBuilder().setCustomId('logs').setRequired(false).setMinValues(0).setMaxValues(3),
          ),
      );
    expect(checkModal(json(modal))).toBeUndefined();
    expect(
      checkRequest('POST', '/interactions/1/token/callback', { type: 9, data: json(modal) }),
    ).toBeUndefined();
  });

  it('commands', () => {
    const command = new SlashCommandBuilder()
      .setName('thanks')
      .setNameLocalizations({ fr: 'merci' })
      .setDescription('Thank someone')
      .setDefaultMemberPermissions(8n)
      .setContexts(0)
      .setIntegrationTypes(0)
      .addUserOption((option) => option.setName('member').setDescription('Whom').setRequired(true))
      .addStringOption((option) => option.setName('reason').setDescription('Why').setMaxLength(200))
      .addStringOption((option) =>
        option.setName('board').setDescription('Which').addChoices({ name: 'Points', value: 'points' }),
      )
      .addIntegerOption((option) =>
        option.setName('page').setDescription('Page').setMinValue(1).setAutocomplete(true),
      )
      .addChannelOption((option) => option.setName('where').setDescription('Where').addChannelTypes(0, 15));
    const body = [json(command)];
    expect(checkCommands(body)).toBeUndefined();
    expect(checkRequest('PUT', '/applications/1/commands', body)).toBeUndefined();
  });
});
