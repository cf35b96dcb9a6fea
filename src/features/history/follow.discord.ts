// The page about past thanks follows a reading in place, for as long as it is shown and Discord lets an answer be changed.
import type { View } from '../../core/actions.ts';
import type { Cancel } from '../../core/clock.ts';
import type { Context } from '../../core/context.ts';
import { customId } from '../../core/custom-id.ts';
import type { Call, ComponentInteraction } from '../../discord/feature.ts';

/** How often what is shown is brought up to date, in ms. */
const EVERY_MS = 5_000;
/** Discord lets an answer be changed for 15 minutes; the last one is left for a slow network. */
const FOLLOWED_FOR_MS = 14 * 60_000;
/** So many pages are followed at once; on any other one looks again by hand. */
const MOST_FOLLOWED = 50;

/** What the page would show now, and whether there will be more to show. */
export interface Latest {
  view: View;
  goesOn: boolean;
}

type Press = Call<ComponentInteraction>;

/** The next look of each page that is followed, by its message. */
const followed = new WeakMap<Context, Map<string, Cancel>>();

function followedBy(ctx: Context): Map<string, Cancel> {
  const known = followed.get(ctx) ?? new Map<string, Cancel>();
  followed.set(ctx, known);
  return known;
}

/** Shows the latest in place every few seconds while it goes on. Closing the page, or leaving it, ends that. */
export function follow(call: Press, latest: () => Promise<Latest>): void {
  const { ctx, interaction, at } = call;
  const messageId = interaction.message?.id;
  const all = followedBy(ctx);
  if (messageId === undefined || all.size >= MOST_FOLLOWED) return;
  let shown: string | undefined;
  const waitFor = (): void => {
    const cancel = ctx.clock.after(EVERY_MS, () => void look(cancel));
    all.set(messageId, cancel);
  };
  /** Another press on the page, since this look began, has the last word. */
  const isOvertaken = (mine: Cancel) => all.get(messageId) !== mine;
  const look = async (mine: Cancel): Promise<void> => {
    try {
      const goesOn = (await isShown(interaction)) && (await showLatest(mine));
      if (isOvertaken(mine)) return;
      if (goesOn && ctx.clock.now() - at < FOLLOWED_FOR_MS) return waitFor();
    } catch (err) {
      ctx.log.debug({ feature: 'history', guildId: call.guildId, err }, 'a page is not followed any more');
    }
    if (!isOvertaken(mine)) all.delete(messageId);
  };
  const showLatest = async (mine: Cancel): Promise<boolean> => {
    const { view, goesOn } = await latest();
    const text = JSON.stringify(view);
    if (text !== shown && !isOvertaken(mine)) await call.progress(view);
    shown = text;
    return goesOn;
  };
  waitFor();
}

/** What was pressed on a page decides what it shows next. */
export function unfollow({ ctx, interaction }: Press): void {
  const messageId = interaction.message?.id;
  if (messageId === undefined) return;
  followedBy(ctx).get(messageId)?.();
  followedBy(ctx).delete(messageId);
}

export function unfollowAll(ctx: Context): void {
  for (const cancel of followedBy(ctx).values()) cancel();
  followed.delete(ctx);
}

/** Whether the message still is the page of a reading, which can be stopped there; one may have gone back to other settings. */
async function isShown(interaction: ComponentInteraction): Promise<boolean> {
  const { components } = await interaction.fetchReply();
  return JSON.stringify(components).includes(customId('history', 'cancel'));
}
