// What the log says when Discord does not tell about members.
import { expect, test } from 'vitest';
import type { Failure } from '../../src/core/actions.ts';
import { noteUnanswered } from '../../src/core/unanswered.ts';
import { testLog } from '../support/log.ts';

const asked = { feature: 'test', guildId: '1', memberIds: ['10', '11'], consequence: 'nobody was counted' };

function said(failure: Omit<Failure, 'done'>) {
  const log = testLog();
  noteUnanswered({ log: log.log }, { done: false, ...failure }, asked);
  return log.lines;
}

test.each(['unknownGuild', 'unknownMember', 'missingAccess', 'missingPermission', 'unreachable'] as const)(
  '%s for good is no news',
  (reason) => {
    expect(said({ final: true, reason })).toEqual([]);
  },
);

test('a question that Discord does not understand is told with all that finds it', () => {
  expect(said({ final: true, reason: 'badRequest', code: 50035 })).toMatchObject([
    { level: 50, feature: 'test', guildId: '1', reason: 'badRequest', code: 50035, memberIds: ['10', '11'] },
  ]);
});

test('that Discord does not answer for now is a warning with what comes of it', () => {
  expect(said({ final: false, reason: 'unreachable' })).toMatchObject([
    { level: 40, guildId: '1', reason: 'unreachable', msg: 'nobody was counted' },
  ]);
});
