CREATE TABLE `document_links` (
	`id` integer PRIMARY KEY NOT NULL,
	`document_id` integer NOT NULL,
	`meeting_id` integer,
	`agenda_item_id` integer,
	`matter_id` integer,
	`position` integer NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`matter_id`) REFERENCES `matters`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `document_links_by_document` ON `document_links` (`document_id`);--> statement-breakpoint
CREATE INDEX `document_links_by_meeting` ON `document_links` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `document_links_by_item` ON `document_links` (`agenda_item_id`);--> statement-breakpoint
CREATE INDEX `document_links_by_matter` ON `document_links` (`matter_id`);--> statement-breakpoint
CREATE TABLE `document_pages` (
	`id` integer PRIMARY KEY NOT NULL,
	`document_version_id` integer NOT NULL,
	`page` integer NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`document_version_id`) REFERENCES `document_versions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `document_pages_number` ON `document_pages` (`document_version_id`,`page`);--> statement-breakpoint
CREATE TABLE `document_versions` (
	`id` integer PRIMARY KEY NOT NULL,
	`document_id` integer NOT NULL,
	`number` integer NOT NULL,
	`sha256` text NOT NULL,
	`media_type` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`first_seen_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`reader` text,
	`pages` integer,
	`read_at` integer,
	`error_code` text,
	`error_message` text,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `document_versions_by_hash` ON `document_versions` (`sha256`);--> statement-breakpoint
CREATE UNIQUE INDEX `document_versions_number` ON `document_versions` (`document_id`,`number`);--> statement-breakpoint
CREATE TABLE `documents` (
	`id` integer PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`url` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`first_seen_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`gone_since` integer,
	`error_code` text,
	`error_message` text,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `documents_once_per_source` ON `documents` (`source_id`,`url`);--> statement-breakpoint
CREATE TABLE `fetches` (
	`source_id` text NOT NULL,
	`request` text NOT NULL,
	`url` text NOT NULL,
	`final_url` text NOT NULL,
	`status` integer NOT NULL,
	`content_type` text NOT NULL,
	`etag` text,
	`last_modified` text,
	`sha256` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`fetched_at` integer NOT NULL,
	`full_at` integer NOT NULL,
	PRIMARY KEY(`source_id`, `request`),
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `parse_memos` (
	`sha256` text NOT NULL,
	`parser` text NOT NULL,
	`url` text NOT NULL,
	`result` text NOT NULL,
	`used_at` integer NOT NULL,
	PRIMARY KEY(`sha256`, `parser`, `url`)
);
--> statement-breakpoint
CREATE INDEX `parse_memos_by_use` ON `parse_memos` (`used_at`);--> statement-breakpoint
CREATE TABLE `detections` (
	`id` integer PRIMARY KEY NOT NULL,
	`agenda_item_id` integer NOT NULL,
	`technology` text,
	`vendor` text,
	`term` text NOT NULL,
	`quote` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`field` text NOT NULL,
	`document_sha256` text,
	`page` integer,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `detections_by_item` ON `detections` (`agenda_item_id`);--> statement-breakpoint
CREATE TABLE `facts` (
	`id` integer PRIMARY KEY NOT NULL,
	`agenda_item_id` integer NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`quote` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`field` text NOT NULL,
	`document_sha256` text,
	`page` integer,
	`grade` text NOT NULL,
	`extractor_version` text NOT NULL,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `facts_by_item` ON `facts` (`agenda_item_id`,`kind`);--> statement-breakpoint
CREATE TABLE `finding_tags` (
	`kind` text NOT NULL,
	`tag` text NOT NULL,
	`sort_at` integer NOT NULL,
	`agenda_item_id` integer NOT NULL,
	PRIMARY KEY(`kind`, `tag`, `sort_at`, `agenda_item_id`),
	FOREIGN KEY (`agenda_item_id`) REFERENCES `findings`(`agenda_item_id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `finding_tags_by_item` ON `finding_tags` (`agenda_item_id`);--> statement-breakpoint
CREATE TABLE `findings` (
	`agenda_item_id` integer PRIMARY KEY NOT NULL,
	`meeting_id` integer NOT NULL,
	`jurisdiction_id` integer NOT NULL,
	`sort_at` integer NOT NULL,
	`band` text NOT NULL,
	`score` real NOT NULL,
	`technologies` text NOT NULL,
	`vendors` text NOT NULL,
	`amount_cents` integer,
	`amount_quote` text,
	`reasons` text NOT NULL,
	`quote` text NOT NULL,
	`detector_version` text NOT NULL,
	`found_at` integer NOT NULL,
	`review` text DEFAULT 'pending' NOT NULL,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`jurisdiction_id`) REFERENCES `jurisdictions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `findings_by_time` ON `findings` (`sort_at`,`agenda_item_id`);--> statement-breakpoint
CREATE INDEX `findings_by_place` ON `findings` (`jurisdiction_id`,`sort_at`);--> statement-breakpoint
CREATE INDEX `findings_by_meeting` ON `findings` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `rules` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`filter` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`payload` text NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`claim_token` text,
	`claimed_until` integer,
	`last_error` text
);
--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`kind`,`due_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_once` ON `jobs` (`kind`,`key`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `jurisdictions` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`division_id` text,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`type` text NOT NULL,
	`time_zone` text,
	`population` integer,
	`latitude` real,
	`longitude` real,
	`website` text
);
--> statement-breakpoint
CREATE INDEX `jurisdictions_by_division` ON `jurisdictions` (`division_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `jurisdictions_slug` ON `jurisdictions` (`slug`);--> statement-breakpoint
CREATE TABLE `matter_history` (
	`id` integer PRIMARY KEY NOT NULL,
	`matter_id` integer NOT NULL,
	`position` integer NOT NULL,
	`meeting_upstream_id` text,
	`date` text,
	`body` text,
	`action` text,
	`result` text,
	`text` text,
	FOREIGN KEY (`matter_id`) REFERENCES `matters`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `matter_history_by_matter` ON `matter_history` (`matter_id`,`position`);--> statement-breakpoint
CREATE TABLE `matters` (
	`id` integer PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`upstream_id` text NOT NULL,
	`file_number` text,
	`name` text,
	`title` text NOT NULL,
	`type` text,
	`status` text,
	`introduced_on` text,
	`sponsors` text NOT NULL,
	`text` text,
	`source_url` text,
	`first_seen_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `matters_by_file_number` ON `matters` (`source_id`,`file_number`);--> statement-breakpoint
CREATE UNIQUE INDEX `matters_once_per_source` ON `matters` (`source_id`,`upstream_id`);--> statement-breakpoint
CREATE TABLE `agenda_items` (
	`id` integer PRIMARY KEY NOT NULL,
	`meeting_id` integer NOT NULL,
	`matter_id` integer,
	`upstream_id` text,
	`position` integer NOT NULL,
	`number` text,
	`title` text NOT NULL,
	`section` text,
	`consent` integer,
	`is_heading` integer DEFAULT false NOT NULL,
	`file_number` text,
	`detector_version` text,
	`text` text NOT NULL,
	`source_url` text,
	`action` text,
	`result` text,
	`mover` text,
	`seconder` text,
	`first_seen_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`matter_id`) REFERENCES `matters`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `agenda_items_by_meeting` ON `agenda_items` (`meeting_id`,`position`);--> statement-breakpoint
CREATE INDEX `agenda_items_by_matter` ON `agenda_items` (`matter_id`);--> statement-breakpoint
CREATE INDEX `agenda_items_by_detector` ON `agenda_items` (`detector_version`,`id`);--> statement-breakpoint
CREATE TABLE `bodies` (
	`id` integer PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`jurisdiction_id` integer NOT NULL,
	`upstream_id` text,
	`name` text NOT NULL,
	`classification` text,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`jurisdiction_id`) REFERENCES `jurisdictions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bodies_once_per_source` ON `bodies` (`source_id`,`name`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` integer PRIMARY KEY NOT NULL,
	`agenda_item_id` integer NOT NULL,
	`matter_id` integer,
	`action` text,
	`result` text,
	`yes` integer,
	`no` integer,
	`basis` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`matter_id`) REFERENCES `matters`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `decisions_by_matter` ON `decisions` (`matter_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_once_per_item` ON `decisions` (`agenda_item_id`);--> statement-breakpoint
CREATE TABLE `item_votes` (
	`id` integer PRIMARY KEY NOT NULL,
	`agenda_item_id` integer NOT NULL,
	`position` integer NOT NULL,
	`person` text NOT NULL,
	`option` text NOT NULL,
	`printed` text NOT NULL,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `item_votes_by_item` ON `item_votes` (`agenda_item_id`,`position`);--> statement-breakpoint
CREATE TABLE `meeting_changes` (
	`id` integer PRIMARY KEY NOT NULL,
	`meeting_id` integer NOT NULL,
	`version` integer NOT NULL,
	`agenda_item_id` integer,
	`kind` text NOT NULL,
	`before` text,
	`after` text,
	`sentence` text NOT NULL,
	`seen_at` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `meeting_changes_by_meeting` ON `meeting_changes` (`meeting_id`,`version`);--> statement-breakpoint
CREATE INDEX `meeting_changes_by_item` ON `meeting_changes` (`agenda_item_id`);--> statement-breakpoint
CREATE INDEX `meeting_changes_by_time` ON `meeting_changes` (`seen_at`);--> statement-breakpoint
CREATE TABLE `meeting_versions` (
	`id` integer PRIMARY KEY NOT NULL,
	`meeting_id` integer NOT NULL,
	`number` integer NOT NULL,
	`run_id` integer,
	`seen_at` integer NOT NULL,
	`fingerprint` text NOT NULL,
	`content` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `meeting_versions_by_run` ON `meeting_versions` (`run_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_versions_number` ON `meeting_versions` (`meeting_id`,`number`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` integer PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`body_id` integer NOT NULL,
	`upstream_id` text NOT NULL,
	`date` text NOT NULL,
	`time` text,
	`time_zone` text,
	`starts_at` integer,
	`sort_at` integer NOT NULL,
	`status` text NOT NULL,
	`status_text` text,
	`location` text,
	`comment` text,
	`remote_url` text,
	`source_url` text NOT NULL,
	`agenda_status` text,
	`minutes_status` text,
	`flags` text NOT NULL,
	`fingerprint` text NOT NULL,
	`content_hash` text NOT NULL,
	`list_fingerprint` text,
	`version` integer NOT NULL,
	`sequence` integer DEFAULT 0 NOT NULL,
	`first_seen_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`read_at` integer NOT NULL,
	`absent_runs` integer DEFAULT 0 NOT NULL,
	`absent_since` integer,
	`no_longer_listed_since` integer,
	`is_unconfirmed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meetings_by_time` ON `meetings` (`sort_at`);--> statement-breakpoint
CREATE INDEX `meetings_by_source_time` ON `meetings` (`source_id`,`sort_at`);--> statement-breakpoint
CREATE INDEX `meetings_by_body_time` ON `meetings` (`body_id`,`sort_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `meetings_once_per_source` ON `meetings` (`source_id`,`upstream_id`);--> statement-breakpoint
CREATE TABLE `runs` (
	`id` integer PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`outcome` text NOT NULL,
	`adapter_version` integer NOT NULL,
	`meetings_seen` integer DEFAULT 0 NOT NULL,
	`meetings_upcoming` integer DEFAULT 0 NOT NULL,
	`meetings_created` integer DEFAULT 0 NOT NULL,
	`meetings_changed` integer DEFAULT 0 NOT NULL,
	`items_seen` integer DEFAULT 0 NOT NULL,
	`documents_seen` integer DEFAULT 0 NOT NULL,
	`documents_read` integer DEFAULT 0 NOT NULL,
	`findings` integer DEFAULT 0 NOT NULL,
	`requests` integer DEFAULT 0 NOT NULL,
	`pages_changed` integer DEFAULT 0 NOT NULL,
	`window_days` integer,
	`structure` text,
	`is_first_read` integer DEFAULT false NOT NULL,
	`problems` text NOT NULL,
	`signs` text NOT NULL,
	`error_code` text,
	`error_message` text,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `runs_by_source` ON `runs` (`source_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `source_health_events` (
	`id` integer PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`at` integer NOT NULL,
	`health` text NOT NULL,
	`code` text,
	`message` text,
	`acknowledged_at` integer,
	`acknowledged_note` text,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `source_health_events_by_source` ON `source_health_events` (`source_id`,`at`);--> statement-breakpoint
CREATE TABLE `sources` (
	`id` text PRIMARY KEY NOT NULL,
	`jurisdiction_id` integer NOT NULL,
	`platform` text NOT NULL,
	`client` text NOT NULL,
	`portal_url` text NOT NULL,
	`options` text NOT NULL,
	`state` text NOT NULL,
	`needs_checking` integer DEFAULT false NOT NULL,
	`may_be_empty` integer DEFAULT false NOT NULL,
	`added_at` integer NOT NULL,
	`next_run_at` integer,
	`claim_token` text,
	`claimed_until` integer,
	`last_run_at` integer,
	`last_success_at` integer,
	`failures` integer DEFAULT 0 NOT NULL,
	`health` text DEFAULT 'new' NOT NULL,
	`health_since` integer NOT NULL,
	`health_code` text,
	`health_message` text,
	`health_cure` text,
	`permission_by` text,
	`permission_on` text,
	`permission_note` text,
	FOREIGN KEY (`jurisdiction_id`) REFERENCES `jurisdictions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sources_due` ON `sources` (`state`,`next_run_at`);--> statement-breakpoint
CREATE INDEX `sources_by_jurisdiction` ON `sources` (`jurisdiction_id`);