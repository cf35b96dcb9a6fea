// Publishing an answer and taking it down: judged, owed to Discord, and credited once it stands there.
import * as z from 'zod';
import { note } from '../../core/audit.ts';
import { type Context, type Refusal, refuse } from '../../core/context.ts';
import type { OnSettled } from '../../core/outbox-settling.ts';
import { dayAt } from '../../core/periods.ts';
import type { Marker } from '../questions/marking.rules.ts';
import { liveMarksOf } from '../questions/marks.store.ts';
import { findQuestion } from '../questions/store.ts';
import { recognise, withdraw } from '../recognition/service.ts';
import { judgePublishing, LONGEST_TITLE, mayTakeDown } from './rules.ts';
import * as store from './store.ts';
import { entryView } from './view.ts';

export interface Wish {
  guildId: string;
  questionId: string;
  /** The message that is the answer. */
  messageId: string;
  publisher: Marker;
}

/** Why somebody cannot publish an answer, else the title of its question. */
export async function titleToPublish(ctx: Context, wish: Wish): Promise<{ title: string } | Refusal> {
  const settings = await ctx.settings.of(wish.guildId);
  return ctx.db.read(async (db) => {
    const judged = await judge(ctx, db, wish, settings);
    return 'refused' in judged ? judged : { title: judged.question.title };
  });
}

async function judge(
  ctx: Context,
  db: Parameters<typeof findQuestion>[0],
  { guildId, questionId, messageId, publisher }: Wish,
  settings: Awaited<ReturnType<Context['settings']['of']>>,
) {
  const question = await findQuestion(db, questionId);
  if (question?.guildId !== guildId) return refuse('notAQuestion');
  const mark = judgePublishing({
    question,
    publisher,
    messageId,
    live: await liveMarksOf(db, questionId),
    isPublished: await store.isPublished(db, messageId),
    today: await store.countPublished(
      db,
      guildId,
      publisher.memberId,
      dayAt(ctx.clock.now(), settings.timeZone),
    ),
    settings,
  });
  if ('refused' in mark) return mark;
  if (await ctx.people.isLeftOut(guildId, mark.memberId)) return refuse('publishLeftOut');
  return { question, mark };
}

/** Owes the entry to Discord; returns the effect's id. Its author is credited when it stands there. */
export async function publish(
  ctx: Context,
  wish: Wish & { title: string },
): Promise<{ effectId: number } | Refusal> {
  const { guildId, questionId, messageId, publisher } = wish;
  const title = wish.title.trim().slice(0, LONGEST_TITLE);
  if (title === '') return refuse('publishTitleMissing');
  const settings = await ctx.settings.of(guildId);
  return ctx.db.write(async (tx) => {
    const judged = await judge(ctx, tx, wish, settings);
    if ('refused' in judged) return judged;
    const { knowledgeChannelId: channelId } = settings;
    if (channelId === undefined) return refuse('publishNowhere');
    const authorId = judged.mark.memberId;
    const publisherId = publisher.memberId;
    const entry = { guildId, channelId: questionId, messageId, title, authorId, publisherId };
    const { components } = entryView(ctx.texts.for(settings.language), entry);
    const effectId = await ctx.outbox.enqueue(tx, {
      kind: 'send',
      guildId,
      payload: { channelId, view: { components: components.map((one) => ({ ...one })) } },
      dedupeKey: store.dedupeKey(messageId),
      lane: `knowledge:${channelId}`,
      ref: `knowledge:${messageId}:${publisherId}:${authorId}`,
    });
    return { effectId };
  });
}

const sent = z.object({ messageId: z.string() });
const sentTo = z.object({ channelId: z.string() });

/** Told by the outbox when an entry stands on Discord: from then on it is credited. */
export function creditEntry(ctx: Context): OnSettled {
  return async (tx, { effect, answer, failure }) => {
    const [, answerId, publisherId, authorId] = effect.ref?.split(':') ?? [];
    const messageId = sent.safeParse(answer).data?.messageId;
    if (effect.kind !== 'send' || failure || !messageId || !answerId || !publisherId || !authorId) return;
    const { channelId } = sentTo.parse(JSON.parse(effect.payload));
    const { guildId } = effect;
    const { points } = await ctx.settings.of(guildId);
    const now = ctx.clock.now();
    await recognise(ctx, tx, {
      sourceKey: store.sourceKey(answerId, effect.id),
      guildId,
      kind: 'article',
      giverId: publisherId,
      receiverId: authorId,
      // An entry is a help of its own: it is for everybody, whatever the question earned.
      helpKey: `message:${messageId}`,
      channelId,
      messageId,
      sourceMessageId: messageId,
      weight: 100,
      points: points.article,
      occurredAt: now,
    });
    const deed = { guildId, actorId: publisherId, action: 'knowledge.published', targetId: authorId };
    await note(tx, { ...deed, details: { answerId, messageId } }, now);
  };
}

/** Takes an entry down: its points go, and the message. */
export async function takeDown(
  ctx: Context,
  { guildId, messageId, presser }: { guildId: string; messageId: string; presser: Marker },
): Promise<Refusal | undefined> {
  const settings = await ctx.settings.of(guildId);
  return ctx.db.write(async (tx) => {
    const entry = await store.entryAt(tx, guildId, messageId);
    if (!entry) return refuse('outOfDate');
    if (!mayTakeDown(entry, presser, settings)) return refuse('takeDownNotYours');
    await withdraw(ctx, tx, entry, 'undone');
    const deed = { guildId, actorId: presser.memberId, action: 'knowledge.takenDown' };
    await note(tx, { ...deed, targetId: entry.receiverId, details: { messageId } }, ctx.clock.now());
    const { channelId } = entry;
    await ctx.outbox.enqueue(tx, {
      kind: 'unsend',
      guildId,
      payload: { channelId, messageId },
      dedupeKey: `knowledge:gone:${messageId}`,
      lane: `knowledge:${channelId}`,
    });
    return undefined;
  });
}
