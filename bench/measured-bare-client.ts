// A bare discord.js client with the bot's own intents, partials and cache limits, which only hears, and reacts: to the last words, and where a benchmark asks for it to every so many messages.
import { Events, Routes } from 'discord.js';
import { environment, readConfig } from '../src/config.ts';
import { createClient } from '../src/discord/client.ts';
import { LAST_SPEAKER } from './chat-stage.ts';
import { reportUsage } from './usage.js';

const config = readConfig(environment());
if ('gaps' in config) throw new Error('The benchmark sets the whole environment.');
const client = createClient(config);
/** It reacts to one message of so many; without the variable to none. */
const every = Number(process.env.REACTS_TO_ONE_IN ?? Number.POSITIVE_INFINITY);
let heard = 0;
client.on(Events.MessageCreate, (message) => {
  heard += 1;
  if (message.author.username !== LAST_SPEAKER && heard % every !== 0) return;
  void client.rest.put(
    Routes.channelMessageOwnReaction(message.channelId, message.id, encodeURIComponent('🌿')),
  );
});
client.once(Events.ClientReady, reportUsage);
process.once('SIGTERM', () => process.exit(0));
await client.login(config.token);
