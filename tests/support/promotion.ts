// A promotion about to happen, the steps that Laurel takes for it on Discord, and a way to step in between them.
import { expect } from 'vitest';
import type { RequestRecord } from '../../playground/discord/rest/server.ts';
import { startTestBot } from './bot.ts';
import { announcements, lastWord, openPromotions, saveSettings, startLadder } from './ladder.ts';
import type { LogLine } from './log.ts';
import { calm, eventually } from './town.ts';

/** What Laurel asks of Discord for a promotion, in order; taking and announcing happen at the same time. */
export const STEPS = [
  'saying that it is under way',
  'giving the new role',
  'taking the old role',
  'announcing it',
  'giving the last word',
] as const;
export type Step = (typeof STEPS)[number];

/** A request, as the playground's weather is told of it. */
export interface Where {
  method: string;
  route: RegExp;
}

/** The requests of a promotion of this person. */
export function requestsOf(about: {
  memberId: string;
  newRoleId: string;
  oldRoleId: string;
  channelId: string;
}): Record<Step, Where> {
  const { memberId, newRoleId, oldRoleId, channelId } = about;
  return {
    'saying that it is under way': { method: 'POST', route: /^\/interactions\/.*\/callback$/ },
    'giving the new role': { method: 'PUT', route: new RegExp(`/members/${memberId}/roles/${newRoleId}$`) },
    'taking the old role': {
      method: 'DELETE',
      route: new RegExp(`/members/${memberId}/roles/${oldRoleId}$`),
    },
    'announcing it': { method: 'POST', route: new RegExp(`^/channels/${channelId}/messages$`) },
    'giving the last word': { method: 'PATCH', route: /^\/webhooks\/.*\/messages\/(@|%40)original$/ },
  };
}

export function isRequest({ method, path }: RequestRecord, where: Where): boolean {
  return method === where.method && where.route.test(path);
}

/** Bob is a Helper, and Mona is about to make him a Guide. */
export async function openPromotion(expectErrors: (line: LogLine) => boolean = () => false) {
  const town = await startLadder();
  const { discord, guild, help, mona, bob, roles } = town;
  const { bot, databasePath } = await startTestBot(discord, { expectErrors });
  saveSettings(databasePath, guild.id, town.settings);
  const stored = openPromotions(databasePath);
  await lastWord(discord, await mona.runs('/promote', { member: bob, reason: 'helps' }, { in: help }));
  await calm(bot, town);
  expect(stored.tierOf(bob)).toBe('helper');
  expect(announcements(town)).toHaveLength(1);

  const steps = requestsOf({
    memberId: bob.id,
    newRoleId: roles.guide.id,
    oldRoleId: roles.helper.id,
    channelId: town.news.id,
  });
  return {
    ...town,
    bot,
    databasePath,
    stored,
    steps,
    ask: () => mona.runs('/promote', { member: bob, reason: 'explains' }, { in: help }),
    has: (role: { id: string }) => guild.members.get(bob.id)?.roles.includes(role.id) ?? false,
    /** Does something once, right when Discord has dealt with a step and before the bot hears of it. */
    when(step: Step, deed: () => void): void {
      const stop = discord.on('request', (request) => {
        if (!isRequest(request, steps[step])) return;
        stop();
        deed();
      });
    },
    /** Fair weather, and time enough for everything that is still owed. */
    async settled(): Promise<void> {
      discord.weather.clear();
      await eventually(
        discord,
        async () => {
          if (stored.owed() > 0) discord.advance(5 * 60_000);
          return stored.owed() === 0;
        },
        'nothing is owed any more',
      );
      await calm(bot, town);
      expect(stored.promotions().filter(({ state }) => state === 'pending')).toEqual([]);
    },
  };
}

export type OpenPromotion = Awaited<ReturnType<typeof openPromotion>>;
