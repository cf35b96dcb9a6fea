// A small server whose lower tiers a rule gives: its ladder, its members, and thanks that move them.

import type { Requirements, Settings } from '../../src/core/settings.ts';
import { followCredit } from '../../src/features/rising/rise.service.ts';
import { settle } from '../../src/features/rising/settling.ts';
import { emptyRequirements } from '../../src/features/rising/suggested.rules.ts';
import { settleDecision } from '../../src/features/tiers/settlement.ts';
import { activeOf } from '../../src/features/tiers/store.ts';
import { testContext } from './context.ts';
import { idOf } from './ids.ts';
import { credit } from './recognitions.ts';
import { GUILD, NEWS, TIER_ROLES, toyServer } from './toy-server.ts';

export const DAY = 86_400_000;

export const asks = (over: Partial<Requirements>): Requirements => ({ ...emptyRequirements, ...over });

/** Helper for two people helped, Guide for four, Expert for eight; Ambassadors are people's. */
export const BY_PEOPLE_HELPED: Readonly<Record<string, Requirements>> = {
  helper: asks({ peopleHelped: 2 }),
  guide: asks({ peopleHelped: 4 }),
  expert: asks({ peopleHelped: 8 }),
};

export async function openRising(
  requirements: Readonly<Record<string, Requirements>> = BY_PEOPLE_HELPED,
  over: Partial<Settings> = {},
  memberIds: readonly string[] = [idOf('bob'), idOf('alice')],
) {
  const server = toyServer(...memberIds);
  const joins = new Map<string, number>();
  const made = testContext({
    actions: {
      ...server.actions,
      member: async (_guildId, memberId) => ({
        done: true,
        value: {
          isBot: false,
          isPending: false,
          displayName: memberId,
          roleIds: [],
          joinedAt: joins.get(memberId),
        },
      }),
    },
  });
  const { ctx } = made;
  ctx.outbox.onSettled('tiers', settleDecision(ctx));
  ctx.outbox.onSettled('rising', settle(ctx));
  ctx.followers.add(followCredit(ctx));
  const change = (to: Partial<Settings>) =>
    ctx.db.write((tx) =>
      ctx.settings.change(tx, GUILD, ctx.clock.now(), (settings) => ({ ...settings, ...to })),
    );
  await change({
    announcementChannelId: NEWS,
    tiers: Object.entries(TIER_ROLES).map(([key, roleId]) => ({
      key,
      roleId,
      byPeopleOnly: key === 'ambassador',
      ...(requirements[key] && { requirements: requirements[key] }),
    })),
    rising: { byRule: true, roles: 'replace' },
    ...over,
  });
  ctx.outbox.start();
  let givers = 0;
  return {
    ...made,
    server,
    joins,
    change,
    /** As many different people thank a member, one a minute. */
    async thanked(to: string, people = 1) {
      const rows = [];
      for (let i = 0; i < people; i += 1) {
        givers += 1;
        rows.push(await credit(ctx, { guildId: GUILD, from: idOf(`g${givers}`), to }));
        await ctx.outbox.whenIdle();
      }
      return rows;
    },
    tierOf: async (memberId: string) =>
      (await ctx.db.read((db) => activeOf(db, GUILD, memberId)))?.tier ?? undefined,
  };
}

export type OpenRising = Awaited<ReturnType<typeof openRising>>;
