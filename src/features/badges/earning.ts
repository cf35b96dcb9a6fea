// Who holds which badge follows from the ledger: awarded and taken at once with the credit, and counted anew by night.
import type { Context } from '../../core/context.ts';
import { listeningIn } from '../../core/cursors.ts';
import type { Reader, Tx } from '../../core/database.ts';
import type { OnCredit, OnQuestion } from '../../core/followers.ts';
import type { Recognition } from '../../core/ledger-rules.ts';
import type { People } from '../../core/people.ts';
import { isPseudonym } from '../../core/person-key.ts';
import type { Totals } from '../../core/standings.ts';
import { EARNED_BY, type EarnedBadge, type Measure, measures } from './catalogue.rules.ts';
import { creditedIn, helpFacts } from './helps.store.ts';
import { type Enough, measuring, type Who } from './measures.store.ts';
import { judgeBadge, MOVED_BY_QUESTIONS, type Move, mayChange, movedBy, recordsAnew } from './rules.ts';
import * as store from './store.ts';

/** What a new count of a badge comes to for one member; `count` as far as it was counted. */
export interface Verdict {
  badge: EarnedBadge;
  outcome: 'award' | 'revoke';
  count: number;
}

/** Badges by what they count. */
export type BadgesByMeasure = ReadonlyMap<Measure, readonly EarnedBadge[]>;

/** What counting needs of the context: a command of the operator has no more. */
export type Counting = Pick<Context, 'clock' | 'settings' | 'people'>;

/** By what members are judged: the moment (ms), who wants nothing recorded, and which badges, as far as `enough` says. */
export interface Judging {
  now: number;
  people: People;
  badges?: BadgesByMeasure | undefined;
  enough?: Enough | undefined;
  /** The member's totals, where they are known already. */
  standing?: Totals | undefined;
}

/** A measure to count anew, and in which direction it may have moved; 0 where that is not known. */
export type Recount = readonly [measure: Measure, direction: 1 | -1 | 0];

/** Everything anew, whatever may have moved it. */
export const EVERY_MEASURE = measures.map((measure): Recount => [measure, 0]);

/** Whether nothing new is written down of somebody: they are left out of everything, or were forgotten. */
async function isOutOfReach(people: People, { guildId, memberId }: Who): Promise<boolean> {
  return isPseudonym(memberId) || (await people.isLeftOut(guildId, memberId));
}

/**
 * The one evaluation: which badges a member gains and loses by these measures as they are now. Award at once, backfill,
 * revocation, preview and `ledger:verify` all ask here. What cannot change is not counted, and nothing further than badges
 * ask for unless `enough` says so.
 */
export async function evaluate(
  db: Reader,
  who: Who,
  recounts: readonly Recount[],
  { now, people, badges = EARNED_BY, enough = mostAsked(badges), standing }: Judging,
): Promise<Verdict[]> {
  const held = await store.holdingsOf(db, who);
  const countOf = measuring(db, who, now, enough, standing);
  const verdicts: Verdict[] = [];
  for (const [measure, direction] of recounts) {
    const open = (badges.get(measure) ?? []).filter((badge) =>
      mayChange(badge, held.get(badge.id), direction),
    );
    if (open.length === 0) continue;
    const count = await countOf(measure);
    for (const badge of open) {
      const holding = held.get(badge.id);
      const outcome = judgeBadge(badge, holding, count);
      if (!outcome) continue;
      if (recordsAnew(outcome, holding) && (await isOutOfReach(people, who))) continue;
      verdicts.push({ badge, outcome, count });
    }
  }
  return verdicts;
}

/** The most that any of these badges asks for. */
export function mostAsked(badges: BadgesByMeasure): Enough {
  return (measure) =>
    Math.max(0, ...(badges.get(measure) ?? []).map(({ requirement }) => requirement.atLeast));
}

/** Follows credit: whoever gave or received it gains or loses what it decides, in the same transaction. */
export function followCredit(ctx: Counting, badges: BadgesByMeasure = EARNED_BY): OnCredit {
  return async (tx, shift, found) => {
    const { row } = shift;
    const now = ctx.clock.now();
    const moves = movedBy(shift, await helpFacts(tx, row, now, found?.otherHelp));
    for (const [memberId, theirs] of Map.groupBy(moves, (move: Move) => move.memberId)) {
      const recounts = theirs.map(({ measure, direction }): Recount => [measure, direction]);
      const standing = found?.standings.get(memberId);
      await settle(ctx, tx, { guildId: row.guildId, memberId }, recounts, { cause: row, badges, standing });
    }
  };
}

/** Follows the story of questions: whoever is credited in one that changed is counted anew. */
export function followQuestions(ctx: Context, badges: BadgesByMeasure = EARNED_BY): OnQuestion {
  const recounts = MOVED_BY_QUESTIONS.map((measure): Recount => [measure, 0]);
  return async (tx, question) => {
    for (const memberId of await creditedIn(tx, question))
      await settle(ctx, tx, { guildId: question.guildId, memberId }, recounts, { badges });
  };
}

/**
 * Counts these measures anew for a member and writes down what follows. `cause` is what it was earned by; what is no news
 * (it was so before anybody looked) is not announced.
 */
export async function settle(
  ctx: Counting,
  tx: Tx,
  who: Who,
  recounts: readonly Recount[],
  {
    cause,
    isNews = true,
    badges = EARNED_BY,
    standing,
  }: {
    cause?: Recognition;
    isNews?: boolean;
    badges?: BadgesByMeasure;
    standing?: Totals | undefined;
  } = {},
): Promise<Verdict[]> {
  const now = ctx.clock.now();
  const verdicts = await evaluate(tx, who, recounts, { now, people: ctx.people, badges, standing });
  for (const { badge, outcome } of verdicts) {
    if (outcome === 'revoke') await store.takeHeld(tx, who, badge.id, { at: now, by: null, why: null });
    else
      await store.putHeld(tx, {
        ...who,
        badge: badge.id,
        awardedAt: now,
        awardedBy: null,
        reason: null,
        channelId: cause?.channelId ?? null,
        messageId: cause?.messageId ?? null,
        announcedAt:
          isNews && (await announces(ctx, who.guildId)) && !(await isOfThePast(tx, cause)) ? null : now,
      });
  }
  return verdicts;
}

/** Whether it happened before Laurel listened: what comes of it now is no news. */
async function isOfThePast(tx: Tx, cause: Recognition | undefined): Promise<boolean> {
  const listening = cause && (await listeningIn(tx, cause.guildId));
  return listening !== undefined && cause !== undefined && cause.occurredAt < listening.since;
}

/** Whether the server wants new badges told of. */
export async function announces(ctx: Pick<Context, 'settings'>, guildId: string): Promise<boolean> {
  const { badges, announcementChannelId } = await ctx.settings.of(guildId);
  return badges.announce && announcementChannelId !== undefined;
}
