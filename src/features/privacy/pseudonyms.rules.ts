// Which pseudonyms members may choose: plain to read, nobody else's, and none that a moderator took away. Pure.
import { type Refusal, refuse } from '../../core/context.ts';

/** Characters; as long as Discord's own names. */
export const LONGEST_PSEUDONYM = 32;

/** What is to be known before somebody may be called so. */
export interface Names {
  /** Pseudonyms of others here. */
  taken: readonly string[];
  /** Names of members here, as far as they are known. */
  members: readonly string[];
  /** The key of the one that a moderator took away from them. */
  lost: string | undefined;
}

/** What two names are compared by: case, accents, width and all that is no letter, digit or emoji set aside. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{Extended_Pictographic}]/gu, '');
}

/** The pseudonym as it is kept: on one line, without invisible signs. */
export function tidied(typed: string): string {
  return typed
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '')
    .trim();
}

/** The pseudonym that was typed, or why it cannot be. */
export function judgePseudonym(typed: string, { taken, members, lost }: Names): string | Refusal {
  const name = tidied(typed);
  if ([...name].length > LONGEST_PSEUDONYM) return refuse('pseudonymTooLong', { most: LONGEST_PSEUDONYM });
  // Nothing that Discord would take for formatting, a mention or a link.
  if (!/[\p{L}\p{N}]/u.test(name) || /[<>@#`*_~|\\[\]]|:\/\//u.test(name))
    return refuse('pseudonymUnreadable');
  const key = nameKey(name);
  if (key === lost) return refuse('pseudonymLost');
  const isTaken = (others: readonly string[]) => others.some((other) => nameKey(other) === key);
  return isTaken(taken) || isTaken(members) ? refuse('pseudonymTaken') : name;
}
