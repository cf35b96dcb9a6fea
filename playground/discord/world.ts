// The world itself: everything that exists, the time, the ids, and the one door through which news leaves.
import type { APIUser, GatewayDispatchEvents } from 'discord-api-types/v10';
import type { Clock } from './clock.ts';
import type { Interaction } from './interactions.ts';
import type { Application, Channel, GuildState, Invite, Member, Message, WorldEvent } from './model.ts';
import { Snowflakes } from './snowflakes.ts';

/** Whoever looks at the world through the API: what they may read depends on it. */
export interface Viewer {
  readonly app: Application;
  /** May read the text of messages that do not concern it. */
  readonly readsContent: boolean;
}

/** One gateway event on its way out. */
export interface Dispatch {
  readonly name: GatewayDispatchEvents;
  /** Sent to sessions with any of these intents; 0 for all. */
  readonly intents: number;
  /** Not sent to sessions with any of these. */
  readonly exceptIntents?: number;
  readonly guild?: GuildState;
  /** Sent only to bots that can see this channel. */
  readonly channel?: Channel;
  /** Sent to this bot only. */
  readonly only?: Application;
  /** Sent only to bots with any of these permissions there. */
  readonly needs?: bigint;
  /** Viewers of equal variant get the same bytes, serialised once. By default all do. */
  readonly variant?: (viewer: Viewer) => string;
  readonly data: (viewer: Viewer) => unknown;
  readonly news?: Omit<WorldEvent, 'name' | 'guildId'>;
}

const PINGS_KEPT = 5000;

export class World {
  readonly clock: Clock;
  readonly applications = new Map<string, Application>();
  readonly guilds = new Map<string, GuildState>();
  readonly users = new Map<string, APIUser>();
  /** Every channel and thread, direct conversations included. */
  readonly channels = new Map<string, Channel>();
  readonly invites = new Map<string, Invite>();
  /** Direct conversations by the sorted ids of the two. */
  readonly dms = new Map<string, Channel>();
  /** People who take no direct messages. */
  readonly closedDms = new Set<string>();
  /** The language each person's client speaks. */
  readonly locales = new Map<string, string>();
  /** Files by their path below the address of the playground. */
  readonly files = new Map<string, { bytes: Uint8Array; contentType: string }>();
  /** Interactions by id, and by token. */
  readonly interactions = new Map<string, Interaction>();
  readonly tokens = new Map<string, Interaction>();
  /** Messages that rang for somebody, oldest first. */
  readonly pings: Message[] = [];
  /** `http://127.0.0.1:PORT`, known once the server listens. */
  origin = '';
  readonly #ids = new Snowflakes();
  /** Whoever watches everything that happens. */
  readonly watchers = new Set<(event: WorldEvent) => void>();
  #gateway: (dispatch: Dispatch) => void = () => {};

  constructor(clock: Clock) {
    this.clock = clock;
  }

  now(): number {
    return this.clock.now();
  }

  newId(): string {
    return this.#ids.next(this.clock.now());
  }

  /** Where dispatches go; set once by the gateway. */
  connect(gateway: (dispatch: Dispatch) => void): void {
    this.#gateway = gateway;
  }

  /** Tells bots, then whoever watches the world. */
  dispatch(dispatch: Dispatch): void {
    this.#gateway(dispatch);
    if (this.watchers.size === 0) return;
    this.announce({
      name: dispatch.name,
      guildId: dispatch.guild?.id,
      channelId: dispatch.channel?.id,
      ...dispatch.news,
    });
  }

  /** Tells whoever watches the world, but no bot. */
  announce(event: WorldEvent): void {
    for (const watcher of this.watchers) watcher(event);
  }

  watch(listener: (event: WorldEvent) => void): () => void {
    this.watchers.add(listener);
    return () => {
      this.watchers.delete(listener);
    };
  }

  notePing(message: Message): void {
    if (this.pings.at(-1) === message) return;
    this.pings.push(message);
    if (this.pings.length > PINGS_KEPT) this.pings.shift();
  }

  /** Where clients connect. */
  get gatewayUrl(): string {
    return `${this.origin.replace('http', 'ws')}/gateway`;
  }

  guildOf(channel: Channel): GuildState | undefined {
    return channel.guildId === undefined ? undefined : this.guilds.get(channel.guildId);
  }

  memberOf(guildId: string | undefined, userId: string): Member | undefined {
    return guildId === undefined ? undefined : this.guilds.get(guildId)?.members.get(userId);
  }

  user(id: string): APIUser {
    return this.users.get(id) ?? deletedUser(id);
  }

  /** The bot behind a user id, if it is one of the portal's. */
  applicationOfUser(userId: string): Application | undefined {
    return this.applications.get(userId);
  }

  /** The last messages everywhere, oldest first; for the words of a failed wait. */
  lastMessages(count: number): Message[] {
    const all: Message[] = [];
    for (const channel of this.channels.values()) {
      all.push(...[...channel.messages.values(), ...channel.ephemerals.values()].slice(-count));
    }
    return all.sort((a, b) => a.sentAt - b.sentAt).slice(-count);
  }
}

function deletedUser(id: string): APIUser {
  return { id, username: 'Deleted User', discriminator: '0', global_name: null, avatar: null };
}
