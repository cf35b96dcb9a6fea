// /audit on Discord: who did what to whom, and why, for moderators.
import type { View } from '../../core/actions.ts';
import { refuse } from '../../core/context.ts';
import type { Call, Component } from '../../discord/feature.ts';
import { slashCommand } from '../../discord/options.ts';
import { customNamesOf } from '../badges/custom.store.ts';
import { countDeeds, readDeeds } from './audit.store.ts';
import { auditView, DEEDS_SHOWN } from './audit.view.ts';
import { MODERATORS, numberIn } from './review.discord.ts';

export const audit = slashCommand({
  name: 'audit',
  description: 'commands.audit.description',
  answers: 'privately',
  requires: MODERATORS,
  options: { member: { type: 'member', description: 'commands.audit.options.member' } },
  run: (call, { member }) => show(call, member?.user.id, 1),
});

async function show(
  { ctx, guildId, reading }: Call,
  memberId: string | undefined,
  wanted: number,
): Promise<View> {
  const { tiers: ladder } = await ctx.settings.of(guildId);
  return ctx.db.read(async (db) => {
    const pages = Math.max(1, Math.ceil((await countDeeds(db, guildId, memberId)) / DEEDS_SHOWN));
    const page = Math.min(Math.max(1, wanted), pages);
    const slice = { offset: (page - 1) * DEEDS_SHOWN, limit: DEEDS_SHOWN };
    const called = { ladder, ownBadges: await customNamesOf(db, guildId) };
    const rows = await readDeeds(db, guildId, memberId, slice);
    return auditView(reading, { rows, called, memberId, page, pages });
  });
}

export const auditControls: readonly Component[] = [
  {
    action: 'audit',
    answers: 'inPlace',
    requires: MODERATORS,
    run: async (call, [typed, memberId]) => {
      const page = numberIn(typed);
      return page === undefined ? refuse('outOfDate') : show(call, memberId, page);
    },
  },
];
