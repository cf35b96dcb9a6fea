// What happens to a whole server: outages, two-factor moderation, bots side by side, channels that open up.
import { PermissionFlagsBits as Bits, type Guild as ClientGuild } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { BOT_RIGHTS, collect, connect, connectedCommunity, eventually, next, refusal } from './stage.ts';

describe('an outage of a server', () => {
  it('makes it unavailable, and available again with what happened meanwhile', async () => {
    const { client, guild } = await connectedCommunity();
    const gone = next(client, 'guildUnavailable');
    guild.goesDown();
    expect(await gone).toMatchObject([{ id: guild.id, available: false }]);
    guild.textChannel('born-in-the-dark');
    const back = next(client, 'guildAvailable');
    guild.comesBack();
    const [seen] = await back;
    expect((seen as ClientGuild).channels.cache.map(({ name }) => name)).toContain('born-in-the-dark');
  });
});

describe('a server that asks moderators for two-factor authentication', () => {
  it('refuses moderation of a bot whose owner has none, and nothing else', async () => {
    const { discord, client, guild, help, alice } = await connectedCommunity();
    const helper = guild.role('Helper');
    guild.requiresTwoFactor = true;
    discord.bot.ownerHasTwoFactor = false;
    const seen = await client.guilds.fetch(guild.id);
    const member = await seen.members.fetch(alice.id);
    expect(await refusal(member.roles.add(helper.id))).toEqual({ status: 403, code: 60003 });
    const channel = await client.channels.fetch(help.id);
    if (channel?.isSendable() !== true) throw new Error('no channel');
    await channel.send('still allowed');
    discord.bot.ownerHasTwoFactor = true;
    await member.roles.add(helper.id);
    expect(alice.in(guild).roles).toEqual([helper.id]);
  });
});

describe('two bots in one server', () => {
  it('hear each other, and each learns only which reactions are its own', async () => {
    const { discord, client, guild, help, alice } = await connectedCommunity();
    const other = discord.application({ name: 'Herald' });
    guild.invite(other, BOT_RIGHTS);
    const second = await connect(discord, { app: other });
    const message = await alice.says(help, 'hello');
    await eventually(() => client.channels.cache.has(help.id) && second.channels.cache.has(help.id));
    const mine = await fetchMessage(client, help.id, message.id);
    await mine.react('👍');
    const [own, theirs] = await Promise.all([
      fetchMessage(client, help.id, message.id),
      fetchMessage(second, help.id, message.id),
    ]);
    expect(own.reactions.cache.first()?.me).toBe(true);
    expect(theirs.reactions.cache.first()?.me).toBe(false);
    const heard = collect(client, 'messageCreate');
    const place = await second.channels.fetch(help.id);
    if (place?.isSendable() === true) await place.send('greetings');
    await eventually(() => heard.some(({ author }) => author.username === 'Herald'));
  });

  it('one that is invited again keeps its role and gets other permissions', async () => {
    const { discord, guild, botRole } = await connectedCommunity();
    expect(guild.invite(discord.bot, Bits.ViewChannel)).toBe(botRole);
    expect(botRole.permissions).toBe(Bits.ViewChannel);
  });
});

describe('a channel that opens up to the bot', () => {
  it('brings its active threads along; one that closes says nothing', async () => {
    const { discord, client, guild, alice } = await connectedCommunity();
    const hall = guild.textChannel('hall', {
      overwrites: [{ for: discord.bot, deny: Bits.ViewChannel }],
    });
    const thread = await alice.opensThread(hall, 'secret');
    expect(client.channels.cache.has(thread.id)).toBe(false);
    const synced = next(client, 'threadListSync');
    guild.overwrite(hall, []);
    await synced;
    expect(client.channels.cache.has(thread.id)).toBe(true);
  });
});

describe('people named in a thread', () => {
  it('follow it from then on', async () => {
    const { help, alice, bob } = await connectedCommunity();
    const thread = await alice.opensThread(help, 'a puzzle');
    await alice.says(thread, `${bob.mention} have you seen this?`);
    expect([...thread.thread.members.keys()]).toEqual([alice.id, bob.id]);
  });
});

async function fetchMessage(
  client: Awaited<ReturnType<typeof connectedCommunity>>['client'],
  channelId: string,
  id: string,
) {
  const channel = await client.channels.fetch(channelId);
  if (channel?.isTextBased() !== true) throw new Error('no channel');
  return channel.messages.fetch({ message: id, force: true });
}
