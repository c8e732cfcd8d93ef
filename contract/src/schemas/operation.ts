import { z } from 'zod';
import { operationKinds, operationStates } from '../operations.ts';
import { stepIds, stepStates } from '../steps.ts';
import { actorSchema } from './actor.ts';
import { operationIdSchema, storeIdSchema, timestampSchema } from './common.ts';
import { failureSchema } from './problem.ts';

export const stepAttemptSchema = z
  .object({
    attempt: z.int().min(1),
    startedAt: timestampSchema,
    endedAt: timestampSchema.nullable(),
    failure: failureSchema.nullable(),
  })
  .meta({ id: 'StepAttempt' });

export const stepSchema = z
  .object({
    id: z.enum(stepIds),
    title: z.string(),
    description: z.string(),
    state: z.enum(stepStates),
    startedAt: timestampSchema.nullable(),
    endedAt: timestampSchema.nullable(),
    durationMs: z.int().nullable().describe('Until the end, or until "serverNow" while it runs.'),
    usualMs: z.int().nullable().describe('Median of the last successful runs; null before there are any.'),
    progress: z.string().nullable().describe('The last line that it reported.'),
    attempts: z.array(stepAttemptSchema),
    failure: failureSchema.nullable(),
  })
  .meta({ id: 'Step' });

export type StepView = z.infer<typeof stepSchema>;

export const operationSummarySchema = z
  .object({
    id: operationIdSchema,
    storeId: storeIdSchema,
    kind: z.enum(operationKinds),
    state: z.enum(operationStates),
    done: z.boolean(),
    actor: actorSchema,
    createdAt: timestampSchema,
    startedAt: timestampSchema.nullable(),
    endedAt: timestampSchema.nullable(),
    cancellable: z.boolean(),
    cancelRequested: z.boolean(),
    queuePosition: z.int().min(1).nullable().describe('1 = next; null once it has a place.'),
    failure: failureSchema.nullable(),
  })
  .meta({ id: 'OperationSummary' });

export type OperationSummary = z.infer<typeof operationSummarySchema>;

export const operationSchema = operationSummarySchema
  .extend({
    steps: z.array(stepSchema),
    usualMs: z
      .int()
      .nullable()
      .describe(
        'From its place in the line to the end; median of the last successful ones, null before there are any.',
      ),
    workflow: z.object({ id: z.string(), url: z.string().describe('In the Temporal UI, for operators.') }).nullable(),
    serverNow: timestampSchema,
  })
  .meta({ id: 'Operation' });

export type OperationView = z.infer<typeof operationSchema>;

export const operationParamsSchema = z.strictObject({ id: operationIdSchema });
