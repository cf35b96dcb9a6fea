// Which operation of Discord's API a request names: the published list of methods and path templates.
import * as z from 'zod/mini';

/** The package's main entry carries TypeScript that our compiler settings refuse, so its data is read unchecked. */
const SPEC: string = 'discord-api-spec';
const { pathsList } = z
  .object({ pathsList: z.record(z.string(), z.array(z.string())) })
  .parse(await import(SPEC));

interface Node {
  literals: Map<string, Node>;
  parameter?: Node;
  template?: string;
}

const TREES: ReadonlyMap<string, Node> = new Map(
  Object.entries(pathsList).map(([method, templates]) => [method.toUpperCase(), treeOf(templates)]),
);

/**
 * The template of a request's path, as `/channels/{channel_id}/messages`; undefined when Discord has no such
 * operation. Takes paths with or without `/api/v10` and a query.
 */
export function operationOf(method: string, path: string): string | undefined {
  const tree = TREES.get(method.toUpperCase());
  return tree && find(tree, segmentsOf(path));
}

function segmentsOf(path: string): string[] {
  const [bare = ''] = path.replace(/^\/api(\/v\d+)?(?=\/)/, '').split('?');
  return bare.split('/').filter((segment) => segment !== '');
}

function treeOf(templates: readonly string[]): Node {
  const root: Node = { literals: new Map() };
  for (const template of templates) {
    let node = root;
    for (const segment of segmentsOf(template)) node = step(node, segment);
    node.template = template;
  }
  return root;
}

function step(node: Node, segment: string): Node {
  if (segment.startsWith('{')) {
    node.parameter ??= { literals: new Map() };
    return node.parameter;
  }
  const next = node.literals.get(segment) ?? { literals: new Map() };
  node.literals.set(segment, next);
  return next;
}

/** Words of a path come before its parameters: `/messages/@original` is not `/messages/{message_id}`. */
function find(node: Node, segments: readonly string[]): string | undefined {
  const [segment, ...rest] = segments;
  if (segment === undefined) return node.template;
  const literal = node.literals.get(segment);
  return (literal && find(literal, rest)) ?? (node.parameter && find(node.parameter, rest));
}
