// Event or interaction → feature; the one place that catches.
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Client,
  type ClientEvents,
  DiscordAPIError,
  Events,
  type Interaction,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { Context } from '../core/context.ts';
import { refuse } from '../core/context.ts';
import { CUSTOM_ID_VERSION, parseCustomId } from '../core/custom-id.ts';
import type { Reading } from '../core/texts.ts';
import { textView } from '../core/views.ts';
import { newReference } from '../log.ts';
import type { CommandDirectory } from './commands.ts';
import { channelOf, type Deed, deedOf } from './events.ts';
import type {
  Answer,
  Audience,
  Call,
  Command,
  Component,
  DirectCall,
  DirectInteraction,
  Feature,
  GuildInteraction,
  ListenerArguments,
} from './feature.ts';
import { Pace } from './pace.ts';
import { Responder } from './responder.ts';

/** Discord's limit for what is offered while somebody types. */
const MOST_SUGGESTIONS = 25;

type AnyListener = (ctx: Context, ...event: readonly unknown[]) => Promise<void> | void;

/** What one member may ask of Laurel, and what may be noticed of one: more than hands can do, at once and in a minute. */
const INTERACTIONS = { atOnce: 100, perMinute: 60 };
const DEEDS = { atOnce: 300, perMinute: 300 };

interface Plan {
  feature: string;
  name: string;
  audience: Audience;
  requires: bigint | undefined;
  run(call: Call): Promise<Answer>;
}

/** What answers in direct messages. */
interface DirectDoor {
  feature: string;
  name: string;
  audience: Audience;
  run(call: DirectCall): Promise<Answer>;
}

type About = { feature: string; interaction: string; guildId: string | null; memberId: string };

export class Router {
  readonly #ctx: Context;
  readonly #directory: CommandDirectory;
  readonly #commands = new Map<string, { feature: string; command: Command }>();
  readonly #components = new Map<string, Component>();
  /** The last handler under way in each channel; the next one there waits for it. */
  readonly #channels = new Map<string, Promise<void>>();
  readonly #underWay = new Set<Promise<void>>();
  readonly #listeners = new Map<string, { feature: string; listen: AnyListener }[]>();
  readonly #servesLeftOut: ReadonlySet<string>;
  readonly #interactions = new Pace(INTERACTIONS);
  readonly #deeds = new Pace(DEEDS);
  #taking = true;

  constructor(ctx: Context, features: readonly Feature[], directory: CommandDirectory) {
    this.#ctx = ctx;
    this.#directory = directory;
    this.#servesLeftOut = new Set(features.filter((one) => one.servesLeftOut).map(({ name }) => name));
    for (const feature of features) {
      for (const command of feature.commands ?? [])
        this.#commands.set(`${command.type}:${command.name}`, { feature: feature.name, command });
      for (const component of feature.components ?? [])
        this.#components.set(`${feature.name}:${component.action}`, component);
    }
  }

  /** Begins to listen for everything that the features declare. */
  attach(client: Client, features: readonly Feature[]): void {
    client.on(Events.InteractionCreate, (interaction) => this.#track(this.#interaction(interaction)));
    for (const feature of features) {
      for (const [event, listener] of Object.entries(feature.listeners ?? {})) {
        const listen = listener as AnyListener; // entries() forgets which event it is
        this.#listeners.set(event, [
          ...(this.#listeners.get(event) ?? []),
          { feature: feature.name, listen },
        ]);
        client.on(event as keyof ClientEvents, (...args) =>
          this.#event(feature.name, event, args, () => listen(this.#ctx, ...args)),
        );
      }
    }
  }

  /** Does work in a channel's turn: after what is under way there, and before what comes next. Nothing once it stops. */
  inTurn(channelId: string, work: () => Promise<void>): Promise<void> {
    if (!this.#taking) return Promise.resolve();
    return this.#take('router', 'turn', channelId, undefined, work);
  }

  /**
   * Tells the features of an event that nobody told of when it happened, one after the other as if it came now. For
   * whoever has the channel's turn.
   */
  async retell<E extends keyof ClientEvents>(event: E, ...args: ListenerArguments<E>): Promise<void> {
    for (const { feature, listen } of this.#listeners.get(event) ?? [])
      await this.#guarded(feature, event, deedOf(event, args), () => listen(this.#ctx, ...args));
  }

  /** The same, for one feature only. */
  async retellTo<E extends keyof ClientEvents>(
    name: string,
    event: E,
    ...args: ListenerArguments<E>
  ): Promise<void> {
    for (const { feature, listen } of this.#listeners.get(event) ?? [])
      if (feature === name)
        await this.#guarded(feature, event, deedOf(event, args), () => listen(this.#ctx, ...args));
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

  #event(feature: string, event: string, args: readonly unknown[], handle: () => Promise<void> | void): void {
    if (!this.#taking) return;
    const deed = deedOf(event, args);
    if (deed) {
      const { guildId, memberId, at } = deed;
      const now = at ?? this.#ctx.clock.now();
      if (this.#deeds.take(`${feature}:${event}:${guildId}:${memberId}`, now) !== 'go') return;
    }
    const channel = channelOf(event, args);
    if (channel === undefined) this.#track(this.#guarded(feature, event, deed, handle));
    else void this.#take(feature, event, channel, deed, handle);
  }

  #take(
    feature: string,
    event: string,
    channel: string,
    deed: Deed | undefined,
    handle: () => Promise<void> | void,
  ): Promise<void> {
    const guarded = () => this.#guarded(feature, event, deed, handle);
    const done = this.#channels.get(channel)?.then(breathe).then(guarded) ?? guarded();
    this.#track(done);
    this.#channels.set(channel, done);
    void done.then(() => {
      if (this.#channels.get(channel) === done) this.#channels.delete(channel);
    });
    return done;
  }

  /** Of those who are left out nothing is handed on, now or afterwards. */
  async #guarded(
    feature: string,
    event: string,
    deed: Deed | undefined,
    handle: () => Promise<void> | void,
  ): Promise<void> {
    try {
      if (deed && (await this.#ctx.people.isLeftOut(deed.guildId, deed.memberId))) return;
      await handle();
    } catch (err) {
      this.#ctx.log.error({ feature, event, ref: newReference(), err }, 'a listener failed');
    }
  }

  async #interaction(interaction: Interaction): Promise<void> {
    // Bots ask nothing of each other.
    if (!this.#taking || interaction.user.bot) return;
    const key = `${interaction.guildId}:${interaction.user.id}`;
    const pace = this.#interactions.take(key, this.#ctx.clock.now());
    if (pace === 'stillTooFast') return;
    if (!interaction.inCachedGuild()) {
      // Of a server that Laurel is not in nothing is answered; of a direct conversation, what is made for it.
      if (interaction.guildId === null && !interaction.isAutocomplete())
        await this.#direct(interaction, pace === 'go');
      return;
    }
    if (interaction.isAutocomplete()) return pace === 'go' ? this.#suggest(interaction) : undefined;
    const known = this.#planFor(interaction);
    const plan = known ?? { ...OUT_OF_DATE };
    const reading = this.#ctx.texts.for(interaction.locale);
    const responder = new Responder(interaction, plan.audience, reading, this.#ctx.clock);
    const call: Call = {
      ctx: this.#ctx,
      interaction,
      guildId: interaction.guildId,
      channelId: interaction.channelId ?? interaction.guildId,
      member: interaction.member,
      reading,
      at: interaction.createdTimestamp,
      commands: this.#directory,
      progress: (view) => responder.progress(view),
    };
    const { feature, name } = plan;
    const about = { feature, interaction: name, guildId: call.guildId, memberId: call.member.id };
    await this.#answer(about, responder, reading, async () => {
      if (pace !== 'go') return refuse('tooFast');
      if (plan.requires !== undefined && !interaction.memberPermissions.has(plan.requires))
        return refuse('notAllowed');
      const closed = known && !this.#servesLeftOut.has(feature);
      if (closed && (await this.#ctx.people.isLeftOut(call.guildId, call.member.id)))
        return refuse('leftOut', { privacy: this.#directory.mention(call.guildId, 'privacy') });
      return plan.run(call);
    });
  }

  /** In direct messages there is no member, no server and no right: only what a feature made for there is answered. */
  async #direct(interaction: DirectInteraction, mayGoOn: boolean): Promise<void> {
    const ctx = this.#ctx;
    const commands = this.#directory;
    const door = this.#directDoor(interaction);
    if (!door) return;
    const { user, createdTimestamp: at } = interaction;
    const reading = ctx.texts.for(interaction.locale);
    const responder = new Responder(interaction, door.audience, reading, ctx.clock);
    const about = { feature: door.feature, interaction: door.name, guildId: null, memberId: user.id };
    await this.#answer(about, responder, reading, async () =>
      mayGoOn ? door.run({ ctx, interaction, userId: user.id, reading, at, commands }) : refuse('tooFast'),
    );
  }

  #directDoor(interaction: DirectInteraction): DirectDoor | undefined {
    if (interaction.isChatInputCommand()) {
      const { commandName } = interaction;
      const known = this.#commands.get(`slash:${commandName}`);
      const run = known?.command.direct;
      if (!known || !run) return undefined;
      return { feature: known.feature, name: commandName, audience: 'privately', run };
    }
    if (!interaction.isMessageComponent() && !interaction.isModalSubmit()) return undefined;
    const id = parseCustomId(interaction.customId);
    const component =
      id?.version === CUSTOM_ID_VERSION ? this.#components.get(`${id.feature}:${id.action}`) : undefined;
    const run = component?.direct;
    if (!id || !component || !run) return undefined;
    const { answers } = component;
    const audience = typeof answers === 'function' ? answers(interaction.user.id, id.args) : answers;
    return { feature: id.feature, name: id.action, audience, run: (call) => run(call, id.args) };
  }

  async #answer(
    about: About,
    responder: Responder,
    reading: Reading,
    work: () => Promise<Answer>,
  ): Promise<void> {
    try {
      await responder.finish(await work());
    } catch (err) {
      await this.#fault(err, about, reading, responder);
    }
  }

  /** Offers what may be meant while somebody types. Nothing is lost when it fails: they can type on. */
  async #suggest(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    const { guildId, locale } = interaction;
    const commandName = fullNameOf(interaction);
    const known = this.#commands.get(`slash:${commandName}`);
    if (!known) return;
    try {
      const { name, value } = interaction.options.getFocused(true);
      const spec = known.command.type === 'slash' ? known.command.options[name] : undefined;
      if (spec?.type !== 'text' || !spec.autocomplete) return;
      const { requires } = known.command;
      const allowed = requires === undefined || interaction.memberPermissions.has(requires);
      const typing = { ctx: this.#ctx, guildId, reading: this.#ctx.texts.for(locale), typed: value };
      const suggestions = allowed ? await spec.autocomplete(typing) : [];
      await interaction.respond(suggestions.slice(0, MOST_SUGGESTIONS));
    } catch (err) {
      const about = {
        feature: known.feature,
        interaction: commandName,
        guildId,
        memberId: interaction.user.id,
      };
      if (isTooLate(err)) this.#ctx.log.debug({ ...about, err }, 'typed on before there were suggestions');
      else this.#ctx.log.error({ ...about, ref: newReference(), err }, 'suggestions failed');
    }
  }

  async #fault(err: unknown, about: About, { t }: Reading, responder: Responder): Promise<void> {
    if (isTooLate(err))
      return this.#ctx.log.warn({ ...about, err }, 'the interaction was over before it was answered');
    const ref = newReference();
    this.#ctx.log.error({ ...about, ref, err }, 'an interaction failed');
    await responder
      .sayPrivately(textView(t('fault', { ref })))
      .catch((again) => this.#ctx.log.warn({ ...about, ref, err: again }, 'the person could not be told'));
  }

  #planFor(interaction: GuildInteraction): Plan | undefined {
    if (interaction.isChatInputCommand()) return this.#commandPlan(`slash:${fullNameOf(interaction)}`);
    if (interaction.isMessageContextMenuCommand())
      return this.#commandPlan(`message:${interaction.commandName}`);
    if (interaction.isUserContextMenuCommand()) return this.#commandPlan(`user:${interaction.commandName}`);
    if (!interaction.isMessageComponent() && !interaction.isModalSubmit()) return undefined;
    const id = parseCustomId(interaction.customId);
    const component =
      id?.version === CUSTOM_ID_VERSION ? this.#components.get(`${id.feature}:${id.action}`) : undefined;
    if (!id || !component) return undefined;
    const { answers } = component;
    return {
      feature: id.feature,
      name: id.action,
      audience: typeof answers === 'function' ? answers(interaction.user.id, id.args) : answers,
      requires: component.requires,
      run: (call) => component.run(call as Parameters<Component['run']>[0], id.args), // checked above: a component or a form
    };
  }

  #commandPlan(key: string): Plan | undefined {
    const known = this.#commands.get(key);
    if (!known) return undefined;
    const { feature, command } = known;
    const run = (call: Call) => command.run(call as never); // the key names the type of interaction
    return { feature, name: command.name, audience: command.answers, requires: command.requires, run };
  }

  #track(work: Promise<void>): void {
    this.#underWay.add(work);
    void work.finally(() => this.#underWay.delete(work));
  }
}

/** For a component or command that an older version of the bot left behind. */
const OUT_OF_DATE: Plan = {
  feature: 'router',
  name: 'unknown',
  audience: 'privately',
  requires: undefined,
  run: async () => refuse('outOfDate'),
};

/** SQLite answers at once, so a long queue of handlers would run without a pause: what came in meanwhile goes first. */
const breathe = () => new Promise<void>((resolve) => void setImmediate(resolve));

/** `questions list` for a subcommand, else the command's name. */
function fullNameOf({
  commandName,
  options,
}: ChatInputCommandInteraction<'cached'> | AutocompleteInteraction<'cached'>): string {
  const subcommand = options.getSubcommand(false);
  return subcommand === null ? commandName : `${commandName} ${subcommand}`;
}

/** Discord waits three seconds for a first answer, fifteen minutes for the last, and takes no second first one. */
const TOO_LATE: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.InvalidWebhookToken,
]);

function isTooLate(err: unknown): boolean {
  return err instanceof DiscordAPIError && TOO_LATE.has(err.code);
}
