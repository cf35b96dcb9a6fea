CREATE TABLE `recaps` (
	`guild_id` text NOT NULL,
	`month` text NOT NULL,
	`told_at` integer NOT NULL,
	PRIMARY KEY(`guild_id`, `month`)
) STRICT;
--> statement-breakpoint
ALTER TABLE `members` ADD `lost_pseudonym` text;--> statement-breakpoint
ALTER TABLE `members` ADD `lost_pseudonym_why` text;