// Pushes what happens to one open page: the state around it, the messages of its channel, and news from elsewhere.
import type { ServerResponse } from 'node:http';
import { canSee } from '../discord/access.ts';
import type { Message, WorldEvent } from '../discord/model.ts';
import { messagesSeenBy } from '../discord/seen.ts';
import type { Discord } from '../discord/server.ts';
import { type Look, memberViews } from './lookout.ts';
import { messageView, ringsFor } from './shown-message.ts';
import type { MessageView, Pushed, StateView } from './wire.ts';

/** Changes are gathered this long, so that a busy world costs one redraw. */
const GATHER_MS = 40;
/** Messages sent at first: a few screens full. */
const FIRST = 100;
/** Messages per step back in time. */
const STEP = 250;

const MESSAGE_EVENTS = /^(MESSAGE_|EPHEMERAL_)/;
/** Each message changes who rings and what is unread, not what is around it. */
const QUIET_EVENTS = /^(TYPING_START|INTERACTION_CREATE|MESSAGE_UPDATE|MESSAGE_REACTION_|EPHEMERAL_)/;
/** What changes who is listed, or how. */
const MEMBER_EVENTS = /^GUILD_(MEMBER_|ROLE_|UPDATE)/;

export interface FeedOptions {
  discord: Discord;
  look: Look;
  placeId: string | undefined;
  response: ServerResponse;
  state: () => StateView;
}

export class Feed {
  readonly #options: FeedOptions;
  readonly #stops: (() => void)[];
  readonly #changed = new Map<string, Message>();
  readonly #news = new Map<string, boolean>();
  #stateIsOld = false;
  #membersAreOld = false;
  #stirred = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: FeedOptions) {
    this.#options = options;
    const { response, discord } = options;
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('retry: 500\n\n');
    this.push('members', memberViews(options.look));
    this.push('state', options.state());
    this.push('history', historyOf(options.look, options.placeId));
    this.#stops = [
      discord.on('change', (event) => this.#hear(event)),
      discord.on('request', ({ path }) => {
        this.#stirred = true;
        if (path.includes('/commands')) this.#stateIsOld = true;
        this.#soon();
      }),
    ];
  }

  /** Sends one event at once. */
  push<Name extends keyof Pushed>(name: Name, data: Pushed[Name]): void {
    this.#options.response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** The state has changed for a reason outside the world. */
  refresh(): void {
    this.#stateIsOld = true;
    this.#soon();
  }

  close(): void {
    for (const stop of this.#stops) stop();
    clearTimeout(this.#timer);
    this.#options.response.end();
  }

  #hear(event: WorldEvent): void {
    if (!QUIET_EVENTS.test(event.name))
      this.#stateIsOld ||= !event.name.startsWith('MESSAGE_CREATE') || this.#isInThread(event);
    this.#membersAreOld ||= MEMBER_EVENTS.test(event.name);
    if (event.message !== undefined && MESSAGE_EVENTS.test(event.name)) this.#note(event.message, event.name);
    this.#soon();
  }

  /** A thread's count and last word stand in the lists. */
  #isInThread({ message }: WorldEvent): boolean {
    return this.#options.look.world.channels.get(message?.channelId ?? '')?.thread !== undefined;
  }

  #note(message: Message, eventName: string): void {
    const { look, placeId } = this.#options;
    const { me, world } = look;
    if (message.ephemeralFor !== undefined && message.ephemeralFor !== me.id) return;
    const channel = world.channels.get(message.channelId);
    if (channel === undefined || !canSee(world, channel, me.id)) return;
    if (message.channelId === placeId) this.#changed.set(message.id, message);
    else if (
      eventName === 'MESSAGE_CREATE' &&
      message.author.id !== me.id &&
      message.guildId === look.guild.id
    ) {
      this.#news.set(
        message.channelId,
        this.#news.get(message.channelId) === true || ringsFor(look, message),
      );
    }
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#flush();
    }, GATHER_MS);
  }

  #flush(): void {
    const { look, response } = this.#options;
    if (!look.guild.members.has(look.me.id)) {
      // Whoever looks has left: the page reconnects, and is somebody else then.
      response.end();
      return;
    }
    if (this.#membersAreOld) this.push('members', memberViews(look));
    this.#membersAreOld = false;
    if (this.#stateIsOld) this.push('state', this.#options.state());
    this.#stateIsOld = false;
    this.#sendMessages();
    if (this.#news.size > 0) {
      this.push(
        'news',
        [...this.#news].map(([placeId, rings]) => ({ placeId, rings })),
      );
      this.#news.clear();
    }
    if (this.#stirred) this.push('stir', null);
    this.#stirred = false;
  }

  #sendMessages(): void {
    if (this.#changed.size === 0) return;
    const { look, placeId } = this.#options;
    const channel = look.world.channels.get(placeId ?? '');
    const there = (id: string): boolean =>
      channel?.messages.has(id) === true || channel?.ephemerals.has(id) === true;
    const [kept, gone]: [MessageView[], string[]] = [[], []];
    for (const [id, message] of this.#changed) {
      if (there(id)) kept.push(messageView(look, message));
      else gone.push(id);
    }
    this.#changed.clear();
    if (gone.length > 0) this.push('gone', gone);
    if (kept.length > 0) this.push('messages', kept);
  }
}

/** The last messages of a channel before a message, or at all. */
export function historyOf(look: Look, placeId: string | undefined, beforeId?: string): Pushed['history'] {
  const channel = look.world.channels.get(placeId ?? '');
  if (channel === undefined) return { messages: [], more: false };
  const seen = messagesSeenBy(look.world, look.me.id, channel);
  const found = beforeId === undefined ? -1 : seen.findIndex(({ id }) => id === beforeId);
  const end = found === -1 ? seen.length : found;
  const start = Math.max(0, end - (beforeId === undefined ? FIRST : STEP));
  return { messages: seen.slice(start, end).map((message) => messageView(look, message)), more: start > 0 };
}
