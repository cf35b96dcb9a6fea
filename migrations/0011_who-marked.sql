DROP INDEX `question_solutions_marked`;--> statement-breakpoint
CREATE UNIQUE INDEX `question_solutions_marked_by` ON `question_solutions` (`question_id`,`message_id`,`kind`,`member_id`,`marked_by`) WHERE unmarked_at is null and message_id is not null;--> statement-breakpoint
ALTER TABLE `question_confirmations` ADD `by_reaction` integer DEFAULT 0 NOT NULL;