// Loaded into the bot's process before the bot itself: there it is as late as in the story, and when the demo is gone, so is the bot.
import { systemClock } from '../../src/core/clock.ts';
import { Clock } from '../discord/clock.ts';

const own = Date.now;
let ahead = Number(process.env.STORY_AHEAD_MS ?? 0);
const story = new Clock(() => own() + ahead);
Date.now = story.now;
// Timers go by the machine's clock; what waits for the story's is woken when that is moved.
systemClock.after = (ms, wake) => story.alarm(story.now() + ms, wake);

process.on('message', (told: unknown) => {
  ahead = Number(told);
  // Whatever that made due.
  story.advance(0);
  process.send?.('so late it is');
});
// The demo itself may be killed: it could not stop the bot then, and nobody else would.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// That the demo could say something is no reason to go on living.
process.channel?.unref();
