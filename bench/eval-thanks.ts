// Measures the recognition of gratitude on a labelled file: npm run eval:thanks -- FILE.jsonl [--errors]

import * as z from 'zod';
import { findGratitude } from '../src/features/thanks/gratitude.rules.ts';
import { runEvaluation } from './evaluation.ts';
import { readJsonl } from './jsonl.ts';

const Labelled = z
  .object({
    content: z.string().optional(),
    text: z.string().optional(),
    thanks: z.boolean(),
    lang: z.string().optional(),
  })
  .transform(({ content, text, thanks, lang }, context) => {
    const words = content ?? text;
    if (words !== undefined) return { words, thanks, lang };
    context.addIssue({ code: 'custom', message: 'a line needs "content" or "text"' });
    return z.NEVER;
  });

/** Counts of right and wrong answers on the lines of one language or of all. */
interface Tally {
  n: number;
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
}

interface Scores {
  n: number;
  precision: number | null;
  recall: number | null;
  f1: number | null;
}

const emptyTally = (): Tally => ({ n: 0, truePositives: 0, falsePositives: 0, falseNegatives: 0 });

function count(tally: Tally, expected: boolean, found: boolean): void {
  tally.n += 1;
  if (expected && found) tally.truePositives += 1;
  if (!expected && found) tally.falsePositives += 1;
  if (expected && !found) tally.falseNegatives += 1;
}

/** A share rounded to four places; null where nothing was counted. */
const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;

function scoresOf({ n, truePositives, falsePositives, falseNegatives }: Tally): Scores {
  return {
    n,
    precision: share(truePositives, truePositives + falsePositives),
    recall: share(truePositives, truePositives + falseNegatives),
    f1: share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives),
  };
}

/** Reads the file and prints the scores as one JSON line, after the wrong answers where they are asked for. */
async function evaluate(path: string, { showErrors }: { showErrors: boolean }): Promise<void> {
  const all = emptyTally();
  const languages = new Map<string, Tally>();
  for await (const line of readJsonl(path)) {
    const { words, thanks, lang } = Labelled.parse(line);
    const found = findGratitude(words);
    count(all, thanks, found !== undefined);
    if (lang !== undefined) {
      const tally = languages.get(lang) ?? emptyTally();
      languages.set(lang, tally);
      count(tally, thanks, found !== undefined);
    }
    if (showErrors && thanks !== (found !== undefined)) console.log(describeError(words, lang, found));
  }
  if (all.n === 0) throw new Error(`${path} has no lines`);
  const perLanguage = Object.fromEntries([...languages].map(([lang, tally]) => [lang, scoresOf(tally)]));
  console.log(JSON.stringify({ ...scoresOf(all), ...(languages.size > 0 && { languages: perLanguage }) }));
}

function describeError(
  words: string,
  lang: string | undefined,
  found: ReturnType<typeof findGratitude>,
): string {
  const kind = found ? `false positive (${found.language}: ${found.phrase})` : 'false negative';
  return `${kind}${lang === undefined ? '' : ` [${lang}]`}: ${words.replaceAll('\n', ' / ')}`;
}

await runEvaluation('eval:thanks', '--errors', evaluate);
