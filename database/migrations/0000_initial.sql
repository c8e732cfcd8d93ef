CREATE TABLE "engines" (
	"id" text PRIMARY KEY NOT NULL,
	"display_name" text NOT NULL,
	"version" text NOT NULL,
	"admin_path" text NOT NULL,
	"admin_login" text NOT NULL,
	"preference" integer NOT NULL,
	"available" boolean NOT NULL,
	"unavailable_reason" text,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"type" text NOT NULL,
	"category" text NOT NULL,
	"store_id" text,
	"operation_id" text,
	"actor" jsonb NOT NULL,
	"source" jsonb,
	"reason" text,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"dedupe_key" text,
	CONSTRAINT "events_dedupe_key_unique" UNIQUE("dedupe_key")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"operation_id" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_scope_key_pk" PRIMARY KEY("scope","key")
);
--> statement-breakpoint
CREATE TABLE "operation_histories" (
	"operation_id" text PRIMARY KEY NOT NULL,
	"workflow_id" text NOT NULL,
	"run_id" text NOT NULL,
	"event_count" integer NOT NULL,
	"history" "bytea" NOT NULL,
	"exported_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "operation_steps" (
	"operation_id" text NOT NULL,
	"step" text NOT NULL,
	"position" integer NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"progress" text,
	"failure" jsonb,
	CONSTRAINT "operation_steps_operation_id_step_pk" PRIMARY KEY("operation_id","step")
);
--> statement-breakpoint
CREATE TABLE "operations" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"actor" jsonb NOT NULL,
	"source" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"admitted_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"cancel_requested_at" timestamp (3) with time zone,
	"failure" jsonb,
	"workflow_id" text,
	"run_id" text
);
--> statement-breakpoint
CREATE TABLE "sealed_secrets" (
	"store_id" text PRIMARY KEY NOT NULL,
	"key_id" text NOT NULL,
	"nonce" "bytea" NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "step_attempts" (
	"operation_id" text NOT NULL,
	"step" text NOT NULL,
	"attempt" integer NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"failure" jsonb,
	"worker" text NOT NULL,
	CONSTRAINT "step_attempts_operation_id_step_attempt_pk" PRIMARY KEY("operation_id","step","attempt")
);
--> statement-breakpoint
CREATE TABLE "stores" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"phase" text DEFAULT 'queued' NOT NULL,
	"engine_id" text NOT NULL,
	"plan" text NOT NULL,
	"owner_id" text NOT NULL,
	"admin_username" text NOT NULL,
	"admin_email" text NOT NULL,
	"currency" text NOT NULL,
	"country" text NOT NULL,
	"failure" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ready_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"credentials_revealed_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "worker_heartbeats" (
	"worker" text PRIMARY KEY NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "workflow_commands" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "workflow_commands_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"store_id" text NOT NULL,
	"operation_id" text NOT NULL,
	"command" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"dispatched_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_operation_id_operations_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."operations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_operation_id_operations_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."operations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_histories" ADD CONSTRAINT "operation_histories_operation_id_operations_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."operations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_steps" ADD CONSTRAINT "operation_steps_operation_id_operations_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."operations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_secrets" ADD CONSTRAINT "sealed_secrets_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_attempts" ADD CONSTRAINT "step_attempts_step" FOREIGN KEY ("operation_id","step") REFERENCES "public"."operation_steps"("operation_id","step") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workflow_commands" ADD CONSTRAINT "workflow_commands_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workflow_commands" ADD CONSTRAINT "workflow_commands_operation_id_operations_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."operations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_store" ON "events" USING btree ("store_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "events_operation" ON "events" USING btree ("operation_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "events_category" ON "events" USING btree ("category","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "operation_steps_ended" ON "operation_steps" USING btree ("step","ended_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "operations_store" ON "operations" USING btree ("store_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "operations_open" ON "operations" USING btree ("created_at","id") WHERE "operations"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "operations_ended" ON "operations" USING btree ("ended_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "stores_slug_live" ON "stores" USING btree ("slug") WHERE "stores"."phase" <> 'deleted';--> statement-breakpoint
CREATE INDEX "stores_newest" ON "stores" USING btree ("created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "stores_owner" ON "stores" USING btree ("owner_id","phase");--> statement-breakpoint
CREATE INDEX "workflow_commands_waiting" ON "workflow_commands" USING btree ("id") WHERE "workflow_commands"."dispatched_at" is null;