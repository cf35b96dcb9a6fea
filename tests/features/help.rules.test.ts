// What /help tells of, and where each command is told.
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { FIRST_COMMANDS, inOrder, TOPICS, topicMeant, topicOf } from '../../src/features/help/rules.ts';
import { features } from '../../src/features.ts';

const commands = features.flatMap((feature) => feature.commands ?? []).filter(({ name }) => name !== 'help');

describe('topics', () => {
  test.each(commands.map((command) => [command.name, command] as const))(
    '%s is told under one',
    (_, command) => {
      expect(TOPICS).toContain(topicOf(command));
    },
  );

  test('rights say more than what it is about', () => {
    expect(topicOf({ topic: 'standing' })).toBe('standing');
    expect(topicOf({ topic: 'standing', requires: Bits.ManageRoles })).toBe('moderating');
    expect(topicOf({ requires: Bits.ManageRoles | Bits.ManageGuild })).toBe('running');
    expect(topicOf({})).toBeUndefined();
  });

  test.each(TOPICS)('what to begin with in %s is a command of it', (topic) => {
    const names = commands.filter((command) => topicOf(command) === topic).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.values(FIRST_COMMANDS[topic])));
  });

  test('what to begin with comes first, the others as they were', () => {
    const named = ['rules try', 'doctor', 'badges preview', 'setup'].map((name) => ({ name }));
    expect(inOrder('running', named).map(({ name }) => name)).toEqual([
      'setup',
      'doctor',
      'rules try',
      'badges preview',
    ]);
  });

  test.each([undefined, '', 'overview', 'toString', 'Thanks'])('%s is none', (chosen) => {
    expect(topicMeant(chosen)).toBeUndefined();
  });
  test('each is meant by its name', () => {
    expect(TOPICS.map(topicMeant)).toEqual(TOPICS);
  });
});
