-- Discord's ids become numbers of 64 bits, where they were text of 18 letters or so; every row stays. Those who were
-- forgotten had pseudonyms with a 0 in front, which a number has not: each gets one of the new kind (core/person-key.ts).
CREATE TABLE `__forgotten` (`was` text NOT NULL, `is` text NOT NULL) STRICT;--> statement-breakpoint
CREATE TRIGGER `__forgotten_anew` AFTER INSERT ON `__forgotten` BEGIN
	UPDATE `audit` SET `actor_id` = replace(`actor_id`, new.`was`, new.`is`), `target_id` = replace(`target_id`, new.`was`, new.`is`), `details` = replace(`details`, new.`was`, new.`is`)
	WHERE instr(`actor_id`, new.`was`) > 0 OR instr(`target_id`, new.`was`) > 0 OR instr(`details`, new.`was`) > 0;
	UPDATE `effects` SET `payload` = replace(`payload`, new.`was`, new.`is`), `dedupe_key` = replace(`dedupe_key`, new.`was`, new.`is`), `lane` = replace(`lane`, new.`was`, new.`is`), `ref` = replace(`ref`, new.`was`, new.`is`), `result` = replace(`result`, new.`was`, new.`is`)
	WHERE instr(`payload`, new.`was`) > 0 OR instr(`dedupe_key`, new.`was`) > 0 OR instr(`lane`, new.`was`) > 0 OR instr(`ref`, new.`was`) > 0 OR instr(`result`, new.`was`) > 0;
	UPDATE `fair_play_cases` SET `case_key` = replace(`case_key`, new.`was`, new.`is`), `member_ids` = replace(`member_ids`, new.`was`, new.`is`), `evidence` = replace(`evidence`, new.`was`, new.`is`), `decided_by` = replace(`decided_by`, new.`was`, new.`is`)
	WHERE instr(`case_key`, new.`was`) > 0 OR instr(`member_ids`, new.`was`) > 0 OR instr(`evidence`, new.`was`) > 0 OR instr(`decided_by`, new.`was`) > 0;
	UPDATE `promotions` SET `moderator_id` = replace(`moderator_id`, new.`was`, new.`is`)
	WHERE instr(`moderator_id`, new.`was`) > 0;
	UPDATE `badges_held` SET `awarded_by` = replace(`awarded_by`, new.`was`, new.`is`), `revoked_by` = replace(`revoked_by`, new.`was`, new.`is`)
	WHERE instr(`awarded_by`, new.`was`) > 0 OR instr(`revoked_by`, new.`was`) > 0;
	UPDATE `custom_badges` SET `created_by` = replace(`created_by`, new.`was`, new.`is`)
	WHERE instr(`created_by`, new.`was`) > 0;
	UPDATE `nominations` SET `decided_by` = replace(`decided_by`, new.`was`, new.`is`)
	WHERE instr(`decided_by`, new.`was`) > 0;
	UPDATE `question_solutions` SET `marked_by` = replace(`marked_by`, new.`was`, new.`is`)
	WHERE instr(`marked_by`, new.`was`) > 0;
	UPDATE `rule_drafts` SET `changed_by` = replace(`changed_by`, new.`was`, new.`is`), `applied_by` = replace(`applied_by`, new.`was`, new.`is`)
	WHERE instr(`changed_by`, new.`was`) > 0 OR instr(`applied_by`, new.`was`) > 0;
END;--> statement-breakpoint
INSERT INTO `__forgotten` (`was`, `is`)
SELECT `pseudonym`, 9100000000000000 + cast(`pseudonym` AS int) % 900000000000000 FROM `erasures` WHERE `pseudonym` LIKE '0%' AND length(`pseudonym`) = 18;--> statement-breakpoint
DROP TRIGGER `__forgotten_anew`;--> statement-breakpoint
DROP TABLE `__forgotten`;--> statement-breakpoint
CREATE TABLE `__new_audit` (
	`id` integer PRIMARY KEY NOT NULL,
	`guild_id` int NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text NOT NULL,
	`action` text NOT NULL,
	`target_id` text,
	`reason` text,
	`details` text
) STRICT;--> statement-breakpoint
INSERT INTO `__new_audit` (`id`, `guild_id`, `at`, `actor_id`, `action`, `target_id`, `reason`, `details`)
SELECT `id`, `guild_id`, `at`, `actor_id`, `action`, `target_id`, `reason`, `details`
FROM `audit`;--> statement-breakpoint
DROP TABLE `audit`;--> statement-breakpoint
ALTER TABLE `__new_audit` RENAME TO `audit`;--> statement-breakpoint
CREATE INDEX `audit_guild` ON `audit` (`guild_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_target` ON `audit` (`guild_id`,`target_id`,`at`);--> statement-breakpoint
CREATE TABLE `__new_channel_cursors` (
	`channel_id` int PRIMARY KEY NOT NULL,
	`guild_id` int NOT NULL,
	`message_id` int NOT NULL,
	`handled_ids` text DEFAULT '' NOT NULL
) STRICT;--> statement-breakpoint
INSERT INTO `__new_channel_cursors` (`channel_id`, `guild_id`, `message_id`, `handled_ids`)
SELECT `channel_id`, `guild_id`, `message_id`, `handled_ids`
FROM `channel_cursors`;--> statement-breakpoint
DROP TABLE `channel_cursors`;--> statement-breakpoint
ALTER TABLE `__new_channel_cursors` RENAME TO `channel_cursors`;--> statement-breakpoint
CREATE INDEX `channel_cursors_guild` ON `channel_cursors` (`guild_id`);--> statement-breakpoint
CREATE TABLE `__new_effects` (
	`id` integer PRIMARY KEY NOT NULL,
	`guild_id` int NOT NULL,
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
) STRICT;--> statement-breakpoint
INSERT INTO `__new_effects` (`id`, `guild_id`, `kind`, `payload`, `dedupe_key`, `lane`, `after_id`, `ref`, `state`, `attempts`, `next_at`, `created_at`, `settled_at`, `failure`, `result`)
SELECT `id`, `guild_id`, `kind`, `payload`, `dedupe_key`, `lane`, `after_id`, `ref`, `state`, `attempts`, `next_at`, `created_at`, `settled_at`, `failure`, `result`
FROM `effects`;--> statement-breakpoint
DROP TABLE `effects`;--> statement-breakpoint
ALTER TABLE `__new_effects` RENAME TO `effects`;--> statement-breakpoint
CREATE UNIQUE INDEX `effects_dedupe` ON `effects` (`dedupe_key`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `effects_lane` ON `effects` (`lane`,`id`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `effects_after` ON `effects` (`after_id`) WHERE after_id is not null;--> statement-breakpoint
CREATE INDEX `effects_ref` ON `effects` (`ref`) WHERE ref is not null;--> statement-breakpoint
CREATE INDEX `effects_due` ON `effects` ((kind = 'react' or kind = 'unreact'),`next_at`,`id`) WHERE state = 'waiting';--> statement-breakpoint
CREATE TABLE `__new_guild_settings` (
	`guild_id` int PRIMARY KEY NOT NULL,
	`settings` text NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;--> statement-breakpoint
INSERT INTO `__new_guild_settings` (`guild_id`, `settings`, `updated_at`)
SELECT `guild_id`, `settings`, `updated_at`
FROM `guild_settings`;--> statement-breakpoint
DROP TABLE `guild_settings`;--> statement-breakpoint
ALTER TABLE `__new_guild_settings` RENAME TO `guild_settings`;--> statement-breakpoint
CREATE TABLE `__new_listening` (
	`guild_id` int PRIMARY KEY NOT NULL,
	`since` integer NOT NULL,
	`until` integer NOT NULL
) STRICT;--> statement-breakpoint
INSERT INTO `__new_listening` (`guild_id`, `since`, `until`)
SELECT `guild_id`, `since`, `until`
FROM `listening`;--> statement-breakpoint
DROP TABLE `listening`;--> statement-breakpoint
ALTER TABLE `__new_listening` RENAME TO `listening`;--> statement-breakpoint
CREATE TABLE `__new_members` (
	`guild_id` int NOT NULL,
	`member_id` int NOT NULL,
	`joined_at` integer,
	`returned_at` integer,
	`left_at` integer,
	`board_opt_out_at` integer,
	`pseudonym` text,
	`lost_pseudonym` text,
	`lost_pseudonym_why` text,
	PRIMARY KEY(`guild_id`, `member_id`)
) STRICT;--> statement-breakpoint
INSERT INTO `__new_members` (`guild_id`, `member_id`, `joined_at`, `returned_at`, `left_at`, `board_opt_out_at`, `pseudonym`, `lost_pseudonym`, `lost_pseudonym_why`)
SELECT `guild_id`, CASE WHEN `member_id` LIKE '0%' AND length(`member_id`) = 18 THEN 9100000000000000 + cast(`member_id` AS int) % 900000000000000 ELSE `member_id` END, `joined_at`, `returned_at`, `left_at`, `board_opt_out_at`, `pseudonym`, `lost_pseudonym`, `lost_pseudonym_why`
FROM `members`;--> statement-breakpoint
DROP TABLE `members`;--> statement-breakpoint
ALTER TABLE `__new_members` RENAME TO `members`;--> statement-breakpoint
CREATE TABLE `__new_past_readings` (
	`guild_id` int PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer NOT NULL,
	`read_up_to` int NOT NULL,
	`messages` integer DEFAULT 0 NOT NULL,
	`given` integer DEFAULT 0 NOT NULL,
	`refused` integer DEFAULT 0 NOT NULL,
	`started_at` integer NOT NULL,
	`changed_at` integer NOT NULL
) STRICT;--> statement-breakpoint
INSERT INTO `__new_past_readings` (`guild_id`, `state`, `since`, `until`, `read_up_to`, `messages`, `given`, `refused`, `started_at`, `changed_at`)
SELECT `guild_id`, `state`, `since`, `until`, `read_up_to`, `messages`, `given`, `refused`, `started_at`, `changed_at`
FROM `past_readings`;--> statement-breakpoint
DROP TABLE `past_readings`;--> statement-breakpoint
ALTER TABLE `__new_past_readings` RENAME TO `past_readings`;--> statement-breakpoint
CREATE TABLE `__new_promotions` (
	`id` integer PRIMARY KEY NOT NULL,
	`guild_id` int NOT NULL,
	`member_id` int NOT NULL,
	`direction` text NOT NULL,
	`tier` text,
	`from_tier` text,
	`role_id` int,
	`from_role_id` int,
	`origin` text DEFAULT 'people' NOT NULL,
	`moderator_id` text NOT NULL,
	`reason` text NOT NULL,
	`language` text NOT NULL,
	`state` text NOT NULL,
	`failure` text,
	`created_at` integer NOT NULL,
	`settled_at` integer,
	`ended_at` integer
) STRICT;--> statement-breakpoint
INSERT INTO `__new_promotions` (`id`, `guild_id`, `member_id`, `direction`, `tier`, `from_tier`, `role_id`, `from_role_id`, `origin`, `moderator_id`, `reason`, `language`, `state`, `failure`, `created_at`, `settled_at`, `ended_at`)
SELECT `id`, `guild_id`, CASE WHEN `member_id` LIKE '0%' AND length(`member_id`) = 18 THEN 9100000000000000 + cast(`member_id` AS int) % 900000000000000 ELSE `member_id` END, `direction`, `tier`, `from_tier`, `role_id`, `from_role_id`, `origin`, `moderator_id`, `reason`, `language`, `state`, `failure`, `created_at`, `settled_at`, `ended_at`
FROM `promotions`;--> statement-breakpoint
DROP TABLE `promotions`;--> statement-breakpoint
ALTER TABLE `__new_promotions` RENAME TO `promotions`;--> statement-breakpoint
CREATE INDEX `promotions_member` ON `promotions` (`guild_id`,`member_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `promotions_active` ON `promotions` (`guild_id`,`member_id`) WHERE state = 'active';--> statement-breakpoint
CREATE UNIQUE INDEX `promotions_pending` ON `promotions` (`guild_id`,`member_id`) WHERE state = 'pending';--> statement-breakpoint
CREATE TABLE `__new_recognitions` (
	`id` integer PRIMARY KEY NOT NULL,
	`source_key` text GENERATED ALWAYS AS (coalesce(written_key, 'text:' || source_message_id || ':' || receiver_id)) VIRTUAL NOT NULL,
	`written_key` text,
	`guild_id` int NOT NULL,
	`kind` text NOT NULL,
	`giver_id` int NOT NULL,
	`receiver_id` int NOT NULL,
	`help_key` text NOT NULL,
	`channel_id` int NOT NULL,
	`message_id` int,
	`source_message_id` int,
	`reason` text,
	`language` text,
	`weight` integer NOT NULL,
	`points` integer NOT NULL,
	`occurred_at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`revoked_at` integer,
	`revoked_why` text,
	`counts` integer DEFAULT 0 NOT NULL,
	`first_of_kind` integer DEFAULT 0 NOT NULL
) STRICT;--> statement-breakpoint
INSERT INTO `__new_recognitions` (`id`, `written_key`, `guild_id`, `kind`, `giver_id`, `receiver_id`, `help_key`, `channel_id`, `message_id`, `source_message_id`, `reason`, `language`, `weight`, `points`, `occurred_at`, `recorded_at`, `revoked_at`, `revoked_why`, `counts`, `first_of_kind`)
SELECT `id`, CASE WHEN `source_key` = 'text:' || `source_message_id` || ':' || `receiver_id` THEN NULL WHEN `giver_id` LIKE '0%' OR `receiver_id` LIKE '0%' THEN replace(replace(`source_key`, `giver_id`, CASE WHEN `giver_id` LIKE '0%' AND length(`giver_id`) = 18 THEN 9100000000000000 + cast(`giver_id` AS int) % 900000000000000 ELSE `giver_id` END), `receiver_id`, CASE WHEN `receiver_id` LIKE '0%' AND length(`receiver_id`) = 18 THEN 9100000000000000 + cast(`receiver_id` AS int) % 900000000000000 ELSE `receiver_id` END) ELSE `source_key` END, `guild_id`, `kind`, CASE WHEN `giver_id` LIKE '0%' AND length(`giver_id`) = 18 THEN 9100000000000000 + cast(`giver_id` AS int) % 900000000000000 ELSE `giver_id` END, CASE WHEN `receiver_id` LIKE '0%' AND length(`receiver_id`) = 18 THEN 9100000000000000 + cast(`receiver_id` AS int) % 900000000000000 ELSE `receiver_id` END, `help_key`, `channel_id`, `message_id`, `source_message_id`, `reason`, `language`, `weight`, `points`, `occurred_at`, `recorded_at`, `revoked_at`, `revoked_why`, `counts`, `first_of_kind`
FROM `recognitions`;--> statement-breakpoint
DROP TABLE `recognitions`;--> statement-breakpoint
ALTER TABLE `__new_recognitions` RENAME TO `recognitions`;--> statement-breakpoint
CREATE UNIQUE INDEX `recognitions_source` ON `recognitions` (`source_key`);--> statement-breakpoint
CREATE INDEX `recognitions_received` ON `recognitions` (`guild_id`,`receiver_id`,`occurred_at`);--> statement-breakpoint
CREATE INDEX `recognitions_pair` ON `recognitions` (`guild_id`,`giver_id`,`receiver_id`,`occurred_at`);--> statement-breakpoint
CREATE INDEX `recognitions_given` ON `recognitions` (`guild_id`,`giver_id`,`occurred_at`);--> statement-breakpoint
CREATE INDEX `recognitions_revoked` ON `recognitions` (`guild_id`,`receiver_id`,`revoked_at`) WHERE revoked_at is not null;--> statement-breakpoint
CREATE INDEX `recognitions_source_message` ON `recognitions` (`source_message_id`) WHERE source_message_id is not null;--> statement-breakpoint
CREATE INDEX `recognitions_solutions` ON `recognitions` (`guild_id`,`receiver_id`,`occurred_at`) WHERE kind = 'solution' and first_of_kind = 1;--> statement-breakpoint
CREATE INDEX `recognitions_languages` ON `recognitions` (`guild_id`,`receiver_id`,`language`) WHERE kind = 'thanks' and first_of_kind = 1 and language is not null;--> statement-breakpoint
CREATE INDEX `recognitions_in_question` ON `recognitions` (`help_key`) WHERE help_key >= 'question:' and help_key < 'question:~';--> statement-breakpoint
CREATE INDEX `recognitions_solved` ON `recognitions` (`guild_id`,`receiver_id`,`help_key`) WHERE kind = 'solution' and first_of_kind = 1 and help_key >= 'question:' and help_key < 'question:~';--> statement-breakpoint
CREATE TABLE `__new_refusals` (
	`id` integer PRIMARY KEY NOT NULL,
	`source_key` text NOT NULL,
	`guild_id` int NOT NULL,
	`giver_id` int NOT NULL,
	`receiver_id` int NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`channel_id` int NOT NULL,
	`message_id` int,
	`occurred_at` integer NOT NULL
) STRICT;--> statement-breakpoint
INSERT INTO `__new_refusals` (`id`, `source_key`, `guild_id`, `giver_id`, `receiver_id`, `kind`, `reason`, `channel_id`, `message_id`, `occurred_at`)
SELECT `id`, CASE WHEN `giver_id` LIKE '0%' OR `receiver_id` LIKE '0%' THEN replace(replace(`source_key`, `giver_id`, CASE WHEN `giver_id` LIKE '0%' AND length(`giver_id`) = 18 THEN 9100000000000000 + cast(`giver_id` AS int) % 900000000000000 ELSE `giver_id` END), `receiver_id`, CASE WHEN `receiver_id` LIKE '0%' AND length(`receiver_id`) = 18 THEN 9100000000000000 + cast(`receiver_id` AS int) % 900000000000000 ELSE `receiver_id` END) ELSE `source_key` END, `guild_id`, CASE WHEN `giver_id` LIKE '0%' AND length(`giver_id`) = 18 THEN 9100000000000000 + cast(`giver_id` AS int) % 900000000000000 ELSE `giver_id` END, CASE WHEN `receiver_id` LIKE '0%' AND length(`receiver_id`) = 18 THEN 9100000000000000 + cast(`receiver_id` AS int) % 900000000000000 ELSE `receiver_id` END, `kind`, `reason`, `channel_id`, `message_id`, `occurred_at`
FROM `refusals`;--> statement-breakpoint
DROP TABLE `refusals`;--> statement-breakpoint
ALTER TABLE `__new_refusals` RENAME TO `refusals`;--> statement-breakpoint
CREATE UNIQUE INDEX `refusals_source` ON `refusals` (`source_key`);--> statement-breakpoint
CREATE INDEX `refusals_giver` ON `refusals` (`guild_id`,`giver_id`,`occurred_at`);--> statement-breakpoint
CREATE INDEX `refusals_age` ON `refusals` (`occurred_at`);--> statement-breakpoint
CREATE TABLE `__new_standings` (
	`guild_id` int NOT NULL,
	`period` text NOT NULL,
	`member_id` int NOT NULL,
	`points` integer DEFAULT 0 NOT NULL,
	`solutions` integer DEFAULT 0 NOT NULL,
	`thanks_received` integer DEFAULT 0 NOT NULL,
	`thanks_given` integer DEFAULT 0 NOT NULL,
	`people_helped` integer DEFAULT 0 NOT NULL,
	`active_days` integer DEFAULT 0 NOT NULL,
	`listed` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`guild_id`, `period`, `member_id`)
) STRICT, WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `__new_standings` (`guild_id`, `period`, `member_id`, `points`, `solutions`, `thanks_received`, `thanks_given`, `people_helped`, `active_days`, `listed`)
SELECT `guild_id`, `period`, CASE WHEN `member_id` LIKE '0%' AND length(`member_id`) = 18 THEN 9100000000000000 + cast(`member_id` AS int) % 900000000000000 ELSE `member_id` END, `points`, `solutions`, `thanks_received`, `thanks_given`, `people_helped`, `active_days`, `listed`
FROM `standings` ORDER BY `guild_id`, `period`, `member_id`;--> statement-breakpoint
DROP TABLE `standings`;--> statement-breakpoint
ALTER TABLE `__new_standings` RENAME TO `standings`;--> statement-breakpoint
CREATE INDEX `standings_points` ON `standings` (`guild_id`,`period`,points desc,`member_id`) WHERE listed * points > 0;--> statement-breakpoint
CREATE INDEX `standings_solutions` ON `standings` (`guild_id`,`period`,solutions desc,`member_id`) WHERE listed * solutions > 0;--> statement-breakpoint
CREATE INDEX `standings_thanks_received` ON `standings` (`guild_id`,`period`,thanks_received desc,`member_id`) WHERE listed * thanks_received > 0;--> statement-breakpoint
CREATE INDEX `standings_thanks_given` ON `standings` (`guild_id`,`period`,thanks_given desc,`member_id`) WHERE listed * thanks_given > 0;--> statement-breakpoint
CREATE TABLE `__new_helpers` (
	`guild_id` int NOT NULL,
	`member_id` int NOT NULL,
	`available_since` integer,
	`quiet_from` integer,
	`quiet_to` integer,
	`time_zone` text,
	`daily_limit` integer DEFAULT 3 NOT NULL,
	PRIMARY KEY(`guild_id`, `member_id`)
) STRICT;--> statement-breakpoint
INSERT INTO `__new_helpers` (`guild_id`, `member_id`, `available_since`, `quiet_from`, `quiet_to`, `time_zone`, `daily_limit`)
SELECT `guild_id`, CASE WHEN `member_id` LIKE '0%' AND length(`member_id`) = 18 THEN 9100000000000000 + cast(`member_id` AS int) % 900000000000000 ELSE `member_id` END, `available_since`, `quiet_from`, `quiet_to`, `time_zone`, `daily_limit`
FROM `helpers`;--> statement-breakpoint
DROP TABLE `helpers`;--> statement-breakpoint
ALTER TABLE `__new_helpers` RENAME TO `helpers`;--> statement-breakpoint
CREATE TABLE `__new_question_boards` (
	`guild_id` int PRIMARY KEY NOT NULL,
	`channel_id` int NOT NULL,
	`message_id` int,
	`digest_thread_id` int,
	`drawn_at` integer DEFAULT 0 NOT NULL,
	`shows` text DEFAULT '' NOT NULL
) STRICT;--> statement-breakpoint
INSERT INTO `__new_question_boards` (`guild_id`, `channel_id`, `message_id`, `digest_thread_id`, `drawn_at`, `shows`)
SELECT `guild_id`, `channel_id`, `message_id`, `digest_thread_id`, `drawn_at`, `shows`
FROM `question_boards`;--> statement-breakpoint
DROP TABLE `question_boards`;--> statement-breakpoint
ALTER TABLE `__new_question_boards` RENAME TO `question_boards`;--> statement-breakpoint
CREATE TABLE `__new_question_calls` (
	`question_id` int NOT NULL,
	`member_id` int NOT NULL,
	`guild_id` int NOT NULL,
	`called_at` integer NOT NULL,
	PRIMARY KEY(`question_id`, `member_id`)
) STRICT;--> statement-breakpoint
INSERT INTO `__new_question_calls` (`question_id`, `member_id`, `guild_id`, `called_at`)
SELECT `question_id`, CASE WHEN `member_id` LIKE '0%' AND length(`member_id`) = 18 THEN 9100000000000000 + cast(`member_id` AS int) % 900000000000000 ELSE `member_id` END, `guild_id`, `called_at`
FROM `question_calls`;--> statement-breakpoint
DROP TABLE `question_calls`;--> statement-breakpoint
ALTER TABLE `__new_question_calls` RENAME TO `question_calls`;--> statement-breakpoint
CREATE INDEX `question_calls_member` ON `question_calls` (`guild_id`,`member_id`,`called_at`);--> statement-breakpoint
CREATE TABLE `__new_question_claims` (
	`id` integer PRIMARY KEY NOT NULL,
	`guild_id` int NOT NULL,
	`question_id` int NOT NULL,
	`member_id` int NOT NULL,
	`claimed_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	`ended_why` text
) STRICT;--> statement-breakpoint
INSERT INTO `__new_question_claims` (`id`, `guild_id`, `question_id`, `member_id`, `claimed_at`, `expires_at`, `ended_at`, `ended_why`)
SELECT `id`, `guild_id`, `question_id`, CASE WHEN `member_id` LIKE '0%' AND length(`member_id`) = 18 THEN 9100000000000000 + cast(`member_id` AS int) % 900000000000000 ELSE `member_id` END, `claimed_at`, `expires_at`, `ended_at`, `ended_why`
FROM `question_claims`;--> statement-breakpoint
DROP TABLE `question_claims`;--> statement-breakpoint
ALTER TABLE `__new_question_claims` RENAME TO `question_claims`;--> statement-breakpoint
CREATE UNIQUE INDEX `question_claims_open` ON `question_claims` (`question_id`,`member_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `question_claims_member` ON `question_claims` (`guild_id`,`member_id`,`claimed_at`);--> statement-breakpoint
CREATE INDEX `question_claims_expiry` ON `question_claims` (`expires_at`) WHERE ended_at is null;--> statement-breakpoint
CREATE TABLE `__new_question_confirmations` (
	`question_id` int NOT NULL,
	`message_id` int NOT NULL,
	`member_id` int NOT NULL,
	`author_id` int NOT NULL,
	`at` integer NOT NULL,
	`by_reaction` integer DEFAULT 0 NOT NULL,
	`set_aside` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`question_id`, `message_id`, `member_id`)
) STRICT;--> statement-breakpoint
INSERT INTO `__new_question_confirmations` (`question_id`, `message_id`, `member_id`, `author_id`, `at`, `by_reaction`, `set_aside`)
SELECT `question_id`, `message_id`, CASE WHEN `member_id` LIKE '0%' AND length(`member_id`) = 18 THEN 9100000000000000 + cast(`member_id` AS int) % 900000000000000 ELSE `member_id` END, CASE WHEN `author_id` LIKE '0%' AND length(`author_id`) = 18 THEN 9100000000000000 + cast(`author_id` AS int) % 900000000000000 ELSE `author_id` END, `at`, `by_reaction`, `set_aside`
FROM `question_confirmations`;--> statement-breakpoint
DROP TABLE `question_confirmations`;--> statement-breakpoint
ALTER TABLE `__new_question_confirmations` RENAME TO `question_confirmations`;--> statement-breakpoint
CREATE TABLE `__new_question_people` (
	`question_id` int NOT NULL,
	`member_id` int NOT NULL,
	`guild_id` int NOT NULL,
	`messages` integer NOT NULL,
	`is_staff` integer NOT NULL,
	`first_message_id` int NOT NULL,
	`first_at` integer NOT NULL,
	`last_message_id` int NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`question_id`, `member_id`)
) STRICT;--> statement-breakpoint
INSERT INTO `__new_question_people` (`question_id`, `member_id`, `guild_id`, `messages`, `is_staff`, `first_message_id`, `first_at`, `last_message_id`, `last_at`)
SELECT `question_id`, CASE WHEN `member_id` LIKE '0%' AND length(`member_id`) = 18 THEN 9100000000000000 + cast(`member_id` AS int) % 900000000000000 ELSE `member_id` END, `guild_id`, `messages`, `is_staff`, `first_message_id`, `first_at`, `last_message_id`, `last_at`
FROM `question_people`;--> statement-breakpoint
DROP TABLE `question_people`;--> statement-breakpoint
ALTER TABLE `__new_question_people` RENAME TO `question_people`;--> statement-breakpoint
CREATE INDEX `question_people_member` ON `question_people` (`guild_id`,`member_id`,`last_at`);--> statement-breakpoint
CREATE TABLE `__new_question_prompts` (
	`id` integer PRIMARY KEY NOT NULL,
	`guild_id` int NOT NULL,
	`question_id` int NOT NULL,
	`member_id` int NOT NULL,
	`kind` text NOT NULL,
	`cause_message_id` int,
	`candidate_message_id` int,
	`candidate_author_id` int,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`message_id` int,
	`answered_at` integer,
	`answer` text,
	`ended_at` integer
) STRICT;--> statement-breakpoint
INSERT INTO `__new_question_prompts` (`id`, `guild_id`, `question_id`, `member_id`, `kind`, `cause_message_id`, `candidate_message_id`, `candidate_author_id`, `created_at`, `expires_at`, `message_id`, `answered_at`, `answer`, `ended_at`)
SELECT `id`, `guild_id`, `question_id`, CASE WHEN `member_id` LIKE '0%' AND length(`member_id`) = 18 THEN 9100000000000000 + cast(`member_id` AS int) % 900000000000000 ELSE `member_id` END, `kind`, `cause_message_id`, `candidate_message_id`, CASE WHEN `candidate_author_id` LIKE '0%' AND length(`candidate_author_id`) = 18 THEN 9100000000000000 + cast(`candidate_author_id` AS int) % 900000000000000 ELSE `candidate_author_id` END, `created_at`, `expires_at`, `message_id`, `answered_at`, `answer`, `ended_at`
FROM `question_prompts`;--> statement-breakpoint
DROP TABLE `question_prompts`;--> statement-breakpoint
ALTER TABLE `__new_question_prompts` RENAME TO `question_prompts`;--> statement-breakpoint
CREATE INDEX `question_prompts_question` ON `question_prompts` (`question_id`,`kind`,`created_at`);--> statement-breakpoint
CREATE INDEX `question_prompts_member` ON `question_prompts` (`guild_id`,`member_id`,`kind`,`created_at`);--> statement-breakpoint
CREATE INDEX `question_prompts_expiry` ON `question_prompts` (`expires_at`) WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `question_prompts_cause` ON `question_prompts` (`cause_message_id`) WHERE cause_message_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `question_prompts_open` ON `question_prompts` (`question_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE TABLE `__new_question_solutions` (
	`id` integer PRIMARY KEY NOT NULL,
	`question_id` int NOT NULL,
	`guild_id` int NOT NULL,
	`kind` text NOT NULL,
	`message_id` int,
	`member_id` int NOT NULL,
	`is_staff` integer NOT NULL,
	`weight` integer NOT NULL,
	`marked_by` text NOT NULL,
	`way` text NOT NULL,
	`marked_at` integer NOT NULL,
	`unmarked_at` integer,
	`unmarked_why` text,
	`origin_question_id` int,
	`origin_message_id` int
) STRICT;--> statement-breakpoint
INSERT INTO `__new_question_solutions` (`id`, `question_id`, `guild_id`, `kind`, `message_id`, `member_id`, `is_staff`, `weight`, `marked_by`, `way`, `marked_at`, `unmarked_at`, `unmarked_why`, `origin_question_id`, `origin_message_id`)
SELECT `id`, `question_id`, `guild_id`, `kind`, `message_id`, CASE WHEN `member_id` LIKE '0%' AND length(`member_id`) = 18 THEN 9100000000000000 + cast(`member_id` AS int) % 900000000000000 ELSE `member_id` END, `is_staff`, `weight`, `marked_by`, `way`, `marked_at`, `unmarked_at`, `unmarked_why`, `origin_question_id`, `origin_message_id`
FROM `question_solutions`;--> statement-breakpoint
DROP TABLE `question_solutions`;--> statement-breakpoint
ALTER TABLE `__new_question_solutions` RENAME TO `question_solutions`;--> statement-breakpoint
CREATE INDEX `question_solutions_question` ON `question_solutions` (`question_id`,`id`);--> statement-breakpoint
CREATE INDEX `question_solutions_message` ON `question_solutions` (`message_id`) WHERE message_id is not null;--> statement-breakpoint
CREATE INDEX `question_solutions_member` ON `question_solutions` (`guild_id`,`member_id`,`marked_at`) WHERE unmarked_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `question_solutions_named` ON `question_solutions` (`question_id`,`member_id`) WHERE unmarked_at is null and message_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX `question_solutions_marked_by` ON `question_solutions` (`question_id`,`message_id`,`kind`,`member_id`,`marked_by`) WHERE unmarked_at is null and message_id is not null;--> statement-breakpoint
CREATE INDEX `question_solutions_older` ON `question_solutions` (`guild_id`,`member_id`) WHERE unmarked_at is null and origin_question_id is not null;--> statement-breakpoint
CREATE TABLE `__new_question_tags` (
	`question_id` int NOT NULL,
	`tag_id` int NOT NULL,
	`guild_id` int NOT NULL,
	`asked_at` integer NOT NULL,
	`state` text NOT NULL,
	`first_answer_ms` integer,
	`first_answer_staff` integer,
	`solution_ms` integer,
	`solved_staff` integer,
	PRIMARY KEY(`question_id`, `tag_id`)
) STRICT;--> statement-breakpoint
INSERT INTO `__new_question_tags` (`question_id`, `tag_id`, `guild_id`, `asked_at`, `state`, `first_answer_ms`, `first_answer_staff`, `solution_ms`, `solved_staff`)
SELECT `question_id`, `tag_id`, `guild_id`, `asked_at`, `state`, `first_answer_ms`, `first_answer_staff`, `solution_ms`, `solved_staff`
FROM `question_tags`;--> statement-breakpoint
DROP TABLE `question_tags`;--> statement-breakpoint
ALTER TABLE `__new_question_tags` RENAME TO `question_tags`;--> statement-breakpoint
CREATE INDEX `question_tags_asked` ON `question_tags` (`guild_id`,`tag_id`,`asked_at`,`state`,`first_answer_ms`);--> statement-breakpoint
CREATE INDEX `question_tags_state` ON `question_tags` (`guild_id`,`tag_id`,`state`,`asked_at`);--> statement-breakpoint
CREATE INDEX `question_tags_answer_time` ON `question_tags` (`guild_id`,`tag_id`,`first_answer_ms`,`asked_at`,`first_answer_staff`) WHERE first_answer_ms is not null;--> statement-breakpoint
CREATE INDEX `question_tags_solution_time` ON `question_tags` (`guild_id`,`tag_id`,`solution_ms`,`asked_at`,`solved_staff`) WHERE solution_ms is not null;--> statement-breakpoint
CREATE TABLE `__new_questions` (
	`id` int PRIMARY KEY NOT NULL,
	`guild_id` int NOT NULL,
	`channel_id` int NOT NULL,
	`first_message_in` int,
	`title` text NOT NULL,
	`asker_id` int NOT NULL,
	`asked_at` integer NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`first_answer_at` integer,
	`first_answer_by` int,
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
	`duplicate_of` int,
	`reopened_at` integer,
	`raised_at` integer,
	`routed_at` integer,
	`gone_at` integer,
	`asker_left_at` integer,
	`archived_at` integer,
	`archive_due_at` integer,
	`done_to_thread` text,
	`recent_message_ids` text DEFAULT '' NOT NULL
) STRICT;--> statement-breakpoint
INSERT INTO `__new_questions` (`id`, `guild_id`, `channel_id`, `first_message_in`, `title`, `asker_id`, `asked_at`, `state`, `first_answer_at`, `first_answer_by`, `first_answer_staff`, `first_answer_ms`, `last_activity_at`, `last_asker_at`, `last_answer_at`, `solved_at`, `solved_staff`, `solution_ms`, `provisional`, `closed_at`, `closed_why`, `duplicate_of`, `reopened_at`, `raised_at`, `routed_at`, `gone_at`, `asker_left_at`, `archived_at`, `archive_due_at`, `done_to_thread`, `recent_message_ids`)
SELECT `id`, `guild_id`, `channel_id`, `first_message_in`, `title`, CASE WHEN `asker_id` LIKE '0%' AND length(`asker_id`) = 18 THEN 9100000000000000 + cast(`asker_id` AS int) % 900000000000000 ELSE `asker_id` END, `asked_at`, `state`, `first_answer_at`, CASE WHEN `first_answer_by` LIKE '0%' AND length(`first_answer_by`) = 18 THEN 9100000000000000 + cast(`first_answer_by` AS int) % 900000000000000 ELSE `first_answer_by` END, `first_answer_staff`, `first_answer_ms`, `last_activity_at`, `last_asker_at`, `last_answer_at`, `solved_at`, `solved_staff`, `solution_ms`, `provisional`, `closed_at`, `closed_why`, `duplicate_of`, `reopened_at`, `raised_at`, `routed_at`, `gone_at`, `asker_left_at`, `archived_at`, `archive_due_at`, `done_to_thread`, `recent_message_ids`
FROM `questions`;--> statement-breakpoint
DROP TABLE `questions`;--> statement-breakpoint
ALTER TABLE `__new_questions` RENAME TO `questions`;--> statement-breakpoint
CREATE INDEX `questions_asked` ON `questions` (`guild_id`,`asked_at`,`state`,`first_answer_ms`);--> statement-breakpoint
CREATE INDEX `questions_state` ON `questions` (`guild_id`,`state`,`asked_at`);--> statement-breakpoint
CREATE INDEX `questions_asker` ON `questions` (`guild_id`,`asker_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `questions_channel` ON `questions` (`channel_id`,`state`);--> statement-breakpoint
CREATE INDEX `questions_quiet` ON `questions` (`state`,`last_activity_at`);--> statement-breakpoint
CREATE INDEX `questions_answer_time` ON `questions` (`guild_id`,`first_answer_ms`,`asked_at`,`first_answer_staff`) WHERE first_answer_ms is not null;--> statement-breakpoint
CREATE INDEX `questions_solution_time` ON `questions` (`guild_id`,`solution_ms`,`asked_at`,`solved_staff`) WHERE solution_ms is not null;--> statement-breakpoint
CREATE INDEX `questions_archive_due` ON `questions` (`archive_due_at`) WHERE archive_due_at is not null;--> statement-breakpoint
CREATE INDEX `questions_solved` ON `questions` (`solved_at`) WHERE solved_at is not null;--> statement-breakpoint
CREATE INDEX `questions_awake` ON `questions` (`guild_id`,`state`,`asked_at`) WHERE archived_at is null and gone_at is null;--> statement-breakpoint
CREATE INDEX `questions_first_answer` ON `questions` (`guild_id`,`first_answer_by`) WHERE first_answer_by is not null;--> statement-breakpoint
CREATE TABLE `__new_tag_subscriptions` (
	`guild_id` int NOT NULL,
	`member_id` int NOT NULL,
	`tag_id` int NOT NULL,
	`how` text NOT NULL,
	`subscribed_at` integer NOT NULL,
	`told_until` integer NOT NULL,
	PRIMARY KEY(`guild_id`, `member_id`, `tag_id`)
) STRICT;--> statement-breakpoint
INSERT INTO `__new_tag_subscriptions` (`guild_id`, `member_id`, `tag_id`, `how`, `subscribed_at`, `told_until`)
SELECT `guild_id`, CASE WHEN `member_id` LIKE '0%' AND length(`member_id`) = 18 THEN 9100000000000000 + cast(`member_id` AS int) % 900000000000000 ELSE `member_id` END, `tag_id`, `how`, `subscribed_at`, `told_until`
FROM `tag_subscriptions`;--> statement-breakpoint
DROP TABLE `tag_subscriptions`;--> statement-breakpoint
ALTER TABLE `__new_tag_subscriptions` RENAME TO `tag_subscriptions`;--> statement-breakpoint
CREATE INDEX `tag_subscriptions_tag` ON `tag_subscriptions` (`guild_id`,`tag_id`);--> statement-breakpoint
CREATE TABLE `__new_ambassador_terms` (
	`id` integer PRIMARY KEY NOT NULL,
	`guild_id` int NOT NULL,
	`member_id` int NOT NULL,
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
) STRICT;--> statement-breakpoint
INSERT INTO `__new_ambassador_terms` (`id`, `guild_id`, `member_id`, `promotion_id`, `started_at`, `ends_at`, `state`, `asked_at`, `answer`, `answered_at`, `paused_at`, `ended_at`, `ended_why`, `alumnus`)
SELECT `id`, `guild_id`, CASE WHEN `member_id` LIKE '0%' AND length(`member_id`) = 18 THEN 9100000000000000 + cast(`member_id` AS int) % 900000000000000 ELSE `member_id` END, `promotion_id`, `started_at`, `ends_at`, `state`, `asked_at`, `answer`, `answered_at`, `paused_at`, `ended_at`, `ended_why`, `alumnus`
FROM `ambassador_terms`;--> statement-breakpoint
DROP TABLE `ambassador_terms`;--> statement-breakpoint
ALTER TABLE `__new_ambassador_terms` RENAME TO `ambassador_terms`;--> statement-breakpoint
CREATE UNIQUE INDEX `ambassador_terms_running` ON `ambassador_terms` (`guild_id`,`member_id`) WHERE state in ('active', 'paused');--> statement-breakpoint
CREATE INDEX `ambassador_terms_ending` ON `ambassador_terms` (`ends_at`) WHERE state in ('active', 'paused');--> statement-breakpoint
CREATE INDEX `ambassador_terms_guild` ON `ambassador_terms` (`guild_id`,`state`);--> statement-breakpoint
CREATE TABLE `__new_badges_held` (
	`guild_id` int NOT NULL,
	`member_id` int NOT NULL,
	`badge` text NOT NULL,
	`awarded_at` integer NOT NULL,
	`awarded_by` text,
	`reason` text,
	`channel_id` int,
	`message_id` int,
	`announced_at` integer,
	`revoked_at` integer,
	`revoked_by` text,
	`revoked_why` text,
	PRIMARY KEY(`guild_id`, `member_id`, `badge`)
) STRICT;--> statement-breakpoint
INSERT INTO `__new_badges_held` (`guild_id`, `member_id`, `badge`, `awarded_at`, `awarded_by`, `reason`, `channel_id`, `message_id`, `announced_at`, `revoked_at`, `revoked_by`, `revoked_why`)
SELECT `guild_id`, CASE WHEN `member_id` LIKE '0%' AND length(`member_id`) = 18 THEN 9100000000000000 + cast(`member_id` AS int) % 900000000000000 ELSE `member_id` END, `badge`, `awarded_at`, `awarded_by`, `reason`, `channel_id`, `message_id`, `announced_at`, `revoked_at`, `revoked_by`, `revoked_why`
FROM `badges_held`;--> statement-breakpoint
DROP TABLE `badges_held`;--> statement-breakpoint
ALTER TABLE `__new_badges_held` RENAME TO `badges_held`;--> statement-breakpoint
CREATE INDEX `badges_held_badge` ON `badges_held` (`guild_id`,`badge`,`awarded_at`);--> statement-breakpoint
CREATE INDEX `badges_held_unannounced` ON `badges_held` (`guild_id`) WHERE announced_at is null and revoked_at is null;--> statement-breakpoint
CREATE TABLE `__new_custom_badges` (
	`id` integer PRIMARY KEY NOT NULL,
	`guild_id` int NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`emoji` text NOT NULL,
	`description` text,
	`grant_role_ids` text DEFAULT '[]' NOT NULL,
	`by_ambassadors` integer DEFAULT 0 NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer
) STRICT;--> statement-breakpoint
INSERT INTO `__new_custom_badges` (`id`, `guild_id`, `name`, `name_key`, `emoji`, `description`, `grant_role_ids`, `by_ambassadors`, `created_by`, `created_at`, `removed_at`)
SELECT `id`, `guild_id`, `name`, `name_key`, `emoji`, `description`, `grant_role_ids`, `by_ambassadors`, `created_by`, `created_at`, `removed_at`
FROM `custom_badges`;--> statement-breakpoint
DROP TABLE `custom_badges`;--> statement-breakpoint
ALTER TABLE `__new_custom_badges` RENAME TO `custom_badges`;--> statement-breakpoint
CREATE UNIQUE INDEX `custom_badges_name` ON `custom_badges` (`guild_id`,`name_key`) WHERE removed_at is null;--> statement-breakpoint
CREATE TABLE `__new_fair_play_cases` (
	`id` integer PRIMARY KEY NOT NULL,
	`guild_id` int NOT NULL,
	`signal` text NOT NULL,
	`case_key` text NOT NULL,
	`member_ids` text NOT NULL,
	`evidence` text NOT NULL,
	`state` text NOT NULL,
	`opened_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`reason` text
) STRICT;--> statement-breakpoint
INSERT INTO `__new_fair_play_cases` (`id`, `guild_id`, `signal`, `case_key`, `member_ids`, `evidence`, `state`, `opened_at`, `decided_at`, `decided_by`, `reason`)
SELECT `id`, `guild_id`, `signal`, `case_key`, `member_ids`, `evidence`, `state`, `opened_at`, `decided_at`, `decided_by`, `reason`
FROM `fair_play_cases`;--> statement-breakpoint
DROP TABLE `fair_play_cases`;--> statement-breakpoint
ALTER TABLE `__new_fair_play_cases` RENAME TO `fair_play_cases`;--> statement-breakpoint
CREATE UNIQUE INDEX `fair_play_cases_key` ON `fair_play_cases` (`guild_id`,`case_key`);--> statement-breakpoint
CREATE INDEX `fair_play_cases_state` ON `fair_play_cases` (`guild_id`,`state`,`opened_at`);--> statement-breakpoint
CREATE TABLE `__new_fair_play_members` (
	`case_id` integer NOT NULL,
	`guild_id` int NOT NULL,
	`member_id` int NOT NULL,
	`answer` text,
	`answered_at` integer,
	PRIMARY KEY(`case_id`, `member_id`)
) STRICT;--> statement-breakpoint
INSERT INTO `__new_fair_play_members` (`case_id`, `guild_id`, `member_id`, `answer`, `answered_at`)
SELECT `case_id`, `guild_id`, CASE WHEN `member_id` LIKE '0%' AND length(`member_id`) = 18 THEN 9100000000000000 + cast(`member_id` AS int) % 900000000000000 ELSE `member_id` END, `answer`, `answered_at`
FROM `fair_play_members`;--> statement-breakpoint
DROP TABLE `fair_play_members`;--> statement-breakpoint
ALTER TABLE `__new_fair_play_members` RENAME TO `fair_play_members`;--> statement-breakpoint
CREATE INDEX `fair_play_members_member` ON `fair_play_members` (`guild_id`,`member_id`);--> statement-breakpoint
CREATE TABLE `__new_leaves` (
	`id` integer PRIMARY KEY NOT NULL,
	`guild_id` int NOT NULL,
	`member_id` int NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`cancelled_at` integer
) STRICT;--> statement-breakpoint
INSERT INTO `__new_leaves` (`id`, `guild_id`, `member_id`, `from_at`, `to_at`, `created_at`, `cancelled_at`)
SELECT `id`, `guild_id`, CASE WHEN `member_id` LIKE '0%' AND length(`member_id`) = 18 THEN 9100000000000000 + cast(`member_id` AS int) % 900000000000000 ELSE `member_id` END, `from_at`, `to_at`, `created_at`, `cancelled_at`
FROM `leaves`;--> statement-breakpoint
DROP TABLE `leaves`;--> statement-breakpoint
ALTER TABLE `__new_leaves` RENAME TO `leaves`;--> statement-breakpoint
CREATE INDEX `leaves_member` ON `leaves` (`guild_id`,`member_id`,`to_at`);--> statement-breakpoint
CREATE TABLE `__new_nomination_votes` (
	`nomination_id` integer NOT NULL,
	`member_id` int NOT NULL,
	`vote` text NOT NULL,
	`reason` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`nomination_id`, `member_id`)
) STRICT;--> statement-breakpoint
INSERT INTO `__new_nomination_votes` (`nomination_id`, `member_id`, `vote`, `reason`, `at`)
SELECT `nomination_id`, CASE WHEN `member_id` LIKE '0%' AND length(`member_id`) = 18 THEN 9100000000000000 + cast(`member_id` AS int) % 900000000000000 ELSE `member_id` END, `vote`, `reason`, `at`
FROM `nomination_votes`;--> statement-breakpoint
DROP TABLE `nomination_votes`;--> statement-breakpoint
ALTER TABLE `__new_nomination_votes` RENAME TO `nomination_votes`;--> statement-breakpoint
CREATE TABLE `__new_nominations` (
	`id` integer PRIMARY KEY NOT NULL,
	`guild_id` int NOT NULL,
	`candidate_id` int NOT NULL,
	`nominator_id` int NOT NULL,
	`why` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`channel_id` int NOT NULL,
	`answered_at` integer,
	`statement` text,
	`review_started_at` integer,
	`thread_id` int,
	`message_id` int,
	`decided_at` integer,
	`decided_by` text,
	`feedback` text,
	`again_at` integer,
	`promotion_id` integer
) STRICT;--> statement-breakpoint
INSERT INTO `__new_nominations` (`id`, `guild_id`, `candidate_id`, `nominator_id`, `why`, `state`, `created_at`, `channel_id`, `answered_at`, `statement`, `review_started_at`, `thread_id`, `message_id`, `decided_at`, `decided_by`, `feedback`, `again_at`, `promotion_id`)
SELECT `id`, `guild_id`, CASE WHEN `candidate_id` LIKE '0%' AND length(`candidate_id`) = 18 THEN 9100000000000000 + cast(`candidate_id` AS int) % 900000000000000 ELSE `candidate_id` END, CASE WHEN `nominator_id` LIKE '0%' AND length(`nominator_id`) = 18 THEN 9100000000000000 + cast(`nominator_id` AS int) % 900000000000000 ELSE `nominator_id` END, `why`, `state`, `created_at`, `channel_id`, `answered_at`, `statement`, `review_started_at`, `thread_id`, `message_id`, `decided_at`, `decided_by`, `feedback`, `again_at`, `promotion_id`
FROM `nominations`;--> statement-breakpoint
DROP TABLE `nominations`;--> statement-breakpoint
ALTER TABLE `__new_nominations` RENAME TO `nominations`;--> statement-breakpoint
CREATE UNIQUE INDEX `nominations_open` ON `nominations` (`guild_id`,`candidate_id`) WHERE state in ('asked', 'accepted', 'reviewing');--> statement-breakpoint
CREATE INDEX `nominations_state` ON `nominations` (`guild_id`,`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `nominations_candidate` ON `nominations` (`guild_id`,`candidate_id`,`id`);--> statement-breakpoint
CREATE TABLE `__new_recaps` (
	`guild_id` int NOT NULL,
	`month` text NOT NULL,
	`told_at` integer NOT NULL,
	PRIMARY KEY(`guild_id`, `month`)
) STRICT;--> statement-breakpoint
INSERT INTO `__new_recaps` (`guild_id`, `month`, `told_at`)
SELECT `guild_id`, `month`, `told_at`
FROM `recaps`;--> statement-breakpoint
DROP TABLE `recaps`;--> statement-breakpoint
ALTER TABLE `__new_recaps` RENAME TO `recaps`;--> statement-breakpoint
CREATE TABLE `__new_rule_drafts` (
	`guild_id` int PRIMARY KEY NOT NULL,
	`draft` text NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`applying_since` integer,
	`applied_by` text
) STRICT;--> statement-breakpoint
INSERT INTO `__new_rule_drafts` (`guild_id`, `draft`, `changed_by`, `changed_at`, `applying_since`, `applied_by`)
SELECT `guild_id`, `draft`, `changed_by`, `changed_at`, `applying_since`, `applied_by`
FROM `rule_drafts`;--> statement-breakpoint
DROP TABLE `rule_drafts`;--> statement-breakpoint
ALTER TABLE `__new_rule_drafts` RENAME TO `rule_drafts`;--> statement-breakpoint
CREATE TABLE `__new_tier_warnings` (
	`id` integer PRIMARY KEY NOT NULL,
	`guild_id` int NOT NULL,
	`member_id` int NOT NULL,
	`tier` text NOT NULL,
	`warned_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`closed_at` integer,
	`closed_why` text
) STRICT;--> statement-breakpoint
INSERT INTO `__new_tier_warnings` (`id`, `guild_id`, `member_id`, `tier`, `warned_at`, `due_at`, `closed_at`, `closed_why`)
SELECT `id`, `guild_id`, CASE WHEN `member_id` LIKE '0%' AND length(`member_id`) = 18 THEN 9100000000000000 + cast(`member_id` AS int) % 900000000000000 ELSE `member_id` END, `tier`, `warned_at`, `due_at`, `closed_at`, `closed_why`
FROM `tier_warnings`;--> statement-breakpoint
DROP TABLE `tier_warnings`;--> statement-breakpoint
ALTER TABLE `__new_tier_warnings` RENAME TO `tier_warnings`;--> statement-breakpoint
CREATE UNIQUE INDEX `tier_warnings_open` ON `tier_warnings` (`guild_id`,`member_id`) WHERE closed_at is null;--> statement-breakpoint
CREATE TABLE `__new_departures` (
	`guild_id` int PRIMARY KEY NOT NULL,
	`left_at` integer NOT NULL
) STRICT;--> statement-breakpoint
INSERT INTO `__new_departures` (`guild_id`, `left_at`)
SELECT `guild_id`, `left_at`
FROM `departures`;--> statement-breakpoint
DROP TABLE `departures`;--> statement-breakpoint
ALTER TABLE `__new_departures` RENAME TO `departures`;--> statement-breakpoint
CREATE TABLE `__new_erasures` (
	`pseudonym` int PRIMARY KEY NOT NULL,
	`fingerprint` text NOT NULL,
	`erased_at` integer NOT NULL
) STRICT;--> statement-breakpoint
INSERT INTO `__new_erasures` (`pseudonym`, `fingerprint`, `erased_at`)
SELECT CASE WHEN `pseudonym` LIKE '0%' AND length(`pseudonym`) = 18 THEN 9100000000000000 + cast(`pseudonym` AS int) % 900000000000000 ELSE `pseudonym` END, `fingerprint`, `erased_at`
FROM `erasures`;--> statement-breakpoint
DROP TABLE `erasures`;--> statement-breakpoint
ALTER TABLE `__new_erasures` RENAME TO `erasures`;--> statement-breakpoint
CREATE INDEX `erasures_person` ON `erasures` (`fingerprint`,`erased_at`);--> statement-breakpoint
CREATE TABLE `__new_opt_outs` (
	`guild_id` int NOT NULL,
	`fingerprint` text NOT NULL,
	`wish` text NOT NULL,
	`chosen_at` integer NOT NULL,
	PRIMARY KEY(`guild_id`, `fingerprint`)
) STRICT;--> statement-breakpoint
INSERT INTO `__new_opt_outs` (`guild_id`, `fingerprint`, `wish`, `chosen_at`)
SELECT `guild_id`, `fingerprint`, `wish`, `chosen_at`
FROM `opt_outs`;--> statement-breakpoint
DROP TABLE `opt_outs`;--> statement-breakpoint
ALTER TABLE `__new_opt_outs` RENAME TO `opt_outs`;--> statement-breakpoint
INSERT INTO `facts` (`name`, `value`) 
SELECT 'privacy:scrub', 'owed' WHERE EXISTS (SELECT 1 FROM `recognitions`)
ON CONFLICT DO NOTHING;
