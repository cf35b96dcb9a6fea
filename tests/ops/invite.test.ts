// The invite link: exactly the permissions that the journeys run with, each explained; a clear line when there is none.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { expect, onTestFinished, test } from 'vitest';
import { INVITED_WITH as DEMO_INVITED_WITH } from '../../playground/demo/town.ts';
import { startDiscord } from '../../playground/discord/server.ts';
import type { Feature } from '../../src/discord/feature.ts';
import { inviteLink, neededBy, permissionLabel } from '../../src/discord/invite.ts';
import { features } from '../../src/features.ts';
import { temporaryFolder } from '../support/folder.ts';
import { INVITED_WITH } from '../support/town.ts';

const COMMAND = fileURLToPath(new URL('../../src/ops/invite.ts', import.meta.url));

async function invite(env: Record<string, string>): Promise<{ code: unknown; text: string }> {
  const child = spawn(process.execPath, [COMMAND], {
    cwd: temporaryFolder(),
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  const [code] = await once(child, 'close');
  return { code, text };
}

const linkIn = (text: string) => new URL(/https:\S+/.exec(text)?.[0] ?? '');

test('asks for the permissions that every journey is run with, and no other', async () => {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  const { token, id } = discord.bot;
  const { code, text } = await invite({ DISCORD_TOKEN: token, DISCORD_API_URL: discord.apiUrl });
  expect(code).toBe(0);
  const link = linkIn(text);
  expect(link.origin + link.pathname).toBe('https://discord.com/oauth2/authorize');
  expect(Object.fromEntries(link.searchParams)).toEqual({
    client_id: id,
    scope: 'bot applications.commands',
    permissions: String(INVITED_WITH),
  });
  for (const { permission } of neededBy(features))
    expect(text).toMatch(new RegExp(`^  ${permissionLabel(permission)} +to [a-z]`, 'm'));
  expect(text).not.toContain(token);
});

test('the demo is invited with the same', () => {
  expect(DEMO_INVITED_WITH).toBe(INVITED_WITH);
});

test('never asks to be an administrator', () => {
  expect(neededBy(features).map(({ permission }) => permission)).not.toContain('Administrator');
});

test('one permission of several features is asked for once, with every reason', () => {
  const some: Feature[] = [
    { name: 'a', needs: [{ permission: 'AddReactions', why: 'sign' }] },
    { name: 'b' },
    {
      name: 'c',
      needs: [
        { permission: 'SendMessages', why: 'answer' },
        { permission: 'AddReactions', why: 'vote' },
      ],
    },
  ];
  expect(neededBy(some)).toEqual([
    { permission: 'AddReactions', whys: ['sign', 'vote'] },
    { permission: 'SendMessages', whys: ['answer'] },
  ]);
  const bits = PermissionFlagsBits.AddReactions | PermissionFlagsBits.SendMessages;
  expect(linkIn(inviteLink('1', neededBy(some))).searchParams.get('permissions')).toBe(String(bits));
});

test.each([
  ['ViewChannel', 'View Channel'],
  ['SendMessagesInThreads', 'Send Messages in Threads'],
] as const)('%s reads as in Discord: %s', (permission, label) => {
  expect(permissionLabel(permission)).toBe(label);
});

test('without a token, says so in one line and how to mend it', async () => {
  const { code, text } = await invite({});
  expect(code).toBe(1);
  expect(text).toMatch(
    /^There is no invite link yet:\n {2}- DISCORD_TOKEN is missing\. Copy the token .*\n$/,
  );
});

test('with a token that Discord does not accept', async () => {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  const env = { DISCORD_TOKEN: 'not-the-token-of-anybody-here', DISCORD_API_URL: discord.apiUrl };
  const { code, text } = await invite(env);
  expect([code, text]).toEqual([1, expect.stringContaining('DISCORD_TOKEN is not accepted by Discord')]);
});
