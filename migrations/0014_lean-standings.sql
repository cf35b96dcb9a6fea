CREATE TABLE `lean_standings` (
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
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `lean_standings` (`guild_id`, `period`, `member_id`, `points`, `solutions`, `thanks_received`, `thanks_given`, `people_helped`, `active_days`, `listed`)
SELECT `guild_id`, `period`, `member_id`, `points`, `solutions`, `thanks_received`, `thanks_given`, `people_helped`, `active_days`, `listed`
FROM `standings` ORDER BY `guild_id`, `period`, `member_id`;--> statement-breakpoint
DROP TABLE `standings`;--> statement-breakpoint
ALTER TABLE `lean_standings` RENAME TO `standings`;--> statement-breakpoint
CREATE INDEX `standings_points` ON `standings` (`guild_id`,`period`,points desc,`member_id`) WHERE listed * points > 0;--> statement-breakpoint
CREATE INDEX `standings_solutions` ON `standings` (`guild_id`,`period`,solutions desc,`member_id`) WHERE listed * solutions > 0;--> statement-breakpoint
CREATE INDEX `standings_thanks_received` ON `standings` (`guild_id`,`period`,thanks_received desc,`member_id`) WHERE listed * thanks_received > 0;--> statement-breakpoint
CREATE INDEX `standings_thanks_given` ON `standings` (`guild_id`,`period`,thanks_given desc,`member_id`) WHERE listed * thanks_given > 0;
