// A town whose ladder has its roles: who holds what on Discord and in the database, and waiting for either.
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished } from 'vitest';
import type { Answer } from '../../playground/discord/answer.ts';
import type { Discord } from '../../playground/discord/server.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings.ts';
import { startTown } from './town.ts';

type Town = Awaited<ReturnType<typeof startTown>>;

/** Roles for the four tiers, below the bot's, and the settings that name them and #news for announcements. */
export async function startLadder() {
  const town = await startTown();
  const { guild, news } = town;
  const [ambassador, expert, guide, helper] = ['Ambassador', 'Expert', 'Guide', 'Helper'].map((name) =>
    guild.role(name),
  );
  if (!ambassador || !expert || !guide || !helper) throw new Error('The ladder has four rungs.');
  const roles = { helper, guide, expert, ambassador };
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    announcementChannelId: news.id,
    tiers: Object.entries(roles).map(([key, { id }]) => ({
      key,
      roleId: id,
      byPeopleOnly: key === 'ambassador',
    })),
  };
  return { ...town, roles, settings };
}

/** Writes settings into a database that the bot has made. */
export function saveSettings(databasePath: string, guildId: string, settings: Settings): void {
  const db = new Sqlite(databasePath);
  db.prepare(
    'insert into guild_settings (guild_id, settings, updated_at) values (?, ?, 0) on conflict do update set settings = excluded.settings',
  ).run(guildId, JSON.stringify(settings));
  db.close();
}

interface Row {
  memberId: string;
  roleId: string | null;
  tier: string | null;
  state: string;
  failure: string | null;
  direction: string;
  settledAt: number | null;
}

/** Reads the database as anybody else could, from outside the bot. */
export function openPromotions(databasePath: string) {
  const db = new Sqlite(databasePath, { readonly: true });
  onTestFinished(() => void db.close());
  const all = db.prepare<[], Row>(
    `select cast(member_id as text) as memberId, cast(role_id as text) as roleId, tier, state, failure, direction, settled_at as settledAt
      from promotions order by id`,
  );
  const waiting = db.prepare<[], { n: number }>("select count(*) as n from effects where state = 'waiting'");
  return {
    promotions: () => all.all(),
    owed: () => waiting.get()?.n ?? 0,
    /** Tier of a member as the database has it. */
    tierOf: ({ id }: { id: string }) =>
      all.all().find(({ memberId, state }) => memberId === id && state === 'active')?.tier ?? undefined,
  };
}

export type Stored = ReturnType<typeof openPromotions>;

/** Members of whom the database says that they hold a tier while Discord has not given them its role. */
export function untrue({ guild }: Pick<Town, 'guild'>, stored: Stored): string[] {
  return stored
    .promotions()
    .filter(({ state, memberId, roleId }) => {
      const roles = guild.members.get(memberId)?.roles ?? [];
      return state === 'active' && !roles.some((id) => id === roleId);
    })
    .map(({ memberId, tier }) => `${memberId} is said to be ${tier}`);
}

/** From now on, after everything that happens: nobody is said to hold a tier without its role. */
export function keepTrue(town: Pick<Town, 'guild' | 'discord'>, stored: Stored): () => void {
  const found: string[] = [];
  const stop = town.discord.on('change', () => found.push(...untrue(town, stored)));
  return () => {
    stop();
    expect(found).toEqual([]);
  };
}

/** How often Laurel announced somebody in #news. */
export function announcements({ news, alice, discord }: Pick<Town, 'news' | 'alice' | 'discord'>): string[] {
  return alice
    .sees(news)
    .filter(({ message }) => message.author.id === discord.bot.user.id)
    .map(({ text }) => text);
}

const UNDER_WAY = /^One moment/;

/** The last word to a moderator. The world's clock runs faster until it comes: patience is not for tests. */
export async function lastWord(discord: Discord, answer: Answer): Promise<string> {
  for (let i = 0; i < 40; i++) {
    const said = await discord
      .until(() => !UNDER_WAY.test(answer.text) && answer.text !== '' && answer.text, { timeoutMs: 250 })
      .catch(() => undefined);
    if (said) return said;
    discord.advance(1_000);
  }
  throw new Error('The answer never came.');
}
