// Counts the badges of whole servers anew: by night, when the catalogue changed, and to see what a badge would change.

import { createHash } from 'node:crypto';
import { breathe } from '../../core/breathe.ts';
import type { Context } from '../../core/context.ts';
import type { Reader } from '../../core/database.ts';
import { BEFORE_ALL } from '../../core/snowflakes.ts';
import { nextGuild } from '../../core/standings.ts';
import { EARNED, EARNED_BY, type EarnedBadge } from './catalogue.rules.ts';
import {
  type BadgesByMeasure,
  type Counting,
  EVERY_MEASURE,
  evaluate,
  type Judging,
  settle,
  type Verdict,
} from './earning.ts';
import * as store from './store.ts';

/** Members counted without a pause; others get their turn in between. */
const AT_ONCE = 5;
/** Members looked up at once. */
const LOOKED_UP = 100;

/** Whatever runs queries: the database, or one state of it. */
export interface Reading {
  read<T>(query: (db: Reader) => Promise<T>): Promise<T>;
}

export interface Change extends Verdict {
  memberId: string;
}

interface Finding extends Omit<Judging, 'standing'> {
  db: Reading;
}

/**
 * Who in a server would gain or lose which badge if all were counted now; nothing is changed. Counted as far as `enough`
 * says; as far as badges ask for, if nothing is said.
 */
export async function* findChanges(finding: Finding, guildId: string): AsyncGenerator<Change> {
  for await (const changes of findByPortion(finding, guildId)) yield* changes;
}

/** The same, a few members at a time. */
async function* findByPortion(
  { db, ...judging }: Finding,
  guildId: string,
): AsyncGenerator<readonly Change[]> {
  const { badges = EARNED_BY } = judging;
  const recounts = EVERY_MEASURE.filter(([measure]) => badges.has(measure));
  for (let after: string | undefined = BEFORE_ALL; after !== undefined; ) {
    const from: string = after;
    const memberIds = await db.read((reader) => store.membersAfter(reader, guildId, from, LOOKED_UP));
    for (let n = 0; n < memberIds.length; n += AT_ONCE) {
      yield await db.read(async (reader) => {
        const changes: Change[] = [];
        for (const memberId of memberIds.slice(n, n + AT_ONCE))
          for (const verdict of await evaluate(reader, { guildId, memberId }, recounts, judging))
            changes.push({ memberId, ...verdict });
        return changes;
      });
      await breathe();
    }
    after = memberIds.at(-1);
  }
}

/** Counts every badge of a server anew and writes down what differs; how many members it concerned. */
export async function recountGuild(
  ctx: Counting & Pick<Context, 'db'>,
  guildId: string,
  { isNews, badges = EARNED_BY }: { isNews: boolean; badges?: BadgesByMeasure },
): Promise<number> {
  let concerned = 0;
  const db: Reading = { read: (query) => ctx.db.glance(query) };
  const judging = { now: ctx.clock.now(), people: ctx.people, badges };
  for await (const changes of findByPortion({ db, ...judging }, guildId)) {
    const memberIds = new Set(changes.map(({ memberId }) => memberId));
    if (memberIds.size === 0) continue;
    concerned += memberIds.size;
    // Judged again in the writer's turn: what was read may have changed meanwhile.
    await ctx.db.write(async (tx) => {
      for (const memberId of memberIds)
        await settle(ctx, tx, { guildId, memberId }, EVERY_MEASURE, { isNews, badges });
    });
  }
  return concerned;
}

/** Every server, one after the other: badges that time brings, and whatever else may have been missed. */
export async function recountEverywhere(ctx: Context, isNews = true): Promise<void> {
  const next = (after: string) => ctx.db.read((db) => nextGuild(db, after));
  for (let guildId = await next(BEFORE_ALL); guildId !== undefined; guildId = await next(guildId)) {
    const members = await recountGuild(ctx, guildId, { isNews });
    if (members > 0) ctx.log.info({ feature: 'badges', guildId, members }, 'badges counted anew');
  }
}

const CATALOGUE_FACT = 'badges:catalogue';

/** What the badges of this version ask for, as one short text. */
function catalogueHash(): string {
  const asked = EARNED.map(({ id, requirement, lasting }) => [id, requirement, lasting]);
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}

/** Whether everybody was counted by the badges of this version once: until then a badge found may be of long ago, and no news. */
export async function isBackfilled(db: Reader): Promise<boolean> {
  return (await store.fact(db, CATALOGUE_FACT)) === catalogueHash();
}

/** Gives badges that this version has and the last one had not, to whoever earned them before; once, and without a word. */
export async function backfill(ctx: Context): Promise<void> {
  if (await ctx.db.read(isBackfilled)) return;
  await recountEverywhere(ctx, false);
  await ctx.db.write((tx) => store.setFact(tx, CATALOGUE_FACT, catalogueHash()));
}

/** A catalogue of one badge, perhaps one that asks for another number than it does. */
export function onlyBadge(badge: EarnedBadge, atLeast = badge.requirement.atLeast): BadgesByMeasure {
  const requirement = { ...badge.requirement, atLeast };
  return new Map([[requirement.measure, [{ ...badge, requirement }]]]);
}
