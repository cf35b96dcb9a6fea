// The tables of standing beyond the totals: badges, holidays, nominations and terms of Ambassadors, fair play, recaps of months. See schema.ts.
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { snowflake } from './snowflake-column.ts';

/** Badges that members hold or held. Those of the catalogue are earned; those of a server are given by people. */
export const badgesHeld = sqliteTable(
  'badges_held',
  {
    guildId: snowflake('guild_id').notNull(),
    memberId: snowflake('member_id').notNull(),
    /** The catalogue's id, or `custom:ID`. */
    badge: text('badge').notNull(),
    awardedAt: integer('awarded_at').notNull(),
    /** The person who gave it; none where a requirement was met. */
    awardedBy: text('awarded_by'),
    reason: text('reason'),
    /** What it was earned by, so that it can be explained: the message or question that met the requirement. */
    channelId: snowflake('channel_id'),
    messageId: snowflake('message_id'),
    announcedAt: integer('announced_at'),
    revokedAt: integer('revoked_at'),
    revokedBy: text('revoked_by'),
    revokedWhy: text('revoked_why'),
  },
  (t) => [
    primaryKey({ columns: [t.guildId, t.memberId, t.badge] }),
    index('badges_held_badge').on(t.guildId, t.badge, t.awardedAt),
    index('badges_held_unannounced').on(t.guildId).where(sql`announced_at is null and revoked_at is null`),
  ],
);

/** Badges that a server made. */
export const customBadges = sqliteTable(
  'custom_badges',
  {
    id: integer('id').primaryKey(),
    guildId: snowflake('guild_id').notNull(),
    name: text('name').notNull(),
    /** The name without case and decoration: two badges of one server differ in it. */
    nameKey: text('name_key').notNull(),
    emoji: text('emoji').notNull(),
    description: text('description'),
    /** JSON: ids of the roles that may give it, moderators aside. */
    grantRoleIds: text('grant_role_ids').notNull().default('[]'),
    /** 1 where Ambassadors may give it. */
    byAmbassadors: integer('by_ambassadors').notNull().default(0),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    removedAt: integer('removed_at'),
  },
  (t) => [uniqueIndex('custom_badges_name').on(t.guildId, t.nameKey).where(sql`removed_at is null`)],
);

/** Holidays, in which nobody loses a tier. */
export const leaves = sqliteTable(
  'leaves',
  {
    id: integer('id').primaryKey(),
    guildId: snowflake('guild_id').notNull(),
    memberId: snowflake('member_id').notNull(),
    fromAt: integer('from_at').notNull(),
    toAt: integer('to_at').notNull(),
    createdAt: integer('created_at').notNull(),
    cancelledAt: integer('cancelled_at'),
  },
  (t) => [index('leaves_member').on(t.guildId, t.memberId, t.toAt)],
);

/** Members told that their tier will go if nothing changes. At most one open warning for each. */
export const tierWarnings = sqliteTable(
  'tier_warnings',
  {
    id: integer('id').primaryKey(),
    guildId: snowflake('guild_id').notNull(),
    memberId: snowflake('member_id').notNull(),
    tier: text('tier').notNull(),
    warnedAt: integer('warned_at').notNull(),
    /** Not before this moment. */
    dueAt: integer('due_at').notNull(),
    closedAt: integer('closed_at'),
    /** `untold`: Discord refused the message that said so, so it does not count. */
    closedWhy: text('closed_why', { enum: ['met', 'demoted', 'decided', 'left', 'untold'] }),
  },
  (t) => [uniqueIndex('tier_warnings_open').on(t.guildId, t.memberId).where(sql`closed_at is null`)],
);

/** Rules that a server tries before they count: what of points, limits and requirements is to be otherwise. */
export const ruleDrafts = sqliteTable('rule_drafts', {
  guildId: snowflake('guild_id').primaryKey(),
  /** JSON of what differs from the settings. */
  draft: text('draft').notNull(),
  changedBy: text('changed_by').notNull(),
  changedAt: integer('changed_at').notNull(),
  /** While what was given lately is worked through at the new worth: since when, and by whom it was decided. */
  applyingSince: integer('applying_since'),
  appliedBy: text('applied_by'),
});

const nominationStates = [
  'asked',
  'accepted',
  'declined',
  'withdrawn',
  'reviewing',
  'promoted',
  'notYet',
  'expired',
] as const;
export type NominationState = (typeof nominationStates)[number];

/** Candidates for Ambassador. `asked`: the candidate has not answered yet. */
export const nominations = sqliteTable(
  'nominations',
  {
    id: integer('id').primaryKey(),
    guildId: snowflake('guild_id').notNull(),
    candidateId: snowflake('candidate_id').notNull(),
    /** The candidate's own id where they applied. */
    nominatorId: snowflake('nominator_id').notNull(),
    why: text('why').notNull(),
    state: text('state', { enum: nominationStates }).notNull(),
    createdAt: integer('created_at').notNull(),
    channelId: snowflake('channel_id').notNull(),
    answeredAt: integer('answered_at'),
    /** What the candidate adds to their dossier. */
    statement: text('statement'),
    reviewStartedAt: integer('review_started_at'),
    /** The staff's thread and the message with its buttons. */
    threadId: snowflake('thread_id'),
    messageId: snowflake('message_id'),
    decidedAt: integer('decided_at'),
    decidedBy: text('decided_by'),
    feedback: text('feedback'),
    /** The earliest moment to try again after "not yet". */
    againAt: integer('again_at'),
    promotionId: integer('promotion_id'),
  },
  (t) => [
    uniqueIndex('nominations_open')
      .on(t.guildId, t.candidateId)
      .where(sql`state in ('asked', 'accepted', 'reviewing')`),
    index('nominations_state').on(t.guildId, t.state, t.createdAt),
    index('nominations_candidate').on(t.guildId, t.candidateId, t.id),
  ],
);

/** What each reviewer says now; earlier words of theirs are in the audit. */
export const nominationVotes = sqliteTable(
  'nomination_votes',
  {
    nominationId: integer('nomination_id').notNull(),
    memberId: snowflake('member_id').notNull(),
    vote: text('vote', { enum: ['yes', 'no', 'notYet'] }).notNull(),
    reason: text('reason'),
    at: integer('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.nominationId, t.memberId] })],
);

const termStates = ['active', 'paused', 'ended'] as const;

/** Terms of Ambassadors. A renewed term is a new row. */
export const ambassadorTerms = sqliteTable(
  'ambassador_terms',
  {
    id: integer('id').primaryKey(),
    guildId: snowflake('guild_id').notNull(),
    memberId: snowflake('member_id').notNull(),
    /** The promotion that began it. */
    promotionId: integer('promotion_id'),
    startedAt: integer('started_at').notNull(),
    endsAt: integer('ends_at').notNull(),
    state: text('state', { enum: termStates }).notNull(),
    /** When the Ambassador was asked what comes next, and what they answered. */
    askedAt: integer('asked_at'),
    answer: text('answer', { enum: ['renew', 'pause', 'stepDown'] }),
    answeredAt: integer('answered_at'),
    pausedAt: integer('paused_at'),
    endedAt: integer('ended_at'),
    endedWhy: text('ended_why', { enum: ['renewed', 'over', 'steppedDown', 'removed', 'left', 'demoted'] }),
    /** With honour: an alumnus, not somebody removed for cause. */
    alumnus: integer('alumnus').notNull().default(0),
  },
  (t) => [
    uniqueIndex('ambassador_terms_running')
      .on(t.guildId, t.memberId)
      .where(sql`state in ('active', 'paused')`),
    index('ambassador_terms_ending').on(t.endsAt).where(sql`state in ('active', 'paused')`),
    index('ambassador_terms_guild').on(t.guildId, t.state),
  ],
);

export const signalKinds = ['mutual', 'closedGroup', 'burst', 'newAccounts', 'noTalk', 'alternates'] as const;
export type SignalKind = (typeof signalKinds)[number];
const caseStates = ['open', 'held', 'dismissed', 'reversed'] as const;
export type CaseState = (typeof caseStates)[number];

/** What fair play noticed and moderators look at. */
export const fairPlayCases = sqliteTable(
  'fair_play_cases',
  {
    id: integer('id').primaryKey(),
    guildId: snowflake('guild_id').notNull(),
    signal: text('signal', { enum: signalKinds }).notNull(),
    /** The signal and the people it is about, so that the same thing noticed twice is one case. */
    caseKey: text('case_key').notNull(),
    /** JSON: ids of the members concerned, and the figures that speak for it. */
    memberIds: text('member_ids').notNull(),
    evidence: text('evidence').notNull(),
    state: text('state', { enum: caseStates }).notNull(),
    openedAt: integer('opened_at').notNull(),
    decidedAt: integer('decided_at'),
    decidedBy: text('decided_by'),
    reason: text('reason'),
  },
  (t) => [
    uniqueIndex('fair_play_cases_key').on(t.guildId, t.caseKey),
    index('fair_play_cases_state').on(t.guildId, t.state, t.openedAt),
  ],
);

/** The recognitions a case is about. */
export const fairPlayRows = sqliteTable(
  'fair_play_rows',
  {
    caseId: integer('case_id').notNull(),
    recognitionId: integer('recognition_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.recognitionId] }),
    index('fair_play_rows_row').on(t.recognitionId),
  ],
);

/** The members concerned, and what each answered: once. */
export const fairPlayMembers = sqliteTable(
  'fair_play_members',
  {
    caseId: integer('case_id').notNull(),
    guildId: snowflake('guild_id').notNull(),
    memberId: snowflake('member_id').notNull(),
    answer: text('answer'),
    answeredAt: integer('answered_at'),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.memberId] }),
    index('fair_play_members_member').on(t.guildId, t.memberId),
  ],
);

/** Months of which a server was told, so that each is told once. */
export const recaps = sqliteTable(
  'recaps',
  {
    guildId: snowflake('guild_id').notNull(),
    /** `2026-11`. */
    month: text('month').notNull(),
    toldAt: integer('told_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.guildId, t.month] })],
);
