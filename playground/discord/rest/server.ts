// The HTTP side: who asks, how often, in what weather, is the body right; then the route, then the answer and its record.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Application } from '../model.ts';
import { type ApiError, generalError } from '../rules/errors.ts';
import { type RequestBody, readBody, UnreadableBody } from '../rules/multipart.ts';
import { type RateLimits, rateLimitBody } from '../rules/rate-limits.ts';
import { checkRequest } from '../rules/request-schema.ts';
import type { Weather } from '../weather.ts';
import type { World } from '../world.ts';
import { type Answer, problemsIn, refusalAnswer, send, struck } from './answers.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { generalRoutes } from './general.ts';
import { guildRoutes } from './guilds.ts';
import { interactionRoutes } from './interactions.ts';
import { inviteRoutes } from './invites.ts';
import { memberRoutes } from './members.ts';
import { messageRoutes } from './messages.ts';
import { reactionRoutes } from './reactions.ts';
import { roleRoutes } from './roles.ts';
import { type Call, Created, type Match, Refused, Router } from './router.ts';
import { threadRoutes } from './threads.ts';

/** Ten files of 10 MiB and some text. */
const BODY_BYTES = 110 * 1024 * 1024;

/** One request as it came and was answered. */
export interface RequestRecord {
  readonly at: number;
  readonly method: string;
  /** Without `/api/v10` and the query. */
  readonly path: string;
  /** As the documentation writes it: `/channels/:channel/messages`. */
  readonly route: string;
  readonly query: string;
  readonly body: unknown;
  readonly reason: string | undefined;
  /** Name and size of uploaded files. */
  readonly files: readonly { name: string; size: number }[];
  /** 0 when the request was never answered. */
  readonly status: number;
  readonly answer: unknown;
}

/** A body that Discord's schema does not have. */
export interface Violation {
  readonly method: string;
  readonly path: string;
  readonly schema: string;
  readonly problems: readonly string[];
  readonly body: unknown;
}

export interface RestOptions {
  world: World;
  weather: Weather;
  limits: RateLimits | undefined;
  onRequest: (record: RequestRecord) => void;
  onViolation: (violation: Violation) => void;
}

const router = new Router([
  ...generalRoutes,
  ...commandRoutes,
  ...guildRoutes,
  ...channelRoutes,
  ...threadRoutes,
  ...messageRoutes,
  ...reactionRoutes,
  ...memberRoutes,
  ...roleRoutes,
  ...inviteRoutes,
  ...interactionRoutes,
]);

/** Handles the requests of a node:http server. */
export class Rest {
  readonly #options: RestOptions;

  constructor(options: RestOptions) {
    this.#options = options;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'GET' && url.pathname.startsWith('/attachments/'))
      return this.#file(url.pathname, response);
    const version = /^\/api\/v(\d+)(\/.*)$/.exec(url.pathname);
    const path = version?.[2] ?? url.pathname;
    const method = request.method ?? 'GET';
    const found = version === null ? 404 : router.find(method, path);
    const body = await this.#body(request);
    const asked: Asked = { method, path, url, request, body: body.content, found };
    const strike = this.#options.weather.strike(
      method,
      typeof found === 'number' ? path : found.route.path,
      path,
    );
    const before =
      strike !== undefined && (strike.kind === 'fail' ? strike.failure : strike.trouble).afterDoing !== true;
    const answer =
      body.refusal !== undefined
        ? refusalAnswer(body.refusal)
        : strike !== undefined && before
          ? struck(strike)
          : this.#answer(asked);
    const final = strike === undefined || before ? answer : struck(strike);
    if (final === undefined || answer === undefined) {
      this.#note(asked, { status: 0, body: undefined });
      request.socket.destroy();
      return;
    }
    this.#note(asked, final);
    // Events of this request wait for the end of the turn (session.ts); the answer leaves after them.
    process.nextTick(() => send(response, final));
  }

  #answer(asked: Asked): Answer {
    const { found } = asked;
    const app = this.#application(asked);
    if (app === undefined) return refusalAnswer(generalError(401));
    const limited = this.#limit(asked, app);
    if (limited?.answer !== undefined) return limited.answer;
    const headers = limited?.headers ?? {};
    const answer =
      typeof found === 'number' ? refusalAnswer(generalError(found)) : this.#run(asked, found, app);
    this.#options.limits?.record(app.id, answer.status);
    return { ...answer, headers };
  }

  #limit(asked: Asked, app: Application): { answer?: Answer; headers: Record<string, string> } | undefined {
    const { limits } = this.#options;
    const { found, method } = asked;
    if (limits === undefined || typeof found === 'number') return undefined;
    const { headers, limited } = limits.check(
      { method, route: found.route.path, major: majorOf(found), renamesChannel: renames(asked) },
      app.id,
    );
    if (limited === undefined) return { headers };
    limits.record(app.id, 429, limited.scope);
    return { headers, answer: { status: 429, body: rateLimitBody(limited), headers } };
  }

  #run(asked: Asked, found: Match, app: Application): Answer {
    const { method, path, body, url } = asked;
    const violation = checkRequest(method, path, body.json);
    if (violation !== undefined) {
      const { schema, problems, refusal } = violation;
      this.#options.onViolation({ method, path, body: body.json, schema, problems });
      return refusalAnswer(refusal);
    }
    const call: Call = {
      world: this.#options.world,
      app,
      viewer: { app, readsContent: app.intents.content },
      method,
      query: url.searchParams,
      body: body.json,
      files: body.files,
      reason: reasonOf(asked.request),
      param: (name) => found.params.get(name) ?? '',
      paramIfAny: (name) => found.params.get(name),
    };
    try {
      const result = found.route.handle(call);
      if (result instanceof Created) return { status: 201, body: result.body };
      return { status: result === undefined ? 204 : 200, body: result };
    } catch (error) {
      if (error instanceof Refused) {
        if (error.badForm) {
          const problems = problemsIn(error.answer.errors ?? {}, error.answer.message);
          this.#options.onViolation({ method, path, body: body.json, schema: 'limits', problems });
        }
        return refusalAnswer(error.answer);
      }
      console.error(`The playground failed at ${method} ${path}:`, error);
      return refusalAnswer(generalError(500));
    }
  }

  /** Who asks: by token, or by the secret in the path. */
  #application({ request, found }: Asked): Application | undefined {
    const { world } = this.#options;
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    const byToken = [...world.applications.values()].find((app) => scheme === 'Bot' && app.token === token);
    if (byToken !== undefined || typeof found === 'number' || found.route.needsToken) return byToken;
    return (
      world.interactions.get(found.params.get('interaction') ?? '')?.app ??
      world.applications.get(found.params.get('app') ?? '') ??
      [...world.applications.values()][0]
    );
  }

  async #body(request: IncomingMessage): Promise<{ content: RequestBody; refusal?: ApiError }> {
    try {
      return { content: await readBody(request, BODY_BYTES) };
    } catch (error) {
      if (!(error instanceof UnreadableBody)) throw error;
      return { content: { json: undefined, files: [] }, refusal: error.refusal };
    }
  }

  #note({ method, path, url, body, found, request }: Asked, answer: Answer): void {
    this.#options.onRequest({
      at: this.#options.world.now(),
      method,
      path,
      route: typeof found === 'number' ? path : found.route.path,
      query: url.search,
      body: body.json,
      reason: reasonOf(request),
      files: body.files.map(({ name, bytes }) => ({ name, size: bytes.length })),
      status: answer.status,
      answer: answer.body,
    });
  }

  #file(path: string, response: ServerResponse): void {
    const file = this.#options.world.files.get(decodeURIComponent(path));
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    response
      .writeHead(200, { 'content-type': file.contentType, 'content-length': file.bytes.length })
      .end(file.bytes);
  }
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly url: URL;
  readonly request: IncomingMessage;
  readonly body: RequestBody;
  readonly found: Match | 404 | 405;
}

function reasonOf(request: IncomingMessage): string | undefined {
  const header = request.headers['x-audit-log-reason'];
  return typeof header === 'string' ? decodeURIComponent(header) : undefined;
}

/** Limits are counted per channel, guild or webhook. */
function majorOf({ params }: Match): string {
  return params.get('channel') ?? params.get('guild') ?? params.get('token') ?? '';
}

function renames({ method, found, body }: Asked): boolean {
  if (method !== 'PATCH' || typeof found === 'number' || found.route.path !== '/channels/:channel')
    return false;
  return typeof body.json === 'object' && body.json !== null && ('name' in body.json || 'topic' in body.json);
}
