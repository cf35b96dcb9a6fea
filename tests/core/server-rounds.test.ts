// Rounds over servers: a silent one, a slow one and a failing one cost the others nothing, neither now nor in the next round.
import { expect, test } from 'vitest';
import {
  endVisits,
  PATIENCE_MS,
  throughServers,
  visitRows,
  visitServers,
} from '../../src/core/server-rounds.ts';
import { testContext } from '../support/context.ts';

const WHAT = { feature: 'test', errand: 'look' };
const servers = (count: number) => Array.from({ length: count }, (_, n) => String(100 + n));
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Work that each server begins with, and ends when it is told to. */
function work() {
  const begun: string[] = [];
  const open = new Map<string, () => void>();
  return {
    begun,
    end: (guildId: string) => open.get(guildId)?.(),
    endAll: () => {
      for (const end of open.values()) end();
    },
    work: (guildId: string) => {
      begun.push(guildId);
      return new Promise<void>((resolve) => open.set(guildId, resolve));
    },
  };
}

test('a few servers are under way at once, and the next begins when one is through', async () => {
  const { ctx } = testContext();
  const { begun, end, endAll, work: doing } = work();
  const all = servers(20);
  let isOver = false;
  const over = throughServers(ctx, WHAT, all, doing).then(() => {
    isOver = true;
  });
  await settled();
  expect(begun).toEqual(all.slice(0, 8));
  end('103');
  await settled();
  expect(begun).toEqual(all.slice(0, 9));
  while (!isOver) {
    endAll();
    await settled();
  }
  await over;
  expect(begun).toEqual(all);
});

test('silent servers give their places on once the patience with them is used up', async () => {
  const { ctx, clock } = testContext();
  const { begun, endAll, work: doing } = work();
  const all = servers(20);
  let isOver = false;
  const over = throughServers(ctx, WHAT, all, doing).then(() => {
    isOver = true;
  });
  await settled();
  clock.advance(PATIENCE_MS - 1);
  await settled();
  expect(begun).toHaveLength(8);
  clock.advance(1);
  await settled();
  expect(begun).toHaveLength(16);
  clock.advance(PATIENCE_MS);
  await settled();
  expect(begun).toEqual(all);
  clock.advance(PATIENCE_MS);
  await settled();
  // A job would be over by now; whoever wants to know the end is told when there is one.
  expect(isOver).toBe(false);
  endAll();
  await over;
});

test('a job is over without the slow server, and visits it again only when that is through', async () => {
  const { ctx, clock } = testContext();
  const { begun, end, work: doing } = work();
  const visit = () =>
    visitServers(ctx, WHAT, ['1', '2'], async (id) => (id === '1' ? doing(id) : void begun.push(id)));
  const first = visit();
  await settled();
  clock.advance(PATIENCE_MS);
  await first;
  await visit();
  expect(begun).toEqual(['1', '2', '2']);
  // Another errand there is none of its business.
  await visitServers(ctx, { ...WHAT, errand: 'tidy' }, ['1'], async (id) => void begun.push(`tidy ${id}`));
  expect(begun.at(-1)).toBe('tidy 1');
  end('1');
  await settled();
  void visit();
  await settled();
  expect(begun.slice(4)).toEqual(['1', '2']);
  end('1');
  await endVisits(ctx);
});

test('what fails in one server is logged with it, and done in the others', async () => {
  const { ctx, log } = testContext();
  const begun: string[] = [];
  await visitServers(ctx, WHAT, servers(3), async (id) => {
    begun.push(id);
    if (id === '101') throw new Error('a bug');
  });
  expect(begun).toEqual(servers(3));
  expect(log.lines).toMatchObject([{ feature: 'test', errand: 'look', guildId: '101' }]);
});

test('rows of one server come one after the other, whatever those of others do', async () => {
  const { ctx } = testContext();
  const begun: string[] = [];
  const goOn = Promise.withResolvers<void>();
  const rows = ['1a', '2a', '1b', '2b'].map((name) => ({ guildId: name.slice(0, 1), name }));
  const over = visitRows(ctx, WHAT, rows, async ({ name }) => {
    begun.push(name);
    if (name === '1a') await goOn.promise;
  });
  await settled();
  expect(begun).toEqual(['1a', '2a', '2b']);
  goOn.resolve();
  await over;
  expect(begun.at(-1)).toBe('1b');
});

test('a row that fails is logged, and costs the others of its server nothing', async () => {
  const { ctx, log } = testContext();
  const done: string[] = [];
  const rows = ['1a', '1b', '2a'].map((name) => ({ guildId: name.slice(0, 1), name }));
  await visitRows(ctx, WHAT, rows, async ({ name }) => {
    if (name === '1a') throw new Error('a bug');
    done.push(name);
  });
  expect(done.toSorted()).toEqual(['1b', '2a']);
  expect(log.lines).toMatchObject([{ feature: 'test', errand: 'look', guildId: '1' }]);
});

test('when Laurel stops the row in hand is the last one', async () => {
  const { ctx } = testContext();
  const begun: string[] = [];
  const goOn = Promise.withResolvers<void>();
  const rows = ['1a', '1b'].map((name) => ({ guildId: '1', name }));
  const over = visitRows(ctx, WHAT, rows, async ({ name }) => {
    begun.push(name);
    await goOn.promise;
  });
  await settled();
  const ended = endVisits(ctx);
  goOn.resolve();
  await Promise.all([over, ended]);
  expect(begun).toEqual(['1a']);
});

test('when Laurel stops nothing is begun any more, and what is under way is waited for', async () => {
  const { ctx } = testContext();
  const { begun, endAll, work: doing } = work();
  const round = visitServers(ctx, WHAT, servers(12), doing);
  await settled();
  let isOver = false;
  const ended = endVisits(ctx).then(() => {
    isOver = true;
  });
  await settled();
  expect(isOver).toBe(false);
  endAll();
  await Promise.all([ended, round]);
  expect(begun).toHaveLength(8);
});
