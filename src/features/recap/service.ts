// Tells each server once, after a month is over, what its members did for each other in it.
import { breathe } from '../../core/breathe.ts';
import type { Context } from '../../core/context.ts';
import { keptIn } from '../../core/kept-periods.ts';
import type { Period } from '../../core/periods.ts';
import { pseudonymsAmong } from '../../core/pseudonyms.ts';
import { visitServers } from '../../core/server-rounds.ts';
import { knownBadges } from '../badges/service.ts';
import { inFairOrder, MOST_NAMED, monthToTell } from './rules.ts';
import * as store from './store.ts';
import { type Recap, recapView } from './view.ts';

/** Tells every server for which a month is due. Run twice, late or after a restart, it tells each month once. */
export async function tellRecaps(ctx: Context): Promise<void> {
  const what = { feature: 'recap', errand: 'tell the month' };
  await visitServers(ctx, what, await ctx.db.read(store.guildsWithSettings), (guildId) =>
    tellRecap(ctx, guildId),
  );
}

async function tellRecap(ctx: Context, guildId: string): Promise<void> {
  const { recap, timeZone, announcementChannelId: channelId, language } = await ctx.settings.of(guildId);
  const month = monthToTell(recap, ctx.clock.now(), timeZone);
  // Without a channel there is nowhere to tell it; if one is chosen soon, it is told there.
  if (!month || channelId === undefined) return;
  if (await ctx.db.read((db) => store.isTold(db, guildId, month.key))) return;
  const told = await gather(ctx, guildId, month);
  // A clock that was far ahead had the month go before its time; it is told when the night has brought it back.
  if (!(await ctx.db.read((db) => keptIn(db, guildId, timeZone)(month.key)))) return;
  await ctx.db.write(async (tx) => {
    const now = ctx.clock.now();
    if (!(await store.markTold(tx, guildId, month.key, now))) return;
    // Nothing to tell is told by silence.
    if (told.helpers === 0 && told.solved === 0) return;
    const { components, pings } = recapView(ctx.texts.for(language), told, { timeZone, pings: recap.pings });
    await ctx.outbox.enqueue(tx, {
      kind: 'send',
      guildId,
      payload: {
        channelId,
        view: { components: components.map((one) => ({ ...one })), pings: [...(pings ?? [])] },
      },
      dedupeKey: `recap:${guildId}:${month.key}`,
      lane: `recap:${guildId}`,
    });
  });
}

/** Only those who are shown on the leaderboard are named, as they are called there. */
async function gather(ctx: Context, guildId: string, month: Period): Promise<Recap> {
  const helpers = inFairOrder(await ctx.db.read((db) => store.helpersOf(db, guildId, month.key)), month.key);
  const newcomers: string[] = [];
  for (const { memberId } of helpers) {
    await breathe();
    const isNew = !(await ctx.db.read((db) => store.helpedBefore(db, guildId, memberId, month.start)));
    if (isNew) newcomers.push(memberId);
  }
  const named = helpers.slice(0, MOST_NAMED).map(({ memberId }) => memberId);
  const greeted = newcomers.slice(0, MOST_NAMED);
  return ctx.db.read(async (db) => ({
    month,
    helpers: helpers.length,
    named,
    newcomers: newcomers.length,
    greeted,
    badges: await knownBadges(db, guildId, await store.newBadges(db, guildId, month)),
    solved: await store.solvedIn(db, guildId, month),
    pseudonyms: await pseudonymsAmong(db, guildId, [...named, ...greeted]),
  }));
}
