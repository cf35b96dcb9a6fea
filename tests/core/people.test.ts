// What people chose: known from the moment it is committed, and not at all if it is rolled back.
import { expect, test } from 'vitest';
import { testContext } from '../support/context.ts';
import { idOf } from '../support/ids.ts';

const GUILD = '1';
const ALICE = idOf('alice');

test('a choice is known once it is committed, also to whoever asked just before', async () => {
  const { people, db } = testContext().ctx;
  await db.write(async (tx) => {
    await people.choose(tx, GUILD, ALICE, 'leftOut', 1);
    expect(await people.isLeftOut(GUILD, ALICE)).toBe(false);
  });
  expect(await people.isLeftOut(GUILD, ALICE)).toBe(true);
});

test('a choice that is rolled back was never made', async () => {
  const { people, db } = testContext().ctx;
  const broken = db.write(async (tx) => {
    await people.choose(tx, GUILD, ALICE, 'leftOut', 1);
    throw new Error('The disk is full.');
  });
  await expect(broken).rejects.toThrow('The disk is full.');
  expect(await people.isLeftOut(GUILD, ALICE)).toBe(false);
});
