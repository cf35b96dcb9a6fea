// The one list of what is kept of people: every table and column in which somebody's id or words may stand. A test holds it against the database.

/** What a table holds of people. Columns go by their names in the database. */
export interface Holding {
  /** Columns that hold one person's id. */
  readonly people?: readonly string[];
  /** Columns in which ids may stand among other things: keys, JSON. */
  readonly among?: readonly string[];
  /** What somebody wrote, by the column that says who. */
  readonly words?: Readonly<Record<string, string>>;
  /** What somebody wrote within JSON: the column, the key there, and the column that says who. */
  readonly quoted?: readonly [column: string, key: string, author: string];
  /** Text columns that say nothing of anybody. */
  readonly plain?: readonly string[];
  /** Columns with others' ids that an export leaves in: without them it could not be understood. */
  readonly shown?: readonly string[];
  /** Rows that are about one person alone: they go when that person's data is deleted. The others keep a pseudonym. */
  readonly goes?: true;
  /** Where the table names no server: its column, and the table and column by which that names one. `none`: of no server. */
  readonly through?: readonly [column: string, table: string, key: string] | 'none';
}

/** Text columns that say nothing of anybody wherever they stand. */
export const IMPERSONAL: ReadonlySet<string> = new Set([
  ...['guild_id', 'channel_id', 'message_id', 'source_message_id', 'thread_id', 'question_id', 'tag_id'],
  ...[
    'role_id',
    'from_role_id',
    'kind',
    'state',
    'signal',
    'period',
    'badge',
    'tier',
    'from_tier',
    'language',
  ],
  ...['time_zone', 'failure', 'closed_why', 'ended_why', 'unmarked_why', 'how', 'way', 'direction', 'origin'],
]);

export const holdings: Readonly<Record<string, Holding>> = {
  recognitions: {
    people: ['giver_id', 'receiver_id'],
    among: ['written_key'],
    words: { reason: 'giver_id' },
    plain: ['help_key', 'revoked_why'],
    shown: ['giver_id', 'receiver_id'],
  },
  standings: { people: ['member_id'] },
  members: {
    people: ['member_id'],
    words: { pseudonym: 'member_id', lost_pseudonym: 'member_id' },
    plain: ['lost_pseudonym_why'],
    goes: true,
  },
  refusals: {
    people: ['giver_id', 'receiver_id'],
    among: ['source_key'],
    plain: ['reason'],
    shown: ['giver_id', 'receiver_id'],
    goes: true,
  },
  effects: { among: ['payload', 'dedupe_key', 'lane', 'ref', 'result'] },
  audit: {
    people: ['actor_id', 'target_id'],
    among: ['details'],
    words: { reason: 'actor_id' },
    // The reason of a vote that was changed.
    quoted: ['details', 'because', 'actor_id'],
    plain: ['action'],
  },
  promotions: {
    people: ['member_id', 'moderator_id'],
    words: { reason: 'moderator_id' },
    shown: ['moderator_id'],
  },
  badges_held: {
    people: ['member_id', 'awarded_by', 'revoked_by'],
    words: { reason: 'awarded_by', revoked_why: 'revoked_by' },
    shown: ['awarded_by'],
  },
  // Its name and description are the server's: it is theirs to remove it.
  custom_badges: {
    people: ['created_by'],
    plain: ['name', 'name_key', 'emoji', 'description', 'grant_role_ids'],
  },
  leaves: { people: ['member_id'], goes: true },
  tier_warnings: { people: ['member_id'] },
  nominations: {
    people: ['candidate_id', 'nominator_id', 'decided_by'],
    words: { why: 'nominator_id', statement: 'candidate_id', feedback: 'decided_by' },
    shown: ['nominator_id'],
  },
  nomination_votes: {
    people: ['member_id'],
    words: { reason: 'member_id' },
    plain: ['vote'],
    through: ['nomination_id', 'nominations', 'id'],
  },
  ambassador_terms: { people: ['member_id'], plain: ['answer'] },
  fair_play_cases: {
    people: ['decided_by'],
    among: ['case_key', 'member_ids', 'evidence'],
    words: { reason: 'decided_by' },
  },
  fair_play_rows: { through: ['case_id', 'fair_play_cases', 'id'] },
  fair_play_members: { people: ['member_id'], words: { answer: 'member_id' } },
  questions: {
    people: ['asker_id', 'first_answer_by'],
    words: { title: 'asker_id' },
    plain: ['id', 'first_message_in', 'duplicate_of', 'done_to_thread', 'recent_message_ids'],
  },
  question_tags: {},
  question_people: { people: ['member_id'], plain: ['first_message_id', 'last_message_id'] },
  question_solutions: {
    people: ['member_id', 'marked_by'],
    plain: ['origin_question_id', 'origin_message_id'],
    shown: ['member_id', 'marked_by'],
  },
  question_confirmations: {
    people: ['member_id', 'author_id'],
    through: ['question_id', 'questions', 'id'],
  },
  question_prompts: {
    people: ['member_id', 'candidate_author_id'],
    plain: ['cause_message_id', 'candidate_message_id', 'answer'],
  },
  question_claims: { people: ['member_id'] },
  helpers: { people: ['member_id'], goes: true },
  tag_subscriptions: { people: ['member_id'], goes: true },
  question_calls: { people: ['member_id'], goes: true },
  question_boards: { plain: ['digest_thread_id', 'shows'] },
  channel_cursors: { plain: ['handled_ids'] },
  listening: {},
  past_readings: { plain: ['read_up_to'] },
  recaps: { plain: ['month'] },
  guild_settings: { plain: ['settings'] },
  rule_drafts: { people: ['changed_by', 'applied_by'], plain: ['draft'] },
  // Hashes and pseudonyms only.
  opt_outs: { plain: ['fingerprint', 'wish'] },
  erasures: { plain: ['pseudonym', 'fingerprint'], through: 'none' },
  departures: {},
  // Up to whom the members of a server were compared, as long as that is under way.
  facts: { among: ['value'], plain: ['name'], through: 'none' },
};
