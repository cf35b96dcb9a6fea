// What every test of the playground starts from: a Discord, a server with a few people, and real discord.js in it.
import {
  type AnyThreadChannel,
  PermissionFlagsBits as Bits,
  ChannelType,
  Client,
  type ClientEvents,
  type ClientOptions,
  DiscordAPIError,
  type ForumChannel,
  GatewayIntentBits,
  Partials,
  type TextChannel,
} from 'discord.js';
import { expect, onTestFinished } from 'vitest';
import { type Discord, startDiscord } from '../server.ts';

type StartOptions = NonNullable<Parameters<typeof startDiscord>[0]>;
type App = Discord['bot'];

export const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMembers,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.MessageContent,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.GuildInvites,
  GatewayIntentBits.DirectMessages,
];

const PARTIALS = [
  Partials.Message,
  Partials.Reaction,
  Partials.User,
  Partials.GuildMember,
  Partials.ThreadMember,
  Partials.Channel,
];

/** What a support bot asks for when it is invited. */
export const BOT_RIGHTS =
  Bits.ViewChannel |
  Bits.SendMessages |
  Bits.SendMessagesInThreads |
  Bits.CreatePublicThreads |
  Bits.ReadMessageHistory |
  Bits.EmbedLinks |
  Bits.AttachFiles |
  Bits.AddReactions |
  Bits.ManageMessages |
  Bits.ManageThreads |
  Bits.ManageRoles;

/**
 * A Discord that ends with the test. At the end no request may have broken a rule, unless the test says it will.
 * Rate limits are off unless the test is about them.
 */
export async function openDiscord(options: StartOptions & { mayViolate?: boolean } = {}): Promise<Discord> {
  const { mayViolate = false, ...start } = options;
  const discord = await startDiscord({ rateLimits: 'off', ...start });
  onTestFinished(async () => {
    await discord.close();
    if (!mayViolate) expect(discord.violations).toEqual([]);
  });
  return discord;
}

/** discord.js, logged in and ready; leaves with the test. */
export async function connect(
  discord: Discord,
  { app = discord.bot, ...options }: Partial<ClientOptions> & { app?: App } = {},
): Promise<Client<true>> {
  const client = newClient(discord, options);
  const ready = new Promise<Client<true>>((resolve) => client.once('clientReady', resolve));
  await client.login(app.token);
  return ready;
}

/** discord.js, not logged in yet. It does without the pause of five seconds between two logins. */
export function newClient(discord: Discord, options: Partial<ClientOptions> = {}): Client {
  const { rest, ...others } = options;
  const client = new Client({
    intents: INTENTS,
    partials: PARTIALS,
    ws: { buildIdentifyThrottler: () => ({ waitForIdentify: async () => undefined }) },
    ...others,
    rest: { api: discord.apiUrl, version: '10', retries: 0, ...rest },
  });
  client.on('error', () => undefined);
  onTestFinished(() => client.destroy());
  return client;
}

interface CommunityOptions extends StartOptions {
  mayViolate?: boolean;
  /** What the bot's own role carries. */
  rights?: bigint;
  /** What the bot is denied in the one channel there is, as @everyone there may do much by default. */
  denied?: bigint;
}

/** A small community: a server with one channel, the bot, and three people. */
export async function community(options: CommunityOptions = {}) {
  const { rights = BOT_RIGHTS, denied = 0n, ...start } = options;
  const discord = await openDiscord(start);
  const guild = discord.guild('Support');
  const help = guild.textChannel('help', { overwrites: [{ for: discord.bot, deny: denied }] });
  const botRole = guild.invite(discord.bot, rights);
  const alice = guild.person('Alice');
  const bob = guild.person('Bob');
  const mod = guild.person('Mod', {
    roles: [
      guild.role('Moderator', { permissions: Bits.ManageMessages | Bits.ManageThreads | Bits.ManageRoles }),
    ],
  });
  return { discord, guild, help, botRole, alice, bob, mod };
}

/** The same, with discord.js connected. */
export async function connectedCommunity(
  options: CommunityOptions & { client?: Partial<ClientOptions> } = {},
) {
  const { client: clientOptions = {}, ...rest } = options;
  const scene = await community(rest);
  const client = await connect(scene.discord, clientOptions);
  return { ...scene, client };
}

/** How Discord refused: status and code. Fails when the action was not refused. */
export async function refusal(action: Promise<unknown>): Promise<{ status: number; code: number | string }> {
  const error = await action.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof DiscordAPIError) return { status: error.status, code: error.code };
  throw new Error(`Discord did not refuse: ${String(error)}`);
}

/** The next time the client emits the event, with what it carries; fails after five seconds. */
export function next<E extends keyof ClientEvents>(client: Client, event: E): Promise<ClientEvents[E]> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no ${event} within five seconds`)), 5000);
    client.once(event, (...args) => {
      clearTimeout(late);
      resolve(args);
    });
  });
}

/** The first thing of each event of that name from now on. */
export function collect<E extends keyof ClientEvents>(client: Client, event: E): ClientEvents[E][0][] {
  const seen: ClientEvents[E][0][] = [];
  client.on(event, (...args) => seen.push(args[0]));
  return seen;
}

/** A text channel as the bot has it. */
export async function textChannel(client: Client, id: string): Promise<TextChannel> {
  const channel = await client.channels.fetch(id);
  if (channel?.type !== ChannelType.GuildText) throw new Error('That is no text channel');
  return channel;
}

/** A forum as it is now. */
export async function forumChannel(client: Client, id: string): Promise<ForumChannel> {
  const channel = await client.channels.fetch(id, { force: true });
  if (channel?.type !== ChannelType.GuildForum) throw new Error('That is no forum');
  return channel;
}

/** A thread or post as it is now. */
export async function threadChannel(client: Client, id: string): Promise<AnyThreadChannel> {
  const channel = await client.channels.fetch(id, { force: true });
  if (!channel?.isThread()) throw new Error('That is no thread');
  return channel;
}

/** Waits until the condition holds, looking again after each turn of the event loop; fails after `withinMs`. */
export async function eventually<T>(
  what: () => T | undefined | null | false,
  hint = 'it',
  withinMs = 5000,
): Promise<T> {
  const end = performance.now() + withinMs;
  while (performance.now() < end) {
    const found = what();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error(`${hint} did not happen within ${withinMs} ms`);
}
