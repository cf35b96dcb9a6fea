// Starts a Discord on loopback: HTTP, gateway and world in this process, and the handles to play with it.
import { createServer } from 'node:http';
import { type ApplicationOptions, createApplication } from './applications.ts';
import { Broadcast } from './broadcast.ts';
import { Clock } from './clock.ts';
import { Gateway } from './gateway.ts';
import { Guild, type GuildOptions } from './guild.ts';
import type { Application, WorldEvent } from './model.ts';
import { createPerson, type PersonOptions } from './newcomers.ts';
import { Person } from './people.ts';
import { type RequestRecord, Rest, type Violation } from './rest/server.ts';
import { RateLimits } from './rules/rate-limits.ts';
import { readableText } from './rules/readable-text.ts';
import { nameIn } from './seen.ts';
import type { Stage } from './stage.ts';
import { Weather } from './weather.ts';
import { World } from './world.ts';

/** Requests remembered; the oldest go first. */
const REQUESTS = 10_000;
/** While somebody waits, things outside the world (a database) are looked at this often. */
const POLL_MS = 25;

export interface DiscordOptions {
  /** 0 for any free one. */
  port?: number;
  /** Base clock in ms since 1970; `advance` adds to it. */
  now?: () => number;
  rateLimits?: 'discord' | 'off';
  /** What HELLO asks for; Discord's is 41,250 ms. */
  heartbeatMs?: number;
}

export interface Sent {
  name: string;
  app: Application;
}

/** What a bot sent over its gateway connection. */
export interface Frame {
  op: number;
  data: unknown;
  app: Application;
}

interface Listeners {
  change: (event: WorldEvent) => void;
  request: (record: RequestRecord) => void;
  dispatch: (sent: Sent) => void;
  frame: (frame: Frame) => void;
}

type ListenerSets = { [E in keyof Listeners]: Set<Listeners[E]> };

/** Listens on 127.0.0.1 and resolves when it can be used. */
export async function startDiscord(options: DiscordOptions = {}): Promise<Discord> {
  const clock = new Clock(options.now ?? Date.now);
  const world = new World(clock);
  const weather = new Weather();
  const requests: RequestRecord[] = [];
  const violations: Violation[] = [];
  const listeners: ListenerSets = {
    ...{ change: world.watchers, request: new Set() },
    ...{ dispatch: new Set(), frame: new Set() },
  };
  const rest = new Rest({
    world,
    weather,
    limits: options.rateLimits === 'off' ? undefined : new RateLimits(() => world.now()),
    onRequest: (record) => {
      requests.push(record);
      if (requests.length > REQUESTS) requests.shift();
      for (const listener of listeners.request) listener(record);
    },
    onViolation: (violation) => violations.push(violation),
  });
  const http = createServer((request, response) => {
    rest.handle(request, response).catch((error) => {
      console.error('The playground failed:', error);
      response.destroy();
    });
  });
  const carry = weather.carry.bind(weather);
  const broadcast = new Broadcast(world, carry, ({ name, session }) => {
    for (const listener of listeners.dispatch) listener({ name, app: session.app });
  });
  const heartbeatMs = options.heartbeatMs ?? 41_250;
  const gateway = new Gateway({
    ...{ world, http, weather, broadcast, heartbeatMs },
    onFrame: ({ op, data, session: { app } }) => {
      for (const listener of listeners.frame) listener({ op, data, app });
    },
  });
  http.keepAliveTimeout = 0;
  weather.connect(gateway);
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = http.address();
  world.origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`;
  const stage: Stage = { world, drained: () => broadcast.drained() };
  const close = async (): Promise<void> => {
    weather.stop();
    clock.stop();
    gateway.close();
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
  };
  return new Discord({ stage, weather, broadcast, requests, violations, listeners, close });
}

interface Parts {
  stage: Stage;
  weather: Weather;
  broadcast: Broadcast;
  requests: RequestRecord[];
  violations: Violation[];
  listeners: ListenerSets;
  close: () => Promise<void>;
}

/** A running Discord. */
export class Discord {
  readonly apiUrl: string;
  readonly world: World;
  readonly weather: Weather;
  /** The last requests of all bots, oldest first. */
  readonly requests: readonly RequestRecord[];
  /** Bodies that Discord's schema or limits refuse; a test asserts there are none. */
  readonly violations: readonly Violation[];
  /** The bot that is there from the start, with both privileged switches on. */
  readonly bot: Application;
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.world = parts.stage.world;
    this.weather = parts.weather;
    this.requests = parts.requests;
    this.violations = parts.violations;
    this.apiUrl = `${this.world.origin}/api`;
    this.bot = createApplication(this.world);
  }

  /** Registers another bot. */
  application(options: ApplicationOptions = {}): Application {
    return createApplication(this.world, options);
  }

  /** A new server with its owner and nothing else; bots come by `invite`. */
  guild(name: string, options: GuildOptions = {}): Guild {
    return new Guild(this.#parts.stage, name, options);
  }

  /** Somebody who is in no server yet. */
  person(name: string, options: Omit<PersonOptions, 'roles' | 'nick' | 'pending'> = {}): Person {
    return createPerson(this.#parts.stage, name, options);
  }

  /** Whoever is behind an account, person or bot; undefined for unknown ids. */
  personOf(userId: string): Person | undefined {
    const user = this.world.users.get(userId);
    return user === undefined ? undefined : new Person(this.#parts.stage, user);
  }

  /** How many gateway connections of a bot are open. */
  connections(app: Application = this.bot): number {
    return [...this.#parts.broadcast.sessions.values()].filter(
      (session) => session.app === app && session.connected,
    ).length;
  }

  /** Moves the world's clock forward. */
  advance(ms: number): void {
    this.world.clock.advance(ms);
  }

  /** Resolves with the first truthy result, looked for after each change of the world; rejects with the last messages. */
  until<T>(
    what: () => T | undefined | false | null,
    options: { timeoutMs?: number; hint?: string } = {},
  ): Promise<T> {
    const { timeoutMs = 5000, hint = what.toString() } = options;
    return new Promise((resolve, reject) => {
      let scheduled = false;
      const finish = (outcome: () => void): void => {
        stopWatching();
        clearInterval(poll);
        clearTimeout(timeout);
        outcome();
      };
      const look = (): void => {
        scheduled = false;
        try {
          const found = what();
          if (found !== undefined && found !== false && found !== null) finish(() => resolve(found));
        } catch (error) {
          finish(() => reject(error));
        }
      };
      const lookSoon = (): void => {
        if (scheduled) return;
        scheduled = true;
        setImmediate(look);
      };
      const stopWatching = this.world.watch(lookSoon);
      const poll = setInterval(look, POLL_MS);
      const timeout = setTimeout(() => {
        finish(() =>
          reject(new Error(`Not within ${timeoutMs} ms: ${hint}\nLast messages:\n${this.#lastWords()}`)),
        );
      }, timeoutMs);
      lookSoon();
    });
  }

  /** `change`: everything that happens. `request`: every HTTP request. `dispatch`: every gateway event sent. `frame`: everything that a bot sends over its connection. Returns how to stop. */
  on<E extends keyof Listeners>(event: E, listener: Listeners[E]): () => void {
    const listeners: Set<Listeners[E]> = this.#parts.listeners[event];
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }

  /** Closes all sockets at once. */
  close(): Promise<void> {
    return this.#parts.close();
  }

  #lastWords(): string {
    const lines = this.world.lastMessages(10).map((message) => {
      const channel = this.world.channels.get(message.channelId);
      const author = nameIn(this.world, message.guildId, message.author.id);
      const aside =
        message.ephemeralFor === undefined
          ? ''
          : ` (only to ${this.world.user(message.ephemeralFor).username})`;
      const reactions = [...message.reactions]
        .map(([emoji, { users }]) => ` ${emoji}×${users.size}`)
        .join('');
      return `  #${channel?.name ?? '?'} ${author}${aside}: ${readableText(message)}${reactions}`;
    });
    return lines.length === 0 ? '  (none)' : lines.join('\n');
  }
}
