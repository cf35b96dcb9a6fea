// What two people alone can show: thanking mostly each other, or thanking without ever having talked. Pure.
import { at, type Graph, pairBetween } from './graph.rules.ts';
import type { Finding } from './signals.rules.ts';

/** Two people thank mostly each other: so often each way, and so large a share of all that each of them gave. */
export const MUTUAL = { eachWay: 3, shareOfGiven: 0.6, shareOfReceived: 0.4 } as const;
/** Thanks with no trace of a conversation: so many from one person to another, and so large a share of theirs. */
export const NO_TALK = { thanks: 5, shareOfPair: 0.75 } as const;

/** Pairs of whom each thanks mostly the other. */
export function findMutual(graph: Graph): Finding[] {
  const { pairGivers, pairReceivers, pairCounts, given, received } = graph;
  const found: Finding[] = [];
  for (let pair = 0; pair < pairGivers.length; pair++) {
    const [one, other] = [at(pairGivers, pair), at(pairReceivers, pair)];
    const there = at(pairCounts, pair);
    if (one > other || there < MUTUAL.eachWay) continue;
    const back = pairBetween(graph, other, one);
    const returned = back < 0 ? 0 : at(pairCounts, back);
    if (returned < MUTUAL.eachWay) continue;
    const ofGiven = Math.min(there / at(given, one), returned / at(given, other));
    const ofReceived = Math.min(returned / at(received, one), there / at(received, other));
    if (ofGiven < MUTUAL.shareOfGiven || ofReceived < MUTUAL.shareOfReceived) continue;
    found.push({
      signal: 'mutual',
      members: [one, other],
      pairs: [pair, back],
      figures: { there, back: returned, share: percent(ofGiven) },
    });
  }
  return found;
}

/** Pairs of whom one thanks the other again and again without anything said between them. */
export function findWithoutTalk({ pairGivers, pairReceivers, pairCounts, pairTalkless }: Graph): Finding[] {
  const found: Finding[] = [];
  for (let pair = 0; pair < pairGivers.length; pair++) {
    const [talkless, all] = [at(pairTalkless, pair), at(pairCounts, pair)];
    if (talkless < NO_TALK.thanks || talkless < all * NO_TALK.shareOfPair) continue;
    found.push({
      signal: 'noTalk',
      members: [at(pairGivers, pair), at(pairReceivers, pair)],
      pairs: [pair],
      figures: { talkless, all },
    });
  }
  return found;
}

/** A share as whole per cents. */
export function percent(share: number): number {
  return Math.round(share * 100);
}
