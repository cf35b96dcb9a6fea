// Direct messages and invites.
import { PermissionFlagsBits as Bits, Routes } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { BOT_RIGHTS, collect, connectedCommunity, eventually, next, refusal, textChannel } from './stage.ts';

describe('direct messages', () => {
  it('go both ways, content and all', async () => {
    const { client, discord, alice } = await connectedCommunity();
    const heard = collect(client, 'messageCreate');
    const user = await client.users.fetch(alice.id);
    const sent = await user.send('hello');
    expect(alice.sees(alice.dm(discord.bot))).toMatchObject([{ text: 'hello' }]);
    expect(alice.dm(discord.bot).id).toBe(sent.channelId);
    await alice.says(alice.dm(discord.bot), 'hi');
    const message = await eventually(() => heard.find(({ content }) => content === 'hi'), 'her answer');
    expect(message.guildId).toBeNull();
  });

  it('are refused where they are closed, or where no server is shared', async () => {
    const { client, guild, discord } = await connectedCommunity();
    const closed = guild.person('Private', { closedDms: true });
    expect(await refusal((await client.users.fetch(closed.id)).send('x'))).toEqual({
      status: 403,
      code: 50007,
    });
    const stranger = discord.person('Stranger');
    expect(await refusal((await client.users.fetch(stranger.id)).send('x'))).toMatchObject({ status: 403 });
    expect(await refusal(client.users.fetch('1'))).toEqual({ status: 404, code: 10013 });
  });
});

describe('invites', () => {
  it('are made, counted and listed', async () => {
    const { client, guild, help, discord } = await connectedCommunity({
      rights: BOT_RIGHTS | Bits.ManageGuild | Bits.ManageChannels,
    });
    const channel = await textChannel(client, help.id);
    const created = next(client, 'inviteCreate');
    const invite = await channel.createInvite({ maxAge: 0, unique: true, reason: 'for Alice' });
    expect(await created).toMatchObject([{ code: invite.code }]);
    const seen = await client.guilds.fetch(guild.id);
    const uses = async () => (await seen.invites.fetch()).get(invite.code)?.uses;
    expect(await uses()).toBe(0);
    const inWorld = guild.invites.get(invite.code);
    if (!inWorld) throw new Error('no invite');
    const joined = next(client, 'guildMemberAdd');
    await discord.person('Newcomer').joins(guild, { invite: inWorld });
    await joined;
    expect(await uses()).toBe(1);
    const gone = next(client, 'inviteDelete');
    await seen.invites.cache.get(invite.code)?.delete();
    expect(await gone).toMatchObject([{ code: invite.code }]);
    expect(await refusal(client.rest.get(Routes.invite(invite.code)))).toEqual({ status: 404, code: 10006 });
  });

  it('are the same one again unless a new one is asked for', async () => {
    const { client, help } = await connectedCommunity();
    const channel = await textChannel(client, help.id);
    const first = await channel.createInvite({ maxAge: 0 });
    expect((await channel.createInvite({ maxAge: 0 })).code).toBe(first.code);
    expect((await channel.createInvite({ maxAge: 0, unique: true })).code).not.toBe(first.code);
    expect((await channel.createInvite({ maxAge: 60 })).code).not.toBe(first.code);
  });

  it('are announced only to those who manage the channel', async () => {
    const { client, help, alice } = await connectedCommunity();
    const announced = collect(client, 'inviteCreate');
    const heard = next(client, 'messageCreate');
    await alice.invites(help);
    await alice.says(help, 'join us');
    await heard;
    expect(announced).toEqual([]);
  });

  it('are counted only for those who manage the server', async () => {
    const { client, guild } = await connectedCommunity();
    const seen = await client.guilds.fetch(guild.id);
    expect(await refusal(seen.invites.fetch())).toEqual({ status: 403, code: 50013 });
  });
});
