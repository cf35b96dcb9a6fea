// Measures fair play: npm run eval:rings -- FILE.jsonl …: who is signalled in recorded communities, and which planted rings are found.
import { parseArgs } from 'node:util';
import type { Columns } from '../src/features/fairness/graph.rules.ts';
import { findSuspicions, type Suspicion } from '../src/features/fairness/signals.rules.ts';
import { readJsonl } from './jsonl.ts';
import { randomFrom } from './random.ts';
import { thanksIn } from './recorded-thanks.ts';
import { chronology, readRecorded } from './recording.ts';
import { type Deed, MANNERS, type MannerName, type Outsiders, plantRing, RING_SIZES } from './rings.ts';

const USAGE = 'Usage: npm run eval:rings -- FILE.jsonl [FILE.jsonl …] [--trials N] [--seed N]';
/** Rings planted, one at a time, for each manner, choice of outsiders and community. */
const TRIALS = 300;
const SEED = 1;
/** A ring is found by a suspicion that names so much of it, and of which so much is the ring. */
const FOUND_SHARE = 2 / 3;
const MANNER_NAMES: readonly MannerName[] = ['clumsy', 'between', 'careful'];

interface Community {
  name: string;
  /** Everybody who spoke or was spoken to. */
  members: number;
  deeds: readonly Deed[];
}

/** Whom a ring mixes with: askers and helpers as the community knows them, or anybody as either. */
const MIXING = {
  byPart: (deeds: readonly Deed[]): Outsiders => ({
    givers: deeds.map(({ giver }) => giver),
    receivers: deeds.map(({ receiver }) => receiver),
  }),
  anybody: (deeds: readonly Deed[]): Outsiders => {
    const everybody = deeds.flatMap(({ giver, receiver }) => [giver, receiver]);
    return { givers: everybody, receivers: everybody };
  },
} as const;
type Mixing = keyof typeof MIXING;
const MIXINGS: readonly Mixing[] = ['byPart', 'anybody'];

interface Tally {
  rings: number;
  found: number;
  /** Members signalled who are in no ring. */
  bystanders: number;
}

async function evaluate(paths: readonly string[], trials: number, seed: number): Promise<void> {
  const communities = [];
  for (const path of paths) communities.push(await communityIn(path));
  const signalled = communities.map(({ deeds }) => peopleIn(suspicionsIn(deeds)).size);
  const tallies = communities.map((community) => plantedIn(community, trials, seed));

  console.log(line('', 'members', 'thanks', 'signalled', ...columnNames()));
  for (const [i, { name, members, deeds }] of communities.entries()) {
    const shares = cells(tallies[i] ?? []);
    console.log(line(name, members, deeds.length, signalled[i] ?? 0, ...shares));
  }
  const all = addedUp(tallies);
  const members = sum(communities.map((one) => one.members));
  console.log(
    line('all', members, sum(communities.map((one) => one.deeds.length)), sum(signalled), ...cells(all)),
  );
  const perManner = (mixing: Mixing) =>
    Object.fromEntries(
      all
        .filter((cell) => cell.mixing === mixing)
        .map(({ manner, tally }) => [manner, rounded(tally.found / tally.rings)]),
    );
  console.log(
    JSON.stringify({
      members,
      signalled: sum(signalled),
      signalledShare: rounded(sum(signalled) / members),
      rings: sum(all.map(({ tally }) => tally.rings)),
      found: perManner('byPart'),
      foundMixingWithAnybody: perManner('anybody'),
      bystandersPerRing: rounded(
        sum(all.map(({ tally }) => tally.bystanders)) / sum(all.map(({ tally }) => tally.rings)),
      ),
      seed,
    }),
  );
}

async function communityIn(path: string): Promise<Community> {
  const recorded = [];
  for await (const one of readJsonl(path)) recorded.push(readRecorded(one));
  const said = recorded.filter(({ content }) => content.trim() !== '');
  const { rows, names } = await thanksIn(chronology(said, Date.now()));
  const deeds = rows
    .filter(({ counts }) => counts === 1)
    .map(({ giverId, receiverId, occurredAt, helpKey, messageId }) => ({
      giver: giverId,
      receiver: receiverId,
      at: occurredAt,
      talked: helpKey !== `message:${messageId}`,
    }));
  if (deeds.length === 0) throw new Error(`${path} has no thanks to plant rings among`);
  return { name: path.split('/').at(-1) ?? path, members: names.size, deeds };
}

interface Cell {
  manner: MannerName;
  mixing: Mixing;
  tally: Tally;
}

/** Plants rings one by one into a community and looks whether each is found. */
function plantedIn({ deeds }: Community, trials: number, seed: number): Cell[] {
  const until = Math.max(...deeds.map(({ at }) => at));
  return MIXINGS.flatMap((mixing) =>
    MANNER_NAMES.map((manner, m) => {
      const tally: Tally = { rings: 0, found: 0, bystanders: 0 };
      for (let trial = 0; trial < trials; trial++) {
        const random = randomFrom(seed * 1_000_003 + trial * 101 + m);
        const size = RING_SIZES[trial % RING_SIZES.length] ?? 3;
        const ring = plantRing(manner, size, MIXING[mixing](deeds), until, random);
        const suspicions = suspicionsIn([...deeds, ...ring.deeds]);
        tally.rings += 1;
        if (suspicions.some((one) => isFound(ring.memberIds, one.memberIds))) tally.found += 1;
        tally.bystanders += peopleIn(suspicions).difference(new Set(ring.memberIds)).size;
      }
      return { manner, mixing, tally };
    }),
  );
}

function isFound(ring: readonly string[], named: readonly string[]): boolean {
  const both = named.filter((id) => ring.includes(id)).length;
  return both >= ring.length * FOUND_SHARE && both >= named.length * FOUND_SHARE;
}

/** Nothing is known of the recorded people's accounts, so signals that look at those are silent here. */
function suspicionsIn(deeds: readonly Deed[]): Suspicion[] {
  const columns = columnsOf(deeds);
  const unknown = new Float64Array(columns.members.length);
  return findSuspicions(columns, { createdAt: unknown, joinedAt: unknown });
}

function columnsOf(deeds: readonly Deed[]): Columns {
  const members = [...new Set(deeds.flatMap(({ giver, receiver }) => [giver, receiver]))];
  const numbers = new Map(members.map((id, i) => [id, i]));
  const numberOf = (id: string) => numbers.get(id) ?? 0;
  return {
    members,
    rowIds: Float64Array.from(deeds, (_, i) => i),
    givers: Uint32Array.from(deeds, ({ giver }) => numberOf(giver)),
    receivers: Uint32Array.from(deeds, ({ receiver }) => numberOf(receiver)),
    times: Float64Array.from(deeds, ({ at }) => at),
    counts: new Uint8Array(deeds.length).fill(1),
    talkless: Uint8Array.from(deeds, ({ talked }) => (talked ? 0 : 1)),
  };
}

function peopleIn(suspicions: readonly Suspicion[]): Set<string> {
  return new Set(suspicions.flatMap(({ memberIds }) => memberIds));
}

function addedUp(all: readonly (readonly Cell[])[]): Cell[] {
  return (all[0] ?? []).map(({ manner, mixing }, i) => {
    const tallies = all.flatMap((cells) => cells[i]?.tally ?? []);
    const total = (field: keyof Tally) => sum(tallies.map((tally) => tally[field]));
    return {
      manner,
      mixing,
      tally: { rings: total('rings'), found: total('found'), bystanders: total('bystanders') },
    };
  });
}

const columnNames = () =>
  MIXINGS.flatMap((mixing) =>
    Object.keys(MANNERS).map((manner) => (mixing === 'byPart' ? manner : `${manner}*`)),
  );
const cells = (all: readonly Cell[]) => all.map(({ tally }) => (tally.found / tally.rings).toFixed(3));
const line = (name: string, ...rest: readonly (string | number)[]) =>
  [name.padEnd(30), ...rest.map((one) => String(one).padStart(10))].join('');
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const rounded = (share: number) => Math.round(share * 10_000) / 10_000;

function wholeNumber(typed: string | undefined, usual: number): number {
  const number = typed === undefined ? usual : Number(typed);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`${typed} is no whole number above 0. ${USAGE}`);
  return number;
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { trials: { type: 'string' }, seed: { type: 'string' } },
  });
  if (positionals.length === 0) throw new Error(USAGE);
  await evaluate(positionals, wholeNumber(values.trials, TRIALS), wholeNumber(values.seed, SEED));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
