CREATE TABLE "organization_quotas" (
	"organization_id" text PRIMARY KEY NOT NULL,
	"stores" integer NOT NULL,
	"cpu_millis" integer NOT NULL,
	"memory_mib" integer NOT NULL,
	"storage_gib" integer NOT NULL,
	"creates_per_hour" integer NOT NULL,
	"version" integer NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "organization_quotas" ADD CONSTRAINT "organization_quotas_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;