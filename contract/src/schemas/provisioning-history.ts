import { z } from 'zod';
import { stepIds } from '../steps.ts';
import { timestampSchema } from './common.ts';

export const historyPeriods = ['hour', 'day', 'week', 'month'] as const;
export type HistoryPeriod = (typeof historyPeriods)[number];

export const provisioningHistoryQuerySchema = z.strictObject({ period: z.enum(historyPeriods).default('day') });

const durationsSchema = z.object({ runs: z.int(), p50Ms: z.int(), p95Ms: z.int() });

export const provisioningHistorySchema = z
  .object({
    since: timestampSchema,
    until: timestampSchema,
    bucketMs: z.int().describe('Length of a bucket; buckets in which nothing ended are left out.'),
    total: z
      .array(durationsSchema.extend({ start: timestampSchema }))
      .describe('From request to ready of what became ready in the bucket, oldest first.'),
    steps: z
      .array(durationsSchema.extend({ id: z.enum(stepIds), start: timestampSchema }))
      .describe('The same for every step that succeeded.'),
  })
  .meta({ id: 'ProvisioningHistory' });

export type ProvisioningHistoryView = z.infer<typeof provisioningHistorySchema>;
