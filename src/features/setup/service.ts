// Changing the settings: judged on what is set now, saved, noted, and what depends on them brought into step, at once.
import { note } from '../../core/audit.ts';
import { type Context, isRefusal, type Refusal } from '../../core/context.ts';
import { rebuild } from '../../core/recount.ts';
import { readSettings, type Settings } from '../../core/settings.ts';
import { type Change, changedFields, type FieldChange } from './changes.rules.ts';
import { isSetUp } from './store.ts';

export interface Administrator {
  guildId: string;
  memberId: string;
}

/** What was changed (nothing, if it was so already), or why it was not. */
export type Changed = { fields: readonly FieldChange[]; settings: Settings } | Refusal;

/**
 * Makes one change to a server's settings. It is judged inside the transaction, on what others may have changed a
 * moment ago, and only the fields it touches are written. Each of them gets a line in the audit.
 */
export async function changeSettings(ctx: Context, by: Administrator, change: Change): Promise<Changed> {
  const { guildId, memberId } = by;
  const now = ctx.clock.now();
  return ctx.db.write(async (tx) => {
    const before = await readSettings(tx, guildId);
    const wished = change(before);
    if (isRefusal(wished)) return wished;
    if (changedFields(before, wished).length === 0) return { fields: [], settings: before };
    const after = await ctx.settings.change(tx, guildId, now, () => wished);
    const fields = changedFields(before, after);
    for (const field of fields) {
      await note(tx, { guildId, actorId: memberId, action: 'setup.changed', details: { ...field } }, now);
    }
    // Days, weeks and months begin at another moment now, so what fell into them is counted anew.
    if (after.timeZone !== before.timeZone) await rebuild(tx, guildId, after.timeZone);
    return { fields, settings: after };
  });
}

/** Notes that somebody has looked at the settings and keeps them as they come. Nothing, where something was saved before. */
export async function keepAsItIs(ctx: Context, { guildId, memberId }: Administrator): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.write(async (tx) => {
    if (await isSetUp(tx, guildId)) return;
    await ctx.settings.change(tx, guildId, now, (settings) => settings);
    await note(tx, { guildId, actorId: memberId, action: 'setup.kept' }, now);
  });
}
