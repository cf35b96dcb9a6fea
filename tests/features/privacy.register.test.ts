// The list of what is kept of people holds against the database: a new column that is not in it fails here.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { holdings, IMPERSONAL } from '../../src/features/privacy/register.ts';
import { terms } from '../../src/features/privacy/retention.store.ts';
import { testContext } from '../support/context.ts';
import { columnsOf, tablesIn } from '../support/filled.ts';

test('every table and every column of text or ids is in the register (src/features/privacy/register.ts)', () => {
  const { path } = testContext();
  const uncovered = tablesIn(path).flatMap((table) => {
    const holding = holdings[table];
    if (!holding) return [`${table} (the whole table)`];
    const { people = [], among = [], words = {}, plain = [] } = holding;
    const known = [...people, ...among, ...Object.keys(words), ...plain];
    return columnsOf(path, table)
      .filter(
        ({ type, name }) =>
          (type === 'TEXT' || type === 'INT') && !IMPERSONAL.has(name) && !known.includes(name),
      )
      .map(({ name }) => `${table}.${name}`);
  });
  expect(uncovered).toEqual([]);
});

test('the register names no table or column that is not there', () => {
  const { path } = testContext();
  const tables = tablesIn(path);
  const unknown = Object.entries(holdings).flatMap(([table, holding]) => {
    if (!tables.includes(table)) return [table];
    const there = columnsOf(path, table).map(({ name }) => name);
    const { people = [], among = [], words = {}, quoted = [], plain = [], shown = [] } = holding;
    const [column, , author] = quoted;
    const inJson = column && author ? [column, author] : [];
    return [...people, ...among, ...Object.entries(words).flat(), ...inJson, ...plain, ...shown]
      .filter((name) => !there.includes(name))
      .map((name) => `${table}.${name}`);
  });
  expect(unknown).toEqual([]);
});

test('every table says which server it is of, or through which other table', () => {
  const { path } = testContext();
  const homeless = tablesIn(path).filter((table) => {
    const named = columnsOf(path, table).some(({ name }) => name === 'guild_id');
    return !named && holdings[table]?.through === undefined;
  });
  expect(homeless).toEqual([]);
});

test('docs/privacy.md says of every table what it is for and how long it is kept', () => {
  const page = readFileSync(new URL('../../docs/privacy.md', import.meta.url), 'utf8');
  expect(Object.keys(holdings).filter((table) => !page.includes(`| \`${table}\` |`))).toEqual([]);
  for (const { table, days } of terms) {
    const line = page.split('\n').find((one) => one.startsWith(`| \`${table}\` |`));
    expect(line, table).toContain(days === 730 ? 'two years' : days === 365 ? 'a year' : `${days} days`);
  }
  // And what it says will go does go: here, or by a job of its own.
  const said = page
    .split('\n')
    .filter((line) => /^\| `\w+` \|.*\| (?:\d+ days|a year|two years)[^|]*\|$/.test(line));
  const tables = said.map((line) => line.split('`')[1] ?? '');
  expect(tables.length).toBeGreaterThanOrEqual(terms.length);
  const elsewhere = ['refusals', 'effects'];
  expect(
    tables.filter((table) => !terms.some((term) => term.table === table) && !elsewhere.includes(table)),
  ).toEqual([]);
});
