// Thanks from before Laurel came: offered in /setup, read in the background, paused, given up, gone on with after a restart.
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import type { Answer } from '../../playground/discord/answer.ts';
import type { Person } from '../../playground/discord/people.ts';
import { readableText } from '../../playground/discord/rules/readable-text.ts';
import { pastReadingIn } from '../../src/core/past-readings.ts';
import { standingOf } from '../../src/core/standings.ts';
import { announceNew } from '../../src/features/badges/announcing.ts';
import { isReading, readOnEverywhere } from '../../src/features/history/reading.discord.ts';
import { emptyRequirements } from '../../src/features/rising/suggested.rules.ts';
import { opensSetup } from '../support/administrator.ts';
import { recountDifferences, startTestBot } from '../support/bot.ts';
import { calm, eventually, startTown } from '../support/town.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** More than a page of Discord's. */
const SMALL_TALK = 105;

/** A server that lived for weeks before the bot starts in it. */
async function openOldTown() {
  const town = await startTown();
  const { discord, guild, help, forum, alice, bob, carl, mona } = town;
  const admins = guild.role('Admins', { permissions: Bits.ManageGuild | Bits.ManageRoles });
  const ada = guild.person('Ada', { roles: [admins] });
  const older = await bob.says(help, 'Use the other port.');
  await alice.replies(older, 'thank you');
  discord.advance(40 * DAY);
  const answer = await bob.says(help, 'Set PORT=8080.');
  await alice.replies(answer, 'thanks, that works');
  await carl.reacts(answer, '🙏');
  const post = await carl.posts(forum, 'It does not start', 'What now?');
  await bob.says(post, 'Restart it.');
  discord.advance(60 * MINUTE);
  await carl.says(post, 'thank you, that did it');
  await carl.archives(post);
  for (let said = 0; said < SMALL_TALK; said++) await mona.says(help, `Good evening ${said}`);
  discord.advance(60 * MINUTE);
  const late = await alice.says(help, 'It is in the logs.');
  await carl.replies(late, 'thank you');
  discord.advance(2 * DAY);
  let running = await startTestBot(discord);
  const { databasePath } = running;
  const reading = () => running.bot.ctx.db.read((db) => pastReadingIn(db, guild.id));
  return {
    ...town,
    ada,
    reading,
    bot: () => running.bot,
    async restart() {
      await running.stop();
      running = await startTestBot(discord, { databasePath });
      await calm(running.bot, town);
    },
    points: async (...people: readonly Person[]) =>
      Promise.all(
        people.map(
          async ({ id }) =>
            (await running.bot.ctx.db.read((db) => standingOf(db, guild.id, 'all', id))).points,
        ),
      ),
    until: (state: string) =>
      eventually(discord, async () => (await reading())?.state === state, `reading the past is ${state}`),
    /** Holds the reading before its second page of the channel, as when there is something newer to read first. */
    holdAtSecondPage() {
      const { catchUp } = running.bot.ctx;
      let pages = 0;
      let held: ReturnType<typeof catchUp.begin> | undefined;
      const end = discord.on('request', ({ path, query }) => {
        if (path !== `/channels/${help.id}/messages` || !query.includes('after=')) return;
        pages += 1;
        if (pages === 2) held = catchUp.begin(guild.id, discord.world.now());
      });
      return {
        reached: () =>
          eventually(
            discord,
            async () => held !== undefined && ((await reading())?.messages ?? 0) >= 100,
            'the first page was read',
          ),
        release() {
          end();
          held?.over({ complete: true });
        },
      };
    },
    /** What the bot said for everybody to see, and its signs. */
    traces: () =>
      [...discord.world.channels.values()].flatMap(({ messages }) =>
        [...messages.values()].filter(
          ({ author, ephemeralFor, reactions }) =>
            (author.id === discord.bot.user.id && ephemeralFor === undefined) || reactions.has('🌿'),
        ),
      ),
  };
}

async function opensPast({ ada, help }: Awaited<ReturnType<typeof openOldTown>>): Promise<Answer> {
  const answer = await opensSetup(ada, { help });
  await ada.clicks(answer, 'Past thanks');
  return answer;
}

test('offered with an estimate, read from the oldest on, without a sign or an announcement; twice is once', async () => {
  const town = await openOldTown();
  const { ada, alice, bob, carl, help, guild, news } = town;
  const { ctx } = town.bot();
  const helper = guild.role('Helper');
  await ctx.db.write((tx) =>
    ctx.settings.change(tx, guild.id, 0, (now) => ({
      ...now,
      announcementChannelId: news.id,
      badges: { announce: true },
      rising: { ...now.rising, byRule: true },
      tiers: [
        {
          key: 'helper',
          roleId: helper.id,
          byPeopleOnly: false,
          requirements: { ...emptyRequirements, peopleHelped: 1 },
        },
      ],
    })),
  );
  const holds = (who: Person) => guild.members.get(who.id)?.roles.includes(helper.id);
  const page = await opensPast(town);
  expect(page.text).toContain('Nothing was read so far.');
  await ada.picks(page, '7');
  expect(page.text).toContain('The last 7 days before that:** about 340 messages in 1 channel or thread');
  await ada.picks(page, '30');
  await ada.clicks(page, 'Read 30 days');
  await town.until('done');
  await town.bot().whenIdle();
  expect(await town.reading()).toMatchObject({ given: 4, refused: 0 });
  expect(await town.points(bob, alice)).toEqual([30, 10]);

  const again = await opensPast(town);
  expect(again.text).toContain('I have read everything.');
  expect(again.text).toContain('4 thanks and upvotes count, none was beyond the limits');
  await ada.picks(again, '90');
  await ada.clicks(again, 'Read 90 days');
  await town.until('done');
  expect(await town.reading()).toMatchObject({ given: 5 });
  expect(await town.points(bob, alice)).toEqual([40, 10]);

  // Tiers and badges are theirs all the same; nobody is told of thanks from long ago.
  await announceNew(ctx);
  await town.bot().whenIdle();
  expect([holds(bob), holds(alice), holds(carl)]).toEqual([true, true, false]);
  expect((await bob.runs('/badges show', {}, { in: help })).text).toContain('🌿');
  expect(town.traces()).toEqual([]);
  // What is earned now is told of.
  await alice.replies(await carl.says(help, 'Try 8081.'), 'thank you');
  await calm(town.bot(), town);
  await announceNew(ctx);
  await town.bot().whenIdle();
  expect(holds(carl)).toBe(true);
  const told = [...news.messages.values()].map((message) => readableText(message));
  expect(told.filter((text) => text.includes(carl.mention))).toHaveLength(2);
  expect(told.filter((text) => text.includes(bob.mention))).toEqual([]);
  expect(await recountDifferences(town.bot())).toEqual([]);
});

test('the page follows the reading in place, and leaves alone who has gone back to other settings', async () => {
  const town = await openOldTown();
  const { ada, discord } = town;
  const hold = town.holdAtSecondPage();
  const page = await opensPast(town);
  await ada.clicks(page, 'Read 30 days');
  expect(page.text).toContain('0 messages read');
  const left = await opensPast(town);
  expect(left.text).toContain('I am reading.');
  await ada.clicks(left, 'Back');
  const overview = left.text;
  await hold.reached();
  const says = (words: string) =>
    eventually(
      discord,
      async () => {
        discord.advance(6_000);
        return page.text.includes(words);
      },
      `the page says ${words}`,
    );
  await says('100 messages read');
  hold.release();
  await says('I have read everything.');
  expect(page.text).toContain('The last 30 days before that');
  expect(left.text).toBe(overview);
  // The last word is said: what stands there is not looked at any more.
  const asked = discord.requests.length;
  discord.advance(MINUTE);
  await town.bot().whenIdle();
  expect(discord.requests.slice(asked).filter(({ path }) => path.includes('@original'))).toEqual([]);
});

test('a restart in the middle goes on where it stood, and comes to the same', async () => {
  const town = await openOldTown();
  const { ada, alice, bob } = town;
  const hold = town.holdAtSecondPage();
  const page = await opensPast(town);
  await ada.clicks(page, 'Read 30 days');
  await hold.reached();
  await ada.clicks(page, 'Look again');
  expect(page.text).toContain('I am reading.');
  expect(await town.points(alice)).toEqual([0]);
  await town.restart();
  hold.release();
  await town.until('done');
  const undisturbed = 3 + SMALL_TALK + 4;
  expect(await town.reading()).toMatchObject({ given: 4, messages: undisturbed });
  expect(await town.points(bob, alice)).toEqual([30, 10]);
  expect(town.traces()).toEqual([]);
  expect(await recountDifferences(town.bot())).toEqual([]);
});

test('while it is paused what is said now counts as ever; it goes on, and what was stopped stays stopped', async () => {
  const town = await openOldTown();
  const { ada, alice, bob, mona, help } = town;
  const hold = town.holdAtSecondPage();
  const page = await opensPast(town);
  await ada.clicks(page, 'Read 30 days');
  await hold.reached();
  await ada.clicks(page, 'Pause');
  expect(page.text).toContain('I am pausing.');
  hold.release();
  const answer = await bob.says(help, 'Try it now.');
  await mona.replies(answer, 'thank you');
  await calm(town.bot(), town);
  expect(await town.points(bob, alice)).toEqual([40, 0]);
  expect(town.traces()).toHaveLength(1);

  await town.restart();
  const back = await opensPast(town);
  expect(back.text).toContain('I am pausing.');
  await ada.clicks(back, 'Go on');
  await ada.clicks(page, 'Go on');
  expect(page.text).toContain('Somebody else did that a moment ago.');
  await town.until('done');
  expect(await town.points(bob, alice)).toEqual([40, 10]);
  expect(town.traces()).toHaveLength(1);
  expect(await recountDifferences(town.bot())).toEqual([]);
});

test('stopped in the middle: what was counted stays, nothing more is read, and it can be begun anew', async () => {
  const town = await openOldTown();
  const { ada, alice, bob } = town;
  const hold = town.holdAtSecondPage();
  const page = await opensPast(town);
  await ada.clicks(page, 'Read 30 days');
  await hold.reached();
  await ada.clicks(page, 'Stop here');
  expect(page.text).toContain('You stopped me here. What I counted stays.');
  hold.release();
  await town.restart();
  await readOnEverywhere(town.bot().ctx);
  await town.bot().whenIdle();
  expect(await town.reading()).toMatchObject({ state: 'cancelled' });
  expect(await town.points(bob, alice)).toEqual([30, 0]);
  const back = await opensPast(town);
  await ada.clicks(back, 'Read 30 days');
  await town.until('done');
  expect(await town.points(bob, alice)).toEqual([30, 10]);
  expect(await recountDifferences(town.bot())).toEqual([]);
});

test('where Discord does not answer nothing is skipped: it is gone on with later', async () => {
  const town = await openOldTown();
  const { ada, alice, bob, discord, help } = town;
  const page = await opensPast(town);
  const outage = discord.weather.fail({ method: 'GET', route: `/channels/${help.id}/messages`, status: 503 });
  await ada.clicks(page, 'Read 30 days');
  await eventually(
    discord,
    async () => {
      discord.advance(MINUTE);
      return !isReading(town.bot().ctx, town.guild.id);
    },
    'it has given up for now',
  );
  expect(outage.hits).toBeGreaterThan(0);
  expect(await town.reading()).toMatchObject({ state: 'running', messages: 0 });
  outage.end();
  await readOnEverywhere(town.bot().ctx);
  await town.until('done');
  expect(await town.reading()).toMatchObject({ given: 4 });
  expect(await town.points(bob, alice)).toEqual([30, 10]);
});
