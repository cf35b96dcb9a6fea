// The recognition graph as typed arrays, so that a million recognitions fit and are walked through in seconds. Pure.

/** Live recognitions between people, one index each, as the ledger has them. */
export interface Columns {
  /** The ids of the members, by the numbers that the other columns name them by. */
  readonly members: readonly string[];
  readonly rowIds: Float64Array;
  readonly givers: Uint32Array;
  readonly receivers: Uint32Array;
  /** When each happened, ms. */
  readonly times: Float64Array;
  /** 1 for the one row that counts of its help; only those are weighed, the others go with them. */
  readonly counts: Uint8Array;
  /** 1 where nothing shows that the two had talked before. */
  readonly talkless: Uint8Array;
}

/** Who recognised whom how often. A pair is a giver with a receiver; pairs are ordered by giver, then receiver. */
export interface Graph {
  readonly members: number;
  readonly pairGivers: Uint32Array;
  readonly pairReceivers: Uint32Array;
  /** Helps that counted, and those of them without a conversation. */
  readonly pairCounts: Uint32Array;
  readonly pairTalkless: Uint32Array;
  /** The pairs of a giver g are those from `outStarts[g]` to before `outStarts[g + 1]`. */
  readonly outStarts: Uint32Array;
  /** The same for receivers, through `incoming`, which lists the numbers of pairs. */
  readonly inStarts: Uint32Array;
  readonly incoming: Uint32Array;
  /** What each member gave and received in all. */
  readonly given: Uint32Array;
  readonly received: Uint32Array;
}

/** Adds up the rows that count by giver and receiver. */
export function graphOf(columns: Columns): Graph {
  const members = columns.members.length;
  const keys = sortedKeys(columns, members);
  const pairs = countDistinct(keys);
  const pairGivers = new Uint32Array(pairs);
  const pairReceivers = new Uint32Array(pairs);
  const pairCounts = new Uint32Array(pairs);
  const pairTalkless = new Uint32Array(pairs);
  const given = new Uint32Array(members);
  const received = new Uint32Array(members);
  let pair = -1;
  let before = -1;
  for (const key of keys) {
    const both = Math.floor(key / 2);
    const giver = Math.floor(both / members);
    const receiver = both % members;
    if (both !== before) {
      pair += 1;
      before = both;
      pairGivers[pair] = giver;
      pairReceivers[pair] = receiver;
    }
    pairCounts[pair] = at(pairCounts, pair) + 1;
    pairTalkless[pair] = at(pairTalkless, pair) + (key % 2);
    given[giver] = at(given, giver) + 1;
    received[receiver] = at(received, receiver) + 1;
  }
  const { starts: outStarts } = groupedBy(pairGivers, members);
  const { starts: inStarts, order: incoming } = groupedBy(pairReceivers, members);
  return {
    members,
    pairGivers,
    pairReceivers,
    pairCounts,
    pairTalkless,
    outStarts,
    inStarts,
    incoming,
    given,
    received,
  };
}

/** A number out of a typed array, which never lacks one where these rules look. */
export function at(column: Uint32Array | Float64Array | Uint8Array | Int32Array, index: number): number {
  return column[index] ?? 0;
}

/** The number of the pair, or -1 if this giver never recognised this receiver. */
export function pairBetween({ pairReceivers, outStarts }: Graph, giver: number, receiver: number): number {
  let low = at(outStarts, giver);
  let high = at(outStarts, giver + 1) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = at(pairReceivers, middle);
    if (found === receiver) return middle;
    if (found < receiver) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** How often this giver recognised this receiver. */
export function timesBetween(graph: Graph, giver: number, receiver: number): number {
  const pair = pairBetween(graph, giver, receiver);
  return pair < 0 ? 0 : at(graph.pairCounts, pair);
}

/** The numbers of a giver's pairs. */
export function* pairsFrom({ outStarts }: Graph, giver: number): Generator<number, void, undefined> {
  for (let pair = at(outStarts, giver); pair < at(outStarts, giver + 1); pair++) yield pair;
}

/** The numbers of a receiver's pairs. */
export function* pairsTo(
  { inStarts, incoming }: Graph,
  receiver: number,
): Generator<number, void, undefined> {
  for (let i = at(inStarts, receiver); i < at(inStarts, receiver + 1); i++) yield at(incoming, i);
}

/** Indices grouped by a small number (counting sort): those of group n stand from `starts[n]` to before `starts[n + 1]`. */
export function groupedBy(column: Uint32Array, groups: number): { starts: Uint32Array; order: Uint32Array } {
  const starts = new Uint32Array(groups + 1);
  for (const group of column) starts[group + 1] = at(starts, group + 1) + 1;
  for (let group = 0; group < groups; group++) starts[group + 1] = at(starts, group + 1) + at(starts, group);
  const next = starts.slice();
  const order = new Uint32Array(column.length);
  for (let index = 0; index < column.length; index++) {
    const group = at(column, index);
    const place = at(next, group);
    order[place] = index;
    next[group] = place + 1;
  }
  return { starts, order };
}

/** (giver, receiver, talkless) of each row that counts as one number each, in order. */
function sortedKeys({ givers, receivers, counts, talkless }: Columns, members: number): Float64Array {
  const keys = new Float64Array(givers.length);
  let used = 0;
  for (let row = 0; row < givers.length; row++) {
    if (at(counts, row) === 0) continue;
    keys[used] = (at(givers, row) * members + at(receivers, row)) * 2 + at(talkless, row);
    used += 1;
  }
  return keys.subarray(0, used).sort();
}

function countDistinct(sorted: Float64Array): number {
  let distinct = 0;
  let before = -1;
  for (const key of sorted) {
    const both = Math.floor(key / 2);
    if (both !== before) distinct += 1;
    before = both;
  }
  return distinct;
}
