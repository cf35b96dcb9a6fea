// Serves a playground as a page on 127.0.0.1: files, a stream of what happens, and a small JSON API for what people do.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ChannelType } from 'discord-api-types/v10';
import * as z from 'zod';
import { canSee } from '../discord/access.ts';
import type { Channel, GuildState } from '../discord/model.ts';
import type { Person } from '../discord/people.ts';
import type { Discord } from '../discord/server.ts';
import { Acts, actSchema } from './acts.ts';
import { asset } from './assets.ts';
import { Feed, historyOf } from './feed.ts';
import { harden, strangerBecause } from './guard.ts';
import { jsonOf, NotThere, refuse, sendJson } from './json.ts';
import { listen } from './listening.ts';
import { commandViews, emojiViews, type Look, personView, placeViews, roleViews } from './lookout.ts';
import { newServer } from './new-server.ts';
import { requestViews } from './records.ts';
import { type Story, Storyteller } from './storyteller.ts';
import { type Deed, weatherDeeds } from './weather-deeds.ts';
import type { Outcome, Panel, StateView } from './wire.ts';

export interface PageOptions {
  discord: Discord;
  /** The first port to try; 0 for any free one. */
  port: number;
  /** What a bot is invited with to a new empty server. */
  invitedWith: bigint;
  /** Tables for the curious. */
  panels?: () => Promise<readonly Panel[]>;
  /** Buttons beside those for the weather. */
  deeds?: readonly Deed[];
  story?: Story;
}

/** Listens on 127.0.0.1, on the wished port or the next free one. */
export async function startPage(options: PageOptions): Promise<Page> {
  const http = createServer();
  const port = await listen(http, options.port);
  // Made while the reader still goes for the browser.
  await asset('/client/main.js');
  return new Page(http, port, options);
}

const deedOrder = z.object({ name: z.string(), server: z.string() });
const storyOrder = z.object({
  order: z.union([z.enum(['play', 'pause', 'step']), z.object({ speed: z.number() })]),
});

/** A page that is being served. */
export class Page {
  readonly port: number;
  readonly #http: Server;
  readonly #options: PageOptions;
  readonly #feeds = new Set<Feed>();
  readonly #storyteller: Storyteller | undefined;
  #discord: Discord;
  #acts: Acts;

  constructor(http: Server, port: number, options: PageOptions) {
    this.port = port;
    this.#http = http;
    this.#options = options;
    this.#discord = options.discord;
    this.#acts = new Acts(options.discord);
    const { story } = options;
    this.#storyteller = story === undefined ? undefined : new Storyteller(story, () => this.#tellStory());
    http.on('request', (request, response) => {
      this.#handle(request, response).catch((error: unknown) => refuse(response, error));
    });
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Shows another playground from now on; open pages reconnect to it by themselves. */
  show(discord: Discord): void {
    this.#discord = discord;
    this.#acts = new Acts(discord);
    this.#closeFeeds();
  }

  async close(): Promise<void> {
    this.#storyteller?.close();
    this.#closeFeeds();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  #closeFeeds(): void {
    for (const feed of this.#feeds) feed.close();
    this.#feeds.clear();
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    harden(response);
    const stranger = strangerBecause(request, this.port);
    if (stranger !== undefined) {
      response.writeHead(403, { 'content-type': 'text/plain' }).end(stranger);
      return;
    }
    const url = new URL(request.url ?? '/', this.url);
    if (request.method === 'POST') sendJson(response, await this.#post(url.pathname, await jsonOf(request)));
    else if (url.pathname === '/api/stream') this.#stream(url.searchParams, request, response);
    else if (url.pathname.startsWith('/api/')) sendJson(response, await this.#get(url));
    else await this.#file(url.pathname, response);
  }

  async #get({ pathname, searchParams }: URL): Promise<unknown> {
    switch (pathname) {
      case '/api/older': {
        const { look, place } = this.#lookFor(searchParams);
        return historyOf(look, place?.id, searchParams.get('before') ?? undefined);
      }
      case '/api/requests':
        return requestViews(this.#discord.requests);
      case '/api/panels':
        return (await this.#options.panels?.()) ?? [];
      default:
        throw new NotThere();
    }
  }

  async #post(path: string, body: unknown): Promise<Outcome> {
    switch (path) {
      case '/api/act': {
        const act = actSchema.parse(body);
        const outcome = await this.#acts.perform(act);
        if (act.do !== 'complete' && act.do !== 'dismiss') this.#storyteller?.touch();
        return outcome;
      }
      case '/api/deed': {
        const { name, server } = deedOrder.parse(body);
        const deed = this.#deeds.find((each) => each.name === name);
        const guild = this.#discord.world.guilds.get(server);
        if (deed === undefined || guild === undefined) throw new NotThere();
        return { said: await deed.run(this.#discord, guild) };
      }
      case '/api/story':
        this.#storyteller?.order(storyOrder.parse(body).order);
        return {};
      case '/api/server': {
        const guild = newServer(this.#discord, this.#options.invitedWith);
        const [first] = guild.channels.keys();
        this.#storyteller?.touch();
        return { goTo: first, be: guild.ownerId };
      }
      default:
        throw new NotThere();
    }
  }

  #stream(query: URLSearchParams, request: IncomingMessage, response: ServerResponse): void {
    const { look, place } = this.#lookFor(query);
    const feed = new Feed({
      discord: this.#discord,
      look,
      placeId: place?.id,
      response,
      state: () => this.#state(look, place),
    });
    this.#feeds.add(feed);
    request.once('close', () => {
      feed.close();
      this.#feeds.delete(feed);
    });
  }

  /** Who looks at what: as asked for, else somebody and something that is there. */
  #lookFor(query: URLSearchParams): { look: Look; place: Channel | undefined } {
    const { world } = this.#discord;
    const asked = world.channels.get(query.get('place') ?? '');
    const guild =
      world.guilds.get(asked?.guildId ?? query.get('server') ?? '') ?? [...world.guilds.values()].at(-1);
    if (guild === undefined) throw new Error('There is no server to show');
    const me = this.#personIn(guild, query.get('as'), query.get('name'));
    const look: Look = { world, guild, me };
    const sees = asked !== undefined && canSee(world, asked, me.id);
    return { look, place: sees ? asked : firstPlace(look) };
  }

  /** The person asked for, one of the same name in this server, or the first who lives there. */
  #personIn(guild: GuildState, userId: string | null, name: string | null): Person {
    const people = [...guild.members.values()].filter(({ user }) => user.bot !== true);
    const named = people.find(({ user }) => user.global_name === name);
    const visible = people.find(({ user }) => user.global_name !== 'owner');
    const member = people.find(({ user }) => user.id === userId) ?? named ?? visible ?? people[0];
    const person = member === undefined ? undefined : this.#discord.personOf(member.user.id);
    if (person === undefined) throw new Error(`Nobody lives in ${guild.name}`);
    return person;
  }

  #state(look: Look, place: Channel | undefined): StateView {
    const { world, guild, me } = look;
    return {
      now: world.now(),
      me: personView(look, me.in(guild)),
      servers: [...world.guilds.values()].map(({ id, name }) => ({ id, name })),
      server: { id: guild.id, name: guild.name },
      placeId: place?.id,
      places: placeViews(look),
      roles: roleViews(look),
      emojis: emojiViews(look),
      commands: commandViews(look, place),
      deeds: this.#deeds.map(({ name, label, hint }) => ({ name, label, hint })),
      story: this.#storyteller?.view,
    };
  }

  get #deeds(): readonly Deed[] {
    return [...weatherDeeds, ...(this.#options.deeds ?? [])];
  }

  #tellStory(): void {
    const view = this.#storyteller?.view;
    if (view === undefined) return;
    for (const feed of this.#feeds) feed.push('story', view);
  }

  async #file(path: string, response: ServerResponse): Promise<void> {
    const uploaded = this.#discord.world.files.get(decodeURIComponent(path));
    if (uploaded !== undefined) {
      const isPicture = /^image\/(png|jpeg|gif|webp)$/.test(uploaded.contentType);
      response.writeHead(200, {
        'content-type': isPicture ? uploaded.contentType : 'application/octet-stream',
        'content-disposition': isPicture ? 'inline' : 'attachment',
      });
      response.end(uploaded.bytes);
      return;
    }
    const found = await asset(path);
    if (found === undefined) throw new NotThere();
    response.writeHead(200, { 'content-type': found.contentType }).end(found.bytes);
  }
}

function firstPlace({ world, guild, me }: Look): Channel | undefined {
  return [...guild.channels.values()].find(
    (channel) => channel.type === ChannelType.GuildText && canSee(world, channel, me.id),
  );
}
