// The course of a term: what the Ambassador chooses about it, and what the calendar brings.
import { note } from '../../core/audit.ts';
import { type Context, type Refusal, refuse } from '../../core/context.ts';
import type { Reader, Tx } from '../../core/database.ts';
import { readSettings, type Settings } from '../../core/settings.ts';
import { giveBack } from '../tiers/service.ts';
import * as tiers from '../tiers/store.ts';
import { tellStaff } from './notices.service.ts';
import { LAUREL, post, publicly } from './posts.ts';
import { ambassadorTier, daysFrom } from './rules.ts';
import * as nominations from './store.ts';
import {
  endAfterLeave,
  isAskDue,
  isLeaveOver,
  isOver,
  judgeStep,
  monthsAfter,
  type Step,
  type Term,
} from './terms.rules.ts';
import * as store from './terms.store.ts';
import { questionView } from './terms.view.ts';

export interface StepOrder {
  guildId: string;
  memberId: string;
  /** The term meant; the running one if it is not said. */
  termId?: number | undefined;
  step: Step;
}

/**
 * What an Ambassador chooses about their own term. Returns the term as it is then; where a role has to go for it, as
 * soon as Discord has taken it, or after a while.
 */
export async function takeStep(ctx: Context, order: StepOrder): Promise<Term | Refusal> {
  const taken = await commitStep(ctx, order);
  if (!('term' in taken) || taken.owed.length === 0) return 'term' in taken ? taken.term : taken;
  await ctx.outbox.whenSettled(taken.owed, PATIENCE_MS);
  const term = (await ctx.db.read((db) => store.findTerm(db, taken.term.id))) ?? taken.term;
  const isRefused = term.state === 'active' && term.endedWhy === null;
  return isRefused ? refuse('stepDownRefused') : term;
}

interface Taken {
  term: Term;
  /** What Discord has to do for it. */
  owed: readonly number[];
}

async function commitStep(ctx: Context, order: StepOrder): Promise<Taken | Refusal> {
  const { guildId, memberId, termId, step } = order;
  const language = (await ctx.settings.of(guildId)).language ?? 'en';
  return ctx.db.write(async (tx) => {
    const settings = await readSettings(tx, guildId);
    const { timeZone } = settings;
    const now = ctx.clock.now();
    const found =
      termId === undefined ? await store.runningOf(tx, guildId, memberId) : await store.findTerm(tx, termId);
    const term = found?.guildId === guildId ? found : undefined;
    const no = judgeStep(term, { memberId, step, now, timeZone });
    if (no || !term) return no ?? refuse('termNone');
    const isOwed = step === 'stepDown' && (await tiers.pendingOf(tx, guildId, memberId)) !== undefined;
    if (isOwed) return refuse('decideTwice');
    const deed = { guildId, actorId: memberId, action: `ambassadors.${step}`, targetId: memberId };
    await note(tx, { ...deed, details: { termId: term.id } }, now);
    const owed = (await carryOut[step](ctx, tx, term, { settings, now, language })) ?? [];
    const after = (await store.findTerm(tx, term.id)) ?? term;
    await tellStaff(ctx, tx, after, step);
    return { term: (await store.runningOf(tx, guildId, memberId)) ?? after, owed };
  });
}

interface Circumstances {
  settings: Settings;
  now: number;
  language: string;
}

const carryOut: Readonly<
  Record<
    Step,
    (ctx: Context, tx: Tx, term: Term, about: Circumstances) => Promise<readonly number[] | undefined>
  >
> = {
  async renew(_ctx, tx, term, { settings: { ambassadors, timeZone }, now }) {
    const { guildId, memberId, promotionId, endsAt } = term;
    const said = { answer: 'renew', answeredAt: now } as const;
    await store.changeTerm(tx, term.id, { ...said, state: 'ended', endedAt: now, endedWhy: 'renewed' });
    // From the old end on: who answers early loses no day.
    const next = monthsAfter(endsAt, ambassadors.termMonths, timeZone);
    await store.addTerm(tx, { guildId, memberId, promotionId, startedAt: now, endsAt: next });
    return undefined;
  },
  async pause(_ctx, tx, term, { now }) {
    const said = { answer: 'pause', answeredAt: now } as const;
    await store.changeTerm(tx, term.id, { ...said, state: 'paused', pausedAt: now });
    return undefined;
  },
  async back(_ctx, tx, term, { now }) {
    await goOn(tx, term, now);
    return undefined;
  },
  async stepDown(ctx, tx, term, { now, language }) {
    const said = { answer: 'stepDown', answeredAt: now, endedWhy: 'steppedDown' } as const;
    await store.changeTerm(tx, term.id, said);
    return giveUpTier(ctx, tx, term, language, 'steppedDown');
  },
};

async function goOn(tx: Tx, term: Term, now: number): Promise<void> {
  // With a later end there is a later time to ask.
  const goesOn = { state: 'active', pausedAt: null, askedAt: null, answer: null, answeredAt: null } as const;
  await store.changeTerm(tx, term.id, { ...goesOn, endsAt: endAfterLeave(term, now) });
}

/** Gives the tier back; nothing if that has to wait. */
async function giveUpTier(
  ctx: Context,
  tx: Tx,
  { guildId, memberId }: Term,
  language: string,
  why: 'steppedDown' | 'over',
): Promise<readonly number[] | undefined> {
  const tier = ambassadorTier((await readSettings(tx, guildId)).tiers);
  const reason = ctx.texts.for(language).t(`ambassadors.onDiscord.${why}`);
  const order = { guildId, memberId, tier: tier?.key ?? '', actorId: memberId, reason, language };
  return giveBack(ctx, tx, order);
}

/** By the clock: who is asked, whose leave is over, whose term is over. */
export async function keepTerms(ctx: Context): Promise<void> {
  for (const { id } of await ctx.db.read(store.paused)) await lookAt(ctx, id);
  const soon = daysFrom(ctx.clock.now(), ASKED_DAYS_BEFORE);
  for (const { id } of await ctx.db.read((db) => store.endingBefore(db, soon))) await lookAt(ctx, id);
}

/** How long it is waited for Discord to take the role, in ms. */
const PATIENCE_MS = 8_000;
/** A month and a little: the exact day depends on the calendar. */
const ASKED_DAYS_BEFORE = 32;
/** After Discord refused to take the role, it is asked again after so many days. */
const AGAIN_DAYS = 1;

async function lookAt(ctx: Context, id: number): Promise<void> {
  await ctx.db.write(async (tx) => {
    const term = await store.findTerm(tx, id);
    if (!term || term.state === 'ended') return;
    const now = ctx.clock.now();
    const settings = await readSettings(tx, term.guildId);
    if (isLeaveOver(term, now)) {
      await goOn(tx, term, now);
      await tellStaff(ctx, tx, term, 'leaveOver');
    } else if (isOver(term, now)) await endByTime(ctx, tx, term, settings);
    else if (isAskDue(term, now, settings.timeZone)) await ask(ctx, tx, term, settings);
  });
}

async function endByTime(ctx: Context, tx: Tx, term: Term, { language = 'en' }: Settings): Promise<void> {
  const [latest] = await tiers.promotionsOf(tx, term.guildId, term.memberId, 1);
  const now = ctx.clock.now();
  if (latest?.state === 'pending') return;
  if (latest?.state === 'failed' && latest.createdAt > daysFrom(now, -AGAIN_DAYS)) return;
  await store.changeTerm(tx, term.id, { endedWhy: 'over' });
  if (await giveUpTier(ctx, tx, term, language, 'over')) await tellStaff(ctx, tx, term, 'over');
}

async function ask(ctx: Context, tx: Tx, term: Term, settings: Settings): Promise<void> {
  const { guildId, memberId, id } = term;
  await store.changeTerm(tx, id, { askedAt: ctx.clock.now() });
  const channelId = await whereToAsk(tx, term, settings);
  const reading = await publicly(ctx, guildId);
  if (channelId !== undefined)
    await post(ctx, tx, { guildId, channelId, view: questionView(reading, term), purpose: 'ask', id });
  await note(
    tx,
    { guildId, actorId: LAUREL, action: 'ambassadors.asked', targetId: memberId },
    ctx.clock.now(),
  );
  await tellStaff(ctx, tx, term, channelId === undefined ? 'askedNowhere' : 'asked');
}

/** Where they were asked to be a candidate, else where news are posted; never by direct message. */
async function whereToAsk(db: Reader, { guildId, memberId }: Term, settings: Settings) {
  const known = await nominations.nominationsOf(db, guildId, memberId, 5);
  return known.find(({ state }) => state === 'promoted')?.channelId ?? settings.announcementChannelId;
}
