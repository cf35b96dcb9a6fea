// The town, Laurel in it, and the page in front of both.
import { onTestFinished } from 'vitest';
import { type PageOptions, startPage } from '../../playground/page/server.ts';
import { startTestBot } from './bot.ts';
import { INVITED_WITH, startTown } from './town.ts';

type Town = Awaited<ReturnType<typeof startTown>>;

/** Everything stops at the test's end. `more` are options that need the town. */
export async function openPage(
  options: Partial<PageOptions> = {},
  in_?: Town,
  more: (town: Town) => Partial<PageOptions> = () => ({}),
) {
  const town = in_ ?? (await startTown());
  const ada = town.guild.person('Ada', { roles: [town.guild.role('Admin', { permissions: 8n })] });
  const { bot, databasePath } = await startTestBot(town.discord, { isScheduled: true });
  const page = await startPage({
    discord: town.discord,
    port: 0,
    invitedWith: INVITED_WITH,
    ...options,
    ...more(town),
  });
  onTestFinished(() => page.close());
  return { ...town, ada, bot, databasePath, page, url: page.url };
}
