// What discord.js tells of its connection, of Discord's limits and of what it remembers, in figures.
import { type Client, Events, RESTEvents } from 'discord.js';
import { isConnected } from './farewell.ts';

/** Who counts what goes by on the connection. */
export interface GatewayCounter {
  event(type: string): void;
  limitMet(scope: string): void;
  answered(status: number): void;
}

export interface GatewayFigures {
  connected: boolean;
  /** Negative while unknown. */
  pingMs: number;
  caches: Record<string, number>;
}

/** Counts each event, each limit met and each answer from now on. */
export function countGateway(client: Client, counter: GatewayCounter): void {
  client.on(Events.Raw, ({ t }: { t?: string | null }) => {
    if (t) counter.event(t);
  });
  client.rest.on(RESTEvents.RateLimited, ({ global, scope }) => counter.limitMet(global ? 'global' : scope));
  client.rest.on(RESTEvents.Response, (_request, { status, headers }) => {
    counter.answered(status);
    // Discord's library tells only of those that it saw coming and waited for.
    if (status === 429) counter.limitMet(headers.get('x-ratelimit-scope') ?? 'user');
  });
}

/** As it is now. Counts what each server and channel remembers: a few thousand additions for a thousand channels. */
export function gatewayFigures(client: Client): GatewayFigures {
  let members = 0;
  for (const guild of client.guilds.cache.values()) members += guild.members.cache.size;
  let messages = 0;
  for (const channel of client.channels.cache.values())
    if ('messages' in channel) messages += channel.messages.cache.size;
  return {
    connected: isConnected(client),
    pingMs: client.ws.ping,
    caches: {
      guilds: client.guilds.cache.size,
      channels: client.channels.cache.size,
      users: client.users.cache.size,
      members,
      messages,
    },
  };
}
