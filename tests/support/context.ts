// A context without Discord: real SQLite, a clock that stands still, and a Discord that does what it is told.
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Config } from '../../src/config.ts';
import type { Actions, Outcome } from '../../src/core/actions.ts';
import { CatchUpProgress } from '../../src/core/catch-up-progress.ts';
import type { Context } from '../../src/core/context.ts';
import { Database } from '../../src/core/database.ts';
import { Followers } from '../../src/core/followers.ts';
import { Outbox } from '../../src/core/outbox.ts';
import { People } from '../../src/core/people.ts';
import { SettingsStore } from '../../src/core/settings.ts';
import { Texts } from '../../src/core/texts.ts';
import { type ManualClock, manualClock } from './clock.ts';
import { temporaryFolder } from './folder.ts';
import { type TestLog, testLog } from './log.ts';

export const DONE: Outcome = { done: true, value: undefined };

/** A port that accepts everything; tests of services override what they are about. */
export function willingActions(overrides: Partial<Actions> = {}): Actions {
  const done = async () => DONE;
  return {
    addRole: done,
    removeRole: done,
    react: done,
    unreact: done,
    createRole: async () => ({ done: true, value: { roleId: '900' } }),
    send: async () => ({ done: true, value: { messageId: '901' } }),
    member: async () => ({
      done: true,
      value: { isBot: false, isPending: false, displayName: 'Somebody', roleIds: [] },
    }),
    rolesAmong: async (_guildId, memberIds) => ({
      done: true,
      value: new Map(memberIds.map((id) => [id, []])),
    }),
    joinsAmong: async () => ({ done: true, value: new Map() }),
    deleteMessage: done,
    hasReacted: async () => ({ done: true, value: true }),
    author: async () => ({ done: true, value: { memberId: '902', isMember: true } }),
    serverRoles: () => undefined,
    guildsOfShard: () => [],
    messagesBefore: async () => ({ done: true, value: [] }),
    messagesAfter: async () => ({ done: true, value: [] }),
    thread: async () => ({ done: true, value: { archived: false, locked: false, isPrivate: false } }),
    readersAmong: async (_channelId, memberIds) => ({ done: true, value: memberIds }),
    forumTags: () => [],
    message: async () => ({ done: false, final: true, reason: 'unknownMessage' }),
    edit: done,
    openThread: async (_channelId, messageId) => ({ done: true, value: { threadId: messageId } }),
    changeThread: async () => ({ done: true, value: { tagged: true } }),
    ...overrides,
  };
}

export interface TestContext {
  ctx: Context;
  clock: ManualClock;
  log: TestLog;
  path: string;
}

/** The outbox is not started: a test that wants effects to run calls `ctx.outbox.start()`. */
export function testContext(options: { actions?: Partial<Actions>; path?: string } = {}): TestContext {
  const path = options.path ?? join(temporaryFolder(), 'laurel.db');
  const clock = manualClock();
  const log = testLog();
  const db = Database.open(path);
  const actions = willingActions(options.actions);
  const config: Config = {
    token: 'a-token-for-tests-only',
    apiUrl: 'http://127.0.0.1:9/api',
    databasePath: path,
    backupFolder: join(dirname(path), 'backups'),
    backupsKept: 14,
    httpPort: 0,
    logLevel: 'debug',
    commandGuildIds: [],
  };
  const outbox = new Outbox({ db, clock, actions, log: log.log, random: () => 1 });
  onTestFinished(async () => {
    await outbox.stop();
    await db.close();
  });
  return {
    ctx: {
      config,
      clock,
      db,
      settings: new SettingsStore(db),
      outbox,
      followers: new Followers(),
      catchUp: new CatchUpProgress(clock),
      people: new People(db, path),
      actions,
      texts: new Texts(),
      log: log.log,
    },
    clock,
    log,
    path,
  };
}
