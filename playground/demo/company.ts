// Loaded into the bot's process before the bot itself: there it is as late as in the story, and when the demo is gone, so is the bot.
import { Cron } from 'croner';

const own = Date.now;
let ahead = Number(process.env.STORY_AHEAD_MS ?? 0);
Date.now = () => own() + ahead;

/** What the bot does by schedule. Its timers go by the machine's clock, so what the story's clock has passed is run from here. */
const schedules = new Set<Cron>();
const { schedule } = Cron.prototype;
Cron.prototype.schedule = function (this: Cron, ...told: Parameters<typeof schedule>) {
  schedules.add(this);
  return schedule.apply(this, told);
};

async function runWhatIsDue(since: number): Promise<void> {
  for (const one of schedules) {
    const due = one.nextRun(new Date(since));
    if (due && due.getTime() <= Date.now()) await one.trigger();
  }
}

process.on('message', async (told: unknown) => {
  const before = Date.now();
  ahead = Number(told);
  await runWhatIsDue(before);
  process.send?.('so late it is');
});
// The demo itself may be killed: it could not stop the bot then, and nobody else would.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// That the demo could say something is no reason to go on living.
process.channel?.unref();
