// Commands, menus and completion, and the rules of answering: three seconds, once, fifteen minutes.
import { PermissionFlagsBits as Bits, MessageFlags, Routes, TextDisplayBuilder } from 'discord.js';
import { describe, expect, it } from 'vitest';
import {
  interactionScene,
  isCommand,
  isCompletion,
  isMessageMenu,
  isUserMenu,
  onNext,
} from './interaction-stage.ts';
import { refusal } from './stage.ts';

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
