// The bot as a process of its own, pointed at the playground, with a database that is thrown away.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Discord } from '../discord/server.ts';

const BOT = fileURLToPath(new URL('bot.ts', import.meta.url));
const READY_WITHIN_MS = 30_000;
/** The bot gives itself 8 s to stop; past this it is ended. */
const STOPPED_WITHIN_MS = 12_000;

export class BotProcess {
  readonly databasePath: string;
  readonly #folder: string;
  readonly #discord: Discord;
  #process: ChildProcess | undefined;

  constructor(discord: Discord) {
    this.#discord = discord;
    this.#folder = mkdtempSync(join(tmpdir(), 'laurel-demo-'));
    this.databasePath = join(this.#folder, 'laurel.db');
  }

  /** Starts the bot in the story's time; resolves when it is connected and its commands are there. */
  async start(): Promise<void> {
    const { bot, apiUrl } = this.#discord;
    const env = {
      ...process.env,
      DISCORD_TOKEN: bot.token,
      DISCORD_API_URL: apiUrl,
      DATABASE_PATH: this.databasePath,
      LOG_LEVEL: 'warn',
      COMMAND_GUILD_IDS: '',
      HTTP_PORT: '0',
      STORY_AHEAD_MS: String(this.#ahead()),
    };
    const child = spawn(process.execPath, [BOT], {
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#process = child;
    let ended: string | undefined;
    child.once('error', (error) => {
      ended = error.message;
    });
    child.once('exit', (code) => {
      ended ??= `exit code ${code}`;
    });
    const isReady = (): boolean => {
      if (ended !== undefined) throw new Error(`The bot ended before it was ready (${ended}).`);
      return this.#discord.connections() > 0 && bot.commands.size > 0;
    };
    await this.#discord.until(isReady, {
      timeoutMs: READY_WITHIN_MS,
      hint: 'the bot connects and publishes its commands',
    });
  }

  /** Tells the bot how late it is in the story; resolves when it knows. */
  async setClock(): Promise<void> {
    const child = this.#process;
    if (!child?.connected) return;
    await new Promise<void>((resolve) => {
      const knows = () => {
        child.off('message', knows).off('exit', knows);
        resolve();
      };
      child.on('message', knows).on('exit', knows);
      child.send(this.#ahead());
    });
  }

  /** Ends it and starts it again on the same data, as an update would. */
  async restart(): Promise<void> {
    await this.#end();
    await this.start();
  }

  /** Asks it to end, and throws its data away. */
  async stop(): Promise<void> {
    await this.#end();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** How far the story's clock is ahead of the machine's, in ms; behind, mostly. */
  #ahead(): number {
    return Math.round(this.#discord.world.now() - Date.now());
  }

  async #end(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const patience = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS);
    await ended;
    clearTimeout(patience);
  }
}
