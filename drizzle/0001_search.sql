-- Full text over agenda items. The text itself stays in agenda_items; triggers keep the two equal.
-- Not with 'secure-delete': under SQLite 3.45.1 the index then fails its own integrity check after
-- the first update (searches stay right), and only public records are indexed here.
CREATE VIRTUAL TABLE search_items USING fts5(
  title, text, section, file_number,
  content = 'agenda_items', content_rowid = 'id',
  tokenize = 'porter unicode61 remove_diacritics 2'
);
--> statement-breakpoint
CREATE TRIGGER search_items_insert AFTER INSERT ON agenda_items BEGIN
  INSERT INTO search_items(rowid, title, text, section, file_number)
  VALUES (new.id, new.title, new.text, new.section, new.file_number);
END;
--> statement-breakpoint
CREATE TRIGGER search_items_delete AFTER DELETE ON agenda_items BEGIN
  INSERT INTO search_items(search_items, rowid, title, text, section, file_number)
  VALUES ('delete', old.id, old.title, old.text, old.section, old.file_number);
END;
--> statement-breakpoint
CREATE TRIGGER search_items_update AFTER UPDATE OF title, text, section, file_number ON agenda_items
WHEN old.title IS NOT new.title OR old.text IS NOT new.text
  OR old.section IS NOT new.section OR old.file_number IS NOT new.file_number
BEGIN
  INSERT INTO search_items(search_items, rowid, title, text, section, file_number)
  VALUES ('delete', old.id, old.title, old.text, old.section, old.file_number);
  INSERT INTO search_items(rowid, title, text, section, file_number)
  VALUES (new.id, new.title, new.text, new.section, new.file_number);
END;
--> statement-breakpoint
-- Full text over the pages of documents.
CREATE VIRTUAL TABLE search_pages USING fts5(
  text,
  content = 'document_pages', content_rowid = 'id',
  tokenize = 'porter unicode61 remove_diacritics 2'
);
--> statement-breakpoint
CREATE TRIGGER search_pages_insert AFTER INSERT ON document_pages BEGIN
  INSERT INTO search_pages(rowid, text) VALUES (new.id, new.text);
END;
--> statement-breakpoint
CREATE TRIGGER search_pages_delete AFTER DELETE ON document_pages BEGIN
  INSERT INTO search_pages(search_pages, rowid, text) VALUES ('delete', old.id, old.text);
END;
--> statement-breakpoint
CREATE TRIGGER search_pages_update AFTER UPDATE OF text ON document_pages
WHEN old.text IS NOT new.text
BEGIN
  INSERT INTO search_pages(search_pages, rowid, text) VALUES ('delete', old.id, old.text);
  INSERT INTO search_pages(rowid, text) VALUES (new.id, new.text);
END;
--> statement-breakpoint
-- Tells this database from every other: part of the ids of feeds and calendars, so never changed.
INSERT INTO settings(key, value) VALUES ('installation_id', lower(hex(randomblob(8))));
