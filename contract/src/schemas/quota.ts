import { z } from 'zod';
import { organizationIdSchema } from './common.ts';

/** More than any cluster has, less than what a column holds. */
const most = 1_000_000_000;
const amount = z.int('must be a whole number').min(0, 'must not be negative').max(most, `must be at most ${most}`);

/** What an organization may use. */
export const quotaSchema = z
  .strictObject({
    stores: amount,
    cpuMillis: amount.describe('Thousandths of a CPU.'),
    memoryMib: amount,
    storageGib: amount.describe('Databases and files together.'),
    createsPerHour: amount.describe('Creations asked for within any hour.'),
  })
  .meta({ id: 'Quota' });

const useSchema = z.object({ used: z.int(), limit: z.int() });

/** Use against limit. */
export const quotaUseSchema = z
  .object({
    stores: useSchema,
    cpuMillis: useSchema,
    memoryMib: useSchema,
    storageGib: useSchema,
    createsPerHour: useSchema,
  })
  .meta({ id: 'QuotaUse' });

export type QuotaUseView = z.infer<typeof quotaUseSchema>;

/** What the organization in which the request acts uses and may use. */
export const limitsSchema = quotaUseSchema
  .extend({
    organizationId: organizationIdSchema,
    platform: z.object({ stores: useSchema }).nullable().describe('Of all organizations together; for operators.'),
  })
  .meta({ id: 'Limits' });

export type LimitsView = z.infer<typeof limitsSchema>;

/** The quota of one organization, for operators. */
export const organizationQuotaSchema = z
  .object({
    organizationId: organizationIdSchema,
    quota: quotaSchema,
    isDefault: z.boolean().describe('Whether no operator has set it: it follows the configuration.'),
    use: quotaUseSchema,
    version: z.int().describe('The ETag.'),
  })
  .meta({ id: 'OrganizationQuota' });

export type OrganizationQuotaView = z.infer<typeof organizationQuotaSchema>;

export const organizationParamsSchema = z.strictObject({ id: organizationIdSchema });
