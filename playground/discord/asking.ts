// How people use bots: running commands and menus, clicking, picking, filling in modals.
import {
  type APIUser,
  ApplicationCommandType,
  PermissionFlagsBits as Bits,
  InteractionContextType,
  InteractionType,
} from 'discord-api-types/v10';
import { canSee, permissionNames, permissionsIn } from './access.ts';
import { Answer } from './answer.ts';
import { type OptionValues, typeOptions } from './command-options.ts';
import { findButton, findSelect } from './components.ts';
import { ask, type Choice, type Interaction } from './interactions.ts';
import { messageView } from './message-view.ts';
import { type Fields, fillModal } from './modal-fields.ts';
import type { Application, Channel, Command, Component, Message } from './model.ts';
import { pickedData } from './picking.ts';
import { type Pick, resolve } from './resolved.ts';
import { has } from './rules/permissions.ts';
import type { World } from './world.ts';

/** A person, as far as bots are concerned. */
export interface Asker {
  readonly id: string;
  readonly name: string;
  readonly user: APIUser;
}

/** Who uses something, and where. */
export interface Use {
  world: World;
  person: Asker;
  channel: Channel;
}

/** `/thanks`, `/rules try`; see `typeOptions` for what is checked. */
export async function runCommand(use: Use, line: string, values: OptionValues): Promise<Answer> {
  const { app, command, path } = findCommand(use, line);
  const { options, resolved } = typeOptions(use.world, use.channel, command, path, values);
  return answered(use, {
    app,
    kind: 'command',
    type: InteractionType.ApplicationCommand,
    data: { ...identity(command), options, resolved },
    commandName: [command.name, ...path].join(' '),
    title: `/${[command.name, ...path].join(' ')}`,
  });
}

/** Autocompletion of the last of the given options. */
export async function completeOption(use: Use, line: string, values: OptionValues): Promise<Choice[]> {
  const { app, command, path } = findCommand(use, line);
  const focused = Object.keys(values).at(-1) ?? '';
  const { options, resolved } = typeOptions(use.world, use.channel, command, path, values, focused);
  const interaction = await send(use, {
    app,
    kind: 'autocomplete',
    type: InteractionType.ApplicationCommandAutocomplete,
    data: { ...identity(command), options, resolved },
    title: `the completion of "${focused}" in ${line}`,
  });
  return interaction.first?.kind === 'choices' ? interaction.first.choices : [];
}

/** A command of the context menu, on a message or on a person. */
export async function useMenu(use: Use, name: string, target: Message | Asker): Promise<Answer> {
  const onMessage = 'channelId' in target;
  const type = onMessage ? ApplicationCommandType.Message : ApplicationCommandType.User;
  const { app, command } = findIn(
    use,
    (each) => each.type === type && each.name === name,
    `the menu "${name}"`,
  );
  if (onMessage && target.channelId !== use.channel.id) throw new Error('That message is in another channel');
  const resolved = onMessage
    ? { messages: { [target.id]: messageView(use.world, target, { app, readsContent: true }) } }
    : resolve(use.world, use.channel, 'user', [target.id]);
  return answered(use, {
    app,
    kind: 'command',
    type: InteractionType.ApplicationCommand,
    data: { ...identity(command), target_id: target.id, resolved },
    commandName: command.name,
    title: name,
    metadata: onMessage ? { target_message_id: target.id } : { target_user: use.world.user(target.id) },
  });
}

/** A click on the button with this label, custom id or emoji. */
export async function clickButton(use: Use, message: Message, wanted: string): Promise<Answer> {
  const button = findButton(message.components, wanted);
  return useComponent(
    use,
    message,
    button,
    {},
    `the button "${button.label ?? button.emoji?.name ?? wanted}"`,
  );
}

/** Values for a select: option values or labels, or people, roles and channels. */
export async function pickValues(
  use: Use,
  message: Message,
  picks: readonly Pick[],
  customId?: string,
): Promise<Answer> {
  const select = findSelect(message.components, customId);
  const title = `the select "${select.placeholder ?? select.custom_id ?? ''}"`;
  return useComponent(use, message, select, pickedData(use, select, picks), title);
}

/** Sends a modal with these fields; what is left out keeps what it was prefilled with. */
export async function submitModal(use: Use, answer: Answer, fields: Fields): Promise<Answer> {
  const { modal, interaction } = answer;
  if (modal === undefined)
    throw new Error(`The answer to ${interaction.title} is no modal but: ${answer.text}`);
  const filled = fillModal(use.world, use.channel, modal, fields);
  return answered(use, {
    app: interaction.app,
    kind: interaction.source === undefined ? 'modal' : 'modalFromComponent',
    type: InteractionType.ModalSubmit,
    data: { custom_id: modal.customId, components: filled.components, resolved: filled.resolved },
    source: interaction.source,
    title: `the modal "${modal.title}"`,
    metadata: { triggering_interaction_metadata: interaction.metadata },
  });
}

function useComponent(
  use: Use,
  message: Message,
  component: Component,
  more: Record<string, unknown>,
  title: string,
): Promise<Answer> {
  const app = use.world.applicationOfUser(message.author.id);
  if (app === undefined) throw new Error("That message is not a bot's");
  if (message.ephemeralFor !== undefined && message.ephemeralFor !== use.person.id) {
    throw new Error(`${use.person.name} cannot see that message`);
  }
  if (!use.channel.messages.has(message.id) && !use.channel.ephemerals.has(message.id)) {
    throw new Error('That message is gone');
  }
  return answered(use, {
    app,
    kind: 'component',
    type: InteractionType.MessageComponent,
    data: { custom_id: component.custom_id, component_type: component.type, id: component.id, ...more },
    source: message,
    title,
    metadata: { interacted_message_id: message.id },
  });
}

type Asked = Omit<Parameters<typeof ask>[1], 'channel' | 'user'>;

async function answered(use: Use, question: Asked): Promise<Answer> {
  return new Answer(use.world, await send(use, question));
}

function send(use: Use, question: Asked): Promise<Interaction> {
  const { world, channel, person } = use;
  if (!canSee(world, channel, person.id)) throw new Error(`${person.name} cannot see #${channel.name}`);
  return ask(world, { ...question, channel, user: person.user });
}

function identity(command: Command): Record<string, unknown> {
  const { id, name, type, guild_id } = command;
  return { id, name, type, ...(guild_id === undefined ? {} : { guild_id }) };
}

export interface Found {
  app: Application;
  command: Command;
}

function findCommand(use: Use, line: string): Found & { path: string[] } {
  const [name = '', ...path] = line.replace(/^\//, '').trim().split(/\s+/);
  const wanted = (each: Command): boolean =>
    each.type === ApplicationCommandType.ChatInput && each.name === name;
  return { ...findIn(use, wanted, `/${name}`), path };
}

/** A command the person can use here; a guild's own come before those for everywhere. */
function findIn(use: Use, wanted: (command: Command) => boolean, title: string): Found {
  const { world, channel, person } = use;
  const guild = world.guildOf(channel);
  for (const app of world.applications.values()) {
    const isHere = guild === undefined ? true : guild.members.has(app.user.id);
    const own = guild === undefined ? undefined : app.guildCommands.get(guild.id);
    const command = [...(own?.values() ?? []), ...app.commands.values()].find(wanted);
    if (!isHere || command === undefined) continue;
    mayUse(use, command, title);
    return { app, command };
  }
  throw new Error(
    `There is no command ${title} for ${person.name} in ${channel.name || 'this conversation'}`,
  );
}

/** Every command that this person can use here, menus included. */
export function usableCommands(use: Use): Found[] {
  const guild = use.world.guildOf(use.channel);
  return [...use.world.applications.values()]
    .filter(({ user }) => guild === undefined || guild.members.has(user.id))
    .flatMap((app) => {
      const own = guild === undefined ? undefined : app.guildCommands.get(guild.id);
      return [...(own?.values() ?? []), ...app.commands.values()].map((command) => ({ app, command }));
    })
    .filter(({ command }) => refusalOf(use, command, command.name) === undefined);
}

function mayUse(use: Use, command: Command, title: string): void {
  const refusal = refusalOf(use, command, title);
  if (refusal !== undefined) throw new Error(refusal);
}

/** Why this person cannot use a command here; nothing when they can. */
function refusalOf({ world, person, channel }: Use, command: Command, title: string): string | undefined {
  const guild = world.guildOf(channel);
  const context = guild === undefined ? InteractionContextType.BotDM : InteractionContextType.Guild;
  const contexts = command.contexts ?? [InteractionContextType.Guild, InteractionContextType.BotDM];
  if (!contexts.includes(context)) return `${title} cannot be used here`;
  if (guild === undefined) return undefined;
  const bits = permissionsIn(world, guild, person.id, channel);
  const asked = command.default_member_permissions ?? null;
  const needed = asked === null ? 0n : asked === '0' ? Bits.Administrator : BigInt(asked);
  if (!has(bits, Bits.UseApplicationCommands)) return `${person.name} may not use commands here`;
  if (!has(bits, needed))
    return `${person.name} may not use ${title}: it is for those with ${permissionNames(needed).join(', ')}`;
  return undefined;
}
