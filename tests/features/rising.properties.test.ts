// Whatever happens to thanks, holidays and time: nobody falls before the grace, and the ledger alone says who stands where.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rebuild } from '../../src/core/recount.ts';
import { weighAll } from '../../src/features/rising/fall.service.ts';
import { endLeave, listLeaves, takeLeave } from '../../src/features/rising/leave.service.ts';
import { reconcile } from '../../src/features/rising/reconcile.service.ts';
import { riseAll } from '../../src/features/rising/rise.service.ts';
import { openWarning } from '../../src/features/rising/store.ts';
import { promotionsOf } from '../../src/features/tiers/store.ts';
import { idOf } from '../support/ids.ts';
import { credit, takeOut } from '../support/recognitions.ts';
import { asks, DAY, openRising } from '../support/rising.ts';
import { GUILD } from '../support/toy-server.ts';

const MEMBERS = [idOf('bob'), idOf('alice')] as const;
const GIVERS = [idOf('bob'), idOf('alice'), idOf('carl'), idOf('dora'), idOf('emil'), idOf('fay')] as const;
const LADDER = {
  helper: asks({ peopleHelped: 2, activeDays: 1, activeWithinDays: 30 }),
  guide: asks({ peopleHelped: 3, points: 30, activeDays: 2, activeWithinDays: 30 }),
  expert: asks({ peopleHelped: 4, activeDays: 4, activeWithinDays: 60 }),
};

const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('thank' as const),
      from: fc.constantFrom(...GIVERS),
      to: fc.constantFrom(...MEMBERS),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('takeBack' as const), which: fc.nat(30) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 20 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('leave' as const),
      who: fc.constantFrom(...MEMBERS),
      from: fc.nat(10),
      days: fc.integer({ min: 1, max: 40 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('back' as const), who: fc.constantFrom(...MEMBERS) }) },
);

test('demotion never comes before its warning and the days of grace, holidays left out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const open = await openRising(LADDER);
      const { ctx, clock } = open;
      const rows: Awaited<ReturnType<typeof credit>>[] = [];
      /** Days since each member was warned about the tier that they hold, counted one by one, holidays left out. */
      const graceDays = new Map<string, number>();
      const tiers = new Map<string, string | undefined>();
      const oneDay = async () => {
        clock.advance(DAY);
        for (const memberId of MEMBERS) {
          const who = { guildId: GUILD, memberId };
          const now = clock.now();
          const isAway = (await listLeaves(ctx, who)).some(({ fromAt }) => fromAt <= now - DAY);
          const warning = await ctx.db.read((db) => openWarning(db, who));
          graceDays.set(memberId, warning ? (graceDays.get(memberId) ?? 0) + (isAway ? 0 : 1) : 0);
        }
        // Every day, not only on Mondays: the rule itself must hold, whenever it is asked.
        await weighAll(ctx, GUILD);
        await ctx.outbox.whenIdle();
        for (const memberId of MEMBERS) {
          const [latest] = await ctx.db.read((db) => promotionsOf(db, GUILD, memberId, 1));
          const tier = await open.tierOf(memberId);
          if (tier !== tiers.get(memberId) && latest?.direction === 'demote')
            expect(graceDays.get(memberId)).toBeGreaterThanOrEqual(13);
          tiers.set(memberId, tier);
        }
      };
      for (const one of steps) {
        if (one.do === 'thank' && one.from !== one.to)
          rows.push(await credit(ctx, { guildId: GUILD, from: one.from, to: one.to }));
        if (one.do === 'takeBack') {
          const row = rows[one.which];
          if (row) await takeOut(ctx, row, 'deleted');
        }
        if (one.do === 'leave')
          await takeLeave(
            ctx,
            { guildId: GUILD, memberId: one.who },
            { from: `+${one.from}`, to: `+${one.from + one.days}`, languages: [] },
          );
        if (one.do === 'back') {
          const who = { guildId: GUILD, memberId: one.who };
          const [leave] = await listLeaves(ctx, who);
          if (leave) await endLeave(ctx, who, leave.id);
        }
        await ctx.outbox.whenIdle();
        for (const memberId of MEMBERS) tiers.set(memberId, await open.tierOf(memberId));
        if (one.do === 'wait') for (let day = 0; day < one.days; day += 1) await oneDay();
      }
      await ctx.outbox.stop();
      await ctx.db.close();
    }),
    { numRuns: 25 },
  );
}, 300_000);

const thanks = fc.record({
  from: fc.constantFrom(...GIVERS),
  to: fc.constantFrom(...MEMBERS),
  after: fc.nat(3),
});

test('the same ledger gives the same tiers: one by one as it grew, or all at once from the rebuilt standings', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(thanks, { maxLength: 30 }), async (all) => {
      const grown = await openRising(LADDER);
      const { ctx, clock } = grown;
      for (const { from, to, after } of all) {
        clock.advance(after * DAY);
        if (from !== to) await credit(ctx, { guildId: GUILD, from, to });
        await ctx.outbox.whenIdle();
      }
      const now = await Promise.all(MEMBERS.map(grown.tierOf));

      // The standings thrown away and counted from the ledger: nothing moves.
      await ctx.db.write((tx) => rebuild(tx, GUILD, 'UTC'));
      expect(await riseAll(ctx, GUILD)).toBe(0);
      await reconcile(ctx, GUILD);
      await ctx.outbox.whenIdle();
      expect(await Promise.all(MEMBERS.map(grown.tierOf))).toEqual(now);

      // The same ledger in a server where no rule watched it grow.
      const late = await openRising(LADDER, { rising: { byRule: false, roles: 'replace' } });
      for (const { from, to, after } of all) {
        late.clock.advance(after * DAY);
        if (from !== to) await credit(late.ctx, { guildId: GUILD, from, to });
      }
      await late.change({ rising: { byRule: true, roles: 'replace' } });
      await riseAll(late.ctx, GUILD);
      await late.ctx.outbox.whenIdle();
      const rebuilt = await Promise.all(MEMBERS.map(late.tierOf));
      // Days within a window pass: who rose while they were near may have kept it since, but nobody holds less.
      const rungs = [undefined, 'helper', 'guide', 'expert'];
      for (const [i, tier] of rebuilt.entries()) {
        expect(rungs.indexOf(now[i])).toBeGreaterThanOrEqual(rungs.indexOf(tier));
        const days = all.reduce((sum, { after }) => sum + after, 0);
        if (days <= 30) expect(now[i]).toBe(tier);
      }
      for (const one of [grown, late]) {
        await one.ctx.outbox.stop();
        await one.ctx.db.close();
      }
    }),
    { numRuns: 25 },
  );
}, 300_000);
