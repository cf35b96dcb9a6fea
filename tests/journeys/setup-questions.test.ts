// The tags of a help forum in /setup, as an administrator chooses them by hand: checked, kept, and told in the audit.
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { opensSetup, openTown } from '../support/administrator.ts';
import { calm, INVITED_WITH } from '../support/town.ts';

test('the solved tag and those that go are chosen by hand; what the bot may not do is named', async () => {
  const town = await openTown();
  const { ada, forum, guild, discord } = town;
  const [bug, howTo] = forum.forum?.tags ?? [];
  if (!bug || !howTo) throw new Error('The forum has two tags.');
  const page = await opensSetup(ada, town, 'questions');
  await ada.picks(page, [forum], { customId: 'setup:helpChannels:1' });
  await ada.picks(page, forum.id, { customId: 'setup:forum:1' });
  expect(page.text).toMatch(/^## #questions\n/);
  await ada.picks(page, [bug.id, howTo.id], { customId: `setup:removedTags:1:${forum.id}` });
  expect(page.text).toContain('bug and how-to go');
  await ada.picks(page, howTo.id, { customId: `setup:solvedTag:1:${forum.id}` });
  expect(page.text).toContain('Solved questions get how-to · bug goes');
  expect((await town.settings()).questions.channels).toEqual([
    { channelId: forum.id, opensThreads: false, solvedTagId: howTo.id, removedTagIds: [bug.id] },
  ]);
  expect((await town.audit()).at(-1)).toMatchObject({ actorId: ada.id, field: 'questions.channels' });

  guild.invite(discord.bot, INVITED_WITH & ~Bits.ManageThreads);
  await calm(town.bot, town);
  await ada.clicks(page, 'Back');
  expect(page.text).toContain(`In <#${forum.id}> I lack **Manage Threads**.`);
});
