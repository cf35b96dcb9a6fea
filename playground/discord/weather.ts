// What goes wrong on purpose: broken connections, lost or doubled events, failing and hanging requests.
import { GatewayOpcodes } from 'discord-api-types/v10';

/** A rule that events pass through; false when it is used up. */
interface Wind {
  event: string | undefined;
  left: number;
  blow: (deliver: () => void) => void;
}

/** The part of the weather the gateway asks. */
export interface GatewayWeather {
  readonly refusing: boolean;
  readonly silent: boolean;
  /** Of the members asked for by their ids, those of whom the answer says something. */
  cutShort(ids: readonly string[]): readonly string[];
}

/** What the gateway can be told to do. */
interface Sockets {
  dropAll(resumable: boolean): void;
  askAll(op: GatewayOpcodes.Reconnect | GatewayOpcodes.InvalidSession): void;
}

export interface Trouble {
  method?: string;
  /** The route as in the documentation (`/channels/:id/messages`, `/channels/{channel_id}/messages`), a path, or a pattern over the path. */
  route?: string | RegExp;
  /** How often; default every time. */
  times?: number;
  /** The work is done, yet the answer does not say so. */
  afterDoing?: boolean;
}

export interface Failure extends Trouble {
  status: number;
  /** Discord's JSON error code in the body. */
  code?: number;
  /** For 429: seconds. */
  retryAfter?: number;
  /** For 429: the limit over all routes. */
  global?: boolean;
}

/** How often a trouble struck, and its end. */
export interface Handle {
  readonly hits: number;
  end(): void;
}

export type Strike = { kind: 'fail'; failure: Failure } | { kind: 'hang'; trouble: Trouble };

export class Weather implements GatewayWeather {
  #sockets: Sockets | undefined;
  #winds: Wind[] = [];
  readonly #troubles = new Set<{ strike: Strike; trouble: Trouble; left: number; hits: number }>();
  readonly #delays = new Set<NodeJS.Timeout>();
  #held: { event: string | undefined; deliveries: (() => void)[] }[] = [];
  #shortAnswers = 0;
  refusing = false;
  silent = false;

  connect(sockets: Sockets): void {
    this.#sockets = sockets;
  }

  /** Breaks every connection abruptly; sessions can be resumed unless said otherwise. */
  dropSockets(options: { resumable?: boolean } = {}): void {
    this.#sockets?.dropAll(options.resumable ?? true);
  }

  /** Asks every client to reconnect and resume (opcode 7). */
  askReconnect(): void {
    this.#sockets?.askAll(GatewayOpcodes.Reconnect);
  }

  /** Ends every session (opcode 9, not resumable): clients identify anew. */
  invalidateSessions(): void {
    this.#sockets?.askAll(GatewayOpcodes.InvalidSession);
  }

  /** New connections are refused while on. */
  refuseConnections(on: boolean): void {
    this.refusing = on;
  }

  /** Heartbeats stay unanswered while on: clients find themselves zombies. */
  stopHeartbeatAcks(on: boolean): void {
    this.silent = on;
  }

  /** The next n events (of that name) never arrive, not even by a replay. */
  loseNext(n: number, eventName?: string): void {
    this.#winds.push({ event: eventName, left: n, blow: () => {} });
  }

  /** The next n answers about members who were asked for by their ids say nothing of every other one. */
  shortenAnswers(n: number): void {
    this.#shortAnswers += n;
  }

  cutShort(ids: readonly string[]): readonly string[] {
    if (this.#shortAnswers === 0 || ids.length === 0) return ids;
    this.#shortAnswers -= 1;
    return ids.filter((_, index) => index % 2 === 0);
  }

  /** The next n events (of that name) arrive twice. */
  duplicateNext(n: number, eventName?: string): void {
    const blow = (deliver: () => void) => {
      deliver();
      deliver();
    };
    this.#winds.push({ event: eventName, left: n, blow });
  }

  /** The next n events (of that name) arrive `ms` later (real time). */
  delayNext(n: number, ms: number, eventName?: string): void {
    const blow = (deliver: () => void) => {
      const timer = setTimeout(() => {
        this.#delays.delete(timer);
        deliver();
      }, ms);
      this.#delays.add(timer);
    };
    this.#winds.push({ event: eventName, left: n, blow });
  }

  /** The next n events (of that name) are held until all n are there, and then arrive the last one first. */
  reorderNext(n: number, eventName?: string): void {
    const deliveries: (() => void)[] = [];
    const held = { event: eventName, deliveries };
    this.#held.push(held);
    const blow = (deliver: () => void) => {
      held.deliveries.push(deliver);
      if (held.deliveries.length < n) return;
      this.#held = this.#held.filter((other) => other !== held);
      for (const late of held.deliveries.toReversed()) late();
    };
    this.#winds.push({ event: eventName, left: n, blow });
  }

  /** Requests are answered with this status; see Failure. */
  fail(failure: Failure): Handle {
    return this.#trouble({ kind: 'fail', failure }, failure);
  }

  /** Requests are never answered: the socket closes without a word. */
  hang(trouble: Trouble = {}): Handle {
    return this.#trouble({ kind: 'hang', trouble }, trouble);
  }

  /** Fair weather again; events held back for reordering are let go. */
  clear(): void {
    this.#winds = [];
    this.#troubles.clear();
    this.#shortAnswers = 0;
    this.refusing = false;
    this.silent = false;
    const held = this.#held;
    this.#held = [];
    for (const { deliveries } of held) for (const deliver of deliveries) deliver();
  }

  /** Drops what is still on its way; for the end of the world. */
  stop(): void {
    this.#held = [];
    this.clear();
    for (const timer of this.#delays) clearTimeout(timer);
  }

  /** An event on its way to a client. */
  carry(event: string, deliver: () => void): void {
    const wind = this.#winds.find((candidate) => candidate.event === undefined || candidate.event === event);
    if (wind === undefined) {
      deliver();
      return;
    }
    wind.left -= 1;
    if (wind.left <= 0) this.#winds = this.#winds.filter((other) => other !== wind);
    wind.blow(deliver);
  }

  /** The trouble a request runs into, if any; counts it. */
  strike(method: string, route: string, path: string): Strike | undefined {
    for (const entry of this.#troubles) {
      if (!fits(entry.trouble, method, route, path)) continue;
      entry.hits += 1;
      entry.left -= 1;
      if (entry.left <= 0) this.#troubles.delete(entry);
      return entry.strike;
    }
    return undefined;
  }

  #trouble(strike: Strike, trouble: Trouble): Handle {
    const entry = { strike, trouble, left: trouble.times ?? Number.POSITIVE_INFINITY, hits: 0 };
    this.#troubles.add(entry);
    return {
      get hits() {
        return entry.hits;
      },
      end: () => {
        this.#troubles.delete(entry);
      },
    };
  }
}

function fits(trouble: Trouble, method: string, route: string, path: string): boolean {
  if (trouble.method !== undefined && trouble.method.toUpperCase() !== method) return false;
  if (trouble.route === undefined) return true;
  if (typeof trouble.route === 'string') return sameRoute(trouble.route, route) || trouble.route === path;
  return trouble.route.test(path);
}

/** Parameters match whatever they are called: `/channels/:id` is `/channels/:channel`. */
function sameRoute(a: string, b: string): boolean {
  const bare = (route: string) => route.replace(/:\w+|\{\w+\}/g, ':');
  return bare(a) === bare(b);
}
