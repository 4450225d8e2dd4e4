CREATE TABLE `packet_parts` (
	`id` integer PRIMARY KEY NOT NULL,
	`document_version_id` integer NOT NULL,
	`agenda_item_id` integer NOT NULL,
	`from_page` integer NOT NULL,
	`to_page` integer NOT NULL,
	`basis` text NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`document_version_id`) REFERENCES `document_versions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `packet_parts_by_version` ON `packet_parts` (`document_version_id`,`from_page`);--> statement-breakpoint
CREATE INDEX `packet_parts_by_item` ON `packet_parts` (`agenda_item_id`);--> statement-breakpoint
ALTER TABLE `document_links` ADD `gone_since` integer;--> statement-breakpoint
ALTER TABLE `document_versions` ADD `headers` text;--> statement-breakpoint
ALTER TABLE `document_versions` ADD `contents` text;