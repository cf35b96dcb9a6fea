// Trying rules and applying them: drafts kept, settings changed, and what was given lately brought to its new worth in batches.

import { note } from '../../core/audit.ts';
import { breathe } from '../../core/breathe.ts';
import { type Context, isRefusal, type Refusal, refuse } from '../../core/context.ts';
import type { Settings } from '../../core/settings.ts';
import { revalue } from '../recognition/service.ts';
import { riseAll } from '../rising/rise.service.ts';
import { changeSettings } from '../setup/service.ts';
import { tierNameByKey } from '../tiers/view.ts';
import { changesOf, contradictionOf, type Draft, EMPTY_DRAFT, withDraft } from './draft.rules.ts';
import type { Preview } from './preview.ts';
import { previewOf, worthOf } from './replaying.ts';
import * as store from './store.ts';

/** Recognitions brought to their new worth in one transaction; others write between two of them. */
const AT_ONCE = 100;

export interface Administrator {
  guildId: string;
  memberId: string;
}

export async function readDraft(ctx: Context, guildId: string): Promise<store.StoredDraft | undefined> {
  return ctx.db.read((db) => store.draftOf(db, guildId));
}

/** Keeps what `change` makes of the draft; refuses one that contradicts itself, or while one is being applied. */
export async function changeDraft(
  ctx: Context,
  { guildId, memberId }: Administrator,
  change: (draft: Draft) => Draft,
): Promise<Refusal | undefined> {
  const settings = await ctx.settings.of(guildId);
  const reading = ctx.texts.for(settings.language);
  return ctx.db.write(async (tx) => {
    const draft = change((await store.draftOf(tx, guildId))?.draft ?? EMPTY_DRAFT);
    const wrong = contradictionOf(settings, draft);
    if (wrong?.flaw.what === 'moreDaysThanWindow')
      return refuse('tierContradicts', {
        tier: tierNameByKey(settings.tiers, wrong.tierKey, reading),
        asks: wrong.flaw.asks,
        most: wrong.flaw.most,
      });
    const at = ctx.clock.now();
    return (await store.saveDraft(tx, guildId, draft, { memberId, at }))
      ? undefined
      : refuse('rulesBeingApplied');
  });
}

/** Forgets the draft, unless it is being applied. */
export async function forgetDraft(ctx: Context, guildId: string): Promise<Refusal | undefined> {
  return ctx.db.write(async (tx) => {
    if (((await store.draftOf(tx, guildId))?.applyingSince ?? null) !== null)
      return refuse('rulesBeingApplied');
    await store.removeDraft(tx, guildId);
    return undefined;
  });
}

/** What the draft would change; nothing is written. */
export async function tryDraft(ctx: Context, guildId: string, draft: Draft): Promise<Preview> {
  return previewOf(ctx, { guildId, draft, now: ctx.clock.now() });
}

/**
 * Makes the draft the rules. With `toPast` what was given in the last 90 days is then brought to its new worth, by
 * `finishApplying`. Refuses an empty draft, and a second press.
 */
export async function applyDraft(
  ctx: Context,
  by: Administrator,
  { toPast }: { toPast: boolean },
): Promise<{ settings: Settings } | Refusal> {
  const { guildId, memberId } = by;
  const stored = await readDraft(ctx, guildId);
  if (!stored || changesOf(await ctx.settings.of(guildId), stored.draft).length === 0)
    return refuse('rulesUnchanged');
  if (stored.applyingSince !== null) return refuse('rulesBeingApplied');
  // First the mark, then the settings: a crash between the two leaves work that is done again, never work undone.
  if (toPast) await ctx.db.write((tx) => store.beginApplying(tx, guildId, memberId, ctx.clock.now()));
  const changed = await changeSettings(ctx, by, (settings) => withDraft(settings, stored.draft));
  if (isRefusal(changed)) return changed;
  await ctx.db.write(async (tx) => {
    if (!toPast) await store.removeDraft(tx, guildId);
    const details = { ...stored.draft, toPast };
    await note(tx, { guildId, actorId: memberId, action: 'trial.applied', details }, ctx.clock.now());
  });
  return changed;
}

/** Servers in which it is under way, so that it does not run twice at once. */
const underWay = new WeakMap<Context, Set<string>>();

/**
 * Brings what was given lately to its new worth, some at a time, while the bot goes on working; then raises who meets a
 * tier now. Done twice it changes nothing, so after a crash it is simply done again. Returns how many rows changed.
 */
export async function finishApplying(ctx: Context, guildId: string): Promise<number> {
  const running = underWay.get(ctx) ?? new Set();
  underWay.set(ctx, running);
  if (running.has(guildId)) return 0;
  running.add(guildId);
  try {
    return await bringUpToDate(ctx, guildId);
  } finally {
    running.delete(guildId);
  }
}

async function bringUpToDate(ctx: Context, guildId: string): Promise<number> {
  const stored = await readDraft(ctx, guildId);
  if (!stored || stored.applyingSince === null) return 0;
  const { draft, applyingSince, appliedBy } = stored;
  // The settings may have been missed by a crash: they come first, so that what is given now is worth the same.
  await changeSettings(ctx, { guildId, memberId: appliedBy ?? stored.changedBy }, (settings) =>
    withDraft(settings, draft),
  );
  const worth = await worthOf(ctx, { guildId, draft, now: applyingSince });
  const ids = [...worth.keys()];
  let done = 0;
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    done += await ctx.db.write(async (tx) => {
      let some = 0;
      for (const row of await store.rowsWith(tx, ids.slice(from, from + AT_ONCE))) {
        const next = worth.get(row.id);
        // What was taken back since stays as it is.
        if (next && row.revokedAt === null && (await revalue(ctx, tx, row, next))) some += 1;
      }
      return some;
    });
    await breathe();
  }
  await riseAll(ctx, guildId);
  await ctx.db.write((tx) => store.removeDraft(tx, guildId));
  ctx.log.info({ feature: 'trial', guildId, recognitions: done }, 'rules were applied to the past');
  return done;
}

/** Goes on with what a stop of the process has interrupted. */
export async function finishAll(ctx: Context): Promise<void> {
  for (const guildId of await ctx.db.read(store.applyingIn)) await finishApplying(ctx, guildId);
}
