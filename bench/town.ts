// A made-up town of people who honestly help each other, as large as one likes: topics, helpers, askers who come back.
import type { Columns } from '../src/features/fairness/graph.rules.ts';
import { type Random, randomFrom } from './random.ts';

const DAY_MS = 86_400_000;
const DAYS = 90;
/** Members of a topic, from the smallest corner to the largest: most topics are small. */
const TOPIC_SIZES = [15, 25, 40, 80, 150, 400, 1_500] as const;
/** Asking outside one's topic, and going back to whoever helped last. */
const ELSEWHERE = 0.12;
const BACK_TO_THE_SAME = 0.25;
const TALKLESS = 0.1;

/** Recognitions of `members` people, `recognitions` in all, over 90 days before `until`. */
export function honestTown(members: number, recognitions: number, until: number, seed: number): Columns {
  const random = randomFrom(seed);
  const topics = topicsOf(members, random);
  const topicOf = new Uint32Array(members);
  for (const [i, { from, size }] of topics.entries()) topicOf.fill(i, from, from + size);
  const lastHelper = new Int32Array(members).fill(-1);
  const givers = new Uint32Array(recognitions);
  const receivers = new Uint32Array(recognitions);
  const times = new Float64Array(recognitions);
  const talkless = new Uint8Array(recognitions);
  for (let row = 0; row < recognitions; row++) {
    const asker = heavy(random, members);
    const topic = random.share() < ELSEWHERE ? random.pick(topics) : topics[topicOf[asker] ?? 0];
    if (!topic) continue;
    const known = lastHelper[asker] ?? -1;
    let helper = known >= 0 && random.share() < BACK_TO_THE_SAME ? known : helperIn(topic, random);
    while (helper === asker) helper = helperIn(topic, random);
    lastHelper[asker] = helper;
    givers[row] = asker;
    receivers[row] = helper;
    times[row] = until - DAYS * DAY_MS + (row / recognitions) * DAYS * DAY_MS;
    talkless[row] = random.share() < TALKLESS ? 1 : 0;
  }
  return {
    members: Array.from({ length: members }, () =>
      String(10n ** 17n + BigInt(Math.floor(random.share() * 1e9)) * 1_300_000_000n),
    ),
    rowIds: Float64Array.from(givers, (_, row) => row + 1),
    givers,
    receivers,
    times,
    counts: new Uint8Array(recognitions).fill(1),
    talkless,
  };
}

interface Topic {
  from: number;
  size: number;
}

function topicsOf(members: number, random: Random): Topic[] {
  const topics: Topic[] = [];
  for (let from = 0; from < members; ) {
    const size = Math.min(random.pick(TOPIC_SIZES), members - from);
    topics.push({ from, size });
    from += size;
  }
  return topics;
}

/** Some ask ten times as much as others. */
function heavy(random: Random, members: number): number {
  // Spread over the numbers, so that those who ask much are in every topic.
  return (Math.floor(random.share() ** 2 * members) * 7_919) % members;
}

/** Few do most of the helping: the n-th of a topic about 1/n of what the first does. */
function helperIn({ from, size }: Topic, random: Random): number {
  return (
    from +
    Math.min(
      size - 1,
      Math.floor(size ** random.share()) - 1 + (random.share() < 0.1 ? random.among(0, size - 1) : 0),
    )
  );
}
