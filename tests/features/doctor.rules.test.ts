// What /doctor finds: a table of faults, each with its finding and no other; and a server in which all is well.
import { describe, expect, test } from 'vitest';
import { settingsSchema } from '../../src/core/settings.ts';
import { type Examined, examine, LATE_MS } from '../../src/features/doctor/rules.ts';
import type { ChannelFacts } from '../../src/features/setup/rules.ts';

const NOW = Date.UTC(2026, 10, 28);
const DAY = 86_400_000;
const role = (id: string, name: string, position: number, permissions: string[] = []) => ({
  id,
  name,
  position,
  isEveryone: false,
  isManaged: false,
  permissions,
});
const channel = (id: string, more: Partial<ChannelFacts> = {}): [string, ChannelFacts] => [
  id,
  { id, name: 'help', kind: 'text', lacks: [], isSeenByMembers: true, isForMembers: true, tags: [], ...more },
];

const bot = role('90', 'Laurel', 9);
const healthy: Examined = {
  settings: settingsSchema.parse({
    announcementChannelId: '2',
    tiers: [{ key: 'helper', roleId: '11' }, { key: 'guide' }],
  }),
  server: {
    name: 'Town',
    locale: 'en-US',
    channels: new Map([channel('1'), channel('2')]),
    roles: new Map([
      ['11', role('11', 'Helper', 3)],
      ['90', bot],
    ]),
    emoji: [],
    bot: { mayManageRoles: true, highest: bot },
  },
  intents: { members: true, content: true },
  lacksRights: [],
  commandsAreCurrent: true,
  database: { trouble: false, freeBytes: 1e10 },
  lastBackupAt: NOW - DAY / 2,
  backupsAreMade: true,
  owed: { count: 2, since: NOW - 1_000 },
  catchUp: { underWay: false, last: { at: NOW - DAY, complete: true } },
  now: NOW,
};
const { server } = healthy;

test('a healthy server: every line is well, in order', () => {
  const findings = examine(healthy);
  expect(findings.every(({ ok }) => ok)).toBe(true);
  expect(findings.map(({ check }) => check)).toEqual([
    'intents',
    'rights',
    'channels',
    'gone',
    'roleOrder',
    'tier',
    'tiersWithoutRole',
    'commands',
    'database',
    'backup',
    'outbox',
    'catchUp',
    'timeZone',
  ]);
});

const withRoles = (roles: Examined['server']['roles']): Partial<Examined> => ({
  server: { ...server, roles },
});
const withChannels = (...channels: [string, ChannelFacts][]): Partial<Examined> => ({
  server: { ...server, channels: new Map(channels) },
});

describe('one fault, one line', () => {
  test.each<[string, Partial<Examined>, object]>([
    [
      'the members switch',
      { intents: { members: false, content: true } },
      { check: 'intents', off: 'members' },
    ],
    [
      'the content switch',
      { intents: { members: true, content: false } },
      { check: 'intents', off: 'content' },
    ],
    ['switches that Discord does not tell', { intents: undefined }, { check: 'intents', off: 'unknown' }],
    [
      'a right that is missing',
      { lacksRights: ['ManageRoles'] },
      { check: 'rights', lacks: ['ManageRoles'] },
    ],
    [
      'a channel in which a right is missing',
      withChannels(channel('1', { lacks: ['ReadMessageHistory'] }), channel('2')),
      {
        check: 'settings',
        problem: {
          section: 'channels',
          what: 'channelsClosed',
          channelIds: ['1'],
          lacks: ['ReadMessageHistory'],
        },
      },
    ],
    [
      'a channel that was deleted',
      withChannels(channel('1')),
      { check: 'settings', problem: { section: 'announcements', what: 'channelGone' } },
    ],
    [
      'a role above the bot',
      withRoles(new Map([['11', role('11', 'Helper', 12)]])),
      { check: 'tier', tierKey: 'helper', obstacle: { no: 'roleAboveBot', role: 'Helper', bot: 'Laurel' } },
    ],
    [
      'a role that was deleted',
      withRoles(new Map()),
      { check: 'tier', tierKey: 'helper', obstacle: { no: 'roleGone' } },
    ],
    [
      'a role with powers',
      withRoles(new Map([['11', role('11', 'Helper', 3, ['BanMembers'])]])),
      {
        check: 'tier',
        tierKey: 'helper',
        obstacle: { no: 'roleWithPowers', role: 'Helper', powers: ['BanMembers'] },
      },
    ],
    ['old commands', { commandsAreCurrent: false }, { check: 'commands' }],
    [
      'a database in trouble',
      { database: { trouble: true, freeBytes: 1e10 } },
      { check: 'database', what: 'trouble' },
    ],
    ['a full disk', { database: { trouble: false, freeBytes: 1e6 } }, { check: 'database', what: 'noRoom' }],
    ['a late backup', { lastBackupAt: NOW - 3 * DAY }, { check: 'backup', at: NOW - 3 * DAY }],
    ['no backups at all', { backupsAreMade: false }, { check: 'backup', at: undefined }],
    [
      'what is owed for long',
      { owed: { count: 3, since: NOW - LATE_MS } },
      { check: 'outbox', count: 3, since: NOW - LATE_MS },
    ],
    [
      'a look at what was missed that saw not all',
      { catchUp: { underWay: false, last: { at: NOW - 5, complete: false } } },
      { check: 'catchUp', at: NOW - 5 },
    ],
  ])('%s', (_what, fault, finding) => {
    expect(examine({ ...healthy, ...fault }).filter(({ ok }) => !ok)).toEqual([{ ok: false, ...finding }]);
  });
});

test('a first backup, one that is due within the hour, and a look under way are no faults', () => {
  const young: Examined = {
    ...healthy,
    lastBackupAt: undefined,
    owed: { count: 0, since: undefined },
    catchUp: { underWay: true, last: { at: 1, complete: false } },
    database: { trouble: false, freeBytes: undefined },
  };
  expect(examine(young).filter(({ ok }) => !ok)).toEqual([]);
});
