// Channels, servers and the bot itself over REST, and requests that lead nowhere.
import { PermissionFlagsBits as Bits, ChannelType, OverwriteType, Routes } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { BOT_RIGHTS, connectedCommunity, next, refusal } from './stage.ts';

describe('channels', () => {
  it('are created, changed, ordered and deleted by those who may', async () => {
    const { client, guild } = await connectedCommunity({ rights: BOT_RIGHTS | Bits.ManageChannels });
    const seen = await client.guilds.fetch(guild.id);
    const created = next(client, 'channelCreate');
    const channel = await seen.channels.create({
      name: 'Ask Here',
      type: ChannelType.GuildText,
      topic: 'Anything',
    });
    expect(await created).toMatchObject([{ id: channel.id }]);
    expect(channel).toMatchObject({ name: 'ask-here', topic: 'Anything' });
    const updated = next(client, 'channelUpdate');
    await channel.setTopic('Anything at all');
    expect(await updated).toMatchObject([{ id: channel.id }, { topic: 'Anything at all' }]);
    const forum = await seen.channels.create({
      name: 'questions',
      type: ChannelType.GuildForum,
      availableTags: [{ name: 'solved', moderated: true }],
    });
    expect(forum.availableTags).toMatchObject([{ name: 'solved', moderated: true }]);
    await forum.setAvailableTags([...forum.availableTags, { name: 'bug' }]);
    expect(forum.availableTags.map(({ name }) => name)).toEqual(['solved', 'bug']);
    const deleted = next(client, 'channelDelete');
    await channel.delete();
    expect(await deleted).toMatchObject([{ id: channel.id }]);
    expect(await refusal(client.channels.fetch(channel.id, { force: true }))).toEqual({
      status: 404,
      code: 10003,
    });
  });

  it('are left alone by those who may not', async () => {
    const { client, guild, help } = await connectedCommunity();
    const create = client.rest.post(Routes.guildChannels(guild.id), { body: { name: 'x' } });
    expect(await refusal(create)).toEqual({ status: 403, code: 50013 });
    expect(await refusal(client.rest.patch(Routes.channel(help.id), { body: { name: 'x' } }))).toEqual({
      status: 403,
      code: 50013,
    });
    expect(await refusal(client.rest.delete(Routes.channel(help.id)))).toEqual({ status: 403, code: 50013 });
  });

  it('have overwrites that hide them, and that grant no more than the bot has', async () => {
    const { client, guild, help, alice } = await connectedCommunity();
    const put = (allow: bigint, deny: bigint) =>
      client.rest.put(Routes.channelPermission(help.id, guild.id), {
        body: { type: OverwriteType.Role, allow: String(allow), deny: String(deny) },
      });
    await put(0n, Bits.SendMessages);
    await expect(alice.says(help, 'x')).rejects.toThrow();
    expect(await refusal(put(Bits.BanMembers, 0n))).toEqual({ status: 403, code: 50013 });
    await client.rest.delete(Routes.channelPermission(help.id, guild.id));
    await alice.says(help, 'x');
    expect(await refusal(client.rest.delete(Routes.channelPermission(help.id, guild.id)))).toEqual({
      status: 404,
      code: 10009,
    });
  });

  it('take twenty tags in a forum, each name once', async () => {
    const { client, guild } = await connectedCommunity({
      rights: BOT_RIGHTS | Bits.ManageChannels,
      mayViolate: true,
    });
    const forum = guild.forum('questions');
    const tags = (names: string[]) =>
      client.rest.patch(Routes.channel(forum.id), {
        body: { available_tags: names.map((name) => ({ name })) },
      });
    await tags(Array.from({ length: 20 }, (_, index) => `tag ${index}`));
    expect(await refusal(tags(Array.from({ length: 21 }, (_, index) => `tag ${index}`)))).toMatchObject({
      status: 400,
    });
    expect(await refusal(tags(['a', 'a']))).toEqual({ status: 400, code: 40061 });
    expect(await refusal(tags(['x'.repeat(21)]))).toEqual({ status: 400, code: 50035 });
  });
});

describe('the server', () => {
  it('is counted, renamed with the right, and left', async () => {
    const { client, guild } = await connectedCommunity({ rights: BOT_RIGHTS | Bits.ManageGuild });
    const seen = await client.guilds.fetch({ guild: guild.id, withCounts: true, force: true });
    expect(seen.approximateMemberCount).toBe(guild.members.size);
    await seen.setName('Renamed');
    expect(guild.name).toBe('Renamed');
    const gone = next(client, 'guildDelete');
    await seen.leave();
    await gone;
    expect(guild.members.has(client.user.id)).toBe(false);
  });

  it('is not renamed without the right', async () => {
    const { client, guild } = await connectedCommunity();
    expect(await refusal(client.rest.patch(Routes.guild(guild.id), { body: { name: 'Mine' } }))).toEqual({
      status: 403,
      code: 50013,
    });
  });

  it('bans and unbans', async () => {
    const { client, guild, alice } = await connectedCommunity({ rights: BOT_RIGHTS | Bits.BanMembers });
    const seen = await client.guilds.fetch(guild.id);
    const left = next(client, 'guildMemberRemove');
    await seen.bans.create(alice.id, { reason: 'spam' });
    await left;
    expect(await seen.bans.fetch(alice.id)).toMatchObject({ reason: 'spam' });
    await expect(alice.joins(guild)).rejects.toThrow(/banned/);
    await seen.bans.remove(alice.id);
    expect(await refusal(seen.bans.fetch({ user: alice.id, force: true }))).toEqual({
      status: 404,
      code: 10026,
    });
  });
});

describe('requests that lead nowhere', () => {
  async function rawScene() {
    const scene = await connectedCommunity();
    const raw = async (method: string, path: string, headers: Record<string, string> = {}) => {
      const response = await fetch(`${scene.discord.apiUrl}${path}`, {
        method,
        headers: { authorization: `Bot ${scene.discord.bot.token}`, ...headers },
      });
      return { status: response.status, body: await response.json() };
    };
    return { ...scene, raw };
  }

  it.each<[string, string, string, Record<string, string>, number, number]>([
    ['a bad token', 'GET', '/v10/users/@me', { authorization: 'Bot nope' }, 401, 0],
    ['no token', 'GET', '/v10/users/@me', { authorization: '' }, 401, 0],
    ['an unknown path', 'GET', '/v10/nowhere', {}, 404, 0],
    ['a wrong method', 'DELETE', '/v10/gateway/bot', {}, 405, 0],
    ['an unknown user', 'GET', '/v10/users/1', {}, 404, 10013],
    ['an unknown invite', 'GET', '/v10/invites/nope', {}, 404, 10006],
  ])('%s', async (_, method, path, headers, status, code) => {
    const { raw } = await rawScene();
    expect(await raw(method, path, headers)).toMatchObject({
      status,
      body: { code, message: expect.any(String) },
    });
  });
});

it('the bot is told who it is', async () => {
  const { client } = await connectedCommunity();
  const me = await client.users.fetch(client.user.id, { force: true });
  expect(me).toMatchObject({ username: 'Laurel', bot: true });
  const guilds = await client.guilds.fetch();
  expect(guilds.size).toBe(1);
});
