// Reactions: given, taken back and cleared, by people and by the bot.
import { PermissionFlagsBits as Bits, Routes } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { connectedCommunity, next, refusal, textChannel } from './stage.ts';

async function reactionScene(denied = 0n) {
  const scene = await connectedCommunity({ denied });
  const channel = await textChannel(scene.client, scene.help.id);
  const message = await scene.alice.says(scene.help, 'use a mutex');
  const put = (emoji: string, id = message.id) =>
    scene.client.rest.put(Routes.channelMessageOwnReaction(scene.help.id, id, encodeURIComponent(emoji)));
  return { ...scene, channel, message, put };
}

describe('people', () => {
  it('react, and the bot learns who, to whose message and with what', async () => {
    const { client, message, bob, alice } = await reactionScene();
    const heard = next(client, 'messageReactionAdd');
    await bob.reacts(message, '🙏');
    const [reaction, user] = await heard;
    expect(reaction).toMatchObject({ emoji: { name: '🙏', id: null }, message: { id: message.id } });
    expect(user.id).toBe(bob.id);
    expect((await reaction.message.fetch()).author.id).toBe(alice.id);
  });

  it('react with an emoji of the server', async () => {
    const { client, guild, message, bob } = await reactionScene();
    const laurel = guild.emoji('laurel');
    const heard = next(client, 'messageReactionAdd');
    await bob.reacts(message, laurel.name);
    expect((await heard)[0].emoji).toMatchObject({ id: laurel.id, name: 'laurel' });
  });

  it('take a reaction back', async () => {
    const { client, message, bob } = await reactionScene();
    await bob.reacts(message, '🙏');
    const heard = next(client, 'messageReactionRemove');
    await bob.unreacts(message, '🙏');
    expect(await heard).toMatchObject([{ emoji: { name: '🙏' } }, { id: bob.id }, expect.anything()]);
  });

  it('react once with each emoji, however often they try', async () => {
    const { message, bob, channel } = await reactionScene();
    await bob.reacts(message, '🙏');
    await bob.reacts(message, '🙏');
    const fetched = await channel.messages.fetch({ message: message.id, force: true });
    expect(fetched.reactions.cache.get('🙏')?.count).toBe(1);
  });
});

describe('moderators', () => {
  it('clear every reaction, or one emoji', async () => {
    const { client, message, alice, bob, mod } = await reactionScene();
    for (const emoji of ['🙏', '⭐']) for (const person of [alice, bob]) await person.reacts(message, emoji);
    const one = next(client, 'messageReactionRemoveEmoji');
    await mod.clearsReactions(message, '⭐');
    expect(await one).toMatchObject([{ emoji: { name: '⭐' } }]);
    const all = next(client, 'messageReactionRemoveAll');
    await mod.clearsReactions(message);
    expect((await all)[0]).toMatchObject({ id: message.id });
  });
});

describe('the bot', () => {
  it('reacts, lists who reacted page by page, and takes its own back', async () => {
    const { client, channel, guild, message, put } = await reactionScene();
    const people = Array.from({ length: 5 }, (_, index) => guild.person(`Fan ${index}`));
    for (const person of people) await person.reacts(message, '🙏');
    await put('🙏');
    const fetched = await channel.messages.fetch({ message: message.id, force: true });
    const reaction = fetched.reactions.cache.get('🙏');
    expect(reaction).toMatchObject({ count: 6, me: true });
    const ids = [...people.map(({ id }) => id), client.user.id].sort((a, b) => Number(BigInt(a) - BigInt(b)));
    const first = await reaction?.users.fetch({ limit: 4 });
    expect([...(first?.keys() ?? [])]).toEqual(ids.slice(0, 4));
    const rest = await reaction?.users.fetch({ limit: 100, after: ids[3] ?? '' });
    expect([...(rest?.keys() ?? [])]).toEqual(ids.slice(4));
    await reaction?.users.remove();
    const after = await channel.messages.fetch({ message: message.id, force: true });
    expect(after.reactions.cache.get('🙏')).toMatchObject({ count: 5, me: false });
  });

  it('removes what others gave, only with ManageMessages', async () => {
    const may = await reactionScene();
    await may.bob.reacts(may.message, '🙏');
    await may.client.rest.delete(
      Routes.channelMessageUserReaction(may.help.id, may.message.id, encodeURIComponent('🙏'), may.bob.id),
    );
    const mayNot = await reactionScene(Bits.ManageMessages);
    await mayNot.bob.reacts(mayNot.message, '🙏');
    const route = Routes.channelMessageUserReaction(
      mayNot.help.id,
      mayNot.message.id,
      encodeURIComponent('🙏'),
      mayNot.bob.id,
    );
    expect(await refusal(mayNot.client.rest.delete(route))).toEqual({ status: 403, code: 50013 });
  });

  it('is refused: no emoji, no message, no right, more than twenty kinds', async () => {
    const { put, message, bob } = await reactionScene();
    expect(await refusal(put('thanks'))).toEqual({ status: 400, code: 10014 });
    expect(await refusal(put('🙏🙏'))).toEqual({ status: 400, code: 10014 });
    expect(await refusal(put('laurel:123'))).toEqual({ status: 400, code: 10014 });
    expect(await refusal(put('🙏', '1'))).toEqual({ status: 404, code: 10008 });
    const without = await reactionScene(Bits.AddReactions);
    expect(await refusal(without.put('🙏'))).toEqual({ status: 403, code: 50013 });
    await without.bob.reacts(without.message, '🙏');
    await without.put('🙏');
    const faces = [...'😀😃😄😁😆😅😂🙂🙃😉😊😇😍😘😗😙😚😋😛😜'];
    for (const face of faces) await bob.reacts(message, face);
    expect(await refusal(put('🙏'))).toEqual({ status: 400, code: 30010 });
    await put(faces[0] ?? '');
  });
});
