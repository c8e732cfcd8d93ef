import { AppError, type ErrorCode } from '@shopwright/contract/errors';
import { z } from 'zod';
import type { ProbeHttp, ProbeRequest, ProbeResponse } from '../../probe.ts';

/** Of one request; everything together has the deadline of the probe. */
export const requestTimeoutMs = 10_000;

export interface ExpectedAnswer<Schema extends z.ZodType> {
  status: number;
  schema: Schema;
  /** Code of the failure when the answer is another. */
  code: ErrorCode;
}

const problemSchema = z.object({ code: z.string() });

/** Calls WooCommerce's Store API and reads its answer; throws the expected code when it is not as expected. */
export async function callStoreApi<Schema extends z.ZodType>(
  http: ProbeHttp,
  request: Omit<ProbeRequest, 'path'> & { path: string },
  expected: ExpectedAnswer<Schema>,
): Promise<{ body: z.output<Schema>; response: ProbeResponse }> {
  const response = await http({ timeoutMs: requestTimeoutMs, ...request, path: `/wp-json/wc/store/v1${request.path}` });
  const [route] = request.path.split('?');
  const json = parseJson(response.body);
  if (response.status !== expected.status) {
    const problem = problemSchema.safeParse(json).data?.code ?? 'no code';
    throw failure(expected.code, `${route} answered with status ${response.status} (${problem})`);
  }
  const body = expected.schema.safeParse(json);
  if (!body.success) {
    throw failure(expected.code, `${route} answered without a usable "${body.error.issues[0]?.path.join('.')}"`);
  }
  return { body: body.data, response };
}

/** A failure of the probe with its reason. */
export function failure(code: ErrorCode, reason: string): AppError {
  return new AppError(code, { params: { reason } });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
