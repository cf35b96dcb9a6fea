// One gateway session: a numbered stream of events to one shard of one bot, replayed after a broken connection.
import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { Application } from './model.ts';
import type { Viewer } from './world.ts';

/** How many sent events a session can replay. At full load this is about a second; an outage has fewer. */
const REPLAY_LIMIT = 25_000;

export class Session implements Viewer {
  readonly id = randomUUID().replaceAll('-', '');
  readonly app: Application;
  readonly intents: number;
  readonly shard: readonly [id: number, count: number];
  readonly readsContent: boolean;
  resumable = true;
  #socket: WebSocket | undefined;
  #wire: Duplex | undefined;
  #corked = false;
  #sequence = 0;
  /** A ring: the event numbered n is at n % REPLAY_LIMIT. */
  readonly #sent: string[] = [];

  constructor(app: Application, intents: number, shard: readonly [number, number]) {
    this.app = app;
    this.intents = intents;
    this.shard = shard;
    this.readsContent = (intents & GatewayIntentBits.MessageContent) !== 0;
  }

  get connected(): boolean {
    return this.#socket !== undefined && this.#socket.readyState === this.#socket.OPEN;
  }

  get socket(): WebSocket | undefined {
    return this.#socket;
  }

  /** Bytes that the client has not taken yet. */
  get backlog(): number {
    return this.#socket?.bufferedAmount ?? 0;
  }

  /** Whether this shard is the one that hears of a guild; direct conversations go to shard 0. */
  hearsOf(guildId: string | undefined): boolean {
    const [shard, count] = this.shard;
    return (
      count === 1 || shard === (guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)))
    );
  }

  /** `wire` is the stream below the WebSocket. */
  attach(socket: WebSocket, wire: Duplex): void {
    this.#socket = socket;
    this.#wire = wire;
  }

  detach(socket: WebSocket): void {
    if (this.#socket === socket) this.#socket = undefined;
  }

  /** Numbers the event, keeps it for a replay, and sends it if somebody listens. `json` is its data, serialised. */
  send(name: string, json: string): void {
    this.#sequence += 1;
    const frame = `{"op":${GatewayOpcodes.Dispatch},"t":"${name}","s":${this.#sequence},"d":${json}}`;
    this.#sent[this.#sequence % REPLAY_LIMIT] = frame;
    if (!this.connected) return;
    this.#gather();
    this.#socket?.send(frame);
  }

  /** Lets the frames of one turn of the event loop leave together: a system call each would cost more than the rest. */
  #gather(): void {
    const wire = this.#wire;
    if (this.#corked || wire === undefined) return;
    this.#corked = true;
    wire.cork();
    process.nextTick(() => {
      this.#corked = false;
      wire.uncork();
    });
  }

  /** Tells that the replay is over; the word itself has no number of its own. */
  resumed(): void {
    const d = '{"_trace":["[\\"playground\\"]"]}';
    this.#socket?.send(`{"op":${GatewayOpcodes.Dispatch},"t":"RESUMED","s":${this.#sequence},"d":${d}}`);
  }

  /** Whether everything after this number can still be replayed. */
  canResumeFrom(sequence: number): boolean {
    return this.resumable && sequence <= this.#sequence && this.#sequence - sequence < REPLAY_LIMIT;
  }

  /** Sends again what the client has not seen; returns how many. */
  replayFrom(sequence: number): number {
    for (let n = sequence + 1; n <= this.#sequence; n++) {
      const frame = this.#sent[n % REPLAY_LIMIT];
      if (frame !== undefined) this.#socket?.send(frame);
    }
    return this.#sequence - sequence;
  }
}
