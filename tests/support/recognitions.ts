// Fills a ledger for tests, through the one door for credit.
import type { Context } from '../../src/core/context.ts';
import type { Fact, Recognition } from '../../src/core/ledger-rules.ts';
import { recognise, withdraw } from '../../src/features/recognition/service.ts';

let counted = 0;

/** One thank-you of 10 points from `from` to `to`, at the clock's time, each in a message of its own. */
export async function credit(
  ctx: Context,
  { from, to, ...over }: { from: string; to: string } & Partial<Fact>,
): Promise<Recognition> {
  const messageId = String(7_000_000 + counted++);
  const fact: Fact = {
    sourceKey: `text:${messageId}:${to}`,
    guildId: '1',
    kind: 'thanks',
    giverId: from,
    receiverId: to,
    helpKey: `message:${messageId}`,
    channelId: '5',
    messageId,
    sourceMessageId: messageId,
    weight: 100,
    points: 10,
    occurredAt: ctx.clock.now(),
    ...over,
  };
  return (await ctx.db.write((tx) => recognise(ctx, tx, fact))).row;
}

/** Takes one back, at the clock's time. */
export async function takeOut(
  ctx: Context,
  row: Recognition,
  why: Parameters<typeof withdraw>[3],
): Promise<void> {
  await ctx.db.write((tx) => withdraw(ctx, tx, row, why));
}
