// New badges told of in the announcement channel: quietly, several in one message, and nobody is pinged.
import type { Context } from '../../core/context.ts';
import { visitServers } from '../../core/server-rounds.ts';
import { announces } from './earning.ts';
import { knownBadges } from './service.ts';
import * as store from './store.ts';
import { NEWS_AT_ONCE, newsView } from './view.ts';

/** Tells of what was earned or given since the last time, in every server that wants it. */
export async function announceNew(ctx: Context): Promise<void> {
  const guildIds = await ctx.db.read((db) => store.guildsWithNews(db));
  const what = { feature: 'badges', errand: 'tell of new badges' };
  await visitServers(ctx, what, guildIds, (guildId) => announceIn(ctx, guildId));
}

async function announceIn(ctx: Context, guildId: string): Promise<void> {
  const { announcementChannelId: channelId, language } = await ctx.settings.of(guildId);
  const wanted = await announces(ctx, guildId);
  await ctx.db.write(async (tx) => {
    const now = ctx.clock.now();
    const news = await store.newsOf(tx, guildId, NEWS_AT_ONCE);
    for (const row of news) await store.markAnnounced(tx, row, now);
    const rows: store.News[] = [];
    // Whoever left the boards is not put in front of everybody here either, nor whoever is left out of everything.
    for (const row of news)
      if (row.isListed && !(await ctx.people.isLeftOut(guildId, row.memberId))) rows.push(row);
    const badges = await knownBadges(tx, guildId, rows);
    if (!wanted || channelId === undefined || badges.length === 0) return;
    const key = `badges:${guildId}`;
    await ctx.outbox.enqueue(tx, {
      kind: 'send',
      guildId,
      payload: { channelId, view: { components: [{ ...newsView(ctx.texts.for(language), badges) }] } },
      dedupeKey: `${key}:${now}`,
      lane: key,
    });
  });
}
