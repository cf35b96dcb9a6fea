// Threads and forum posts: opened, tagged, archived, locked, listed, and woken by a message.
import { PermissionFlagsBits as Bits, ChannelType, Routes, ThreadAutoArchiveDuration } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { connectedCommunity, forumChannel, next, refusal, textChannel, threadChannel } from './stage.ts';

async function threadScene(denied = 0n) {
  const scene = await connectedCommunity();
  const forum = scene.guild.forum('questions', {
    tags: ['billing', 'bug'],
    overwrites: [{ for: scene.discord.bot, deny: denied }],
  });
  const channel = await textChannel(scene.client, scene.help.id);
  const fetchForum = async () => await forumChannel(scene.client, forum.id);
  return { ...scene, forum, channel, fetchForum };
}

describe('people', () => {
  it('post to a forum, and the bot gets the thread with its first message', async () => {
    const { client, forum, alice } = await threadScene();
    const created = next(client, 'threadCreate');
    const said = next(client, 'messageCreate');
    const post = await alice.posts(forum, 'Invoices are late', 'Since May.', ['billing']);
    const [thread, isNew] = await created;
    expect(isNew).toBe(true);
    expect(thread).toMatchObject({
      id: post.id,
      name: 'Invoices are late',
      parentId: forum.id,
      ownerId: alice.id,
      type: ChannelType.PublicThread,
    });
    expect(thread.appliedTags).toHaveLength(1);
    expect(await said).toMatchObject([{ id: post.id, channelId: post.id, content: 'Since May.' }]);
    expect((await thread.fetchStarterMessage())?.content).toBe('Since May.');
  });

  it('open threads on a message or without one', async () => {
    const { client, help, alice, channel } = await threadScene();
    const message = await alice.says(help, 'a long story');
    const first = next(client, 'threadCreate');
    const onMessage = await alice.opensThread(message, 'The story');
    expect(await first).toMatchObject([{ id: message.id, name: 'The story' }, true]);
    expect(onMessage.id).toBe(message.id);
    expect((await channel.messages.fetch({ message: message.id, force: true })).hasThread).toBe(true);
    const second = next(client, 'threadCreate');
    await alice.opensThread(help, 'Aside');
    expect(await second).toMatchObject([{ name: 'Aside', parentId: help.id }, true]);
  });

  it('archive, lock and wake threads', async () => {
    const { client, forum, alice, mod } = await threadScene();
    const post = await alice.posts(forum, 'Title', 'Text');
    const archived = next(client, 'threadUpdate');
    await alice.archives(post);
    expect(await archived).toMatchObject([{ archived: false }, { archived: true }]);
    const woken = next(client, 'threadUpdate');
    await alice.says(post, 'one more thing');
    expect(await woken).toMatchObject([{ archived: true }, { archived: false }]);
    const locked = next(client, 'threadUpdate');
    await mod.locks(post);
    expect(await locked).toMatchObject([expect.anything(), { locked: true }]);
    await expect(alice.says(post, 'hello?')).rejects.toThrow();
  });
});

describe('the bot', () => {
  it('posts to a forum with a tag, and is refused where one is needed', async () => {
    const { client, discord, guild, forum, fetchForum, alice } = await threadScene();
    const tag = (await fetchForum()).availableTags.find(({ name }) => name === 'bug');
    const post = await (await fetchForum()).threads.create({
      name: 'Known bug',
      message: { content: 'We know.' },
      appliedTags: [tag?.id ?? ''],
    });
    expect(post.appliedTags).toEqual([tag?.id]);
    const inWorld = discord.world.channels.get(post.id);
    expect(inWorld && alice.sees(inWorld)).toMatchObject([{ text: 'We know.' }]);
    const strict = guild.forum('strict', { tags: ['a'], requireTag: true });
    const create = (id: string, body: object) => client.rest.post(Routes.threads(id), { body });
    expect(await refusal(create(strict.id, { name: 'x', message: { content: 'y' } }))).toEqual({
      status: 400,
      code: 40067,
    });
    expect(
      await refusal(create(forum.id, { name: 'x', message: { content: 'y' }, applied_tags: ['1'] })),
    ).toMatchObject({ status: expect.any(Number) });
  });

  it('cannot write in a forum itself', async () => {
    const { client, forum } = await threadScene();
    expect(
      await refusal(client.rest.post(Routes.channelMessages(forum.id), { body: { content: 'x' } })),
    ).toMatchObject({ status: 400 });
  });

  it('opens one thread on a message, not two', async () => {
    const { channel, alice, help, client } = await threadScene();
    const message = await channel.messages.fetch((await alice.says(help, 'how?')).id);
    const thread = await message.startThread({
      name: 'Here',
      autoArchiveDuration: ThreadAutoArchiveDuration.OneDay,
    });
    expect(thread).toMatchObject({ id: message.id, ownerId: client.user.id, autoArchiveDuration: 1440 });
    expect(
      await refusal(client.rest.post(Routes.threads(help.id, message.id), { body: { name: 'Again' } })),
    ).toEqual({ status: 400, code: 160004 });
  });

  it('tags, renames, locks and archives a post', async () => {
    const { client, forum, fetchForum, alice } = await threadScene();
    const post = await alice.posts(forum, 'Title', 'Text');
    const thread = await threadChannel(client, post.id);
    const tag = (await fetchForum()).availableTags[0];
    await thread.setAppliedTags([tag?.id ?? '']);
    await thread.setName('[Solved] Title');
    await thread.setLocked(true);
    await thread.setArchived(true);
    const fresh = await threadChannel(client, post.id);
    expect(fresh).toMatchObject({
      name: '[Solved] Title',
      locked: true,
      archived: true,
      appliedTags: [tag?.id],
    });
    expect(await refusal(client.rest.patch(Routes.channel(post.id), { body: { name: 'x' } }))).toEqual({
      status: 400,
      code: 50083,
    });
  });

  it('cannot change threads of others without ManageThreads', async () => {
    const { client, forum, alice } = await threadScene(Bits.ManageThreads);
    const post = await alice.posts(forum, 'Title', 'Text');
    expect(await refusal(client.rest.patch(Routes.channel(post.id), { body: { archived: true } }))).toEqual({
      status: 403,
      code: 50013,
    });
    expect(await refusal(client.rest.patch(Routes.channel(post.id), { body: { applied_tags: [] } }))).toEqual(
      { status: 403, code: 50013 },
    );
  });

  it('writes in threads only with the right to', async () => {
    const { client, forum, alice } = await threadScene(Bits.SendMessagesInThreads);
    const post = await alice.posts(forum, 'Title', 'Text');
    expect(
      await refusal(client.rest.post(Routes.channelMessages(post.id), { body: { content: 'x' } })),
    ).toEqual({ status: 403, code: 50013 });
  });

  it('lists active threads of the server in one call, and archived ones per channel', async () => {
    const { client, discord, guild, forum, alice, fetchForum } = await threadScene();
    const names = ['one', 'two', 'three'];
    const posts = [];
    for (const name of names) posts.push(await alice.posts(forum, name, 'x'));
    const [one, two] = posts;
    if (!one || !two) throw new Error('no posts');
    await alice.archives(one);
    discord.advance(1000);
    await alice.archives(two);
    const seen = await client.guilds.fetch(guild.id);
    const active = await seen.channels.fetchActiveThreads();
    expect([...active.threads.values()].map(({ name }) => name)).toEqual(['three']);
    const archived = await (await fetchForum()).threads.fetchArchived({ limit: 1 });
    expect([...archived.threads.values()].map(({ name }) => name)).toEqual(['two']);
    expect(archived.hasMore).toBe(true);
    const older = await (await fetchForum()).threads.fetchArchived({ before: archived.threads.first() });
    expect([...older.threads.values()].map(({ name }) => name)).toEqual(['one']);
  });

  it('joins and leaves threads, and knows who is in them', async () => {
    const { client, forum, alice, bob } = await threadScene();
    const post = await alice.posts(forum, 'Title', 'Text');
    await bob.says(post, 'an answer');
    const thread = await threadChannel(client, post.id);
    await thread.join();
    expect(new Set((await thread.members.fetch()).keys())).toEqual(
      new Set([alice.id, bob.id, client.user.id]),
    );
    await thread.leave();
    expect((await thread.members.fetch()).has(client.user.id)).toBe(false);
  });
});

it('threads archive themselves when nobody writes for long enough', async () => {
  const { client, discord, forum, alice } = await threadScene();
  const post = await alice.posts(forum, 'Quiet', 'Hello?');
  const archived = next(client, 'threadUpdate');
  discord.advance(8 * 24 * 3_600_000);
  expect(await archived).toMatchObject([{ id: post.id }, { archived: true }]);
});
