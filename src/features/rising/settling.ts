// What follows when Discord has answered what rising asked of it: since when somebody is here, or that a warning was posted.
import * as z from 'zod';
import type { Context } from '../../core/context.ts';
import type { OnSettled } from '../../core/outbox-settling.ts';
import { withJoin } from '../members/rules.ts';
import { belongingOf, setBelonging } from '../members/store.ts';
import { noteMended } from './reconcile.service.ts';
import { rise } from './rise.service.ts';
import { closeWarning } from './store.ts';

const member = z.object({ joinedAt: z.number().optional() });

export function settle(ctx: Context): OnSettled {
  return async (tx, { effect, failure, answer }) => {
    const [, about, id = ''] = effect.ref?.split(':') ?? [];
    // Nobody falls after a warning that they could not read.
    if (about === 'warn' && failure) await closeWarning(tx, Number(id), 'untold', ctx.clock.now());
    if (about === 'mend' && !failure) await noteMended(ctx, tx, effect);
    if (about !== 'join' || failure) return;
    const { joinedAt } = member.parse(answer);
    if (joinedAt === undefined) return;
    const who = { guildId: effect.guildId, memberId: id };
    // Chosen since Discord was asked: nothing of them is recorded any more.
    if (await ctx.people.isLeftOut(who.guildId, id)) return;
    const known = await belongingOf(tx, who.guildId, id);
    const since = withJoin(known ?? { joinedAt: null, returnedAt: null }, joinedAt);
    await setBelonging(tx, who.guildId, id, since);
    const settings = await ctx.settings.of(who.guildId);
    if (settings.rising.byRule) await rise(ctx, tx, who, settings);
  };
}
