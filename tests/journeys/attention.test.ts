// Where help is needed: the list, the board, taking a question, and following tags; the whole bot over sockets.
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import type { Channel } from '../../playground/discord/model.ts';
import { attentionFeature } from '../../src/features/attention/discord.ts';
import { type HelpForum, openHelpForum } from '../support/help-forum.ts';
import { runJobsTwice } from '../support/jobs.ts';
import { saveSettings } from '../support/ladder.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A help forum with a channel of its helpers, in which the board stands. */
async function openBoard() {
  const forum: HelpForum = await openHelpForum();
  const helpers = forum.guild.textChannel('helpers');
  const { settings, discord } = forum;
  // Six in the morning: digests come from nine on, whenever these tests run.
  const now = discord.world.now();
  discord.advance(Math.ceil(now / DAY) * DAY + 6 * HOUR - now);
  await forum.restart(async () =>
    saveSettings(forum.databasePath, forum.guild.id, {
      ...settings,
      questions: { ...settings.questions, boardChannelId: helpers.id },
    }),
  );
  const minutePasses = async (ms = MINUTE) => {
    forum.discord.advance(ms);
    await forum.calm();
    await runJobsTwice(forum.bot.ctx, attentionFeature);
    await forum.calm();
  };
  const posts = () => forum.carl.sees(helpers).filter(({ ephemeral }) => !ephemeral);
  const board = () => {
    const [one, ...others] = posts();
    if (!one || others.length > 0) throw new Error(`There are ${posts().length} messages.`);
    return one;
  };
  return { ...forum, forum, helpers, minutePasses, posts, board };
}

const take = ({ id }: Channel) => `attention:take:1:${id}`;

describe('/questions list', () => {
  test('shows what waits, the longest first, to those who may see it, by filter and tag', async () => {
    const town = await openHelpForum();
    const { alice, bob, carl, mona, support, help, guild } = town;
    const first = await alice.posts(support, 'First *question*', 'Please', ['bug']);
    town.discord.advance(MINUTE);
    await carl.posts(support, 'Second question', 'Please', ['how-to']);
    const answered = await alice.posts(support, 'Third question', 'Please', ['bug']);
    await bob.says(answered, 'Do this.');
    await town.calm();

    const list = await bob.runs('/questions list', {}, { in: help });
    expect(list.ephemeral).toBe(true);
    expect(list.text).toContain('Waiting for an answer · 2 questions');
    expect(list.text.indexOf('First \\*question\\*')).toBeLessThan(list.text.indexOf('Second question'));
    expect(list.text).toContain(`https://discord.com/channels/${guild.id}/${first.id}`);
    expect(list.text).not.toContain('Third');

    await bob.picks(list, 'answered');
    expect(list.text).toContain('Third question');
    expect(list.text).toMatch(/answered <t:\d+:R> · bug/);
    await bob.picks(list, 'mine');
    expect(list.text).toContain('You have asked nothing');

    const tagged = await bob.runs('/questions list', { tag: 'How-To' }, { in: help });
    expect(tagged.text).toContain('Second');
    expect(tagged.text).not.toContain('First');
    expect((await bob.runs('/questions list', { tag: 'nonsense' }, { in: help })).text).toContain(
      'no tag called `nonsense`',
    );
    const choices = await bob.completes('/questions list', { tag: 'o' }, { in: help });
    expect(choices.map(({ name }) => name)).toContain('how-to');

    guild.overwrite(support, [{ for: guild.everyone, deny: PermissionFlagsBits.ViewChannel }]);
    await town.calm();
    expect((await bob.runs('/questions list', {}, { in: help })).text).toContain('Nobody is waiting');
    expect((await mona.runs('/questions list', {}, { in: help })).text).not.toContain('First');
  });

  test('says what is missing where nothing is a help channel', async () => {
    const town = await openHelpForum(() => ({ channels: [] }));
    const said = await town.alice.runs('/questions list', {}, { in: town.help });
    expect(said.text).toBe('No channel here is a help channel yet, so I know of no questions.');
  });

  test('turns its pages, and leaves questions out that sleep', async () => {
    const town = await openHelpForum();
    const { alice, bob, help, support } = town;
    await alice.posts(support, 'Sleepy', 'Please');
    await town.calm();
    town.discord.advance(4 * DAY);
    for (let i = 1; i <= 8; i++) await alice.posts(support, `Question number ${i}`, 'Please');
    await town.calm();
    const list = await bob.runs('/questions list', {}, { in: help });
    expect(list.text).toContain('page 1 of 2');
    await bob.clicks(list, 'Next');
    expect(list.text).toContain('Question number 7');
    expect(list.text).toContain('page 2 of 2');
    await bob.clicks(list, 'Previous');
    expect(list.text).toContain('Question number 1');
    expect(list.text).not.toContain('Sleepy');
  });
});

describe('taking a question', () => {
  test('shows others who is on it; it can be let go, and ends by itself', async () => {
    const { forum: town, minutePasses, board, ...story } = await openBoard();
    const { alice, bob, carl, help, support } = story;
    const thread = await alice.posts(support, 'Help me', 'Please', ['bug']);
    await minutePasses();
    expect(board().text).toContain('Help me');
    expect(board().text).not.toContain('took this');

    const taken = await bob.clicks(board().message, take(thread));
    expect([taken.ephemeral, taken.text]).toEqual([true, expect.stringContaining('You take [Help me]')]);
    expect((await carl.clicks(board().message, take(thread))).text).toContain(
      `<@${bob.id}> has taken that one`,
    );
    expect((await alice.clicks(board().message, take(thread))).text).toContain('your own question');
    await minutePasses();
    expect(board().text).toContain(`<@${bob.id}> took this`);
    expect(bob.pings).toEqual([]);

    await bob.clicks(taken, 'Let go');
    expect(taken.text).toContain('You let [Help me]');
    await minutePasses();
    expect(board().text).not.toContain('took this');

    const list = await carl.runs('/questions list', {}, { in: help });
    await carl.clicks(list, 'I take this');
    expect(list.text).toContain(`<@${carl.id}> took this`);
    expect((await bob.runs('/questions list', {}, { in: help })).text).toContain(`<@${carl.id}> took this`);
    await town.restart();
    await minutePasses(2 * HOUR + MINUTE);
    expect(board().text).not.toContain('took this');
    await bob.clicks(board().message, take(thread));
    await bob.says(thread, 'Try this.');
    await minutePasses();
    expect(board().text).toContain('Nobody is waiting');
    const mine = await bob.runs('/questions list', { show: 'mine' }, { in: help });
    expect(mine.text).not.toContain('Help me');
  });

  test('is refused where it is settled, or too much for one person', async () => {
    const { minutePasses, board, alice, bob, support, forum: town } = await openBoard();
    const threads: Channel[] = [];
    for (let i = 0; i < 4; i++) threads.push(await alice.posts(support, `Help ${i}`, 'Please'));
    await minutePasses();
    const shown = board().message;
    const said = [];
    for (const thread of threads) said.push((await bob.clicks(shown, take(thread))).text);
    expect(said.at(-1)).toContain('You hold 3 questions already');
    const answer = await bob.says(threads[3] ?? support, 'Like this.');
    await alice.reacts(answer, '✅');
    await town.calm();
    expect((await town.carl.clicks(shown, take(threads[3] ?? support))).text).toContain('settled already');
  });
});

describe('the board', () => {
  test('is one message, edited when questions change, at most once a minute, and pings nobody', async () => {
    const { forum: town, minutePasses, posts, board, ...story } = await openBoard();
    const { alice, bob, support, discord } = story;
    await minutePasses();
    const { id } = board();
    expect(board().text).toContain('Nobody is waiting');
    const thread = await alice.posts(support, 'Older', 'Please');
    discord.advance(MINUTE);
    await alice.posts(support, 'Newer', 'Please');
    await minutePasses();
    expect(board()).toMatchObject({ id, edited: true });
    expect(board().text.indexOf('Older')).toBeLessThan(board().text.indexOf('Newer'));

    const edits = () =>
      discord.requests.filter(({ method, path }) => method === 'PATCH' && path.endsWith(id)).length;
    const before = edits();
    await minutePasses();
    expect(edits()).toBe(before);
    await bob.says(thread, 'Like this.');
    await minutePasses(MINUTE / 2);
    await alice.posts(support, 'Third', 'Please');
    await minutePasses(MINUTE / 4);
    expect(edits()).toBeLessThanOrEqual(before + 1);
    await minutePasses();
    expect(board().text).toContain('Third');
    expect(board().text).not.toContain('Older');

    await town.restart();
    await minutePasses();
    expect(board().id).toBe(id);
    expect(posts()).toHaveLength(1);
    expect([...alice.pings, ...bob.pings, ...town.carl.pings]).toEqual([]);
  });

  test('is made again when it is deleted, moves with the setting, and goes with it', async () => {
    const {
      forum: town,
      minutePasses,
      board,
      posts,
      helpers,
      guild,
      news,
      carl,
      settings,
    } = await openBoard();
    await minutePasses();
    const first = board();
    await town.mona.deletes(first.message);
    await town.calm();
    await minutePasses();
    expect(board().id).not.toBe(first.id);
    // Deleted while nobody listens: found out when it is to be changed.
    const second = board();
    await town.restart(() => town.mona.deletes(second.message));
    await town.alice.posts(town.support, 'Help', 'Please');
    await minutePasses();
    await minutePasses();
    expect(board().text).toContain('Help');

    const inNews = () => carl.sees(news).length;
    const setBoard = (boardChannelId: string | undefined) =>
      town.restart(async () =>
        saveSettings(town.databasePath, guild.id, {
          ...settings,
          questions: { ...settings.questions, boardChannelId },
        }),
      );
    await setBoard(news.id);
    await minutePasses();
    expect([posts().length, inNews()]).toEqual([0, 1]);
    await setBoard(undefined);
    await minutePasses();
    expect([carl.sees(helpers).length, inNews()]).toEqual([0, 0]);
  });

  test('waits where Laurel may not write, and comes when it may', async () => {
    const { minutePasses, posts, helpers, guild } = await openBoard();
    guild.overwrite(helpers, [{ for: guild.everyone, deny: PermissionFlagsBits.SendMessages }]);
    await minutePasses();
    expect(posts()).toEqual([]);
    guild.overwrite(helpers, []);
    await minutePasses();
    expect(posts()).toEqual([]);
    await minutePasses(10 * MINUTE);
    expect(posts()).toHaveLength(1);
  });
});

describe('following tags', () => {
  test('lists new questions once a day below the board, and mentions those who asked for it', async () => {
    const { forum: town, minutePasses, board, ...story } = await openBoard();
    const { alice, bob, carl, support, discord } = story;
    await minutePasses();
    const following = await bob.clicks(board().message, 'Follow tags');
    expect(following.ephemeral).toBe(true);
    await bob.picks(following, ['bug', 'one']);
    expect(following.text).toContain('You follow 2 tags. You find them in the thread');
    await bob.clicks(following, 'Mention me once a day');
    expect(following.text).toContain('I mention you there, at most once a day.');
    const byCarl = await carl.clicks(board().message, 'Follow tags');
    await carl.picks(byCarl, ['bug']);

    await alice.posts(support, 'A bug', 'Please', ['bug']);
    await alice.posts(support, 'How?', 'Please', ['how-to']);
    await bob.posts(support, 'Bob asks', 'Please', ['one']);
    await minutePasses();
    const digests = () => {
      const thread = discord.world.channels.get(board().id);
      return thread ? carl.sees(thread).filter(({ author, text }) => author === 'Laurel' && text !== '') : [];
    };
    expect(digests()).toEqual([]);
    await minutePasses(DAY);
    await minutePasses(DAY / 2);
    expect(digests().map(({ text }) => text)).toEqual([expect.stringContaining('A bug')]);
    expect(digests()[0]?.text).not.toContain('How?');
    expect(digests()[0]?.text).not.toContain('Bob asks');
    expect([bob.pings.length, carl.pings.length]).toEqual([1, 0]);

    // Nothing new: nothing said; something new: said the next day, in the same thread, though Laurel was restarted.
    await minutePasses(DAY);
    expect(digests()).toHaveLength(1);
    await alice.posts(support, 'Another bug', 'Please', ['bug']);
    await town.restart();
    await minutePasses(DAY);
    expect(digests()).toHaveLength(2);
    await bob.picks(following, [], { customId: `attention:follow:1:${support.id}` });
    expect(following.text).not.toContain('You follow');
  });
});
