// Publishing commands: listed, changed, replaced, refused.
import { Routes } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { interactionScene } from './interaction-stage.ts';
import { refusal } from './stage.ts';

describe('commands', () => {
  it('are published, listed, changed and replaced', async () => {
    const { client, guild } = await interactionScene();
    const seen = await client.guilds.fetch(guild.id);
    const published = await seen.commands.fetch();
    expect([...published.values()].map(({ name }) => name).sort()).toEqual([
      'Profile',
      'Thank the author',
      'promote',
      'rules',
      'thanks',
    ]);
    const before = published.find(({ name }) => name === 'thanks');
    const set = await seen.commands.set([{ name: 'thanks', description: 'Changed' }]);
    expect(set.size).toBe(1);
    expect(set.first()).toMatchObject({ id: before?.id, description: 'Changed' });
    await seen.commands.create({ name: 'help', description: 'Help' });
    expect((await seen.commands.fetch()).size).toBe(2);
    await client.application.commands.set([{ name: 'global', description: 'Everywhere' }]);
    expect((await client.application.commands.fetch()).size).toBe(1);
  });

  it.each<[string, object[]]>([
    ['a name in capitals', [{ name: 'Thanks', description: 'x' }]],
    ['no description', [{ name: 'thanks', description: '' }]],
    [
      'the same name twice',
      [
        { name: 'a', description: 'x' },
        { name: 'a', description: 'y' },
      ],
    ],
  ])('are refused: %s', async (_, body) => {
    const { client, guild } = await interactionScene({ mayViolate: true });
    const put = client.rest.put(Routes.applicationGuildCommands(client.application.id, guild.id), { body });
    expect(await refusal(put)).toEqual({ status: 400, code: 50035 });
  });

  it('of others are not ours', async () => {
    const { client, guild, discord } = await interactionScene();
    const other = discord.application({ name: 'Other' });
    const put = client.rest.put(Routes.applicationGuildCommands(other.id, guild.id), { body: [] });
    expect(await refusal(put)).toMatchObject({ status: 403 });
  });
});
