// What the tests of interactions start from: published commands, and a way to handle the next interaction.
import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type AutocompleteInteraction,
  PermissionFlagsBits as Bits,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type Client,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  type RepliableInteraction,
  Routes,
  type UserContextMenuCommandInteraction,
} from 'discord.js';
import { connectedCommunity } from './stage.ts';

const COMMANDS = [
  {
    name: 'thanks',
    description: 'Thank someone',
    options: [
      { type: ApplicationCommandOptionType.User, name: 'member', description: 'Whom', required: true },
      { type: ApplicationCommandOptionType.String, name: 'reason', description: 'Why', max_length: 50 },
      {
        type: ApplicationCommandOptionType.Integer,
        name: 'points',
        description: 'How many',
        min_value: 1,
        max_value: 5,
      },
    ],
  },
  {
    name: 'rules',
    description: 'Rules',
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'try',
        description: 'Try a rule',
        options: [
          {
            type: ApplicationCommandOptionType.String,
            name: 'rule',
            description: 'Which',
            autocomplete: true,
            required: true,
          },
        ],
      },
    ],
  },
  { name: 'promote', description: 'Promote', default_member_permissions: String(Bits.ManageRoles) },
  { type: ApplicationCommandType.Message, name: 'Thank the author' },
  { type: ApplicationCommandType.User, name: 'Profile' },
];

/** A community whose bot has published a few commands. */
export async function interactionScene(options: Parameters<typeof connectedCommunity>[0] = {}) {
  const scene = await connectedCommunity(options);
  const { client, guild } = scene;
  await client.rest.put(Routes.applicationGuildCommands(client.application.id, guild.id), { body: COMMANDS });
  return scene;
}

/** The kinds of interaction, for `onNext`. */
export const isCommand = (each: Interaction): each is ChatInputCommandInteraction =>
  each.isChatInputCommand();
export const isCompletion = (each: Interaction): each is AutocompleteInteraction => each.isAutocomplete();
export const isMessageMenu = (each: Interaction): each is MessageContextMenuCommandInteraction =>
  each.isMessageContextMenuCommand();
export const isUserMenu = (each: Interaction): each is UserContextMenuCommandInteraction =>
  each.isUserContextMenuCommand();
export const isRepliable = (each: Interaction): each is RepliableInteraction => each.isRepliable();

/** Handles the next interaction, which has to be of that kind; resolves with it once it is handled. */
export function onNext<T extends Interaction>(
  client: Client,
  is: (each: Interaction) => each is T,
  handle: (interaction: T) => Promise<unknown>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    client.once('interactionCreate', (interaction) => {
      if (!is(interaction)) reject(new Error('That is another kind of interaction'));
      else handle(interaction).then(() => resolve(interaction), reject);
    });
  });
}

/** A button with this custom id and label. */
export const button = (id: string, label: string) =>
  new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(ButtonStyle.Primary);
/** A row of buttons. */
export const row = (...buttons: ButtonBuilder[]) =>
  new ActionRowBuilder<ButtonBuilder>().setComponents(buttons);
