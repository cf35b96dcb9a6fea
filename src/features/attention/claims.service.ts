// "I take this": a member says that they are on a question, and others see it.
import { type Context, type Refusal, refuse } from '../../core/context.ts';
import { findQuestion } from '../questions/store.ts';
import { addClaim, countHeldBy, endClaim, endOverdue, holderOf } from './claims.store.ts';
import { CLAIM_MS, type Claim, judgeTake, type Question } from './rules.ts';

export interface Taking {
  guildId: string;
  questionId: string;
  memberId: string;
}

export interface Taken {
  question: Question;
  claim: Claim;
}

/** Takes a question for a member; taken again, it is theirs as before. Refused if it is settled, their own, or somebody else's. */
export async function take(
  ctx: Context,
  { guildId, questionId, memberId }: Taking,
): Promise<Taken | Refusal> {
  return ctx.db.write(async (tx) => {
    const now = ctx.clock.now();
    const question = await findQuestion(tx, questionId);
    if (question?.guildId !== guildId) return refuse('questionUnknown');
    const held = await holderOf(tx, questionId, now);
    if (held?.memberId === memberId) return { question, claim: held };
    const holding = await countHeldBy(tx, guildId, memberId, now);
    const refusal = judgeTake(question, memberId, { held, holding, now });
    if (refusal) return refusal;
    // One that ran out and was not swept up yet would stand in the way.
    await endClaim(tx, { questionId, memberId }, 'expired', now);
    const claim = { guildId, questionId, memberId, claimedAt: now, expiresAt: now + CLAIM_MS };
    return { question, claim: await addClaim(tx, claim) };
  });
}

/** Lets a question go; done also if the member did not hold it. */
export async function letGo(
  ctx: Context,
  { guildId, questionId, memberId }: Taking,
): Promise<Question | Refusal> {
  return ctx.db.write(async (tx) => {
    const question = await findQuestion(tx, questionId);
    if (question?.guildId !== guildId) return refuse('questionUnknown');
    await endClaim(tx, { questionId, memberId }, 'letGo', ctx.clock.now());
    return question;
  });
}

/** Ends the claims whose time has come. */
export async function sweepClaims(ctx: Context): Promise<void> {
  await ctx.db.write((tx) => endOverdue(tx, ctx.clock.now()));
}
