import { type RouteDefinition, type RouteName, routes } from '@shopwright/contract/routes';
import { problemSchema } from '@shopwright/contract/schemas/problem';
import type { z } from 'zod';
import { AnswerMismatch, ApiError, ConnectionError } from './api-error.ts';
import { authorizationHeaders, endSession } from './session.ts';

type JsonRoute = Exclude<RouteName, 'streamEvents'>;
type Success<Name extends JsonRoute> = (typeof routes)[Name]['success'] extends { body: infer Answer extends z.ZodType }
  ? z.output<Answer>
  : never;
type Body<Name extends JsonRoute> = (typeof routes)[Name] extends { body: infer Schema extends z.ZodType }
  ? z.input<Schema>
  : undefined;

export interface CallOptions<Name extends JsonRoute> {
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string | number | undefined>>;
  body?: Body<Name>;
  signal?: AbortSignal;
  /** Makes a repeated POST or DELETE harmless. */
  idempotencyKey?: string;
}

/** Calls a route of the contract and checks its answer. Throws ApiError, ConnectionError or AnswerMismatch. */
export async function callApi<Name extends JsonRoute>(
  name: Name,
  options: CallOptions<Name> = {},
): Promise<Success<Name>> {
  const route: RouteDefinition = routes[name];
  const response = await send(route, options);
  const body = await readJson(response, options.signal);
  if (!response.ok) throw refusal(body, response);
  if (!('body' in route.success)) throw new TypeError(`${name} is a stream`);
  const answer = route.success.body.safeParse(body);
  if (!answer.success) throw new AnswerMismatch(name, answer.error);
  return answer.data as Success<Name>;
}

async function send(route: RouteDefinition, options: CallOptions<JsonRoute>): Promise<Response> {
  const { body, idempotencyKey, signal } = options;
  try {
    return await fetch(addressOf(route.path, options), {
      method: route.method,
      headers: {
        accept: 'application/json',
        ...authorizationHeaders(),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new ConnectionError(error);
  }
}

async function readJson(response: Response, signal: AbortSignal | undefined): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new ConnectionError(error);
  }
}

function refusal(body: unknown, response: Response): ApiError | ConnectionError {
  const problem = problemSchema.safeParse(body);
  if (!problem.success) return new ConnectionError(new Error(`status ${response.status} without a problem`));
  if (problem.data.code === 'UNAUTHENTICATED') endSession('The session has ended. Sign in again.');
  return new ApiError(problem.data);
}

function addressOf(path: string, { params = {}, query = {} }: CallOptions<JsonRoute>): string {
  const filled = path.replaceAll(/:(\w+)/g, (_match, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return search.size === 0 ? filled : `${filled}?${search.toString()}`;
}
