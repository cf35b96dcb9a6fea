// One simulated run: a seed decides who does what, what goes wrong, when the process is killed, and what Discord tells when.
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { settingsSchema } from '../../src/core/settings.ts';
import { type Random, randomFrom } from '../random.ts';
import { findBroken } from './checks.ts';
import { chancesOf, Faults, FileTrouble, Killed } from './faults.ts';
import { catchUp, hear, type News } from './hearing.ts';
import { Life } from './life.ts';
import { NEWS_CHANNEL, Story, TIER_ROLES } from './story.ts';
import { SimulatedTime } from './time.ts';
import { GUILD_ID, World } from './world.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const START = Date.UTC(2026, 2, 2, 12);
/** After so long without trouble everything owed is done, or refused for good. */
const CALM_STEPS = 400;
/** Work that is not done after so many turns waits for the clock. */
const TURNS_OF_WORK = 2_000;
const LONGEST_QUIET_MS = 12 * HOUR_MS;

export interface RunReport {
  seed: number;
  deeds: number;
  lives: number;
  /** What went wrong, and how often. */
  faults: Readonly<Record<string, number>>;
  /** Posts repeated after Discord had forgotten their nonce. */
  repeatedLate: number;
  /** Sentences about what does not hold; none when all is well. */
  broken: readonly string[];
}

export async function simulate(
  seed: number,
  deeds: number,
  folder: string,
  template: string,
): Promise<RunReport> {
  const databasePath = join(folder, `run-${seed}.db`);
  copyFileSync(template, databasePath);
  try {
    return await new Run(seed, deeds, databasePath).play();
  } finally {
    for (const rest of ['', '-wal', '-shm']) rmSync(`${databasePath}${rest}`, { force: true });
  }
}

class Run {
  readonly #seed: number;
  readonly #deeds: number;
  readonly #random: Random;
  readonly #world = new World();
  readonly #time: SimulatedTime;
  readonly #faults: Faults;
  readonly #story: Story;
  readonly #hasLimits: boolean;
  readonly #databasePath: string;
  readonly #unexplained: string[] = [];
  /** Events that come later than they should, each with how many of its lane had come before it. */
  readonly #late: { news: News; after: number }[] = [];
  readonly #told = new Map<string, number>();
  #life: Life | undefined;
  #lives = 0;

  constructor(seed: number, deeds: number, databasePath: string) {
    this.#seed = seed;
    this.#deeds = deeds;
    this.#databasePath = databasePath;
    this.#random = randomFrom(seed);
    this.#time = new SimulatedTime(START + this.#random.among(0, 400) * DAY_MS);
    this.#faults = new Faults(this.#random, chancesOf(this.#random));
    this.#hasLimits = this.#random.share() < 0.3;
    this.#story = new Story(this.#random, this.#world, () => this.#time.now());
  }

  async play(): Promise<RunReport> {
    await this.#settle();
    for (let deed = 0; deed < this.#deeds; deed++) {
      await this.#passTime();
      await this.#oneDeed();
      if (this.#random.share() < 0.04) await this.#reconnect();
    }
    return this.#end();
  }

  /** The server's settings, written before anything can fail. */
  async #settle(): Promise<void> {
    const calm = new Faults(this.#random, chancesOf(this.#random));
    calm.end();
    const life = this.#newLife(calm);
    const free = {
      pairMinutes: 0,
      givenPerDay: 1000,
      fullPerGiver: 1000,
      halfPerGiver: 1000,
      windowDays: 30,
    };
    const tiers = Object.entries(TIER_ROLES).map(([key, roleId]) => ({ key, roleId, byPeopleOnly: true }));
    await life.ctx.db.write((tx) =>
      life.ctx.settings.change(tx, GUILD_ID, this.#time.now(), () =>
        settingsSchema.parse({
          tiers,
          announcementChannelId: NEWS_CHANNEL,
          ...(this.#hasLimits ? {} : { limits: free }),
          badges: { announce: this.#random.share() < 0.5 },
        }),
      ),
    );
    await life.bury();
  }

  async #passTime(): Promise<void> {
    const dice = this.#random.share();
    if (dice < 0.02) return this.#clockJumps();
    const ms = dice < 0.7 ? this.#random.among(0, 3 * MINUTE_MS) : this.#random.among(0, 5 * HOUR_MS);
    this.#time.pass(ms);
    await pause();
  }

  #clockJumps(): void {
    const isForward = this.#random.share() < 0.5;
    this.#faults.note(isForward ? 'clockForward' : 'clockBack');
    this.#time.jump(isForward ? this.#random.among(1, 2 * DAY_MS) : -this.#random.among(1, 3 * HOUR_MS));
  }

  async #oneDeed(): Promise<void> {
    const life = await this.#living();
    const deed = this.#story.next();
    const told = 'news' in deed ? this.#delivered(deed.news) : [];
    const work = told.map(
      ({ all }) =>
        () =>
          this.#inOrder(life, all),
    );
    if ('interaction' in deed) work.push(() => deed.interaction(life.ctx));
    // Sometimes the next thing happens while this is still being handled.
    const handled = Promise.all(work.map((one) => this.#tolerant(life, one)));
    if (this.#random.share() < 0.7) await this.#timeGoingOn(life, handled);
    else await pause();
  }

  /** What of the news comes now, how often, and with what that was late; by channel, in which events keep their order. */
  #delivered(news: readonly News[]): { lane: string; all: News[] }[] {
    const now: News[] = [];
    for (const one of news) {
      const dice = this.#random.share();
      if (dice < 0.06) this.#faults.note('lost');
      else if (dice < 0.14) this.#postpone(one, 'late');
      else now.push(one);
      if (dice > 0.96) this.#postpone(one, 'doubled');
      else if (dice > 0.92) {
        this.#faults.note('doubled');
        now.push(one);
      }
    }
    if (this.#late.length > 0 && this.#random.share() < 0.5) now.push(this.#lateAtLast());
    for (const { lane } of now) this.#told.set(lane, (this.#told.get(lane) ?? 0) + 1);
    return [...Map.groupBy(now, ({ lane }) => lane)].map(([lane, all]) => ({ lane, all }));
  }

  #postpone(news: News, what: 'late' | 'doubled'): void {
    this.#faults.note(what);
    // The first telling of what is told twice is not younger than the second.
    const first = what === 'doubled' ? 1 : 0;
    this.#late.push({ news, after: (this.#told.get(news.lane) ?? 0) + first });
  }

  /** One of those that are late, whichever; it may come after news of its lane that is younger. */
  #lateAtLast(): News {
    const [late] = this.#late.splice(this.#random.among(0, this.#late.length - 1), 1);
    if (!late) throw new RangeError('Nothing is late.');
    if (late.after !== (this.#told.get(late.news.lane) ?? 0)) this.#faults.note('reordered');
    return late.news;
  }

  async #inOrder(life: Life, all: readonly News[]): Promise<void> {
    for (const one of all) await this.#tolerant(life, () => hear(life.ctx, this.#world, one));
  }

  /** Runs a handler as the router does: what it throws is the end of this handler only. */
  async #tolerant(life: Life, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (err) {
      const isSimulated =
        err instanceof Killed ||
        err instanceof FileTrouble ||
        (err instanceof Error && err.message.includes('(simulated)'));
      if (!isSimulated && life.isAlive)
        this.#unexplained.push(err instanceof Error ? (err.stack ?? err.message) : String(err));
    }
  }

  /**
   * Waits for work of a life, which may itself wait for the clock, as who asks Discord again does: nobody else moves that
   * meanwhile. When the life is killed the clock wakes nobody of it any more, and it is not waited for.
   */
  async #timeGoingOn(life: Life, work: Promise<unknown>): Promise<void> {
    let isDone = false;
    const done = work.finally(() => {
      isDone = true;
    });
    while (!isDone) {
      for (let turn = 0; turn < TURNS_OF_WORK && !isDone; turn++) await pause();
      const quiet = this.#time.untilNext();
      if (isDone) break;
      if (!life.isAlive) return;
      // Nothing to wake anybody: what is still under way will end by itself.
      if (quiet === undefined) break;
      this.#time.pass(quiet);
    }
    await done;
  }

  /** The life that runs now; after a kill a new one, which looks up what it missed. */
  async #living(): Promise<Life> {
    if (this.#life?.isAlive) return this.#life;
    await this.#bury();
    this.#life = this.#newLife(this.#faults);
    await this.#reconnect();
    return this.#life.isAlive ? this.#life : this.#living();
  }

  #newLife(faults: Faults): Life {
    this.#lives += 1;
    return new Life({
      world: this.#world,
      time: this.#time,
      faults,
      random: this.#random,
      databasePath: this.#databasePath,
    });
  }

  async #reconnect(): Promise<void> {
    const life = this.#life;
    if (life?.isAlive)
      await this.#timeGoingOn(
        life,
        this.#tolerant(life, () => catchUp(life.ctx, this.#world)),
      );
  }

  async #bury(): Promise<void> {
    if (!this.#life) return;
    this.#unexplained.push(...this.#life.unexplained);
    await this.#life.bury();
    this.#life = undefined;
  }

  /** The storm is over: what was late comes, everything is looked up once more, and what is owed has all the time it needs. */
  async #end(): Promise<RunReport> {
    this.#faults.end();
    const life = await this.#living();
    for (const { news } of this.#late.splice(0))
      await this.#timeGoingOn(
        life,
        this.#tolerant(life, () => hear(life.ctx, this.#world, news)),
      );
    await this.#reconnect();
    for (let step = 0; step < CALM_STEPS; step++) {
      await life.ctx.outbox.whenIdle();
      const quiet = this.#time.untilNext();
      if (quiet === undefined) break;
      this.#time.pass(Math.min(quiet, LONGEST_QUIET_MS) + 1);
      await pause();
    }
    await this.#reconnect();
    await life.ctx.outbox.whenIdle();
    const broken = await findBroken(life.ctx, this.#world, this.#story, this.#hasLimits);
    await this.#bury();
    return {
      seed: this.#seed,
      deeds: this.#deeds,
      lives: this.#lives - 1,
      faults: Object.fromEntries(this.#faults.happened),
      repeatedLate: this.#world.repeatedLate,
      broken: [...broken, ...this.#unexplained.map((line) => `unexplained: ${line}`)],
    };
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
