// Deletes what is kept of a person: an unknown stands where they stood, so that what others gave and got stays right.
import type { Context } from '../../core/context.ts';
import { newPseudonym } from '../../core/person-key.ts';
import { cardsOf, withdrawCards } from '../ambassadors/forgetting.service.ts';
import { candidateLeft } from '../ambassadors/nominations.service.ts';
import { askerLeft } from '../questions/service.ts';
import { memberLeft } from '../tiers/drift.ts';
import * as store from './erasing.store.ts';

export interface Erased {
  /** In how many servers something was kept of them. */
  servers: number;
}

/**
 * Deletes everything kept of a person, in every server: their id gives way to a pseudonym, their words and wishes go.
 * What was still under way ends as if they had left. A tombstone keeps older news of them out. Twice is once.
 */
export async function forgetPerson(ctx: Context, memberId: string): Promise<Erased> {
  const guildIds = await ctx.db.read((db) => store.guildsOf(db, memberId));
  for (const guildId of guildIds) {
    await memberLeft(ctx, guildId, memberId);
    await askerLeft(ctx, guildId, memberId);
    await candidateLeft(ctx, { guildId, memberId });
  }
  const fingerprint = ctx.people.fingerprint(memberId);
  const pseudonym = newPseudonym();
  await ctx.db.write(async (tx) => {
    const now = ctx.clock.now();
    const cards = cardsOf(tx, memberId);
    // Once more: something may have come in meanwhile.
    await store.replacePerson(tx, memberId, pseudonym, store.guildsOf(tx, memberId), now);
    store.rememberErasure(tx, { pseudonym, fingerprint, erasedAt: now });
    await withdrawCards(ctx, tx, cards);
  });
  await scrub(ctx);
  return { servers: guildIds.length };
}

/** Takes what was deleted out of the file as well; what cannot be done now is done by night. */
export async function scrub(ctx: Context): Promise<void> {
  try {
    if (await ctx.db.scrub()) return;
    ctx.log.info({ feature: 'privacy' }, 'the file is still being read; it is cleaned by night');
  } catch (err) {
    ctx.log.warn({ feature: 'privacy', err }, 'the file could not be cleaned; it is tried again by night');
  }
  await ctx.db.write(async (tx) => store.oweScrub(tx));
}

/** Cleans the file if that is still owed. */
export async function scrubIfOwed(ctx: Context): Promise<void> {
  const isOwed = await ctx.db.write(async (tx) => store.takeOwedScrub(tx));
  if (isOwed) await scrub(ctx);
}
