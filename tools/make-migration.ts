// Writes the next migration from the schema, with every new table STRICT (drizzle-kit has no word for it).
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('../migrations/', import.meta.url);
const sqlFiles = () => {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.sql'));
  } catch {
    return [];
  }
};

const before = new Set(sqlFiles());
const made = spawnSync('drizzle-kit', ['generate', ...process.argv.slice(2)], { stdio: 'inherit' });
for (const name of sqlFiles().filter((file) => !before.has(file))) {
  const file = new URL(name, folder);
  const sql = readFileSync(file, 'utf8');
  writeFileSync(file, sql.replaceAll(/(CREATE TABLE [\s\S]*?\n\));/g, '$1 STRICT;'));
}
process.exitCode = made.status ?? 1;
