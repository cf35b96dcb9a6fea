// Interactions of every kind: commands, menus, buttons, selects, modals, completion, and the rules of answering.
import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type AutocompleteInteraction,
  PermissionFlagsBits as Bits,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type Client,
  type Interaction,
  LabelBuilder,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  ModalBuilder,
  type RepliableInteraction,
  Routes,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
  type UserContextMenuCommandInteraction,
  UserSelectMenuBuilder,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { connectedCommunity, refusal } from './stage.ts';

const COMMANDS = [
  {
    name: 'thanks',
    description: 'Thank someone',
    options: [
      { type: ApplicationCommandOptionType.User, name: 'member', description: 'Whom', required: true },
      { type: ApplicationCommandOptionType.String, name: 'reason', description: 'Why', max_length: 50 },
      {
        type: ApplicationCommandOptionType.Integer,
        name: 'points',
        description: 'How many',
        min_value: 1,
        max_value: 5,
      },
    ],
  },
  {
    name: 'rules',
    description: 'Rules',
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'try',
        description: 'Try a rule',
        options: [
          {
            type: ApplicationCommandOptionType.String,
            name: 'rule',
            description: 'Which',
            autocomplete: true,
            required: true,
          },
        ],
      },
    ],
  },
  { name: 'promote', description: 'Promote', default_member_permissions: String(Bits.ManageRoles) },
  { type: ApplicationCommandType.Message, name: 'Thank the author' },
  { type: ApplicationCommandType.User, name: 'Profile' },
];

async function interactionScene(options: Parameters<typeof connectedCommunity>[0] = {}) {
  const scene = await connectedCommunity(options);
  const { client, guild } = scene;
  await client.rest.put(Routes.applicationGuildCommands(client.application.id, guild.id), { body: COMMANDS });
  return scene;
}

const isCommand = (each: Interaction): each is ChatInputCommandInteraction => each.isChatInputCommand();
const isCompletion = (each: Interaction): each is AutocompleteInteraction => each.isAutocomplete();
const isMessageMenu = (each: Interaction): each is MessageContextMenuCommandInteraction =>
  each.isMessageContextMenuCommand();
const isUserMenu = (each: Interaction): each is UserContextMenuCommandInteraction =>
  each.isUserContextMenuCommand();
const isRepliable = (each: Interaction): each is RepliableInteraction => each.isRepliable();

/** Handles the next interaction, which has to be of that kind; resolves with it once it is handled. */
function onNext<T extends Interaction>(
  client: Client,
  is: (each: Interaction) => each is T,
  handle: (interaction: T) => Promise<unknown>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    client.once('interactionCreate', (interaction) => {
      if (!is(interaction)) reject(new Error('That is another kind of interaction'));
      else handle(interaction).then(() => resolve(interaction), reject);
    });
  });
}

const button = (id: string, label: string) =>
  new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(ButtonStyle.Primary);
const row = (...buttons: ButtonBuilder[]) => new ActionRowBuilder<ButtonBuilder>().setComponents(buttons);

describe('a slash command', () => {
  it('carries its options, resolved, and is answered for all to see', async () => {
    const { client, help, alice, bob } = await interactionScene();
    const handled = onNext(client, isCommand, (interaction) => interaction.reply('Noted'));
    const answer = await alice.runs('/thanks', { member: bob, reason: 'the mutex', points: 3 }, { in: help });
    const interaction = await handled;
    expect(interaction.options.getMember('member')).toMatchObject({ id: bob.id });
    expect(interaction.options.getString('reason')).toBe('the mutex');
    expect(interaction.options.getInteger('points')).toBe(3);
    expect(interaction).toMatchObject({
      user: { id: alice.id },
      channelId: help.id,
      locale: 'en-US',
      guildLocale: 'en-US',
    });
    expect(interaction.memberPermissions?.has(Bits.SendMessages)).toBe(true);
    expect(interaction.appPermissions.has(Bits.ManageRoles)).toBe(true);
    expect(answer).toMatchObject({ kind: 'message', ephemeral: false, text: 'Noted' });
    expect(bob.sees(help)).toMatchObject([{ text: 'Noted' }]);
  });

  it('answered privately is seen by nobody else', async () => {
    const { client, help, alice, bob } = await interactionScene();
    void onNext(client, isCommand, (each) =>
      each.reply({ content: 'Secret', flags: MessageFlags.Ephemeral }),
    );
    const answer = await alice.runs('/thanks', { member: bob }, { in: help });
    expect(answer.ephemeral).toBe(true);
    expect(alice.sees(help)).toMatchObject([{ text: 'Secret', ephemeral: true }]);
    expect(bob.sees(help)).toEqual([]);
    expect(await client.rest.get(Routes.channelMessages(help.id))).toEqual([]);
    await alice.dismisses(answer);
    expect(alice.sees(help)).toEqual([]);
  });

  it('with a subcommand, and completion of what is being typed', async () => {
    const { client, help, alice } = await interactionScene();
    void onNext(client, isCompletion, async (each) => {
      const typed = each.options.getFocused();
      await each.respond(
        ['daily', 'pair'].filter((name) => name.startsWith(typed)).map((name) => ({ name, value: name })),
      );
    });
    expect(await alice.completes('/rules try', { rule: 'pa' }, { in: help })).toEqual([
      { name: 'pair', value: 'pair' },
    ]);
    const handled = onNext(client, isCommand, (each) => each.reply(each.options.getSubcommand()));
    expect((await alice.runs('/rules try', { rule: 'pair' }, { in: help })).text).toBe('try');
    expect((await handled).options.getString('rule')).toBe('pair');
  });

  it.each<[string, string, Record<string, string>, RegExp]>([
    ['an unknown command', '/nothing', {}, /no command/],
    ['a missing option', '/thanks', {}, /required/],
    ['an unknown option', '/thanks', { member: '1', why: 'x' }, /no option/],
    ['a command that is not for everyone', '/promote', {}, /may not use/],
  ])('cannot be sent wrongly: %s', async (_, line, values, message) => {
    const { help, alice } = await interactionScene();
    await expect(alice.runs(line, values, { in: help })).rejects.toThrow(message);
  });

  it('is typed and bounded', async () => {
    const { help, alice, bob } = await interactionScene();
    await expect(alice.runs('/thanks', { member: bob, points: 6 }, { in: help })).rejects.toThrow(
      /at most 5/,
    );
    await expect(alice.runs('/thanks', { member: bob, points: 'six' }, { in: help })).rejects.toThrow(
      /number/,
    );
    await expect(
      alice.runs('/thanks', { member: bob, reason: 'x'.repeat(51) }, { in: help }),
    ).rejects.toThrow(/50/);
  });

  it('for moderators is not for everyone', async () => {
    const { client, help, alice, mod } = await interactionScene();
    await expect(alice.runs('/promote', {}, { in: help })).rejects.toThrow(/Manage Roles/);
    void onNext(client, isCommand, (each) => each.reply('Done'));
    expect((await mod.runs('/promote', {}, { in: help })).text).toBe('Done');
  });
});

describe('menus', () => {
  it('on a message carry the message, content and all', async () => {
    const { client, help, alice, bob } = await interactionScene();
    const message = await bob.says(help, 'use a mutex');
    const handled = onNext(client, isMessageMenu, (each) => each.reply('Thanked'));
    await alice.uses('Thank the author', message);
    expect((await handled).targetMessage).toMatchObject({ content: 'use a mutex', author: { id: bob.id } });
  });

  it('on a person carry the member', async () => {
    const { client, help, alice, bob } = await interactionScene();
    const handled = onNext(client, isUserMenu, (each) => each.reply('Bob'));
    await alice.uses('Profile', bob, { in: help });
    expect((await handled).targetMember).toMatchObject({ id: bob.id });
  });
});

describe('the first answer', () => {
  it('is due within three seconds', async () => {
    const { client, discord, help, alice, bob } = await interactionScene();
    const late = onNext(client, isCommand, async (each) => {
      discord.advance(3001);
      expect(await refusal(each.reply('late'))).toEqual({ status: 404, code: 10062 });
    });
    await expect(alice.runs('/thanks', { member: bob }, { in: help })).rejects.toThrow(/did not respond/);
    await late;
  });

  it('is one only', async () => {
    const { client, help, alice, bob } = await interactionScene();
    const handled = onNext(client, isCommand, async (each) => {
      await each.reply('one');
      const again = client.rest.post(Routes.interactionCallback(each.id, each.token), {
        body: { type: 4, data: { content: 'two' } },
      });
      expect(await refusal(again)).toEqual({ status: 400, code: 40060 });
    });
    await alice.runs('/thanks', { member: bob }, { in: help });
    await handled;
  });

  it('needs the right token', async () => {
    const { client } = await interactionScene();
    const body = { type: 4, data: { content: 'x' } };
    expect(await refusal(client.rest.post(Routes.interactionCallback('1', 'none'), { body }))).toEqual({
      status: 404,
      code: 10062,
    });
  });

  it('can come later, and stays as private as it began', async () => {
    const { client, help, alice, bob } = await interactionScene();
    void onNext(client, isCommand, async (each) => {
      await each.deferReply({ flags: MessageFlags.Ephemeral });
      await each.editReply({
        flags: MessageFlags.IsComponentsV2,
        components: [new TextDisplayBuilder().setContent('Worth the wait')],
      });
    });
    const answer = await alice.runs('/thanks', { member: bob }, { in: help });
    expect(answer.kind).toBe('deferred');
    await answer.settled();
    expect(answer).toMatchObject({ text: 'Worth the wait', ephemeral: true });
    expect(bob.sees(help)).toEqual([]);
  });

  it('tells what became of it', async () => {
    const { client, help, alice, bob } = await interactionScene();
    const handled = onNext(client, isCommand, async (each) => {
      const { resource } = await each.reply({ content: 'hello', withResponse: true });
      expect(resource?.message?.content).toBe('hello');
      const fetched = await each.fetchReply();
      expect(fetched.interactionMetadata?.user.id).toBe(alice.id);
    });
    await alice.runs('/thanks', { member: bob }, { in: help });
    await handled;
  });

  it.each<[string, object, number]>([
    ['an empty message', { type: 4, data: {} }, 50006],
    ['an update of no message', { type: 7, data: { content: 'x' } }, 50035],
    ['choices to a command', { type: 8, data: { choices: [] } }, 50035],
    ['2,001 characters', { type: 4, data: { content: 'x'.repeat(2001) } }, 50035],
  ])('is refused as Discord does: %s', async (_, body, code) => {
    const { client, help, alice, bob } = await interactionScene({ mayViolate: true });
    const handled = onNext(client, isCommand, async (each) => {
      expect(
        await refusal(client.rest.post(Routes.interactionCallback(each.id, each.token), { body })),
      ).toEqual({ status: 400, code });
      await each.reply('recovered');
    });
    expect((await alice.runs('/thanks', { member: bob }, { in: help })).text).toBe('recovered');
    await handled;
  });
});

describe('afterwards', () => {
  async function answeredCommand() {
    const scene = await interactionScene();
    const handled = onNext(scene.client, isCommand, (each) => each.reply('first'));
    const answer = await scene.alice.runs('/thanks', { member: scene.bob }, { in: scene.help });
    return { ...scene, answer, interaction: await handled };
  }

  it('the answer can be edited, followed up and taken away', async () => {
    const { alice, bob, help, answer, interaction } = await answeredCommand();
    await interaction.editReply('second');
    expect(answer.text).toBe('second');
    const more = await interaction.followUp({ content: 'only you', flags: MessageFlags.Ephemeral });
    expect(answer.followUps.map(({ content }) => content)).toEqual(['only you']);
    expect(alice.sees(help)).toHaveLength(2);
    expect(bob.sees(help)).toHaveLength(1);
    await interaction.deleteReply(more.id);
    await interaction.deleteReply();
    expect(alice.sees(help)).toEqual([]);
  });

  it('the token lives for fifteen minutes', async () => {
    const { discord, interaction } = await answeredCommand();
    discord.advance(14 * 60_000);
    await interaction.editReply('still here');
    discord.advance(61_000);
    expect(await refusal(interaction.editReply('gone'))).toEqual({ status: 401, code: 50027 });
    expect(await refusal(interaction.followUp('gone'))).toEqual({ status: 401, code: 50027 });
  });

  it('there is no follow-up before the first answer', async () => {
    const { client, help, alice, bob } = await interactionScene();
    const handled = onNext(client, isCommand, async (each) => {
      expect(await refusal(each.webhook.send('too early'))).toMatchObject({
        status: 404,
        code: expect.any(Number),
      });
      await each.reply('first');
    });
    await alice.runs('/thanks', { member: bob }, { in: help });
    await handled;
  });
});

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

describe('commands', () => {
  it('are published, listed, changed and replaced', async () => {
    const { client, guild } = await interactionScene();
    const seen = await client.guilds.fetch(guild.id);
    const published = await seen.commands.fetch();
    expect([...published.values()].map(({ name }) => name).sort()).toEqual([
      'Profile',
      'Thank the author',
      'promote',
      'rules',
      'thanks',
    ]);
    const before = published.find(({ name }) => name === 'thanks');
    const set = await seen.commands.set([{ name: 'thanks', description: 'Changed' }]);
    expect(set.size).toBe(1);
    expect(set.first()).toMatchObject({ id: before?.id, description: 'Changed' });
    await seen.commands.create({ name: 'help', description: 'Help' });
    expect((await seen.commands.fetch()).size).toBe(2);
    await client.application.commands.set([{ name: 'global', description: 'Everywhere' }]);
    expect((await client.application.commands.fetch()).size).toBe(1);
  });

  it.each<[string, object[]]>([
    ['a name in capitals', [{ name: 'Thanks', description: 'x' }]],
    ['no description', [{ name: 'thanks', description: '' }]],
    [
      'the same name twice',
      [
        { name: 'a', description: 'x' },
        { name: 'a', description: 'y' },
      ],
    ],
  ])('are refused: %s', async (_, body) => {
    const { client, guild } = await interactionScene({ mayViolate: true });
    const put = client.rest.put(Routes.applicationGuildCommands(client.application.id, guild.id), { body });
    expect(await refusal(put)).toEqual({ status: 400, code: 50035 });
  });

  it('of others are not ours', async () => {
    const { client, guild, discord } = await interactionScene();
    const other = discord.application({ name: 'Other' });
    const put = client.rest.put(Routes.applicationGuildCommands(other.id, guild.id), { body: [] });
    expect(await refusal(put)).toMatchObject({ status: 403 });
  });
});
