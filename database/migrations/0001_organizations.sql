--> statement-breakpoint
INSERT INTO "organizations" ("id", "name", "slug") VALUES ('org-default', 'Default', 'default');
