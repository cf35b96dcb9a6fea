// Messages over REST: sending, editing, deleting, listing, and everything Discord refuses.
import {
  AttachmentBuilder,
  PermissionFlagsBits as Bits,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  EmbedBuilder,
  MessageFlags,
  MessageType,
  Routes,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { BOT_RIGHTS, collect, connectedCommunity, eventually, next, refusal, textChannel } from './stage.ts';

async function channelScene(options: Parameters<typeof connectedCommunity>[0] = {}) {
  const scene = await connectedCommunity(options);
  const channel = await textChannel(scene.client, scene.help.id);
  const post = (body: object, files?: { name: string; data: string }[]) =>
    scene.client.rest.post(Routes.channelMessages(scene.help.id), { body, ...(files ? { files } : {}) });
  return { ...scene, channel, post };
}

describe('sending', () => {
  it('reaches people and comes back as an event', async () => {
    const { client, channel, alice, help } = await channelScene();
    const heard = next(client, 'messageCreate');
    const sent = await channel.send('hello');
    expect(sent).toMatchObject({
      content: 'hello',
      type: MessageType.Default,
      author: { id: client.user.id },
    });
    expect(await heard).toMatchObject([{ id: sent.id }]);
    expect(alice.sees(help)).toMatchObject([{ text: 'hello' }]);
  });

  it('replies, and fails when the message is gone', async () => {
    const { client, channel, alice, help } = await channelScene();
    const question = await alice.says(help, 'how?');
    const original = await channel.messages.fetch(question.id);
    const reply = await original.reply('so');
    expect(reply.type).toBe(MessageType.Reply);
    expect(reply.reference?.messageId).toBe(question.id);
    expect((await reply.fetchReference()).content).toBe('how?');
    await alice.deletes(question);
    expect(await refusal(original.reply('too late'))).toEqual({ status: 400, code: 50035 });
    await client.rest.post(Routes.channelMessages(help.id), {
      body: { content: 'anyway', message_reference: { message_id: question.id, fail_if_not_exists: false } },
    });
  });

  it('returns the first message for a nonce that is enforced', async () => {
    const { channel, alice, help, discord } = await channelScene();
    const one = await channel.send({ content: 'once', nonce: '42', enforceNonce: true });
    const two = await channel.send({ content: 'once', nonce: '42', enforceNonce: true });
    expect(two.id).toBe(one.id);
    expect(alice.sees(help)).toHaveLength(1);
    discord.advance(60 * 60_000);
    const later = await channel.send({ content: 'once', nonce: '42', enforceNonce: true });
    expect(later.id).not.toBe(one.id);
  });

  it('does not heed a nonce that is not enforced', async () => {
    const { channel } = await channelScene();
    const one = await channel.send({ content: 'x', nonce: '42' });
    const two = await channel.send({ content: 'x', nonce: '42' });
    expect(two.id).not.toBe(one.id);
  });

  it('carries embeds, and files that can be fetched', async () => {
    const { channel, alice, help } = await channelScene();
    const file = new AttachmentBuilder(Buffer.from('so many points'), {
      name: 'points.csv',
      description: 'Points',
    });
    const sent = await channel.send({
      embeds: [new EmbedBuilder().setTitle('Report').setTimestamp()],
      files: [file],
    });
    const attachment = sent.attachments.first();
    expect(attachment).toMatchObject({ name: 'points.csv', size: 14, description: 'Points' });
    const fetched = await fetch(attachment?.url ?? '');
    expect(await fetched.text()).toBe('so many points');
    expect(alice.sees(help)[0]?.text).toContain('Report');
  });

  it.each<[string, object, number]>([
    ['nothing', {}, 50006],
    ['2,001 characters', { content: 'x'.repeat(2001) }, 50035],
    ['eleven embeds', { embeds: Array(11).fill({ title: 'x' }) }, 50035],
    ['a component of no known type', { components: [{ type: 99 }] }, 50035],
    ['text components without their flag', { components: [{ type: 10, content: 'x' }] }, 50035],
    [
      'content beside Components V2',
      { flags: MessageFlags.IsComponentsV2, content: 'x', components: [{ type: 10, content: 'x' }] },
      50035,
    ],
    ['an attachment that is not there', { content: 'x', attachments: [{ id: '0' }] }, 50146],
  ])('refuses %s', async (_, body, code) => {
    const { post, alice, help } = await channelScene({ mayViolate: true });
    expect(await refusal(post(body))).toEqual({ status: 400, code });
    expect(alice.sees(help)).toEqual([]);
  });

  it('records what breaks the limits, as a test would want to know', async () => {
    const { post, discord } = await channelScene({ mayViolate: true });
    await refusal(post({ content: 'x'.repeat(4001) }));
    await refusal(
      post({
        components: [{ type: 1, components: [{ type: 2, style: 1, label: 'x'.repeat(81), custom_id: 'a' }] }],
      }),
    );
    await refusal(post({ content: 'x'.repeat(2001) }));
    expect(discord.violations).toHaveLength(3);
  });

  it('refuses channels that do not exist, that are no place for text, or that are closed to the bot', async () => {
    const { client, guild, discord } = await channelScene();
    const send = (id: string) => client.rest.post(Routes.channelMessages(id), { body: { content: 'x' } });
    const without = (deny: bigint) => ({ overwrites: [{ for: discord.bot, deny }] });
    expect(await refusal(send('1'))).toEqual({ status: 404, code: 10003 });
    expect(await refusal(send(guild.category('Rooms').id))).toEqual({ status: 400, code: 50008 });
    expect(await refusal(send(guild.textChannel('unseen', without(Bits.ViewChannel)).id))).toEqual({
      status: 403,
      code: 50001,
    });
    expect(await refusal(send(guild.textChannel('silent', without(Bits.SendMessages)).id))).toEqual({
      status: 403,
      code: 50013,
    });
  });
});

describe('Components V2', () => {
  it('are shown with their pictures and stay V2 for good', async () => {
    const { channel, alice, help, client } = await channelScene({ mayViolate: true });
    const card = (points: number) =>
      new ContainerBuilder()
        .setAccentColor(0x5865f2)
        .addTextDisplayComponents((text) => text.setContent(`**${points}** points`))
        .addSeparatorComponents((line) => line)
        .addMediaGalleryComponents((gallery) =>
          gallery.addItems((item) => item.setURL('attachment://card.png').setDescription('A card')),
        )
        .addActionRowComponents((row) =>
          row.setComponents(
            new ButtonBuilder().setStyle(ButtonStyle.Secondary).setLabel('Next').setCustomId('next'),
          ),
        );
    const file = () => new AttachmentBuilder(Buffer.from('png'), { name: 'card.png' });
    const sent = await channel.send({
      flags: MessageFlags.IsComponentsV2,
      components: [card(1)],
      files: [file()],
    });
    expect(sent.flags.has(MessageFlags.IsComponentsV2)).toBe(true);
    expect(alice.sees(help)).toMatchObject([{ text: '**1** points' }]);
    await sent.edit({ components: [card(2)], files: [file()], attachments: [] });
    expect(alice.sees(help)).toMatchObject([{ text: '**2** points' }]);
    expect(
      await refusal(
        client.rest.patch(Routes.channelMessage(help.id, sent.id), { body: { content: 'plain' } }),
      ),
    ).toEqual({
      status: 400,
      code: 50035,
    });
  });
});

describe('editing', () => {
  it('changes the message and tells so', async () => {
    const { client, channel } = await channelScene();
    const sent = await channel.send('one');
    const updated = next(client, 'messageUpdate');
    const edited = await sent.edit('two');
    expect(edited.content).toBe('two');
    expect(edited.editedTimestamp).toBeGreaterThan(0);
    expect(await updated).toMatchObject([{ id: sent.id }, { content: 'two' }]);
  });

  it('is refused for messages of others, gone ones and empty ones', async () => {
    const { client, channel, alice, help } = await channelScene({ mayViolate: true });
    const edit = (id: string, body: object) =>
      client.rest.patch(Routes.channelMessage(help.id, id), { body });
    const theirs = await alice.says(help, 'mine');
    expect(await refusal(edit(theirs.id, { content: 'x' }))).toEqual({ status: 403, code: 50005 });
    expect(await refusal(edit('1', { content: 'x' }))).toEqual({ status: 404, code: 10008 });
    const sent = await channel.send('x');
    expect(await refusal(edit(sent.id, { content: '' }))).toEqual({ status: 400, code: 50006 });
  });

  it('by a person reaches the bot', async () => {
    const { client, alice, help } = await channelScene();
    const message = await alice.says(help, 'thanks');
    const updated = next(client, 'messageUpdate');
    await alice.edits(message, 'no');
    expect(await updated).toMatchObject([expect.anything(), { content: 'no' }]);
  });
});

describe('deleting', () => {
  it('removes own messages, and those of others with ManageMessages', async () => {
    const { client, channel, alice, help } = await channelScene();
    const own = await channel.send('x');
    const theirs = await alice.says(help, 'y');
    const deleted = collect(client, 'messageDelete');
    await own.delete();
    await channel.messages.delete(theirs.id);
    await eventually(() => deleted.length === 2);
    expect(alice.sees(help)).toEqual([]);
    expect(await refusal(channel.messages.delete(theirs.id))).toEqual({ status: 404, code: 10008 });
  });

  it('is refused without ManageMessages', async () => {
    const { channel, alice, help } = await channelScene({ denied: Bits.ManageMessages });
    const theirs = await alice.says(help, 'y');
    expect(await refusal(channel.messages.delete(theirs.id))).toEqual({ status: 403, code: 50013 });
  });

  it('in bulk takes two to a hundred, none older than two weeks', async () => {
    const { client, channel, alice, help, discord } = await channelScene();
    const bulk = (messages: string[]) =>
      client.rest.post(Routes.channelBulkDelete(help.id), { body: { messages } });
    const old = await alice.says(help, 'old');
    discord.advance(15 * 24 * 3_600_000);
    const [a, b] = [await alice.says(help, 'a'), await alice.says(help, 'b')];
    expect(await refusal(bulk([a.id]))).toEqual({ status: 400, code: 50016 });
    expect(await refusal(bulk([a.id, old.id]))).toEqual({ status: 400, code: 50034 });
    const event = next(client, 'messageDeleteBulk');
    await channel.bulkDelete([a.id, b.id]);
    const [messages] = await event;
    expect([...messages.keys()].sort()).toEqual([a.id, b.id].sort());
    expect(alice.sees(help).map(({ text }) => text)).toEqual(['old']);
  });
});

describe('listing', () => {
  it('pages before, after and around, newest first', async () => {
    const { channel, alice, help } = await channelScene();
    const sent: Array<{ id: string }> = [];
    for (let index = 0; index < 7; index += 1) sent.push(await alice.says(help, `m${index}`));
    const id = (index: number) => sent[index]?.id ?? '';
    const list = async (options: object) =>
      [...(await channel.messages.fetch({ cache: false, ...options })).values()].map(
        ({ content }) => content,
      );
    expect(await list({})).toEqual(['m6', 'm5', 'm4', 'm3', 'm2', 'm1', 'm0']);
    expect(await list({ limit: 2 })).toEqual(['m6', 'm5']);
    expect(await list({ after: id(2), limit: 2 })).toEqual(['m4', 'm3']);
    expect(await list({ before: id(2) })).toEqual(['m1', 'm0']);
    expect(await list({ around: id(3), limit: 3 })).toEqual(['m4', 'm3', 'm2']);
    expect(await list({ after: id(6) })).toEqual([]);
  });

  it('refuses more than a hundred, and messages that are gone', async () => {
    const { client, channel, help } = await channelScene({ mayViolate: true });
    expect(
      await refusal(
        client.rest.get(Routes.channelMessages(help.id), { query: new URLSearchParams({ limit: '101' }) }),
      ),
    ).toEqual({ status: 400, code: 50035 });
    expect(await refusal(channel.messages.fetch('1'))).toEqual({ status: 404, code: 10008 });
  });

  it('is empty without the right to read history, and a single message refused', async () => {
    const { channel, alice, help } = await channelScene({ denied: Bits.ReadMessageHistory });
    const message = await alice.says(help, 'x');
    expect((await channel.messages.fetch({ limit: 10 })).size).toBe(0);
    expect(await refusal(channel.messages.fetch({ message: message.id, force: true }))).toMatchObject({
      status: 403,
    });
  });
});

describe('pins', () => {
  it('need their own right', async () => {
    const { channel, client, help } = await channelScene();
    const sent = await channel.send('x');
    expect(await refusal(client.rest.put(Routes.channelMessagesPin(help.id, sent.id)))).toEqual({
      status: 403,
      code: 50013,
    });
  });

  it('are set, listed and taken off', async () => {
    const { channel } = await channelScene({ rights: BOT_RIGHTS | Bits.PinMessages });
    const sent = await channel.send('x');
    await sent.pin();
    expect((await channel.messages.fetchPins()).items.map(({ message }) => message.id)).toEqual([sent.id]);
    await sent.unpin();
    expect((await channel.messages.fetchPins()).items).toEqual([]);
  });
});
