// Whatever moderators, Discord and chance do: nobody is said to hold a tier without its role, and nothing is announced twice.
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compareAll,
  memberLeft,
  PATIENCE_MS,
  roleDeleted,
  rolesLost,
} from '../../src/features/tiers/drift.ts';
import { settleDecision } from '../../src/features/tiers/settlement.ts';
import * as store from '../../src/features/tiers/store.ts';
import { testContext } from '../support/context.ts';
import { idOf } from '../support/ids.ts';
import { GUILD, no, notYet, order, prepare, TIER_ROLES, toyServer } from '../support/toy-server.ts';

const MEMBERS = [idOf('alice'), idOf('bob')] as const;
const HOUR = 3_600_000;

const who = fc.constantFrom(...MEMBERS);
const roleId = fc.constantFrom(...Object.values(TIER_ROLES));
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('promote' as const), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('demote' as const), who }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('weather' as const),
      step: fc.constantFrom('add' as const, 'delete' as const, 'send' as const),
      outcome: fc.constantFrom(undefined, undefined, notYet, no('missingPermission'), no('unknownMember')),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('take' as const), who, roleId }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('give' as const), who, roleId }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('return' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('takeUnseen' as const), who, roleId }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('deleteRole' as const), roleId }) },
);

test('any sequence of decisions, outages and hands', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const server = toyServer(...MEMBERS);
      const { ctx, clock } = testContext({ actions: server.actions });
      ctx.outbox.onSettled('tiers', settleDecision(ctx));
      await prepare(ctx);
      ctx.outbox.start();
      const calm = async () => {
        await ctx.outbox.whenIdle();
        for (const held of await ctx.db.read((db) => store.heldIn(db, GUILD)))
          expect(server.rolesOf(held.memberId)).toContain(held.roleId);
      };
      for (const one of steps) {
        const member = 'who' in one ? server.members.get(one.who) : undefined;
        if (one.do === 'promote' || one.do === 'demote')
          await order(ctx, server, one.who, { direction: one.do });
        else if (one.do === 'weather') server.on(one.step, one.outcome);
        else if (one.do === 'wait') clock.advance(HOUR);
        else if (one.do === 'give') member?.add(one.roleId);
        else if (one.do === 'take' && member?.delete(one.roleId)) {
          const noticed = rolesLost(ctx, GUILD, one.who, [one.roleId], [...member]);
          await setImmediate();
          clock.advance(PATIENCE_MS);
          await noticed;
        } else if (one.do === 'takeUnseen' && member?.delete(one.roleId)) await compareAll(ctx, GUILD);
        else if (one.do === 'leave' && server.members.delete(one.who)) await memberLeft(ctx, GUILD, one.who);
        else if (one.do === 'return' && !member) server.members.set(one.who, new Set());
        else if (one.do === 'deleteRole' && server.roles.delete(one.roleId)) {
          for (const roles of server.members.values()) roles.delete(one.roleId);
          await roleDeleted(ctx, GUILD, one.roleId);
        }
        await calm();
      }

      // When Discord is well again, all that waits is settled, and each success was announced once.
      for (const what of ['add', 'delete', 'send'] as const) server.on(what, undefined);
      for (let i = 0; i < 10; i++) {
        clock.advance(HOUR);
        await calm();
      }
      const decisions = (
        await Promise.all(MEMBERS.map((id) => ctx.db.read((db) => store.promotionsOf(db, GUILD, id, 100))))
      ).flat();
      expect(decisions.filter(({ state }) => state === 'pending')).toEqual([]);
      const carriedOut = decisions.filter(
        ({ state, direction, settledAt }) =>
          direction === 'promote' && settledAt !== null && (state === 'active' || state === 'ended'),
      );
      const owed = await Promise.all(
        decisions.map(({ id }) => ctx.db.read((db) => store.effectsOf(db, `tiers:${id}`))),
      );
      expect(owed.flat().filter(({ state }) => state === 'waiting')).toEqual([]);
      const sends = owed.flat().filter(({ kind }) => kind === 'send');
      expect(sends).toHaveLength(carriedOut.length);
      expect(server.sent).toHaveLength(sends.filter(({ state }) => state === 'done').length);
      await ctx.outbox.stop();
      await ctx.db.close();
    }),
    { numRuns: 150 },
  );
}, 120_000);
