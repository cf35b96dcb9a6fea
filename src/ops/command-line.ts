// What the operator's commands have in common: which files they are about, and how they end.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import dotenv from 'dotenv';
import { DEFAULT_BACKUPS_KEPT, DEFAULT_DATABASE_PATH, environment } from '../config.ts';
import { defaultCopiesFolder } from '../core/copies.ts';

export interface Files {
  databasePath: string;
  folder: string;
  kept: number;
}

/** Where the database and its backups are: as the bot would find them, unless the call says otherwise. */
export function filesOf(values: { database?: string | undefined; folder?: string | undefined }): Files {
  dotenv.config({ quiet: true });
  const { DATABASE_PATH, BACKUP_FOLDER, BACKUPS_KEPT } = environment();
  const databasePath = values.database ?? (DATABASE_PATH || DEFAULT_DATABASE_PATH);
  return {
    databasePath,
    folder: values.folder ?? (BACKUP_FOLDER || defaultCopiesFolder(databasePath)),
    kept: Number(BACKUPS_KEPT || DEFAULT_BACKUPS_KEPT) || DEFAULT_BACKUPS_KEPT,
  };
}

/** Says that there is no database, where there is none. */
export function missing(path: string): string | undefined {
  return existsSync(path)
    ? undefined
    : `There is no database at ${path}. Set DATABASE_PATH, or give --database.`;
}

/** Runs a command: its exit code, or 2 with what is wrong and how it is called. */
export async function runCommand(main: () => Promise<number>, usage: string): Promise<void> {
  process.exitCode = await exitCodeOf(main, usage);
}

/** The same, for whoever asks for the code and stays. */
export async function exitCodeOf(main: () => Promise<number>, usage: string): Promise<number> {
  try {
    return await main();
  } catch (err) {
    console.error(`${err instanceof Error ? err.message : err}\n${usage}`);
    return 2;
  }
}

/** The JSON in a file. What cannot be read is told of without a word of what the file says: it may be people's. */
export async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((err: unknown) => {
    throw new Error(`${path} cannot be read${codeIn(err)}.`);
  });
  try {
    return JSON.parse(text);
  } catch (err) {
    const [where] = /line \d+ column \d+/.exec(String(err)) ?? [];
    throw new Error(`${path} is not JSON${where === undefined ? '' : ` (${where})`}.`);
  }
}

function codeIn(err: unknown): string {
  return err instanceof Error && 'code' in err ? ` (${err.code})` : '';
}

/** "1.4 MB" */
export function sizeText(bytes: number): string {
  const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
  const size = bytes / (unit === 'kilobyte' ? 1_000 : 1_000_000);
  return new Intl.NumberFormat('en', { style: 'unit', unit, maximumFractionDigits: 1 }).format(size);
}
