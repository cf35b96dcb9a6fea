// Measures whether a thank-you is credited to the right person: npm run eval:credit -- FILE.jsonl [--errors]

import * as z from 'zod';
import { findReceivers, readTurn, type Why } from '../src/features/thanks/credit.rules.ts';
import { callNames } from '../src/features/thanks/named.rules.ts';
import { flaw, runEvaluation } from './evaluation.ts';
import { readJsonl } from './jsonl.ts';
import { withMentions } from './recording.ts';

const Line = z.object({ author: z.string(), content: z.string(), mentions: z.array(z.string()) });
/** A recorded thank-you, the lines before it (oldest first), and the people whom annotators linked it to. */
const Recorded = Line.extend({ before: z.array(Line), thanked: z.array(z.string()) });
type Recorded = z.infer<typeof Recorded>;

type Outcome = 'right' | 'wrong' | 'abstained';

interface Verdict {
  outcome: Outcome;
  credited: string[];
  why: Why | undefined;
  /** Besides somebody linked, somebody else was credited. */
  alsoWrong: boolean;
}

/** The recorded names as Discord ids, because the rules read mentions as Discord writes them. */
class People {
  private readonly names: string[] = [];

  idOf(name: string): string {
    if (!this.names.includes(name)) this.names.push(name);
    return String(this.names.indexOf(name));
  }

  nameOf(id: string): string {
    return this.names[Number(id)] ?? id;
  }
}

/** Credits a recorded thank-you with the bot's own rules and compares. Right: somebody credited is linked. */
function judge({ author, content, mentions, before, thanked }: Recorded): Verdict {
  const people = new People();
  const idsOf = (names: readonly string[]) => names.map((name) => people.idOf(name));
  const { receivers } = findReceivers(
    {
      authorId: people.idOf(author),
      at: undefined,
      content: withMentions(content, mentions, (name) => people.idOf(name)),
      mentions: idsOf(mentions),
    },
    before.map((line, index) =>
      readTurn({
        authorId: people.idOf(line.author),
        messageId: String(index),
        content: line.content,
        mentions: idsOf(line.mentions),
      }),
    ),
    new Map(before.map((line) => [people.idOf(line.author), callNames([line.author])])),
  );
  const credited = receivers.map(({ memberId }) => people.nameOf(memberId));
  const linked = credited.filter((name) => thanked.includes(name)).length;
  return {
    outcome: credited.length === 0 ? 'abstained' : linked === 0 ? 'wrong' : 'right',
    credited,
    why: receivers[0]?.why,
    alsoWrong: linked > 0 && linked < credited.length,
  };
}

interface Tally extends Record<Outcome, number> {
  n: number;
  alsoWrong: number;
}

const emptyTally = (): Tally => ({ n: 0, right: 0, wrong: 0, abstained: 0, alsoWrong: 0 });

function count(tally: Tally, { outcome, alsoWrong }: Verdict): void {
  tally.n += 1;
  tally[outcome] += 1;
  if (alsoWrong) tally.alsoWrong += 1;
}

/** The counts, and the outcomes as shares of all, rounded to four places; null where nothing was counted. */
function summarise({ n, right, wrong, abstained, alsoWrong }: Tally) {
  const share = (part: number) => (n === 0 ? null : Math.round((part / n) * 10_000) / 10_000);
  const shares = { rightShare: share(right), wrongShare: share(wrong), abstainedShare: share(abstained) };
  return { n, right, wrong, abstained, alsoWrong, ...shares };
}

/** The conversation before a line that went wrong, with who was credited (C) and who linked (L). */
function describe(
  { author, content, before, thanked }: Recorded,
  { outcome, credited, why }: Verdict,
): string {
  const talk = before.slice(-LINES_SHOWN).map((line) => {
    const marks = `${credited.includes(line.author) ? 'C' : ' '}${thanked.includes(line.author) ? 'L' : ' '}`;
    return `  ${marks} ${line.author}: ${line.content.slice(0, WIDTH_SHOWN)}`;
  });
  const verdict = `${outcome}: credited ${credited.join(', ') || 'nobody'}${why ? ` (${why})` : ''}, linked ${thanked.join(', ')}`;
  return [verdict, ...talk, `  >> ${author}: ${content}`, ''].join('\n');
}

const LINES_SHOWN = 12;
const WIDTH_SHOWN = 120;

/** Reads the file and prints the counts as one JSON line, after what went wrong where that is asked for. */
async function evaluate(path: string, { showErrors }: { showErrors: boolean }): Promise<void> {
  const all = emptyTally();
  const withoutMention = emptyTally();
  let number = 0;
  for await (const line of readJsonl(path)) {
    number += 1;
    const parsed = Recorded.safeParse(line);
    if (!parsed.success)
      throw new Error(`${path}: entry ${number} is no recorded thank-you (${flaw(parsed.error)})`);
    const verdict = judge(parsed.data);
    count(all, verdict);
    if (parsed.data.mentions.length === 0) count(withoutMention, verdict);
    if (showErrors && (verdict.outcome !== 'right' || verdict.alsoWrong))
      console.log(describe(parsed.data, verdict));
  }
  if (number === 0) throw new Error(`${path} has no lines`);
  console.log(JSON.stringify({ ...summarise(all), withoutMention: summarise(withoutMention) }));
}

await runEvaluation('eval:credit', '--errors', evaluate);
