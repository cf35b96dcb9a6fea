// The tables of questions: what was asked, who took part, what solved it, and who watches over it. See schema.ts.
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { snowflake } from './snowflake-column.ts';

export const questionStates = ['open', 'answered', 'solved', 'closed'] as const;
export type QuestionState = (typeof questionStates)[number];

/** Why a question was closed without a solution. The first six are people's words, the others what happened to it. */
const closedWhys = [
  'answeredElsewhere',
  'notReproducible',
  'duplicate',
  'noLongerNeeded',
  'moved',
  'noActivity',
  'askerLeft',
  'archived',
  'locked',
  'deleted',
] as const;
export type ClosedWhy = (typeof closedWhys)[number];

/** Questions: forum posts, and threads in help channels. No text is kept but the title. Flags are 0 or 1. */
export const questions = sqliteTable(
  'questions',
  {
    /** The thread's id. */
    id: snowflake('id').primaryKey(),
    guildId: snowflake('guild_id').notNull(),
    /** The forum or text channel that the thread stands in. */
    channelId: snowflake('channel_id').notNull(),
    /** Where the first message stands, whose id is the thread's: in the post itself, or in the text channel; none if there is none. */
    firstMessageIn: snowflake('first_message_in'),
    title: text('title').notNull(),
    askerId: snowflake('asker_id').notNull(),
    askedAt: integer('asked_at').notNull(),
    state: text('state', { enum: questionStates }).notNull().default('open'),
    /** The first message of somebody else, bots aside; it stays known whatever happens to the message. */
    firstAnswerAt: integer('first_answer_at'),
    firstAnswerBy: snowflake('first_answer_by'),
    firstAnswerStaff: integer('first_answer_staff'),
    /** From asked to first answer, in ms; kept so that figures can be read in order of it. */
    firstAnswerMs: integer('first_answer_ms'),
    /** The latest message of anybody but bots. */
    lastActivityAt: integer('last_activity_at').notNull(),
    lastAskerAt: integer('last_asker_at').notNull(),
    lastAnswerAt: integer('last_answer_at'),
    /** When it became solved, while it is; a reopened question has none. */
    solvedAt: integer('solved_at'),
    solvedStaff: integer('solved_staff'),
    /** From asked to solved, in ms. */
    solutionMs: integer('solution_ms'),
    /** Solved by the word of peers, until the asker says otherwise. */
    provisional: integer('provisional').notNull().default(0),
    closedAt: integer('closed_at'),
    closedWhy: text('closed_why', { enum: closedWhys }),
    /** The question that this one is a duplicate of. */
    duplicateOf: snowflake('duplicate_of'),
    reopenedAt: integer('reopened_at'),
    /** The asker said that they still need help: it stands first where helpers look. */
    raisedAt: integer('raised_at'),
    /** Helpers were mentioned; that happens once. */
    routedAt: integer('routed_at'),
    /** The thread is no more. */
    goneAt: integer('gone_at'),
    askerLeftAt: integer('asker_left_at'),
    /** When the thread was put away, by whomever; none while it is active. */
    archivedAt: integer('archived_at'),
    /** When Laurel is to put the thread away. */
    archiveDueAt: integer('archive_due_at'),
    /** What Laurel asked of the thread when it was solved (JSON), so that it can be taken back. */
    doneToThread: text('done_to_thread'),
    /** The latest messages that were counted, newest first, separated by spaces: one that comes twice counts once. */
    recentMessageIds: text('recent_message_ids').notNull().default(''),
  },
  (t) => [
    index('questions_asked').on(t.guildId, t.askedAt, t.state, t.firstAnswerMs),
    index('questions_state').on(t.guildId, t.state, t.askedAt),
    index('questions_asker').on(t.guildId, t.askerId, t.askedAt),
    index('questions_channel').on(t.channelId, t.state),
    index('questions_quiet').on(t.state, t.lastActivityAt),
    // In order of the duration, so that a median is found by counting; the rest is there to filter by.
    index('questions_answer_time')
      .on(t.guildId, t.firstAnswerMs, t.askedAt, t.firstAnswerStaff)
      .where(sql`first_answer_ms is not null`),
    index('questions_solution_time')
      .on(t.guildId, t.solutionMs, t.askedAt, t.solvedStaff)
      .where(sql`solution_ms is not null`),
    index('questions_first_answer').on(t.guildId, t.firstAnswerBy).where(sql`first_answer_by is not null`),
    // For those who look after questions: the threads that are active (Discord allows a thousand in a server), and
    // what was solved a week ago.
    index('questions_awake')
      .on(t.guildId, t.state, t.askedAt)
      .where(sql`archived_at is null and gone_at is null`),
    index('questions_solved').on(t.solvedAt).where(sql`solved_at is not null`),
    index('questions_archive_due').on(t.archiveDueAt).where(sql`archive_due_at is not null`),
  ],
);

/** The tags that a question has now, with what figures per tag need of the question. */
export const questionTags = sqliteTable(
  'question_tags',
  {
    questionId: snowflake('question_id').notNull(),
    tagId: snowflake('tag_id').notNull(),
    guildId: snowflake('guild_id').notNull(),
    askedAt: integer('asked_at').notNull(),
    state: text('state', { enum: questionStates }).notNull(),
    firstAnswerMs: integer('first_answer_ms'),
    firstAnswerStaff: integer('first_answer_staff'),
    solutionMs: integer('solution_ms'),
    solvedStaff: integer('solved_staff'),
  },
  (t) => [
    primaryKey({ columns: [t.questionId, t.tagId] }),
    index('question_tags_asked').on(t.guildId, t.tagId, t.askedAt, t.state, t.firstAnswerMs),
    index('question_tags_state').on(t.guildId, t.tagId, t.state, t.askedAt),
    index('question_tags_answer_time')
      .on(t.guildId, t.tagId, t.firstAnswerMs, t.askedAt, t.firstAnswerStaff)
      .where(sql`first_answer_ms is not null`),
    index('question_tags_solution_time')
      .on(t.guildId, t.tagId, t.solutionMs, t.askedAt, t.solvedStaff)
      .where(sql`solution_ms is not null`),
  ],
);

/** Who wrote in a question, and how much; one row a person however long the thread. */
export const questionPeople = sqliteTable(
  'question_people',
  {
    questionId: snowflake('question_id').notNull(),
    memberId: snowflake('member_id').notNull(),
    guildId: snowflake('guild_id').notNull(),
    messages: integer('messages').notNull(),
    isStaff: integer('is_staff').notNull(),
    firstMessageId: snowflake('first_message_id').notNull(),
    firstAt: integer('first_at').notNull(),
    lastMessageId: snowflake('last_message_id').notNull(),
    lastAt: integer('last_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.questionId, t.memberId] }),
    index('question_people_member').on(t.guildId, t.memberId, t.lastAt),
  ],
);

const markKinds = ['solution', 'assist'] as const;
export type MarkKind = (typeof markKinds)[number];
/** By what a mark was made. `link`: by marking a message that leads to an older answer. */
const markWays = ['menu', 'reaction', 'command', 'button', 'proposal', 'peers', 'named', 'link'] as const;
export type MarkWay = (typeof markWays)[number];
/** `unreacted`: the ✅ that made it is gone, so another one is news; after the others it may still be there. */
const unmarkedWhys = ['unmarked', 'unreacted', 'replaced', 'reopened', 'deleted'] as const;
export type UnmarkedWhy = (typeof unmarkedWhys)[number];

/**
 * What solved a question, and who else helped. Rows are added and taken back; those not taken back say who is credited.
 * Where several say the same, each has a row of their own.
 */
export const questionSolutions = sqliteTable(
  'question_solutions',
  {
    id: integer('id').primaryKey(),
    questionId: snowflake('question_id').notNull(),
    guildId: snowflake('guild_id').notNull(),
    kind: text('kind', { enum: markKinds }).notNull(),
    /** The message that was marked; none for somebody who was named only. */
    messageId: snowflake('message_id'),
    /** Who is credited. */
    memberId: snowflake('member_id').notNull(),
    isStaff: integer('is_staff').notNull(),
    /** Per cent: 100, 50 by the word of peers, 0 where nobody is to be credited (one's own answer, for example). */
    weight: integer('weight').notNull(),
    markedBy: text('marked_by').notNull(),
    way: text('way', { enum: markWays }).notNull(),
    markedAt: integer('marked_at').notNull(),
    unmarkedAt: integer('unmarked_at'),
    unmarkedWhy: text('unmarked_why', { enum: unmarkedWhys }),
    /** The older question whose answer this is, and the answer. */
    originQuestionId: snowflake('origin_question_id'),
    originMessageId: snowflake('origin_message_id'),
  },
  (t) => [
    index('question_solutions_question').on(t.questionId, t.id),
    index('question_solutions_message').on(t.messageId).where(sql`message_id is not null`),
    index('question_solutions_member').on(t.guildId, t.memberId, t.markedAt).where(sql`unmarked_at is null`),
    index('question_solutions_older')
      .on(t.guildId, t.memberId)
      .where(sql`unmarked_at is null and origin_question_id is not null`),
    // Together they keep a mark by one person from standing twice, whatever is done at the same time.
    uniqueIndex('question_solutions_marked_by')
      .on(t.questionId, t.messageId, t.kind, t.memberId, t.markedBy)
      .where(sql`unmarked_at is null and message_id is not null`),
    uniqueIndex('question_solutions_named')
      .on(t.questionId, t.memberId)
      .where(sql`unmarked_at is null and message_id is null`),
  ],
);

/** Members who say that a message answered a question whose asker is gone. */
export const questionConfirmations = sqliteTable(
  'question_confirmations',
  {
    questionId: snowflake('question_id').notNull(),
    messageId: snowflake('message_id').notNull(),
    memberId: snowflake('member_id').notNull(),
    /** Who wrote the message. */
    authorId: snowflake('author_id').notNull(),
    at: integer('at').notNull(),
    /** By ✅, and not by a button: it goes with the ✅. */
    byReaction: integer('by_reaction').notNull().default(0),
    /** Somebody who may decide has decided: it does not count, and the ✅ that is still there does not make it anew. */
    setAside: integer('set_aside').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.questionId, t.messageId, t.memberId] })],
);

/** What Laurel asks an asker: whether that answered it, whether it still needs help, whether it still works, whether to reopen. */
const promptKinds = ['proposal', 'nudge', 'checkBack', 'reopen'] as const;
export type PromptKind = (typeof promptKinds)[number];
const promptAnswers = ['yes', 'other', 'notYet', 'stillNeed', 'close', 'no'] as const;
export type PromptAnswer = (typeof promptAnswers)[number];

/** Messages by which Laurel asks an asker something. Each goes when it was answered, or expired. */
export const questionPrompts = sqliteTable(
  'question_prompts',
  {
    id: integer('id').primaryKey(),
    guildId: snowflake('guild_id').notNull(),
    questionId: snowflake('question_id').notNull(),
    /** Whom it asks. */
    memberId: snowflake('member_id').notNull(),
    kind: text('kind', { enum: promptKinds }).notNull(),
    /** The asker's message that led to it. */
    causeMessageId: snowflake('cause_message_id'),
    /** The message that may be the solution, and who wrote it. */
    candidateMessageId: snowflake('candidate_message_id'),
    candidateAuthorId: snowflake('candidate_author_id'),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    /** The message that asks; none before Discord has it. */
    messageId: snowflake('message_id'),
    answeredAt: integer('answered_at'),
    answer: text('answer', { enum: promptAnswers }),
    /** Answered, expired or overtaken: the message is to go, or gone. */
    endedAt: integer('ended_at'),
  },
  (t) => [
    index('question_prompts_question').on(t.questionId, t.kind, t.createdAt),
    index('question_prompts_member').on(t.guildId, t.memberId, t.kind, t.createdAt),
    index('question_prompts_expiry').on(t.expiresAt).where(sql`ended_at is null`),
    uniqueIndex('question_prompts_cause').on(t.causeMessageId).where(sql`cause_message_id is not null`),
    uniqueIndex('question_prompts_open').on(t.questionId).where(sql`ended_at is null`),
  ],
);

const claimEnds = ['letGo', 'answered', 'expired', 'settled'] as const;
export type ClaimEnd = (typeof claimEnds)[number];

/** "I take this": who is on a question now. */
export const questionClaims = sqliteTable(
  'question_claims',
  {
    id: integer('id').primaryKey(),
    guildId: snowflake('guild_id').notNull(),
    questionId: snowflake('question_id').notNull(),
    memberId: snowflake('member_id').notNull(),
    claimedAt: integer('claimed_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    endedAt: integer('ended_at'),
    endedWhy: text('ended_why', { enum: claimEnds }),
  },
  (t) => [
    uniqueIndex('question_claims_open').on(t.questionId, t.memberId).where(sql`ended_at is null`),
    index('question_claims_member').on(t.guildId, t.memberId, t.claimedAt),
    index('question_claims_expiry').on(t.expiresAt).where(sql`ended_at is null`),
  ],
);

/** Members who agreed to be mentioned where help is needed, and when not. No row: never asked, never mentioned. */
export const helpers = sqliteTable(
  'helpers',
  {
    guildId: snowflake('guild_id').notNull(),
    memberId: snowflake('member_id').notNull(),
    /** None while they do not want to be mentioned; the other wishes stay known. */
    availableSince: integer('available_since'),
    /** Minutes after midnight in `timeZone`; both or none. From 1320 to 480 is from 22:00 to 8:00. */
    quietFrom: integer('quiet_from'),
    quietTo: integer('quiet_to'),
    /** None means the server's. */
    timeZone: text('time_zone'),
    /** Mentions a day at most. */
    dailyLimit: integer('daily_limit').notNull().default(3),
  },
  (t) => [primaryKey({ columns: [t.guildId, t.memberId] })],
);

/** Tags that members want to hear of, and how: in the digest, or by one mention a day. */
export const tagSubscriptions = sqliteTable(
  'tag_subscriptions',
  {
    guildId: snowflake('guild_id').notNull(),
    memberId: snowflake('member_id').notNull(),
    tagId: snowflake('tag_id').notNull(),
    how: text('how', { enum: ['digest', 'mention'] }).notNull(),
    subscribedAt: integer('subscribed_at').notNull(),
    /** Questions asked until then were told of. */
    toldUntil: integer('told_until').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.guildId, t.memberId, t.tagId] }),
    index('tag_subscriptions_tag').on(t.guildId, t.tagId),
  ],
);

/** Who was mentioned for which question, so that nobody is mentioned twice for one, or more often than they like. */
export const questionCalls = sqliteTable(
  'question_calls',
  {
    questionId: snowflake('question_id').notNull(),
    memberId: snowflake('member_id').notNull(),
    guildId: snowflake('guild_id').notNull(),
    calledAt: integer('called_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.questionId, t.memberId] }),
    index('question_calls_member').on(t.guildId, t.memberId, t.calledAt),
  ],
);

/** The board of questions that need attention: one message a server, edited in place. */
export const questionBoards = sqliteTable('question_boards', {
  guildId: snowflake('guild_id').primaryKey(),
  channelId: snowflake('channel_id').notNull(),
  /** None before Discord has it. */
  messageId: snowflake('message_id'),
  /** Where digests go. */
  digestThreadId: snowflake('digest_thread_id'),
  drawnAt: integer('drawn_at').notNull().default(0),
  /** A hash of what it shows, so that nothing is edited that did not change. */
  shows: text('shows').notNull().default(''),
});
