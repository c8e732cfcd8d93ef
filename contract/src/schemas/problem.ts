import { z } from 'zod';
import { errorCodes } from '../errors.ts';

export const errorCodeSchema = z.enum(errorCodes);

/** RFC 9457 problem details, the body of every answer from 400 on. */
export const problemSchema = z
  .object({
    type: z.string().describe('Address of the explanation of the code.'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().describe('Path of the request.'),
    code: errorCodeSchema,
    hint: z.string().describe('What to do now.'),
    retryable: z.boolean(),
    requestId: z.string(),
    errors: z
      .array(
        z.object({ pointer: z.string().describe('JSON pointer, or the name of a parameter.'), message: z.string() }),
      )
      .optional(),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problemSchema>;

export const problemParamsSchema = z.strictObject({ code: errorCodeSchema });

/** What a code means, for people and programs; where `type` of a problem points to. */
export const problemExplanationSchema = z
  .object({ code: errorCodeSchema, title: z.string(), status: z.int(), hint: z.string(), retryable: z.boolean() })
  .meta({ id: 'ProblemExplanation' });

/** Why an operation or a step failed, as its owner sees it. */
export const failureSchema = z
  .object({
    code: errorCodeSchema,
    title: z.string(),
    detail: z.string(),
    hint: z.string(),
    retryable: z.boolean(),
    leftovers: z.array(z.string()).describe('What could not be removed; empty where nothing is left.'),
  })
  .meta({ id: 'Failure' });

export type Failure = z.infer<typeof failureSchema>;
