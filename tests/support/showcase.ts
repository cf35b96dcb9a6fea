// A small plain bot that shows what Laurel does not use, every option and field and component there is, and a page for it.
import {
  ApplicationCommandType,
  PermissionFlagsBits as Bits,
  ChannelType,
  type ChatInputCommandInteraction,
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  ApplicationCommandOptionType as Type,
} from 'discord.js';
import { onTestFinished } from 'vitest';
import { startDiscord } from '../../playground/discord/server.ts';
import { startPage } from '../../playground/page/server.ts';
import { paintPng } from './png.ts';
import { FILLED, FORMS } from './showcase-forms.ts';
import {
  container,
  embed,
  galleries,
  PLAIN_COLOURS,
  picture,
  plainFiles,
  selects,
  textFile,
} from './showcase-messages.ts';

const RIGHTS =
  Bits.ViewChannel |
  Bits.SendMessages |
  Bits.SendMessagesInThreads |
  Bits.ReadMessageHistory |
  Bits.EmbedLinks |
  Bits.AttachFiles;
const FRUIT = ['Apple', 'Apricot', 'Banana', 'Cherry'];
/** A world with that bot, and its page; all of it ends with the test. */
export async function openShowcase() {
  const { close, ...showcase } = await buildShowcase();
  onTestFinished(close);
  return showcase;
}

/** The same outside of a test: whoever builds it closes it. */
export async function buildShowcase() {
  const discord = await startDiscord({ rateLimits: 'off' });
  const guild = discord.guild('Workshop');
  const bench = guild.textChannel('bench', { topic: 'Where things are tried' });
  guild.announcement('notices');
  const red = guild.role('Red', { color: 0xe02b2b });
  const leaf = guild.emoji('leaf', { picture: paintPng(32, 32, [60, 160, 80]) });
  guild.emoji('plain');
  guild.invite(discord.bot, RIGHTS);
  const alice = guild.person('Alice');
  const bob = guild.person('Bob', { roles: [red] });
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    rest: { api: discord.apiUrl, version: '10' },
  });
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction, leaf.id));
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.bot.token);
  await ready;
  /** Publishes these commands in place of the others. */
  const publish = async (commands: typeof COMMANDS = COMMANDS) =>
    void (await client.application?.commands.set(commands));
  await publish();
  const page = await startPage({ discord, port: 0, invitedWith: RIGHTS });
  const close = async (): Promise<void> => {
    await page.close();
    await client.destroy();
    await discord.close();
  };
  return { close, discord, guild, bench, red, leaf, alice, bob, client, page, url: page.url, publish };
}

const COMMANDS = [
  {
    name: 'options',
    description: 'Every type of option',
    options: [
      {
        type: Type.String as const,
        name: 'fruit',
        description: 'With suggestions',
        autocomplete: true,
        required: true,
      },
      {
        type: Type.Integer as const,
        name: 'count',
        description: 'One to five',
        min_value: 1,
        max_value: 5,
        required: true,
      },
      { type: Type.Number as const, name: 'ratio', description: 'Any number' },
      { type: Type.Boolean as const, name: 'sure', description: 'Yes or no' },
      { type: Type.User as const, name: 'member', description: 'Somebody' },
      { type: Type.Role as const, name: 'role', description: 'A role' },
      {
        type: Type.Channel as const,
        name: 'channel',
        description: 'For announcements',
        channel_types: [ChannelType.GuildAnnouncement as const],
      },
      { type: Type.Mentionable as const, name: 'anyone', description: 'Somebody or a role' },
      { type: Type.Attachment as const, name: 'file', description: 'A file' },
      {
        type: Type.String as const,
        name: 'colour',
        description: 'One of three',
        choices: PLAIN_COLOURS.map(({ label, value }) => ({ name: label, value })),
      },
    ],
  },
  {
    name: 'show',
    description: 'Things to look at',
    options: ['embed', 'components', 'selects', 'gallery', 'files', 'later'].map((name) => ({
      type: Type.Subcommand as const,
      name,
      description: `Shows ${name}`,
    })),
  },
  {
    name: 'form',
    description: 'Forms',
    options: ['words', 'choices', 'picks'].map((name) => ({
      type: Type.Subcommand as const,
      name,
      description: `A form of ${name}`,
    })),
  },
  { name: 'secret', description: 'For moderators', default_member_permissions: String(Bits.ManageGuild) },
  { type: ApplicationCommandType.Message as const, name: 'Count the letters' },
  { type: ApplicationCommandType.User as const, name: 'Greet' },
];

async function answer(interaction: Interaction, leafId: string): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused().toLowerCase();
    const fitting = FRUIT.filter((each) => each.toLowerCase().startsWith(typed));
    await interaction.respond(fitting.map((name) => ({ name, value: name.toUpperCase() })));
  } else if (interaction.isChatInputCommand()) await command(interaction, leafId);
  else if (interaction.isMessageContextMenuCommand())
    await aside(interaction, `${interaction.targetMessage.content.length} letters`);
  else if (interaction.isUserContextMenuCommand())
    await interaction.reply(`Hello ${interaction.targetUser.displayName}`);
  else if (interaction.isModalSubmit())
    await interaction.reply(FILLED[interaction.customId]?.(interaction) ?? '?');
  else if (interaction.isAnySelectMenu())
    await aside(interaction, `${interaction.customId}: ${interaction.values.join(', ')}`);
  else if (interaction.isButton()) await aside(interaction, `Pressed ${interaction.customId}`);
}

async function aside(interaction: Interaction, content: string): Promise<void> {
  if (interaction.isRepliable()) await interaction.reply({ content, flags: MessageFlags.Ephemeral });
}

async function command(interaction: ChatInputCommandInteraction, leafId: string): Promise<void> {
  if (interaction.commandName === 'options') {
    await interaction.reply(optionsOf(interaction));
    return;
  }
  const what = interaction.options.getSubcommand();
  if (interaction.commandName === 'form') await interaction.showModal(FORMS[what] ?? new ModalBuilder());
  else if (what === 'embed')
    await interaction.reply({ embeds: [embed()], files: [picture('chart.png', 'A chart')] });
  else if (what === 'selects') await interaction.reply({ content: 'Choose', components: selects() });
  else if (what === 'files') await interaction.reply({ files: plainFiles() });
  else if (what === 'later') {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply('Here it is');
  } else {
    const components = what === 'gallery' ? galleries() : [container(leafId)];
    const chart = picture('chart.png', 'A chart');
    const files =
      what === 'gallery' ? [chart] : [chart, picture('SPOILER_end.png', 'The end'), textFile('notes.txt')];
    await interaction.reply({ flags: MessageFlags.IsComponentsV2, components, files });
  }
}

function optionsOf({ options }: ChatInputCommandInteraction): string {
  const said = {
    fruit: options.getString('fruit'),
    count: options.getInteger('count'),
    ratio: options.getNumber('ratio'),
    sure: options.getBoolean('sure'),
    member: options.getUser('member')?.displayName,
    role: options.getRole('role')?.name,
    channel: options.getChannel('channel')?.name,
    anyone: options.getMentionable('anyone') !== null,
    file: options.getAttachment('file')?.name,
    colour: options.getString('colour'),
  };
  return Object.entries(said)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}
