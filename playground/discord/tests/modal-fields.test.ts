// Modals with every kind of field: prefilled, required, bounded, picked.
import {
  Events,
  type Interaction,
  LabelBuilder,
  ModalBuilder,
  type ModalSubmitInteraction,
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
