// The page's server, without a browser: who is let in, what it says, where it listens.
import { connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startDiscord } from '../../playground/discord/server.ts';
import { startPage } from '../../playground/page/server.ts';
import type { Outcome } from '../../playground/page/wire.ts';

async function open(port = 0) {
  const discord = await startDiscord();
  const guild = discord.guild('Acme');
  const help = guild.textChannel('help');
  const alice = guild.person('Alice');
  const page = await startPage({ discord, port, invitedWith: 0n });
  onTestFinished(async () => {
    await page.close();
    await discord.close();
  });
  return { discord, guild, help, alice, page, url: page.url };
}

const json = { 'content-type': 'application/json' };

/** A request with headers that fetch would not send; resolves with the first line of the answer. */
function raw(port: number, lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`));
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString().split('\r\n')[0] ?? '');
    });
    socket.once('error', reject);
  });
}

describe('who is let in', () => {
  const cases: [why: string, headers: string[], status: number][] = [
    ['its own address', ['Host: 127.0.0.1:PORT'], 200],
    ['its own name', ['Host: localhost:PORT'], 200],
    ['another name that leads here', ['Host: evil.example:PORT'], 403],
    ['another port of this machine', ['Host: 127.0.0.1:PORT', 'Origin: http://127.0.0.1:1'], 403],
    ['a script of another site', ['Host: 127.0.0.1:PORT', 'Origin: https://evil.example'], 403],
    ['a sandboxed frame', ['Host: 127.0.0.1:PORT', 'Origin: null'], 403],
    [
      'a picture on another site',
      ['Host: 127.0.0.1:PORT', 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors'],
      403,
    ],
    [
      'a link on another site',
      ['Host: 127.0.0.1:PORT', 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate'],
      200,
    ],
    ['somebody who typed the address', ['Host: 127.0.0.1:PORT', 'Sec-Fetch-Site: none'], 200],
  ];
  test.each(cases)('%s', async (_why, headers, status) => {
    const { page } = await open();
    const lines = headers.map((line) => line.replace('PORT', String(page.port)));
    expect(await raw(page.port, ['GET / HTTP/1.1', ...lines])).toContain(` ${status} `);
  });

  test('a form of another site can do nothing, whatever it calls its content', async () => {
    const { url, help, alice } = await open();
    const body = JSON.stringify({ as: alice.id, do: 'say', place: help.id, text: 'hi', files: [] });
    for (const headers of [
      { ...json, 'sec-fetch-site': 'cross-site' },
      { ...json, origin: 'https://evil.example' },
      { 'content-type': 'text/plain' },
    ]) {
      expect((await fetch(`${url}/api/act`, { method: 'POST', headers, body })).status).toBe(403);
    }
    expect(help.messages.size).toBe(0);
    expect((await fetch(`${url}/api/act`, { method: 'POST', headers: json, body })).status).toBe(200);
    expect(help.messages.size).toBe(1);
  });
});

describe('what it serves', () => {
  test('under a strict policy, and nothing outside its folder', async () => {
    const { url } = await open();
    const front = await fetch(url);
    const policy = front.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:/);
    for (const path of [
      '/client/..%2fserver.ts',
      '/client/../server.ts',
      '/icons/..%2f..%2fpackage.svg',
      '/api/nothing',
    ]) {
      expect((await fetch(url + path)).status).toBe(404);
    }
  });

  test('a page someone wrote is a download, a picture is a picture', async () => {
    const { url, help, alice } = await open();
    const message = await alice.says(help, '', {
      attachments: [
        { name: 'a.html', content: '<script>alert(1)</script>', contentType: 'text/html' },
        { name: 'a.png', content: 'x', contentType: 'image/png' },
      ],
    });
    const types = await Promise.all(
      message.attachments.map(async (each) => {
        const { headers } = await fetch(url + new URL(each.url).pathname);
        return `${headers.get('content-type')} ${headers.get('content-disposition')}`;
      }),
    );
    expect(types).toEqual(['application/octet-stream attachment', 'image/png inline']);
  });

  test('what cannot be done is refused in words', async () => {
    const { url, alice, help, guild } = await open();
    const act = async (deed: object): Promise<Outcome & { error?: string }> =>
      (await fetch(`${url}/api/act`, { method: 'POST', headers: json, body: JSON.stringify(deed) })).json();
    expect((await act({ as: alice.id, do: 'fly' })).error).toContain('do');
    const large = { name: 'a', type: 'text/plain', base64: 'A'.repeat(17 * 1024 * 1024) };
    expect(
      (await act({ as: alice.id, do: 'say', place: help.id, text: '', files: [large] })).error,
    ).toContain('12 MB');
    guild.overwrite(help, [{ for: guild.everyone, deny: 1n << 11n }]);
    expect((await act({ as: alice.id, do: 'say', place: help.id, text: 'hi' })).error).toContain(
      'Alice may not',
    );
  });
});

test('the next free port, when the wished one is taken', async () => {
  const first = await open();
  const second = await open(first.page.port);
  expect(second.page.port).toBeGreaterThan(first.page.port);
  expect(await raw(second.page.port, ['GET / HTTP/1.1', `Host: 127.0.0.1:${second.page.port}`])).toContain(
    '200',
  );
});
