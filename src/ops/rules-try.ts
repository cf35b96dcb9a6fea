// `npm run rules:try -- rules.json`: replays the last 90 days under other rules and prints who would rise or fall; writes nothing.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import dotenv from 'dotenv';
import { DEFAULT_DATABASE_PATH, environment } from '../config.ts';
import { systemClock } from '../core/clock.ts';
import { Database } from '../core/database.ts';
import { type People, peopleOf } from '../core/people.ts';
import { guildsWithLedger } from '../core/recount.ts';
import { readSettings, settingsSchema } from '../core/settings.ts';
import { Texts } from '../core/texts.ts';
import { lackText } from '../features/rising/words.view.ts';
import { tierNameByKey } from '../features/tiers/view.ts';
import { contradictionOf, type Draft, withDraft } from '../features/trial/draft.rules.ts';
import { draftSchema } from '../features/trial/draft.schema.ts';
import { type Move, type Preview, preview } from '../features/trial/preview.ts';
import { exitCodeOf, readJson } from './command-line.ts';

const USAGE = `Usage: npm run rules:try -- rules.json [--server ID] [--database PATH]
rules.json holds what is to be otherwise, for example:
{ "points": { "thanks": 5 }, "limits": { "pairMinutes": 60 }, "requirements": { "guide": { "peopleHelped": 12 } } }`;

/** The call or the file is wrong; the message says how. */
export class WrongRules extends Error {}

/** Reads a draft; throws WrongRules for what is none. */
export function readRules(json: unknown): Draft {
  if (hasPrototypeKey(json)) throw new WrongRules('The rules cannot be read: nothing is called __proto__.');
  const read = draftSchema.safeParse(json);
  if (read.success) return read.data;
  const issues = read.error.issues.map(({ path, message }) => `${path.join('.') || 'rules'}: ${message}`);
  throw new WrongRules(`The rules cannot be read.\n${issues.join('\n')}`);
}

/** The schema drops such a key where names are free, and what somebody wrote would silently count for nothing. */
function hasPrototypeKey(json: unknown): boolean {
  if (typeof json !== 'object' || json === null) return false;
  return Object.values(json).some(
    (group) => typeof group === 'object' && group !== null && Object.hasOwn(group, '__proto__'),
  );
}

/** The server that rules are tried in, who of it wants nothing recorded, and the moment (ms). */
export interface Trial {
  guildId: string;
  people: People;
  now: number;
}

/** What the rules would change in a server, as lines to read. */
export async function tryRules(
  db: Database,
  { guildId, people, now }: Trial,
  draft: Draft,
): Promise<string[]> {
  const current = await db.read((read) => readSettings(read, guildId));
  const unknown = Object.keys(draft.requirements).filter(
    (key) => !current.tiers.some((tier) => tier.key === key),
  );
  if (unknown.length > 0)
    throw new WrongRules(
      `No tier has the key ${unknown.join(', ')}. There are: ${current.tiers.map(({ key }) => key).join(', ')}.`,
    );
  const settings = settingsSchema.safeParse(withDraft(current, draft));
  if (!settings.success) {
    const issues = settings.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new WrongRules(`The rules do not fit.\n${issues.join('\n')}`);
  }
  const wrong = contradictionOf(current, draft);
  if (wrong)
    throw new WrongRules(`What ${wrong.tierKey} would ask for contradicts itself: ${wrong.flaw.what}.`);
  const found = await db.snapshot((read) => preview(read, { guildId, draft, now }, people));
  return linesOf(found, (key) =>
    key === null ? 'no tier' : tierNameByKey(current.tiers, key, new Texts().for('en')),
  );
}

function linesOf(
  { rises, falls, points, recognitions }: Preview,
  name: (key: string | null) => string,
): string[] {
  const reading = new Texts().for('en');
  const by = (n: number) => (n > 0 ? `+${n}` : String(n));
  const move = ({ memberId, from, to, points: change, below }: Move) =>
    `  ${memberId}  ${name(from)} → ${name(to)}  ${by(change)} points${below.length > 0 ? `  (${lackText(reading, below)})` : ''}`;
  return [
    `Recognitions of the last 90 days worth something else: ${recognitions}`,
    `Would rise at once: ${rises.length}`,
    ...rises.map(move),
    `Would be warned, and fall 14 days later unless that changes: ${falls.length}`,
    ...falls.map(move),
    `Points would change: ${points.length}`,
    ...points.map(({ memberId, by: change }) => `  ${memberId}  ${by(change)}`),
  ];
}

/** 0 when it was tried, 2 for a wrong call or file. */
export function rulesCommand(args: string[]): Promise<number> {
  return exitCodeOf(() => main(args), USAGE);
}

async function main(args: string[]): Promise<number> {
  dotenv.config({ quiet: true });
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { server: { type: 'string' }, database: { type: 'string' } },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new WrongRules('Name one file with rules.');
  const path = values.database ?? environment().DATABASE_PATH ?? DEFAULT_DATABASE_PATH;
  if (!existsSync(path))
    throw new WrongRules(`There is no database at ${path}. Set DATABASE_PATH, or give --database.`);
  if (!existsSync(file)) throw new WrongRules(`There is no file ${file}.`);
  const draft = readRules(await readJson(file));
  const db = Database.open(path);
  try {
    const guilds = await db.read(guildsWithLedger);
    const guildId = values.server ?? guilds[0];
    if (
      guildId === undefined ||
      !guilds.includes(guildId) ||
      (values.server === undefined && guilds.length > 1)
    )
      throw new WrongRules(
        guilds.length === 0
          ? 'Nothing was recognised in this database yet.'
          : `Say which server with --server: ${guilds.join(', ')}.`,
      );
    const trial = { guildId, people: await peopleOf(db, path), now: systemClock.now() };
    for (const line of await tryRules(db, trial, draft)) console.log(line);
    return 0;
  } finally {
    await db.close();
  }
}

if (import.meta.main) process.exitCode = await rulesCommand(process.argv.slice(2));
