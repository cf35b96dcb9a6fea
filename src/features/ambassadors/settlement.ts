// What follows when Discord has or refuses what Ambassadors' affairs owe it: written in the same transaction.
import * as z from 'zod';
import { note } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import type { OnSettled, Settled } from '../../core/outbox-settling.ts';
import { close } from './nominations.service.ts';
import { tellStaff } from './notices.service.ts';
import { LAUREL, takeAway } from './posts.ts';
import { cardPosted, reviewPosted, threadOpened } from './reviews.service.ts';
import { changeNomination, nominationById } from './store.ts';
import { findTerm } from './terms.store.ts';

type Settle = (ctx: Context, tx: Tx, id: number, settled: Settled) => Promise<void>;

const SETTLED: Readonly<Record<string, Settle>> = {
  consent: consentPosted,
  review: reviewPosted,
  thread: threadOpened,
  card: cardPosted,
  ask: questionPosted,
  alumni: alumniRoleSettled,
};

/** Told by the outbox of every effect with a ref `ambassadors:…`. */
export function settlePost(ctx: Context): OnSettled {
  return async (tx, settled) => {
    const [, purpose = '', id = ''] = settled.effect.ref?.split(':') ?? [];
    await SETTLED[purpose]?.(ctx, tx, Number(id), settled);
  };
}

const sent = z.object({ messageId: z.string() });

/** The candidate is asked; where that is not possible, nobody waits for an answer. */
async function consentPosted(ctx: Context, tx: Tx, id: number, { answer }: Settled): Promise<void> {
  const nomination = await nominationById(tx, id);
  if (!nomination) return;
  const { guildId, channelId } = nomination;
  const messageId = sent.safeParse(answer).data?.messageId;
  if (messageId === undefined) {
    if (nomination.state === 'asked') await close(ctx, tx, nomination, 'expired', LAUREL);
  } else if (nomination.state === 'asked') await changeNomination(tx, id, { messageId });
  // Withdrawn, or gone from the server, while it was on its way.
  else if (nomination.state !== 'accepted') await takeAway(ctx, tx, { guildId, channelId, messageId });
}

/** The Ambassador could not be asked where that was tried: staff know, and /ambassador term asks them too. */
async function questionPosted(ctx: Context, tx: Tx, id: number, { failure }: Settled): Promise<void> {
  const term = failure && (await findTerm(tx, id));
  if (term) await tellStaff(ctx, tx, term, 'notAsked');
}

async function alumniRoleSettled(
  ctx: Context,
  tx: Tx,
  id: number,
  { effect, failure }: Settled,
): Promise<void> {
  const term = failure && effect.kind === 'addRole' ? await findTerm(tx, id) : undefined;
  if (!term) return;
  const { guildId, memberId } = term;
  const deed = { guildId, actorId: 'discord', action: 'ambassadors.alumniRoleFailed', targetId: memberId };
  await note(tx, { ...deed, details: { failure } }, ctx.clock.now());
  await tellStaff(ctx, tx, term, 'noAlumniRole');
}
