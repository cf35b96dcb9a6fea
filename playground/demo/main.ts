// `npm run demo`: a Discord on this machine, Laurel as its own process on it, a day in the life of a community, and a page to try it on.
import { parseArgs } from 'node:util';
import type { Page } from '../page/server.ts';
import { startPage } from '../page/server.ts';
import { sceneTitles } from './day.ts';
import { Production } from './production.ts';
import { INVITED_WITH } from './town.ts';

const USAGE = 'Usage: npm run demo [-- --once | --port N]';
const PORT = 8787;

class WrongCall extends Error {}

interface Call {
  once: boolean;
  port: number;
}

function readCall(): Call {
  try {
    const { values } = parseArgs({
      options: { once: { type: 'boolean', default: false }, port: { type: 'string', default: String(PORT) } },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`"${values.port}" is no port`);
    return { once: values.once, port };
  } catch (error) {
    throw new WrongCall(error instanceof Error ? error.message : String(error));
  }
}

async function main(): Promise<void> {
  const { once, port } = readCall();
  const interrupted = untilInterrupted();
  const show = new Show(await Production.open());
  try {
    if (!once) await show.serve(port);
    await Promise.race([show.open(), interrupted]);
    if (once) return;
    const { discord } = show.production;
    console.log(
      `Try it yourself at ${show.url}\nFor a bot of your own: ${discord.apiUrl} (token ${discord.bot.token}). Ctrl-C ends it.`,
    );
    await interrupted;
  } finally {
    await show.close();
  }
}

/** What runs now, and the page it is shown on. */
class Show {
  production: Production;
  #page: Page | undefined;
  /** The day as it is told on the terminal at first. */
  #firstDay: Promise<void> = Promise.resolve();

  constructor(production: Production) {
    this.production = production;
  }

  get url(): string {
    return this.#page?.url ?? '';
  }

  async serve(port: number): Promise<void> {
    this.#page = await startPage({
      discord: this.production.discord,
      port,
      invitedWith: INVITED_WITH,
      panels: async () => this.production.tables(),
      deeds: [
        {
          name: 'restart',
          label: 'Restart the bot',
          hint: 'The bot ends and starts again, and finishes what it owed.',
          run: async () => {
            await this.production.bot.restart();
            return 'The bot is back.';
          },
        },
      ],
      story: {
        title: 'Play the day',
        scenes: sceneTitles(),
        play: async (pace) => {
          await this.#firstDay;
          await this.#startOver();
          await this.production.play(() => {}, pace);
        },
      },
    });
    const moved = port !== 0 && this.#page.port !== port ? ` (port ${port} is taken)` : '';
    console.log(`Open ${this.#page.url} in a browser to see it and to try it${moved}.`);
  }

  /** Starts the bot and tells the day on the terminal. */
  open(): Promise<void> {
    this.#firstDay = this.#tellDay();
    return this.#firstDay;
  }

  async #tellDay(): Promise<void> {
    console.log(
      'A small Discord runs on this machine, and Laurel is connected to it. Nothing leaves 127.0.0.1.',
    );
    await this.production.bot.start();
    await this.production.play((line) => console.log(line));
    console.log(
      '\nThat was the day. All that was set up is where members ask, where news go, one role, and a rule that gives it.',
    );
  }

  async close(): Promise<void> {
    await this.#page?.close();
    await this.production.close();
  }

  /** A new world with a new bot, in which nothing has happened yet. */
  async #startOver(): Promise<void> {
    const last = this.production;
    this.production = await Production.open();
    this.#page?.show(this.production.discord);
    await Promise.all([last.close(), this.production.bot.start()]);
  }
}

/** Resolves at Ctrl-C. */
function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

try {
  await main();
} catch (error) {
  console.error(error instanceof WrongCall ? `${error.message}\n${USAGE}` : error);
  process.exitCode = error instanceof WrongCall ? 2 : 1;
}
