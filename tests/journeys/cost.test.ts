// What Laurel costs, told without a clock: statements for each event and command, the plan of every query, and silence towards Discord.
import { expect, test, vi } from 'vitest';
import { startTestBot } from '../support/bot.ts';
import { expectGolden } from '../support/golden.ts';
import { saveSettings, startLadder } from '../support/ladder.ts';
import { fullScans, plansOf } from '../support/query-plans.ts';
import { countByKind, statementsOf } from '../support/statements.ts';

vi.mock('better-sqlite3', async (original) =>
  (await import('../support/statements.ts')).noting(await original()),
);

const HOUR = 3_600_000;

async function open() {
  const town = await startLadder();
  const { bot, databasePath } = await startTestBot(town.discord);
  const { alice, bob, help, forum, guild, discord } = town;
  saveSettings(databasePath, guild.id, {
    ...town.settings,
    questions: {
      ...town.settings.questions,
      channels: [{ channelId: forum.id, opensThreads: false, removedTagIds: [] }],
    },
  });
  /** Resolves when the bot has handled what happened so far, and makes it do nothing for that: a new role means nothing to it. */
  const settled = async () => {
    const { id } = guild.role('marker');
    await discord.until(() => bot.client.guilds.cache.get(guild.id)?.roles.cache.has(id));
    await bot.whenIdle();
  };
  // What is read once and then remembered (settings, wishes, joins, the channel's past) is read before anything is counted.
  const answer = await bob.says(help, 'Send it SIGHUP.');
  await alice.replies(answer, 'thank you');
  await bob.replies(await alice.says(help, 'It is in the manual.'), 'thanks');
  await settled();
  return { ...town, bot, databasePath, settled };
}

test('statements for each event and command', async () => {
  const town = await open();
  const { alice, bob, carl, mona, help, forum, guild, discord, settled } = town;
  const costs: Record<string, object> = {};
  const all: string[] = [];
  const cost = async (what: string, deed: () => Promise<unknown>) => {
    await settled();
    const statements = await statementsOf(async () => {
      await deed();
      await settled();
    });
    all.push(...statements);
    // How often the outbox looks for what is due depends on how fast Discord answers.
    costs[what] = countByKind(statements.filter((sql) => !/^select .* from "effects"/.test(sql)));
  };

  await cost('a message', () => alice.says(help, 'The worker does not restart.'));
  const answer = await bob.says(help, 'Send it SIGHUP and look at its log.');
  await cost('a message that is no thanks', () => alice.replies(answer, 'no thanks, I have tried that'));
  await cost('an edit', async () => alice.edits(await alice.says(help, 'It doe snot'), 'It does not'));
  await cost('a reaction without meaning', () => alice.reacts(answer, '😂'));
  discord.advance(HOUR);
  await cost('thanks', () => alice.replies(answer, 'thank you, that was it'));
  await cost('thanks for the same help once more', () => alice.replies(answer, 'thanks again'));
  const other = await bob.says(help, 'And keep the log.');
  await cost('thanks too soon', () => alice.replies(other, 'thank you'));
  discord.advance(HOUR);
  const third = await bob.says(help, 'Or start it anew.');
  const thanks = await carl.replies(third, 'cheers mate, works now');
  await cost('thanks deleted', () => carl.deletes(thanks));
  await cost('thanks by reaction', () => carl.reacts(third, '🙏'));
  await cost('thanks by reaction taken back', () => carl.unreacts(third, '🙏'));
  discord.advance(HOUR);
  // A new question is told of twice, as a thread and as a message: which comes first is not certain, and not counted.
  const question = await carl.posts(forum, 'It will not start', 'The log says nothing', ['bug']);
  await cost('an answer to a question', () => bob.says(question, 'Look into the other log.'));
  await cost('thanks in a question', () => carl.says(question, 'thank you, I will look'));
  await cost('a question solved', () => carl.runs('/solved', {}, { in: question }));
  discord.advance(HOUR);
  const dora = discord.person('Dora');
  await cost('somebody joins', () => dora.joins(guild));
  await cost('somebody leaves', () => dora.leaves(guild));
  const run = (line: string, who = alice, options: Parameters<typeof alice.runs>[1] = {}) =>
    cost(line, () => who.runs(line, options, { in: help }));
  await run('/thanks', alice, { member: carl });
  await run('/leaderboard');
  await run('/profile', alice, { member: bob });
  await run('/badges show');
  await run('/help');
  await run('/tiers');
  await run('/promote', mona, { member: bob, reason: 'explains' });
  await run('/award points', mona, { member: carl, points: 5, reason: 'a fine guide' });
  await expectGolden(costs, 'statements');

  // As many as were run, or the plans of nothing would all be good.
  expect(all.length).toBeGreaterThan(300);
  const plans = plansOf(town.databasePath, all);
  expect(fullScans(plans)).toEqual([]);
});

test('what is no thank-you asks nothing of Discord and writes nothing', async () => {
  const { alice, bob, help, discord, settled } = await open();
  const thread = await alice.opensThread(help, 'A thread that is no question');
  await settled();
  const asked: string[] = [];
  const stop = discord.on('request', ({ method, path }) => asked.push(`${method} ${path}`));
  const statements = await statementsOf(async () => {
    const answer = await bob.says(help, 'Send it SIGHUP.');
    await alice.replies(answer, 'no thanks, that I have tried');
    await alice.says(help, '> thank you\nwho wrote that?');
    await alice.says(thread, 'thanks in advance for any help');
    await alice.edits(await alice.says(help, 'Good morning'), 'Good evening');
    await alice.reacts(answer, '😂');
    await alice.unreacts(answer, '😂');
    await alice.deletes(await alice.says(help, 'Never mind'));
    await settled();
  });
  stop();
  expect(asked).toEqual([]);
  expect(statements.filter((sql) => !/^\s*(select|pragma)/i.test(sql))).toEqual([]);
});
