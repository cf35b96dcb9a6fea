// Routing: brings an unanswered question to members who agreed to be mentioned, once, if nobody has come to it meanwhile.
import type { Failure } from '../../core/actions.ts';
import type { Context } from '../../core/context.ts';
import type { Reader, Tx } from '../../core/database.ts';
import { visitServers } from '../../core/server-rounds.ts';
import { change, findQuestion, tagsOf } from '../questions/store.ts';
import {
  type Candidate,
  chooseHelpers,
  dueAsked,
  EXPERTISE_MS,
  isWaiting,
  MOST_CALLED,
  todayOf,
} from './routing.rules.ts';
import { callView } from './routing.view.ts';
import type { Question } from './store.ts';
import * as store from './store.ts';

/** First messages that are looked at for whether somebody has answered. */
const MESSAGES_LOOKED_AT = 100;
/** Helpers of whom Discord is asked whether they can read the thread; more than are needed, since some cannot. */
const ASKED_ABOUT = 3 * MOST_CALLED;

/** Mentions helpers wherever that is due. */
export async function routeQuestions(ctx: Context): Promise<void> {
  const what = { feature: 'helpers', errand: 'bring questions to helpers' };
  const guildIds = await ctx.db.read(store.guildsWithHelpers);
  await visitServers(ctx, what, guildIds, (guildId) => routeIn(ctx, guildId));
}

async function routeIn(ctx: Context, guildId: string): Promise<void> {
  const { routeMinutes } = (await ctx.settings.of(guildId)).questions;
  if (routeMinutes === 0) return;
  const due = dueAsked(routeMinutes, ctx.clock.now());
  for (const question of await ctx.db.read((db) => store.waitingQuestions(db, guildId, due)))
    await routeQuestion(ctx, question.id);
}

/** What is to be done now: mention the first of these, nothing ever, or look again later. */
type Verdict = { call: readonly string[] } | 'never' | 'later';

/** Mentions helpers in a question if it still waits: as the database has it, and as Discord has it at this moment. */
async function routeQuestion(ctx: Context, questionId: string): Promise<void> {
  const verdict = await verdictOn(ctx, questionId);
  if (verdict === 'later') return;
  await ctx.db.write(async (tx) => {
    const question = await findQuestion(tx, questionId);
    const now = ctx.clock.now();
    if (!question || !isWaiting(question) || (await store.isTaken(tx, questionId, now))) return;
    if (verdict === 'never') return void (await change(tx, question, { routedAt: now }));
    // Nobody is mentioned who changed their mind while Discord was asked.
    const still = await choices(ctx, tx, question);
    const memberIds = verdict.call.filter((id) => still.includes(id)).slice(0, MOST_CALLED);
    if (memberIds.length === 0) return;
    await change(tx, question, { routedAt: now });
    await store.addCalls(tx, question, memberIds, now);
    await owe(ctx, tx, question, memberIds);
  });
}

async function verdictOn(ctx: Context, questionId: string): Promise<Verdict> {
  const possible = await ctx.db.read(async (db) => {
    const question = await findQuestion(db, questionId);
    const taken = await store.isTaken(db, questionId, ctx.clock.now());
    if (!question || !isWaiting(question) || taken) return undefined;
    return { askerId: question.askerId, memberIds: await choices(ctx, db, question) };
  });
  // Nobody can be asked at this hour, or somebody is on it: that may change within the day.
  if (!possible || possible.memberIds.length === 0) return 'later';
  const thread = await ctx.actions.thread(questionId);
  if (!thread.done) return afterFailure(thread);
  if (thread.value.archived || thread.value.locked) return 'never';
  const messages = await ctx.actions.messagesAfter(questionId, questionId, MESSAGES_LOOKED_AT);
  if (!messages.done) return afterFailure(messages);
  const company = messages.value.filter(({ authorIsBot, isSystem }) => !authorIsBot && !isSystem);
  const { askerId } = possible;
  if (company.some(({ authorId }) => authorId !== askerId)) return 'never';
  const readers = await ctx.actions.readersAmong(questionId, possible.memberIds, 'inTurn');
  if (!readers.done) return afterFailure(readers);
  const call = possible.memberIds.filter((id) => readers.value.includes(id));
  return call.length > 0 ? { call } : 'never';
}

/** A thread that Laurel cannot read will not do better in a minute. */
function afterFailure({ final }: Failure): Verdict {
  return final ? 'never' : 'later';
}

/** Who may be mentioned, as far as the database knows, the best first. */
async function choices(ctx: Context, db: Reader, question: Question): Promise<string[]> {
  const { guildId, id, channelId, askerId } = question;
  const { timeZone } = await ctx.settings.of(guildId);
  const now = ctx.clock.now();
  const about = { tagIds: await tagsOf(db, id), channelId, since: now - EXPERTISE_MS };
  const candidates: Candidate[] = [];
  for (const helper of await store.availableHelpers(db, guildId)) {
    const record = await store.recordOf(db, helper, { ...about, today: todayOf(helper, now, timeZone) });
    candidates.push({ helper, ...record });
  }
  const present = await store.presentIn(db, id);
  return chooseHelpers(candidates, { askerId, present, now, timeZone }).slice(0, ASKED_ABOUT);
}

async function owe(ctx: Context, tx: Tx, question: Question, memberIds: readonly string[]): Promise<void> {
  const { id, guildId } = question;
  const { language } = await ctx.settings.of(guildId);
  const { components, pings = [] } = callView(ctx.texts.for(language), { questionId: id, memberIds });
  await ctx.outbox.enqueue(tx, {
    kind: 'send',
    guildId,
    payload: {
      channelId: id,
      view: { components: components.map((one) => ({ ...one })), pings: [...pings] },
    },
    dedupeKey: `call:${id}`,
    lane: `thread:${id}`,
  });
}
