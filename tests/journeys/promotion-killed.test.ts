// Laurel is killed at every step of a promotion, and started again: what was decided is finished, and announced once.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import {
  announcements,
  keepTrue,
  lastWord,
  openPromotions,
  saveSettings,
  startLadder,
} from '../support/ladder.ts';
import { startLaurel } from '../support/process.ts';
import { isRequest, requestsOf, STEPS, type Step } from '../support/promotion.ts';
import { eventually } from '../support/town.ts';

/** Two processes start for each test; on a busy machine that takes its time. */
const TIMEOUT_MS = 60_000;

/** Bob is a Helper; Laurel runs as a process of its own. */
async function open() {
  const town = await startLadder();
  const { discord, guild, help, mona, bob, news, roles } = town;
  const databasePath = join(temporaryFolder(), 'laurel.db');
  const laurel = await startLaurel(discord, databasePath);
  saveSettings(databasePath, guild.id, town.settings);
  const stored = openPromotions(databasePath);
  await lastWord(discord, await mona.runs('/promote', { member: bob, reason: 'helps' }, { in: help }));
  const steps = requestsOf({
    memberId: bob.id,
    newRoleId: roles.guide.id,
    oldRoleId: roles.helper.id,
    channelId: news.id,
  });
  return {
    ...town,
    laurel,
    stored,
    steps,
    databasePath,
    /** Asks for the promotion and kills Laurel at this step; resolves when it is dead. */
    async killedAt(step: Step): Promise<void> {
      const stop = discord.on('request', (request) => {
        if (isRequest(request, steps[step])) laurel.kill();
      });
      await mona.runs('/promote', { member: bob, reason: 'explains' }, { in: help }).catch(() => undefined);
      expect(await laurel.ended).toBe('SIGKILL');
      stop();
    },
    /** Starts Laurel again and waits until nothing is owed any more. */
    async startedAgain(): Promise<void> {
      discord.weather.clear();
      await startLaurel(discord, databasePath);
      await eventually(discord, async () => stored.owed() === 0, 'nothing is owed any more');
    },
    rolesOfBob: () => guild.members.get(bob.id)?.roles,
  };
}

describe('killed when Discord has done it, before the answer is read:', { timeout: TIMEOUT_MS }, () => {
  test.each(STEPS)('%s', async (step) => {
    const town = await open();
    const stillTrue = keepTrue(town, town.stored);
    await town.killedAt(step);
    await town.startedAgain();
    // Before the first word was out nothing had been decided, so there is nothing to finish.
    const decided = step !== 'saying that it is under way';
    expect(town.stored.promotions().map(({ state }) => state)).toEqual(
      decided ? ['ended', 'active'] : ['active'],
    );
    expect(town.rolesOfBob()).toEqual([decided ? town.roles.guide.id : town.roles.helper.id]);
    expect(announcements(town)).toHaveLength(decided ? 2 : 1);
    stillTrue();
  });
});

describe('killed when Discord has not even begun:', { timeout: TIMEOUT_MS }, () => {
  test.each(['giving the new role', 'taking the old role', 'announcing it'] as const)('%s', async (step) => {
    const town = await open();
    const stillTrue = keepTrue(town, town.stored);
    town.discord.weather.hang(town.steps[step]);
    await town.killedAt(step);
    await town.startedAgain();
    expect(town.stored.promotions().map(({ state }) => state)).toEqual(['ended', 'active']);
    expect(town.rolesOfBob()).toEqual([town.roles.guide.id]);
    expect(announcements(town)).toHaveLength(2);
    stillTrue();
  });
});

test('killed, and the role is gone when it starts again: the promotion failed, and the truth is told', {
  timeout: TIMEOUT_MS,
}, async () => {
  const town = await open();
  town.discord.weather.hang(town.steps['giving the new role']);
  await town.killedAt('giving the new role');
  town.guild.deleteRole(town.roles.guide);
  await town.startedAgain();
  expect(town.stored.promotions().map(({ state, failure }) => [state, failure])).toEqual([
    ['active', null],
    ['failed', 'unknownRole'],
  ]);
  expect(town.rolesOfBob()).toEqual([town.roles.helper.id]);
  expect(announcements(town)).toHaveLength(1);
});
