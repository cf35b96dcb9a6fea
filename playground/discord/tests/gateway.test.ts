// The gateway as discord.js sees it: logging in, what is withheld, what is refused, sharding, asking for members.
import {
  ActivityType,
  type Client,
  GatewayIntentBits,
  type Guild,
  PermissionFlagsBits,
  Status,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import {
  BOT_RIGHTS,
  collect,
  community,
  connect,
  connectedCommunity,
  eventually,
  INTENTS,
  newClient,
  next,
  openDiscord,
} from './stage.ts';

describe('logging in', () => {
  it('is ready with its guilds, their channels, roles and members', async () => {
    const { client, guild, help, alice, botRole } = await connectedCommunity();
    expect(client.user.username).toBe('Laurel');
    expect(client.user.bot).toBe(true);
    const seen = await client.guilds.fetch(guild.id);
    expect(seen.name).toBe('Support');
    expect(seen.ownerId).toBe(guild.owner.id);
    expect(seen.channels.cache.get(help.id)?.name).toBe('help');
    expect(seen.roles.cache.get(botRole.id)).toMatchObject({
      managed: true,
      tags: { botId: client.user.id },
    });
    expect(seen.roles.everyone.id).toBe(guild.id);
    expect(seen.members.me?.permissions.has(BOT_RIGHTS)).toBe(true);
    expect((await seen.members.fetch(alice.id)).displayName).toBe('Alice');
    expect(client.application.id).toBe(client.user.id);
  });

  it('hears of a guild it is invited to later, and of being removed', async () => {
    const discord = await openDiscord();
    const client = await connect(discord);
    expect(client.guilds.cache.size).toBe(0);
    const guild = discord.guild('Later');
    const joined = next(client, 'guildCreate');
    guild.invite(discord.bot, BOT_RIGHTS);
    expect(await joined).toMatchObject([{ id: guild.id, name: 'Later' }]);
    const left = next(client, 'guildDelete');
    guild.kick(discord.bot);
    expect(await left).toMatchObject([{ id: guild.id }]);
  });

  it('tells which switches of the portal are on', async () => {
    const discord = await openDiscord();
    const client = await connect(discord, { intents: [GatewayIntentBits.Guilds] });
    const flagsOf = async () => (await client.application.fetch()).flags.toArray();
    expect(await flagsOf()).toEqual(
      expect.arrayContaining(['GatewayGuildMembersLimited', 'GatewayMessageContentLimited']),
    );
    discord.bot.intents.content = false;
    expect(await flagsOf()).not.toContain('GatewayMessageContentLimited');
  });

  it('answers a change of presence with nothing, and stays connected', async () => {
    const { client, alice, help } = await connectedCommunity();
    client.user.setActivity('questions', { type: ActivityType.Watching });
    const heard = next(client, 'messageCreate');
    await alice.says(help, 'still there?');
    await heard;
    expect(client.ws.status).toBe(Status.Ready);
  });
});

describe('what the gateway refuses', () => {
  async function closeCode(client: Client, token: string): Promise<string> {
    return client.login(token).then(
      () => 'logged in',
      (error: Error) => error.message,
    );
  }

  it('a wrong token', async () => {
    const discord = await openDiscord();
    expect(await closeCode(newClient(discord), 'bm8.dG9rZW4.here')).toMatch(/invalid token/i);
  });

  it.each([
    ['content', GatewayIntentBits.MessageContent],
    ['members', GatewayIntentBits.GuildMembers],
  ] as const)('intents whose switch is off: %s', async (intent, bit) => {
    const discord = await openDiscord();
    discord.bot.intents[intent] = false;
    const client = newClient(discord, { intents: [GatewayIntentBits.Guilds, bit] });
    expect(await closeCode(client, discord.bot.token)).toMatch(/disallowed intents/i);
  });

  it('intents that do not exist', async () => {
    const discord = await openDiscord();
    expect(await closeCode(newClient(discord, { intents: 1 << 30 }), discord.bot.token)).toMatch(
      /invalid intents/i,
    );
  });

  it.each<[string, unknown, number]>([
    ['a token that is none (4004)', { op: 2, d: { token: 'nope', intents: 0, properties: {} } }, 4004],
    ['a frame that is no JSON (4002)', '{', 4002],
    ['an unknown opcode before identifying (4003)', { op: 99, d: null }, 4003],
    [
      'a shard beyond the count (4010)',
      { op: 2, d: { token: 'TOKEN', intents: 0, properties: {}, shard: [2, 2] } },
      4010,
    ],
    [
      'intents in unknown bits (4013)',
      { op: 2, d: { token: 'TOKEN', intents: 1 << 30, properties: {} } },
      4013,
    ],
  ])('%s', async (_, frame, code) => {
    const discord = await openDiscord();
    const socket = new WebSocket(
      `${discord.apiUrl.replace('http', 'ws').replace(/\/api$/, '')}/gateway?v=10&encoding=json`,
    );
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    await new Promise((resolve) => socket.once('message', resolve));
    const text =
      typeof frame === 'string' ? frame : JSON.stringify(frame).replace('TOKEN', discord.bot.token);
    socket.send(text);
    expect(await closed).toBe(code);
  });
});

describe('intents', () => {
  it('withhold message content, except of own messages, mentions and direct messages', async () => {
    const { client, help, alice } = await connectedCommunity({
      client: { intents: INTENTS.filter((bit) => bit !== GatewayIntentBits.MessageContent) },
    });
    const heard = collect(client, 'messageCreate');
    await alice.says(help, 'a secret');
    await alice.says(help, `hello <@${client.user.id}>`);
    await eventually(() => heard.length === 2);
    expect(heard.map(({ content }) => content)).toEqual(['', `hello <@${client.user.id}>`]);
    const channel = await client.channels.fetch(help.id);
    if (!channel?.isSendable()) throw new Error('no channel');
    expect((await channel.send('my own')).content).toBe('my own');
    await eventually(() => heard.length === 3);
    expect(heard[2]?.content).toBe('my own');
  });

  it('withhold events altogether', async () => {
    const { client, help, alice } = await connectedCommunity({
      client: { intents: [GatewayIntentBits.Guilds] },
    });
    const messages = collect(client, 'messageCreate');
    const created = next(client, 'threadCreate');
    const message = await alice.says(help, 'unheard');
    await alice.reacts(message, '🙏');
    await alice.opensThread(message, 'A thread is heard of');
    await created;
    expect(messages).toEqual([]);
  });

  it('withhold joins and leaves without GuildMembers', async () => {
    const { client, guild, help } = await connectedCommunity({
      client: { intents: INTENTS.filter((bit) => bit !== GatewayIntentBits.GuildMembers) },
    });
    const joins = collect(client, 'guildMemberAdd');
    const heard = next(client, 'messageCreate');
    const carol = guild.person('Carol');
    await carol.says(help, 'hello');
    await heard;
    expect(joins).toEqual([]);
  });
});

describe('channels that the bot cannot see', () => {
  it('are in the list, but silent', async () => {
    const scene = await community();
    const { discord, guild, help, alice } = scene;
    const hidden = guild.textChannel('staff', {
      overwrites: [{ for: discord.bot, deny: PermissionFlagsBits.ViewChannel }],
    });
    const client = await connect(discord);
    const heard = collect(client, 'messageCreate');
    await alice.says(hidden, 'unheard');
    await alice.says(help, 'heard');
    await eventually(() => heard.length > 0);
    expect(heard.map(({ content }) => content)).toEqual(['heard']);
  });
});

describe('members', () => {
  it('are sent in chunks on request, all or by name', async () => {
    const { client, guild } = await connectedCommunity();
    for (let index = 0; index < 1100; index += 1) guild.person(`Person ${index}`);
    const seen = client.guilds.cache.get(guild.id);
    if (!seen) throw new Error('no guild');
    const all = await seen.members.fetch();
    expect(all.size).toBe(guild.members.size);
    const some = await seen.members.fetch({ query: 'Person 10', limit: 100 });
    expect(
      [...some.values()].every((member) => member.user.username.toLowerCase().startsWith('person')),
    ).toBe(true);
    expect(some.size).toBeGreaterThan(0);
  });

  it('are found by up to 100 ids, and the answer names those who are not there', async () => {
    const { client, guild, alice } = await connectedCommunity();
    const seen = client.guilds.cache.get(guild.id);
    if (!seen) throw new Error('no guild');
    const people = Array.from({ length: 120 }, (_, index) => guild.person(`Person ${index}`));
    const answer = next(client, 'guildMembersChunk');
    const found = await seen.members.fetch({ user: [alice.id, '1', '2'], nonce: 'mine' });
    expect([...found.keys()]).toEqual([alice.id]);
    const [, , chunk] = await answer;
    expect(chunk).toEqual({ index: 0, count: 1, notFound: ['1', '2'], nonce: 'mine' });
    expect((await seen.members.fetch({ user: people.map(({ id }) => id) })).size).toBe(100);
    expect((await seen.members.fetch({ query: 'Person' })).size).toBe(100);
  });

  it('are not found by a question that says neither whom nor by what name, or names itself too long', async () => {
    const { client, guild, alice } = await connectedCommunity();
    const { shard } = client.guilds.cache.get(guild.id) ?? {};
    const answer = next(client, 'guildMembersChunk');
    shard?.send({ op: 8, d: { guild_id: guild.id, user_ids: [alice.id], nonce: 'n'.repeat(33) } });
    expect((await answer)[2].nonce).toBeUndefined();
    const closed = next(client, 'shardReconnecting');
    shard?.send({ op: 8, d: { guild_id: guild.id } });
    await closed;
  });

  it('are all told once in 30 seconds for each guild, whichever connection of a bot asks', async () => {
    const { discord, client, guild } = await connectedCommunity();
    const other = await connect(discord);
    const all = (of: Client) => of.guilds.cache.get(guild.id)?.members.fetch();
    expect((await all(client))?.size).toBe(guild.members.size);
    await expect(all(other)).rejects.toThrow('rate limited');
    discord.advance(30_000);
    expect((await all(other))?.size).toBe(guild.members.size);
  });

  it('are asked for 120 times a minute at most, or the connection is closed', async () => {
    const { client, guild, alice } = await connectedCommunity();
    const socket = new WebSocket(`${client.ws.gateway}?v=10&encoding=json`);
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    await new Promise((resolve) => socket.once('message', resolve));
    const { token } = client;
    socket.send(JSON.stringify({ op: 2, d: { token, intents: 1, properties: {} } }));
    for (let index = 0; index < 120; index += 1)
      socket.send(JSON.stringify({ op: 8, d: { guild_id: guild.id, user_ids: [alice.id] } }));
    expect(await closed).toBe(4008);
  });

  it('join, change and leave', async () => {
    const { client, guild, alice } = await connectedCommunity();
    const joined = next(client, 'guildMemberAdd');
    const carol = guild.person('Carol', { pending: true });
    expect(await joined).toMatchObject([{ id: carol.id, pending: true }]);
    const left = next(client, 'guildMemberRemove');
    await alice.leaves(guild);
    expect(await left).toMatchObject([{ id: alice.id }]);
    const again = next(client, 'guildMemberAdd');
    await alice.joins(guild);
    expect(await again).toMatchObject([{ id: alice.id }]);
  });
});

describe('sharding', () => {
  it('sends each guild to one shard, and direct messages to the first', async () => {
    const { discord } = await community();
    for (let index = 0; index < 6; index += 1)
      discord.guild(`Guild ${index}`).invite(discord.bot, BOT_RIGHTS);
    const client = await connect(discord, { shards: [0, 1], shardCount: 2 });
    expect(client.ws.shards.size).toBe(2);
    const shardOf = (guild: Guild) => Number((BigInt(guild.id) >> 22n) % 2n);
    await eventually(() => client.guilds.cache.size === 7, 'both shards');
    expect([...client.guilds.cache.values()].every((guild) => guild.shardId === shardOf(guild))).toBe(true);
  });
});
