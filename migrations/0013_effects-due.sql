DROP INDEX `effects_waiting`;--> statement-breakpoint
CREATE INDEX `effects_due` ON `effects` ((kind = 'react' or kind = 'unreact'),`next_at`,`id`) WHERE state = 'waiting';