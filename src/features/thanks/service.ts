// Giving thanks and taking them back: judge, commit, and leave a quiet sign.
import { type Context, isRefusal, type Refusal, refuse } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import { findById, findBySource, findBySourceMessage, findSameHelp } from '../../core/ledger-rows.ts';
import { comesBack, type Recognition, type Revocation } from '../../core/ledger-rules.ts';
import { madeAt } from '../../core/people.ts';
import { dayAt } from '../../core/periods.ts';
import type { Settings } from '../../core/settings.ts';
import { recognise, withdraw } from '../recognition/service.ts';
import {
  DAY_MS,
  type History,
  judgeThanks,
  type Person,
  pointsFor,
  type ThanksKind,
  wayOf,
} from './rules.ts';
import { type Place, takeSignOff, withSign } from './sign.ts';
import * as store from './store.ts';

/** Thank-yous that did not count are shown to their giver for this long. */
const REFUSALS_KEPT_MS = 30 * DAY_MS;
const MINUTE_MS = 60_000;

/** One person thanking another, by whatever way. */
export interface Thanks {
  sourceKey: string;
  kind: ThanksKind;
  guildId: string;
  giver: Person;
  receiver: Person;
  helpKey: string;
  channelId: string;
  /** Where a link should lead. */
  messageId?: string | undefined;
  /** The message that carries the deed: deleted with it. */
  sourceMessageId?: string | undefined;
  reason?: string | undefined;
  /** Of the words, where it was said in words. */
  language?: string | undefined;
  /** When it happened by Discord's clock, ms. */
  at: number;
}

export interface Given {
  row: Recognition;
  /** Whether the giver had recognised the receiver for this help before; it counts once all the same. */
  again: boolean;
}

/** The rows that a message carried before. */
type Rows = readonly Recognition[];

/** `quietly` leaves no sign: for thanks of long ago. */
interface How {
  quietly?: boolean;
}

async function settingsFor(ctx: Context, guildId: string, { quietly }: How): Promise<Settings> {
  const settings = await ctx.settings.of(guildId);
  return quietly ? { ...settings, sign: 'none' } : settings;
}

/** Gives thanks, or says why not. The same deed twice gives once; one taken back and done again comes back. */
export async function giveThanks(ctx: Context, thanks: Thanks, how: How = {}): Promise<Given | Refusal> {
  const settings = await settingsFor(ctx, thanks.guildId, how);
  const { guildId, channelId, sourceMessageId: messageId } = thanks;
  return ctx.db.write(async (tx) => {
    if (messageId === undefined) return giveWithin(ctx, tx, thanks, settings, []);
    const place = { guildId, channelId, messageId };
    const give = (rows: Rows) => giveWithin(ctx, tx, thanks, settings, rows);
    return withSign(ctx, tx, place, settings, give, (given) => rowsOf([given]));
  });
}

/** What a text says now: everybody it thanks, as one transaction; those it thanked before and does not now are taken back. */
export async function giveByText(
  ctx: Context,
  message: Place,
  thanks: readonly Thanks[],
  how: How = {},
): Promise<(Given | Refusal)[]> {
  const settings = await settingsFor(ctx, message.guildId, how);
  return ctx.db.write((tx) => {
    const give = async (rows: Rows) => {
      const wanted = new Set(thanks.map((one) => one.sourceKey));
      for (const row of rows) {
        if (wayOf(row.sourceKey) === 'text' && !wanted.has(row.sourceKey))
          await withdraw(ctx, tx, row, 'edited');
      }
      const results: (Given | Refusal)[] = [];
      for (const one of thanks) results.push(await giveWithin(ctx, tx, one, settings, rows));
      return results;
    };
    return withSign(ctx, tx, message, settings, give, rowsOf);
  });
}

function rowsOf(results: readonly (Given | Refusal)[]): Recognition[] {
  return results.flatMap((given) => (isRefusal(given) ? [] : given.row));
}

/** The people whom a message thanked by its text, whether that still counts or was edited away. */
export async function thankedByText(ctx: Context, messageId: string): Promise<readonly Recognition[]> {
  const rows = await ctx.db.read((db) => findBySourceMessage(db, messageId));
  return rows.filter((row) => wayOf(row.sourceKey) === 'text' && (row.revokedAt === null || comesBack(row)));
}

/** Takes back one deed by its source; false if there never was one. */
export async function takeBack(ctx: Context, sourceKey: string, why: Revocation): Promise<boolean> {
  // Most reactions that go meant nothing: for them nobody's turn to write is taken.
  if (!(await ctx.db.read((db) => findBySource(db, sourceKey)))) return false;
  return ctx.db.write(async (tx) => {
    const row = await findBySource(tx, sourceKey);
    if (row) await withdraw(ctx, tx, row, why);
    return row !== undefined;
  });
}

/** Takes back what stands on these messages, for those rows that `which` names. */
export async function takeBackOn(
  ctx: Context,
  messageIds: readonly string[],
  why: Revocation,
  which: (row: Recognition) => boolean = () => true,
): Promise<void> {
  const rows = await ctx.db.read(async (db) =>
    (await Promise.all(messageIds.map((id) => findBySourceMessage(db, id)))).flat(),
  );
  if (!rows.some((row) => row.revokedAt === null && which(row))) return;
  await ctx.db.write(async (tx) => {
    for (const id of messageIds) {
      const rows = await findBySourceMessage(tx, id);
      const [first] = rows;
      if (!first) continue;
      const place = { guildId: first.guildId, channelId: first.channelId, messageId: id };
      const take = async () => {
        for (const row of rows) if (which(row)) await withdraw(ctx, tx, row, why);
      };
      if (why === 'deleted') {
        await take();
        await takeSignOff(ctx, tx, place);
      } else {
        await withSign(ctx, tx, place, await ctx.settings.of(first.guildId), take);
      }
    }
  });
}

export interface Undone {
  row: Recognition;
  /** Whether the same giver's thanks for the same help stand in another row. */
  standsElsewhere: boolean;
}

/** The giver's Undo. Refuses anybody else; twice is once. */
export async function undo(
  ctx: Context,
  guildId: string,
  memberId: string,
  rowId: number,
): Promise<Undone | Refusal> {
  const settings = await ctx.settings.of(guildId);
  return ctx.db.write(async (tx) => {
    const row = await findById(tx, rowId);
    if (!row || row.guildId !== guildId) return { refused: 'outOfDate' };
    if (row.giverId !== memberId) return { refused: 'notYours' };
    const take = () => withdraw(ctx, tx, row, 'undone');
    const { channelId, sourceMessageId: messageId } = row;
    await (messageId === null
      ? take()
      : withSign(ctx, tx, { guildId, channelId, messageId }, settings, take));
    const sameHelp = await findSameHelp(tx, row);
    return {
      row,
      standsElsewhere: sameHelp.some(({ id, revokedAt }) => id !== row.id && revokedAt === null),
    };
  });
}

/** Forgets refusals after a month; they only explain. */
export async function forgetOldRefusals(ctx: Context): Promise<void> {
  await ctx.db.write(async (tx) => store.forgetRefusalsBefore(tx, ctx.clock.now() - REFUSALS_KEPT_MS));
}

async function giveWithin(
  ctx: Context,
  tx: Tx,
  thanks: Thanks,
  settings: Settings,
  rows: Rows,
): Promise<Given | Refusal> {
  const { guildId, kind, helpKey, channelId, messageId, sourceMessageId, reason, language, sourceKey } =
    thanks;
  const known = rows.find((row) => row.sourceKey === sourceKey) ?? (await findBySource(tx, sourceKey));
  const unwanted = await whyUnwanted(ctx, tx, thanks, known !== undefined);
  if (unwanted) return unwanted;
  const [giverId, receiverId] = [thanks.giver.memberId, thanks.receiver.memberId];
  const sameHelp = await findSameHelp(tx, { guildId, giverId, receiverId, helpKey });
  const deed = known ? { ...thanks, at: known.occurredAt } : thanks;
  const history = await historyOf(tx, deed, sameHelp, settings);
  // A deed that counts already is not judged anew; one done again after it was taken back is.
  const counts = known !== undefined && !comesBack(known);
  const verdict = counts ? { weight: known.weight } : judgeThanks(thanks, history, settings.limits);
  if (isRefusal(verdict)) {
    await noteRefusal(tx, thanks, verdict);
    return verdict;
  }
  const fact = {
    sourceKey,
    guildId,
    kind,
    helpKey,
    channelId,
    messageId,
    sourceMessageId,
    reason,
    language,
    giverId,
    receiverId,
    weight: verdict.weight,
    points: pointsFor(kind, verdict.weight, settings.points),
    occurredAt: thanks.at,
  };
  const { row, what } = await recognise(ctx, tx, fact, { known, sameHelp });
  if (what !== 'known') await store.forgetRefusal(tx, sourceKey);
  return { row, again: history.sameHelpWeight !== undefined };
}

/** Why one of the two wants nothing of it kept; of that no trace is kept either. */
async function whyUnwanted(
  ctx: Context,
  tx: Tx,
  { guildId, giver, receiver, sourceKey, messageId, at }: Thanks,
  isKnown: boolean,
): Promise<Refusal | undefined> {
  const wishes = [
    await ctx.people.wishOf(guildId, giver.memberId),
    await ctx.people.wishOf(guildId, receiver.memberId),
  ];
  if (wishes.includes('leftOut')) return refuse('receiverLeftOut');
  const way = wayOf(sourceKey);
  if (wishes.includes('undetected') && (way === 'text' || way === 'reaction')) return refuse('undetected');
  const since = Math.min(at, madeAt(messageId) ?? at);
  const forgotten = ctx.people.forgottenAmong(tx, [giver.memberId, receiver.memberId], since);
  return forgotten.size > 0 && !isKnown ? refuse('forgotten') : undefined;
}

async function historyOf(tx: Tx, thanks: Thanks, ofHelp: Rows, settings: Settings): Promise<History> {
  const { guildId, at, helpKey, kind } = thanks;
  const { limits, timeZone } = settings;
  const pair = { guildId, giverId: thanks.giver.memberId, receiverId: thanks.receiver.memberId };
  // An upvote opens no door for thanks: what limits thanks is looked at unless this help was thanked for.
  const sameHelp = ofHelp.filter(
    (row) => row.revokedAt === null && (kind === 'upvote' || row.kind !== 'upvote'),
  );
  return {
    sameHelpWeight: sameHelp.length > 0 ? Math.max(...sameHelp.map((row) => row.weight)) : undefined,
    otherOfPairAt: await store.otherOfPair(tx, pair, at, limits.pairMinutes * MINUTE_MS),
    givenThatDay: await store.countGiven(tx, guildId, pair.giverId, dayAt(at, timeZone), limits.givenPerDay),
    otherHelps: await store.countOtherHelps(tx, { ...pair, helpKey }, at, limits.windowDays * DAY_MS),
  };
}

async function noteRefusal(tx: Tx, thanks: Thanks, refusal: Refusal): Promise<void> {
  await store.noteRefusal(tx, {
    sourceKey: thanks.sourceKey,
    guildId: thanks.guildId,
    giverId: thanks.giver.memberId,
    receiverId: thanks.receiver.memberId,
    kind: thanks.kind,
    reason: refusal.refused,
    channelId: thanks.channelId,
    messageId: thanks.messageId ?? null,
    occurredAt: thanks.at,
  });
}
