CREATE TABLE `helpers` (
	`guild_id` text NOT NULL,
	`member_id` text NOT NULL,
	`available_since` integer,
	`quiet_from` integer,
	`quiet_to` integer,
	`time_zone` text,
	`daily_limit` integer DEFAULT 3 NOT NULL,
	PRIMARY KEY(`guild_id`, `member_id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `question_boards` (
	`guild_id` text PRIMARY KEY NOT NULL,
	`channel_id` text NOT NULL,
	`message_id` text,
	`digest_thread_id` text,
	`drawn_at` integer DEFAULT 0 NOT NULL,
	`shows` text DEFAULT '' NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `question_calls` (
	`question_id` text NOT NULL,
	`member_id` text NOT NULL,
	`guild_id` text NOT NULL,
	`called_at` integer NOT NULL,
	PRIMARY KEY(`question_id`, `member_id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `question_calls_member` ON `question_calls` (`guild_id`,`member_id`,`called_at`);--> statement-breakpoint
CREATE TABLE `question_claims` (
	`id` integer PRIMARY KEY NOT NULL,
	`guild_id` text NOT NULL,
	`question_id` text NOT NULL,
	`member_id` text NOT NULL,
	`claimed_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	`ended_why` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `question_claims_open` ON `question_claims` (`question_id`,`member_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `question_claims_member` ON `question_claims` (`guild_id`,`member_id`,`claimed_at`);--> statement-breakpoint
CREATE INDEX `question_claims_expiry` ON `question_claims` (`expires_at`) WHERE ended_at is null;--> statement-breakpoint
CREATE TABLE `question_confirmations` (
	`question_id` text NOT NULL,
	`message_id` text NOT NULL,
	`member_id` text NOT NULL,
	`author_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`question_id`, `message_id`, `member_id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `question_people` (
	`question_id` text NOT NULL,
	`member_id` text NOT NULL,
	`guild_id` text NOT NULL,
	`messages` integer NOT NULL,
	`is_staff` integer NOT NULL,
	`first_message_id` text NOT NULL,
	`first_at` integer NOT NULL,
	`last_message_id` text NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`question_id`, `member_id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `question_people_member` ON `question_people` (`guild_id`,`member_id`,`last_at`);--> statement-breakpoint
CREATE TABLE `question_prompts` (
	`id` integer PRIMARY KEY NOT NULL,
	`guild_id` text NOT NULL,
	`question_id` text NOT NULL,
	`member_id` text NOT NULL,
	`kind` text NOT NULL,
	`cause_message_id` text,
	`candidate_message_id` text,
	`candidate_author_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`message_id` text,
	`answered_at` integer,
	`answer` text,
	`ended_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `question_prompts_question` ON `question_prompts` (`question_id`,`kind`,`created_at`);--> statement-breakpoint
CREATE INDEX `question_prompts_member` ON `question_prompts` (`guild_id`,`member_id`,`kind`,`created_at`);--> statement-breakpoint
CREATE INDEX `question_prompts_expiry` ON `question_prompts` (`expires_at`) WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `question_prompts_cause` ON `question_prompts` (`cause_message_id`) WHERE cause_message_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `question_prompts_open` ON `question_prompts` (`question_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE TABLE `question_solutions` (
	`id` integer PRIMARY KEY NOT NULL,
	`question_id` text NOT NULL,
	`guild_id` text NOT NULL,
	`kind` text NOT NULL,
	`message_id` text,
	`member_id` text NOT NULL,
	`is_staff` integer NOT NULL,
	`weight` integer NOT NULL,
	`marked_by` text NOT NULL,
	`way` text NOT NULL,
	`marked_at` integer NOT NULL,
	`unmarked_at` integer,
	`unmarked_why` text,
	`origin_question_id` text,
	`origin_message_id` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `question_solutions_question` ON `question_solutions` (`question_id`,`id`);--> statement-breakpoint
CREATE INDEX `question_solutions_message` ON `question_solutions` (`message_id`) WHERE message_id is not null;--> statement-breakpoint
CREATE INDEX `question_solutions_member` ON `question_solutions` (`guild_id`,`member_id`,`marked_at`) WHERE unmarked_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `question_solutions_marked` ON `question_solutions` (`question_id`,`message_id`,`kind`,`member_id`) WHERE unmarked_at is null and message_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `question_solutions_named` ON `question_solutions` (`question_id`,`member_id`) WHERE unmarked_at is null and message_id is null;--> statement-breakpoint
CREATE TABLE `question_tags` (
	`question_id` text NOT NULL,
	`tag_id` text NOT NULL,
	`guild_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`state` text NOT NULL,
	`first_answer_ms` integer,
	`first_answer_staff` integer,
	`solution_ms` integer,
	`solved_staff` integer,
	PRIMARY KEY(`question_id`, `tag_id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `question_tags_asked` ON `question_tags` (`guild_id`,`tag_id`,`asked_at`,`state`,`first_answer_ms`);--> statement-breakpoint
CREATE INDEX `question_tags_state` ON `question_tags` (`guild_id`,`tag_id`,`state`,`asked_at`);--> statement-breakpoint
CREATE INDEX `question_tags_answer_time` ON `question_tags` (`guild_id`,`tag_id`,`first_answer_ms`,`asked_at`,`first_answer_staff`) WHERE first_answer_ms is not null;--> statement-breakpoint
CREATE INDEX `question_tags_solution_time` ON `question_tags` (`guild_id`,`tag_id`,`solution_ms`,`asked_at`,`solved_staff`) WHERE solution_ms is not null;--> statement-breakpoint
CREATE TABLE `questions` (
	`id` text PRIMARY KEY NOT NULL,
	`guild_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`title` text NOT NULL,
	`asker_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`first_answer_at` integer,
	`first_answer_by` text,
	`first_answer_staff` integer,
	`first_answer_ms` integer,
	`last_activity_at` integer NOT NULL,
	`last_asker_at` integer NOT NULL,
	`last_answer_at` integer,
	`solved_at` integer,
	`solved_staff` integer,
	`solution_ms` integer,
	`provisional` integer DEFAULT 0 NOT NULL,
	`closed_at` integer,
	`closed_why` text,
	`duplicate_of` text,
	`reopened_at` integer,
	`raised_at` integer,
	`routed_at` integer,
	`gone_at` integer,
	`asker_left_at` integer,
	`archived_at` integer,
	`archive_due_at` integer,
	`done_to_thread` text,
	`recent_message_ids` text DEFAULT '' NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `questions_asked` ON `questions` (`guild_id`,`asked_at`,`state`,`first_answer_ms`);--> statement-breakpoint
CREATE INDEX `questions_state` ON `questions` (`guild_id`,`state`,`asked_at`);--> statement-breakpoint
CREATE INDEX `questions_asker` ON `questions` (`guild_id`,`asker_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `questions_channel` ON `questions` (`channel_id`,`state`);--> statement-breakpoint
CREATE INDEX `questions_quiet` ON `questions` (`state`,`last_activity_at`);--> statement-breakpoint
CREATE INDEX `questions_answer_time` ON `questions` (`guild_id`,`first_answer_ms`,`asked_at`,`first_answer_staff`) WHERE first_answer_ms is not null;--> statement-breakpoint
CREATE INDEX `questions_solution_time` ON `questions` (`guild_id`,`solution_ms`,`asked_at`,`solved_staff`) WHERE solution_ms is not null;--> statement-breakpoint
CREATE INDEX `questions_archive_due` ON `questions` (`archive_due_at`) WHERE archive_due_at is not null;--> statement-breakpoint
CREATE TABLE `tag_subscriptions` (
	`guild_id` text NOT NULL,
	`member_id` text NOT NULL,
	`tag_id` text NOT NULL,
	`how` text NOT NULL,
	`subscribed_at` integer NOT NULL,
	`told_until` integer NOT NULL,
	PRIMARY KEY(`guild_id`, `member_id`, `tag_id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `tag_subscriptions_tag` ON `tag_subscriptions` (`guild_id`,`tag_id`);