// Tells staff, in the channel for reviews, what is new about a term, with what the Ambassador did in it.
import type { Context } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import { readSettings } from '../../core/settings.ts';
import { activitySince } from './dossier.store.ts';
import { post, publicly } from './posts.ts';
import type { Step, Term } from './terms.rules.ts';
import { noticeView } from './terms.view.ts';

export type News =
  | Step
  | 'endRefused'
  | 'asked'
  | 'askedNowhere'
  | 'notAsked'
  | 'leaveOver'
  | 'over'
  | 'noAlumniRole';

/** Shows staff what is new about a term, with what the Ambassador did in it. */
export async function tellStaff(ctx: Context, tx: Tx, term: Term, news: News): Promise<void> {
  const { guildId, memberId, id, startedAt } = term;
  const { ambassadors } = await readSettings(tx, guildId);
  const { reviewChannelId: channelId } = ambassadors;
  if (channelId === undefined) return;
  const activity = await activitySince(tx, guildId, memberId, startedAt);
  const view = noticeView(await publicly(ctx, guildId), term, news, activity);
  await post(ctx, tx, {
    guildId,
    channelId,
    view,
    purpose: 'notice',
    id,
    mark: `${news}:${ctx.clock.now()}`,
  });
}
