// Circles: small sets of people in which repeated thanks lead from everybody to everybody, however many steps it takes. Pure.
import { at, type Graph } from './graph.rules.ts';

/** A link of a circle is a pair that met so often at least; where circles are too large, only stronger links are looked at. */
const LINK = { from: 2, to: 5 } as const;
const NONE = -1;

/** Circles of at least three and at most `most` people (strongly connected components over repeated ties). */
export function circlesOf(graph: Graph, ties: Uint8Array, most: number): number[][] {
  const circles: number[][] = [];
  for (let least: number = LINK.from; least <= LINK.to; least++) {
    const isLink = (pair: number) => at(ties, pair) === 1 && at(graph.pairCounts, pair) >= least;
    circles.push(...componentsOf(graph, isLink).filter(({ length }) => length >= 3 && length <= most));
  }
  return circles;
}

/** Tarjan's strongly connected components of two people and more, without recursion: a chain may be 100,000 long. */
function componentsOf(
  { members, outStarts, pairReceivers }: Graph,
  isLink: (pair: number) => boolean,
): number[][] {
  const order = new Int32Array(members).fill(NONE);
  const lowest = new Int32Array(members);
  const onStack = new Uint8Array(members);
  const nextPair = outStarts.slice();
  const stack: number[] = [];
  const components: number[][] = [];
  let visited = 0;
  const enter = (person: number, path: number[]) => {
    order[person] = visited;
    lowest[person] = visited;
    visited += 1;
    stack.push(person);
    onStack[person] = 1;
    path.push(person);
  };
  const leave = (person: number) => {
    if (at(lowest, person) !== at(order, person)) return;
    const component = stack.splice(stack.lastIndexOf(person));
    for (const one of component) onStack[one] = 0;
    if (component.length > 1) components.push(component);
  };
  for (let start = 0; start < members; start++) {
    if (at(order, start) !== NONE) continue;
    const path: number[] = [];
    enter(start, path);
    for (let person = path.at(-1); person !== undefined; person = path.at(-1)) {
      const pair = at(nextPair, person);
      if (pair >= at(outStarts, person + 1)) {
        leave(person);
        path.pop();
        const parent = path.at(-1);
        if (parent !== undefined) lowest[parent] = Math.min(at(lowest, parent), at(lowest, person));
        continue;
      }
      nextPair[person] = pair + 1;
      if (!isLink(pair)) continue;
      const other = at(pairReceivers, pair);
      if (at(order, other) === NONE) enter(other, path);
      else if (at(onStack, other) === 1) lowest[person] = Math.min(at(lowest, person), at(order, other));
    }
  }
  return components;
}
