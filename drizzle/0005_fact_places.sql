ALTER TABLE `document_pages` ADD `is_ocr` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `detections` ADD `is_ocr` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `facts` ADD `is_ocr` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `findings` ADD `missing` text;--> statement-breakpoint
ALTER TABLE `findings` ADD `pages_read` integer;--> statement-breakpoint
ALTER TABLE `findings` ADD `conflicts` text;