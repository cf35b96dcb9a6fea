// The settings of questions in /setup, as an administrator changes them: each choice is saved at once.
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { opensSetup, openTown } from '../support/administrator.ts';

test('what is asked and done, when threads are put away, and who may mark', async () => {
  const town = await openTown();
  const { ada } = town;
  const page = await opensSetup(ada, town, 'solving');
  expect(page.text).toContain('Askers and staff mark solutions');
  await ada.picks(page, ['nudges', 'checkBacks', 'lock'], { customId: 'setup:switches:1' });
  await ada.picks(page, '24', { customId: 'setup:archive:1' });
  await ada.picks(page, 'guide', { customId: 'setup:markers:1' });
  expect(page.text).toContain('Solved threads are put away after 24 hours');
  expect((await town.settings()).questions).toMatchObject({
    proposals: false,
    nudges: true,
    checkBacks: true,
    staffEarns: false,
    markingTier: 'guide',
    solved: { sign: false, title: false, lock: true, archiveHours: 24 },
  });
  await ada.picks(page, '-', { customId: 'setup:markers:1' });
  expect((await town.settings()).questions.markingTier).toBeUndefined();
  expect((await town.audit()).filter(({ action }) => action === 'setup.changed')).not.toEqual([]);
});

test('the board, mentions, and threads in a text channel', async () => {
  const town = await openTown();
  const { ada, help, news, guild } = town;
  const page = await opensSetup(ada, town, 'attention');
  expect(page.text).toContain('No board · Helpers are mentioned after 30 minutes');
  await ada.picks(page, news, { customId: 'setup:board:1' });
  await ada.picks(page, '0', { customId: 'setup:route:1' });
  expect(page.text).toContain(`Board in <#${news.id}> · Helpers are never mentioned`);
  expect((await town.settings()).questions).toMatchObject({ boardChannelId: news.id, routeMinutes: 0 });
  guild.overwrite(news, [{ for: guild.everyone, deny: PermissionFlagsBits.SendMessages }]);
  const closed = await opensSetup(ada, town, 'attention');
  expect(closed.text).toContain('I lack **Send Messages**');
  await ada.picks(closed, [], { customId: 'setup:board:1' });
  expect((await town.settings()).questions.boardChannelId).toBeUndefined();

  const questions = await opensSetup(ada, town, 'questions');
  await ada.picks(questions, help, { customId: 'setup:helpChannels:1' });
  await ada.picks(questions, help.id, { customId: 'setup:openThreads:1' });
  expect((await town.settings()).questions.channels).toMatchObject([
    { channelId: help.id, opensThreads: true },
  ]);
});
