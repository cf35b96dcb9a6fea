// One run of the demo: a Discord, the town in it, and the bot as a process of its own.
import { type Discord, startDiscord } from '../discord/server.ts';
import type { Pace } from '../page/storyteller.ts';
import type { Panel } from '../page/wire.ts';
import { BotProcess } from './bot-process.ts';
import { dayLength, playDay } from './day.ts';
import { Narrator } from './narrator.ts';
import { Stage } from './stage.ts';
import { readTables } from './tables.ts';
import { buildTown, type Town } from './town.ts';

export class Production {
  readonly discord: Discord;
  readonly bot: BotProcess;
  readonly #town: Town;

  private constructor(discord: Discord) {
    this.discord = discord;
    this.#town = buildTown(discord);
    this.bot = new BotProcess(discord);
  }

  /** A new world, with the bot not yet started. Its day ends about now; not so in the first hours of a month, which it does not leave. */
  static async open(): Promise<Production> {
    const now = new Date();
    const began = Math.max(now.getTime() - dayLength(), Date.UTC(now.getUTCFullYear(), now.getUTCMonth()));
    const opened = performance.now();
    return new Production(await startDiscord({ now: () => began + (performance.now() - opened) }));
  }

  /** Plays the day and tells it line by line. */
  async play(tell: (line: string) => void, pace?: Pace): Promise<void> {
    const narrator = new Narrator(this.discord.world, tell);
    const stopTelling = narrator.follow();
    try {
      const passTime = async (ms: number) => {
        this.discord.advance(ms);
        await this.bot.setClock();
      };
      await playDay(this.#town, new Stage(narrator, passTime, pace));
    } finally {
      stopTelling();
    }
  }

  tables(): Panel[] {
    return readTables(this.bot.databasePath, this.discord.world);
  }

  async close(): Promise<void> {
    await this.bot.stop();
    await this.discord.close();
  }
}
