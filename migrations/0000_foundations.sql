CREATE TABLE `audit` (
	`id` integer PRIMARY KEY NOT NULL,
	`guild_id` text NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text NOT NULL,
	`action` text NOT NULL,
	`target_id` text,
	`reason` text,
	`details` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_guild` ON `audit` (`guild_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_target` ON `audit` (`guild_id`,`target_id`,`at`);--> statement-breakpoint
CREATE TABLE `effects` (
	`id` integer PRIMARY KEY NOT NULL,
	`guild_id` text NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`dedupe_key` text NOT NULL,
	`lane` text NOT NULL,
	`after_id` integer,
	`ref` text,
	`state` text DEFAULT 'waiting' NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`settled_at` integer,
	`failure` text,
	`result` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `effects_dedupe` ON `effects` (`dedupe_key`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `effects_waiting` ON `effects` (`next_at`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `effects_lane` ON `effects` (`lane`,`id`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `effects_after` ON `effects` (`after_id`) WHERE after_id is not null;--> statement-breakpoint
CREATE INDEX `effects_ref` ON `effects` (`ref`) WHERE ref is not null;--> statement-breakpoint
CREATE TABLE `facts` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `guild_settings` (
	`guild_id` text PRIMARY KEY NOT NULL,
	`settings` text NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `members` (
	`guild_id` text NOT NULL,
	`member_id` text NOT NULL,
	`left_at` integer,
	`board_opt_out_at` integer,
	PRIMARY KEY(`guild_id`, `member_id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `promotions` (
	`id` integer PRIMARY KEY NOT NULL,
	`guild_id` text NOT NULL,
	`member_id` text NOT NULL,
	`direction` text NOT NULL,
	`tier` text,
	`from_tier` text,
	`role_id` text,
	`from_role_id` text,
	`moderator_id` text NOT NULL,
	`reason` text NOT NULL,
	`language` text NOT NULL,
	`state` text NOT NULL,
	`failure` text,
	`created_at` integer NOT NULL,
	`settled_at` integer,
	`ended_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `promotions_member` ON `promotions` (`guild_id`,`member_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `promotions_active` ON `promotions` (`guild_id`,`member_id`) WHERE state = 'active';--> statement-breakpoint
CREATE UNIQUE INDEX `promotions_pending` ON `promotions` (`guild_id`,`member_id`) WHERE state = 'pending';--> statement-breakpoint
CREATE TABLE `recognitions` (
	`id` integer PRIMARY KEY NOT NULL,
	`source_key` text NOT NULL,
	`guild_id` text NOT NULL,
	`kind` text NOT NULL,
	`giver_id` text NOT NULL,
	`receiver_id` text NOT NULL,
	`help_key` text NOT NULL,
	`channel_id` text NOT NULL,
	`message_id` text,
	`source_message_id` text,
	`reason` text,
	`weight` integer NOT NULL,
	`points` integer NOT NULL,
	`occurred_at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`revoked_at` integer,
	`revoked_why` text,
	`counts` integer DEFAULT 0 NOT NULL,
	`first_of_kind` integer DEFAULT 0 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `recognitions_source` ON `recognitions` (`source_key`);--> statement-breakpoint
CREATE INDEX `recognitions_received` ON `recognitions` (`guild_id`,`receiver_id`,`occurred_at`);--> statement-breakpoint
CREATE INDEX `recognitions_pair` ON `recognitions` (`guild_id`,`giver_id`,`receiver_id`,`occurred_at`);--> statement-breakpoint
CREATE INDEX `recognitions_given` ON `recognitions` (`guild_id`,`giver_id`,`occurred_at`);--> statement-breakpoint
CREATE INDEX `recognitions_revoked` ON `recognitions` (`guild_id`,`receiver_id`,`revoked_at`) WHERE revoked_at is not null;--> statement-breakpoint
CREATE INDEX `recognitions_source_message` ON `recognitions` (`source_message_id`) WHERE source_message_id is not null;--> statement-breakpoint
CREATE TABLE `refusals` (
	`id` integer PRIMARY KEY NOT NULL,
	`source_key` text NOT NULL,
	`guild_id` text NOT NULL,
	`giver_id` text NOT NULL,
	`receiver_id` text NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`channel_id` text NOT NULL,
	`message_id` text,
	`occurred_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `refusals_source` ON `refusals` (`source_key`);--> statement-breakpoint
CREATE INDEX `refusals_giver` ON `refusals` (`guild_id`,`giver_id`,`occurred_at`);--> statement-breakpoint
CREATE INDEX `refusals_age` ON `refusals` (`occurred_at`);--> statement-breakpoint
CREATE TABLE `standings` (
	`guild_id` text NOT NULL,
	`period` text NOT NULL,
	`member_id` text NOT NULL,
	`points` integer DEFAULT 0 NOT NULL,
	`solutions` integer DEFAULT 0 NOT NULL,
	`thanks_received` integer DEFAULT 0 NOT NULL,
	`thanks_given` integer DEFAULT 0 NOT NULL,
	`people_helped` integer DEFAULT 0 NOT NULL,
	`active_days` integer DEFAULT 0 NOT NULL,
	`listed` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`guild_id`, `period`, `member_id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `standings_points` ON `standings` (`guild_id`,`period`,`listed`,`points`,`member_id`);--> statement-breakpoint
CREATE INDEX `standings_solutions` ON `standings` (`guild_id`,`period`,`listed`,`solutions`,`member_id`);--> statement-breakpoint
CREATE INDEX `standings_thanks_received` ON `standings` (`guild_id`,`period`,`listed`,`thanks_received`,`member_id`);--> statement-breakpoint
CREATE INDEX `standings_thanks_given` ON `standings` (`guild_id`,`period`,`listed`,`thanks_given`,`member_id`);--> statement-breakpoint
CREATE INDEX `standings_member` ON `standings` (`guild_id`,`member_id`);