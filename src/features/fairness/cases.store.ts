// Cases as they are kept: what was noticed, about whom, which recognitions, and what was decided and answered.
import { and, asc, count, desc, eq, inArray, isNull } from 'drizzle-orm';
import * as z from 'zod';
import type { Reader, Tx } from '../../core/database.ts';
import type { Recognition } from '../../core/ledger-rules.ts';
import { recognitions } from '../../core/schema.ts';
import {
  type CaseState,
  fairPlayCases,
  fairPlayMembers,
  fairPlayRows,
  signalKinds,
} from '../../core/standing-tables.ts';
import type { Evidence } from './signals.rules.ts';

const storedMembers = z.array(z.string());
const storedEvidence: z.ZodType<Evidence[]> = z.array(
  z.object({
    signal: z.enum(signalKinds),
    figures: z.record(z.string(), z.number()),
    memberIds: z.array(z.string()).optional(),
  }),
);

type Row = typeof fairPlayCases.$inferSelect;
export interface Case extends Omit<Row, 'memberIds' | 'evidence'> {
  memberIds: readonly string[];
  evidence: readonly Evidence[];
}

export interface Answer {
  memberId: string;
  answer: string;
  answeredAt: number;
}

function caseOf(row: Row): Case {
  return {
    ...row,
    memberIds: storedMembers.parse(JSON.parse(row.memberIds)),
    evidence: storedEvidence.parse(JSON.parse(row.evidence)),
  };
}

const inGuild = (guildId: string, states: readonly CaseState[]) =>
  and(eq(fairPlayCases.guildId, guildId), inArray(fairPlayCases.state, [...states]));

export async function findCase(db: Reader, guildId: string, id: number): Promise<Case | undefined> {
  const row = db
    .select()
    .from(fairPlayCases)
    .where(and(eq(fairPlayCases.guildId, guildId), eq(fairPlayCases.id, id)))
    .get();
  return row && caseOf(row);
}

/** Cases in these states, the latest first. */
export async function casesIn(
  db: Reader,
  guildId: string,
  states: readonly CaseState[],
  slice: { offset: number; limit: number },
): Promise<Case[]> {
  return db
    .select()
    .from(fairPlayCases)
    .where(inGuild(guildId, states))
    .orderBy(desc(fairPlayCases.openedAt), desc(fairPlayCases.id))
    .limit(slice.limit)
    .offset(slice.offset)
    .all()
    .map(caseOf);
}

export async function countCases(db: Reader, guildId: string, states: readonly CaseState[]): Promise<number> {
  return db.select({ n: count() }).from(fairPlayCases).where(inGuild(guildId, states)).get()?.n ?? 0;
}

/** Writes a new case down; nothing when there was one by this key. */
export async function addCase(
  tx: Tx,
  one: Pick<Case, 'guildId' | 'caseKey' | 'memberIds' | 'evidence' | 'openedAt'>,
  signal: Row['signal'],
): Promise<number | undefined> {
  const { guildId, caseKey, memberIds, evidence, openedAt } = one;
  return tx
    .insert(fairPlayCases)
    .values({
      guildId,
      signal,
      caseKey,
      memberIds: JSON.stringify(memberIds),
      evidence: JSON.stringify(evidence),
      state: 'open',
      openedAt,
    })
    .onConflictDoNothing()
    .returning({ id: fairPlayCases.id })
    .get()?.id;
}

/** What a later look noticed about the people of a case. */
export async function refreshCase(
  tx: Tx,
  id: number,
  { memberIds, evidence }: Pick<Case, 'memberIds' | 'evidence'>,
): Promise<void> {
  tx.update(fairPlayCases)
    .set({ memberIds: JSON.stringify(memberIds), evidence: JSON.stringify(evidence) })
    .where(eq(fairPlayCases.id, id))
    .run();
}

/** Adds the people and recognitions that a case is about; those it has are left as they are. */
export async function concern(
  tx: Tx,
  { id, guildId }: { id: number; guildId: string },
  memberIds: readonly string[],
  rowIds: readonly number[],
): Promise<void> {
  for (const memberId of memberIds)
    tx.insert(fairPlayMembers).values({ caseId: id, guildId, memberId }).onConflictDoNothing().run();
  for (const recognitionId of rowIds)
    tx.insert(fairPlayRows).values({ caseId: id, recognitionId }).onConflictDoNothing().run();
}

export async function decide(
  tx: Tx,
  id: number,
  decided: Pick<Row, 'state' | 'decidedAt' | 'decidedBy' | 'reason'>,
): Promise<void> {
  tx.update(fairPlayCases).set(decided).where(eq(fairPlayCases.id, id)).run();
}

/** The recognitions of a case, the latest first. */
export async function rowsOf(
  db: Reader,
  caseId: number,
  slice: { offset: number; limit: number },
): Promise<Recognition[]> {
  return db
    .select({ row: recognitions })
    .from(fairPlayRows)
    .innerJoin(recognitions, eq(recognitions.id, fairPlayRows.recognitionId))
    .where(eq(fairPlayRows.caseId, caseId))
    .orderBy(desc(recognitions.occurredAt), desc(recognitions.id))
    .limit(slice.limit)
    .offset(slice.offset)
    .all()
    .map(({ row }) => row);
}

export async function countRows(db: Reader, caseId: number): Promise<number> {
  return db.select({ n: count() }).from(fairPlayRows).where(eq(fairPlayRows.caseId, caseId)).get()?.n ?? 0;
}

/** The states of all cases that a recognition is in. */
export async function statesAbout(db: Reader, recognitionId: number): Promise<CaseState[]> {
  return db
    .select({ state: fairPlayCases.state })
    .from(fairPlayRows)
    .innerJoin(fairPlayCases, eq(fairPlayCases.id, fairPlayRows.caseId))
    .where(eq(fairPlayRows.recognitionId, recognitionId))
    .all()
    .map(({ state }) => state);
}

/** What the people concerned said about a case, in the order in which they did. */
export async function answersTo(db: Reader, caseId: number): Promise<Answer[]> {
  return db
    .select()
    .from(fairPlayMembers)
    .where(eq(fairPlayMembers.caseId, caseId))
    .orderBy(asc(fairPlayMembers.answeredAt))
    .all()
    .flatMap(({ memberId, answer, answeredAt }) =>
      answer === null || answeredAt === null ? [] : [{ memberId, answer, answeredAt }],
    );
}

/** Whether a member is concerned by a case, and has answered. */
export async function partIn(
  db: Reader,
  caseId: number,
  memberId: string,
): Promise<{ hasAnswered: boolean } | undefined> {
  const row = db
    .select({ answeredAt: fairPlayMembers.answeredAt })
    .from(fairPlayMembers)
    .where(and(eq(fairPlayMembers.caseId, caseId), eq(fairPlayMembers.memberId, memberId)))
    .get();
  return row && { hasAnswered: row.answeredAt !== null };
}

/** Keeps a member's answer, if they had not answered yet. */
export async function keepAnswer(
  tx: Tx,
  caseId: number,
  { memberId, answer, answeredAt }: Answer,
): Promise<void> {
  tx.update(fairPlayMembers)
    .set({ answer, answeredAt })
    .where(
      and(
        eq(fairPlayMembers.caseId, caseId),
        eq(fairPlayMembers.memberId, memberId),
        isNull(fairPlayMembers.answeredAt),
      ),
    )
    .run();
}
