// Every SQL statement that the bot runs in this process, as it is run: for tests that count them.
import type Sqlite from 'better-sqlite3';

const noted: string[] = [];

/**
 * better-sqlite3 with every statement noted. Only a test file itself can put it in the place of the real one:
 * `vi.mock('better-sqlite3', async (original) => noting(await original()))`.
 */
export function noting({ default: Real }: { default: typeof Sqlite }): { default: unknown } {
  return {
    default: class Noting extends Real {
      constructor(path: string, options: Sqlite.Options = {}) {
        super(path, { verbose: (sql) => noted.push(String(sql)), ...options });
      }
    },
  };
}

/** What `work` runs, with the values that were bound. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const before = noted.length;
  await work();
  return noted.slice(before);
}

/** What a statement does and to which table: `select standings`; `begin` for the frame of a transaction. */
function kindOf(sql: string): string {
  const [verb = ''] = /\w+/.exec(sql) ?? [];
  const [, table] = /\b(?:from|into|update)\s+"?(\w+)"?/i.exec(sql) ?? [];
  return [verb.toLowerCase(), table].filter(Boolean).join(' ');
}

/** How often which kind of statement was run, the kinds in the order of the alphabet. */
export function countByKind(statements: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of statements.map(kindOf).sort()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
