// `npm run demo`: a Discord on this machine, Laurel as its own process on it, and a day in the life of a community.
import { parseArgs } from 'node:util';
import { startDiscord } from '../discord/server.ts';
import { BotProcess } from './bot-process.ts';
import { dayLength, playDay } from './day.ts';
import { Narrator } from './narrator.ts';
import { buildTown } from './town.ts';

const USAGE = 'Usage: npm run demo [-- --once]';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { once: { type: 'boolean', default: false } } });
  // The day ends about now: Laurel, a process with the machine's own clock, sees it as today's.
  const began = Date.now() - dayLength();
  const opened = performance.now();
  const discord = await startDiscord({ now: () => began + (performance.now() - opened) });
  const town = buildTown(discord);
  const bot = new BotProcess(discord);
  const told = untilInterrupted();
  try {
    console.log(
      'A small Discord runs on this machine, and Laurel is connected to it. Nothing leaves 127.0.0.1.',
    );
    await Promise.race([bot.start(), told]);
    const narrator = new Narrator(discord.world, (line) => console.log(line));
    const stopTelling = narrator.follow();
    await Promise.race([playDay(town, narrator), told]);
    stopTelling();
    console.log('\nThat was the day. All that was set up is a channel for announcements and one role.');
    if (!values.once) {
      console.log(
        `The playground stays open for your own bot at ${discord.apiUrl} (token ${discord.bot.token}). Ctrl-C ends it.`,
      );
      await told;
    }
  } finally {
    await bot.stop();
    await discord.close();
  }
}

/** Resolves at Ctrl-C. */
function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

try {
  await main();
} catch (err) {
  const isWrongCall =
    err instanceof TypeError && 'code' in err && String(err.code).startsWith('ERR_PARSE_ARGS');
  console.error(isWrongCall ? `${err.message}\n${USAGE}` : err);
  process.exitCode = isWrongCall ? 2 : 1;
}
