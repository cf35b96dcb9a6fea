// One life of the bot in a simulation: real database, outbox and services, from its start until it is killed. What it tries after that does not happen.
import { Writable } from 'node:stream';
import type { Config } from '../../src/config.ts';
import { CatchUpProgress } from '../../src/core/catch-up-progress.ts';
import type { Context } from '../../src/core/context.ts';
import { Database, type Tx } from '../../src/core/database.ts';
import { Followers } from '../../src/core/followers.ts';
import { Outbox } from '../../src/core/outbox.ts';
import { People } from '../../src/core/people.ts';
import { SettingsStore } from '../../src/core/settings.ts';
import { Texts } from '../../src/core/texts.ts';
import { features } from '../../src/features.ts';
import { createLog } from '../../src/log.ts';
import type { Random } from '../random.ts';
import { type Faults, FileTrouble, Killed } from './faults.ts';
import { portTo } from './port.ts';
import type { SimulatedTime } from './time.ts';
import type { World } from './world.ts';

/** Reading the catalogue of texts takes longer than a whole life does. */
const texts = new Texts();

export interface LifeParts {
  world: World;
  time: SimulatedTime;
  faults: Faults;
  random: Random;
  databasePath: string;
}

export class Life {
  readonly ctx: Context;
  readonly faults: Faults;
  readonly time: SimulatedTime;
  /** Errors in the log that no fault of the simulation explains. */
  readonly unexplained: string[] = [];
  readonly #db: Database;
  #isAlive = true;

  constructor({ world, time, faults, random, databasePath }: LifeParts) {
    this.faults = faults;
    this.time = time;
    this.#db = Database.open(databasePath);
    const clock = time.clock(() => this.#isAlive);
    const log = createLog('error', this.#listener());
    const config: Config = {
      token: 'a-token-of-a-simulation',
      apiUrl: 'http://127.0.0.1:9/api',
      databasePath,
      backupFolder: `${databasePath}-backups`,
      backupsKept: 1,
      httpPort: 0,
      logLevel: 'error',
      commandGuildIds: [],
    };
    const db = this.#guarded();
    const actions = portTo(world, this, random);
    const outbox = new Outbox({ db, clock, actions, log, random: () => random.share() });
    this.ctx = {
      config,
      clock,
      db,
      settings: new SettingsStore(db),
      outbox,
      followers: new Followers(),
      catchUp: new CatchUpProgress(clock),
      people: new People(db, databasePath),
      actions,
      texts,
      log,
    };
    for (const feature of features) {
      if (feature.onSettled) outbox.onSettled(feature.name, feature.onSettled(this.ctx));
      if (feature.onCredit) this.ctx.followers.add(feature.onCredit(this.ctx));
      if (feature.onTier) this.ctx.followers.addOfTiers(feature.onTier(this.ctx));
      if (feature.onQuestion) this.ctx.followers.addOfQuestions(feature.onQuestion(this.ctx));
    }
    outbox.start();
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** Throws when the process is gone; and may end it. */
  breathe(): void {
    if (this.#isAlive && this.faults.strikes('kill')) this.#isAlive = false;
    if (!this.#isAlive) throw new Killed();
  }

  /** Lets everything else that is ready go first, as waiting for an answer does. */
  async turn(): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    this.breathe();
  }

  /** Ends it at once, as the end of the run or a restart does. */
  end(): void {
    this.#isAlive = false;
  }

  /** Lets go of the file, once what was under way has found out that it is dead. */
  async bury(): Promise<void> {
    this.#isAlive = false;
    await this.#db.close();
  }

  /** The database with kills before, in the middle of, and after each transaction, and a file that fails. */
  #guarded(): Database {
    const db = this.#db;
    const write = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
      this.breathe();
      const result = await db.write(async (tx) => {
        this.breathe();
        if (this.faults.strikes('file')) throw this.faults.fileTrouble();
        const result = await work(tx);
        // What happens here happens before the commit: nothing of it stays.
        this.breathe();
        if (this.faults.strikes('file')) throw this.faults.fileTrouble();
        return result;
      });
      this.breathe();
      return result;
    };
    const read = async <T>(query: Parameters<typeof db.read<T>>[0]): Promise<T> => {
      this.breathe();
      // Readers find neither a full disk nor somebody who holds the file, but one that does not answer.
      if (this.faults.strikes('unreadable')) throw new FileTrouble('SQLITE_IOERR');
      return db.read(query);
    };
    return new Proxy(db, {
      get(target, name) {
        if (name === 'write') return write;
        if (name === 'read') return read;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }

  #listener(): Writable {
    return new Writable({
      write: (chunk, _encoding, done) => {
        const line = String(chunk);
        if (!line.includes('(simulated)') && !line.includes('the process was killed'))
          this.unexplained.push(line.trim());
        done();
      },
    });
  }
}
