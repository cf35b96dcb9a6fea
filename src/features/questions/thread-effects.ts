// What is owed to the thread of a question: dressed when it is solved, as it was when that is taken back, put away later.
import * as z from 'zod';
import type { ThreadChange } from '../../core/actions.ts';
import type { Context } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import { helpChannelOf, type Settings } from '../../core/settings.ts';
import type { Change, Question } from './questions.rules.ts';
import * as store from './store.ts';
import {
  type Asked,
  changeWhenPutAway,
  changeWhenTakenBack,
  planWhenSolved,
  SOLVED_EMOJI,
} from './thread.rules.ts';

const askedSchema = z.object({
  tagId: z.string().optional(),
  removedTagIds: z.array(z.string()),
  title: z.boolean(),
  locked: z.boolean(),
  archived: z.boolean(),
});

/** Everything owed to one thread runs in order. */
const laneOf = (questionId: string) => `thread:${questionId}`;
const signRef = (questionId: string) => `questions:sign:${questionId}`;

/** Owes the thread of a question that was just solved its signs; returns what to remember of it. */
export async function dress(ctx: Context, tx: Tx, question: Question, settings: Settings): Promise<Change> {
  const channel = helpChannelOf(settings, question.channelId);
  const tagIds = await store.tagsOf(tx, question.id);
  const plan = planWhenSolved(
    channel,
    settings.questions.solved,
    tagIds,
    question.solvedAt ?? ctx.clock.now(),
  );
  if (question.goneAt !== null) return {};
  if (plan.change) await owe(ctx, tx, question, plan.change, { ref: signRef(question.id) });
  if (plan.check) await check(ctx, tx, question);
  return { doneToThread: JSON.stringify(plan.asked), archiveDueAt: plan.archiveDueAt };
}

/** Owes the thread everything back; returns what to forget. */
export async function undress(ctx: Context, tx: Tx, question: Question): Promise<Change> {
  const asked = askedOf(question);
  if (!asked || question.goneAt !== null) return { doneToThread: null, archiveDueAt: null };
  const back = changeWhenTakenBack(asked);
  if (back) await owe(ctx, tx, question, back);
  if (question.firstMessageIn === null) return { doneToThread: null, archiveDueAt: null };
  // The sign may be the tag or, where that had no room, the reaction: whichever is not there is not missed.
  await ctx.outbox.enqueue(tx, {
    kind: 'unreact',
    guildId: question.guildId,
    payload: { channelId: question.firstMessageIn, messageId: question.id, emoji: SOLVED_EMOJI },
    dedupeKey: keyOf('uncheck', question, ctx),
    lane: laneOf(question.id),
  });
  return { doneToThread: null, archiveDueAt: null };
}

/** Owes ✅ on the first message, if there is one. */
export async function check(ctx: Context, tx: Tx, question: Question): Promise<void> {
  if (question.firstMessageIn === null) return;
  await ctx.outbox.enqueue(tx, {
    kind: 'react',
    guildId: question.guildId,
    payload: { channelId: question.firstMessageIn, messageId: question.id, emoji: SOLVED_EMOJI },
    dedupeKey: keyOf('check', question, ctx),
    lane: laneOf(question.id),
  });
}

/** Puts the threads away of questions that were solved long enough ago; in small portions. */
export async function putAway(ctx: Context): Promise<void> {
  for (let portion = 0; portion < MOST_PORTIONS; portion++) {
    const due = await ctx.db.read((db) => store.dueToBePutAway(db, ctx.clock.now(), PORTION));
    if (due.length === 0) return;
    for (const { id, guildId } of due) {
      const settings = await ctx.settings.of(guildId);
      await ctx.db.write(async (tx) => {
        const question = await store.findQuestion(tx, id);
        if (!question || question.archiveDueAt === null || question.state !== 'solved') return;
        const asked = askedOf(question);
        const { solved } = settings.questions;
        await owe(ctx, tx, question, changeWhenPutAway(solved));
        const remembered = asked && { ...asked, archived: true, locked: asked.locked || solved.lock };
        await store.change(tx, question, {
          archiveDueAt: null,
          ...(remembered ? { doneToThread: JSON.stringify(remembered) } : {}),
        });
      });
    }
  }
}

const PORTION = 100;
const MOST_PORTIONS = 100;

async function owe(
  ctx: Context,
  tx: Tx,
  question: Question,
  change: ThreadChange,
  { ref }: { ref?: string } = {},
): Promise<void> {
  const { addTags, removeTags, ...others } = change;
  const { guildId, id: threadId } = question;
  const reading = ctx.texts.for((await ctx.settings.of(guildId)).language);
  await ctx.outbox.enqueue(tx, {
    kind: 'changeThread',
    guildId,
    payload: {
      threadId,
      change: { ...others, addTags: [...addTags], removeTags: [...removeTags] },
      reason: reading.t(
        question.state === 'solved' ? 'questions.onDiscord.solved' : 'questions.onDiscord.open',
      ),
    },
    dedupeKey: keyOf('thread', question, ctx),
    lane: laneOf(threadId),
    ...(ref ? { ref } : {}),
  });
}

/** Each is owed once, since the step that owes it happens once; the key must only differ from all others. */
let counted = 0;
function keyOf(what: string, { id }: Question, ctx: Context): string {
  counted += 1;
  return `${what}:${id}:${ctx.clock.now()}:${counted}`;
}

function askedOf({ doneToThread }: Question): Asked | undefined {
  if (doneToThread === null) return undefined;
  const { tagId, ...asked } = askedSchema.parse(JSON.parse(doneToThread));
  return { ...asked, tagId };
}

/** Owes a message of a text channel a thread of its own. */
export async function owesThread(
  ctx: Context,
  { guildId, ...opening }: { guildId: string; channelId: string; messageId: string; name: string },
): Promise<void> {
  await ctx.db.write((tx) =>
    ctx.outbox.enqueue(tx, {
      kind: 'openThread',
      guildId,
      payload: opening,
      dedupeKey: `open:${opening.messageId}`,
      lane: laneOf(opening.messageId),
    }),
  );
}
