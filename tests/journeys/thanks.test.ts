// Thanks by each way, and back by each way: the whole bot over sockets, as people see it.
import { describe, expect, test } from 'vitest';
import type { Message } from '../../playground/discord/model.ts';
import { standingOf } from '../../src/core/standings.ts';
import { recountDifferences, startTestBot } from '../support/bot.ts';
import { countRefusals } from '../support/refusals.ts';
import { calm, eventually, startTown } from '../support/town.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const LEAF = '🌿';

async function open() {
  const town = await startTown();
  const { bot } = await startTestBot(town.discord);
  const points = async (person: { id: string }) =>
    (await bot.ctx.db.read((db) => standingOf(db, town.guild.id, 'all', person.id))).points;
  return {
    ...town,
    bot,
    points,
    /** Everything that happened is handled; standings agree with the ledger. */
    calm: async () => {
      await calm(bot, town);
      expect(await recountDifferences(bot)).toEqual([]);
    },
    /** Somebody asked, Bob answered: the message he answered with. */
    bobHelps: async (): Promise<Message> => {
      const question = await town.alice.says(town.help, 'How do I restart the worker?');
      return town.bob.replies(question, 'Send it SIGHUP.');
    },
    refusals: () => countRefusals(bot.ctx.db),
  };
}

type Town = Awaited<ReturnType<typeof open>>;
const emojis = (message: Message) => [...message.reactions.keys()];

describe('a text', () => {
  test('that replies counts, is signed with a leaf, pings nobody and posts nothing', async () => {
    const town = await open();
    const thanks = await town.alice.replies(await town.bobHelps(), 'thank you, that did it', { ping: false });
    await town.calm();
    expect(await town.points(town.bob)).toBe(10);
    expect(emojis(thanks)).toEqual([LEAF]);
    expect(town.bob.pings.filter((message) => message.author.id === town.discord.bot.user.id)).toEqual([]);
    expect(town.alice.sees(town.help)).toHaveLength(3);
  });

  test('that mentions thanks everybody it names', async () => {
    const town = await open();
    await town.alice.says(town.help, `thanks ${town.bob.mention} and ${town.carl.mention}, you saved my day`);
    await town.calm();
    expect([await town.points(town.bob), await town.points(town.carl)]).toEqual([10, 10]);
  });

  test('without a name thanks whoever answered', async () => {
    const town = await open();
    await town.bobHelps();
    await town.alice.says(town.help, 'Vielen Dank');
    await town.calm();
    expect(await town.points(town.bob)).toBe(10);
  });

  test('without a name, right after a start, thanks whom the channel’s history shows', async () => {
    const town = await startTown();
    const question = await town.alice.says(town.help, 'How do I restart the worker?');
    await town.bob.replies(question, 'Send it SIGHUP.');
    const { bot } = await startTestBot(town.discord);
    await town.carl.says(town.help, 'Good morning everybody');
    await town.alice.says(town.help, 'thank you');
    await calm(bot, town);
    const points = async ({ id }: { id: string }) =>
      (await bot.ctx.db.read((db) => standingOf(db, town.guild.id, 'all', id))).points;
    expect([await points(town.bob), await points(town.carl)]).toEqual([10, 0]);
  });

  test('an old message edited right after a start does not hide what was said since', async () => {
    const town = await startTown();
    const first = await town.carl.says(town.help, 'Good morning everybody');
    await town.alice.says(town.help, 'How do I restart the worker?');
    await town.bob.says(town.help, 'Send it SIGHUP.');
    const { bot } = await startTestBot(town.discord);
    await town.carl.edits(first, 'Good morning everybody, and thanks');
    await calm(bot, town);
    await town.alice.says(town.help, 'thank you');
    await calm(bot, town);
    const standing = await bot.ctx.db.read((db) => standingOf(db, town.guild.id, 'all', town.bob.id));
    expect(standing.points).toBe(10);
  });

  test('in one’s own thread thanks the one helper, and a question counts once', async () => {
    const town = await open();
    const thread = await town.alice.posts(town.forum, 'Worker will not start', 'It says EADDRINUSE', ['bug']);
    await town.bob.says(thread, 'Something listens on that port already.');
    await town.alice.says(thread, 'merci beaucoup');
    await town.calm();
    town.discord.advance(HOUR);
    await town.alice.says(thread, 'thanks again, it still works');
    await town.calm();
    expect(await town.points(town.bob)).toBe(10);
  });

  test.each([
    'thanks in advance',
    'no thanks',
    '> thank you\nwhat does this mean?',
    'thanks to the update it broke',
  ])('that only sounds like it does not count: %j', async (text) => {
    const town = await open();
    await town.alice.replies(await town.bobHelps(), text);
    await town.calm();
    expect([await town.points(town.bob), await town.refusals()]).toEqual([0, {}]);
  });

  test('by a bot, a webhook or the system does not count', async () => {
    const town = await open();
    const robot = town.guild.person('Robot', { bot: true });
    const answer = await town.bobHelps();
    await robot.replies(answer, 'thank you');
    await town.alice.says(town.help, `thanks ${town.bob.mention}`, { webhook: 'Relay' });
    await town.alice.says(town.help, `thanks ${robot.mention}`);
    await town.alice.says(town.news, `thanks ${town.alice.mention}`);
    await town.calm();
    expect([await town.points(town.bob), await town.points(robot), await town.points(town.alice)]).toEqual([
      0, 0, 0,
    ]);
  });
});

describe('taken back', () => {
  const waysBack: [string, (town: Town, thanks: Message) => Promise<unknown>][] = [
    ['deleted', ({ alice }, thanks) => alice.deletes(thanks)],
    ['deleted by a moderator', ({ mona }, thanks) => mona.deletes(thanks)],
    ['deleted with others', ({ mona }, thanks) => mona.deletesMany([thanks])],
    ['edited away', ({ alice }, thanks) => alice.edits(thanks, 'never mind')],
  ];
  test.each(waysBack)('%s', async (_how, takeBack) => {
    const town = await open();
    const thanks = await town.alice.replies(await town.bobHelps(), 'thank you');
    await town.calm();
    expect(await town.points(town.bob)).toBe(10);
    await takeBack(town, thanks);
    await town.calm();
    expect(await town.points(town.bob)).toBe(0);
    expect(emojis(thanks)).not.toContain(thanks.editedAt === null ? 'nothing' : LEAF);
  });

  test('an edit that says thanks again brings it back; a deletion right behind it wins', async () => {
    const town = await open();
    const thanks = await town.alice.replies(await town.bobHelps(), 'thank you');
    await town.alice.edits(thanks, 'hm');
    await town.alice.edits(thanks, 'no, really: thank you');
    await town.calm();
    expect(await town.points(town.bob)).toBe(10);
    expect(emojis(thanks)).toEqual([LEAF]);
    await town.alice.edits(thanks, 'thank you so much');
    await town.alice.deletes(thanks);
    await town.calm();
    expect(await town.points(town.bob)).toBe(0);
  });

  test('an edit that fixes a typing error keeps the thanks where they were, hours later', async () => {
    const town = await open();
    await town.bobHelps();
    const thanks = await town.alice.says(town.help, 'thank you so mcuh');
    await town.calm();
    town.discord.advance(5 * HOUR);
    await town.alice.edits(thanks, 'thank you so much');
    await town.calm();
    expect(await town.points(town.bob)).toBe(10);
  });
});

describe('a reaction', () => {
  test.each([
    ['🙏', 10],
    ['❤️', 10],
    ['⭐', 3],
    ['👍', 0],
  ])('%s is worth %i, and nothing when it is taken back', async (emoji, worth) => {
    const town = await open();
    const answer = await town.bobHelps();
    await town.alice.reacts(answer, emoji);
    await town.calm();
    expect(await town.points(town.bob)).toBe(worth);
    await town.alice.unreacts(answer, emoji);
    await town.calm();
    expect(await town.points(town.bob)).toBe(0);
    await town.alice.reacts(answer, emoji);
    await town.calm();
    expect(await town.points(town.bob)).toBe(worth);
  });

  test('and a text for the same help count once, the stronger', async () => {
    const town = await open();
    const answer = await town.bobHelps();
    await town.alice.reacts(answer, '⭐');
    await town.calm();
    const thanks = await town.alice.replies(answer, 'thanks');
    await town.alice.reacts(answer, '🙏');
    await town.calm();
    expect(await town.points(town.bob)).toBe(10);
    await town.alice.deletes(thanks);
    await town.calm();
    expect(await town.points(town.bob)).toBe(10);
    await town.alice.unreacts(answer, '🙏');
    await town.calm();
    expect(await town.points(town.bob)).toBe(3);
  });

  test.each([
    ['all cleared', undefined],
    ['one emoji cleared', '🙏'],
  ])('goes when a moderator clears them: %s', async (_what, emoji) => {
    const town = await open();
    const answer = await town.bobHelps();
    await town.alice.reacts(answer, '🙏');
    await town.carl.reacts(answer, '⭐');
    await town.calm();
    await town.mona.clearsReactions(answer, emoji);
    await town.calm();
    expect(await town.points(town.bob)).toBe(emoji === undefined ? 0 : 3);
  });

  test('on one’s own message, or on a bot’s, counts nothing', async () => {
    const town = await open();
    const robot = town.guild.person('Robot', { bot: true });
    await town.alice.reacts(await town.alice.says(town.help, 'I am great'), '🙏');
    await town.alice.reacts(await robot.says(town.help, 'beep'), '🙏');
    await town.calm();
    expect([await town.points(town.alice), await town.points(robot)]).toEqual([0, 0]);
  });

  test('on an old message that the bot never saw counts', async () => {
    const town = await startTown();
    const answer = await town.bob.says(town.help, 'Send it SIGHUP.');
    const { bot } = await startTestBot(town.discord);
    await town.alice.reacts(answer, '🙏');
    await eventually(
      town.discord,
      async () =>
        (await bot.ctx.db.read((db) => standingOf(db, town.guild.id, 'all', town.bob.id))).points === 10,
      'Bob has 10 points',
    );
  });
});

describe('/thanks', () => {
  test('says whom, why and the new total, pings nobody, and can be undone by the giver alone', async () => {
    const town = await open();
    const answer = await town.alice.runs(
      '/thanks',
      { member: town.bob, reason: 'the *worker* @everyone [hm](https://example.org)' },
      { in: town.help },
    );
    expect(answer.ephemeral).toBe(false);
    expect(answer.text).toContain(`🌿 ${town.alice.mention} thanks ${town.bob.mention}`);
    expect(answer.text).toContain('> the \\*worker\\* @everyone \\[hm](https://example.org)');
    expect(answer.text).toContain(`${town.bob.mention} now has 10 points.`);
    expect([...town.bob.pings, ...town.carl.pings]).toEqual([]);
    const refused = await town.bob.clicks(answer, 'Undo');
    expect([refused.ephemeral, refused.text]).toEqual([
      true,
      'Only the person who asked for this can use that button.',
    ]);
    await town.alice.clicks(answer, 'Undo');
    expect(answer.text).toBe(`${town.alice.mention} took back the thanks to ${town.bob.mention}.`);
    expect(await town.points(town.bob)).toBe(0);
  });

  test.each<[string, (town: Town) => { id: string; name: string }, RegExp]>([
    ['oneself', ({ alice }) => alice, /thanking yourself/],
    ['the bot', ({ guild }) => guild.person('Robot', { bot: true }), /Bots help without being thanked/],
    [
      'somebody not through the screening',
      ({ guild }) => guild.person('Newcomer', { pending: true }),
      /has not accepted/,
    ],
  ])('refuses %s, privately, with the reason', async (_who, whom, reason) => {
    const town = await open();
    const answer = await town.alice.runs('/thanks', { member: whom(town) }, { in: town.help });
    expect(answer.ephemeral).toBe(true);
    expect(answer.text).toMatch(reason);
  });

  test('twice within half an hour says how long ago the first was, and when it counts again', async () => {
    const town = await open();
    await town.alice.runs('/thanks', { member: town.bob }, { in: town.help });
    town.discord.advance(20 * MINUTE);
    const again = await town.alice.runs('/thanks', { member: town.bob }, { in: town.help });
    expect(again.ephemeral).toBe(true);
    const [, ago, when] =
      /^You two thanked each other <t:(\d+):R>\. The next thank-you counts <t:(\d+):R>\.$/.exec(again.text) ??
      [];
    expect([1800, 1801]).toContain(Number(when) - Number(ago));
    expect(town.discord.world.now() / 1000 - Number(ago)).toBeGreaterThanOrEqual(1200);
    town.discord.advance(31 * MINUTE);
    const later = await town.bob.runs('/thanks', { member: town.alice }, { in: town.help });
    expect(later.text).toContain('now has 10 points');
  });
});

describe('the menu "Thank the author"', () => {
  test('counts, answers privately, leaves a leaf on the message, and Undo takes both back', async () => {
    const town = await open();
    const help = await town.bobHelps();
    const answer = await town.alice.uses('Thank the author', help);
    expect([answer.ephemeral, answer.text.includes('now has 10 points')]).toEqual([true, true]);
    await town.calm();
    expect(emojis(help)).toEqual([LEAF]);
    await town.alice.clicks(answer, 'Undo');
    await town.calm();
    expect([await town.points(town.bob), emojis(help)]).toEqual([0, []]);
  });

  test('has nobody to thank for a webhook’s message', async () => {
    const town = await open();
    const relayed = await town.bob.says(town.help, 'from afar', { webhook: 'Relay' });
    const answer = await town.alice.uses('Thank the author', relayed);
    expect(answer.text).toBe('That message was not written by a member, so there is nobody to thank.');
  });
});

describe('events twice, lost in between, at once', () => {
  test('every event delivered twice counts once', async () => {
    const town = await open();
    town.discord.weather.duplicateNext(50);
    const answer = await town.bobHelps();
    await town.alice.replies(answer, 'thanks');
    await town.carl.reacts(answer, '⭐');
    await town.calm();
    expect(await town.points(town.bob)).toBe(13);
  });

  test('a thank-you that is told of after its own deletion does not count', async () => {
    const town = await open();
    const answer = await town.bobHelps();
    await town.calm();
    town.discord.weather.reorderNext(2);
    const thanks = await town.alice.replies(answer, 'thank you');
    await town.alice.deletes(thanks);
    await town.calm();
    expect(await town.points(town.bob)).toBe(0);
  });

  test('a reaction that is told of after it was taken back does not count; done again it does', async () => {
    const town = await open();
    const answer = await town.bobHelps();
    await town.calm();
    town.discord.weather.reorderNext(2);
    await town.alice.reacts(answer, '🙏');
    await town.alice.unreacts(answer, '🙏');
    await town.calm();
    expect(await town.points(town.bob)).toBe(0);
    await town.alice.reacts(answer, '🙏');
    await town.calm();
    expect(await town.points(town.bob)).toBe(10);
  });

  test('a reaction counts although Discord does not answer for a moment', async () => {
    const town = await startTown();
    const answer = await town.bob.says(town.help, 'Send it SIGHUP.');
    const { bot } = await startTestBot(town.discord);
    town.discord.weather.fail({ method: 'GET', route: '/channels/:id/messages/:id', status: 503, times: 2 });
    await town.alice.reacts(answer, '🙏');
    await eventually(
      town.discord,
      async () => {
        town.discord.advance(1_000);
        return (
          (await bot.ctx.db.read((db) => standingOf(db, town.guild.id, 'all', town.bob.id))).points === 10
        );
      },
      'Bob has 10 points',
    );
  });

  test('thanks edited into old messages are given now, within today’s limits', async () => {
    const town = await open();
    const old: Message[] = [];
    for (let i = 0; i < 3; i++) {
      old.push(await town.alice.says(town.help, `note ${i}`));
      town.discord.advance(25 * HOUR);
    }
    for (const message of old.toReversed()) await town.alice.edits(message, `thanks ${town.bob.mention}`);
    await town.calm();
    expect([await town.points(town.bob), await town.refusals()]).toEqual([10, { pairTooSoon: 2 }]);
  });

  test('a dropped socket resumes, and what was said meanwhile counts', async () => {
    const town = await open();
    const answer = await town.bobHelps();
    await town.calm();
    town.discord.weather.dropSockets();
    await town.alice.replies(answer, 'thanks');
    await eventually(town.discord, async () => (await town.points(town.bob)) === 10, 'Bob has 10 points');
  });

  test('two thanks at the same instant both count', async () => {
    const town = await open();
    const answer = await town.bobHelps();
    await Promise.all([town.alice.replies(answer, 'thanks'), town.carl.replies(answer, 'thx bob')]);
    await town.calm();
    expect(await town.points(town.bob)).toBe(20);
  });
});

describe('limits', () => {
  test('the eleventh of a day stays silent, is remembered with its reason, and tomorrow counts again', async () => {
    const town = await open();
    const helpers = Array.from({ length: 11 }, (_, i) => town.guild.person(`Helper${i}`));
    for (const helper of helpers) await town.alice.says(town.help, `thanks ${helper.mention}`);
    await town.calm();
    expect(await town.refusals()).toEqual({ dailyLimit: 1 });
    town.discord.advance(24 * HOUR);
    await town.alice.says(town.help, `thanks ${helpers[10]?.mention}`);
    await town.calm();
    expect(await town.points(helpers[10] ?? town.bob)).toBe(10);
  });
});
