// Gathers what a dossier shows: the same for reviewers and for the candidate.
import type { Context } from '../../core/context.ts';
import type { Reader } from '../../core/database.ts';
import { readSettings, type Tier } from '../../core/settings.ts';
import { type Evidence, readEvidence } from './dossier.store.ts';
import type { Nomination } from './rules.ts';
import * as store from './store.ts';
import type { Term } from './terms.rules.ts';
import { termsOf } from './terms.store.ts';

/** Earlier nominations and terms looked back at. */
const EARLIER = 5;

export interface Dossier {
  guildId: string;
  memberId: string;
  evidence: Evidence;
  /** The nomination that was asked for, else the one of which nothing is decided yet, else the one that "not yet" was said to. */
  nomination: Nomination | undefined;
  /** Those that ended with a word of the reviewers. */
  earlier: readonly Nomination[];
  terms: readonly Term[];
  ladder: readonly Tier[];
  /** Names of the tags of the help channels, by id; one that was deleted has none. */
  tagNames: ReadonlyMap<string, string>;
}

/** Everything about a member; about one nomination of theirs, or the open one if there is any. */
export async function readDossier(
  ctx: Context,
  db: Reader,
  guildId: string,
  memberId: string,
  about?: Nomination,
): Promise<Dossier> {
  const settings = await readSettings(db, guildId);
  const all = await store.nominationsOf(db, guildId, memberId, EARLIER + 1);
  const [latest] = all;
  const answered = latest?.state === 'notYet' ? latest : undefined;
  const nomination = about ?? (await store.openOf(db, guildId, memberId)) ?? answered;
  return {
    guildId,
    memberId,
    evidence: await readEvidence(db, guildId, memberId, settings.timeZone),
    nomination,
    earlier: all.filter(
      ({ id, state }) => id !== nomination?.id && (state === 'promoted' || state === 'notYet'),
    ),
    terms: (await termsOf(db, guildId, memberId, EARLIER)).filter(({ endedWhy }) => endedWhy !== 'renewed'),
    ladder: settings.tiers,
    tagNames: tagNamesIn(ctx, settings.questions.channels),
  };
}

/** Names of the tags of help channels, by id; as far as known, without a question to Discord. */
export function tagNamesIn(
  ctx: Context,
  channels: readonly { channelId: string }[],
): ReadonlyMap<string, string> {
  const tags = ctx.actions.forumTags(channels.map(({ channelId }) => channelId));
  return new Map(tags.map(({ id, name }) => [id, name]));
}
