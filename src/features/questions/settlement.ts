// What became of what a question owed to Discord: where the solved tag had no room, ✅ stands in for it.
import type { Context } from '../../core/context.ts';
import type { OnSettled } from '../../core/outbox-settling.ts';
import { postedBy } from './prompts.store.ts';
import { posted } from './prompts.ts';
import { gone } from './questions.rules.ts';
import { DISCORD, take } from './steps.ts';
import * as store from './store.ts';
import { check } from './thread-effects.ts';

/** Told when an effect with a ref `questions:…` is done, or refused for good. */
export function settleEffect(ctx: Context): OnSettled {
  return async (tx, { effect, failure }) => {
    const [, what, id] = effect.ref?.split(':') ?? [];
    if (what === 'prompt') await posted(ctx, tx, Number(id), await postedBy(tx, effect.id));
    const question = what === 'sign' && id !== undefined ? await store.findQuestion(tx, id) : undefined;
    if (!question) return;
    if (failure === 'unknownChannel') {
      const change = gone(question, ctx.clock.now());
      if (change) await take(ctx, tx, question, change, { actorId: DISCORD, action: 'questions.gone' });
      return;
    }
    const tagged = failure === undefined && (await store.wasTagged(tx, effect.id));
    // An archived thread is not woken, not even by a reaction; and what was taken back meanwhile needs no sign.
    if (tagged || failure === 'archived' || question.state !== 'solved') return;
    const { solved } = (await ctx.settings.of(question.guildId)).questions;
    if (solved.sign) await check(ctx, tx, question);
  };
}
