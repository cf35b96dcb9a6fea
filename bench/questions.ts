// Measures the figures over 100,000 questions of one server: npm run bench:questions [-- --questions N]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Database, type Reader } from '../src/core/database.ts';
import { type PeriodKind, periodAt, periodKinds } from '../src/core/periods.ts';
import { questions, questionTags } from '../src/core/question-tables.ts';
import { MEDIAN, NINETIETH, whose } from '../src/features/figures/rules.ts';
import { countHelped, countQuestions, countWaiting, timeAt } from '../src/features/figures/store.ts';
import { randomFrom } from './random.ts';

const GUILD = '1';
const TAGS = ['80', '81', '82', '83'];
const YEAR_MS = 365 * 86_400_000;
const MINUTE_MS = 60_000;
/** Each figure is taken so often, and the cheapest counts, in CPU time: what it costs when nobody else uses the machine. */
const RUNS = 7;
const PORTION = 5_000;

const { values } = parseArgs({ options: { questions: { type: 'string', default: '100000' } } });
const wanted = Number(values.questions);
if (!Number.isSafeInteger(wanted) || wanted < 1) {
  console.error('Usage: npm run bench:questions [-- --questions N]');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'laurel-bench-'));
try {
  const db = Database.open(join(folder, 'laurel.db'));
  const now = Date.now();
  await fill(db, wanted, now);
  const figures = await measure(db, now);
  const slowest = figures.reduce((one, other) => (other.ms > one.ms ? other : one));
  console.log(JSON.stringify({ questions: wanted, slowest, figures }));
  await db.close();
} finally {
  rmSync(folder, { recursive: true });
}

/** Three years of questions: most answered within the hour, some by staff, six in ten solved, one in ten waiting. */
async function fill(db: Database, howMany: number, now: number): Promise<void> {
  const random = randomFrom(1);
  for (let from = 0; from < howMany; from += PORTION) {
    await db.write(async (tx) => {
      for (let i = from; i < Math.min(howMany, from + PORTION); i++) {
        const luck = random.share();
        const state = luck < 0.6 ? 'solved' : luck < 0.8 ? 'answered' : luck < 0.9 ? 'open' : 'closed';
        const answerMs = state === 'open' ? null : Math.floor(MINUTE_MS * Math.exp(random.share() * 9));
        const byStaff = random.share() < 0.3 ? 1 : 0;
        const figures = {
          guildId: GUILD,
          askedAt: Math.floor(now - random.share() * 3 * YEAR_MS),
          state,
          firstAnswerMs: answerMs,
          firstAnswerStaff: answerMs === null ? null : byStaff,
          solutionMs: state === 'solved' && answerMs !== null ? answerMs * 2 : null,
          solvedStaff: state === 'solved' ? byStaff : null,
        } as const;
        const { askedAt: lastActivityAt } = figures;
        tx.insert(questions)
          .values({
            id: String(i),
            channelId: '5',
            title: 'How does one do this?',
            askerId: String(1_000 + (i % 5_000)),
            lastActivityAt,
            lastAskerAt: lastActivityAt,
            ...figures,
          })
          .run();
        const tagId = TAGS[i % TAGS.length] ?? '';
        tx.insert(questionTags)
          .values({ questionId: String(i), tagId, ...figures })
          .run();
      }
    });
  }
}

interface Measured {
  figure: string;
  ms: number;
}

async function measure(db: Database, now: number): Promise<Measured[]> {
  const measured: Measured[] = [];
  const take: Take = async (figure, query) => {
    let cheapest = Number.POSITIVE_INFINITY;
    for (let run = 0; run < RUNS; run++) {
      const before = process.cpuUsage();
      await db.read(query);
      const { user, system } = process.cpuUsage(before);
      cheapest = Math.min(cheapest, (user + system) / 1_000);
    }
    measured.push({ figure, ms: Math.round(cheapest * 10) / 10 });
  };
  for (const kind of periodKinds) {
    for (const tagId of [undefined, TAGS[0]]) await takeAll(db, take, { kind, tagId, now });
  }
  return measured;
}

type Take = (figure: string, query: (db: Reader) => unknown) => Promise<void>;

async function takeAll(
  db: Database,
  take: Take,
  { kind, tagId, now }: { kind: PeriodKind; tagId: string | undefined; now: number },
): Promise<void> {
  const { start, end } = periodAt(kind, now, 'UTC');
  const selection = { guildId: GUILD, tagId, start, end };
  const of = tagId === undefined ? kind : `${kind}, one tag`;
  await take(`asked, answered, solved: ${of}`, (reader) => countQuestions(reader, selection));
  await take(`waiting: ${of}`, (reader) => countWaiting(reader, selection));
  for (const duration of ['firstAnswer', 'solution'] as const) {
    await take(`${duration}, members and staff: ${of}`, (reader) => countHelped(reader, selection, duration));
    const helped = await db.read((reader) => countHelped(reader, selection, duration));
    for (const one of whose) {
      for (const percentile of [MEDIAN, NINETIETH]) {
        const about = { duration, whose: one, percentile, count: helped[one] };
        await take(`${duration}, ${one}, ${percentile}: ${of}`, (reader) => timeAt(reader, selection, about));
      }
    }
  }
}
