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
import { textView } from '../core/views.ts';
import { newReference } from '../log.ts';
import type { CommandDirectory } from './commands.ts';
import type {
  Answer,
  Audience,
  Call,
  Command,
  Component,
  Feature,
  GuildInteraction,
  ListenerArguments,
} from './feature.ts';
import { Responder } from './responder.ts';

/** Discord's limit for what is offered while somebody types. */
const MOST_SUGGESTIONS = 25;

type AnyListener = (ctx: Context, ...event: readonly unknown[]) => Promise<void> | void;

interface Plan {
  feature: string;
  name: string;
  audience: Audience;
  requires: bigint | undefined;
  run(call: Call): Promise<Answer>;
}

export class Router {
  readonly #ctx: Context;
  readonly #directory: CommandDirectory;
  readonly #commands = new Map<string, { feature: string; command: Command }>();
  readonly #components = new Map<string, Component>();
  /** The last handler under way in each channel; the next one there waits for it. */
  readonly #channels = new Map<string, Promise<void>>();
  readonly #underWay = new Set<Promise<void>>();
  readonly #listeners = new Map<string, { feature: string; listen: AnyListener }[]>();
  #taking = true;

  constructor(ctx: Context, features: readonly Feature[], directory: CommandDirectory) {
    this.#ctx = ctx;
    this.#directory = directory;
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
    return this.#take('router', 'turn', channelId, work);
  }

  /**
   * Tells the features of an event that nobody told of when it happened, one after the other as if it came now. For
   * whoever has the channel's turn.
   */
  async retell<E extends keyof ClientEvents>(event: E, ...args: ListenerArguments<E>): Promise<void> {
    for (const { feature, listen } of this.#listeners.get(event) ?? [])
      await this.#guarded(feature, event, () => listen(this.#ctx, ...args));
  }

  /** The same, for one feature only. */
  async retellTo<E extends keyof ClientEvents>(
    name: string,
    event: E,
    ...args: ListenerArguments<E>
  ): Promise<void> {
    for (const { feature, listen } of this.#listeners.get(event) ?? [])
      if (feature === name) await this.#guarded(feature, event, () => listen(this.#ctx, ...args));
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
    const channel = channelOf(event, args);
    if (channel === undefined) this.#track(this.#guarded(feature, event, handle));
    else void this.#take(feature, event, channel, handle);
  }

  #take(feature: string, event: string, channel: string, handle: () => Promise<void> | void): Promise<void> {
    const guarded = () => this.#guarded(feature, event, handle);
    const done = this.#channels.get(channel)?.then(guarded) ?? guarded();
    this.#track(done);
    this.#channels.set(channel, done);
    void done.then(() => {
      if (this.#channels.get(channel) === done) this.#channels.delete(channel);
    });
    return done;
  }

  async #guarded(feature: string, event: string, handle: () => Promise<void> | void): Promise<void> {
    try {
      await handle();
    } catch (err) {
      this.#ctx.log.error({ feature, event, ref: newReference(), err }, 'a listener failed');
    }
  }

  async #interaction(interaction: Interaction): Promise<void> {
    if (!this.#taking || !interaction.inCachedGuild()) return;
    if (interaction.isAutocomplete()) return this.#suggest(interaction);
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
    try {
      const allowed = plan.requires === undefined || interaction.memberPermissions.has(plan.requires);
      await responder.finish(allowed ? await plan.run(call) : refuse('notAllowed'));
    } catch (err) {
      await this.#fault(err, plan, call, responder);
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

  async #fault(err: unknown, plan: Plan, call: Call, responder: Responder): Promise<void> {
    const about = {
      feature: plan.feature,
      interaction: plan.name,
      guildId: call.guildId,
      memberId: call.member.id,
    };
    if (isTooLate(err))
      return this.#ctx.log.warn({ ...about, err }, 'the interaction was over before it was answered');
    const ref = newReference();
    this.#ctx.log.error({ ...about, ref, err }, 'an interaction failed');
    await responder
      .sayPrivately(textView(call.reading.t('fault', { ref })))
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

/** `questions list` for a subcommand, else the command's name. */
function fullNameOf({
  commandName,
  options,
}: ChatInputCommandInteraction<'cached'> | AutocompleteInteraction<'cached'>): string {
  const subcommand = options.getSubcommand(false);
  return subcommand === null ? commandName : `${commandName} ${subcommand}`;
}

function isTooLate(err: unknown): boolean {
  return (
    err instanceof DiscordAPIError &&
    (err.code === RESTJSONErrorCodes.UnknownInteraction ||
      err.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)
  );
}

/** The channel that an event happened in, for those whose order within a channel matters. */
function channelOf(event: string, args: readonly unknown[]): string | undefined {
  if (event === Events.MessageBulkDelete) return idIn(args[1], 'id');
  return idIn(args[0], 'channelId') ?? idIn(valueIn(args[0], 'message'), 'channelId');
}

function valueIn(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value ? Reflect.get(value, key) : undefined;
}

function idIn(value: unknown, key: string): string | undefined {
  const found = valueIn(value, key);
  return typeof found === 'string' ? found : undefined;
}
