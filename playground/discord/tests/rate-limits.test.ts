// Rate limits as discord.js meets them: it reads the headers, waits and succeeds; refusals add up to a ban.
import { type RateLimitData, RESTEvents } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { connectedCommunity, refusal, textChannel, threadChannel } from './stage.ts';

async function limitedScene(options: { now?: () => number } = {}) {
  const scene = await connectedCommunity({ rateLimits: 'discord', ...options });
  const channel = await textChannel(scene.client, scene.help.id);
  const waits: RateLimitData[] = [];
  scene.client.rest.on(RESTEvents.RateLimited, (data) => waits.push(data));
  const raw = (method: string, path: string, body?: object) =>
    fetch(`${scene.discord.apiUrl}/v10${path}`, {
      method,
      headers: { authorization: `Bot ${scene.discord.bot.token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  return { ...scene, channel, waits, raw };
}

describe('a bucket', () => {
  it('is announced in the headers, and refused with 429 when it is empty', async () => {
    const { help, raw } = await limitedScene();
    const send = () => raw('POST', `/channels/${help.id}/messages`, { content: 'x' });
    const first = await send();
    expect(first.headers.get('x-ratelimit-limit')).toBe('5');
    expect(first.headers.get('x-ratelimit-remaining')).toBe('4');
    expect(first.headers.get('x-ratelimit-bucket')).toMatch(/^[0-9a-f]+$/);
    expect(Number(first.headers.get('x-ratelimit-reset-after'))).toBeGreaterThan(0);
    for (let index = 0; index < 4; index += 1) expect((await send()).status).toBe(200);
    const refused = await send();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('x-ratelimit-scope')).toBe('user');
    expect(await refused.json()).toMatchObject({
      message: 'You are being rate limited.',
      global: false,
      retry_after: expect.any(Number),
    });
  });

  it("opens again as the world's clock moves", async () => {
    const { help, raw, discord } = await limitedScene();
    const send = () => raw('POST', `/channels/${help.id}/messages`, { content: 'x' });
    for (let index = 0; index < 6; index += 1) await send();
    discord.advance(5000);
    expect((await send()).status).toBe(200);
  });

  it('makes discord.js wait, and every reaction arrives', async () => {
    const { channel, waits } = await limitedScene();
    const message = await channel.send('x');
    const start = performance.now();
    await Promise.all(['🙏', '⭐', '❤️', '⬆️'].map((emoji) => message.react(emoji)));
    expect(performance.now() - start).toBeGreaterThan(600);
    expect(waits.length).toBeGreaterThan(0);
    const fetched = await channel.messages.fetch({ message: message.id, force: true });
    expect(fetched.reactions.cache.size).toBe(4);
  });

  it('that discord.js knows nothing of yet still ends well', async () => {
    const { client, help, channel, waits, raw } = await limitedScene();
    const message = await channel.send('x');
    await raw('PUT', `/channels/${help.id}/messages/${message.id}/reactions/${encodeURIComponent('🙏')}/@me`);
    await message.react('⭐');
    expect(waits.length).toBeGreaterThanOrEqual(1);
    expect(client.isReady()).toBe(true);
  });
});

describe('names of channels', () => {
  it('change twice in ten minutes, and other changes are not counted as new names', async () => {
    const { client, discord, help, alice, raw } = await limitedScene();
    const post = await alice.opensThread(help, 'Invoices');
    const thread = await threadChannel(client, post.id);
    for (const archived of [true, false, true, false]) await thread.setArchived(archived);
    const rename = (name: string) => raw('PATCH', `/channels/${post.id}`, { name });
    expect((await rename('[Solved] Invoices')).status).toBe(200);
    expect((await rename('Invoices')).status).toBe(200);
    const refused = await rename('[Solved] Invoices');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(500);
    discord.advance(10 * 60_000);
    expect((await rename('[Solved] Invoices')).status).toBe(200);
  });
});

describe('the global limit', () => {
  it('refuses the fifty-first request of a second, answers to interactions excepted', async () => {
    const { raw, discord } = await limitedScene({ now: () => 1_800_000_000_000 });
    discord.advance(5000);
    const statuses: string[] = [];
    for (let index = 0; index < 51; index += 1) {
      const { status, headers } = await raw('GET', `/channels/${100 + index}`);
      statuses.push(
        `${status} ${headers.get('x-ratelimit-global') ?? ''} ${headers.get('x-ratelimit-scope') ?? ''}`,
      );
    }
    expect(statuses).toEqual([...Array(50).fill('404  '), '429 true global']);
    const answer = await raw('POST', '/interactions/1/token/callback', { type: 4, data: { content: 'x' } });
    expect(answer.status).toBe(404);
    discord.advance(1000);
    expect((await raw('GET', '/channels/100')).status).toBe(404);
  });
});

describe('limits off', () => {
  it('let everything through at once', async () => {
    const { client, help } = await connectedCommunity();
    const channel = await textChannel(client, help.id);
    await Promise.all(Array.from({ length: 30 }, (_, index) => channel.send(`m${index}`)));
  });
});

it('a 429 made by the weather is waited for too', async () => {
  const { client, help, discord } = await connectedCommunity();
  const channel = await textChannel(client, help.id);
  const storm = discord.weather.fail({ method: 'POST', status: 429, retryAfter: 0.05, times: 1 });
  await channel.send('patience');
  expect(storm.hits).toBe(1);
  expect(await refusal(channel.messages.fetch('1'))).toEqual({ status: 404, code: 10008 });
});
