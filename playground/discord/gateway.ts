// The gateway: WebSocket handshake, identify, resume, heartbeats, and every event to the sessions that may have it.
import type { Server } from 'node:http';
import {
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  GatewayOpcodes,
} from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { canSee } from './access.ts';
import { sendMembers } from './member-chunks.ts';
import type { Application, GuildState } from './model.ts';
import { Session } from './session.ts';
import { activeThreads } from './thread-state.ts';
import { guildCreateView } from './views.ts';
import type { GatewayWeather } from './weather.ts';
import type { Dispatch, World } from './world.ts';

/** All intents that exist; any other bit is 4013. */
const KNOWN_INTENTS = Object.values(GatewayIntentBits)
  .filter((bit) => typeof bit === 'number')
  .reduce((all, bit) => all | bit, 0);
/** Sessions without a socket are kept this long (world ms), then a resume is refused. */
const SESSION_LIFE_MS = 5 * 60_000;
/** A client that missed this many heartbeats in a row is a zombie. */
const MISSED_BEATS = 2;
/** 120 frames in 60 s, as Discord allows; heartbeats included. */
const FRAMES_PER_MINUTE = 120;
/** Above this many unsent bytes the world's people wait for the client (`drained`). */
const BACKLOG_BYTES = 4 << 20;

const Frame = z.object({ op: z.number(), d: z.unknown() });
const Identify = z.object({
  token: z.string(),
  intents: z.number().int(),
  shard: z.tuple([z.number().int(), z.number().int()]).optional(),
  large_threshold: z.number().optional(),
});
const Resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number().nullable() });

/** What the gateway knows of one socket. */
interface Connection {
  readonly socket: WebSocket;
  session: Session | undefined;
  lastBeatAt: number;
  frames: number;
  framesSince: number;
}

export interface GatewayOptions {
  heartbeatMs: number;
  onDispatch: (sent: { name: string; session: Session }) => void;
}

export class Gateway {
  readonly #world: World;
  readonly #weather: GatewayWeather;
  readonly #options: GatewayOptions;
  readonly #sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: 1 << 20 });
  readonly #connections = new Set<Connection>();
  readonly sessions = new Map<string, Session>();
  readonly #pulse: NodeJS.Timeout;

  constructor(world: World, http: Server, weather: GatewayWeather, options: GatewayOptions) {
    this.#world = world;
    this.#weather = weather;
    this.#options = options;
    world.connect((dispatch) => this.#dispatch(dispatch));
    http.on('upgrade', (request, socket, head) => {
      if (weather.refusing || !(request.url ?? '').startsWith('/gateway')) {
        socket.destroy();
        return;
      }
      this.#sockets.handleUpgrade(request, socket, head, (accepted) => this.#greet(accepted));
    });
    this.#pulse = setInterval(() => this.#closeZombies(), options.heartbeatMs);
    this.#pulse.unref();
  }

  /** Resolves once no client is far behind; at once in the usual case. */
  async drained(): Promise<void> {
    for (let tries = 0; tries < 2000; tries++) {
      if ([...this.sessions.values()].every((session) => session.backlog < BACKLOG_BYTES)) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Breaks every connection without a word, as a failing network does. */
  dropAll(resumable: boolean): void {
    for (const connection of [...this.#connections]) {
      if (connection.session !== undefined && !resumable) this.#forget(connection.session);
      connection.socket.terminate();
    }
  }

  /** Sends an opcode without data to every session: Reconnect, or InvalidSession (not resumable). */
  askAll(op: GatewayOpcodes.Reconnect | GatewayOpcodes.InvalidSession): void {
    for (const { socket, session } of [...this.#connections]) {
      if (session === undefined) continue;
      if (op === GatewayOpcodes.InvalidSession) this.#forget(session);
      say(socket, op, op === GatewayOpcodes.InvalidSession ? false : null);
    }
  }

  close(): void {
    clearInterval(this.#pulse);
    for (const { socket } of this.#connections) socket.terminate();
    this.#sockets.close();
  }

  #greet(socket: WebSocket): void {
    const now = Date.now();
    const connection: Connection = {
      socket,
      session: undefined,
      lastBeatAt: now,
      frames: 0,
      framesSince: now,
    };
    this.#connections.add(connection);
    socket.on('message', (data) => this.#hear(connection, data.toString()));
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => this.#lost(connection, code));
    say(socket, GatewayOpcodes.Hello, {
      heartbeat_interval: this.#options.heartbeatMs,
      _trace: ['["playground"]'],
    });
  }

  #hear(connection: Connection, text: string): void {
    const { socket } = connection;
    if (isFlood(connection)) return socket.close(GatewayCloseCodes.RateLimited, 'Rate limited.');
    const frame = Frame.safeParse(parseJson(text));
    if (!frame.success) return socket.close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
    const { op, d } = frame.data;
    if (op === GatewayOpcodes.Heartbeat) {
      connection.lastBeatAt = Date.now();
      if (!this.#weather.silent) say(socket, GatewayOpcodes.HeartbeatAck, null);
      return undefined;
    }
    if (op === GatewayOpcodes.Identify) return this.#identify(connection, d);
    if (op === GatewayOpcodes.Resume) return this.#resume(connection, d);
    const { session } = connection;
    if (session === undefined) return socket.close(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
    if (op === GatewayOpcodes.RequestGuildMembers) {
      const send = (name: string, json: string) => this.#send(session, name, json);
      return sendMembers(this.#world, session, d, send);
    }
    if (op === GatewayOpcodes.PresenceUpdate || op === GatewayOpcodes.VoiceStateUpdate) return undefined;
    return socket.close(GatewayCloseCodes.UnknownOpcode, 'Unknown opcode.');
  }

  #identify(connection: Connection, data: unknown): void {
    const { socket } = connection;
    const wish = Identify.safeParse(data);
    if (!wish.success) return socket.close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
    if (connection.session !== undefined) {
      return socket.close(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
    }
    const { token, intents, shard = [0, 1] } = wish.data;
    const app = this.#byToken(token);
    if (app === undefined)
      return socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
    if (shard[0] < 0 || shard[0] >= shard[1])
      return socket.close(GatewayCloseCodes.InvalidShard, 'Invalid shard.');
    if ((intents & ~KNOWN_INTENTS) !== 0)
      return socket.close(GatewayCloseCodes.InvalidIntents, 'Invalid intent(s).');
    if (asksTooMuch(app, intents)) {
      return socket.close(GatewayCloseCodes.DisallowedIntents, 'Disallowed intent(s).');
    }
    const session = new Session(app, intents, shard);
    this.sessions.set(session.id, session);
    connection.session = session;
    session.attach(socket);
    this.#ready(session, wish.data.large_threshold ?? 50);
    return undefined;
  }

  #ready(session: Session, largeThreshold: number): void {
    const guilds = [...this.#world.guilds.values()].filter(
      (guild) => guild.members.has(session.app.user.id) && session.hearsOf(guild.id),
    );
    const ready = {
      v: 10,
      user: { ...session.app.user, verified: true, mfa_enabled: true, email: null, flags: 0 },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.#url(),
      session_type: 'normal',
      shard: session.shard,
      application: { id: session.app.id, flags: applicationFlags(session.app) },
      private_channels: [],
      presences: [],
      relationships: [],
      user_settings: {},
      geo_ordered_rtc_regions: [],
      _trace: ['["playground"]'],
    };
    session.send(GatewayDispatchEvents.Ready, JSON.stringify(ready));
    if ((session.intents & GatewayIntentBits.Guilds) === 0) return;
    for (const guild of guilds) this.#introduce(session, guild, largeThreshold);
  }

  #introduce(session: Session, guild: GuildState, largeThreshold: number): void {
    if ((session.intents & GatewayIntentBits.Guilds) === 0) return;
    const threads = activeThreads(this.#world, guild.id, session.app.user.id);
    const view = guildCreateView(guild, session.app, threads, largeThreshold);
    this.#send(session, GatewayDispatchEvents.GuildCreate, JSON.stringify(view));
  }

  #resume(connection: Connection, data: unknown): void {
    const { socket } = connection;
    const wish = Resume.safeParse(data);
    if (!wish.success) return socket.close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
    if (this.#byToken(wish.data.token) === undefined) {
      return socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
    }
    const session = this.sessions.get(wish.data.session_id);
    const sequence = wish.data.seq ?? 0;
    if (session === undefined || !session.canResumeFrom(sequence)) {
      return say(socket, GatewayOpcodes.InvalidSession, false);
    }
    session.socket?.terminate();
    connection.session = session;
    session.attach(socket);
    session.replayFrom(sequence);
    session.send(GatewayDispatchEvents.Resumed, '{"_trace":["[\\"playground\\"]"]}');
    return undefined;
  }

  /** A clean close (1000, 1001) ends the session; anything else leaves it to be resumed. */
  #lost(connection: Connection, code: number): void {
    this.#connections.delete(connection);
    const { session, socket } = connection;
    if (session === undefined) return;
    session.detach(socket);
    if (code === 1000 || code === 1001) return this.#forget(session);
    this.#world.clock.alarm(this.#world.now() + SESSION_LIFE_MS, () => {
      if (!session.connected) this.#forget(session);
    });
    return undefined;
  }

  #forget(session: Session): void {
    session.resumable = false;
    this.sessions.delete(session.id);
  }

  #closeZombies(): void {
    const oldest = Date.now() - this.#options.heartbeatMs * MISSED_BEATS;
    for (const { socket, lastBeatAt } of this.#connections) {
      if (lastBeatAt < oldest) socket.close(GatewayCloseCodes.SessionTimedOut, 'Session timed out.');
    }
  }

  #dispatch(dispatch: Dispatch): void {
    const serialised = new Map<string, string>();
    for (const session of this.sessions.values()) {
      if (!this.#concerns(session, dispatch)) continue;
      const variant = dispatch.variant?.(session) ?? '';
      let json = serialised.get(variant);
      if (json === undefined) {
        json = JSON.stringify(dispatch.data(session));
        serialised.set(variant, json);
      }
      this.#send(session, dispatch.name, json);
    }
  }

  #concerns(session: Session, { intents, exceptIntents = 0, guild, channel, only }: Dispatch): boolean {
    if (only !== undefined && only !== session.app) return false;
    if (intents !== 0 && (session.intents & intents) === 0) return false;
    if ((session.intents & exceptIntents) !== 0) return false;
    if (!session.hearsOf(guild?.id)) return false;
    if (guild !== undefined && !guild.members.has(session.app.user.id)) return false;
    return channel === undefined || canSee(this.#world, channel, session.app.user.id);
  }

  #send(session: Session, name: string, json: string): void {
    const { onDispatch } = this.#options;
    this.#weather.carry(name, () => {
      session.send(name, json);
      onDispatch({ name, session });
    });
  }

  #byToken(token: string): Application | undefined {
    const bare = token.replace(/^Bot /, '');
    return [...this.#world.applications.values()].find((app) => app.token === bare);
  }

  #url(): string {
    return `${this.#world.origin.replace('http', 'ws')}/gateway`;
  }
}

/** The two switches of the portal, as `GET /applications/@me` and READY tell them (limited: fewer than 100 guilds). */
export function applicationFlags(app: Application): number {
  return (app.intents.members ? 1 << 15 : 0) | (app.intents.content ? 1 << 19 : 0);
}

function asksTooMuch(app: Application, intents: number): boolean {
  const members = (intents & GatewayIntentBits.GuildMembers) !== 0 && !app.intents.members;
  const content = (intents & GatewayIntentBits.MessageContent) !== 0 && !app.intents.content;
  const presences = (intents & GatewayIntentBits.GuildPresences) !== 0;
  return members || content || presences;
}

function isFlood(connection: Connection): boolean {
  const now = Date.now();
  if (now - connection.framesSince > 60_000) {
    connection.frames = 0;
    connection.framesSince = now;
  }
  connection.frames += 1;
  return connection.frames > FRAMES_PER_MINUTE;
}

function say(socket: WebSocket, op: GatewayOpcodes, d: unknown): void {
  socket.send(JSON.stringify({ op, d, s: null, t: null }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
