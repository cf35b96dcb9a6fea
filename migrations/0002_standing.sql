CREATE TABLE `ambassador_terms` (
	`id` integer PRIMARY KEY NOT NULL,
	`guild_id` text NOT NULL,
	`member_id` text NOT NULL,
	`promotion_id` integer,
	`started_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`state` text NOT NULL,
	`asked_at` integer,
	`answer` text,
	`answered_at` integer,
	`paused_at` integer,
	`ended_at` integer,
	`ended_why` text,
	`alumnus` integer DEFAULT 0 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `ambassador_terms_running` ON `ambassador_terms` (`guild_id`,`member_id`) WHERE state in ('active', 'paused');--> statement-breakpoint
CREATE INDEX `ambassador_terms_ending` ON `ambassador_terms` (`ends_at`) WHERE state in ('active', 'paused');--> statement-breakpoint
CREATE INDEX `ambassador_terms_guild` ON `ambassador_terms` (`guild_id`,`state`);--> statement-breakpoint
CREATE TABLE `badges_held` (
	`guild_id` text NOT NULL,
	`member_id` text NOT NULL,
	`badge` text NOT NULL,
	`awarded_at` integer NOT NULL,
	`awarded_by` text,
	`reason` text,
	`channel_id` text,
	`message_id` text,
	`announced_at` integer,
	`revoked_at` integer,
	`revoked_by` text,
	`revoked_why` text,
	PRIMARY KEY(`guild_id`, `member_id`, `badge`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `badges_held_badge` ON `badges_held` (`guild_id`,`badge`,`awarded_at`);--> statement-breakpoint
CREATE INDEX `badges_held_unannounced` ON `badges_held` (`guild_id`) WHERE announced_at is null and revoked_at is null;--> statement-breakpoint
CREATE TABLE `custom_badges` (
	`id` integer PRIMARY KEY NOT NULL,
	`guild_id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`emoji` text NOT NULL,
	`description` text,
	`grant_role_ids` text DEFAULT '[]' NOT NULL,
	`by_ambassadors` integer DEFAULT 0 NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `custom_badges_name` ON `custom_badges` (`guild_id`,`name_key`) WHERE removed_at is null;--> statement-breakpoint
CREATE TABLE `fair_play_cases` (
	`id` integer PRIMARY KEY NOT NULL,
	`guild_id` text NOT NULL,
	`signal` text NOT NULL,
	`case_key` text NOT NULL,
	`member_ids` text NOT NULL,
	`evidence` text NOT NULL,
	`state` text NOT NULL,
	`opened_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`reason` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `fair_play_cases_key` ON `fair_play_cases` (`guild_id`,`case_key`);--> statement-breakpoint
CREATE INDEX `fair_play_cases_state` ON `fair_play_cases` (`guild_id`,`state`,`opened_at`);--> statement-breakpoint
CREATE TABLE `fair_play_members` (
	`case_id` integer NOT NULL,
	`guild_id` text NOT NULL,
	`member_id` text NOT NULL,
	`answer` text,
	`answered_at` integer,
	PRIMARY KEY(`case_id`, `member_id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `fair_play_members_member` ON `fair_play_members` (`guild_id`,`member_id`);--> statement-breakpoint
CREATE TABLE `fair_play_rows` (
	`case_id` integer NOT NULL,
	`recognition_id` integer NOT NULL,
	PRIMARY KEY(`case_id`, `recognition_id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `fair_play_rows_row` ON `fair_play_rows` (`recognition_id`);--> statement-breakpoint
CREATE TABLE `leaves` (
	`id` integer PRIMARY KEY NOT NULL,
	`guild_id` text NOT NULL,
	`member_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`cancelled_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `leaves_member` ON `leaves` (`guild_id`,`member_id`,`to_at`);--> statement-breakpoint
CREATE TABLE `nomination_votes` (
	`nomination_id` integer NOT NULL,
	`member_id` text NOT NULL,
	`vote` text NOT NULL,
	`reason` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`nomination_id`, `member_id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `nominations` (
	`id` integer PRIMARY KEY NOT NULL,
	`guild_id` text NOT NULL,
	`candidate_id` text NOT NULL,
	`nominator_id` text NOT NULL,
	`why` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`channel_id` text NOT NULL,
	`answered_at` integer,
	`statement` text,
	`review_started_at` integer,
	`thread_id` text,
	`message_id` text,
	`decided_at` integer,
	`decided_by` text,
	`feedback` text,
	`again_at` integer,
	`promotion_id` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `nominations_open` ON `nominations` (`guild_id`,`candidate_id`) WHERE state in ('asked', 'accepted', 'reviewing');--> statement-breakpoint
CREATE INDEX `nominations_state` ON `nominations` (`guild_id`,`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `nominations_candidate` ON `nominations` (`guild_id`,`candidate_id`,`id`);--> statement-breakpoint
CREATE TABLE `tier_warnings` (
	`id` integer PRIMARY KEY NOT NULL,
	`guild_id` text NOT NULL,
	`member_id` text NOT NULL,
	`tier` text NOT NULL,
	`warned_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`closed_at` integer,
	`closed_why` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `tier_warnings_open` ON `tier_warnings` (`guild_id`,`member_id`) WHERE closed_at is null;--> statement-breakpoint
ALTER TABLE `members` ADD `joined_at` integer;--> statement-breakpoint
ALTER TABLE `members` ADD `returned_at` integer;--> statement-breakpoint
ALTER TABLE `members` ADD `pseudonym` text;--> statement-breakpoint
ALTER TABLE `promotions` ADD `origin` text DEFAULT 'people' NOT NULL;--> statement-breakpoint
ALTER TABLE `recognitions` ADD `language` text;