CREATE TABLE `departures` (
	`guild_id` text PRIMARY KEY NOT NULL,
	`left_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `erasures` (
	`pseudonym` text PRIMARY KEY NOT NULL,
	`fingerprint` text NOT NULL,
	`erased_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `erasures_person` ON `erasures` (`fingerprint`,`erased_at`);--> statement-breakpoint
CREATE TABLE `opt_outs` (
	`guild_id` text NOT NULL,
	`fingerprint` text NOT NULL,
	`wish` text NOT NULL,
	`chosen_at` integer NOT NULL,
	PRIMARY KEY(`guild_id`, `fingerprint`)
) STRICT;
