// Environment → a frozen Config, or one list of every gap with its fix; the only reader of process.env.
import { z } from 'zod';

export const DEFAULT_API_URL = 'https://discord.com/api';
export const DEFAULT_DATABASE_PATH = 'data/laurel.db';
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const schema = z.object({
  DISCORD_TOKEN: z
    .string({
      error:
        'is missing. Copy the token from the Bot page of your application at https://discord.com/developers/applications into .env.',
    })
    .trim()
    .min(
      20,
      'does not look like a token. Copy it again from the Bot page of your application ("Reset Token" shows a new one).',
    )
    .regex(/^\S+$/, 'contains a space or a line break. Copy the token alone, without quotes.'),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/, error: 'is not an http(s) address. Leave it out to use Discord itself.' })
    .transform((url) => url.replace(/\/+$/, ''))
    .default(DEFAULT_API_URL),
  DATABASE_PATH: z
    .string()
    .min(1, 'is empty. Leave it out to use data/laurel.db.')
    .default(DEFAULT_DATABASE_PATH),
  LOG_LEVEL: z.enum(LOG_LEVELS, `is none of ${LOG_LEVELS.join(', ')}.`).default('info'),
  COMMAND_GUILD_IDS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((id) => id.trim())
        .filter(Boolean),
    )
    .refine(
      (ids) => ids.every((id) => /^\d{15,20}$/.test(id)),
      'must be server ids, separated by commas (right-click a server with developer mode on, "Copy Server ID").',
    ),
});

export interface Config {
  readonly token: string;
  readonly apiUrl: string;
  readonly databasePath: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Publish commands to these guilds at once; empty means to every guild. */
  readonly commandGuildIds: readonly string[];
}

/** A gap in the configuration: which variable, and what to do about it. */
export interface Gap {
  variable: string;
  fix: string;
}

/** Reads the configuration, or says everything that is wrong with it at once. Empty variables count as missing. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Config | { gaps: readonly Gap[] } {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = schema.safeParse(set);
  if (!read.success) {
    return {
      gaps: read.error.issues.map((issue) => ({ variable: String(issue.path[0]), fix: issue.message })),
    };
  }
  const { DISCORD_TOKEN, DISCORD_API_URL, DATABASE_PATH, LOG_LEVEL, COMMAND_GUILD_IDS } = read.data;
  return Object.freeze({
    token: DISCORD_TOKEN,
    apiUrl: DISCORD_API_URL,
    databasePath: DATABASE_PATH,
    logLevel: LOG_LEVEL,
    commandGuildIds: Object.freeze(COMMAND_GUILD_IDS),
  });
}

/** The environment of this process, with what dotenv read from .env added to it. */
export function environment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}
