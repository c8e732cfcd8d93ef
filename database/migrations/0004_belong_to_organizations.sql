DROP INDEX "stores_owner";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "organization_id" text;--> statement-breakpoint
UPDATE "events" SET "organization_id" = 'org-default';--> statement-breakpoint
ALTER TABLE "operations" ADD COLUMN "organization_id" text;--> statement-breakpoint
-- Whatever exists belonged to the one operator.
UPDATE "operations" SET "organization_id" = 'org-default';--> statement-breakpoint
ALTER TABLE "operations" ALTER COLUMN "organization_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "stores" ADD COLUMN "organization_id" text;--> statement-breakpoint
-- Whatever exists belonged to the one operator.
UPDATE "stores" SET "organization_id" = 'org-default';--> statement-breakpoint
ALTER TABLE "stores" ALTER COLUMN "organization_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stores" ADD CONSTRAINT "stores_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_organization" ON "events" USING btree ("organization_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "operations_organization" ON "operations" USING btree ("organization_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "stores_organization_newest" ON "stores" USING btree ("organization_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "stores_organization_live" ON "stores" USING btree ("organization_id") WHERE "stores"."phase" <> 'deleted';--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_of_stores_belong" CHECK ("events"."store_id" is null or "events"."organization_id" is not null);