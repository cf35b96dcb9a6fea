CREATE TABLE `channel_cursors` (
	`channel_id` text PRIMARY KEY NOT NULL,
	`guild_id` text NOT NULL,
	`message_id` text NOT NULL,
	`handled_ids` text DEFAULT '' NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `channel_cursors_guild` ON `channel_cursors` (`guild_id`);--> statement-breakpoint
CREATE TABLE `listening` (
	`guild_id` text PRIMARY KEY NOT NULL,
	`since` integer NOT NULL,
	`until` integer NOT NULL
) STRICT;
