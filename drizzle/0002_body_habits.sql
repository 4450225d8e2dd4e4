CREATE TABLE `body_habits` (
	`body_id` integer PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`learned_at` integer NOT NULL,
	`rhythm` text,
	`lead_hours` integer,
	`lead_from` integer NOT NULL,
	`next_date` text,
	`next_is_listed` integer DEFAULT false NOT NULL,
	`due_at` integer,
	`overdue_since` integer,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `body_habits_overdue` ON `body_habits` (`overdue_since`,`source_id`);--> statement-breakpoint
ALTER TABLE `meetings` ADD `has_agenda` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `meetings` ADD `agenda_seen_at` integer;--> statement-breakpoint
UPDATE `meetings` SET `has_agenda` = 1 WHERE
  EXISTS (SELECT 1 FROM `agenda_items` i WHERE i.`meeting_id` = `meetings`.`id` AND i.`removed_at` IS NULL)
  OR EXISTS (SELECT 1 FROM `document_links` l JOIN `documents` d ON d.`id` = l.`document_id`
    WHERE l.`meeting_id` = `meetings`.`id` AND d.`kind` = 'agenda');
