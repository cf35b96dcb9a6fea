// The community of the pictures: weeks of thanks on a clock that stands still, so that every picture can be taken again.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bot, startBot } from '../../../src/bot.ts';
import type { Settings } from '../../../src/core/settings.ts';
import { isReading } from '../../../src/features/history/reading.discord.ts';
import { createLog } from '../../../src/log.ts';
import type { Answer } from '../../discord/answer.ts';
import type { Guild } from '../../discord/guild.ts';
import type { Channel, Message, Role } from '../../discord/model.ts';
import type { Person } from '../../discord/people.ts';
import { type Discord, startDiscord } from '../../discord/server.ts';
import { buildTown, INVITED_WITH, type Town } from '../town.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const LEAF = '🌿';
/** The pictures are taken on a Wednesday afternoon in the middle of a month, so that no two periods look the same. */
const NOW = Date.UTC(2026, 10, 18, 15, 20);
/** How far back the story begins, in days: into the month before. */
const PAST_DAYS = 40;
/** How long a last word is waited for before the world's clock moves on by a second (real ms), and how often. */
const STEP_MS = 250;
const STEPS = 40;

/** How often each helper was thanked in these weeks: a board of two pages with two people on one place. */
const THANKED: Readonly<Record<string, number>> = {
  Bob: 31,
  Yuki: 26,
  Grace: 22,
  Dimitris: 18,
  Mona: 16,
  Kavya: 13,
  Claire: 11,
  Jonas: 10,
  Femi: 8,
  Ines: 7,
  Luca: 6,
  Omar: 5,
  Priya: 3,
};

/** A playground with Laurel in it, in this process, both on the same clock. */
export class GalleryTown {
  readonly discord: Discord;
  readonly town: Town;
  readonly bot: Bot;
  readonly #people: Map<string, Person>;
  readonly #folder: string;

  private constructor(discord: Discord, town: Town, bot: Bot, folder: string) {
    this.discord = discord;
    this.town = town;
    this.bot = bot;
    this.#folder = folder;
    const { guild } = town;
    const newcomers = [...Object.keys(THANKED), 'Nadia', 'Tomas', 'Lena'].filter(
      (name) => !(name.toLowerCase() in town),
    );
    const known = [town.ada, town.mona, town.alice, town.bob, town.claire, town.dimitris, town.yuki];
    const all = [...known, ...newcomers.map((name) => guild.person(name))];
    this.#people = new Map(all.map((person) => [person.name, person]));
  }

  /** Opens it with its past already lived, and the ladder and the announcements set up. */
  static async open(): Promise<GalleryTown> {
    const began = NOW - PAST_DAYS * DAY;
    const discord = await startDiscord({ now: () => began, rateLimits: 'off' });
    const folder = mkdtempSync(join(tmpdir(), 'laurel-gallery-'));
    const town = buildTown(discord);
    const { world } = discord;
    const bot = await startBot({
      config: {
        token: discord.bot.token,
        apiUrl: discord.apiUrl,
        databasePath: join(folder, 'laurel.db'),
        backupFolder: join(folder, 'backups'),
        backupsKept: 14,
        httpPort: 0,
        logLevel: 'error',
        commandGuildIds: [],
      },
      log: createLog('error'),
      clock: {
        now: () => world.now(),
        after: (ms, wake) => world.clock.alarm(world.now() + ms, wake),
      },
      random: () => 0.5,
    });
    const gallery = new GalleryTown(discord, town, bot, folder);
    await gallery.#setUp();
    await gallery.#livePast();
    return gallery;
  }

  async close(): Promise<void> {
    await this.bot.stop();
    await this.discord.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Somebody of the community, by name. */
  person(name: string): Person {
    const person = this.#people.get(name);
    if (person === undefined) throw new Error(`There is no ${name} in the town`);
    return person;
  }

  /** Lets minutes pass: what is said next stands apart from what was said before. */
  later(minutes = 12): void {
    this.discord.advance(minutes * MINUTE);
  }

  /** Runs a command and waits for what it comes to. */
  async runs(who: Person, line: string, options = {}, where: Channel = this.town.welcome): Promise<Answer> {
    return (await who.runs(line, options, { in: where })).settled();
  }

  /** Waits until Laurel has handled all that happened so far: events come in order, and a new role is the last one. */
  async calm(): Promise<void> {
    const { guild } = this.town;
    const marker = guild.role('marker');
    const isHeard = (): boolean =>
      this.bot.client.guilds.cache.get(guild.id)?.roles.cache.has(marker.id) ?? false;
    await this.discord.until(isHeard, { hint: 'Laurel has heard of everything' });
    guild.deleteRole(marker);
    await this.bot.whenIdle();
  }

  /** Waits for the sign that a thank-you counted. */
  async signed(thanks: Message): Promise<Message> {
    await this.discord.until(() => thanks.reactions.has(LEAF), { hint: 'Laurel leaves its leaf' });
    return thanks;
  }

  /** Waits for the short reply that says the same. */
  async answered(thanks: Message, where: Channel): Promise<Message> {
    const isReply = ({ reference }: Message): boolean => reference?.message_id === thanks.id;
    return this.discord.until(() => [...where.messages.values()].findLast(isReply), {
      hint: 'Laurel replies in a line',
    });
  }

  role(name: string): Role {
    const role = [...this.town.guild.roles.values()].find((each) => each.name === name);
    if (role === undefined) throw new Error(`There is no role ${name}`);
    return role;
  }

  /** The last word on a promotion. */
  async decided(asked: Promise<Answer>): Promise<Answer> {
    const answer = await asked;
    await this.#inTime(() => !answer.text.startsWith('One moment'), 'the last word comes');
    return answer;
  }

  /** The world's clock runs until something is so. */
  async #inTime(isSo: () => boolean, hint: string): Promise<void> {
    for (let step = 0; step < STEPS; step += 1) {
      const came = await this.discord.until(isSo, { timeoutMs: STEP_MS }).catch(() => false);
      if (came) return;
      this.discord.advance(1000);
    }
    throw new Error(`It took too long until ${hint}`);
  }

  async change(change: (settings: Settings) => Settings): Promise<void> {
    const { db, settings, clock } = this.bot.ctx;
    await db.write((tx) => settings.change(tx, this.town.guild.id, clock.now(), change));
  }

  /** Another server that has just invited Laurel: nothing set up, nothing said. */
  newServer(): { guild: Guild; ada: Person; alice: Person; general: Channel } {
    const guild = this.discord.guild('Acme', { owner: 'Ada' });
    const general = guild.textChannel('general');
    guild.textChannel('help');
    guild.invite(this.discord.bot, INVITED_WITH);
    return { guild, ada: guild.owner, alice: guild.person('Alice'), general };
  }

  /** A server that thanked each other for an afternoon before it invited Laurel. */
  async oldServer(): Promise<{ ada: Person; general: Channel; pastIsRead: () => Promise<void> }> {
    const guild = this.discord.guild('Old Acme', { owner: 'Ada' });
    const general = guild.textChannel('general');
    const people = ['Alice', 'Bob', 'Yuki', 'Femi', 'Ines', 'Omar'].map((name) => guild.person(name));
    for (const [turn, asker] of people.entries()) {
      for (const helper of people.filter((one) => one !== asker)) {
        const answer = await helper.says(general, `Have a look at page ${turn + 1} of the guide.`);
        await asker.replies(answer, 'That was it, thank you');
        this.later(5);
      }
    }
    guild.invite(this.discord.bot, INVITED_WITH);
    const isOver = (): boolean => !isReading(this.bot.ctx, guild.id);
    return { ada: guild.owner, general, pastIsRead: () => this.#inTime(isOver, 'the past is read') };
  }

  async #setUp(): Promise<void> {
    const { guild, news } = this.town;
    const rungs = [
      ['ambassador', 'Ambassador', 0xd9a441],
      ['expert', 'Expert', 0xb066d9],
      ['guide', 'Guide', 0x3f9fd6],
      ['helper', 'Helper', 0x4fae6a],
    ] as const;
    const tiers = rungs
      .map(([key, name, color]) => ({
        key,
        roleId: guild.role(name, { color }).id,
        byPeopleOnly: key === 'ambassador',
      }))
      .reverse();
    await this.change((settings) => ({ ...settings, announcementChannelId: news.id, tiers }));
  }

  #join(name: string): void {
    this.#people.set(name, this.town.guild.person(name));
  }

  /** Six weeks in #help: people ask, answer and thank, each as often as the table says. */
  async #livePast(): Promise<void> {
    const people = [...this.#people.values()];
    const began = this.discord.world.now();
    const occasions = Object.entries(THANKED).flatMap(([name, times], number) =>
      Array.from({ length: times }, (_, turn) => ({
        helper: this.person(name),
        asker: people[(number + 3 + turn * 4) % people.length],
        at: began + ((turn * 7 + number * 5) % (PAST_DAYS - 1)) * DAY + (number * 37 + turn * 41) * MINUTE,
        isUpvoted: turn % 3 === 1,
      })),
    );
    this.#join('Rolf');
    for (const { helper, asker, at, isUpvoted } of occasions.sort((one, other) => one.at - other.at)) {
      if (asker === undefined || asker === helper) continue;
      this.discord.advance(Math.max(0, at - this.discord.world.now()));
      const answer = await helper.says(this.town.help, 'Have a look at the second page of the guide.');
      const thanks = await asker.replies(answer, 'That was it, thank you');
      await this.signed(thanks);
      if (isUpvoted) await this.person('Tomas').reacts(answer, '⭐');
    }
    this.#join('Svea');
    await this.calm();
    this.discord.advance(NOW - this.discord.world.now());
  }
}
