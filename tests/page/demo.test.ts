// The demo's page as a newcomer finds it: soon there, at the printed address, on the next port when one is taken.
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const DEMO = fileURLToPath(new URL('../../playground/demo/main.ts', import.meta.url));

/** Starts the demo; resolves with what it prints up to the page's address. */
function startDemo(port: number): Promise<string> {
  const child = spawn(process.execPath, [DEMO, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  return new Promise((resolve, reject) => {
    let told = '';
    child.stdout.on('data', (chunk) => {
      told += chunk;
      if (/Open http.*\n/.test(told)) resolve(told);
    });
    child.stderr.on('data', (chunk) => reject(new Error(String(chunk))));
  });
}

test('the page is there soon, beside what has the wished port', { timeout: 60_000 }, async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void taken.close());
  const address = taken.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const began = performance.now();
  const told = await startDemo(port);
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(told)?.[0] ?? '';
  expect(told).toContain(`(port ${port} is taken)`);
  expect(url).not.toContain(`:${port}`);
  const page = await fetch(url);
  expect([page.status, (await fetch(`${url}/client/main.js`)).status]).toEqual([200, 200]);
  // Three seconds on an idle machine; tests run beside others.
  expect(performance.now() - began).toBeLessThan(15_000);
});
