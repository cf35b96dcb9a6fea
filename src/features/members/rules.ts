// What a join says about since when somebody is here. Pure.

/** Since when somebody is here, as far as known, and when they last came back after leaving; ms. */
export interface Belonging {
  joinedAt: number | null;
  returnedAt: number | null;
}

/**
 * Discord tells of the latest join only. The earliest one heard of is since when they are here; a later one means that
 * they had left. In whatever order and however often news of joins come, the result is the same.
 */
export function withJoin({ joinedAt, returnedAt }: Belonging, join: number): Belonging {
  const known = [joinedAt, returnedAt].filter((at) => at !== null);
  const first = Math.min(join, ...known);
  const last = Math.max(join, ...known);
  return { joinedAt: first, returnedAt: last > first ? last : null };
}
