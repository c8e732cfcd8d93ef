import { AppError, type ErrorCode } from '@shopwright/contract/errors';
import { z } from 'zod';
import type { ProbeHttp } from '../../engine.ts';

/** Of one request; everything together has the deadline of the probe. */
const timeoutMs = 10_000;

/** An anonymous visitor with the session of one page view: calls without a session share one cart in EverShop. */
export interface Shopper {
  /** Calls the shop's REST interface; throws `code` unless it answers 200 and as `schema` says. */
  post<Schema extends z.ZodType>(path: string, json: unknown, expected: Expectation<Schema>): Promise<z.output<Schema>>;
  /** Asks the shop's public GraphQL interface. */
  query<Schema extends z.ZodType>(query: string, expected: Expectation<Schema>): Promise<z.output<Schema>>;
  /** Status and text of a page. */
  page(path: string): Promise<{ status: number; body: string }>;
}

export interface Expectation<Schema extends z.ZodType> {
  schema: Schema;
  code: ErrorCode;
}

const envelopeSchema = z.object({ data: z.unknown() });

export function createShopper(http: ProbeHttp, cookie: string): Shopper {
  const headers = { cookie };
  const post: Shopper['post'] = async (path, json, { schema, code }) => {
    const response = await http({ method: 'POST', path: `/api${path}`, json, headers, timeoutMs });
    if (response.status !== 200) {
      throw new AppError(code, { params: { reason: `${path} answered with status ${response.status}` } });
    }
    const answer = schema.safeParse(envelopeSchema.safeParse(parseJson(response.body)).data?.data);
    if (!answer.success) {
      const where = answer.error.issues[0]?.path.join('.') ?? 'unknown';
      throw new AppError(code, { params: { reason: `${path} answered without a usable "${where}"` } });
    }
    return answer.data;
  };
  return {
    post,
    query: (query, expected) => post('/graphql', { query }, expected),
    page: async (path) => http({ path, headers, timeoutMs }),
  };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
