DROP INDEX `questions_raised`;--> statement-breakpoint
CREATE INDEX `questions_awake` ON `questions` (`guild_id`,`state`,`asked_at`) WHERE archived_at is null and gone_at is null;