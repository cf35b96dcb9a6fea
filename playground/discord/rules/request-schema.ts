// Checks each request against Discord's published schema (discord-api-spec), its known misfits excepted.
import type { core, ZodMiniType } from 'zod/mini';
import { isBody } from './fields.ts';
import { operationOf } from './operations.ts';
import { schemaFor } from './request-bodies.ts';

/** What is wrong with a request: the schema it was held against, and each problem as `path: message`. */
export interface SchemaViolation {
  schema: string;
  problems: string[];
}

type Issue = core.$ZodIssue;
type Path = readonly PropertyKey[];

/**
 * Undefined for a request that fits the schema, or whose operation takes no body. A request that is no operation
 * of Discord's API is a violation too. `path` may be with or without `/api/v10`.
 */
export function checkRequest(method: string, path: string, body: unknown): SchemaViolation | undefined {
  const template = operationOf(method, path);
  const operation = `${method.toUpperCase()} ${template ?? path}`;
  if (!template) return { schema: 'none', problems: [`${operation}: Discord has no such operation`] };
  const found = schemaFor(operation, body);
  if (!found) return undefined;
  const problems = problemsOf(found.schema, body);
  return problems.length > 0 ? { schema: found.name, problems } : undefined;
}

function problemsOf(schema: ZodMiniType, body: unknown): string[] {
  const result = schema.safeParse(body);
  if (result.success) return [];
  return result.error.issues
    .flatMap((issue) => expand(issue, []))
    .filter(({ path }) => !isMisfit(path, valueAt(body, path), valueAt(body, path.slice(0, -1))))
    .map(({ path, message, code }) => `${path.join('.') || '(body)'}: ${message} (${code})`);
}

/** The issues of a union are those of the one branch whose `type` fits, not of every branch. */
function expand(issue: Issue, parent: Path): { path: Path; message: string; code: string }[] {
  const path = [...parent, ...issue.path];
  if (issue.code !== 'invalid_union') return [{ path, message: issue.message, code: issue.code }];
  const fitting = issue.errors.filter(
    (branch) => !branch.some(({ path: at }) => at.length === 1 && at[0] === 'type'),
  );
  const branch = fitting.toSorted((a, b) => a.length - b.length)[0];
  if (!branch) return [{ path: [...path, 'type'], message: 'No such type here', code: 'invalid_union' }];
  return branch.flatMap((each) => expand(each, path));
}

/**
 * Where the published schema is wrong and Discord is known to take the value:
 * - permission bits are decimal strings (documentation, "Permissions"), the schema says numbers;
 * - times may carry an offset (+00:00), the schema's pattern wants Z;
 * - an emoji is named by its id alone, the schema asks for the name too;
 * - the bot's own user may be changed without its name.
 */
function isMisfit(path: Path, value: unknown, owner: unknown): boolean {
  const field = path.at(-1);
  switch (field) {
    case 'permissions':
    case 'default_member_permissions':
    case 'allow':
    case 'deny':
      return typeof value === 'string' && /^\d{1,20}$/.test(value);
    case 'timestamp':
    case 'scheduled_start_time':
    case 'scheduled_end_time':
    case 'communication_disabled_until':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value));
    case 'name':
      return path.at(-2) === 'emoji' && isBody(owner) && typeof owner.id === 'string';
    case 'username':
      return path.length === 1 && value === undefined;
    default:
      return false;
  }
}

function valueAt(body: unknown, path: Path): unknown {
  return path.reduce<unknown>((node, key) => {
    if (Array.isArray(node) && typeof key === 'number') return node[key];
    return isBody(node) && typeof key === 'string' ? node[key] : undefined;
  }, body);
}
