// Keeps the bot's process company: tells it how late it is in the story, and when the demo is gone, so is the bot.
import type { Clock as BotClock } from '../../src/core/clock.ts';
import { Clock } from '../discord/clock.ts';

const own = Date.now;
let ahead = Number(process.env.STORY_AHEAD_MS ?? 0);
const story = new Clock(() => own() + ahead);
Date.now = story.now;

/** The bot's clock: what waits for a time is woken when the story gets there. */
export const storyClock: BotClock = {
  now: story.now,
  after: (ms, wake) => story.alarm(story.now() + ms, wake),
};

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
