import { z } from 'zod';
import { storePhases } from '../phases.ts';
import { planIds } from '../plans.ts';
import { timestampSchema } from './common.ts';
import { limitsSchema } from './quota.ts';

export const engineSchema = z
  .object({
    id: z.string(),
    displayName: z.string(),
    version: z.string(),
    available: z.boolean(),
    unavailableReason: z.string().nullable(),
    default: z.boolean(),
  })
  .meta({ id: 'Engine' });

export type EngineView = z.infer<typeof engineSchema>;

export const engineListSchema = z.object({ items: z.array(engineSchema) }).meta({ id: 'EngineList' });

export const planSchema = z
  .object({
    id: z.enum(planIds),
    displayName: z.string(),
    cpuMillis: z.int(),
    memoryMib: z.int(),
    databaseStorageGib: z.int(),
    filesStorageGib: z.int(),
    default: z.boolean(),
  })
  .meta({ id: 'Plan' });

export type PlanView = z.infer<typeof planSchema>;

export const planListSchema = z.object({ items: z.array(planSchema) }).meta({ id: 'PlanList' });

/** What a client needs before it asks for a store. */
export const platformSchema = z
  .object({
    storesDomain: z.string(),
    plans: z.array(planSchema),
    engines: z.array(engineSchema),
    limits: limitsSchema,
    temporalUiUrl: z.string().nullable().describe('For operators.'),
    version: z.string(),
  })
  .meta({ id: 'Platform' });

export type PlatformView = z.infer<typeof platformSchema>;

const checkSchema = z.object({ ok: z.boolean(), detail: z.string().nullable() });

export const healthSchema = z
  .object({
    status: z.enum(['ok', 'degraded']).describe('degraded: creates are accepted and wait.'),
    checks: z.object({ database: checkSchema, temporal: checkSchema, cluster: checkSchema, worker: checkSchema }),
    serverNow: timestampSchema,
  })
  .meta({ id: 'Health' });

export type HealthView = z.infer<typeof healthSchema>;

export const metricsSchema = z
  .object({
    storesByPhase: z.record(z.enum(storePhases), z.int()),
    operations: z.object({
      queued: z.int(),
      running: z.int(),
      succeeded: z.int(),
      failed: z.int(),
      cancelled: z.int(),
    }),
    provisioning: z
      .object({
        runs: z.int(),
        p50Ms: z.int().nullable(),
        p95Ms: z.int().nullable(),
        successRate: z
          .number()
          .min(0)
          .max(1)
          .nullable()
          .describe('Of the last 100 that ended, cancelled ones left out.'),
      })
      .describe('From request to ready, of the last 100 that succeeded.'),
    steps: z.array(z.object({ id: z.string(), runs: z.int(), p50Ms: z.int(), p95Ms: z.int() })),
    failuresByCode: z.record(z.string(), z.int()),
    serverNow: timestampSchema,
  })
  .meta({ id: 'Metrics' });

export type MetricsView = z.infer<typeof metricsSchema>;
