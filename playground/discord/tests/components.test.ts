// Buttons, selects and modals: what they carry, what answers them, who may use them.
import {
  ActionRowBuilder,
  type ButtonBuilder,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  type RepliableInteraction,
  Routes,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { button, interactionScene, isCommand, isRepliable, onNext, row } from './interaction-stage.ts';
import { refusal } from './stage.ts';

describe('buttons', () => {
  async function withMessage(
    components: ActionRowBuilder<ButtonBuilder>[],
    handle: (each: RepliableInteraction) => Promise<unknown>,
  ) {
    const scene = await interactionScene();
    const channel = await scene.client.channels.fetch(scene.help.id);
    if (!channel?.isSendable()) throw new Error('no channel');
    const sent = await channel.send({ content: 'Choose', components });
    const message = scene.help.messages.get(sent.id);
    if (!message) throw new Error('no message');
    const handled = onNext(scene.client, isRepliable, handle);
    return { ...scene, message, handled };
  }

  it('update the message they are on', async () => {
    const { alice, bob, help, message } = await withMessage([row(button('next', 'Next'))], async (each) => {
      if (each.isButton())
        await each.update({ content: 'Page 2', components: [row(button('prev', 'Previous'))] });
    });
    const answer = await alice.clicks(message, 'Next');
    expect(answer).toMatchObject({ kind: 'update', text: 'Page 2' });
    expect(bob.sees(help)).toMatchObject([{ text: 'Page 2', buttons: ['Previous'] }]);
    await expect(alice.clicks(message, 'Next')).rejects.toThrow(/no button/);
  });

  it('can be answered beside the message, or not at all for now', async () => {
    const { alice, message, client } = await withMessage([row(button('a', 'A'))], async (each) => {
      if (!each.isButton()) return;
      await each.deferUpdate();
      await each.followUp({ content: 'aside', flags: MessageFlags.Ephemeral });
      await each.editReply({ content: 'Chosen' });
    });
    const answer = await alice.clicks(message, 'a');
    expect(answer.kind).toBe('deferredUpdate');
    await expect.poll(() => answer.text).toBe('Chosen');
    expect(client.isReady()).toBe(true);
  });

  it('on a private answer work, and only for its reader', async () => {
    const { client, help, alice, bob } = await interactionScene();
    void onNext(client, isCommand, (each) =>
      each.reply({
        content: 'Sure?',
        flags: MessageFlags.Ephemeral,
        components: [row(button('undo', 'Undo'))],
      }),
    );
    const answer = await alice.runs('/thanks', { member: bob }, { in: help });
    await expect(bob.clicks(answer, 'Undo')).rejects.toThrow(/cannot see/);
    void onNext(
      client,
      isRepliable,
      async (each) => each.isButton() && each.update({ content: 'Undone', components: [] }),
    );
    await alice.clicks(answer, 'Undo');
    expect(alice.sees(help)).toMatchObject([{ text: 'Undone', ephemeral: true }]);
  });

  it('that are disabled cannot be clicked', async () => {
    const { alice, message } = await withMessage(
      [row(button('a', 'A').setDisabled(true))],
      async () => undefined,
    );
    await expect(alice.clicks(message, 'A')).rejects.toThrow(/disabled/);
  });
});

describe('selects', () => {
  it('carry the values picked, people resolved', async () => {
    const { client, help, alice, bob } = await interactionScene();
    const channel = await client.channels.fetch(help.id);
    if (!channel?.isSendable()) throw new Error('no channel');
    const period = new StringSelectMenuBuilder()
      .setCustomId('period')
      .addOptions({ label: 'This week', value: 'week' }, { label: 'All time', value: 'all' });
    const people = new UserSelectMenuBuilder().setCustomId('people').setMinValues(1).setMaxValues(2);
    const sent = await channel.send({
      components: [
        new ActionRowBuilder<StringSelectMenuBuilder>().setComponents(period),
        new ActionRowBuilder<UserSelectMenuBuilder>().setComponents(people),
      ],
    });
    const message = help.messages.get(sent.id);
    if (!message) throw new Error('no message');
    const seen: unknown[] = [];
    const listen = () =>
      onNext(client, isRepliable, async (each) => {
        if (!each.isAnySelectMenu()) return;
        seen.push(each.isUserSelectMenu() ? [...each.members.keys()] : each.values);
        await each.deferUpdate();
      });
    void listen();
    await alice.picks(message, 'week', { customId: 'period' });
    void listen();
    await alice.picks(message, [bob, alice], { customId: 'people' });
    expect(seen).toEqual([['week'], [bob.id, alice.id]]);
    await expect(alice.picks(message, 'decade', { customId: 'period' })).rejects.toThrow(/no option/);
    await expect(alice.picks(message, [], { customId: 'people' })).rejects.toThrow(/1 to 2/);
  });
});

describe('modals', () => {
  const modal = () =>
    new ModalBuilder()
      .setCustomId('ask')
      .setTitle('Ask a question')
      .addLabelComponents(
        new LabelBuilder()
          .setLabel('Title')
          .setTextInputComponent(
            new TextInputBuilder().setCustomId('title').setStyle(TextInputStyle.Short).setMaxLength(20),
          ),
        new LabelBuilder()
          .setLabel('Details')
          .setTextInputComponent(
            new TextInputBuilder()
              .setCustomId('details')
              .setStyle(TextInputStyle.Paragraph)
              .setRequired(false),
          ),
      );

  it('are shown, filled in and answered', async () => {
    const { client, help, alice, bob } = await interactionScene();
    void onNext(client, isCommand, (each) => each.showModal(modal()));
    const opened = await alice.runs('/thanks', { member: bob }, { in: help });
    expect(opened).toMatchObject({ kind: 'modal', text: 'Ask a question' });
    await expect(alice.submits(opened, {})).rejects.toThrow(/required/);
    await expect(alice.submits(opened, { title: 'x'.repeat(21) })).rejects.toThrow(/too long/);
    const handled = onNext(client, isRepliable, async (each) => {
      if (each.isModalSubmit())
        await each.reply(
          `${each.fields.getTextInputValue('title')}/${each.fields.getTextInputValue('details')}`,
        );
    });
    const answer = await alice.submits(opened, { title: 'Invoices' });
    expect(answer.text).toBe('Invoices/');
    await handled;
  });

  it('from a button can update the message it is on', async () => {
    const { client, help, alice } = await interactionScene();
    const channel = await client.channels.fetch(help.id);
    if (!channel?.isSendable()) throw new Error('no channel');
    const sent = await channel.send({ content: 'Settings', components: [row(button('edit', 'Edit'))] });
    const message = help.messages.get(sent.id);
    if (!message) throw new Error('no message');
    void onNext(client, isRepliable, async (each) => each.isButton() && each.showModal(modal()));
    const opened = await alice.clicks(message, 'Edit');
    void onNext(client, isRepliable, async (each) => {
      if (each.isModalSubmit() && each.isFromMessage()) await each.update('Saved');
    });
    expect(await alice.submits(opened, { title: 'New' })).toMatchObject({ kind: 'update', text: 'Saved' });
  });

  it('cannot follow a deferral', async () => {
    const { client, help, alice, bob } = await interactionScene();
    const handled = onNext(client, isCommand, async (each) => {
      await each.deferReply();
      const body = { type: 9, data: modal().toJSON() };
      expect(
        await refusal(client.rest.post(Routes.interactionCallback(each.id, each.token), { body })),
      ).toEqual({ status: 400, code: 40060 });
    });
    await alice.runs('/thanks', { member: bob }, { in: help });
    await handled;
  });
});
