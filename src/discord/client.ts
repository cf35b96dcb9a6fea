// The discord.js client: intents, partials, cache limits, and no mention that pings by itself.
import { Client, DefaultRestOptions, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { Config } from '../config.ts';
import { withinGlobalLimit } from './global-limit.ts';
import { NO_PINGS } from './payload.ts';

/** Answers from Discord later than this count as lost, in ms; the outbox asks again. */
const REST_TIMEOUT_MS = 15_000;
/** A rate limit longer than this, in ms, is not waited for in memory: the outbox puts the effect off on disk. */
const LONGEST_WAIT_FOR_LIMIT_MS = 5_000;
/** Members and users kept in memory (100,000 would take 83 MB); others are asked for when they are needed. */
const CACHED_PEOPLE = 500;
/** Messages kept per channel: enough to know the author of a message that is reacted to soon after. */
const CACHED_MESSAGES = 50;

/** Discord's limit of different reactions on a message. */
const KINDS_OF_REACTIONS = 20;

export const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMembers,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.MessageContent,
  GatewayIntentBits.GuildMessageReactions,
] as const;

export function createClient(config: Config): Client {
  const keepSelf = (maxSize: number) => ({
    maxSize,
    keepOverLimit: (one: { id: string; client: Client }) => one.id === one.client.user?.id,
  });
  return new Client({
    intents: [...INTENTS],
    partials: [
      Partials.Message,
      Partials.Reaction,
      Partials.User,
      Partials.GuildMember,
      Partials.ThreadMember,
      Partials.Channel,
    ],
    allowedMentions: NO_PINGS,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: CACHED_MESSAGES,
      GuildMemberManager: keepSelf(CACHED_PEOPLE),
      UserManager: keepSelf(CACHED_PEOPLE),
      ThreadMemberManager: keepSelf(0),
      // How many stand on a message that is looked up; whose they are is asked for where it matters.
      ReactionManager: KINDS_OF_REACTIONS,
      ReactionUserManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildBanManager: 0,
      GuildInviteManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      StageInstanceManager: 0,
      AutoModerationRuleManager: 0,
    }),
    rest: {
      api: config.apiUrl,
      version: '10',
      timeout: REST_TIMEOUT_MS,
      // What may be asked twice is for those to say who ask: a role made twice would be two roles.
      retries: 0,
      // Discord's limit is kept here, and more exactly: discord.js counts answers to interactions as well, and would hold them up.
      globalRequestsPerSecond: Number.POSITIVE_INFINITY,
      makeRequest: withinGlobalLimit(DefaultRestOptions.makeRequest),
      rejectOnRateLimit: (limit) => limit.timeToReset > LONGEST_WAIT_FOR_LIMIT_MS,
    },
  });
}
