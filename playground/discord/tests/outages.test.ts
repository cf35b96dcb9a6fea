// Bad weather on the gateway: broken sockets, lost sessions, and events that come never, twice, late or out of order.
import type { Client, Message } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { collect, community, connect, connectedCommunity, eventually, next } from './stage.ts';

function texts(messages: readonly Message[]): string[] {
  return messages.map(({ content }) => content);
}

describe('a broken connection', () => {
  it('is resumed, and what was missed is replayed in order', async () => {
    const { discord, client, help, alice } = await connectedCommunity();
    const heard = collect(client, 'messageCreate');
    const readies = collect(client, 'shardReady');
    await alice.says(help, 'before');
    await eventually(() => heard.length === 1);
    const resumed = next(client, 'shardResume');
    discord.weather.refuseConnections(true);
    discord.weather.dropSockets();
    for (const text of ['one', 'two', 'three']) await alice.says(help, text);
    discord.weather.refuseConnections(false);
    await resumed;
    await eventually(() => heard.length === 4);
    expect(texts(heard)).toEqual(['before', 'one', 'two', 'three']);
    expect(readies).toEqual([]);
  });

  it('again and again, in the middle of talk, loses nothing, doubles nothing and keeps the order', async () => {
    const { discord, client, help, alice } = await connectedCommunity();
    const heard = collect(client, 'messageCreate');
    const said: string[] = [];
    for (let drop = 0; drop < 4; drop += 1) {
      const resumed = next(client, 'shardResume');
      for (let index = 0; index < 50; index += 1) {
        const text = `${drop}.${index}`;
        said.push(text);
        const spoken = alice.says(help, text);
        if (index === 20 + drop) discord.weather.dropSockets();
        if (index % 7 === 0) await spoken;
      }
      await resumed;
    }
    await eventually(() => heard.length >= said.length, 'every message');
    expect(texts(heard)).toEqual(said);
  });

  it('without a resumable session begins anew, and what was missed is gone', async () => {
    const { discord, client, help, alice } = await connectedCommunity();
    const heard = collect(client, 'messageCreate');
    discord.weather.refuseConnections(true);
    discord.weather.dropSockets({ resumable: false });
    await alice.says(help, 'missed');
    const again = next(client, 'shardReady');
    discord.weather.refuseConnections(false);
    await again;
    await alice.says(help, 'heard');
    await eventually(() => heard.length === 1);
    expect(texts(heard)).toEqual(['heard']);
  });

  it('is asked for by Discord, and resumed', async () => {
    const { discord, client, help, alice } = await connectedCommunity();
    const heard = collect(client, 'messageCreate');
    const resumed = next(client, 'shardResume');
    discord.weather.askReconnect();
    await alice.says(help, 'meanwhile');
    await resumed;
    await eventually(() => heard.length === 1);
    expect(texts(heard)).toEqual(['meanwhile']);
  });

  it('after an invalid session is a new login', async () => {
    const { discord, client, help, alice } = await connectedCommunity();
    const heard = collect(client, 'messageCreate');
    const again = next(client, 'shardReady');
    discord.weather.invalidateSessions();
    await again;
    await alice.says(help, 'heard');
    await eventually(() => heard.length === 1);
  });

  it('cannot be resumed after five minutes', async () => {
    const { discord, client } = await connectedCommunity();
    const lost = next(client, 'shardReconnecting');
    discord.weather.refuseConnections(true);
    discord.weather.dropSockets();
    await lost;
    discord.advance(6 * 60_000);
    const again = next(client, 'shardReady');
    discord.weather.refuseConnections(false);
    await again;
  });
});

describe('heartbeats', () => {
  it('that stay unanswered make the client reconnect by itself', async () => {
    const scene = await community({ heartbeatMs: 60 });
    const client = await connect(scene.discord);
    const resumed = next(client, 'shardResume');
    scene.discord.weather.stopHeartbeatAcks(true);
    await next(client, 'shardReconnecting');
    scene.discord.weather.stopHeartbeatAcks(false);
    await resumed;
  });

  it('that a client stops sending cost it the connection (4009)', async () => {
    const scene = await community({ heartbeatMs: 60 });
    const { WebSocket } = await import('ws');
    const socket = new WebSocket(
      `${scene.discord.apiUrl.replace('http', 'ws').replace(/\/api$/, '')}/gateway?v=10&encoding=json`,
    );
    expect(await new Promise((resolve) => socket.once('close', resolve))).toBe(4009);
  });
});

describe('events', () => {
  async function heardAfter(
    prepare: (scene: Awaited<ReturnType<typeof connectedCommunity>>) => void,
    count: number,
  ) {
    const scene = await connectedCommunity();
    const heard = collect(scene.client, 'messageCreate');
    prepare(scene);
    for (const text of ['a', 'b', 'c', 'd']) await scene.alice.says(scene.help, text);
    await eventually(() => heard.length === count, `${count} messages`);
    return texts(heard);
  }

  it('get lost', async () => {
    expect(await heardAfter(({ discord }) => discord.weather.loseNext(2, 'MESSAGE_CREATE'), 2)).toEqual([
      'c',
      'd',
    ]);
  });

  it('come twice, though discord.js drops a second message of the same id', async () => {
    const { discord, client, help, alice } = await connectedCommunity();
    let sent = 0;
    discord.on('dispatch', ({ name }) => {
      if (name === 'MESSAGE_CREATE') sent += 1;
    });
    const heard = collect(client, 'messageCreate');
    discord.weather.duplicateNext(1, 'MESSAGE_CREATE');
    for (const text of ['a', 'b']) await alice.says(help, text);
    await eventually(() => heard.length === 2);
    expect(sent).toBe(3);
    expect(texts(heard)).toEqual(['a', 'b']);
  });

  it('come late', async () => {
    expect(await heardAfter(({ discord }) => discord.weather.delayNext(1, 40, 'MESSAGE_CREATE'), 4)).toEqual([
      'b',
      'c',
      'd',
      'a',
    ]);
  });

  it('come in another order', async () => {
    expect(await heardAfter(({ discord }) => discord.weather.reorderNext(3, 'MESSAGE_CREATE'), 4)).toEqual([
      'c',
      'b',
      'a',
      'd',
    ]);
  });

  it('of other names are left alone', async () => {
    expect(await heardAfter(({ discord }) => discord.weather.loseNext(1, 'MESSAGE_UPDATE'), 4)).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });
});

describe('requests', () => {
  const send = (client: Client<true>, channelId: string, text: string) =>
    client.rest.post(`/channels/${channelId}/messages`, { body: { content: text } });

  it('fail as often as the weather says, then work again', async () => {
    const { discord, client, help, alice } = await connectedCommunity();
    const storm = discord.weather.fail({
      method: 'POST',
      route: '/channels/:channel/messages',
      status: 503,
      times: 1,
    });
    await expect(send(client, help.id, 'lost')).rejects.toMatchObject({ status: 503 });
    await send(client, help.id, 'arrived');
    expect(storm.hits).toBe(1);
    expect(alice.sees(help).map(({ text }) => text)).toEqual(['arrived']);
  });

  it('are repeated by discord.js after a 5xx', async () => {
    const scene = await connectedCommunity({ client: { rest: { retries: 2 } } });
    const storm = scene.discord.weather.fail({ method: 'POST', status: 502, times: 1 });
    await send(scene.client, scene.help.id, 'second try');
    expect(storm.hits).toBe(1);
    expect(scene.alice.sees(scene.help)).toHaveLength(1);
  });

  it('are done although the answer says otherwise', async () => {
    const { discord, client, help, alice } = await connectedCommunity();
    discord.weather.fail({ method: 'POST', status: 500, times: 1, afterDoing: true });
    await expect(send(client, help.id, 'done anyway')).rejects.toMatchObject({ status: 500 });
    expect(alice.sees(help)).toHaveLength(1);
  });

  it('are never answered', async () => {
    const { discord, client, help, alice } = await connectedCommunity();
    discord.weather.hang({ method: 'POST', times: 1 });
    discord.weather.hang({ method: 'POST', times: 1, afterDoing: true });
    await expect(send(client, help.id, 'not done')).rejects.toThrow();
    await expect(send(client, help.id, 'done')).rejects.toThrow();
    expect(alice.sees(help).map(({ text }) => text)).toEqual(['done']);
  });

  it('are refused with a code of choice until the weather clears', async () => {
    const { discord, client, help } = await connectedCommunity();
    discord.weather.fail({ route: /\/channels\//, status: 403, code: 50013 });
    await expect(send(client, help.id, 'x')).rejects.toMatchObject({ code: 50013 });
    discord.weather.clear();
    await send(client, help.id, 'x');
  });
});
