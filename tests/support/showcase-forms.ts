// The showcase's forms, with every field there is, and what it says of them when they are sent.
import {
  ChannelSelectMenuBuilder,
  ChannelType,
  CheckboxBuilder,
  CheckboxGroupBuilder,
  FileUploadBuilder,
  LabelBuilder,
  MentionableSelectMenuBuilder,
  ModalBuilder,
  type ModalSubmitInteraction,
  RadioGroupBuilder,
  RoleSelectMenuBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
} from 'discord.js';
import { COLOURS, PLAIN_COLOURS } from './showcase-messages.ts';

const labelled = (label: string, description?: string) => {
  const builder = new LabelBuilder().setLabel(label);
  return description === undefined ? builder : builder.setDescription(description);
};
const form = (id: string, ...labels: LabelBuilder[]) =>
  new ModalBuilder()
    .setCustomId(id)
    .setTitle(`A form of ${id}`)
    .addLabelComponents(...labels);

export const FORMS: Record<string, ModalBuilder> = {
  words: form(
    'words',
    labelled('Title', 'In a few words').setTextInputComponent(
      new TextInputBuilder()
        .setCustomId('title')
        .setStyle(TextInputStyle.Short)
        .setMinLength(3)
        .setMaxLength(20),
    ),
    labelled('Details').setTextInputComponent(
      new TextInputBuilder()
        .setCustomId('details')
        .setStyle(TextInputStyle.Paragraph)
        .setRequired(false)
        .setValue('As ever')
        .setPlaceholder('What happened'),
    ),
    labelled('Colour').setStringSelectMenuComponent(
      new StringSelectMenuBuilder().setCustomId('colour').addOptions(COLOURS),
    ),
    labelled('Files').setFileUploadComponent(
      new FileUploadBuilder().setCustomId('files').setMinValues(1).setMaxValues(2),
    ),
  ),
  choices: form(
    'choices',
    labelled('One').setRadioGroupComponent(
      new RadioGroupBuilder().setCustomId('one').addOptions(PLAIN_COLOURS),
    ),
    labelled('Some', 'At most two').setCheckboxGroupComponent(
      new CheckboxGroupBuilder().setCustomId('some').setMaxValues(2).addOptions(PLAIN_COLOURS),
    ),
    labelled('Sure').setCheckboxComponent(new CheckboxBuilder().setCustomId('sure')),
  ),
  picks: form(
    'picks',
    labelled('People').setUserSelectMenuComponent(
      new UserSelectMenuBuilder().setCustomId('people').setMinValues(1).setMaxValues(2),
    ),
    labelled('Role').setRoleSelectMenuComponent(new RoleSelectMenuBuilder().setCustomId('role')),
    labelled('Channel').setChannelSelectMenuComponent(
      new ChannelSelectMenuBuilder().setCustomId('channel').setChannelTypes(ChannelType.GuildAnnouncement),
    ),
    labelled('Anyone').setMentionableSelectMenuComponent(
      new MentionableSelectMenuBuilder().setCustomId('anyone').setRequired(false),
    ),
  ),
};

/** What a form held, in words. */
export const FILLED: Record<string, (interaction: ModalSubmitInteraction) => string> = {
  words: ({ fields }) =>
    [
      fields.getTextInputValue('title'),
      fields.getTextInputValue('details'),
      fields.getStringSelectValues('colour').join(),
      fields.getUploadedFiles('files', true).map(({ name, size }) => `${name} ${size}`),
    ].join(' | '),
  choices: ({ fields }) =>
    [
      fields.getRadioGroup('one', true),
      fields.getCheckboxGroup('some').join(),
      fields.getCheckbox('sure'),
    ].join(' | '),
  picks: ({ fields }) =>
    [
      fields.getSelectedUsers('people', true).map(({ displayName }) => displayName),
      fields.getSelectedRoles('role', true).map((role) => role?.name),
      fields.getSelectedChannels('channel', true).map((channel) => channel?.name),
      fields.getSelectedMentionables('anyone')?.roles.size ?? 0,
    ].join(' | '),
};
