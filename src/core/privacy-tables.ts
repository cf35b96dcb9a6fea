// The tables of privacy: who chose not to be recorded, who was forgotten, and which servers Laurel was taken out of. No id of a person stands in them.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { snowflake } from './snowflake-column.ts';

export const wishes = ['undetected', 'leftOut'] as const;
/** `undetected`: nothing is noticed by itself, in texts or by reactions. `leftOut`: nothing is recorded at all. */
export type Wish = (typeof wishes)[number];

/** What members chose not to be part of. By fingerprint, so that the choice outlives the deletion of their data. */
export const optOuts = sqliteTable(
  'opt_outs',
  {
    guildId: snowflake('guild_id').notNull(),
    fingerprint: text('fingerprint').notNull(),
    wish: text('wish', { enum: wishes }).notNull(),
    chosenAt: integer('chosen_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.guildId, t.fingerprint] })],
);

/** Tombstones: somebody had their data deleted. What is older than that is not recorded of them again. */
export const erasures = sqliteTable(
  'erasures',
  {
    /** What stands where their id stood. */
    pseudonym: snowflake('pseudonym').primaryKey(),
    fingerprint: text('fingerprint').notNull(),
    erasedAt: integer('erased_at').notNull(),
  },
  (t) => [index('erasures_person').on(t.fingerprint, t.erasedAt)],
);

/** Servers that Laurel was taken out of. Their data goes after a time, unless Laurel is back by then. */
export const departures = sqliteTable('departures', {
  guildId: snowflake('guild_id').primaryKey(),
  leftAt: integer('left_at').notNull(),
});
