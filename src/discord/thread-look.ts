// Looks at the threads of a server after a time of not listening: renamed, tagged, locked, archived, deleted since.
import type { AnyThreadChannel, Guild } from 'discord.js';
import { ask } from './pages.ts';
import type { Progress, Retelling } from './retelling.ts';

/**
 * Tells of each thread how it is now, after what was said in it was told; and asks for those that features believe to be
 * there and that are not among the active ones, or those archived lately, which are known by now.
 */
export async function lookAtThreads(retelling: Retelling, guild: Guild, progress: Progress): Promise<void> {
  const { ctx, router, comparison, log, isStopping } = retelling;
  const known = [...guild.channels.cache.values()].filter((channel) => channel.isThread());
  const missing = [...(await comparison.threads(guild.id))].filter((id) => !guild.channels.cache.has(id));
  for (const thread of known) {
    if (isStopping()) return;
    await router.retell('threadUpdate', thread, thread);
  }
  for (const id of missing) {
    if (isStopping()) return;
    const found = await ask<AnyThreadChannel | undefined>(ctx, guild.client, async () => {
      const channel = await guild.channels.fetch(id, { force: true });
      return channel?.isThread() ? channel : undefined;
    });
    if (found.done && found.value) await router.retell('threadUpdate', found.value, found.value);
    if (found.done) continue;
    if (!found.final) progress.channelsUnread += 1;
    if (found.reason !== 'unknownChannel') continue;
    await comparison.threadGone(id);
    await log.drop([id]);
  }
}
