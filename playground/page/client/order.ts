// Orders Discord's ids by age.

/** Oldest first; ids of equal length compare as text. */
export function compareIds(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);
}
