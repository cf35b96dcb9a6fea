// Discord's limit over all routes, kept so exactly that Discord need not refuse: what nobody waits for is asked evenly where there is room, and everything else before it.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { REST, RESTOptions } from 'discord.js';
import { type Cancel, systemClock } from '../core/clock.ts';

type MakeRequest = RESTOptions['makeRequest'];
type Client = { readonly options: Pick<REST['options'], 'makeRequest'> };

/** Requests that Discord allows in a second over all routes. */
const MOST = 50;
/** So many of them stay free of what nobody waits for; whoever needs more comes first all the same, and waits some 20 ms for each. */
const LEFT_FREE = 2;
const SECOND_MS = 1_000;
/** Between two that nobody waits for, ms: they are spread over most of a second, and there is time to make up for a pause. */
const GAP_MS = 15;
/** A process that was busy for a moment goes on with a few at once, as many as belong into this time, ms. */
const LATE_MS = 45;

/** Answers to interactions and their follow-ups stand outside the limit. */
const EXEMPT = /\/v\d+\/(?:interactions|webhooks)\//;

/** A place in the running second that was given to a question, which has not gone yet. */
interface Turn {
  isUsed: boolean;
}

const turns = new AsyncLocalStorage<Turn>();

/**
 * Nobody knows when a request arrives, only that it does between leaving and being answered: until then it counts, and
 * for a second from then on. So there are never too many in any second, whenever Discord's begin. No answer
 * was quicker than the way there and back: half of what the quickest took is taken off, as a quicker one may still come.
 */
class GlobalLimit {
  /** Gone and not answered, or about to go. */
  #underWay = 0;
  /** Until when those count that were answered, the earliest first, ms by the time of the machine. */
  readonly #counted: number[] = [];
  #quickestMs = Infinity;
  /** Those who wait for their place, first come, first served; somebody waits for the answers of the first ones. */
  readonly #first: (() => void)[] = [];
  readonly #spare: (() => void)[] = [];
  #nextAt = 0;
  #lookedAt = 0;
  #wake: Cancel | undefined;

  /** Sends a request when it has its place. */
  async send<T>(request: () => Promise<T>): Promise<T> {
    const turn = turns.getStore();
    if (!turn || turn.isUsed) await this.#place(this.#first);
    else turn.isUsed = true;
    const sentAt = systemClock.now();
    let countsFrom: number | undefined;
    try {
      const answer = await request();
      const now = systemClock.now();
      this.#quickestMs = Math.min(this.#quickestMs, Math.max(0, now - sentAt));
      countsFrom = now - this.#quickestMs / 2;
      return answer;
    } finally {
      this.#counted.push((countsFrom ?? systemClock.now()) + SECOND_MS);
      this.#leave();
    }
  }

  /** Asks a question when there is room for one that can wait. */
  async ask<T>(question: () => Promise<T>): Promise<T> {
    await this.#place(this.#spare);
    const turn: Turn = { isUsed: false };
    try {
      return await turns.run(turn, question);
    } finally {
      if (!turn.isUsed) this.#leave();
    }
  }

  #place(waiting: (() => void)[]): Promise<void> {
    return new Promise((resolve) => {
      waiting.push(resolve);
      this.#go();
    });
  }

  #leave(): void {
    this.#underWay -= 1;
    this.#go();
  }

  #go(): void {
    const now = systemClock.now();
    if (now < this.#lookedAt) this.#beginAnew(now);
    this.#lookedAt = now;
    while (this.#first.length > 0 && this.#taken(now) < MOST) this.#give(this.#first);
    this.#nextAt = Math.max(this.#nextAt, now - LATE_MS);
    while (this.#spare.length > 0 && this.#nextAt <= now && this.#taken(now) < MOST - LEFT_FREE) {
      this.#nextAt += GAP_MS;
      this.#give(this.#spare);
    }
    this.#wake?.();
    this.#wake = undefined;
    const at = this.#roomAt(now);
    if (at !== undefined) this.#wake = systemClock.after(at - now, () => this.#go());
  }

  #give(waiting: (() => void)[]): void {
    this.#underWay += 1;
    waiting.shift()?.();
  }

  #taken(now: number): number {
    while ((this.#counted[0] ?? Infinity) <= now) this.#counted.shift();
    return this.#underWay + this.#counted.length;
  }

  /** When the next one may go, as far as no answer comes before; nothing when none waits, or only an answer makes room. */
  #roomAt(now: number): number | undefined {
    if (this.#first.length === 0 && this.#spare.length === 0) return undefined;
    const most = this.#first.length > 0 ? MOST : MOST - LEFT_FREE;
    const room = this.#taken(now) < most ? now : this.#counted[0];
    if (this.#first.length > 0) return room;
    return room === undefined ? undefined : Math.max(room, this.#nextAt);
  }

  /** The machine's clock was set back: by what is remembered, nothing would go until that time comes again. */
  #beginAnew(now: number): void {
    this.#counted.fill(now + SECOND_MS);
    this.#nextAt = now;
  }
}

const limits = new WeakMap<MakeRequest, GlobalLimit>();

/** The same way to ask Discord, with its limit over all routes kept. */
export function withinGlobalLimit(makeRequest: MakeRequest): MakeRequest {
  const limit = new GlobalLimit();
  const limited: MakeRequest = (url, init) =>
    EXEMPT.test(url) ? makeRequest(url, init) : limit.send(() => makeRequest(url, init));
  limits.set(limited, limit);
  return limited;
}

/** Asks Discord what can wait, when there is room, first come, first served; at once where nobody keeps the limit. */
export function askWhenSpare<T>({ options }: Client, question: () => Promise<T>): Promise<T> {
  return limits.get(options.makeRequest)?.ask(question) ?? question();
}
