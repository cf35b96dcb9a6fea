// Environment → a frozen Config, or one list of every gap with its fix; the only reader of process.env.
import * as z from 'zod';
import { defaultCopiesFolder } from './core/copies.ts';

export const DEFAULT_API_URL = 'https://discord.com/api';
export const DEFAULT_DATABASE_PATH = 'data/laurel.db';
export const DEFAULT_HTTP_PORT = 8080;
/** Two weeks of daily backups: long enough to notice that something went wrong, short enough for what is to be forgotten. */
export const DEFAULT_BACKUPS_KEPT = 14;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

function wholeNumber(least: number, most: number, error: string) {
  return z
    .string()
    .regex(/^\d{1,6}$/, error)
    .transform(Number)
    .refine((number) => number >= least && number <= most, error);
}

const variables = {
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
  BACKUP_FOLDER: z.string().optional(),
  BACKUPS_KEPT: wholeNumber(0, 10_000, 'must be a whole number; 0 makes none.').default(DEFAULT_BACKUPS_KEPT),
  HTTP_PORT: wholeNumber(0, 65_535, 'must be a port from 1 to 65535, or 0 for none.').default(
    DEFAULT_HTTP_PORT,
  ),
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
};

export interface Config {
  readonly token: string;
  readonly apiUrl: string;
  readonly databasePath: string;
  /** Where backups go, and how many daily ones are kept; 0 makes none. */
  readonly backupFolder: string;
  readonly backupsKept: number;
  /** Where health and metrics can be read, on 127.0.0.1; 0 for nowhere. */
  readonly httpPort: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Publish commands to these guilds at once; empty means to every guild. */
  readonly commandGuildIds: readonly string[];
}

/** A gap in the configuration: which variable, and what to do about it. */
export interface Gap {
  variable: string;
  fix: string;
}

/** The configuration as far as it could be read. */
export type Readable = { readonly [K in keyof Config]: Config[K] | undefined };

/** What is wrong with the environment, and what could be read of it all the same. */
export interface Unready {
  readonly gaps: readonly Gap[];
  readonly readable: Readable;
}

/** Reads the configuration, or says everything that is wrong with it at once. Empty variables count as missing. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config | Unready {
  const gaps: Gap[] = [];
  const read = <T>(variable: keyof typeof variables, schema: z.ZodType<T>): T | undefined => {
    const { data, error } = schema.safeParse(environment[variable] || undefined);
    for (const { message } of error?.issues ?? []) gaps.push({ variable, fix: message });
    return data;
  };
  const databasePath = read('DATABASE_PATH', variables.DATABASE_PATH);
  const config: Readable = {
    token: read('DISCORD_TOKEN', variables.DISCORD_TOKEN),
    apiUrl: read('DISCORD_API_URL', variables.DISCORD_API_URL),
    databasePath,
    backupFolder:
      read('BACKUP_FOLDER', variables.BACKUP_FOLDER) ??
      defaultCopiesFolder(databasePath ?? DEFAULT_DATABASE_PATH),
    backupsKept: read('BACKUPS_KEPT', variables.BACKUPS_KEPT),
    httpPort: read('HTTP_PORT', variables.HTTP_PORT),
    logLevel: read('LOG_LEVEL', variables.LOG_LEVEL),
    commandGuildIds: read('COMMAND_GUILD_IDS', variables.COMMAND_GUILD_IDS),
  };
  return isWhole(config) ? Object.freeze(config) : { gaps, readable: config };
}

function isWhole(config: Readable): config is Config {
  return Object.values(config).every((value) => value !== undefined);
}

/** The environment of this process, with what dotenv read from .env added to it. */
export function environment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}
