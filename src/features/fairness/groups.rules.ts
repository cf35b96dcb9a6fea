// Closed groups: a few people who recognise each other much and are recognised by few others. Pure.
import { circlesOf } from './circles.rules.ts';
import { at, type Graph, pairBetween, pairsFrom, pairsTo, timesBetween } from './graph.rules.ts';
import { percent } from './pairs.rules.ts';
import type { Finding } from './signals.rules.ts';

export const CLOSED_GROUP = {
  /** People in it; fewer are a pair, more are a community. */
  least: 3,
  most: 12,
  /** Recognitions inside, for each person in it. */
  insideEach: 2.5,
  /** What stays inside, of all that its people gave and of all that they received. */
  shareOfGiven: 0.35,
  shareOfReceived: 0.4,
  /** The same for each one of them, who also gives and receives so many inside. */
  ownShare: 0.15,
  own: 2,
  /** People outside who were helped by them, for each person in it. */
  askersEach: 8,
  /** It is at most this part of all who gave or received anything: a small server is no ring. */
  partOfServer: 0.4,
} as const;

/** A pair that is less than this of what its giver gave or its receiver received ties nobody to a group. */
const LEAST_TIE = 0.03;
/** Somebody joins a growing group whose exchange with it is this part of all their own at least. */
const LEAST_BOND = 0.15;
/** Rounds in which ties of people without a group fall away; what is left then is looked at anyway. */
const MOST_ROUNDS = 20;

/** Groups that are closed, the tightest first; nobody is in two. */
export function findClosedGroups(graph: Graph): Finding[] {
  const ties = tiesOf(graph);
  const taken = new Uint8Array(graph.members);
  const groups: Group[] = [];
  const consider = (people: readonly number[]) => {
    const group = trimmed(graph, people);
    if (group && isClosed(group, graph.members)) groups.push(group);
  };
  for (const circle of circlesOf(graph, ties, CLOSED_GROUP.most)) consider(circle);
  for (const seed of mutualTies(graph, ties)) grow(graph, ties, seed, consider);
  const found: Finding[] = [];
  for (const group of groups.sort((a, b) => b.tightness - a.tightness)) {
    if (group.people.some((person) => at(taken, person) === 1)) continue;
    for (const person of group.people) taken[person] = 1;
    found.push(findingOf(graph, group));
  }
  return found;
}

interface Group {
  people: readonly number[];
  inside: number;
  given: number;
  received: number;
  /** Different people outside who recognised somebody inside. */
  askers: number;
  /**
   * What stays inside, of everything that touches the group; the less, the less of all that could be between its
   * people is: those who were thanked by a group, or thank it, are not of it.
   */
  tightness: number;
}

function isClosed({ people, inside, given, received, askers }: Group, active: number): boolean {
  return (
    people.length >= CLOSED_GROUP.least &&
    people.length <= CLOSED_GROUP.most &&
    people.length <= active * CLOSED_GROUP.partOfServer &&
    inside >= people.length * CLOSED_GROUP.insideEach &&
    inside >= given * CLOSED_GROUP.shareOfGiven &&
    inside >= received * CLOSED_GROUP.shareOfReceived &&
    askers <= people.length * CLOSED_GROUP.askersEach
  );
}

function findingOf(graph: Graph, { people, inside, given, received, askers }: Group): Finding {
  const pairs = people.flatMap((giver) =>
    people.map((receiver) => pairBetween(graph, giver, receiver)).filter((pair) => pair >= 0),
  );
  const figures = {
    people: people.length,
    inside,
    given: percent(inside / given),
    received: percent(inside / received),
    askers,
  };
  return { signal: 'closedGroup', members: people, pairs, figures };
}

/** The group without those who only stand at its edge, taken off one after the other; nothing where too few are left. */
function trimmed(graph: Graph, people: readonly number[]): Group | undefined {
  let left = [...people];
  while (left.length >= CLOSED_GROUP.least) {
    const belonging = left.map((person) => belongingOf(graph, person, left));
    const weakest = belonging.reduce((low, own) => (own.share < low.share ? own : low));
    if (weakest.share >= CLOSED_GROUP.ownShare && belonging.every(({ least }) => least >= CLOSED_GROUP.own))
      return measured(graph, left);
    const goes = belonging.find(({ least }) => least < CLOSED_GROUP.own) ?? weakest;
    left = left.filter((person) => person !== goes.person);
  }
  return undefined;
}

/** How much of what one person gave and received stays among these people: the lesser of the two. */
function belongingOf(
  graph: Graph,
  person: number,
  people: readonly number[],
): { person: number; share: number; least: number } {
  let gave = 0;
  let got = 0;
  for (const other of people) {
    gave += timesBetween(graph, person, other);
    got += timesBetween(graph, other, person);
  }
  const share = Math.min(
    gave / Math.max(1, at(graph.given, person)),
    got / Math.max(1, at(graph.received, person)),
  );
  return { person, share, least: Math.min(gave, got) };
}

function measured(graph: Graph, people: readonly number[]): Group {
  const among = new Set(people);
  const askers = new Set<number>();
  let inside = 0;
  let given = 0;
  let received = 0;
  for (const person of people) {
    given += at(graph.given, person);
    received += at(graph.received, person);
    for (const pair of pairsTo(graph, person)) {
      const giver = at(graph.pairGivers, pair);
      if (among.has(giver)) inside += at(graph.pairCounts, pair);
      else if (askers.size <= people.length * CLOSED_GROUP.askersEach) askers.add(giver);
    }
  }
  const density = Math.min(1, inside / (people.length * (people.length - 1)));
  const tightness = (density * inside) / (given + received - inside);
  return { people, inside, given, received, askers: askers.size, tightness };
}

/**
 * 1 for each pair that weighs enough for both of its people to tie them together. Whoever has too little of all their
 * own in ties belongs to no group, and their ties go with them, one round after the other.
 */
function tiesOf(graph: Graph): Uint8Array {
  const { members, pairGivers, pairReceivers, pairCounts, given, received } = graph;
  const ties = new Uint8Array(pairGivers.length);
  for (let pair = 0; pair < ties.length; pair++) {
    const times = at(pairCounts, pair);
    const isHeavy =
      times >= at(given, at(pairGivers, pair)) * LEAST_TIE &&
      times >= at(received, at(pairReceivers, pair)) * LEAST_TIE;
    ties[pair] = isHeavy ? 1 : 0;
  }
  const needed = (all: number) => Math.max(CLOSED_GROUP.own, all * CLOSED_GROUP.ownShare);
  for (let round = 0, dropped = 1; dropped > 0 && round < MOST_ROUNDS; round++) {
    dropped = 0;
    const gave = new Uint32Array(members);
    const got = new Uint32Array(members);
    for (let pair = 0; pair < ties.length; pair++) {
      if (at(ties, pair) === 0) continue;
      const [giver, receiver] = [at(pairGivers, pair), at(pairReceivers, pair)];
      gave[giver] = at(gave, giver) + at(pairCounts, pair);
      got[receiver] = at(got, receiver) + at(pairCounts, pair);
    }
    const belongs = (one: number) =>
      at(gave, one) >= needed(at(given, one)) && at(got, one) >= needed(at(received, one));
    for (let pair = 0; pair < ties.length; pair++) {
      if (at(ties, pair) === 0 || (belongs(at(pairGivers, pair)) && belongs(at(pairReceivers, pair))))
        continue;
      ties[pair] = 0;
      dropped += 1;
    }
  }
  return ties;
}

/** Two people who are tied both ways, the most tied first. */
function mutualTies(graph: Graph, ties: Uint8Array): [number, number][] {
  const { pairGivers, pairReceivers, pairCounts } = graph;
  const seeds: { people: [number, number]; times: number }[] = [];
  for (let pair = 0; pair < ties.length; pair++) {
    const [one, other] = [at(pairGivers, pair), at(pairReceivers, pair)];
    if (one > other || at(ties, pair) === 0) continue;
    const back = pairBetween(graph, other, one);
    if (back < 0 || at(ties, back) === 0) continue;
    seeds.push({ people: [one, other], times: at(pairCounts, pair) + at(pairCounts, back) });
  }
  return seeds.sort((a, b) => b.times - a.times).map(({ people }) => people);
}

/** Lets a group grow from two people by whoever has most of their exchange with it, and offers each stage. */
function grow(
  graph: Graph,
  ties: Uint8Array,
  [one, other]: readonly [number, number],
  offer: (people: readonly number[]) => void,
): void {
  const people = [one, other];
  const bonds = new Map<number, { gave: number; got: number }>();
  addBonds(graph, ties, one, bonds);
  addBonds(graph, ties, other, bonds);
  while (people.length < CLOSED_GROUP.most) {
    const next = nearest(graph, bonds, people);
    if (next === undefined) return;
    people.push(next);
    addBonds(graph, ties, next, bonds);
    offer(people);
  }
}

/** Adds to everybody's exchange with the group what they exchanged with its newest member. */
function addBonds(
  graph: Graph,
  ties: Uint8Array,
  newest: number,
  bonds: Map<number, { gave: number; got: number }>,
): void {
  const bondOf = (person: number) => {
    const bond = bonds.get(person) ?? { gave: 0, got: 0 };
    bonds.set(person, bond);
    return bond;
  };
  for (const pair of pairsFrom(graph, newest))
    if (at(ties, pair) === 1) bondOf(at(graph.pairReceivers, pair)).got += at(graph.pairCounts, pair);
  for (const pair of pairsTo(graph, newest))
    if (at(ties, pair) === 1) bondOf(at(graph.pairGivers, pair)).gave += at(graph.pairCounts, pair);
}

/** Who gave to the group and got from it, and exchanged much with it, much of all their own: as many times as parts. */
function nearest(
  { given, received }: Graph,
  bonds: ReadonlyMap<number, { gave: number; got: number }>,
  people: readonly number[],
): number | undefined {
  let best: number | undefined;
  let highest = 0;
  for (const [person, { gave, got }] of bonds) {
    if (gave === 0 || got === 0 || people.includes(person)) continue;
    const part = (gave + got) / (at(given, person) + at(received, person));
    const bond = (gave + got) * part;
    if (part >= LEAST_BOND && bond > highest) [best, highest] = [person, bond];
  }
  return best;
}
