// The secret by which people are recognised without their ids: a file beside the database, kept out of its backups.
import { createHmac, randomBytes, randomInt } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const KEY_BYTES = 32;

/** Stands beside the database, in the one folder that the bot may write to. */
export function personKeyPath(databasePath: string): string {
  return join(dirname(databasePath), 'laurel.key');
}

/** The key, made when it is wanted for the first time. Without it, those who were forgotten are not known any more. */
export function readPersonKey(databasePath: string): Buffer {
  const path = personKeyPath(databasePath);
  try {
    // `wx`: of two processes that come first, one makes it.
    writeFileSync(path, randomBytes(KEY_BYTES).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (err) {
    if (!(err instanceof Error && 'code' in err && err.code === 'EEXIST')) throw err;
  }
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
  if (key.length !== KEY_BYTES) throw new Error(`${path} is damaged. Put its backup back, or delete it.`);
  return key;
}

/** Always the same for one person and key; without the key it says nothing of who it is. */
export function fingerprintOf(key: Buffer, memberId: string): string {
  return createHmac('sha256', key).update(memberId).digest('base64url').slice(0, 22);
}

/** Above 2^53, so that they are read as every id is; see exact-session.ts. */
const FIRST_PSEUDONYM = 9_100_000_000_000_000n;
const LAST_PSEUDONYM = 9_999_999_999_999_999n;
/** Squared, it is how many ids there are between them: more than can be drawn from at once. */
const ROOT = 30_000_000;

/**
 * An id that Discord never gave and never gives: one of January 2015, when there was no Discord yet. It is shown as
 * somebody unknown, and reaches nobody.
 */
export function newPseudonym(): string {
  const which = randomInt(ROOT) * ROOT + randomInt(ROOT);
  return String(FIRST_PSEUDONYM + BigInt(which));
}

/** The ids of people are greater; all up to this one are of somebody who was forgotten. */
export const LAST_OF_THE_FORGOTTEN = String(LAST_PSEUDONYM);

/** Whether an id stands for somebody who was forgotten. */
export function isPseudonym(memberId: string): boolean {
  return memberId.length === LAST_OF_THE_FORGOTTEN.length && memberId.startsWith('9');
}
