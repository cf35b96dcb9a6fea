// Event or interaction → feature; the one place that catches.
import { type Client, type ClientEvents, Events, type Message } from 'discord.js';
import type { Context } from '../core/context.ts';
import { newReference } from '../log.ts';
import type { CommandDirectory } from './commands.ts';
import { channelOf, type Deed, deedOf } from './events.ts';
import type { Feature, ListenerArguments } from './feature.ts';
import { Interactions } from './interactions.ts';
import { type Handling, Lanes } from './lanes.ts';
import { Pace } from './pace.ts';

type AnyListener = (ctx: Context, ...event: readonly unknown[]) => Promise<void> | void;

interface Listener {
  feature: string;
  listen: AnyListener;
}

/** What may be noticed of one member, of each kind: more than hands can do, at once and in a minute. */
const DEEDS = { atOnce: 300, perMinute: 300 };

export class Router {
  readonly #ctx: Context;
  readonly #interactions: Interactions;
  readonly #lanes = new Lanes();
  readonly #underWay = new Set<Promise<void>>();
  readonly #listeners = new Map<string, Listener[]>();
  readonly #deeds = new Pace(DEEDS);
  #taking = true;

  constructor(ctx: Context, features: readonly Feature[], directory: CommandDirectory) {
    this.#ctx = ctx;
    this.#interactions = new Interactions(ctx, features, directory);
  }

  /** Begins to listen for everything that the features declare. */
  attach(client: Client, features: readonly Feature[]): void {
    client.on(Events.InteractionCreate, (interaction) => {
      if (this.#taking) this.#track(this.#interactions.answer(interaction));
    });
    for (const feature of features) {
      for (const [event, listener] of Object.entries(feature.listeners ?? {})) {
        const listen = listener as AnyListener; // entries() forgets which event it is
        const known = this.#listeners.get(event);
        if (known) known.push({ feature: feature.name, listen });
        else this.#listeners.set(event, [{ feature: feature.name, listen }]);
      }
    }
    for (const [event, listeners] of this.#listeners)
      client.on(event as keyof ClientEvents, (...args) => this.#event(event, listeners, args));
  }

  /** Does work in a channel's turn: after what is under way there, and before what comes next. Nothing once it stops. */
  inTurn(channelId: string, work: () => Promise<void>): Promise<void> {
    if (!this.#taking) return Promise.resolve();
    return new Promise((resolve) => {
      const turn = async () => {
        await this.#guarded('router', 'turn', work);
        resolve();
      };
      this.#track(this.#lanes.take(channelId, turn));
    });
  }

  /**
   * Tells the features of an event that nobody told of when it happened, one after the other as if it came now. For
   * whoever has the channel's turn.
   */
  async retell<E extends keyof ClientEvents>(event: E, ...args: ListenerArguments<E>): Promise<void> {
    await this.#tell(event, this.#listeners.get(event) ?? [], args, deedOf(event, args));
  }

  /** The same, for one feature only. */
  async retellTo<E extends keyof ClientEvents>(
    name: string,
    event: E,
    ...args: ListenerArguments<E>
  ): Promise<void> {
    const its = (this.#listeners.get(event) ?? []).filter(({ feature }) => feature === name);
    await this.#tell(event, its, args, deedOf(event, args));
  }

  /**
   * Whether somebody has anything left of what may be noticed of one member, for a message that was found later.
   * What a flood lost by going too fast stays lost; what got lost on its way to Laurel is told.
   */
  mayBeTold(message: Message): boolean {
    const deed = deedOf(Events.MessageCreate, [message]);
    return !deed || this.#takes(Events.MessageCreate, deed);
  }

  /** Takes on nothing new and waits for what is under way. */
  async stop(): Promise<void> {
    this.#taking = false;
    await this.whenIdle();
  }

  /** Resolves when no handler is under way. */
  async whenIdle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  #event(event: string, listeners: readonly Listener[], args: readonly unknown[]): void {
    if (!this.#taking) return;
    const deed = deedOf(event, args);
    if (deed && !this.#takes(event, deed)) return;
    const channel = channelOf(event, args);
    if (channel !== undefined)
      this.#track(this.#lanes.take(channel, () => this.#tell(event, listeners, args, deed)));
    // Outside of channels there is no order: nobody waits for what another feature makes of it.
    else for (const one of listeners) this.#track(this.#tell(event, [one], args, deed));
  }

  #takes(event: string, { guildId, memberId, at }: Deed): boolean {
    return this.#deeds.take(`${event}:${guildId}:${memberId}`, at ?? this.#ctx.clock.now()) === 'go';
  }

  /** Tells features of an event, one after the other. Of those who are left out nothing is handed on, now or afterwards. */
  #tell(
    event: string,
    listeners: readonly Listener[],
    args: readonly unknown[],
    deed: Deed | undefined,
  ): Handling {
    // Where there is nobody to ask about, the first listener is told at once: gates of channels close with the event.
    if (!deed || this.#ctx.people.knowsOfNoWish(deed.guildId))
      return this.#tellFrom(0, event, listeners, args);
    return this.#isLeftOut(event, deed).then((isLeftOut) =>
      isLeftOut ? undefined : this.#tellFrom(0, event, listeners, args),
    );
  }

  /** Tells the listeners from this one on. What is nothing to them, as most of what is said, is over when this returns. */
  #tellFrom(
    first: number,
    event: string,
    listeners: readonly Listener[],
    args: readonly unknown[],
  ): Handling {
    for (let at = first; at < listeners.length; at += 1) {
      const listener = listeners[at];
      if (!listener) break;
      const handling = this.#guarded(listener.feature, event, () => listener.listen(this.#ctx, ...args));
      if (handling) return handling.then(() => this.#tellFrom(at + 1, event, listeners, args));
    }
    return undefined;
  }

  /** Also where that cannot be found out. */
  async #isLeftOut(event: string, { guildId, memberId }: Deed): Promise<boolean> {
    let isLeftOut = true;
    await this.#guarded('router', event, async () => {
      isLeftOut = await this.#ctx.people.isLeftOut(guildId, memberId);
    });
    return isLeftOut;
  }

  #guarded(feature: string, event: string, handle: () => Promise<void> | void): Handling {
    try {
      const handling = handle();
      if (handling instanceof Promise) return handling.catch((err) => this.#failed(feature, event, err));
    } catch (err) {
      this.#failed(feature, event, err);
    }
    return undefined;
  }

  #failed(feature: string, event: string, err: unknown): void {
    this.#ctx.log.error({ feature, event, ref: newReference(), err }, 'a listener failed');
  }

  #track(work: Handling): void {
    if (!work) return;
    this.#underWay.add(work);
    void work.finally(() => this.#underWay.delete(work));
  }
}
