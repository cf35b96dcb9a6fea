// The gateway's sockets: hello, identify, resume, heartbeats, and how connections end.
import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import * as z from 'zod';
import type { Broadcast } from './broadcast.ts';
import { Hangup } from './hangup.ts';
import { sendMembers } from './member-chunks.ts';
import { LARGE } from './members.ts';
import type { Application } from './model.ts';
import { Session } from './session.ts';
import type { GatewayWeather } from './weather.ts';
import type { World } from './world.ts';

/** All intents that exist; any other bit is 4013. */
const KNOWN_INTENTS = Object.values(GatewayIntentBits)
  .filter((bit) => typeof bit === 'number')
  .reduce((all, bit) => all | bit, 0);
/** Sessions without a socket are kept this long (world ms), then a resume is refused. */
const SESSION_LIFE_MS = 5 * 60_000;
/** A client that is silent for this many heartbeats is a zombie. */
const MISSED_BEATS = 2;
/** 120 frames in 60 s, as Discord allows; heartbeats included. */
const FRAMES_PER_MINUTE = 120;

const Frame = z.object({ op: z.number(), d: z.unknown().optional() });
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
  readonly wire: Duplex;
  session: Session | undefined;
  lastBeatAt: number;
  frames: number;
  framesSince: number;
}

export interface GatewayParts {
  world: World;
  http: Server;
  weather: GatewayWeather;
  broadcast: Broadcast;
  heartbeatMs: number;
  /** Told of each frame of a session before it is obeyed. */
  onFrame: (frame: { op: number; data: unknown; session: Session }) => void;
}

export class Gateway {
  readonly #parts: GatewayParts;
  readonly #sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: 1 << 20 });
  readonly #connections = new Set<Connection>();
  readonly #pulse: NodeJS.Timeout;

  constructor(parts: GatewayParts) {
    this.#parts = parts;
    parts.http.on('upgrade', (request, socket, head) => {
      if (parts.weather.refusing || !(request.url ?? '').startsWith('/gateway')) {
        socket.destroy();
        return;
      }
      this.#sockets.handleUpgrade(request, socket, head, (accepted) => this.#greet(accepted, socket));
    });
    this.#pulse = setInterval(() => this.#closeZombies(), parts.heartbeatMs);
    this.#pulse.unref();
  }

  /** Breaks every connection without a word, as a failing network does. */
  dropAll(resumable: boolean): void {
    for (const { session, socket } of [...this.#connections]) {
      if (session !== undefined && !resumable) this.#forget(session);
      socket.terminate();
    }
  }

  /** Sends an opcode to every session: Reconnect, or InvalidSession (not resumable). */
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

  #greet(socket: WebSocket, wire: Duplex): void {
    const now = Date.now();
    const connection: Connection = {
      socket,
      wire,
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
      heartbeat_interval: this.#parts.heartbeatMs,
      _trace: ['["playground"]'],
    });
  }

  #hear(connection: Connection, text: string): void {
    try {
      if (isFlood(connection)) throw new Hangup(GatewayCloseCodes.RateLimited, 'Rate limited.');
      const { op, d } = decode(Frame, parseJson(text));
      this.#obey(connection, op, d);
    } catch (error) {
      if (!(error instanceof Hangup)) throw error;
      connection.socket.close(error.code, error.message);
    }
  }

  #obey(connection: Connection, op: number, data: unknown): void {
    const { session, socket } = connection;
    if (session) this.#parts.onFrame({ op, data, session });
    if (op === GatewayOpcodes.Heartbeat) {
      connection.lastBeatAt = Date.now();
      if (!this.#parts.weather.silent) say(socket, GatewayOpcodes.HeartbeatAck, null);
    } else if (op === GatewayOpcodes.Identify) {
      this.#identify(connection, decode(Identify, data));
    } else if (op === GatewayOpcodes.Resume) {
      this.#resume(connection, decode(Resume, data));
    } else if (session === undefined) {
      throw new Hangup(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
    } else if (op === GatewayOpcodes.RequestGuildMembers) {
      const { world, weather, broadcast } = this.#parts;
      sendMembers({ world, session, weather }, data, (name, json) => broadcast.send(session, name, json));
    } else if (op !== GatewayOpcodes.PresenceUpdate && op !== GatewayOpcodes.VoiceStateUpdate) {
      throw new Hangup(GatewayCloseCodes.UnknownOpcode, 'Unknown opcode.');
    }
  }

  #identify(connection: Connection, wish: z.infer<typeof Identify>): void {
    if (connection.session !== undefined) {
      throw new Hangup(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
    }
    const app = this.#authenticate(wish.token);
    const { intents, shard = [0, 1] } = wish;
    if (shard[0] < 0 || shard[0] >= shard[1])
      throw new Hangup(GatewayCloseCodes.InvalidShard, 'Invalid shard.');
    if ((intents & ~KNOWN_INTENTS) !== 0)
      throw new Hangup(GatewayCloseCodes.InvalidIntents, 'Invalid intent(s).');
    if (asksTooMuch(app, intents))
      throw new Hangup(GatewayCloseCodes.DisallowedIntents, 'Disallowed intent(s).');
    const session = new Session(app, intents, shard);
    this.#parts.broadcast.sessions.set(session.id, session);
    connection.session = session;
    session.attach(connection.socket, connection.wire);
    this.#parts.broadcast.begin(session, wish.large_threshold ?? LARGE);
  }

  #resume(connection: Connection, wish: z.infer<typeof Resume>): void {
    const app = this.#authenticate(wish.token);
    const session = this.#parts.broadcast.sessions.get(wish.session_id);
    const sequence = wish.seq ?? 0;
    if (session === undefined || session.app !== app || !session.canResumeFrom(sequence)) {
      say(connection.socket, GatewayOpcodes.InvalidSession, false);
      return;
    }
    session.socket?.terminate();
    connection.session = session;
    session.attach(connection.socket, connection.wire);
    session.replayFrom(sequence);
    session.resumed();
  }

  #authenticate(token: string): Application {
    const bare = token.replace(/^Bot /, '');
    const app = [...this.#parts.world.applications.values()].find((each) => each.token === bare);
    if (app === undefined) throw new Hangup(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
    return app;
  }

  /** A clean close (1000, 1001) ends the session; anything else leaves it to be resumed for a while. */
  #lost(connection: Connection, code: number): void {
    this.#connections.delete(connection);
    const { session, socket } = connection;
    if (session === undefined) return;
    session.detach(socket);
    if (code === 1000 || code === 1001) {
      this.#forget(session);
      return;
    }
    const { clock } = this.#parts.world;
    clock.alarm(clock.now() + SESSION_LIFE_MS, () => {
      if (!session.connected) this.#forget(session);
    });
  }

  #forget(session: Session): void {
    session.resumable = false;
    this.#parts.broadcast.sessions.delete(session.id);
  }

  #closeZombies(): void {
    const oldest = Date.now() - this.#parts.heartbeatMs * MISSED_BEATS;
    for (const { socket, lastBeatAt } of this.#connections) {
      if (lastBeatAt < oldest) socket.close(GatewayCloseCodes.SessionTimedOut, 'Session timed out.');
    }
  }
}

/** Privileged intents without their switch; presences have none here, as Laurel's kind of bot needs none. */
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

/** Reads a frame or its data; what does not fit ends the connection with 4002. */
function decode<T extends z.ZodType>(schema: T, data: unknown): z.infer<T> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new Hangup(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
