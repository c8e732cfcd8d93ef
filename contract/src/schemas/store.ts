import { z } from 'zod';
import { planIds } from '../plans.ts';
import { storeActions, storePhases } from '../phases.ts';
import { organizationIdSchema, pageOf, storeIdSchema, timestampSchema } from './common.ts';
import { operationSchema, operationSummarySchema, stepSchema } from './operation.ts';
import { failureSchema } from './problem.ts';

export const storeSchema = z
  .object({
    id: storeIdSchema,
    name: z.string(),
    slug: z.string(),
    phase: z.enum(storePhases),
    engine: z.object({ id: z.string(), displayName: z.string(), version: z.string() }),
    plan: z.enum(planIds),
    organizationId: organizationIdSchema,
    url: z.string().describe('Public address; answers once the store is ready.'),
    adminUrl: z.string(),
    adminUsername: z.string().describe('What the owner types to sign in.'),
    adminEmail: z.string(),
    currency: z.string(),
    country: z.string(),
    credentialsAvailable: z.boolean().describe('Whether the password can still be revealed.'),
    actions: z.array(z.enum(storeActions)).describe('What may be asked of it now.'),
    operation: operationSummarySchema.nullable().describe('The newest operation.'),
    failure: failureSchema.nullable(),
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
    readyAt: timestampSchema.nullable(),
    deletedAt: timestampSchema.nullable(),
    version: z.int().describe('The ETag.'),
  })
  .meta({ id: 'Store' });

export type StoreView = z.infer<typeof storeSchema>;

export const storeDetailSchema = storeSchema
  .extend({
    steps: z.array(stepSchema).default([]).describe('Of the newest operation.'),
    operations: z.array(operationSummarySchema).describe('Newest first, at most 20.'),
    serverNow: timestampSchema,
  })
  .meta({ id: 'StoreDetail' });

export type StoreDetail = z.infer<typeof storeDetailSchema>;

export const storePageSchema = pageOf(storeSchema).meta({ id: 'StorePage' });

/** 202 of every mutation. */
export const acceptedSchema = z.object({ store: storeSchema, operation: operationSchema }).meta({ id: 'Accepted' });

export type Accepted = z.infer<typeof acceptedSchema>;

export const credentialsSchema = z
  .object({
    adminUrl: z.string(),
    username: z.string(),
    password: z.string().describe('Shown once; afterwards CREDENTIALS_UNAVAILABLE.'),
  })
  .meta({ id: 'Credentials' });

export type Credentials = z.infer<typeof credentialsSchema>;
