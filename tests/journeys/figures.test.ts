// /questions stats: what members see of how questions fare here, with its chart, by period and by tag.
import { expect, test } from 'vitest';
import { openHelpForum } from '../support/help-forum.ts';

test('what was asked, answered and solved, and how soon, with a chart; by tag and period; also after a restart', async () => {
  const town = await openHelpForum(({ staffId }) => ({ staffRoleIds: [staffId] }));
  const { alice, bob, carl, sam, support, help } = town;
  const { thread, answer } = await town.asked(['bug']);
  await alice.reacts(answer, '✅');
  const second = await carl.posts(support, 'Where is the log?', 'I cannot find it.', ['how-to']);
  await sam.says(second, 'Below the settings, third tab.');
  await bob.posts(support, 'Does it run on ARM?', 'On a small board.', ['how-to']);
  await town.calm();
  expect(await town.question(thread)).toMatchObject({ state: 'solved' });

  const stats = await (await carl.runs('/questions stats', {}, { in: help })).settled();
  expect(stats.ephemeral).toBe(true);
  expect(stats.text).toContain('## Questions asked this month');
  expect(stats.text).toContain('**3** asked · **2** answered (67%) · **1** solved (33%)');
  expect(stats.text).toContain('**1** question is waiting for a first answer now.');
  expect(stats.text).toContain('By members: half within');
  expect(stats.text).toContain('By staff: half within');
  const [image, ...others] = stats.message?.attachments ?? [];
  expect([image?.filename, others]).toEqual(['questions.png', []]);

  await town.restart();
  const week = await (await carl.picks(stats, 'week', { customId: 'figures:period:1:month:-' })).settled();
  expect(week.text).toContain('## Questions asked this week');
  expect(stats.message?.attachments).toHaveLength(1);

  const bugs = await (
    await carl.runs('/questions stats', { tag: 'bug', period: 'all' }, { in: help })
  ).settled();
  expect(bugs.text).toContain('Only those tagged **bug**');
  expect(bugs.text).toContain('**1** asked · **1** answered (100%) · **1** solved (100%)');
  expect(bugs.text).toContain('Nobody is waiting for a first answer now.');
  const none = await (await carl.runs('/questions stats', { tag: 'two' }, { in: help })).settled();
  expect([none.text.includes('None yet.'), none.message?.attachments]).toEqual([true, []]);
  const unknown = await (await carl.runs('/questions stats', { tag: 'nonsense' }, { in: help })).settled();
  expect(unknown.text).toContain('There is no tag called `nonsense`');
});
