// A context without a connection to Discord, for benchmarks that ask the services themselves: what is owed is written down and not sent.
import { dirname, join } from 'node:path';
import type { Config } from '../src/config.ts';
import { CatchUpProgress } from '../src/core/catch-up-progress.ts';
import type { Context } from '../src/core/context.ts';
import { Database } from '../src/core/database.ts';
import { Followers } from '../src/core/followers.ts';
import { Outbox } from '../src/core/outbox.ts';
import { People } from '../src/core/people.ts';
import { SettingsStore } from '../src/core/settings.ts';
import { Texts } from '../src/core/texts.ts';
import { createActions } from '../src/discord/actions.ts';
import { createClient } from '../src/discord/client.ts';
import { MemberQuestions } from '../src/discord/member-questions.ts';
import { features } from '../src/features.ts';
import { createLog } from '../src/log.ts';

/** With every feature that follows credit and tiers. At a time that stands still. */
export function benchContext(databasePath: string, now: number): Context {
  const config: Config = {
    token: 'a-token-of-a-benchmark',
    apiUrl: 'http://127.0.0.1:9/api',
    databasePath,
    backupFolder: join(dirname(databasePath), 'backups'),
    backupsKept: 1,
    httpPort: 0,
    logLevel: 'error',
    commandGuildIds: [],
  };
  const clock = { now: () => now, after: () => () => undefined };
  const db = Database.open(databasePath);
  const client = createClient(config);
  const actions = createActions(client, new MemberQuestions(client, clock));
  const log = createLog('error');
  const ctx: Context = {
    config,
    clock,
    db,
    settings: new SettingsStore(db),
    outbox: new Outbox({ db, clock, actions, log }),
    followers: new Followers(),
    catchUp: new CatchUpProgress(clock),
    people: new People(db, databasePath),
    actions,
    texts: new Texts(),
    log,
  };
  for (const feature of features) {
    if (feature.onCredit) ctx.followers.add(feature.onCredit(ctx));
    if (feature.onTier) ctx.followers.addOfTiers(feature.onTier(ctx));
    if (feature.onQuestion) ctx.followers.addOfQuestions(feature.onQuestion(ctx));
  }
  return ctx;
}
