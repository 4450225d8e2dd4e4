DROP INDEX `sources_due`;--> statement-breakpoint
CREATE INDEX `sources_due` ON `sources` (`state`,`next_run_at`,`id`);