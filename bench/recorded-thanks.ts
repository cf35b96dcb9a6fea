// The recognitions that recorded chats lead to: read by the bot's own detection, credit and limits, without Discord.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/config.ts';
import { CatchUpProgress } from '../src/core/catch-up-progress.ts';
import type { Context } from '../src/core/context.ts';
import { Database } from '../src/core/database.ts';
import { Followers } from '../src/core/followers.ts';
import { Outbox } from '../src/core/outbox.ts';
import { People } from '../src/core/people.ts';
import { recognitions } from '../src/core/schema.ts';
import { SettingsStore } from '../src/core/settings.ts';
import { Texts } from '../src/core/texts.ts';
import { createActions } from '../src/discord/actions.ts';
import { createClient } from '../src/discord/client.ts';
import { MemberQuestions } from '../src/discord/member-questions.ts';
import { conversationOf, hear, type Utterance } from '../src/features/thanks/hearing.ts';
import { helpKeyOf, sourceKeys } from '../src/features/thanks/rules.ts';
import { giveByText } from '../src/features/thanks/service.ts';
import { whomItThanks } from '../src/features/thanks/speech.ts';
import { createLog } from '../src/log.ts';
import { type Line, withMentions } from './recording.ts';

const GUILD_ID = '1';

export interface RecordedThanks {
  rows: readonly (typeof recognitions.$inferSelect)[];
  /** Everybody who spoke or was spoken to, by the id that the rows name them by. */
  names: ReadonlyMap<string, string>;
}

/** Plays the lines to the bot's own functions, in their order, and returns the ledger that they leave. */
export async function thanksIn(lines: readonly Line[]): Promise<RecordedThanks> {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-thanks-'));
  const time = { now: 0 };
  const { ctx, close } = quietContext(join(folder, 'laurel.db'), time);
  try {
    const ids = idsOf(lines);
    for (const [n, line] of lines.entries()) {
      time.now = line.at;
      await say(ctx, utteranceOf(line, n, ids));
    }
    const rows = await ctx.db.read((db) => db.select().from(recognitions).orderBy(recognitions.id).all());
    return { rows, names: new Map([...ids].map(([name, id]) => [id, name])) };
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function say(ctx: Context, said: Utterance): Promise<void> {
  const { guildId, channelId, messageId, at, authorId } = said;
  // Nothing was said before the recording began, so Discord need not be asked.
  conversationOf(ctx).markWhole(channelId);
  const receivers = await whomItThanks(ctx, said);
  const person = (memberId: string) => ({ memberId, isBot: false, isPending: false, isPresent: true });
  if (receivers.length > 0)
    await giveByText(
      ctx,
      { guildId, channelId, messageId },
      receivers.map((receiver) => ({
        sourceKey: sourceKeys.text(messageId, receiver.memberId),
        kind: 'thanks',
        guildId,
        channelId,
        giver: person(authorId),
        receiver: person(receiver.memberId),
        helpKey: helpKeyOf({ helpfulMessageId: receiver.messageId, thankingId: messageId }),
        messageId,
        sourceMessageId: messageId,
        at,
      })),
    );
  hear(ctx, said);
}

/** The names of a recording as ids that look like Discord's. */
function idsOf(lines: readonly Line[]): ReadonlyMap<string, string> {
  const names = new Set(lines.flatMap(({ author, mentions }) => [author, ...mentions]));
  return new Map([...names].map((name, i) => [name, String(10n ** 17n + BigInt(i))]));
}

function utteranceOf(line: Line, n: number, ids: ReadonlyMap<string, string>): Utterance {
  const idOf = (name: string) => ids.get(name) ?? '0';
  const content = withMentions(line.content, line.mentions, idOf);
  return {
    guildId: GUILD_ID,
    channelId: line.ch,
    messageId: String(2n * 10n ** 17n + BigInt(n)),
    authorId: idOf(line.author),
    authorNames: [line.author],
    isBot: false,
    at: line.at,
    content,
    botIds: [],
    repliedTo: undefined,
    threadOwnerId: undefined,
    threadId: undefined,
  };
}

/** A context whose Discord is never asked: what is owed to it stays in the outbox, which is not started. */
function quietContext(databasePath: string, time: { now: number }): { ctx: Context; close(): Promise<void> } {
  const config = readConfig({ DISCORD_TOKEN: 'never-sent-anywhere-by-this', DATABASE_PATH: databasePath });
  if ('gaps' in config) throw new Error('The configuration of an evaluation is complete.');
  const clock = { now: () => time.now, after: () => () => {} };
  const log = createLog('warn');
  const db = Database.open(databasePath);
  const client = createClient(config);
  const actions = createActions(client, new MemberQuestions(client, clock));
  const outbox = new Outbox({ db, clock, actions, log });
  const settings = new SettingsStore(db);
  const followers = new Followers();
  const catchUp = new CatchUpProgress(clock);
  const people = new People(db, databasePath);
  const ctx: Context = {
    config,
    clock,
    db,
    settings,
    outbox,
    followers,
    people,
    catchUp,
    actions,
    texts: new Texts(),
    log,
  };
  return {
    ctx,
    async close() {
      await client.destroy();
      await db.close();
    },
  };
}
