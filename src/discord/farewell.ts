// Whether Discord can be reached at this moment, and the ends of a connection after which no new one will come.
import { type Client, Events, GatewayCloseCodes, RESTEvents, Status } from 'discord.js';

const TOKEN_REFUSED =
  'Discord does not accept the token any more. Copy the new one from the Bot page of your application into DISCORD_TOKEN, and start again.';

/** What to do about a connection that Discord closes for good, by its code. */
const FAREWELLS: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: TOKEN_REFUSED,
  [GatewayCloseCodes.InvalidShard]: 'Discord does not accept the number of this shard.',
  [GatewayCloseCodes.ShardingRequired]:
    'Laurel is in too many servers for one connection: Discord asks for several shards.',
  [GatewayCloseCodes.InvalidAPIVersion]:
    'Discord no longer speaks this version of its API. Update Laurel to a newer version.',
  [GatewayCloseCodes.InvalidIntents]:
    'Discord does not know an intent that Laurel asks for. Update Laurel to a newer version.',
  [GatewayCloseCodes.DisallowedIntents]:
    'Server Members Intent or Message Content Intent is switched off. Switch both on, on the Bot page of your application.',
};

/** True only while every shard is connected and has its servers: `client.isReady()` stays true once it was. */
export function isConnected(client: Client): boolean {
  const { shards } = client.ws;
  return shards.size > 0 && shards.every(({ status }) => status === Status.Ready);
}

/** HTTP's status for a token that is not accepted. discord.js forgets the token then, so nothing that is asked goes well any more. */
const UNAUTHORIZED = 401;

/** Resolves with the code and the reason in words once Discord has closed a connection, or refused the token, for good; perhaps never. */
export function closedForGood(client: Client): Promise<{ code: number; reason: string }> {
  return new Promise((resolve) => {
    client.once(Events.ShardDisconnect, ({ code }) =>
      resolve({ code, reason: FAREWELLS[code] ?? 'Discord has closed the connection for good.' }),
    );
    client.rest.on(RESTEvents.Response, ({ data }, { status }) => {
      // What is asked without the token, such as an answer to an interaction, says nothing about it.
      if (status === UNAUTHORIZED && data.auth) resolve({ code: status, reason: TOKEN_REFUSED });
    });
  });
}
