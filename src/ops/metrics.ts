// The metrics: what is counted while Laurel works, and what is looked up when somebody asks; in Prometheus' format.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { EffectStep, Handled, Observer } from '../core/observer.ts';
import { VERSION } from '../version.ts';

/** Seconds. Discord loses an interaction after 3. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What is looked up when the metrics are asked for: nothing of it costs anything before. */
export interface Look {
  connected: boolean;
  /** Heartbeat of the gateway there and back, in ms; negative while unknown. */
  pingMs: number;
  caches: Readonly<Record<string, number>>;
  /** Bytes by file: `database`, `wal`. */
  databaseBytes: Readonly<Record<string, number>>;
  diskFreeBytes: number | undefined;
  /** Effects that wait, by how old they are. */
  waiting: Readonly<Record<string, number>>;
  oldestWaitingMs: number;
  catchUps: number;
  catchUpLagMs: number;
  lastBackupAt: number | undefined;
  databaseTrouble: boolean;
  /** Recorded since the process began, by kind. */
  recognitions: Readonly<Record<string, number>>;
  /** Thanks that did not count since the process began, by reason. */
  refusedThanks: Readonly<Record<string, number>>;
}

export class Metrics implements Observer {
  readonly #registry = new Registry();
  /** Counted in a map and read when asked for: the gateway brings thousands of events a second at worst. */
  readonly #events = new Map<string, number>();
  readonly #handled = new Map<string, { observe(seconds: number): void; fail(): void }>();
  readonly #refused = new Map<string, number>();
  readonly #effects = new Map<string, number>();
  readonly #limits = new Map<string, number>();
  readonly #answers = new Map<string, number>();
  readonly #time: Histogram<'feature' | 'kind'>;
  readonly #failures: Counter<'feature' | 'kind'>;
  #look: () => Promise<Look | undefined> = async () => undefined;
  #found: Look | undefined;

  constructor() {
    const registers = [this.#registry];
    this.#time = new Histogram({
      name: 'laurel_handling_seconds',
      help: 'How long handlers of events, commands and components take',
      labelNames: ['feature', 'kind'],
      buckets: BUCKETS,
      registers,
    });
    this.#failures = new Counter({
      name: 'laurel_handling_failures_total',
      help: 'Handlers that failed by a fault; each has a reference in the log',
      labelNames: ['feature', 'kind'],
      registers,
    });
    this.#counts('laurel_gateway_events_total', 'Events from Discord, by type', ['type'], this.#events);
    this.#counts(
      'laurel_refusals_total',
      'Polite noes to commands and buttons, by reason',
      ['reason'],
      this.#refused,
    );
    this.#counts(
      'laurel_effect_steps_total',
      'Effects done, failed or put off, by kind',
      ['kind', 'step'],
      this.#effects,
    );
    this.#counts('laurel_rest_limits_total', "Discord's limits met, by scope", ['scope'], this.#limits);
    this.#counts('laurel_rest_answers_total', "Discord's answers, by status", ['status'], this.#answers);
    this.#lookedUp();
    new Gauge({ name: 'laurel_info', help: 'Which version runs', labelNames: ['version'], registers }).set(
      { version: VERSION },
      1,
    );
  }

  /** Adds what Node tells of itself: memory, processor, and how late its event loop is. Once in a process. */
  addProcess(): void {
    collectDefaultMetrics({ register: this.#registry });
  }

  /** Where to look when the metrics are asked for; nothing while the bot is not there yet. */
  lookBy(look: () => Promise<Look>): void {
    this.#look = look;
  }

  event(type: string): void {
    count(this.#events, type);
  }

  limitMet(scope: string): void {
    count(this.#limits, scope);
  }

  answered(status: number): void {
    count(this.#answers, String(status));
  }

  handled(feature: string, kind: Handled, ms: number, failed: boolean): void {
    const key = `${feature} ${kind}`;
    let known = this.#handled.get(key);
    if (!known) {
      const [time, failures] = [
        this.#time.labels({ feature, kind }),
        this.#failures.labels({ feature, kind }),
      ];
      known = { observe: (seconds) => time.observe(seconds), fail: () => failures.inc() };
      this.#handled.set(key, known);
    }
    known.observe(ms / 1000);
    if (failed) known.fail();
  }

  refused(reason: string): void {
    count(this.#refused, reason);
  }

  effect(kind: string, step: EffectStep): void {
    count(this.#effects, `${kind} ${step}`);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** Everything, as text for Prometheus. */
  async read(): Promise<string> {
    this.#found = await this.#look();
    return this.#registry.metrics();
  }

  /** The names of all that is measured; those of a histogram and of what Node tells as they are declared. */
  names(): string[] {
    return this.#registry.getMetricsAsArray().map(({ name }) => name);
  }

  /** A counter that is kept in a map and copied when it is asked for. Keys are the labels, separated by spaces. */
  #counts(
    name: string,
    help: string,
    labelNames: readonly string[],
    counts: ReadonlyMap<string, number>,
  ): void {
    this.#counter(name, help, labelNames, () => counts);
  }

  #counter(
    name: string,
    help: string,
    labelNames: readonly string[],
    counts: () => Iterable<readonly [string, number]>,
  ): void {
    new Counter({
      name,
      help,
      labelNames,
      registers: [this.#registry],
      collect() {
        this.reset();
        for (const [key, value] of counts()) this.inc(labelled(labelNames, key), value);
      },
    });
  }

  #gauge(
    name: string,
    help: string,
    labelNames: readonly string[],
    values: (look: Look) => Iterable<readonly [string, number | undefined]>,
  ): void {
    const found = () => (this.#found ? values(this.#found) : []);
    new Gauge({
      name,
      help,
      labelNames,
      registers: [this.#registry],
      collect() {
        this.reset();
        for (const [key, value] of found())
          if (value !== undefined) this.set(labelled(labelNames, key), value);
      },
    });
  }

  #lookedUp(): void {
    const one = (value: (look: Look) => number | undefined) => (look: Look) => [['', value(look)] as const];
    this.#gauge(
      'laurel_connected',
      '1 while every connection to Discord stands',
      [],
      one(({ connected }) => Number(connected)),
    );
    this.#gauge(
      'laurel_gateway_ping_seconds',
      'A heartbeat to Discord and back',
      [],
      one(({ pingMs }) => (pingMs < 0 ? undefined : pingMs / 1000)),
    );
    this.#gauge('laurel_cache_entries', 'What is remembered of Discord, by kind', ['cache'], ({ caches }) =>
      Object.entries(caches),
    );
    this.#gauge('laurel_database_bytes', 'Size of the database, by file', ['file'], ({ databaseBytes }) =>
      Object.entries(databaseBytes),
    );
    this.#gauge(
      'laurel_disk_free_bytes',
      'Room on the disk of the database',
      [],
      one(({ diskFreeBytes }) => diskFreeBytes),
    );
    this.#gauge(
      'laurel_database_trouble',
      '1 while the database cannot be used as it should',
      [],
      one(({ databaseTrouble }) => Number(databaseTrouble)),
    );
    this.#gauge('laurel_effects_waiting', 'What is owed to Discord, by age', ['age'], ({ waiting }) =>
      Object.entries(waiting),
    );
    this.#gauge(
      'laurel_effects_oldest_seconds',
      'How long the oldest effect waits',
      [],
      one(({ oldestWaitingMs }) => oldestWaitingMs / 1000),
    );
    this.#gauge(
      'laurel_catch_ups',
      'Servers being caught up with',
      [],
      one(({ catchUps }) => catchUps),
    );
    this.#gauge(
      'laurel_catch_up_lag_seconds',
      'How far behind the furthest of them is',
      [],
      one(({ catchUpLagMs }) => catchUpLagMs / 1000),
    );
    this.#gauge(
      'laurel_backup_timestamp_seconds',
      'When the latest backup was made',
      [],
      one(({ lastBackupAt }) => lastBackupAt && lastBackupAt / 1000),
    );
    this.#counter('laurel_recognitions_total', 'Recognitions recorded, by kind', ['kind'], () =>
      Object.entries(this.#found?.recognitions ?? {}),
    );
    this.#counter('laurel_thanks_refused_total', 'Thanks that did not count, by reason', ['reason'], () =>
      Object.entries(this.#found?.refusedThanks ?? {}),
    );
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function labelled(names: readonly string[], key: string): Record<string, string> {
  const values = key.split(' ');
  return Object.fromEntries(names.map((name, i) => [name, values[i] ?? '']));
}
