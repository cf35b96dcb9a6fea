// People as tests and the demo use them: what they may do, what they see, and how failure reads.
import { PermissionFlagsBits as Bits, MessageType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { collect, community, connectedCommunity, eventually, next } from './stage.ts';

describe('people obey their rights', () => {
  it('and say readably what they lack', async () => {
    const { discord, guild, help, alice, bob, mod } = await community();
    const readOnly = guild.textChannel('news', {
      overwrites: [{ for: guild.everyone, deny: Bits.SendMessages }],
    });
    const hidden = guild.textChannel('staff', {
      overwrites: [{ for: guild.everyone, deny: Bits.ViewChannel }],
    });
    await expect(alice.says(readOnly, 'x')).rejects.toThrow('Alice may not write in #news');
    await expect(alice.says(hidden, 'x')).rejects.toThrow(/Alice may not/);
    const message = await alice.says(help, 'mine');
    await expect(bob.edits(message, 'yours')).rejects.toThrow(/another's message/);
    await expect(bob.deletes(message)).rejects.toThrow(/Manage Messages/);
    await expect(bob.clearsReactions(message)).rejects.toThrow(/Manage Messages/);
    await expect(alice.reacts(message, 'nice')).rejects.toThrow(/no emoji/);
    await expect(alice.says(help, 'x'.repeat(2001))).rejects.toThrow(/2000/);
    await mod.deletes(message);
    await expect(alice.edits(message, 'too late')).rejects.toThrow(/gone/);
    await expect(discord.person('Stranger').says(help, 'x')).rejects.toThrow(/may not/);
  });

  it('and those in time-out are silent until it is over', async () => {
    const { discord, guild, help, alice } = await community();
    guild.timeOut(alice, discord.world.now() + 60_000);
    await expect(alice.says(help, 'x')).rejects.toThrow(/may not/);
    discord.advance(60_001);
    await alice.says(help, 'x');
  });

  it('and see only what is theirs to see', async () => {
    const { guild, help, alice, mod } = await community();
    const hidden = guild.textChannel('staff', {
      overwrites: [
        { for: guild.everyone, deny: Bits.ViewChannel },
        { for: mod, allow: Bits.ViewChannel },
      ],
    });
    await mod.says(hidden, 'between us');
    expect(alice.sees(hidden)).toEqual([]);
    expect(mod.sees(hidden)).toMatchObject([{ author: 'Mod', text: 'between us' }]);
    guild.nick(alice, 'Ally');
    const question = await alice.says(help, 'how?');
    await mod.replies(question, 'so');
    expect(mod.sees(help)).toMatchObject([
      { author: 'Ally', text: 'how?' },
      { text: 'so', repliedTo: 'Ally' },
    ]);
  });
});

describe('messages that are not from people', () => {
  it('come from webhooks, other bots and the system, and say so', async () => {
    const { client, guild, help, alice } = await connectedCommunity();
    const heard = collect(client, 'messageCreate');
    await alice.says(help, 'bridged', { webhook: 'Matrix' });
    await guild.person('OtherBot', { bot: true }).says(help, 'beep');
    await alice.says(help, '', { system: MessageType.UserJoin });
    await eventually(() => heard.length === 3);
    const [webhook, bot, system] = heard;
    expect(webhook?.webhookId).toBeTruthy();
    expect(bot?.author.bot).toBe(true);
    expect(system).toMatchObject({ system: true, type: MessageType.UserJoin });
  });

  it('may carry files', async () => {
    const { client, help, alice } = await connectedCommunity();
    const heard = next(client, 'messageCreate');
    await alice.says(help, 'my log', { attachments: [{ name: 'log.txt', content: 'error' }] });
    const [message] = await heard;
    const file = message.attachments.first();
    expect(file?.name).toBe('log.txt');
    expect(await (await fetch(file?.url ?? '')).text()).toBe('error');
  });
});

describe('newcomers', () => {
  it('are pending until they accept the rules', async () => {
    const { client, guild } = await connectedCommunity();
    const carol = guild.person('Carol', { pending: true });
    expect(carol.in(guild).pending).toBe(true);
    const changed = next(client, 'guildMemberUpdate');
    await carol.passesScreening(guild);
    expect(await changed).toMatchObject([expect.anything(), { id: carol.id, pending: false }]);
  });

  it('lose their roles when they leave', async () => {
    const { guild } = await community();
    const role = guild.role('Helper');
    const carol = guild.person('Carol', { roles: [role] });
    await carol.leaves(guild);
    expect(() => carol.in(guild)).toThrow('Carol is no member of Support');
    await carol.joins(guild);
    expect(carol.in(guild).roles).toEqual([]);
  });
});

describe('waiting', () => {
  it('ends with the change that was waited for', async () => {
    const { discord, help, alice } = await community();
    const waiting = discord.until(() => alice.sees(help).find(({ text }) => text === 'at last'));
    await alice.says(help, 'not yet');
    await alice.says(help, 'at last');
    expect(await waiting).toMatchObject({ text: 'at last' });
  });

  it('in vain tells what was said last', async () => {
    const { discord, help, alice } = await community();
    await alice.says(help, 'something else');
    await expect(discord.until(() => false, { timeoutMs: 50, hint: 'a thank-you' })).rejects.toThrow(
      /a thank-you[\s\S]*#help Alice: something else/,
    );
  });

  it('watches requests and events too', async () => {
    const { discord, client, help, alice } = await connectedCommunity();
    const seen: string[] = [];
    const stopRequests = discord.on('request', ({ method, route, status }) =>
      seen.push(`${method} ${route} ${status}`),
    );
    const stopEvents = discord.on('dispatch', ({ name }) => seen.push(name));
    const heard = next(client, 'messageCreate');
    await alice.says(help, 'x');
    await heard;
    await client.rest.get(`/channels/${help.id}`);
    stopRequests();
    stopEvents();
    await alice.says(help, 'y');
    expect(seen).toEqual(['MESSAGE_CREATE', 'GET /channels/:channel 200']);
  });
});

it('a busy server stays quick: ten thousand messages are said and heard in seconds', async () => {
  const { client, help, alice } = await connectedCommunity();
  let heard = 0;
  client.on('messageCreate', () => {
    heard += 1;
  });
  const start = performance.now();
  for (let index = 0; index < 10_000; index += 1) await alice.says(help, `message ${index}`);
  await eventually(() => heard === 10_000, 'every message', 10_000);
  expect(performance.now() - start).toBeLessThan(10_000);
});
