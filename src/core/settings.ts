// What each server chose, with a default for everything: nothing must be set for Laurel to work.
import { eq } from 'drizzle-orm';
import * as z from 'zod';
import type { Database, Reader, Tx } from './database.ts';
import { isTimeZone } from './periods.ts';
import { guildSettings, recognitionKinds } from './schema.ts';

const id = z.string().regex(/^\d{1,20}$/);
/** A Unicode emoji as typed, or the id of a custom one. */
const emoji = z.string().min(1).max(64);
const count = (max: number) => z.int().min(0).max(max);

/** What a tier asks for; 0 asks for nothing. All must be met. */
const requirementsSchema = z.object({
  points: count(1_000_000).default(0),
  solutions: count(100_000).default(0),
  /** Different people helped. */
  peopleHelped: count(100_000).default(0),
  /** Different tags of questions solved. */
  tags: count(100).default(0),
  /** Days on which they helped, within the last `activeWithinDays`. */
  activeDays: count(366).default(0),
  activeWithinDays: count(366).default(90),
  /** Days since they joined the server. */
  serverDays: count(3660).default(0),
  /** Days without a reversed case of fair play; 0 looks at none. */
  cleanDays: count(366).default(0),
});
export type Requirements = z.infer<typeof requirementsSchema>;

const tierSchema = z.object({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/),
  /** Shown instead of the catalogue's name for this key. */
  name: z.string().min(1).max(50).optional(),
  roleId: id.optional(),
  /** Only people grant it; no rule ever does. */
  byPeopleOnly: z.boolean().default(false),
  /** What gives it by rule; none where only people give it. */
  requirements: requirementsSchema.optional(),
});
export type Tier = z.infer<typeof tierSchema>;

/** A channel in which threads are questions: a forum, or a text channel. */
const helpChannelSchema = z.object({
  channelId: id,
  /** In a text channel: open a thread for each new message that is not a reply. */
  opensThreads: z.boolean().default(false),
  /** In a forum: the tag that says that a question is solved; those that go when it is. */
  solvedTagId: id.optional(),
  removedTagIds: z.array(id).max(20).default([]),
});
export type HelpChannel = z.infer<typeof helpChannelSchema>;

const questionsSchema = z.object({
  channels: z.array(helpChannelSchema).max(50).default([]),
  /** Their help is measured apart; they may mark any solution. */
  staffRoleIds: z.array(id).max(25).default([]),
  staffEarns: z.boolean().default(true),
  /** Members of this tier and those above it may mark solutions; none means askers and staff only. */
  markingTier: z.string().max(32).optional(),
  /** What is done to the thread of a solved question. */
  solved: z
    .object({
      /** The solved tag, or ✅ on the first message where there is no such tag or no room for it. */
      sign: z.boolean().default(true),
      /** ✔ before the title. */
      title: z.boolean().default(false),
      /** Puts the thread away after so many hours; 0 means never. */
      archiveHours: count(720).default(0),
      /** Nobody but moderators can write any more: when it is put away, or at once if it never is. */
      lock: z.boolean().default(false),
    })
    .prefault({}),
  /** Ask "Did this answer it?" when the asker thanks, or says that it works. */
  proposals: z.boolean().default(true),
  /** Ask the asker after a day without a word, and close three days later. */
  nudges: z.boolean().default(true),
  /** Ask a week later whether it still works. */
  checkBacks: z.boolean().default(false),
  /** Mention helpers who agreed to it after so many minutes without an answer; 0 means never. */
  routeMinutes: count(10_080).default(30),
  /** Where helpers see what needs attention. */
  boardChannelId: id.optional(),
});

/** Points that a recognition of full weight is worth. A solution outweighs two thanks: it closes a question. */
const DEFAULT_POINTS = {
  thanks: 10,
  upvote: 3,
  solution: 25,
  assist: 10,
  award: 10,
  article: 30,
} as const;

export const DEFAULT_TIERS: readonly Tier[] = [
  { key: 'helper', byPeopleOnly: false },
  { key: 'guide', byPeopleOnly: false },
  { key: 'expert', byPeopleOnly: false },
  { key: 'ambassador', byPeopleOnly: true },
];

const pointsShape = Object.fromEntries(
  recognitionKinds.map((kind) => [kind, count(1000).default(DEFAULT_POINTS[kind])]),
) as Record<(typeof recognitionKinds)[number], z.ZodDefault<z.ZodInt>>; // fromEntries forgets the keys; they are exactly the kinds

export const settingsSchema = z.object({
  /** Language of what is posted for everybody; none means the server's own. Personal answers follow the reader. */
  language: z.string().min(2).max(10).optional(),
  timeZone: z.string().refine(isTimeZone).default('UTC'),
  /** Where thanks are noticed: everywhere but in these channels, or only in those. */
  channels: z
    .object({
      mode: z.enum(['everywhere', 'only']).default('everywhere'),
      only: z.array(id).max(100).default([]),
      except: z.array(id).max(100).default([]),
    })
    .prefault({}),
  reactions: z
    .object({
      thanks: z.array(emoji).max(10).default(['🙏', '❤️']),
      upvote: z.array(emoji).max(10).default(['⬆️', '⭐']),
    })
    .prefault({}),
  points: z.object(pointsShape).prefault({}),
  limits: z
    .object({
      /** The same two people, in either direction, once in this many minutes. */
      pairMinutes: count(10_080).default(30),
      /** Thanks that one member can give on one day. */
      givenPerDay: count(1000).default(10),
      /** Of one giver's recognitions for one receiver within `windowDays`: so many count in full … */
      fullPerGiver: count(1000).default(3),
      /** … then so many count half; later ones say thank you and count nothing. */
      halfPerGiver: count(1000).default(3),
      windowDays: count(366).default(30),
    })
    .prefault({}),
  /** How a thank-you that counted is acknowledged in public. */
  sign: z.enum(['reaction', 'reply', 'none']).default('reaction'),
  announcementChannelId: id.optional(),
  /** Where answers are published for everybody to find. */
  knowledgeChannelId: id.optional(),
  /** The ladder, lowest rung first. */
  tiers: z
    .array(tierSchema)
    .min(1)
    .max(10)
    .default([...DEFAULT_TIERS]),
  /** Whether members rise and fall by the requirements of the tiers, and what happens to the roles below. */
  rising: z
    .object({
      byRule: z.boolean().default(false),
      roles: z.enum(['replace', 'stack']).default('replace'),
    })
    .prefault({}),
  badges: z.object({ announce: z.boolean().default(false) }).prefault({}),
  ambassadors: z
    .object({
      /** Reviewers who must have spoken, and the days a review stays open at least. */
      quorum: z.int().min(1).max(50).default(3),
      minDays: count(60).default(3),
      termMonths: z.int().min(1).max(36).default(6),
      /** Where staff review candidates. */
      reviewChannelId: id.optional(),
      alumniRoleId: id.optional(),
      /** What the server hands to them. */
      mayMark: z.boolean().default(false),
      mayPublish: z.boolean().default(false),
    })
    .prefault({}),
  fairPlay: z.object({ watch: z.boolean().default(true) }).prefault({}),
  /** Points and badges that one moderator can award on one day. */
  awardsPerDay: count(1000).default(10),
  /** A post on the first of the month about the one before, in the announcement channel, at this hour of the guild's day. */
  recap: z
    .object({
      on: z.boolean().default(false),
      hour: count(23).default(9),
      /** Whether those it names are pinged. */
      pings: z.boolean().default(false),
      /** When it was turned on, ms: of months before that nobody is told. */
      since: z.int().min(0).default(0),
    })
    .prefault({}),
  questions: questionsSchema.prefault({}),
});

export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});

/** The settings of every guild, read once and remembered; changed only through here. */
export class SettingsStore {
  readonly #db: Database;
  readonly #known = new Map<string, Settings>();
  /** How many changes were begun or committed so far. */
  #changes = 0;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Those of a guild if they were read before: for events that come by the thousand, and need not wait for them. */
  known(guildId: string): Settings | undefined {
    return this.#known.get(guildId);
  }

  async of(guildId: string): Promise<Settings> {
    const known = this.#known.get(guildId);
    if (known) return known;
    const changes = this.#changes;
    const read = await this.#db.read((db) => readSettings(db, guildId));
    // What was read before a change was committed must not be remembered after it.
    if (this.#changes === changes) this.#known.set(guildId, read);
    return read;
  }

  /** Writes what `change` makes of the settings; throws if it makes something that is none. */
  async change(
    tx: Tx,
    guildId: string,
    now: number,
    change: (settings: Settings) => Settings,
  ): Promise<Settings> {
    const next = settingsSchema.parse(change(await readSettings(tx, guildId)));
    const row = { settings: JSON.stringify(next), updatedAt: now };
    tx.insert(guildSettings)
      .values({ guildId, ...row })
      .onConflictDoUpdate({ target: guildSettings.guildId, set: row })
      .run();
    // Forgotten rather than replaced: the transaction may still be rolled back, and the next reader looks again.
    this.forget(guildId);
    const stop = this.#db.onCommit(() => {
      this.forget(guildId);
      stop();
    });
    return next;
  }

  /** They are read anew when they are asked for next. */
  forget(guildId: string): void {
    this.#changes += 1;
    this.#known.delete(guildId);
  }
}

export async function readSettings(db: Reader, guildId: string): Promise<Settings> {
  const row = db.select().from(guildSettings).where(eq(guildSettings.guildId, guildId)).get();
  return row ? settingsSchema.parse(JSON.parse(row.settings)) : DEFAULT_SETTINGS;
}

/** Emoji compare without the invisible mark that only asks for colour (❤ and ❤️ are one). */
export function emojiKey(emojiOrId: string): string {
  return emojiOrId.replaceAll('\uFE0F', '');
}

/** The emoji whatever the colour of skin: 🙏🏽 means what 🙏 means. */
export function emojiMeaning(emojiOrId: string): string {
  return emojiKey(emojiOrId).replaceAll(/\p{Emoji_Modifier}/gu, '');
}

/** Whether Laurel listens in a channel; a thread is asked about with its parent. */
export function listensIn(settings: Settings, channelId: string, parentId?: string): boolean {
  const { mode, only, except } = settings.channels;
  const names = (ids: readonly string[]) =>
    ids.includes(channelId) || (parentId !== undefined && ids.includes(parentId));
  return mode === 'only' ? names(only) : !names(except);
}

/** The help channel that a thread's parent is, if it is one. */
export function helpChannelOf(settings: Settings, parentId: string): HelpChannel | undefined {
  return settings.questions.channels.find(({ channelId }) => channelId === parentId);
}
