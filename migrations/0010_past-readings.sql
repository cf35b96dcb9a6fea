CREATE TABLE `past_readings` (
	`guild_id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer NOT NULL,
	`read_up_to` text NOT NULL,
	`messages` integer DEFAULT 0 NOT NULL,
	`given` integer DEFAULT 0 NOT NULL,
	`refused` integer DEFAULT 0 NOT NULL,
	`started_at` integer NOT NULL,
	`changed_at` integer NOT NULL
) STRICT;
