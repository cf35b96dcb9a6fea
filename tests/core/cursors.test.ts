// How far was heard: written down for each channel, and forgotten of as many threads as there are.
import { expect, test } from 'vitest';
import { type Cursor, cursorsOf, dropCursors, saveCursors } from '../../src/core/cursors.ts';
import { testContext } from '../support/context.ts';

const GUILD = '1';

test('of forty thousand threads that are long quiet nothing is kept, and the others are left alone', async () => {
  const { db } = testContext().ctx;
  const channelIds = Array.from({ length: 40_000 }, (_, n) => String(1_000 + n));
  const [first = '', ...quiet] = channelIds;
  const known = [first, quiet.at(0), quiet.at(600), quiet.at(-1)].map(
    (channelId = ''): Cursor => ({ channelId, messageId: '7', handledIds: ['8', '9'] }),
  );
  await db.write((tx) => saveCursors(tx, GUILD, { since: 1, until: 2 }, known));
  await db.write((tx) => dropCursors(tx, quiet));
  expect(await db.read((reader) => cursorsOf(reader, GUILD))).toEqual(known.slice(0, 1));
});
