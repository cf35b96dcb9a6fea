// What happens in a channel goes one after the other, channels go beside each other, and nobody is kept waiting by a crowd.
import { expect, test } from 'vitest';
import { Lanes } from '../../src/discord/lanes.ts';

/** Something that is over when it is told so. */
function underWay() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { handle: () => promise, end: resolve };
}

test('what is over at once waits for nobody, and nobody for it', () => {
  const lanes = new Lanes();
  const done: number[] = [];
  const take = (n: number) => lanes.take('1', () => void done.push(n));
  expect([take(1), take(2)]).toEqual([undefined, undefined]);
  expect(done).toEqual([1, 2]);
});

test('in a channel all goes in its order, whether it is over at once or not; another channel does not wait', async () => {
  const lanes = new Lanes();
  const order: string[] = [];
  const [first, third] = [underWay(), underWay()];
  const lasting = lanes.take('1', first.handle);
  expect(lanes.take('1', () => void order.push('second'))).toBeUndefined();
  lanes.take('1', () => {
    order.push('third begins');
    return third.handle().then(() => void order.push('third ends'));
  });
  lanes.take('1', () => void order.push('fourth'));
  lanes.take('2', () => void order.push('elsewhere'));
  expect(order).toEqual(['elsewhere']);
  first.end();
  third.end();
  await lasting;
  expect(order).toEqual(['elsewhere', 'second', 'third begins', 'third ends', 'fourth']);
  lanes.take('1', () => void order.push('later'));
  expect(order.at(-1)).toBe('later');
});

test('what comes while the last one is under way is part of what lasts', async () => {
  const lanes = new Lanes();
  const [first, last] = [underWay(), underWay()];
  const lasting = lanes.take('1', first.handle);
  let isOver = false;
  lanes.take('1', () => {
    lanes.take('1', async () => {
      await last.handle();
      isOver = true;
    });
    return undefined;
  });
  first.end();
  last.end();
  await lasting;
  expect(isOver).toBe(true);
});

test('whoever fails against the rule does not close the channel for those who come later', async () => {
  const lanes = new Lanes();
  const lasting = lanes.take('1', () => Promise.reject(new Error('against the rule')));
  await expect(lasting).rejects.toThrow('against the rule');
  let isHandled = false;
  lanes.take('1', () => {
    isHandled = true;
    return undefined;
  });
  expect(isHandled).toBe(true);
});

test('a crowd in one channel lets everything else have its turn after each message', async () => {
  const lanes = new Lanes();
  const before = underWay();
  const lasting = lanes.take('1', before.handle);
  const turnsBefore: number[] = [];
  let turns = 0;
  for (let n = 0; n < 20; n += 1)
    lanes.take('1', () => {
      turnsBefore.push(turns);
      return undefined;
    });
  let isOver = false;
  const turn = () => {
    turns += 1;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  before.end();
  await lasting;
  isOver = true;
  expect(new Set(turnsBefore).size).toBe(20);
});
