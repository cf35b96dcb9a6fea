DROP INDEX `recognitions_solved`;--> statement-breakpoint
CREATE INDEX `recognitions_solutions` ON `recognitions` (`guild_id`,`receiver_id`,`occurred_at`) WHERE kind = 'solution' and first_of_kind = 1;--> statement-breakpoint
CREATE INDEX `recognitions_languages` ON `recognitions` (`guild_id`,`receiver_id`,`language`) WHERE kind = 'thanks' and first_of_kind = 1 and language is not null;--> statement-breakpoint
CREATE INDEX `recognitions_in_question` ON `recognitions` (`help_key`) WHERE help_key >= 'question:' and help_key < 'question:~';--> statement-breakpoint
CREATE INDEX `recognitions_solved` ON `recognitions` (`guild_id`,`receiver_id`,`help_key`) WHERE kind = 'solution' and first_of_kind = 1 and help_key >= 'question:' and help_key < 'question:~';--> statement-breakpoint
CREATE INDEX `question_solutions_older` ON `question_solutions` (`guild_id`,`member_id`) WHERE unmarked_at is null and origin_question_id is not null;--> statement-breakpoint
CREATE INDEX `questions_first_answer` ON `questions` (`guild_id`,`first_answer_by`) WHERE first_answer_by is not null;