// Discord's ids: numbers too long for a double, which grow with time and carry it.

/** Milliseconds from 1970 to 2015, where the time in Discord's ids begins. */
export const DISCORD_EPOCH_MS = 1_420_070_400_000;

/** Where to begin with what goes by ids: before all of them. */
export const BEFORE_ALL = '0';

/** Whether one id is earlier: the longer is the later, of equal length the greater. */
export function isBefore(oneId: string, otherId: string): boolean {
  return oneId.length === otherId.length ? oneId < otherId : oneId.length < otherId.length;
}

/** The later of two ids. */
export function laterOf(oneId: string, otherId: string): string {
  return isBefore(oneId, otherId) ? otherId : oneId;
}

/** For sorting, oldest first. */
export function compareIds(oneId: string, otherId: string): number {
  return oneId === otherId ? 0 : isBefore(oneId, otherId) ? -1 : 1;
}

/** When the thing with this id came to be, ms. */
export function timeOf(id: string): number {
  return Number(BigInt(id) >> 22n) + DISCORD_EPOCH_MS;
}

/** The id just before everything that came to be at this time, ms. */
export function idBefore(time: number): string {
  const since = BigInt(Math.max(0, Math.floor(time) - DISCORD_EPOCH_MS));
  return String((since << 22n) - (since > 0n ? 1n : 0n));
}

/**
 * The ids between two, both included, as ranges of text: text sorts like numbers only where all are of one length.
 */
export function textRanges(fromId: string, toId: string): readonly { from: string; to: string }[] {
  if (isBefore(toId, fromId)) return [];
  const lengths = Array.from({ length: toId.length - fromId.length + 1 }, (_, more) => fromId.length + more);
  return lengths.map((length) => ({
    from: length === fromId.length ? fromId : `1${'0'.repeat(length - 1)}`,
    to: length === toId.length ? toId : '9'.repeat(length),
  }));
}
