ALTER TABLE `findings` ADD `role` text;--> statement-breakpoint
ALTER TABLE `findings` ADD `purpose` text;