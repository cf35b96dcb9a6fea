// Interactions: asking a bot, its one answer within three seconds, and the token that lives for fifteen minutes.
import { randomBytes } from 'node:crypto';
import {
  type APIUser,
  PermissionFlagsBits as Bits,
  GatewayDispatchEvents,
  InteractionContextType,
  type InteractionType,
} from 'discord-api-types/v10';
import { permissionsIn } from './access.ts';
import { messageView } from './message-view.ts';
import type { Application, Channel, Component, InteractionMetadata, Message } from './model.ts';
import type { InteractionKind } from './rules/interaction-answers.ts';
import { channelView, memberView } from './views.ts';
import type { World } from './world.ts';

/** The first answer is due within this time (world ms). */
export const ANSWER_MS = 3000;
/** Follow-ups and edits are possible for this long (world ms). */
export const TOKEN_MS = 15 * 60_000;
/** Interactions remembered; the oldest go first. */
const KEPT = 20_000;

export interface Modal {
  customId: string;
  title: string;
  components: Component[];
}

export interface Choice {
  name: string;
  value: string | number;
}

/** What the bot said first. */
export type FirstAnswer =
  | { kind: 'message' | 'deferred' | 'update' | 'deferredUpdate'; message: Message | undefined }
  | { kind: 'modal'; modal: Modal }
  | { kind: 'choices'; choices: Choice[] };

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly app: Application;
  readonly kind: InteractionKind;
  readonly channel: Channel;
  readonly user: APIUser;
  readonly askedAt: number;
  /** The message of the component that was used. */
  readonly source: Message | undefined;
  readonly commandName: string | undefined;
  readonly metadata: InteractionMetadata;
  /** What people call it: "/thanks", "the button Undo". */
  readonly title: string;
  first: FirstAnswer | undefined;
  /** A deferred answer that has not come yet. */
  loading: boolean;
  /** Nobody waits any more: three seconds passed without an answer. */
  lost: boolean;
  /** What `@original` means: the answer, or the component's message. */
  original: Message | undefined;
  readonly followUps: Message[];
  readonly settle: (outcome: FirstAnswer | Error) => void;
}

export interface Question {
  app: Application;
  kind: InteractionKind;
  type: InteractionType;
  channel: Channel;
  user: APIUser;
  data: unknown;
  source?: Message;
  commandName?: string;
  title: string;
  /** What the metadata of an answer adds to the plain facts: targets, what it was triggered by. */
  metadata?: Record<string, unknown>;
}

/** Sends an interaction to the bot; resolves with it once it has its first answer, rejects after three seconds without. */
export function ask(world: World, question: Question): Promise<Interaction> {
  const { app, channel, user, kind, type, title } = question;
  const id = world.newId();
  return new Promise((resolve, reject) => {
    const overdue = world.clock.alarm(world.now() + ANSWER_MS, () => {
      interaction.lost = true;
      reject(new Error(`${app.name} did not respond to ${title} within 3 seconds`));
    });
    const interaction: Interaction = {
      id,
      token: randomBytes(48).toString('base64url'),
      app,
      kind,
      channel,
      user,
      askedAt: world.now(),
      source: question.source,
      commandName: question.commandName,
      metadata: metadataOf(world, question, id),
      title,
      first: undefined,
      loading: false,
      lost: false,
      original: undefined,
      followUps: [],
      settle: (outcome) => {
        overdue();
        if (outcome instanceof Error) reject(outcome);
        else resolve(interaction);
      },
    };
    keep(world, interaction);
    world.dispatch({
      name: GatewayDispatchEvents.InteractionCreate,
      intents: 0,
      guild: world.guildOf(channel),
      only: app,
      data: (viewer) => ({
        ...placeOf(world, app, channel, user),
        id,
        application_id: app.id,
        type,
        token: interaction.token,
        version: 1,
        data: question.data,
        ...(question.source === undefined
          ? {}
          : { message: messageView(world, question.source, { ...viewer, app, readsContent: true }) }),
      }),
      news: { channelId: channel.id, userId: user.id },
    });
  });
}

/** The facts about where and by whom that every interaction carries. */
function placeOf(world: World, app: Application, channel: Channel, user: APIUser): Record<string, unknown> {
  const guild = world.guildOf(channel);
  const member = guild?.members.get(user.id);
  const locale = world.locales.get(user.id) ?? 'en-US';
  const appBits = permissionsIn(world, guild, app.user.id, channel);
  const common = {
    channel_id: channel.id,
    locale,
    entitlements: [],
    attachment_size_limit: 10 * 1024 * 1024,
    app_permissions: appBits.toString(),
  };
  if (guild === undefined || member === undefined) {
    return {
      ...common,
      channel: channelView(channel),
      user,
      context: InteractionContextType.BotDM,
      authorizing_integration_owners: { 0: '0' },
    };
  }
  const bits = permissionsIn(world, guild, user.id, channel);
  return {
    ...common,
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
    channel: { ...channelView(channel, user.id), permissions: bits.toString() },
    member: { ...memberView(member), permissions: bits.toString() },
    context: InteractionContextType.Guild,
    authorizing_integration_owners: { 0: guild.id },
  };
}

function metadataOf(world: World, question: Question, id: string): InteractionMetadata {
  const guild = world.guildOf(question.channel);
  return {
    id,
    type: question.type,
    user: question.user,
    authorizing_integration_owners: { 0: guild?.id ?? '0' },
    ...question.metadata,
  };
}

function keep(world: World, interaction: Interaction): void {
  world.interactions.set(interaction.id, interaction);
  world.tokens.set(interaction.token, interaction);
  if (world.interactions.size <= KEPT) return;
  for (const oldest of world.interactions.values()) {
    world.interactions.delete(oldest.id);
    world.tokens.delete(oldest.token);
    break;
  }
}

/** The interaction a token belongs to, while the token lives. */
export function byToken(world: World, appId: string, token: string): Interaction | undefined {
  const interaction = world.tokens.get(token);
  const alive = interaction !== undefined && interaction.askedAt + TOKEN_MS > world.now();
  return alive && interaction.app.id === appId ? interaction : undefined;
}

/** Whether @everyone in an answer rings: the bot needs the right, as for any message. */
export function answerMayMentionEveryone(world: World, interaction: Interaction): boolean {
  const { app, channel } = interaction;
  return (permissionsIn(world, world.guildOf(channel), app.user.id, channel) & Bits.MentionEveryone) !== 0n;
}
