// The town, Laurel in it, and the page in front of both.
import { onTestFinished } from 'vitest';
import { type PageOptions, startPage } from '../../playground/page/server.ts';
import { startTestBot } from './bot.ts';
import { INVITED_WITH, startTown } from './town.ts';

/** Everything stops at the test's end. */
export async function openPage(options: Partial<PageOptions> = {}) {
  const town = await startTown();
  const ada = town.guild.person('Ada', { roles: [town.guild.role('Admin', { permissions: 8n })] });
  const { bot } = await startTestBot(town.discord);
  const page = await startPage({ discord: town.discord, port: 0, invitedWith: INVITED_WITH, ...options });
  onTestFinished(() => page.close());
  return { ...town, ada, bot, page, url: page.url };
}
