// Taking thanks back where it is least expected: in a channel that was left out since, and by Undo of one among several.
import { expect, test } from 'vitest';
import { standingOf } from '../../src/core/standings.ts';
import { recountDifferences, startTestBot } from '../support/bot.ts';
import { calm, startTown } from '../support/town.ts';

async function open() {
  const town = await startTown();
  const { bot } = await startTestBot(town.discord);
  const points = async ({ id }: { id: string }) =>
    (await bot.ctx.db.read((db) => standingOf(db, town.guild.id, 'all', id))).points;
  return {
    ...town,
    points,
    leaveOut: (channelId: string) =>
      bot.ctx.db.write((tx) =>
        bot.ctx.settings.change(tx, town.guild.id, 0, (settings) => ({
          ...settings,
          channels: { ...settings.channels, except: [channelId] },
        })),
      ),
    calm: async () => {
      await calm(bot, town);
      expect(await recountDifferences(bot)).toEqual([]);
    },
  };
}

test('in a channel that was left out since, an edit takes back and gives nothing', async () => {
  const { help, alice, bob, carl, discord, ...town } = await open();
  const both = await alice.says(help, `thanks ${bob.mention} and ${carl.mention}`);
  await town.calm();
  expect([await town.points(bob), await town.points(carl), both.reactions.has('🌿')]).toEqual([10, 10, true]);
  await town.leaveOut(help.id);
  await alice.edits(both, `thanks ${bob.mention} a lot`);
  await town.calm();
  expect([await town.points(bob), await town.points(carl), both.reactions.has('🌿')]).toEqual([10, 0, true]);
  await alice.edits(both, 'never mind');
  await town.calm();
  expect([await town.points(bob), both.reactions.has('🌿')]).toEqual([0, false]);
  await alice.edits(both, `thanks ${bob.mention} and ${carl.mention}`);
  await town.calm();
  expect([await town.points(bob), await town.points(carl), both.reactions.has('🌿')]).toEqual([0, 0, false]);
});

test('in a channel that was left out since, deleting and unreacting take back', async () => {
  const { help, alice, bob, carl, ...town } = await open();
  const answer = await bob.says(help, 'Set PORT=8080.');
  const thanks = await alice.replies(answer, 'thank you');
  await carl.reacts(answer, '🙏');
  await town.calm();
  expect(await town.points(bob)).toBe(20);
  await town.leaveOut(help.id);
  await alice.deletes(thanks);
  await carl.unreacts(answer, '🙏');
  await town.calm();
  expect(await town.points(bob)).toBe(0);
});

test('Undo of a second thank-you for the same help says that the first still counts', async () => {
  const { help, alice, bob, ...town } = await open();
  const answer = await bob.says(help, 'Set PORT=8080.');
  await alice.replies(answer, 'thank you');
  await town.calm();
  const again = await alice.uses('Thank the author', answer);
  expect(again.text).toMatch(/already, so (the|their) points stay/);
  await alice.clicks(again, 'Undo');
  expect(again.text).toBe(
    `${alice.mention} took this thank-you to ${bob.mention} back. Another one for the same help still counts.`,
  );
  await town.calm();
  expect(await town.points(bob)).toBe(10);
});
