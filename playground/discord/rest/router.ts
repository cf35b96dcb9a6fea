// Finds the route of a request and speaks the language of refusals; the routes themselves are in the other files here.
import type { z } from 'zod';
import type { Application } from '../model.ts';
import { type ApiError, apiError, type FieldProblem, formErrors } from '../rules/errors.ts';
import type { UploadedFile } from '../rules/multipart.ts';
import type { Viewer, World } from '../world.ts';

/** What a route has to go on. */
export interface Call {
  readonly world: World;
  /** Who asks. Routes that need no token get the bot their path names. */
  readonly app: Application;
  readonly viewer: Viewer;
  readonly method: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
  /** X-Audit-Log-Reason. */
  readonly reason: string | undefined;
  /** A parameter of the path, decoded. */
  param(name: string): string;
  /** The same, where only some of the paths have it. */
  paramIfAny(name: string): string | undefined;
}

/** Returns the body of a 200, a `Created` for 201, or undefined for 204. */
export type Handle = (call: Call) => unknown;

export interface Route {
  readonly method: string;
  readonly path: string;
  readonly handle: Handle;
  /** False where the path itself carries a secret (interaction and webhook tokens) or nothing is secret. */
  readonly needsToken: boolean;
}

/** A body to be answered with 201. */
export class Created {
  readonly body: unknown;
  constructor(body: unknown) {
    this.body = body;
  }
}

/** Thrown by a route to answer with one of Discord's errors. */
export class Refused extends Error {
  readonly answer: ApiError;
  /** The body itself is at fault, whatever the state of the world: a correct client never sends it. */
  readonly badForm: boolean;

  constructor(answer: ApiError, badForm = false) {
    super(answer.message);
    this.answer = answer;
    this.badForm = badForm;
  }
}

/** Refusals of the rules about bodies: invalid form, empty message, missing upload, no JSON. */
const BAD_FORMS: ReadonlySet<number> = new Set([50035, 50006, 50146, 50109]);

export function refuse(code: number): never {
  throw new Refused(apiError(code));
}

/** Throws when a rule returned a refusal. */
export function heed(refusal: ApiError | undefined): void {
  if (refusal !== undefined) throw new Refused(refusal, BAD_FORMS.has(refusal.code));
}

/** Reads a body with a schema; what does not fit is answered with 50035. */
export function read<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const problems: FieldProblem[] = parsed.error.issues.map((issue) => ({
    path: issue.path
      .map((part) => (typeof part === 'number' ? `[${part}]` : String(part)))
      .join('.')
      .replaceAll('.[', '['),
    code: 'BASE_TYPE_BAD_TYPE',
    message: issue.message,
  }));
  throw new Refused(formErrors(problems), true);
}

export function route(method: string, path: string, handle: Handle): Route {
  return { method, path, handle, needsToken: true };
}

export function openRoute(method: string, path: string, handle: Handle): Route {
  return { method, path, handle, needsToken: false };
}

export interface Match {
  readonly route: Route;
  readonly params: ReadonlyMap<string, string>;
}

/** Finds routes by method and path; fixed segments win over parameters. */
export class Router {
  readonly #byLength = new Map<number, { route: Route; segments: string[] }[]>();

  constructor(routes: readonly Route[]) {
    for (const each of routes) {
      const segments = each.path.split('/').slice(1);
      const list = this.#byLength.get(segments.length) ?? [];
      list.push({ route: each, segments });
      this.#byLength.set(segments.length, list);
    }
    const parameters = (segments: string[]): number => segments.filter((part) => part.startsWith(':')).length;
    for (const list of this.#byLength.values()) {
      list.sort((a, b) => parameters(a.segments) - parameters(b.segments));
    }
  }

  /** The match, or 405 where only another method is known, or 404. */
  find(method: string, path: string): Match | 404 | 405 {
    const given = path.split('/').slice(1);
    let known = false;
    for (const { route: candidate, segments } of this.#byLength.get(given.length) ?? []) {
      if (!segments.every((part, index) => part.startsWith(':') || part === given[index])) continue;
      known = true;
      if (candidate.method !== method) continue;
      const params = new Map<string, string>();
      for (const [index, part] of segments.entries()) {
        if (part.startsWith(':')) params.set(part.slice(1), decode(given[index] ?? ''));
      }
      return { route: candidate, params };
    }
    return known ? 405 : 404;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
