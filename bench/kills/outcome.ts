// What a story came to, in its own names: so that a telling with kills can be held against one without.
import Sqlite from 'better-sqlite3';
import type { Guild } from '../../playground/discord/guild.ts';
import type { Channel } from '../../playground/discord/model.ts';
import { exactly } from '../../src/core/exact-session.ts';

/** Left out are times of observation, and numbers of rows. */
const DECIDED: Readonly<Record<string, string>> = {
  recognition: `select source_key, kind, giver_id, receiver_id, help_key, channel_id, message_id, language, weight, points, counts,
    occurred_at from recognitions where revoked_at is null`,
  revoked:
    'select source_key, giver_id, receiver_id, revoked_why from recognitions where revoked_at is not null',
  refusal: 'select source_key, kind, giver_id, receiver_id, reason, occurred_at from refusals',
  standing: `select period, member_id, points, thanks_received, thanks_given, solutions, people_helped, active_days
    from standings where points + thanks_received + thanks_given + solutions > 0`,
  'failed effect': "select kind, payload, failure from effects where state in ('failed', 'cancelled')",
};

/** Each fact as one line of text, sorted: what the database says, and what the bot left in Discord. */
export function outcomeOf(
  databasePath: string,
  guild: Guild,
  channels: readonly Channel[],
  names: ReadonlyMap<string, string>,
): string[] {
  const known = new Map([...names, [guild.id, 'the server']]);
  const facts: string[] = [];
  for (const channel of channels) {
    known.set(channel.id, channel.name);
    let n = 0;
    for (const { id, author, content, reactions } of channel.messages.values()) {
      if (!known.has(author.id)) known.set(author.id, author.username);
      if (author.bot) facts.push(`message ${channel.name} ${content}`);
      else known.set(id, `${channel.name} line ${++n}`);
      for (const [emoji, { users }] of reactions) facts.push(`sign ${id} ${emoji} ${users.size}`);
    }
  }
  const db = new Sqlite(databasePath, { readonly: true });
  try {
    for (const [what, query] of Object.entries(DECIDED))
      for (const row of exactly(db.prepare(query)).all()) facts.push(`${what} ${JSON.stringify(row)}`);
  } finally {
    db.close();
  }
  return facts
    .map((fact) => fact.replaceAll(/\d{15,20}/g, (id) => known.get(id) ?? `unknown ${id}`))
    .toSorted();
}

/** What only one of the two tellings has, each as often as it has it more. */
export function differencesOf(undisturbed: readonly string[], killed: readonly string[]): string[] {
  const surplus = new Map<string, number>();
  for (const fact of undisturbed) surplus.set(fact, (surplus.get(fact) ?? 0) - 1);
  for (const fact of killed) surplus.set(fact, (surplus.get(fact) ?? 0) + 1);
  return [...surplus].flatMap(([fact, times]) =>
    times === 0 ? [] : `${times > 0 ? 'only with kills' : 'only without'}: ${fact}`,
  );
}
