import { z } from 'zod';
import { timestampSchema } from './common.ts';

export const podStates = ['ready', 'starting', 'waiting', 'failing', 'completed', 'ending'] as const;

/**
 * `starting`: runs, not ready yet. `waiting`: has no node or no image yet. `failing`: a part of it crashed or cannot start.
 * `completed`: a job that is done. `ending`: is being removed.
 */
export type PodState = (typeof podStates)[number];

const containerSchema = z.object({
  name: z.string(),
  ready: z.boolean(),
  restarts: z.int(),
  reason: z.string().nullable().describe('Why it does not run or why it ended last, in the words of Kubernetes.'),
});

export const podSchema = z
  .object({
    name: z.string(),
    component: z.string().nullable().describe('Which part of the store: database, web.'),
    state: z.enum(podStates),
    reason: z.string().nullable(),
    restarts: z.int().describe('Of all its containers.'),
    startedAt: timestampSchema.nullable(),
    containers: z.array(containerSchema),
  })
  .meta({ id: 'Pod' });

export type PodView = z.infer<typeof podSchema>;

const reservedSchema = z.object({ used: z.number(), limit: z.number() });

/** What the pods of a store reserve of what its plan allows, as the quota of its namespace counts it. */
export const storeUsageSchema = z
  .object({ cpuMillis: reservedSchema, memoryMib: reservedSchema, storageGib: reservedSchema, pods: reservedSchema })
  .meta({ id: 'StoreUsage' });

export type StoreUsage = z.infer<typeof storeUsageSchema>;

export const storePodsSchema = z
  .object({
    pods: z.array(podSchema),
    usage: storeUsageSchema.nullable().describe('Null while the namespace has no quota: before it is made, or gone.'),
    readAt: timestampSchema.describe('When the cluster was asked; an answer is kept for a few seconds.'),
  })
  .meta({ id: 'StorePods' });

export type StorePodsView = z.infer<typeof storePodsSchema>;
