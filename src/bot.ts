// Puts the bot together and runs it: context, features, client; ready when Discord is, stopped when all is written down.
import { type Client, Events } from 'discord.js';
import type { Config } from './config.ts';
import { CatchUpProgress } from './core/catch-up-progress.ts';
import { type Clock, systemClock } from './core/clock.ts';
import type { Context } from './core/context.ts';
import { Database } from './core/database.ts';
import { Followers } from './core/followers.ts';
import type { Observer } from './core/observer.ts';
import { Outbox } from './core/outbox.ts';
import { People } from './core/people.ts';
import { SettingsStore } from './core/settings.ts';
import { Texts } from './core/texts.ts';
import { createActions } from './discord/actions.ts';
import { CatchUpEngine } from './discord/catchup.ts';
import { createClient } from './discord/client.ts';
import { CommandDirectory, publishCommands } from './discord/commands.ts';
import { closedForGood, isConnected } from './discord/farewell.ts';
import type { Feature } from './discord/feature.ts';
import {
  countGateway,
  type GatewayCounter,
  type GatewayFigures,
  gatewayFigures,
} from './discord/gateway-watch.ts';
import { MemberQuestions } from './discord/member-questions.ts';
import { observed } from './discord/observed.ts';
import type { CatchUpState } from './discord/retelling.ts';
import { Router } from './discord/router.ts';
import { features } from './features.ts';
import { type Logger, newReference } from './log.ts';
import { housekeeping } from './ops/housekeeping.ts';
import { type ScheduledJob, startJobs } from './ops/jobs.ts';

/** How long stopping waits for work under way, in ms. */
const STOP_PATIENCE_MS = 8_000;

export interface Bot {
  readonly ctx: Context;
  readonly client: Client;
  /** Whether Discord is connected now. */
  isConnected(): boolean;
  /** The connection to Discord in figures. */
  gateway(): GatewayFigures;
  /** What was found and handled in each server of what was missed while Laurel did not listen. */
  catchUpStates(): readonly CatchUpState[];
  /** Looks now for messages that got lost while others came through, as happens every few minutes. */
  lookForLost(): Promise<void>;
  /** Resolves when Discord has closed the connection in a way that cannot be mended without a person; perhaps never. */
  readonly ended: Promise<void>;
  /** Resolves when no event is being handled and nothing is owed that could be done now. */
  whenIdle(): Promise<void>;
  stop(): Promise<void>;
}

export interface BotParts {
  config: Config;
  log: Logger;
  clock?: Clock;
  random?: () => number;
  /** Whether jobs run when they are due; tests may run them when it suits their story. */
  isScheduled?: boolean;
  /** Whoever counts what goes on. */
  observer?: Observer & GatewayCounter;
}

/** Starts the bot; resolves when it is connected and its commands are published. */
export async function startBot({
  config,
  log,
  clock = systemClock,
  random,
  isScheduled = true,
  observer,
}: BotParts): Promise<Bot> {
  const db = Database.open(config.databasePath, { copiesFolder: config.backupFolder });
  const client = createClient(config);
  const members = new MemberQuestions(client, clock);
  const actions = createActions(client, members);
  const outbox = new Outbox({ db, clock, actions, log, observer, ...(random ? { random } : {}) });
  const ctx: Context = {
    config,
    clock,
    db,
    settings: new SettingsStore(db),
    outbox,
    followers: new Followers(),
    catchUp: new CatchUpProgress(clock),
    people: new People(db, config.databasePath),
    actions,
    texts: new Texts(),
    log,
  };
  const missingKey = await ctx.people.missingKey();
  if (missingKey !== undefined)
    log.warn(
      { feature: 'privacy', path: missingKey },
      'laurel.key is missing: who chose to be left out or had their data deleted is not recognised; stop, and put it back from where Laurel ran before',
    );
  const directory = new CommandDirectory();
  const handlers = observer ? observed(features, observer) : features;
  const router = new Router(ctx, handlers, directory);
  const catchUp = new CatchUpEngine(ctx, router, handlers, members);
  router.attach(client, [...handlers, catchUp.feature]);
  catchUp.attach(client);
  if (observer) countGateway(client, observer);
  for (const feature of features) {
    if (feature.onSettled) outbox.onSettled(feature.name, feature.onSettled(ctx));
    if (feature.onCredit) ctx.followers.add(feature.onCredit(ctx));
    if (feature.onTier) ctx.followers.addOfTiers(feature.onTier(ctx));
    if (feature.onQuestion) ctx.followers.addOfQuestions(feature.onQuestion(ctx));
  }
  client.on(Events.Error, (err) =>
    log.error({ feature: 'client', ref: newReference(), err }, 'discord.js reports an error'),
  );
  client.on(Events.Warn, (warning) => log.warn({ feature: 'client', warning }, 'discord.js warns'));
  const ended = closedForGood(client).then(({ code, reason }) =>
    log.fatal({ feature: 'client', code }, reason),
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
    await Promise.race([
      ready,
      ended.then(() => Promise.reject(new Error('Discord closed the connection.'))),
    ]);
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
  const jobs = startJobs(ctx, isScheduled ? [...scheduledJobs, ...jobsOf(catchUp.feature)] : []);
  log.info(
    { feature: 'client', guilds: client.guilds.cache.size, as: client.user?.username },
    'Laurel is ready',
  );

  let stopping: Promise<void> | undefined;
  const stop = async () => {
    const patience = new Promise<void>((resolve) => setTimeout(resolve, STOP_PATIENCE_MS).unref());
    members.close();
    const background = Promise.all(features.map((feature) => feature.stop?.(ctx)));
    const handled = catchUp.stop().then(() => Promise.all([jobs.stop(), router.stop(), background]));
    const written = handled.then(() => catchUp.save()).then(() => outbox.stop());
    await Promise.race([written, patience]);
    await client.destroy();
    await db.close();
    log.info({ feature: 'client' }, 'Laurel has stopped');
  };
  return {
    ctx,
    client,
    isConnected: () => isConnected(client),
    catchUpStates: () => catchUp.states,
    lookForLost: () => catchUp.look(),
    gateway: () => gatewayFigures(client),
    ended,
    async whenIdle() {
      // Effects may lead to events and events to effects: idle is when both are, one after the other.
      await router.whenIdle();
      await outbox.whenIdle();
      await router.whenIdle();
    },
    stop: () => (stopping ??= stop()),
  };
}

function jobsOf({ name, jobs = [] }: Feature): ScheduledJob[] {
  return jobs.map((job) => ({ feature: name, job }));
}

const scheduledJobs: readonly ScheduledJob[] = [
  ...features.flatMap(jobsOf),
  ...housekeeping.map((job) => ({ feature: 'ops', job })),
];
