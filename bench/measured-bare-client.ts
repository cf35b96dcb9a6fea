// A bare discord.js client with the bot's own intents, partials and cache limits, which only hears, and reacts to the last words.
import { Events, Routes } from 'discord.js';
import { environment, readConfig } from '../src/config.ts';
import { createClient } from '../src/discord/client.ts';
import { LAST_SPEAKER } from './chat-stage.ts';
import { reportUsage } from './usage.js';

const config = readConfig(environment());
if ('gaps' in config) throw new Error('The benchmark sets the whole environment.');
const client = createClient(config);
client.on(Events.MessageCreate, (message) => {
  if (message.author.username !== LAST_SPEAKER) return;
  void client.rest.put(
    Routes.channelMessageOwnReaction(message.channelId, message.id, encodeURIComponent('🌿')),
  );
});
client.once(Events.ClientReady, reportUsage);
process.once('SIGTERM', () => process.exit(0));
await client.login(config.token);
