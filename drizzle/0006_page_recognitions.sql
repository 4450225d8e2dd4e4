CREATE TABLE `page_recognitions` (
	`sha256` text NOT NULL,
	`page` integer NOT NULL,
	`due_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`claim_token` text,
	`claimed_until` integer,
	`engine` text,
	`confidence` real,
	`words` text,
	`recognised_at` integer,
	`error_code` text,
	PRIMARY KEY(`sha256`, `page`)
);
--> statement-breakpoint
CREATE INDEX `page_recognitions_due` ON `page_recognitions` (`due_at`);