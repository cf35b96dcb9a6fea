// Asks Discord about members over the gateway, at a pace that leaves the connection free; what nobody waits for comes last, and is asked until there is an answer.
import { type Client, Events, type Guild, type GuildMember, SnowflakeUtil, Status } from 'discord.js';
import type { Asking, Outcome } from '../core/actions.ts';
import type { Clock } from '../core/clock.ts';
import { outcomeOf } from './outcomes.ts';
import { type Rank, type Rhythm, Turns } from './turns.ts';

/** An answer comes over the gateway, without a status; later than this it counts as lost, in ms. */
const LONGEST_WAIT_FOR_MEMBERS_MS = 15_000;

/**
 * Discord takes 120 frames in a minute over one connection, of which discord.js sends 114 and then holds up everything
 * but heartbeats. With these turns no minute has more than 90 questions that take turns, nor more than 60 that nobody
 * waits for: 24 are left for what is asked at once.
 */
const RHYTHM: Rhythm = { atOnce: 40, everyMs: 1_200, kept: 30 };

/** Waits before a question that nobody waits for is asked again, ms: a quarter of an hour in all. */
const PAUSES_MS = [1_000, 5_000, 30_000, 120_000, 720_000];

/** Laurel stops: asked again or not, there will be no answer. */
const STOPPED = { done: false, final: true, reason: 'unreachable' } as const;
const UNREACHABLE = { done: false, final: false, reason: 'unreachable' } as const;

export type Present = ReadonlyMap<string, GuildMember>;

/** Ids of members, 100 at most; or what tells them when it is their turn. */
type MemberIds = readonly string[] | (() => readonly string[]);

export class MemberQuestions {
  readonly #client: Client;
  readonly #clock: Clock;
  /** By connection. */
  readonly #turns = new Map<number, Turns>();
  /** Those whom Discord did not find, by the question under way. */
  readonly #notFound = new Map<string, Set<string>>();
  /** What ends each wait under way, for an answer or for the time to ask again. */
  readonly #waits = new Set<() => void>();
  #isClosed = false;

  constructor(client: Client, clock: Clock) {
    this.#client = client;
    this.#clock = clock;
    client.on(Events.GuildMembersChunk, (_members, _guild, { nonce, notFound }) => {
      const missing = this.#notFound.get(nonce ?? '');
      for (const id of notFound) missing?.add(String(id));
    });
  }

  /** Those of these people who are in the server now: who is not among them is not there, for certain. */
  async ask(guildId: string, memberIds: MemberIds, asking: Asking): Promise<Outcome<Present>> {
    if (asking === 'atOnce') return this.#once(guildId, idsOf(memberIds));
    if (asking === 'inTurn') return this.#inTurn(guildId, memberIds, 'waitedFor');
    let answer = await this.#inTurn(guildId, memberIds, 'spare');
    for (const pause of PAUSES_MS) {
      if (answer.done || answer.final) break;
      await this.#pause(Math.max(pause, answer.retryAfterMs ?? 0));
      answer = await this.#inTurn(guildId, memberIds, 'spare');
    }
    return answer;
  }

  /** How long a question about members of a server would wait for its turn now, ms. */
  waitMs(guild: Guild): number {
    return this.#turnsOf(guild).waitMs;
  }

  /** Asks nothing more that takes turns; whoever has asked is told that there will be no answer. */
  close(): void {
    this.#isClosed = true;
    for (const turns of this.#turns.values()) turns.close();
    for (const end of this.#waits) end();
  }

  async #inTurn(guildId: string, memberIds: MemberIds, rank: Rank): Promise<Outcome<Present>> {
    const guild = this.#client.guilds.cache.get(guildId);
    if (guild && !(await this.#turnsOf(guild).take(rank))) return STOPPED;
    if (this.#isClosed) return STOPPED;
    // What is sent while there is no connection would wait for the next one, and be asked again by then.
    if (guild && !isListening(guild)) return UNREACHABLE;
    const tooLate = Promise.withResolvers<Outcome<Present>>();
    const end = () => tooLate.resolve(this.#isClosed ? STOPPED : UNREACHABLE);
    this.#waits.add(end);
    const callOff = this.#clock.after(LONGEST_WAIT_FOR_MEMBERS_MS, end);
    try {
      return await Promise.race([this.#once(guildId, idsOf(memberIds)), tooLate.promise]);
    } finally {
      callOff();
      this.#waits.delete(end);
    }
  }

  async #once(guildId: string, memberIds: readonly string[]): Promise<Outcome<Present>> {
    const guild = this.#client.guilds.cache.get(guildId);
    if (!guild) return { done: false, final: true, reason: 'unknownGuild' };
    // While Discord itself cannot reach a server, nobody is found there.
    if (!guild.available) return UNREACHABLE;
    if (memberIds.length === 0) return { done: true, value: new Map() };
    const nonce = SnowflakeUtil.generate().toString();
    const notFound = new Set<string>();
    this.#notFound.set(nonce, notFound);
    try {
      const user = [...memberIds];
      const found = await guild.members.fetch({ user, nonce, time: LONGEST_WAIT_FOR_MEMBERS_MS });
      const present = new Map(found);
      // Of whom an answer says nothing, nobody knows: each is asked for by itself.
      for (const id of memberIds) {
        if (present.has(id) || notFound.has(id)) continue;
        const member = await memberOf(guild, id);
        if (member) present.set(id, member);
      }
      return { done: true, value: present };
    } catch (err) {
      return outcomeOf(err);
    } finally {
      this.#notFound.delete(nonce);
    }
  }

  #turnsOf({ shardId }: Guild): Turns {
    const known = this.#turns.get(shardId);
    if (known) return known;
    const turns = new Turns(this.#clock, RHYTHM);
    this.#turns.set(shardId, turns);
    return turns;
  }

  /** Lets time pass; over at once when Laurel stops. */
  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        callOff();
        this.#waits.delete(end);
        resolve();
      };
      const callOff = this.#clock.after(ms, end);
      this.#waits.add(end);
    });
  }
}

function idsOf(memberIds: MemberIds): readonly string[] {
  return typeof memberIds === 'function' ? memberIds() : memberIds;
}

/** Whether the connection of a server takes questions: servers that are still on their way do not matter. */
function isListening({ shard: { status } }: Guild): boolean {
  return status === Status.Ready || status === Status.WaitingForGuilds;
}

/** A member as Discord has them, whatever the cache says; nothing for somebody who is not in the server. */
async function memberOf(guild: Guild, memberId: string): Promise<GuildMember | undefined> {
  try {
    return await guild.members.fetch({ user: memberId, force: true });
  } catch (err) {
    if (outcomeOf(err).reason === 'unknownMember') return undefined;
    throw err;
  }
}
