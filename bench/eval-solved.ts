// Replays recorded dialogs as one question each and counts what the asker would be asked: npm run eval:solved -- FILE.jsonl [--show N]
import * as z from 'zod';
import {
  type Closing,
  type Message,
  type Proposal,
  proposeSolution,
  readClosing,
  readTurn,
  TURNS_READ,
  type Turn,
} from '../src/features/questions/proposal.rules.ts';
import { findGratitude } from '../src/features/thanks/gratitude.rules.ts';
import { runEvaluation } from './evaluation.ts';
import { readJsonl } from './jsonl.ts';
import { withMentions } from './recording.ts';

const Line = z.object({
  dialog: z.union([z.number(), z.string()]),
  ch: z.string().default(''),
  author: z.string(),
  content: z.string(),
  mentions: z.array(z.string()).default([]),
  ts: z.string().optional(),
});
type Line = z.infer<typeof Line>;

/** Ids as long as Discord's, because the rules read mentions as Discord writes them. */
const FIRST_ID = 100_000_000_000_000_000n;
const DAY_MS = 86_400_000;
/** Dialogs whose lines have no time: so much passes from line to line. */
const BETWEEN_LINES_MS = 60_000;
/** How gitter and IRC call somebody: "name: …". */
const CALLED = /^@?([\w.-]{2,40})[:,]\s/;

/** Some recordings hide code and links behind signs; they are put back, as far as that there was one. */
const HIDDEN: readonly (readonly [string, string])[] = [
  ['[<-CODE->]', '`code`'],
  ['[<-LINK->]', 'https://example.com'],
  ['[<-ISSUE->]', 'https://example.com'],
];

/** What came of one remark of the asker that thanks, or says how the matter stands. */
interface Heard {
  line: number;
  words: 'thanks' | 'solved' | 'alone';
  proposal: Proposal | undefined;
  /** The asker is asked; within a day of that they are not asked again. */
  asked: boolean;
}

interface Replayed {
  lines: readonly Line[];
  messages: readonly Message[];
  heard: readonly Heard[];
  answered: boolean;
}

/** The recorded names of one dialog as ids, in order of appearance. */
function idsOf(lines: readonly Line[]): (name: string) => string {
  const names: string[] = lines.map(({ author }) => author.toLowerCase());
  return (name) => {
    const key = name.toLowerCase();
    if (!names.includes(key)) names.push(key);
    return String(FIRST_ID + BigInt(names.indexOf(key)));
  };
}

function messagesOf(lines: readonly Line[]): Message[] {
  const idOf = idsOf(lines);
  const authors = new Set(lines.map(({ author }) => author.toLowerCase()));
  const begin = Date.parse(lines[0]?.ts ?? '') || 0;
  return lines.map(({ author, content, mentions, ts }, index) => {
    const called = CALLED.exec(content)?.[1];
    const names = new Set(called === undefined ? mentions : [...mentions, called]);
    const present = [...names].filter((name) => authors.has(name.toLowerCase()));
    return {
      messageId: String(FIRST_ID + BigInt(index)),
      authorId: idOf(author),
      authorIsBot: false,
      at: Date.parse(ts ?? '') || begin + index * BETWEEN_LINES_MS,
      content: withMentions(unhidden(content), present, idOf),
    };
  });
}

function unhidden(content: string): string {
  return HIDDEN.reduce((text, [sign, instead]) => text.replaceAll(sign, instead), content);
}

/** Reads the asker's remarks one after another with the bot's own rules. The first author is the asker. */
function replay(lines: readonly Line[]): Replayed {
  const messages = messagesOf(lines);
  const askerId = messages[0]?.authorId ?? '';
  const turns: Turn[] = [];
  const heard: Heard[] = [];
  let lastAskedAt = Number.NEGATIVE_INFINITY;
  for (const [line, message] of messages.entries()) {
    const closing = message.authorId === askerId && line > 0 ? readClosing(message) : undefined;
    const words = closing && wordsOf(message, closing);
    if (closing && words) {
      const proposal = proposeSolution(askerId, turns.slice(-TURNS_READ), closing);
      const asked = (proposal !== undefined || words !== 'thanks') && message.at - lastAskedAt >= DAY_MS;
      if (asked) lastAskedAt = message.at;
      heard.push({ line, words, proposal, asked });
    }
    turns.push(readTurn(message));
  }
  return { lines, messages, heard, answered: messages.some(({ authorId }) => authorId !== askerId) };
}

function wordsOf({ content }: Message, { standing }: Closing): Heard['words'] | undefined {
  if (standing === 'solved' || standing === 'alone') return standing;
  return findGratitude(content) ? 'thanks' : undefined;
}

const askedIn = ({ heard }: Replayed) => heard.filter(({ asked }) => asked);

/** Counts, over all dialogs. */
function summarise(dialogs: readonly Replayed[]) {
  const asked = dialogs.flatMap(askedIn);
  const proposed = asked.flatMap(({ proposal }) => proposal ?? []);
  const count = (which: (dialog: Replayed) => boolean) => dialogs.filter(which).length;
  return {
    dialogs: dialogs.length,
    answered: count(({ answered }) => answered),
    thanked: count(({ heard }) => heard.some(({ words }) => words === 'thanks')),
    solvedByWords: count(({ heard }) => heard.some(({ words }) => words === 'solved')),
    foundAlone: count(({ heard }) => heard.some(({ words }) => words === 'alone')),
    dialogsAsked: count((dialog) => askedIn(dialog).length > 0),
    proposals: asked.length,
    answersProposed: proposed.length,
    byWords: countBy(asked.map(({ words }) => words)),
    byWhy: countBy(proposed.map(({ why }) => why)),
  };
}

function countBy(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

const SIGNS = { thanks: 'T', solved: 'S', alone: 'A' } as const;

/** A dialog in full: remarks (T thanks, S solved, A found alone), what came of each, and the answers proposed (P). */
function describe({ lines, messages, heard }: Replayed): string {
  const shown = lines.map(({ author, content }, line) => {
    const remark = heard.find((one) => one.line === line);
    const proposed = heard.some(
      ({ proposal, asked }) => asked && proposal?.messageId === messages[line]?.messageId,
    );
    const sign = `${remark ? SIGNS[remark.words] : ' '}${proposed ? 'P' : ' '}`;
    const outcome = remark && `   ⟵ ${outcomeOf(remark)}`;
    return `  ${sign} ${String(line).padStart(3)} ${author}: ${content.replaceAll('\n', ' / ')}${outcome ?? ''}`;
  });
  return [`${lines[0]?.ch} ${lines[0]?.dialog}`, ...shown, ''].join('\n');
}

function outcomeOf({ asked, proposal }: Heard): string {
  if (asked) return proposal?.why ?? 'asked which';
  return proposal ? 'asked before' : 'abstains';
}

/** So many of a list, spread evenly over it. */
function spread<T>(list: readonly T[], wanted: number): T[] {
  const step = Math.max(1, list.length / Math.max(1, wanted));
  return list.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step)).slice(0, wanted);
}

/** Reads the file and prints the counts as one JSON line, after the dialogs that are to be read. */
async function evaluate(path: string, { show }: { show: number }): Promise<void> {
  const dialogs = new Map<string, Line[]>();
  for await (const entry of readJsonl(path)) {
    const line = Line.parse(entry);
    const key = `${line.ch} ${line.dialog}`;
    const lines = dialogs.get(key);
    if (lines) lines.push(line);
    else dialogs.set(key, [line]);
  }
  if (dialogs.size === 0) throw new Error(`${path} has no lines`);
  const replayed = [...dialogs.values()].map(replay);
  for (const dialog of spread(replayed, show)) console.log(describe(dialog));
  console.log(JSON.stringify(summarise(replayed)));
}

await runEvaluation('eval:solved', '--show N', evaluate);
