// The sign of life: given while connected, and never the end of the process when it cannot be written.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { alivePath, giveSignsOfLife } from '../../src/ops/alive.ts';
import { manualClock } from '../support/clock.ts';
import { temporaryFolder } from '../support/folder.ts';
import { testLog } from '../support/log.ts';

function open(folder: string) {
  const databasePath = join(folder, 'laurel.db');
  const life = { databasePath, clock: manualClock(), log: testLog(), connected: true };
  const stop = giveSignsOfLife({
    databasePath,
    clock: life.clock,
    log: life.log.log,
    isConnected: () => life.connected,
  });
  return { ...life, stop, isGiven: () => existsSync(alivePath(databasePath)), life };
}

test('is given every 15 s while connected, until stopped', () => {
  const { clock, life, stop, isGiven, databasePath } = open(temporaryFolder());
  expect(isGiven()).toBe(true);
  rmSync(alivePath(databasePath));
  life.connected = false;
  clock.advance(15_000);
  expect(isGiven()).toBe(false);
  life.connected = true;
  clock.advance(15_000);
  expect(isGiven()).toBe(true);
  stop();
  expect(clock.waiting).toBe(0);
});

test('where it cannot be written, a warning is logged and it is tried again', () => {
  const folder = join(temporaryFolder(), 'not-there-yet');
  const { clock, log, isGiven } = open(folder);
  expect(log.lines.map(({ level, msg }) => [level, msg])).toEqual([
    [40, 'the sign of life could not be written'],
  ]);
  mkdirSync(folder);
  clock.advance(15_000);
  expect(isGiven()).toBe(true);
});
