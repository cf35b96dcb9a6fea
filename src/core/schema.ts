// Every table but those of questions (question-tables.ts) and of badges, Ambassadors and fair play (standing-tables.ts). Times are milliseconds since 1970, UTC, named …_at; Discord's ids are numbers there and text here; columns that say who did something (…By, actor, moderator) are text, as it may have been Laurel.
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { snowflake } from './snowflake-column.ts';

export const recognitionKinds = ['thanks', 'upvote', 'solution', 'assist', 'award', 'article'] as const;
export type RecognitionKind = (typeof recognitionKinds)[number];

/** The ledger. Rows are appended and revoked; what they say is never changed. `counts` and `firstOfKind` are derived. */
export const recognitions = sqliteTable(
  'recognitions',
  {
    id: integer('id').primaryKey(),
    /** Names the one event this row stands for, so that an event delivered twice changes nothing. */
    sourceKey: text('source_key')
      .notNull()
      .generatedAlwaysAs(sql`coalesce(written_key, 'text:' || source_message_id || ':' || receiver_id)`, {
        mode: 'virtual',
      }),
    /** The source key where it is not that of thanks in words, which most rows have: that one follows from the row, and takes no room in it. */
    writtenKey: text('written_key'),
    guildId: snowflake('guild_id').notNull(),
    kind: text('kind', { enum: recognitionKinds }).notNull(),
    giverId: snowflake('giver_id').notNull(),
    receiverId: snowflake('receiver_id').notNull(),
    /** What was helped with: `question:ID` or `message:ID`. One giver counts once per help and receiver. */
    helpKey: text('help_key').notNull(),
    channelId: snowflake('channel_id').notNull(),
    /** Where to look: the message a link leads to. */
    messageId: snowflake('message_id'),
    /** The message that this row disappears with, if there is one. */
    sourceMessageId: snowflake('source_message_id'),
    /** Only what the giver chose to publish. */
    reason: text('reason'),
    /** The language of the words of thanks, where there were any. */
    language: text('language'),
    /** Per cent of the full points: 100, 50 or 0, by how often this pair met lately. */
    weight: integer('weight').notNull(),
    /** What it was worth when it was recorded. */
    points: integer('points').notNull(),
    occurredAt: integer('occurred_at').notNull(),
    recordedAt: integer('recorded_at').notNull(),
    revokedAt: integer('revoked_at'),
    revokedWhy: text('revoked_why'),
    /** 1 for the strongest live row of its help. */
    counts: integer('counts').notNull().default(0),
    /** 1 for the earliest live row of its kind in its help. */
    firstOfKind: integer('first_of_kind').notNull().default(0),
  },
  (t) => [
    uniqueIndex('recognitions_source').on(t.sourceKey),
    index('recognitions_received').on(t.guildId, t.receiverId, t.occurredAt),
    index('recognitions_pair').on(t.guildId, t.giverId, t.receiverId, t.occurredAt),
    index('recognitions_given').on(t.guildId, t.giverId, t.occurredAt),
    index('recognitions_revoked').on(t.guildId, t.receiverId, t.revokedAt).where(sql`revoked_at is not null`),
    // For badges, so that a count need not walk all that somebody received.
    index('recognitions_solutions')
      .on(t.guildId, t.receiverId, t.occurredAt)
      .where(sql`kind = 'solution' and first_of_kind = 1`),
    index('recognitions_solved')
      .on(t.guildId, t.receiverId, t.helpKey)
      .where(
        sql`kind = 'solution' and first_of_kind = 1 and help_key >= 'question:' and help_key < 'question:~'`,
      ),
    index('recognitions_languages')
      .on(t.guildId, t.receiverId, t.language)
      .where(sql`kind = 'thanks' and first_of_kind = 1 and language is not null`),
    // Who was recognised in a question: few, however much its asker gave.
    index('recognitions_in_question')
      .on(t.helpKey)
      .where(sql`help_key >= 'question:' and help_key < 'question:~'`),
    index('recognitions_source_message').on(t.sourceMessageId).where(sql`source_message_id is not null`),
  ],
);

/**
 * Totals per member and period, derived from the ledger. `period` is `all`, `2026`, `2026-Q4`, `2026-11` or `2026-W48`;
 * whoever is in any period is in `all`. WITHOUT ROWID in the file, a third smaller, which drizzle has no word for.
 */
export const standings = sqliteTable(
  'standings',
  {
    guildId: snowflake('guild_id').notNull(),
    period: text('period').notNull(),
    memberId: snowflake('member_id').notNull(),
    points: integer('points').notNull().default(0),
    solutions: integer('solutions').notNull().default(0),
    thanksReceived: integer('thanks_received').notNull().default(0),
    thanksGiven: integer('thanks_given').notNull().default(0),
    peopleHelped: integer('people_helped').notNull().default(0),
    activeDays: integer('active_days').notNull().default(0),
    /** 0 for those who left or opted out: they keep their standing and are not shown. */
    listed: integer('listed').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.guildId, t.period, t.memberId] }),
    // Most rows are of people who only gave thanks: they are in the index of the one board that they stand on.
    index('standings_points')
      .on(t.guildId, t.period, sql`points desc`, t.memberId)
      .where(sql`listed * points > 0`),
    index('standings_solutions')
      .on(t.guildId, t.period, sql`solutions desc`, t.memberId)
      .where(sql`listed * solutions > 0`),
    index('standings_thanks_received')
      .on(t.guildId, t.period, sql`thanks_received desc`, t.memberId)
      .where(sql`listed * thanks_received > 0`),
    index('standings_thanks_given')
      .on(t.guildId, t.period, sql`thanks_given desc`, t.memberId)
      .where(sql`listed * thanks_given > 0`),
  ],
);

/** People of whom something must be remembered beside their standing. No row means: present and listed. */
export const members = sqliteTable(
  'members',
  {
    guildId: snowflake('guild_id').notNull(),
    memberId: snowflake('member_id').notNull(),
    /** Since when they are here, as far as Discord told; and when they last came back after leaving. */
    joinedAt: integer('joined_at'),
    returnedAt: integer('returned_at'),
    leftAt: integer('left_at'),
    boardOptOutAt: integer('board_opt_out_at'),
    /** What they are called on the leaderboard instead of being mentioned there. */
    pseudonym: text('pseudonym'),
    /** The last one that a moderator took away: without case and decoration, and why. */
    lostPseudonym: text('lost_pseudonym'),
    lostPseudonymWhy: text('lost_pseudonym_why'),
  },
  (t) => [primaryKey({ columns: [t.guildId, t.memberId] })],
);

/** Thanks that did not count, so that the giver can see why; kept for a month. */
export const refusals = sqliteTable(
  'refusals',
  {
    id: integer('id').primaryKey(),
    sourceKey: text('source_key').notNull(),
    guildId: snowflake('guild_id').notNull(),
    giverId: snowflake('giver_id').notNull(),
    receiverId: snowflake('receiver_id').notNull(),
    kind: text('kind', { enum: recognitionKinds }).notNull(),
    reason: text('reason').notNull(),
    channelId: snowflake('channel_id').notNull(),
    messageId: snowflake('message_id'),
    occurredAt: integer('occurred_at').notNull(),
  },
  (t) => [
    uniqueIndex('refusals_source').on(t.sourceKey),
    index('refusals_giver').on(t.guildId, t.giverId, t.occurredAt),
    index('refusals_age').on(t.occurredAt),
  ],
);

const effectStates = ['waiting', 'done', 'failed', 'cancelled'] as const;
export type EffectState = (typeof effectStates)[number];

/** The outbox: what is owed to Discord until Discord has it or has refused it for good. */
export const effects = sqliteTable(
  'effects',
  {
    id: integer('id').primaryKey(),
    guildId: snowflake('guild_id').notNull(),
    kind: text('kind').notNull(),
    /** JSON, checked by the kind's own schema when it is read. What people read of it goes when it settles. */
    payload: text('payload').notNull(),
    /** Two waiting effects with the same key are one. */
    dedupeKey: text('dedupe_key').notNull(),
    /** Effects of one lane run one after the other, in order. */
    lane: text('lane').notNull(),
    /** Waits until that effect is done; cancelled if that one fails. */
    afterId: integer('after_id'),
    /** Whose effect it is, for example `tiers:12`: told when it settles. */
    ref: text('ref'),
    state: text('state', { enum: effectStates }).notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    nextAt: integer('next_at').notNull(),
    createdAt: integer('created_at').notNull(),
    settledAt: integer('settled_at'),
    failure: text('failure'),
    /** JSON of what Discord answered, such as the id of the message that was posted. */
    result: text('result'),
  },
  (t) => [
    uniqueIndex('effects_dedupe').on(t.dedupeKey).where(sql`state = 'waiting'`),
    // Those that Discord lets through slowly stand apart, so that finding the next few costs the same however many wait.
    index('effects_due')
      .on(sql`(kind = 'react' or kind = 'unreact')`, t.nextAt, t.id)
      .where(sql`state = 'waiting'`),
    index('effects_lane').on(t.lane, t.id).where(sql`state = 'waiting'`),
    index('effects_after').on(t.afterId).where(sql`after_id is not null`),
    index('effects_ref').on(t.ref).where(sql`ref is not null`),
  ],
);

/** Who did what to whom, and why. */
export const audit = sqliteTable(
  'audit',
  {
    id: integer('id').primaryKey(),
    guildId: snowflake('guild_id').notNull(),
    at: integer('at').notNull(),
    actorId: text('actor_id').notNull(),
    action: text('action').notNull(),
    targetId: text('target_id'),
    reason: text('reason'),
    details: text('details'),
  },
  (t) => [index('audit_guild').on(t.guildId, t.at), index('audit_target').on(t.guildId, t.targetId, t.at)],
);

const promotionStates = ['pending', 'active', 'failed', 'ended'] as const;
export type PromotionState = (typeof promotionStates)[number];

/** Each decision to move a member on the ladder. Only `active` counts; a member has at most one of them. */
export const promotions = sqliteTable(
  'promotions',
  {
    id: integer('id').primaryKey(),
    guildId: snowflake('guild_id').notNull(),
    memberId: snowflake('member_id').notNull(),
    direction: text('direction', { enum: ['promote', 'demote'] }).notNull(),
    /** The tier moved to; none after a demotion from the lowest one. */
    tier: text('tier'),
    fromTier: text('from_tier'),
    roleId: snowflake('role_id'),
    fromRoleId: snowflake('from_role_id'),
    /** A moderator's decision, or a rule's: only what a rule gave can a rule take. */
    origin: text('origin', { enum: ['people', 'rule'] })
      .notNull()
      .default('people'),
    /** The moderator; the bot itself where a rule decided. */
    moderatorId: text('moderator_id').notNull(),
    reason: text('reason').notNull(),
    /** What it is announced in. */
    language: text('language').notNull(),
    state: text('state', { enum: promotionStates }).notNull(),
    /** Why it failed, or why it ended without a later decision. */
    failure: text('failure'),
    createdAt: integer('created_at').notNull(),
    /** When it became active, or failed. */
    settledAt: integer('settled_at'),
    endedAt: integer('ended_at'),
  },
  (t) => [
    index('promotions_member').on(t.guildId, t.memberId, t.id),
    uniqueIndex('promotions_active').on(t.guildId, t.memberId).where(sql`state = 'active'`),
    uniqueIndex('promotions_pending').on(t.guildId, t.memberId).where(sql`state = 'pending'`),
  ],
);

/** What each server chose, as JSON; no row means every default. */
export const guildSettings = sqliteTable('guild_settings', {
  guildId: snowflake('guild_id').primaryKey(),
  settings: text('settings').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

/** Since when and until when Laurel listened in a server, as far as it was written down. */
export const listening = sqliteTable('listening', {
  guildId: snowflake('guild_id').primaryKey(),
  since: integer('since').notNull(),
  until: integer('until').notNull(),
});

/** How far each channel and thread was heard: what was missed is read from there. */
export const channelCursors = sqliteTable(
  'channel_cursors',
  {
    channelId: snowflake('channel_id').primaryKey(),
    guildId: snowflake('guild_id').notNull(),
    /** All messages up to this one were handled. */
    messageId: snowflake('message_id').notNull(),
    /** Later ones that were handled too, separated by spaces. */
    handledIds: text('handled_ids').notNull().default(''),
  },
  (t) => [index('channel_cursors_guild').on(t.guildId)],
);

/** Where reading the past of a server stands: what was said there before Laurel listened. */
export const pastReadings = sqliteTable('past_readings', {
  guildId: snowflake('guild_id').primaryKey(),
  state: text('state', { enum: ['running', 'paused', 'cancelled', 'done'] }).notNull(),
  /** From when until when it is read, ms. */
  since: integer('since').notNull(),
  until: integer('until').notNull(),
  /** All messages up to this one were judged, in whichever channel they stand. */
  readUpTo: snowflake('read_up_to').notNull(),
  messages: integer('messages').notNull().default(0),
  given: integer('given').notNull().default(0),
  refused: integer('refused').notNull().default(0),
  startedAt: integer('started_at').notNull(),
  changedAt: integer('changed_at').notNull(),
});

/** Small facts of the process itself, such as the hash of the commands last published. */
export const facts = sqliteTable('facts', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
});
