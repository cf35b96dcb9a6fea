// What a database says of a story, in the story's own names: so that two tellings of one story can be compared.
import Sqlite from 'better-sqlite3';
import { exactly } from '../../src/core/exact-session.ts';

/**
 * What a story decides, however it was heard. Left out are times of observation, and traces of what was given and taken
 * back unseen, which nobody can know of afterwards.
 */
const TOLD: Readonly<Record<string, string>> = {
  recognitions:
    'select source_key, kind, giver_id, receiver_id, help_key, channel_id, message_id, weight, points from recognitions where revoked_at is null',
  standings:
    'select period, member_id, points, thanks_received, thanks_given, solutions, people_helped, active_days, listed from standings where points + thanks_received + thanks_given + solutions > 0',
  questions:
    'select id, title, asker_id, state, first_answer_at, first_answer_by, last_activity_at, last_asker_at, last_answer_at, closed_why, gone_at is not null as gone, asker_left_at is not null as asker_left, recent_message_ids from questions',
  people: 'select question_id, member_id, messages, first_message_id, last_message_id from question_people',
  marks:
    'select question_id, kind, message_id, member_id, weight, marked_by, way from question_solutions where unmarked_at is null',
  tiers: "select member_id, tier from promotions where state = 'active'",
};

/** What is in the database at this path, sorted; ids are given the names they have in the story. */
export function toldBy(databasePath: string, names: ReadonlyMap<string, string>): Record<string, string[]> {
  const db = new Sqlite(databasePath, { readonly: true });
  const named = (text: string) => text.replaceAll(/\d{15,20}/g, (id) => names.get(id) ?? `?${id}`);
  try {
    return Object.fromEntries(
      Object.entries(TOLD).map(([table, query]) => [
        table,
        exactly(db.prepare(query))
          .all()
          .map((row) => named(JSON.stringify(row)))
          .sort(),
      ]),
    );
  } finally {
    db.close();
  }
}
