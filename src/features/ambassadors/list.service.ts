// Gathers who the Ambassadors are, and who could become one.
import type { Context } from '../../core/context.ts';
import { pseudonymOf } from '../../core/pseudonyms.ts';
import { topOf } from '../../core/ranks.ts';
import { tagNamesIn } from './dossier.service.ts';
import { readEvidence, tagsKnown } from './dossier.store.ts';
import type { Nomination } from './rules.ts';
import * as store from './store.ts';
import { alumniIn, ambassadorSince, runningIn, runningOf } from './terms.store.ts';

/** Shown at once; more than these are counted. */
export const AMBASSADORS_SHOWN = 15;
export const ALUMNI_SHOWN = 8;
const CANDIDATES_SHOWN = 8;
const WORTH_SHOWN = 5;
/** Tags named of each. */
const TAGS_NAMED = 3;

export interface AmbassadorLine {
  memberId: string;
  since: number;
  onLeave: boolean;
  /** What they solved most in, by name. */
  tags: readonly string[];
}

export interface Roll {
  ambassadors: readonly AmbassadorLine[];
  /** How many more there are. */
  more: number;
  alumni: readonly { memberId: string; from: number; to: number }[];
}

export async function readRoll(ctx: Context, guildId: string): Promise<Roll> {
  const names = tagNamesIn(ctx, (await ctx.settings.of(guildId)).questions.channels);
  return ctx.db.read(async (db) => {
    const running = await runningIn(db, guildId);
    const ambassadors = await Promise.all(
      running.slice(0, AMBASSADORS_SHOWN).map(async (term) => ({
        memberId: term.memberId,
        since: await ambassadorSince(db, term),
        onLeave: term.state === 'paused',
        tags: namesOf(await tagsKnown(db, guildId, term.memberId, TAGS_NAMED), names),
      })),
    );
    const alumni = await alumniIn(db, guildId, ALUMNI_SHOWN);
    return {
      ambassadors,
      more: running.length - ambassadors.length,
      alumni: await Promise.all(
        alumni.map(async (term) => ({
          memberId: term.memberId,
          from: await ambassadorSince(db, term),
          to: term.endedAt ?? term.endsAt,
        })),
      ),
    };
  });
}

/** What qualifies somebody. */
export interface Worth {
  memberId: string;
  peopleHelped: number;
  solutions: number;
  months: number;
  tags: readonly string[];
}

export interface CandidateLine extends Omit<Worth, 'memberId'> {
  nomination: Nomination;
}

export interface CandidateList {
  candidates: readonly CandidateLine[];
  more: number;
  /** Others who stand high on this server's own boards, for somebody to nominate. */
  worth: readonly Worth[];
}

export async function readCandidates(ctx: Context, guildId: string): Promise<CandidateList> {
  const { questions, timeZone } = await ctx.settings.of(guildId);
  const names = tagNamesIn(ctx, questions.channels);
  return ctx.db.read(async (db) => {
    const figures = async (memberId: string): Promise<Omit<Worth, 'memberId'>> => {
      const { peopleHelped, solutions, months, tags } = await readEvidence(db, guildId, memberId, timeZone);
      return { peopleHelped, solutions, months, tags: namesOf(tags.slice(0, TAGS_NAMED), names) };
    };
    const open = await store.openIn(db, guildId, CANDIDATES_SHOWN);
    const candidates = await Promise.all(
      open.map(async (nomination) => ({ nomination, ...(await figures(nomination.candidateId)) })),
    );
    // Those on the boards are public already; who left them is not brought up here.
    const worth: Worth[] = [];
    for (const { memberId } of await topOf(db, guildId, 'all', 'points', 0, WORTH_SHOWN * 4)) {
      if (worth.length === WORTH_SHOWN) break;
      // Who goes by another name there is not to be found out here.
      const isKnown =
        (await pseudonymOf(db, guildId, memberId)) !== undefined ||
        (await store.openOf(db, guildId, memberId)) !== undefined ||
        (await runningOf(db, guildId, memberId)) !== undefined;
      if (!isKnown) worth.push({ memberId, ...(await figures(memberId)) });
    }
    return { candidates, more: (await store.countOpen(db, guildId)) - open.length, worth };
  });
}

function namesOf(tags: readonly { tagId: string }[], names: ReadonlyMap<string, string>): string[] {
  return tags.map(({ tagId }) => names.get(tagId)).filter((name) => name !== undefined);
}
