CREATE TABLE `rule_drafts` (
	`guild_id` text PRIMARY KEY NOT NULL,
	`draft` text NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`applying_since` integer,
	`applied_by` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `recognitions_solved` ON `recognitions` (`guild_id`,`receiver_id`,`help_key`) WHERE kind = 'solution' and first_of_kind = 1;