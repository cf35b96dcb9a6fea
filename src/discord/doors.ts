// Which command or component of which feature an interaction is for, and what it needs; nothing where there is none (any more).
import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js';
import { refuse } from '../core/context.ts';
import { CUSTOM_ID_VERSION, parseCustomId } from '../core/custom-id.ts';
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
} from './feature.ts';

/** What answers in a server. */
export interface Plan {
  feature: string;
  name: string;
  audience: Audience;
  requires: bigint | undefined;
  run(call: Call): Promise<Answer>;
}

/** What answers in direct messages. */
export interface DirectDoor {
  feature: string;
  name: string;
  audience: Audience;
  run(call: DirectCall): Promise<Answer>;
}

/** For a component or command that an older version of the bot left behind. */
export const OUT_OF_DATE: Plan = {
  feature: 'router',
  name: 'unknown',
  audience: 'privately',
  requires: undefined,
  run: async () => refuse('outOfDate'),
};

export class Doors {
  readonly #commands = new Map<string, { feature: string; command: Command }>();
  readonly #components = new Map<string, { feature: string; component: Component }>();

  constructor(features: readonly Feature[]) {
    for (const { name: feature, commands = [], components = [] } of features) {
      for (const command of commands)
        this.#commands.set(`${command.type}:${command.name}`, { feature, command });
      for (const component of components)
        this.#components.set(`${feature}:${component.action}`, { feature, component });
    }
  }

  planFor(interaction: GuildInteraction): Plan | undefined {
    if (interaction.isChatInputCommand()) return this.#commandPlan(`slash:${fullNameOf(interaction)}`);
    if (interaction.isMessageContextMenuCommand())
      return this.#commandPlan(`message:${interaction.commandName}`);
    if (interaction.isUserContextMenuCommand()) return this.#commandPlan(`user:${interaction.commandName}`);
    if (!interaction.isMessageComponent() && !interaction.isModalSubmit()) return undefined;
    const found = this.#componentFor(interaction);
    if (!found) return undefined;
    const { component, args, audience, feature } = found;
    return {
      feature,
      name: component.action,
      audience,
      requires: component.requires,
      run: (call) => component.run(call as Parameters<Component['run']>[0], args), // checked above: a component or a form
    };
  }

  directFor(interaction: DirectInteraction): DirectDoor | undefined {
    if (interaction.isChatInputCommand()) {
      const { commandName } = interaction;
      const known = this.#commands.get(`slash:${commandName}`);
      const run = known?.command.direct;
      if (!known || !run) return undefined;
      return { feature: known.feature, name: commandName, audience: 'privately', run };
    }
    if (!interaction.isMessageComponent() && !interaction.isModalSubmit()) return undefined;
    const found = this.#componentFor(interaction);
    const run = found?.component.direct;
    if (!found || !run) return undefined;
    const { component, args, audience, feature } = found;
    return { feature, name: component.action, audience, run: (call) => run(call, args) };
  }

  /** The command whose option somebody is typing. */
  typedInto(
    interaction: AutocompleteInteraction<'cached'>,
  ): { feature: string; name: string; command: Command } | undefined {
    const name = fullNameOf(interaction);
    const known = this.#commands.get(`slash:${name}`);
    return known && { ...known, name };
  }

  #commandPlan(key: string): Plan | undefined {
    const known = this.#commands.get(key);
    if (!known) return undefined;
    const { feature, command } = known;
    const run = (call: Call) => command.run(call as never); // the key names the type of interaction
    return { feature, name: command.name, audience: command.answers, requires: command.requires, run };
  }

  #componentFor({ customId, user }: { customId: string; user: { id: string } }) {
    const id = parseCustomId(customId);
    const known =
      id?.version === CUSTOM_ID_VERSION ? this.#components.get(`${id.feature}:${id.action}`) : undefined;
    if (!id || !known) return undefined;
    const { answers } = known.component;
    const audience = typeof answers === 'function' ? answers(user.id, id.args) : answers;
    return { ...known, args: id.args, audience };
  }
}

/** `questions list` for a subcommand, else the command's name. */
function fullNameOf({
  commandName,
  options,
}: ChatInputCommandInteraction<'cached'> | AutocompleteInteraction<'cached'>): string {
  const subcommand = options.getSubcommand(false);
  return subcommand === null ? commandName : `${commandName} ${subcommand}`;
}
