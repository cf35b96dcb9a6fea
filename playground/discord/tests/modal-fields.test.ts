// Modals with every kind of field: prefilled, required, bounded, picked.
import {
  ApplicationCommandOptionType,
  CheckboxBuilder,
  CheckboxGroupBuilder,
  Events,
  FileUploadBuilder,
  type Interaction,
  LabelBuilder,
  ModalBuilder,
  type ModalSubmitInteraction,
  RadioGroupBuilder,
  RoleSelectMenuBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { connectedCommunity } from './stage.ts';

const FORM = new ModalBuilder()
  .setCustomId('form')
  .setTitle('Promote')
  .addLabelComponents(
    new LabelBuilder()
      .setLabel('Why')
      .setTextInputComponent(
        new TextInputBuilder()
          .setCustomId('why')
          .setStyle(TextInputStyle.Paragraph)
          .setMinLength(5)
          .setMaxLength(20)
          .setValue('as ever'),
      ),
    new LabelBuilder()
      .setLabel('Who')
      .setUserSelectMenuComponent(new UserSelectMenuBuilder().setCustomId('who')),
    new LabelBuilder()
      .setLabel('Role')
      .setRoleSelectMenuComponent(new RoleSelectMenuBuilder().setCustomId('role').setRequired(false)),
    new LabelBuilder()
      .setLabel('How')
      .setStringSelectMenuComponent(
        new StringSelectMenuBuilder()
          .setCustomId('how')
          .addOptions(
            { label: 'Aloud', value: 'aloud', default: true },
            { label: 'Quietly', value: 'quiet' },
          ),
      ),
  );

async function formScene() {
  const scene = await connectedCommunity();
  await scene.client.application.commands.set([{ name: 'promote', description: 'Promote somebody' }]);
  scene.client.on(Events.InteractionCreate, (interaction: Interaction) => {
    if (interaction.isChatInputCommand()) void interaction.showModal(FORM);
    if (interaction.isModalSubmit()) void interaction.reply(filledIn(interaction));
  });
  const form = await scene.mod.runs('/promote', {}, { in: scene.help });
  return { ...scene, form };
}

function filledIn({ fields }: ModalSubmitInteraction): string {
  const who = fields.getSelectedUsers('who', true).map(({ username }) => username);
  const roles = fields.getSelectedRoles('role')?.map((role) => role?.name) ?? [];
  return [fields.getTextInputValue('why'), who, roles, fields.getStringSelectValues('how')].join(' | ');
}

describe('a modal', () => {
  it('carries what was filled in, people and roles resolved', async () => {
    const { form, guild, mod, bob } = await formScene();
    const role = guild.role('Guide');
    const fields = { why: 'kind and quick', who: bob, role, how: 'Quietly' };
    expect((await mod.submits(form, fields)).text).toBe('kind and quick | bob | Guide | quiet');
  });

  it('keeps what it was prefilled with', async () => {
    const { form, mod, bob } = await formScene();
    expect((await mod.submits(form, { who: bob })).text).toBe('as ever | bob |  | aloud');
  });

  it.each([
    ['a field it has not', { what: 'x' }, /no field "what"; there is: why, who, role, how/],
    ['too little text', { why: 'meh' }, /"why" is too short/],
    ['too much text', { why: 'x'.repeat(21) }, /"why" is too long/],
    ['no text where some is needed', { why: '' }, /"why" is required/],
    ['nobody where somebody is needed', {}, /"who" takes 1 to 1 values, not 0/],
    ['an option that is not there', { how: 'Backwards' }, /no option "Backwards"; there is: Aloud, Quietly/],
  ])('is not sent with %s', async (_case, fields, complaint) => {
    const { form, mod, bob } = await formScene();
    const isAboutWho = Object.keys(fields).length === 0;
    await expect(mod.submits(form, isAboutWho ? fields : { who: bob, ...fields })).rejects.toThrow(complaint);
  });
});

const CHOICES = [
  { label: 'Red', value: 'red' },
  { label: 'Green', value: 'green' },
  { label: 'Blue', value: 'blue' },
];
const REPORT = new ModalBuilder()
  .setCustomId('report')
  .setTitle('Report')
  .addLabelComponents(
    new LabelBuilder()
      .setLabel('Pictures')
      .setFileUploadComponent(
        new FileUploadBuilder().setCustomId('pictures').setMinValues(1).setMaxValues(2).setRequired(false),
      ),
    new LabelBuilder()
      .setLabel('One')
      .setRadioGroupComponent(new RadioGroupBuilder().setCustomId('one').addOptions(CHOICES)),
    new LabelBuilder()
      .setLabel('Some')
      .setCheckboxGroupComponent(
        new CheckboxGroupBuilder().setCustomId('some').setMaxValues(2).addOptions(CHOICES),
      ),
    new LabelBuilder().setLabel('Sure').setCheckboxComponent(new CheckboxBuilder().setCustomId('sure')),
  );

async function reportScene() {
  const scene = await connectedCommunity();
  await scene.client.application.commands.set([
    {
      name: 'report',
      description: 'Report something',
      options: [{ type: ApplicationCommandOptionType.Attachment, name: 'log', description: 'The log' }],
    },
  ]);
  scene.client.on(Events.InteractionCreate, async (interaction: Interaction) => {
    if (interaction.isChatInputCommand()) {
      const log = interaction.options.getAttachment('log');
      if (log === null) await interaction.showModal(REPORT);
      else await interaction.reply(`${log.name}, ${log.size}: ${await (await fetch(log.url)).text()}`);
    }
    if (interaction.isModalSubmit()) await interaction.reply(reported(interaction));
  });
  return scene;
}

function reported({ fields }: ModalSubmitInteraction): string {
  const files = fields.getUploadedFiles('pictures')?.map(({ name, contentType }) => `${name} ${contentType}`);
  const one = fields.getRadioGroup('one', true);
  return [files ?? [], one, fields.getCheckboxGroup('some'), fields.getCheckbox('sure')].join(' | ');
}

const picture = (name: string) => ({ name, content: 'x', contentType: 'image/png' });

describe('files and choices', () => {
  it('reach the bot with a form', async () => {
    const { alice, help } = await reportScene();
    const form = await alice.runs('/report', {}, { in: help });
    const pictures = [picture('a.png'), picture('b.png')];
    const fields = { pictures, one: 'Red', some: ['red', 'Blue'], sure: true };
    const sent = await alice.submits(form, fields);
    expect(sent.text).toBe('a.png image/png,b.png image/png | red | red,blue | true');
    expect((await alice.submits(form, { one: 'green', some: 'red' })).text).toBe(' | green | red | false');
  });

  it.each([
    ['too many files', { pictures: [picture('a'), picture('b'), picture('c')] }, /1 to 2 files, not 3/],
    ['two radio buttons', { one: ['red', 'blue'] }, /"one" takes .* to 1 values, not 2/],
    ['too many checkboxes', { some: ['red', 'green', 'blue'] }, /"some" takes .* to 2 values, not 3/],
  ])('are refused: %s', async (_case, fields, complaint) => {
    const { alice, help } = await reportScene();
    const form = await alice.runs('/report', {}, { in: help });
    const rest = { one: 'red', some: ['red'], ...fields };
    await expect(alice.submits(form, rest)).rejects.toThrow(complaint);
  });

  it('reach the bot with a command', async () => {
    const { alice, help } = await reportScene();
    const log = { name: 'server.log', content: 'it broke' };
    expect((await alice.runs('/report', { log }, { in: help })).text).toBe('server.log, 8: it broke');
    await expect(alice.runs('/report', { log: 'server.log' }, { in: help })).rejects.toThrow(/takes a file/);
  });
});
