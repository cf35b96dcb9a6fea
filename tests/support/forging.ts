// Interactions that no honest client sends: any custom id, any option, by anybody, whatever is on the screen.
import { type APIUser, ApplicationCommandType, InteractionType } from 'discord-api-types/v10';
import { Answer } from '../../playground/discord/answer.ts';
import { ask } from '../../playground/discord/interactions.ts';
import type { Channel, Message } from '../../playground/discord/model.ts';
import { resolve } from '../../playground/discord/resolved.ts';
import type { Discord } from '../../playground/discord/server.ts';
import type { Command } from '../../src/discord/feature.ts';

export interface Forger {
  discord: Discord;
  user: APIUser;
  channel: Channel;
}

const TYPES = { text: 3, choice: 3, integer: 4, member: 6, channel: 7, role: 8 } as const;
const BUTTON = 2;
const SELECT = 3;

/** A message such as the bot's own are: what is pressed on it may be edited in place. */
export const PLAIN = { components: [{ type: 10, content: 'Mine.' }], flags: 1 << 15 } as const;

/** Presses a button (or picks values in a select) with this id on a message of the bot's, whether it is there or not. */
export async function forgesPress(
  { discord, user, channel }: Forger,
  source: Message,
  customId: string,
  values?: readonly string[],
): Promise<Answer> {
  const type = values ? { component_type: SELECT, values } : { component_type: BUTTON };
  return answered(discord, {
    kind: 'component',
    type: InteractionType.MessageComponent,
    data: { custom_id: customId, id: 1, ...type },
    channel,
    user,
    source,
    title: customId,
    metadata: { interacted_message_id: source.id },
  });
}

/** What an option is given: `text` for texts, the person for people, and a number. */
export interface Given {
  text: string;
  number: number;
  personId: string;
  message?: Message;
}

/** Runs a command with every option filled in, whether Discord would offer it or not. */
export async function forgesCommand(
  { discord, user, channel }: Forger,
  command: Command,
  given: Given,
): Promise<Answer> {
  const { world, bot: app } = discord;
  const [root = command.name, sub] = command.type === 'slash' ? command.name.split(' ') : [command.name];
  const type = { slash: 1, user: 2, message: 3 }[command.type];
  const published = [...app.commands.values()].find((one) => one.name === root && one.type === type);
  if (!published) throw new Error(`${command.name} is not published`);
  const resolved = resolve(world, channel, 'user', [given.personId]);
  const identity = { id: published.id, name: root, type };
  if (command.type !== 'slash') {
    const target = command.type === 'user' ? given.personId : (given.message?.id ?? '');
    const { messageView } = await import('../../playground/discord/message-view.ts');
    const more =
      type === ApplicationCommandType.Message && given.message
        ? { messages: { [given.message.id]: messageView(world, given.message, { app, readsContent: true }) } }
        : resolved;
    return answered(discord, {
      kind: 'command',
      type: InteractionType.ApplicationCommand,
      data: { ...identity, target_id: target, resolved: more },
      channel,
      user,
      commandName: root,
      title: command.name,
      metadata: type === 3 ? { target_message_id: target } : { target_user: world.user(given.personId) },
    });
  }
  const values = { text: given.text, choice: given.text, integer: given.number, member: given.personId };
  const options = Object.entries(command.options)
    .filter(([, spec]) => spec.type in values)
    .map(([name, spec]) => ({
      name,
      type: TYPES[spec.type],
      value: values[spec.type as keyof typeof values], // filtered just above
    }));
  return answered(discord, {
    kind: 'command',
    type: InteractionType.ApplicationCommand,
    data: { ...identity, options: sub ? [{ type: 1, name: sub, options }] : options, resolved },
    channel,
    user,
    commandName: command.name,
    title: `/${command.name}`,
  });
}

async function answered(discord: Discord, question: Omit<Parameters<typeof ask>[1], 'app'>): Promise<Answer> {
  return new Answer(discord.world, await ask(discord.world, { app: discord.bot, ...question }));
}

/** All that was said in answer, private additions included. */
export function saidIn(answer: Answer): string {
  const followUps = answer.followUps.map((message) => JSON.stringify(message.components));
  return [answer.modal ? answer.modal.title : answer.text, ...followUps].join('\n');
}
