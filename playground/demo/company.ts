// Loaded into the bot's process before the bot itself: there it is as late as in the story, and when the demo is gone, so is the bot.
const own = Date.now;
let ahead = Number(process.env.STORY_AHEAD_MS ?? 0);
Date.now = () => own() + ahead;

process.on('message', (told: unknown) => {
  ahead = Number(told);
  process.send?.('so late it is');
});
// The demo itself may be killed: it could not stop the bot then, and nobody else would.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// That the demo could say something is no reason to go on living.
process.channel?.unref();
