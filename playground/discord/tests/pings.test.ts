// Nobody is pinged by accident: who hears of which message, by what it says and what it allows.
import { PermissionFlagsBits as Bits, MessageFlags, Routes } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { connectedCommunity, textChannel } from './stage.ts';

async function pingScene(denied = Bits.MentionEveryone) {
  const scene = await connectedCommunity({ denied });
  const channel = await textChannel(scene.client, scene.help.id);
  const pings = (person: { pings: readonly unknown[] }) => person.pings.length;
  return { ...scene, channel, pings };
}

describe('a message of the bot', () => {
  it('pings everyone it names when it does not say otherwise', async () => {
    const { channel, alice, bob, pings } = await pingScene();
    const sent = await channel.send(`<@${alice.id}> hello`);
    expect([pings(alice), pings(bob)]).toEqual([1, 0]);
    expect(sent.mentions.users.has(alice.id)).toBe(true);
  });

  it('pings nobody with an empty list', async () => {
    const { channel, alice, pings } = await pingScene();
    const sent = await channel.send({ content: `<@${alice.id}> @everyone`, allowedMentions: { parse: [] } });
    expect(pings(alice)).toBe(0);
    expect(sent.mentions.users.size).toBe(0);
  });

  it('pings only those it allows', async () => {
    const { channel, alice, bob, pings } = await pingScene();
    await channel.send({ content: `<@${alice.id}> <@${bob.id}>`, allowedMentions: { users: [bob.id] } });
    expect([pings(alice), pings(bob)]).toEqual([0, 1]);
  });

  it('pings by the texts of Components V2 too, and not by embeds', async () => {
    const { client, help, channel, alice, bob, pings } = await pingScene();
    await client.rest.post(Routes.channelMessages(help.id), {
      body: {
        flags: MessageFlags.IsComponentsV2,
        components: [{ type: 17, components: [{ type: 10, content: `<@${alice.id}>` }] }],
      },
    });
    await channel.send({ embeds: [{ description: `<@${bob.id}>` }] });
    expect([pings(alice), pings(bob)]).toEqual([1, 0]);
  });

  it('pings everyone only with the right to', async () => {
    const { channel, alice, pings } = await pingScene();
    const sent = await channel.send('@everyone');
    expect([pings(alice), sent.mentions.everyone]).toEqual([0, false]);
    const allowed = await pingScene(0n);
    const loud = await allowed.channel.send('@everyone');
    expect([allowed.pings(allowed.alice), loud.mentions.everyone]).toEqual([1, true]);
  });

  it('pings a role that is mentionable, and its members hear it', async () => {
    const { channel, guild, pings } = await pingScene();
    const open = guild.role('Helpers', { mentionable: true });
    const closed = guild.role('Staff');
    const helper = guild.person('Helper', { roles: [open, closed] });
    await channel.send(`<@&${closed.id}>`);
    expect(pings(helper)).toBe(0);
    await channel.send(`<@&${open.id}>`);
    expect(pings(helper)).toBe(1);
  });

  it('pings the person replied to unless it says no', async () => {
    const { channel, alice, help, pings } = await pingScene();
    const question = await channel.messages.fetch((await alice.says(help, 'how?')).id);
    await question.reply({ content: 'quietly', allowedMentions: { repliedUser: false } });
    expect(pings(alice)).toBe(0);
    await question.reply('loudly');
    expect(pings(alice)).toBe(1);
  });

  it('does not ping again when it is edited', async () => {
    const { channel, alice, bob, pings } = await pingScene();
    const sent = await channel.send(`<@${alice.id}>`);
    await sent.edit(`<@${alice.id}> <@${bob.id}>`);
    expect([pings(alice), pings(bob)]).toEqual([1, 0]);
  });

  it('does not ping out of code', async () => {
    const { channel, alice, pings } = await pingScene();
    await channel.send(`\`<@${alice.id}>\``);
    expect(pings(alice)).toBe(0);
  });
});

describe('a message of a person', () => {
  it('pings by reply, or not, as they choose', async () => {
    const { alice, bob, help, pings } = await pingScene();
    const question = await alice.says(help, 'how?');
    await bob.replies(question, 'quietly', { ping: false });
    expect(pings(alice)).toBe(0);
    await bob.replies(question, 'so');
    expect(pings(alice)).toBe(1);
  });

  it('pings nobody by @everyone without the right', async () => {
    const { guild, alice, bob, help, pings } = await pingScene();
    guild.changeRole(guild.everyone, { permissions: guild.everyone.permissions & ~Bits.MentionEveryone });
    await bob.says(help, '@everyone look');
    expect(pings(alice)).toBe(0);
  });
});
