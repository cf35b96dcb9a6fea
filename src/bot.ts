// Puts the bot together and runs it: context, features, client; ready when Discord is, stopped when all is written down.
import { Cron } from 'croner';
import { type Client, Events } from 'discord.js';
import type { Config } from './config.ts';
import { type Clock, systemClock } from './core/clock.ts';
import type { Context } from './core/context.ts';
import { Database } from './core/database.ts';
import { Outbox } from './core/outbox.ts';
import { SettingsStore } from './core/settings.ts';
import { Texts } from './core/texts.ts';
import { createActions } from './discord/actions.ts';
import { createClient } from './discord/client.ts';
import { CommandDirectory, publishCommands } from './discord/commands.ts';
import { Router } from './discord/router.ts';
import { features } from './features.ts';
import type { Logger } from './log.ts';
import { housekeeping } from './ops/housekeeping.ts';

/** How long stopping waits for work under way, in ms. */
const STOP_PATIENCE_MS = 8_000;

export interface Bot {
  readonly ctx: Context;
  readonly client: Client;
  /** Whether Discord is connected now. */
  isConnected(): boolean;
  /** Resolves when no event is being handled and nothing is owed that could be done now. */
  whenIdle(): Promise<void>;
  stop(): Promise<void>;
}

export interface BotParts {
  config: Config;
  log: Logger;
  clock?: Clock;
  random?: () => number;
}

/** Starts the bot; resolves when it is connected and its commands are published. */
export async function startBot({ config, log, clock = systemClock, random }: BotParts): Promise<Bot> {
  const db = Database.open(config.databasePath);
  const client = createClient(config);
  const actions = createActions(client);
  const outbox = new Outbox({ db, clock, actions, log, ...(random ? { random } : {}) });
  const ctx: Context = {
    config,
    clock,
    db,
    settings: new SettingsStore(db),
    outbox,
    actions,
    texts: new Texts(),
    log,
  };
  const directory = new CommandDirectory();
  const router = new Router(ctx, features, directory);
  router.attach(client, features);
  for (const feature of features) {
    if (feature.onSettled) outbox.onSettled(feature.name, feature.onSettled(ctx));
  }
  client.on(Events.Error, (err) => log.error({ feature: 'client', err }, 'discord.js reports an error'));
  client.on(Events.Warn, (warning) => log.warn({ feature: 'client', warning }, 'discord.js warns'));
  client.on(Events.ShardDisconnect, (event, shard) =>
    log.warn({ feature: 'client', shard, code: event.code }, 'disconnected'),
  );
  client.on(Events.ShardResume, (shard, replayed) =>
    log.info({ feature: 'client', shard, replayed }, 'resumed'),
  );
  client.rest.on('rateLimited', ({ route, timeToReset, global }) =>
    log.debug({ feature: 'client', route, waitMs: timeToReset, global }, 'waiting for a rate limit'),
  );

  try {
    const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
    await client.login(config.token);
    await ready;
  } catch (err) {
    await client.destroy();
    await db.close();
    throw err;
  }
  if (client.isReady())
    await publishCommands(
      ctx,
      client,
      features.flatMap((feature) => feature.commands ?? []),
      directory,
    );
  outbox.start();
  const jobs = startJobs(ctx);
  log.info(
    { feature: 'client', guilds: client.guilds.cache.size, as: client.user?.username },
    'Laurel is ready',
  );

  let stopping: Promise<void> | undefined;
  const stop = async () => {
    for (const job of jobs) job.stop();
    const patience = new Promise<void>((resolve) => setTimeout(resolve, STOP_PATIENCE_MS).unref());
    await Promise.race([router.stop().then(() => outbox.stop()), patience]);
    await client.destroy();
    await db.close();
    log.info({ feature: 'client' }, 'Laurel has stopped');
  };
  return {
    ctx,
    client,
    isConnected: () => client.isReady(),
    async whenIdle() {
      // Effects may lead to events and events to effects: idle is when both are, one after the other.
      await router.whenIdle();
      await outbox.whenIdle();
      await router.whenIdle();
    },
    stop: () => (stopping ??= stop()),
  };
}

function startJobs(ctx: Context): Cron[] {
  const ofFeatures = features.flatMap(({ name, jobs = [] }) => jobs.map((job) => ({ feature: name, job })));
  const own = housekeeping.map((job) => ({ feature: 'ops', job }));
  return [...ofFeatures, ...own].map(
    ({ feature, job }) =>
      new Cron(job.schedule, { timezone: 'UTC', protect: true, unref: true }, async () => {
        try {
          await job.run(ctx);
        } catch (err) {
          ctx.log.error({ feature, job: job.name, err }, 'a job failed');
        }
      }),
  );
}
