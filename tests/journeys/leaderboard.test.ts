// The leaderboard as people see it: order, pages, one's own place, other people's buttons, comings and goings.
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../playground/discord/answer.ts';
import type { Person } from '../../playground/discord/people.ts';
import { letPeriodsGo } from '../../src/core/letting-go.ts';
import { members } from '../../src/core/schema.ts';
import { setListed } from '../../src/core/standings.ts';
import { recountDifferences, startTestBot } from '../support/bot.ts';
import { credit } from '../support/recognitions.ts';
import { calm, startTown } from '../support/town.ts';

const DAY = 86_400_000;

async function open() {
  const town = await startTown();
  const { bot, databasePath } = await startTestBot(town.discord);
  const { guild, help } = town;
  const earns = (person: Person, points: number, from: Person = town.mona) =>
    credit(bot.ctx, { from: from.id, to: person.id, guildId: guild.id, channelId: help.id, points });
  return {
    ...town,
    bot,
    databasePath,
    earns,
    board: (person: Person, options: Record<string, string | number> = {}) =>
      person.runs('/leaderboard', options, { in: help }),
    calm: async () => {
      await calm(bot, town);
      expect(await recountDifferences(bot)).toEqual([]);
    },
    /** So many more members, each with more points than the one before. */
    crowd: async (size: number) => {
      const people = Array.from({ length: size }, (_, i) => guild.person(`Member ${i + 1}`));
      for (const [i, person] of people.entries()) await earns(person, 10 * (i + 1));
      return people;
    },
  };
}

const lines = (answer: Answer | string) =>
  (typeof answer === 'string' ? answer : answer.text).split('\n').map((line) => line.trim());
const listed = (answer: Answer) => lines(answer).filter((line) => line.includes('<@') && line.includes('·'));
const footnote = (answer: Answer) => lines(answer).find((line) => line.includes('Page'));

/** The id of the select that chooses the board, or the period. */
function selectOf(answer: Answer, action: 'board' | 'period'): { customId: string } {
  const ids = JSON.stringify(answer.message?.components).match(/"custom_id":"(leaderboard:[^"]+)"/g) ?? [];
  const found = ids.map((id) => id.slice(13, -1)).find((id) => id.startsWith(`leaderboard:${action}:`));
  return { customId: found ?? 'none' };
}

describe('/leaderboard', () => {
  test('in a server with nothing yet explains how it begins', async () => {
    const town = await open();
    const answer = await town.board(town.alice);
    expect(answer.ephemeral).toBe(false);
    expect(answer.text).toMatch(/still empty[\s\S]*begins with one thank-you[\s\S]*<\/thanks:\d+>/);
    expect(answer.text).not.toMatch(/\{\{|undefined/);
  });

  test('shows everybody who helped, ties in one place, and pings nobody', async () => {
    const town = await open();
    const answer = await town.bob.replies(
      await town.alice.says(town.help, 'How do I start it?'),
      'With npm start.',
    );
    await town.alice.replies(answer, 'thank you');
    await town.calm();
    await town.earns(town.carl, 10);
    await town.earns(town.alice, 4);
    const board = await town.board(town.alice);
    expect(board.ephemeral).toBe(false);
    expect(listed(board)).toEqual([
      `🥇 ${town.bob.mention} · 10`,
      `🥇 ${town.carl.mention} · 10`,
      `🥉 ${town.alice.mention} · 4`,
    ]);
    expect(board.text).toContain(`${town.alice.mention}: place **3**, 4 points\n6 points to the next place`);
    for (const person of [town.alice, town.bob, town.carl]) {
      const fromBot = person.pings.filter(({ author }) => author.id === town.discord.bot.user.id);
      expect(fromBot).toEqual([]);
    }
  });

  test('one who has nothing yet is told so', async () => {
    const town = await open();
    await town.earns(town.bob, 10);
    expect((await town.board(town.alice)).text).toContain(`${town.alice.mention}: not on this board yet`);
  });

  test('the four boards, the five periods, and a page beyond the end', async () => {
    const town = await open();
    await town.alice.runs('/thanks', { member: town.bob }, { in: town.help });
    for (const board of ['points', 'solutions', 'thanksReceived', 'thanksGiven'])
      for (const period of ['all', 'year', 'quarter', 'month', 'week'])
        expect((await town.board(town.alice, { board, period })).text).toContain('## Leaderboard');
    expect(listed(await town.board(town.alice, { board: 'thanksReceived' }))).toEqual([
      `🥇 ${town.bob.mention} · 1`,
    ]);
    expect(listed(await town.board(town.alice, { board: 'thanksGiven' }))).toEqual([
      `🥇 ${town.alice.mention} · 1`,
    ]);
    expect((await town.board(town.alice, { board: 'solutions' })).text).toContain(
      'Nobody is on this board yet',
    );
    expect(footnote(await town.board(town.alice, { page: 2_000_000 }))).toContain('Page 1 of 1');
    await expect(town.board(town.alice, { page: 0 })).rejects.toThrow();
  });

  test('a period that has passed is empty, all time is not', async () => {
    const town = await open();
    await town.earns(town.bob, 10);
    town.discord.advance(40 * DAY);
    const board = await town.board(town.alice);
    expect(board.text).toContain('Nobody is on this board yet');
    const turned = await town.alice.picks(board, 'All time', selectOf(board, 'period'));
    expect(turned.kind).toBe('update');
    expect(listed(turned)).toEqual([`🥇 ${town.bob.mention} · 10`]);
  });
});

describe('its controls', () => {
  test('turn it in place for the one who asked, there and back, after a restart too', async () => {
    const town = await open();
    const people = await town.crowd(23);
    const board = await town.board(town.alice);
    expect(footnote(board)).toContain('Page 1 of 3 · 23 people');
    const second = await town.alice.clicks(board, 'Next');
    expect([second.kind, second.ephemeral, footnote(second)?.slice(0, 14)]).toEqual([
      'update',
      false,
      '-# Page 2 of 3',
    ]);
    expect(listed(second)[0]).toBe(`**11.** ${people[12]?.mention} · 130`);
    await town.bot.stop();
    await startTestBot(town.discord, { databasePath: town.databasePath });
    const third = await town.alice.clicks(second, 'Next');
    expect(listed(third)).toHaveLength(3);
    await expect(town.alice.clicks(third, 'Next')).rejects.toThrow();
    expect(footnote(await town.alice.clicks(third, 'Previous'))).toContain('Page 2 of 3');
    expect(town.alice.sees(town.help)).toHaveLength(1);
  });

  test('of somebody else’s board give a private one, with one’s own place, that turns in place', async () => {
    const town = await open();
    const people = await town.crowd(23);
    const fifth = people[4] as Person;
    const board = await town.board(town.alice);
    const before = board.text;
    const mine = await fifth.clicks(board, 'Next');
    expect([mine.kind, mine.ephemeral]).toEqual(['message', true]);
    expect(mine.text).toContain('You: place **19**, 50 points\n10 points to the next place');
    expect(footnote(mine)).toContain('Page 2 of 3');
    expect(board.text).toBe(before);
    const next = await fifth.clicks(mine, 'Next');
    expect([next.kind, next.ephemeral, footnote(next)?.slice(0, 14)]).toEqual([
      'update',
      true,
      '-# Page 3 of 3',
    ]);
    expect(town.alice.sees(town.help)).toHaveLength(1);
  });

  test('Find me turns to the page one stands on, or says why there is none', async () => {
    const town = await open();
    const people = await town.crowd(23);
    const board = await town.board(people[0] as Person);
    const found = await (people[0] as Person).clicks(board, 'Find me');
    expect([found.kind, footnote(found)?.slice(0, 14)]).toEqual(['update', '-# Page 3 of 3']);
    const seventh = await (people[16] as Person).clicks(board, 'Find me');
    expect([seventh.ephemeral, footnote(seventh)?.slice(0, 14)]).toEqual([true, '-# Page 1 of 3']);
    expect(seventh.text).toContain('You: place **7**');
    const nowhere = await town.alice.clicks(board, 'Find me');
    expect(nowhere.ephemeral).toBe(true);
    expect(nowhere.text).toBe(
      'You are not on this board yet. The first time somebody thanks you, you are on it.',
    );
    const mine = await town.board(town.alice);
    await town.alice.clicks(mine, 'Find me');
    expect(town.alice.sees(town.help).at(-1)).toMatchObject({
      ephemeral: true,
      text: 'You are not on this board yet. The first time somebody thanks you, you are on it.',
    });
    expect(mine.text).toContain('## Leaderboard');
  });

  test('the selects change board and period, and keep the other', async () => {
    const town = await open();
    await town.alice.runs('/thanks', { member: town.bob }, { in: town.help });
    const board = await town.board(town.alice, { period: 'week' });
    const given = await town.alice.picks(board, 'Thanks given', selectOf(board, 'board'));
    expect(given.text).toContain('Thanks given · Week of');
    const year = await town.alice.picks(given, 'This year', selectOf(given, 'period'));
    expect(year.text).toMatch(/Thanks given · \d{4}\n/);
    const bobs = await town.bob.picks(year, 'All time', selectOf(year, 'period'));
    expect([bobs.ephemeral, bobs.text.includes('Thanks given · All time')]).toEqual([true, true]);
  });

  test('an old board goes on showing its own month', async () => {
    const town = await open();
    await town.crowd(12);
    const board = await town.board(town.alice);
    const month = lines(board)[1];
    town.discord.advance(40 * DAY);
    const later = await town.alice.clicks(board, 'Next');
    expect(lines(later)[1]).toBe(month);
    expect(listed(later)).toHaveLength(2);
    expect(later.text).toContain('Ended <t:');
    const now = await town.alice.picks(later, 'This month', selectOf(later, 'period'));
    expect(now.text).toContain('Nobody is on this board yet');
  });

  test('a board of a time long past says that it is no longer kept, and what stands there is left standing', async () => {
    const town = await open();
    const people = await town.crowd(12);
    const board = await town.board(town.alice);
    const shown = board.text;
    const picture = await (await town.alice.clicks(board, 'As picture')).settled();
    town.discord.advance(200 * DAY);
    await town.earns(town.bob, 10);
    // Not removed before the night, but as good as gone from then on.
    await letPeriodsGo(town.bot.ctx, { most: 1 });
    const told = async (person: Person) => {
      const said = person.sees(town.help).at(-1);
      return [said?.ephemeral, said?.text.replace(/<\/leaderboard:\d+>/, '/leaderboard')];
    };
    const sentence = [
      true,
      'That was some time ago, and its board is no longer kept. What everybody did then is not lost: it counts for its year and for all time. /leaderboard shows the boards there are.',
    ];
    await town.alice.clicks(board, 'Next');
    expect(await told(town.alice)).toEqual(sentence);
    await town.alice.clicks(board, 'Find me');
    expect(await told(town.alice)).toEqual(sentence);
    await town.alice.picks(board, 'Thanks given', selectOf(board, 'board'));
    expect(await told(town.alice)).toEqual(sentence);
    await town.carl.clicks(board, 'As picture');
    expect(await told(town.carl)).toEqual(sentence);
    await (people[3] as Person).clicks(board, 'Find me');
    expect(await told(people[3] as Person)).toEqual(sentence);
    await letPeriodsGo(town.bot.ctx);
    await town.alice.clicks(picture, 'Share');
    expect(await told(town.alice)).toEqual(sentence);
    await town.alice.clicks(board, 'Next');
    expect(await told(town.alice)).toEqual(sentence);
    expect(board.text).toBe(shown);
    const now = await town.alice.picks(board, 'All time', selectOf(board, 'period'));
    expect(listed(now)).toHaveLength(10);
    await town.calm();
  });

  test('a page that became empty shows the last one', async () => {
    const town = await open();
    const people = await town.crowd(11);
    const board = await town.board(town.alice);
    await people[0]?.leaves(town.guild);
    await town.calm();
    expect(footnote(await town.alice.clicks(board, 'Next'))).toContain('Page 1 of 1 · 10 people');
  });
});

describe('who is on it', () => {
  test('bots never, however they are thanked', async () => {
    const town = await open();
    const robot = town.guild.person('Robot', { bot: true });
    const said = await robot.says(town.help, 'Restart it with npm start.');
    await town.alice.replies(said, 'thank you');
    await town.bob.reacts(said, '🙏');
    await town.carl.runs('/thanks', { member: robot }, { in: town.help });
    await town.calm();
    expect((await town.board(town.alice)).text).toContain('still empty');
  });

  test('one who left disappears and, returning, stands where they stood', async () => {
    const town = await open();
    await town.earns(town.bob, 30);
    await town.earns(town.carl, 20);
    await town.bob.leaves(town.guild);
    await town.calm();
    expect(listed(await town.board(town.alice))).toEqual([`🥇 ${town.carl.mention} · 20`]);
    town.discord.advance(DAY);
    await town.bob.joins(town.guild);
    await town.calm();
    expect(listed(await town.board(town.bob))[0]).toBe(`🥇 ${town.bob.mention} · 30`);
  });

  test('the same news twice, and leaving and returning at once', async () => {
    const town = await open();
    await town.earns(town.bob, 30);
    town.discord.weather.duplicateNext(10);
    await town.bob.leaves(town.guild);
    await town.bob.joins(town.guild);
    await town.calm();
    expect(listed(await town.board(town.alice))).toEqual([`🥇 ${town.bob.mention} · 30`]);
  });

  test('a leaving that arrives after the return is recognised as old news', async () => {
    const town = await open();
    await town.earns(town.bob, 30);
    const heard = new Promise((resolve) => town.bot.client.once('guildMemberRemove', resolve));
    town.discord.weather.delayNext(1, 300, 'GUILD_MEMBER_REMOVE');
    await town.bob.leaves(town.guild);
    await town.bob.joins(town.guild);
    await heard;
    await town.calm();
    expect(listed(await town.board(town.alice))).toEqual([`🥇 ${town.bob.mention} · 30`]);
  });

  test('what happened while the bot was down is found out at the start', async () => {
    const town = await open();
    await town.earns(town.bob, 30);
    await town.earns(town.carl, 20);
    await town.carl.leaves(town.guild);
    await town.calm();
    await town.bot.stop();
    await town.bob.leaves(town.guild);
    await town.carl.joins(town.guild);
    const { bot } = await startTestBot(town.discord, { databasePath: town.databasePath });
    await calm(bot, town);
    expect(listed(await town.board(town.alice))).toEqual([`🥇 ${town.carl.mention} · 20`]);
  });

  test('what happened before a new session is found out', async () => {
    const town = await open();
    await town.earns(town.bob, 30);
    await town.earns(town.carl, 20);
    town.discord.weather.dropSockets({ resumable: false });
    await town.bob.leaves(town.guild);
    await town.calm();
    expect(listed(await town.board(town.alice))).toEqual([`🥇 ${town.carl.mention} · 20`]);
  });

  test('what happened before a resumed one is found out, though the library keeps quiet about it', async () => {
    const town = await open();
    await town.earns(town.bob, 30);
    await town.earns(town.carl, 20);
    town.discord.weather.dropSockets({ resumable: true });
    await town.bob.leaves(town.guild);
    // Behind a long replay discord.js is still resuming when it reads of the leaving, and then tells nobody.
    for (let i = 0; i < 1500; i++) await town.alice.says(town.help, 'Good morning. '.repeat(40));
    await town.calm();
    expect(listed(await town.board(town.alice))).toEqual([`🥇 ${town.carl.mention} · 20`]);
  });

  test('not one who chose to stay off, whose choice only they are told of', async () => {
    const town = await open();
    await town.earns(town.bob, 30);
    await town.earns(town.carl, 20);
    await town.bot.ctx.db.write(async (tx) => {
      const who = { guildId: town.guild.id, memberId: town.bob.id };
      tx.insert(members)
        .values({ ...who, boardOptOutAt: 1 })
        .run();
      await setListed(tx, who.guildId, who.memberId, false);
    });
    const board = await town.board(town.bob);
    expect(board.text).not.toContain(town.bob.mention);
    expect(board.text).not.toContain('not shown');
    await town.bob.clicks(board, 'Find me');
    expect(town.bob.sees(town.help).at(-1)?.text).toContain('You are not shown on the boards');
    expect(town.alice.sees(town.help).at(-1)?.text).not.toContain('not shown');
  });
});
