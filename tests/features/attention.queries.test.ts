// How SQLite goes about the queries that run every minute: none reads a whole table that grows with the server.
import { expect, test } from 'vitest';
import { guildsWithBoard } from '../../src/features/attention/boards.store.ts';
import { countHeldBy, endOverdue, holderOf } from '../../src/features/attention/claims.store.ts';
import { look } from '../../src/features/attention/store.ts';
import * as subscriptions from '../../src/features/attention/subscriptions.store.ts';
import * as followups from '../../src/features/followups/store.ts';
import * as helpers from '../../src/features/helpers/store.ts';
import { testContext } from '../support/context.ts';
import { fullScans, queryPlansOf } from '../support/query-plans.ts';

/** One row a server, or a member who agreed: read whole, once a minute. */
const SMALL = /"(guild_settings|question_boards|helpers|tag_subscriptions)"/;

test('they use their indexes', async () => {
  const { path } = testContext();
  const now = 1_000_000;
  const plans = await queryPlansOf(path, async (db) => {
    for (const filter of ['unanswered', 'answered', 'mine'] as const) {
      const wish = { guildId: '1', filter, channelIds: ['5'], memberId: '10', now };
      await look(db, wish, 10);
      await look(db, { ...wish, tagId: '70' }, 10, 10);
    }
    await holderOf(db, '500', now);
    await countHeldBy(db, '1', '10', now);
    await guildsWithBoard(db);
    await subscriptions.subscriptionsOf(db, '1', '10');
    await subscriptions.freshQuestions(db, '1', ['70', '71'], 0, 100);
    await subscriptions.guildsToTell(db, now);
    await helpers.guildsWithHelpers(db);
    await helpers.availableHelpers(db, '1');
    await helpers.waitingQuestions(db, '1', { from: 0, to: now });
    await helpers.isTaken(db, '500', now);
    await helpers.presentIn(db, '500');
    for (const tagIds of [['70'], []])
      await helpers.recordOf(
        db,
        { guildId: '1', memberId: '10' },
        { tagIds, channelId: '5', since: 0, today: 0 },
      );
    await followups.quietQuestions(db, { after: 0, until: now });
    await followups.solvedQuestions(db, { after: 0, until: now });
    await followups.openNudges(db, now);
  });
  expect(plans.length).toBeGreaterThan(20);
  expect(fullScans(plans).filter(({ sql }) => !SMALL.test(sql))).toEqual([]);
});

test('claims end by the index of those that are open', async () => {
  const { ctx } = testContext();
  await ctx.db.write((tx) => endOverdue(tx, 1_000));
  expect(await ctx.db.read((db) => countHeldBy(db, '1', '10', 0))).toBe(0);
});
