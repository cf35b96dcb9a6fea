// Every signal over the recognitions of a server, gathered into suspicions: each about one set of people, for moderators to judge. Pure.
import type { SignalKind } from '../../core/standing-tables.ts';
import { type Accounts, findAlternates, findNewAccounts } from './accounts.rules.ts';
import { findBursts } from './bursts.rules.ts';
import { at, type Columns, graphOf, pairBetween } from './graph.rules.ts';
import { findClosedGroups } from './groups.rules.ts';
import { findMutual, findWithoutTalk } from './pairs.rules.ts';

/** What one signal noticed, by the numbers of members and pairs in the graph. */
export interface Finding {
  readonly signal: SignalKind;
  readonly members: readonly number[];
  readonly pairs: readonly number[];
  /** The figures of its sentence in the catalogue. */
  readonly figures: Readonly<Record<string, number>>;
}

export interface Evidence {
  signal: SignalKind;
  figures: Readonly<Record<string, number>>;
  /** Whom it is about, where it is about two of them (who gave first) or about one, whom others recognised. */
  memberIds?: readonly string[] | undefined;
}

/** People whose recognitions of each other look arranged: what speaks for it, and the rows of the ledger it is about. */
export interface Suspicion {
  /** Ids, in order. */
  memberIds: readonly string[];
  /** The most telling first. */
  evidence: readonly Evidence[];
  rowIds: readonly number[];
}

/** The most telling first: what is about a group says more than what is about one of its pairs. */
const TELLING: readonly SignalKind[] = [
  'closedGroup',
  'mutual',
  'alternates',
  'newAccounts',
  'burst',
  'noTalk',
];

/** Looks through all recognitions for all signals. Findings about the same people are one suspicion. */
export function findSuspicions(columns: Columns, accounts: Accounts): Suspicion[] {
  const graph = graphOf(columns);
  const findings = [
    ...findClosedGroups(graph),
    ...findMutual(graph),
    ...findAlternates(graph, accounts),
    ...findNewAccounts(columns, graph, accounts),
    ...findBursts(columns, graph),
    ...findWithoutTalk(graph),
  ];
  const clusters = cluster(findings);
  const rows = rowsByCluster(columns, clusters, (giver, receiver) => pairBetween(graph, giver, receiver));
  return clusters.map(({ members, findings: own }, i) => ({
    memberIds: members.map((member) => columns.members[member] ?? '').sort(),
    evidence: own.map((finding) => evidenceOf(finding, columns)),
    rowIds: rows[i] ?? [],
  }));
}

/** What several did for one person, who comes last among the members. */
const ABOUT_ONE: ReadonlySet<SignalKind> = new Set(['alternates', 'newAccounts', 'burst']);

function evidenceOf({ signal, figures, members }: Finding, columns: Columns): Evidence {
  const named = members.length === 2 ? members : ABOUT_ONE.has(signal) ? members.slice(-1) : [];
  if (named.length === 0) return { signal, figures };
  return { signal, figures, memberIds: named.map((member) => columns.members[member] ?? '') };
}

interface Cluster {
  members: number[];
  findings: Finding[];
}

/** A finding joins an earlier one, which tells more, if more than half of its people are in that. */
function cluster(findings: readonly Finding[]): Cluster[] {
  const ordered = findings.toSorted((a, b) => TELLING.indexOf(a.signal) - TELLING.indexOf(b.signal));
  const clusters: Cluster[] = [];
  const clustersWith = new Map<number, Cluster[]>();
  for (const finding of ordered) {
    const near = new Set(finding.members.flatMap((member) => clustersWith.get(member) ?? []));
    const home = [...near].find(
      ({ members }) =>
        finding.members.filter((member) => members.includes(member)).length * 2 > finding.members.length,
    );
    const joined = home ?? { members: [], findings: [] };
    if (!home) clusters.push(joined);
    joined.findings.push(finding);
    for (const member of finding.members) {
      if (joined.members.includes(member)) continue;
      joined.members.push(member);
      clustersWith.set(member, [...(clustersWith.get(member) ?? []), joined]);
    }
  }
  return clusters;
}

/** The rows between the people of each pair that some finding names: also those that stand behind a stronger one. */
function rowsByCluster(
  { rowIds, givers, receivers }: Columns,
  clusters: readonly Cluster[],
  pairOf: (giver: number, receiver: number) => number,
): number[][] {
  const ofPair = new Map<number, number[]>();
  for (const [i, { findings }] of clusters.entries()) {
    for (const pair of new Set(findings.flatMap(({ pairs }) => pairs)))
      ofPair.set(pair, [...(ofPair.get(pair) ?? []), i]);
  }
  const concerned = new Set(clusters.flatMap(({ members }) => members));
  const rows: number[][] = clusters.map(() => []);
  for (let row = 0; row < givers.length; row++) {
    const [giver, receiver] = [at(givers, row), at(receivers, row)];
    if (!concerned.has(giver) || !concerned.has(receiver)) continue;
    for (const i of ofPair.get(pairOf(giver, receiver)) ?? []) rows[i]?.push(at(rowIds, row));
  }
  return rows;
}
