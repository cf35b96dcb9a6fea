// Checks each request against Discord's published schema (discord-api-spec), its known misfits excepted.
import type { core, ZodMiniType } from 'zod/mini';
import { type ApiError, type FieldProblem, formError, formErrors } from './errors.ts';
import { isBody } from './fields.ts';
import { operationOf } from './operations.ts';
import { schemaFor } from './request-bodies.ts';

/** What is wrong with a request. */
export interface SchemaViolation {
  /** What it was held against: `POST /channels/{channel_id}/messages`. */
  schema: string;
  /** Each problem as `path: what Discord says to it`. */
  problems: string[];
  /** What Discord answers. */
  refusal: ApiError;
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
  if (!template) {
    const refusal = formError('', 'UNKNOWN_OPERATION', 'Discord has no such operation');
    return { schema: 'none', problems: [`${operation}: Discord has no such operation`], refusal };
  }
  const found = schemaFor(operation, body);
  const problems = found ? problemsOf(found.schema, body) : [];
  if (!found || problems.length === 0) return undefined;
  return {
    schema: found.name,
    problems: problems.map(({ path: at, message, code }) => `${at || '(body)'}: ${message} (${code})`),
    refusal: formErrors(problems),
  };
}

function problemsOf(schema: ZodMiniType, body: unknown): FieldProblem[] {
  const result = schema.safeParse(body);
  if (result.success) return [];
  return result.error.issues
    .flatMap((issue) => expand(issue, []))
    .filter(({ path }) => !isMisfit(path, valueAt(body, path), valueAt(body, path.slice(0, -1))))
    .map(({ path, issue }) => ({ path: written(path), ...worded(issue, valueAt(body, path)) }));
}

/** The issues of a union are those of the one branch whose `type` fits, not of every branch. */
function expand(issue: Issue, parent: Path): { path: Path; issue: Issue }[] {
  const path = [...parent, ...issue.path];
  if (issue.code !== 'invalid_union') return [{ path, issue }];
  const fitting = issue.errors.filter(
    (branch) => !branch.some(({ path: at }) => at.length === 1 && at[0] === 'type'),
  );
  const branch = fitting.toSorted((a, b) => a.length - b.length)[0];
  return branch ? branch.flatMap((each) => expand(each, path)) : [{ path: [...path, 'type'], issue }];
}

/** A path as Discord's form errors write it: `components[0].label`. */
function written(path: Path): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

/** An issue of the schema in Discord's words. */
function worded(issue: Issue, value: unknown): { code: string; message: string } {
  if (value === undefined) return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
  switch (issue.code) {
    case 'too_big':
      return typeof value === 'number'
        ? { code: 'NUMBER_TYPE_MAX', message: `int value should be less than or equal to ${issue.maximum}.` }
        : { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` };
    case 'too_small':
      return typeof value === 'number'
        ? {
            code: 'NUMBER_TYPE_MIN',
            message: `int value should be greater than or equal to ${issue.minimum}.`,
          }
        : { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` };
    case 'invalid_type':
      return { code: 'BASE_TYPE_BAD_TYPE', message: `Must be of type ${issue.expected}.` };
    case 'invalid_value':
      return {
        code: 'BASE_TYPE_CHOICES',
        message: `Value must be one of {${issue.values.map(String).join(', ')}}.`,
      };
    case 'invalid_union':
      return { code: 'UNION_TYPE_CHOICES', message: 'Value of field "type" is not one that may stand here.' };
    case 'invalid_format':
      return { code: 'BASE_TYPE_FORMAT', message: `Not a valid ${issue.format}.` };
    default:
      return { code: 'BASE_TYPE_BAD_TYPE', message: issue.message };
  }
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
