// What SQLite's errors mean for whoever runs Laurel: which trouble it is, and one sentence with its fix.
import Sqlite from 'better-sqlite3';

/** What can be wrong with the file or the disk below it. Faults of our own (a constraint, bad SQL) are none of these. */
export type TroubleKind = 'full' | 'readOnly' | 'locked' | 'damaged' | 'disk' | 'notOurs';

/** As the end of a sentence that names the file. */
const SENTENCES: Readonly<Record<TroubleKind, string>> = {
  full: 'the disk is full. Make room on it; what waits is written then',
  readOnly:
    'it may only be read. Give the user who runs Laurel the right to write it and its folder, and look whether the disk is mounted read-only',
  locked:
    'another process holds it. Look whether Laurel runs twice, or whether another program has it open, and end that one',
  damaged: 'it is damaged. Stop Laurel, and put back the latest backup: npm run restore -- FILE',
  disk: "the disk does not answer as it should. Look at the machine's own log",
  notOurs: 'it is not a database. Choose a file of its own for Laurel, which it will make',
};

/** SQLite's codes begin with these; the rest of a code says where it happened. */
const KINDS: readonly (readonly [string, TroubleKind])[] = [
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY', 'readOnly'],
  ['SQLITE_PERM', 'readOnly'],
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'notOurs'],
  ['SQLITE_IOERR', 'disk'],
  ['SQLITE_CANTOPEN', 'disk'],
];

/** Which trouble an error tells of, looked for in its causes too; nothing when it is a fault of our own. */
export function troubleOf(err: unknown): TroubleKind | undefined {
  if (err instanceof Sqlite.SqliteError) return KINDS.find(([code]) => err.code.startsWith(code))?.[1];
  if (err instanceof DatabaseTrouble) return err.kind;
  return err instanceof Error && err.cause !== undefined ? troubleOf(err.cause) : undefined;
}

export function sentenceOf(kind: TroubleKind): string {
  return SENTENCES[kind];
}

/** The file was fine when it was opened, and cannot be used now. Nothing of the transaction under way was kept. */
export class DatabaseTrouble extends Error {
  readonly kind: TroubleKind;

  constructor(path: string, kind: TroubleKind, cause?: unknown) {
    super(`The database ${path} cannot be used at the moment: ${sentenceOf(kind)}.`, { cause });
    this.name = 'DatabaseTrouble';
    this.kind = kind;
  }
}
