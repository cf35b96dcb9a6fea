// Fair play as a series of decisions: what was noticed becomes a case, moderators decide it, and those concerned can answer.
import { createHash } from 'node:crypto';
import { note } from '../../core/audit.ts';
import { type Context, isRefusal, type Refusal, refuse } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import { isHeld, type Recognition } from '../../core/ledger-rules.ts';
import { guildsWithLedger } from '../../core/recount.ts';
import type { CaseState } from '../../core/standing-tables.ts';
import { reinstate, withdraw } from '../recognition/service.ts';
import {
  areMostlySame,
  CASES_SHOWN,
  type Decision,
  fateOf,
  judgeDecision,
  LONGEST_ANSWER,
  LONGEST_REASON,
  ROWS_SHOWN,
} from './cases.rules.ts';
import * as store from './cases.store.ts';
import { lookThrough } from './scan.ts';
import type { Suspicion } from './signals.rules.ts';

/** Recognitions of one case, the latest of them: more would hold everything else up while they are decided about. */
const MOST_ROWS = 2_000;
/** Open cases held against what was noticed; older ones are left alone. */
const OPEN_LOOKED_AT = 500;

/** Which cases a list shows. */
export const lists = {
  undecided: ['open', 'held'],
  decided: ['dismissed', 'reversed'],
} as const satisfies Record<string, readonly CaseState[]>;
export type List = keyof typeof lists;

export interface CaseList {
  list: List;
  cases: readonly store.Case[];
  page: number;
  pages: number;
  counts: Readonly<Record<List, number>>;
}

export interface CaseFile {
  case: store.Case;
  rows: readonly Recognition[];
  page: number;
  pages: number;
  rowCount: number;
  answers: readonly store.Answer[];
}

const looking = new WeakMap<Context, Map<string, Promise<number>>>();

/** Looks through a server now; how many new cases came of it. Whoever asks while it is under way waits for the same look. */
export function look(ctx: Context, guildId: string): Promise<number> {
  const underWay = looking.get(ctx) ?? new Map<string, Promise<number>>();
  looking.set(ctx, underWay);
  const known = underWay.get(guildId);
  if (known) return known;
  const begun = lookThrough(ctx, guildId)
    .then((suspicions) => openCases(ctx, guildId, suspicions))
    .finally(() => underWay.delete(guildId));
  underWay.set(guildId, begun);
  return begun;
}

/**
 * The nightly look through each server that wants it; one that fails does not keep the others from theirs. One after the
 * other: each holds what it looks through in memory, and none of them asks Discord.
 */
export async function lookEverywhere(ctx: Context): Promise<void> {
  for (const guildId of await ctx.db.read(guildsWithLedger)) {
    try {
      const { fairPlay } = await ctx.settings.of(guildId);
      if (!fairPlay.watch) continue;
      const opened = await look(ctx, guildId);
      ctx.log.info({ feature: 'fairness', guildId, opened }, 'looked through for fair play');
    } catch (err) {
      ctx.log.error({ feature: 'fairness', guildId, err }, 'fair play could not be looked through');
    }
  }
}

/** Makes cases of what was noticed; what is about the people of an open case joins it. Returns how many are new. */
export async function openCases(
  ctx: Context,
  guildId: string,
  suspicions: readonly Suspicion[],
): Promise<number> {
  if (suspicions.length === 0) return 0;
  return ctx.db.write(async (tx) => {
    const open = await store.casesIn(tx, guildId, ['open'], { offset: 0, limit: OPEN_LOOKED_AT });
    let opened = 0;
    for (const suspicion of suspicions) {
      const same = open.find(({ memberIds }) => areMostlySame(memberIds, suspicion.memberIds));
      const id = same ? await refresh(tx, same, suspicion) : await openCase(ctx, tx, guildId, suspicion);
      if (id === undefined) continue;
      if (!same) opened += 1;
      await store.concern(tx, { id, guildId }, suspicion.memberIds, latestOf(suspicion));
    }
    return opened;
  });
}

async function openCase(
  ctx: Context,
  tx: Tx,
  guildId: string,
  suspicion: Suspicion,
): Promise<number | undefined> {
  const { memberIds, evidence, rowIds } = suspicion;
  const [first] = evidence;
  if (!first) return undefined;
  const caseKey = createHash('sha256')
    .update([...memberIds, rowIds[0]].join(' '))
    .digest('hex');
  return store.addCase(
    tx,
    { guildId, caseKey, memberIds, evidence, openedAt: ctx.clock.now() },
    first.signal,
  );
}

async function refresh(tx: Tx, known: store.Case, { memberIds, evidence }: Suspicion): Promise<number> {
  const everybody = [...new Set([...known.memberIds, ...memberIds])].sort();
  await store.refreshCase(tx, known.id, { memberIds: everybody, evidence });
  return known.id;
}

const latestOf = ({ rowIds }: Suspicion) => rowIds.toSorted((a, b) => b - a).slice(0, MOST_ROWS);

export async function readList(ctx: Context, guildId: string, list: List, wanted: number): Promise<CaseList> {
  return ctx.db.read(async (db) => {
    const counts = {
      undecided: await store.countCases(db, guildId, lists.undecided),
      decided: await store.countCases(db, guildId, lists.decided),
    };
    const { page, pages } = pageOf(wanted, counts[list], CASES_SHOWN);
    const slice = { offset: (page - 1) * CASES_SHOWN, limit: CASES_SHOWN };
    return { list, page, pages, counts, cases: await store.casesIn(db, guildId, lists[list], slice) };
  });
}

/** A case with a page of its evidence; nothing for one that is not of this server. */
export async function readCase(
  ctx: Context,
  guildId: string,
  id: number,
  wanted: number,
): Promise<CaseFile | undefined> {
  return ctx.db.read(async (db) => {
    const found = await store.findCase(db, guildId, id);
    if (!found) return undefined;
    const rowCount = await store.countRows(db, id);
    const { page, pages } = pageOf(wanted, rowCount, ROWS_SHOWN);
    const rows = await store.rowsOf(db, id, { offset: (page - 1) * ROWS_SHOWN, limit: ROWS_SHOWN });
    return { case: found, rows, page, pages, rowCount, answers: await store.answersTo(db, id) };
  });
}

function pageOf(wanted: number, count: number, size: number): { page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(count / size));
  return { page: Math.min(Math.max(1, wanted), pages), pages };
}

export interface Order {
  guildId: string;
  caseId: number;
  decision: Decision;
  moderatorId: string;
  /** The state that the moderator saw. */
  seen: string;
  reason?: string | undefined;
}

/** Decides a case: its rows are held, reversed or let count again, in the same transaction. Refuses as `judgeDecision` does. */
export async function decideCase(ctx: Context, order: Order): Promise<CaseState | Refusal> {
  const { guildId, caseId, decision, moderatorId } = order;
  const reason = order.reason?.trim().slice(0, LONGEST_REASON);
  if (decision === 'reverse' && !reason) return refuse('reasonMissing');
  return ctx.db.write(async (tx) => {
    const found = await store.findCase(tx, guildId, caseId);
    if (!found) return refuse('caseGone');
    const next = judgeDecision(found, order);
    if (isRefusal(next)) return next;
    const now = ctx.clock.now();
    await store.decide(tx, caseId, {
      state: next,
      decidedAt: now,
      decidedBy: moderatorId,
      reason: reason ?? null,
    });
    const changed = await settleRows(ctx, tx, caseId);
    await note(
      tx,
      {
        guildId,
        actorId: moderatorId,
        action: ACTIONS[decision],
        reason,
        details: { case: caseId, members: found.memberIds, was: found.state, recognitions: changed },
      },
      now,
    );
    return next;
  });
}

const ACTIONS = {
  hold: 'fairness.held',
  dismiss: 'fairness.dismissed',
  reverse: 'fairness.reversed',
  undo: 'fairness.reopened',
} as const satisfies Record<Decision, string>;

/** Brings each row of a case to what the states of all its cases say. Returns how many changed. */
async function settleRows(ctx: Context, tx: Tx, caseId: number): Promise<number> {
  let changed = 0;
  for (const row of await store.rowsOf(tx, caseId, { offset: 0, limit: MOST_ROWS })) {
    const fate = fateOf(await store.statesAbout(tx, row.id));
    const wasReversed = row.revokedWhy === 'reversed';
    if (fate === 'reversed' ? wasReversed : fate === 'held' && row.revokedWhy === 'held') continue;
    if (fate === 'reversed') {
      if ((await withdraw(ctx, tx, row, 'reversed')) || isHeld(row)) changed += 1;
      continue;
    }
    const isBack = await reinstate(ctx, tx, row);
    if (fate === 'held') {
      const restored = isBack ? { ...row, revokedAt: null, revokedWhy: null } : row;
      await withdraw(ctx, tx, restored, 'held');
    }
    if (isBack || fate === 'held') changed += 1;
  }
  return changed;
}

/** Whether a member can answer about a case now: it is held, about them, and they have not yet. */
export async function mayAnswer(
  ctx: Context,
  guildId: string,
  caseId: number,
  memberId: string,
): Promise<Refusal | undefined> {
  return ctx.db.read(async (db) => judgeAnswer(db, guildId, caseId, memberId));
}

/** Keeps what a member says about a case that is about them: once, and while it is held. */
export async function answerCase(
  ctx: Context,
  { guildId, caseId, memberId, words }: { guildId: string; caseId: number; memberId: string; words: string },
): Promise<Refusal | undefined> {
  const answer = words.trim().slice(0, LONGEST_ANSWER);
  if (answer === '') return refuse('answerEmpty');
  return ctx.db.write(async (tx) => {
    const no = await judgeAnswer(tx, guildId, caseId, memberId);
    if (no) return no;
    const answeredAt = ctx.clock.now();
    await store.keepAnswer(tx, caseId, { memberId, answer, answeredAt });
    await note(
      tx,
      { guildId, actorId: memberId, action: 'fairness.answered', details: { case: caseId } },
      answeredAt,
    );
    return undefined;
  });
}

async function judgeAnswer(
  db: Parameters<typeof store.findCase>[0],
  guildId: string,
  caseId: number,
  memberId: string,
): Promise<Refusal | undefined> {
  const found = await store.findCase(db, guildId, caseId);
  const part = found && (await store.partIn(db, caseId, memberId));
  if (!found || !part) return refuse('notYours');
  if (part.hasAnswered) return refuse('answeredAlready');
  return found.state === 'held' ? undefined : refuse('caseNotHeld');
}
