import type { RouteDefinition } from '@shopwright/contract/routes/definition';
import { problemSchema } from '@shopwright/contract/schemas/problem';
import type { z } from 'zod';
import { AnswerMismatch, ApiError, ConnectionError } from './api-error.ts';
import { endSession } from './session.ts';

type Answer<Route extends RouteDefinition> = Route['success'] extends { body: infer Schema extends z.ZodType }
  ? z.output<Schema>
  : undefined;
type Body<Route extends RouteDefinition> = Route extends { body: infer Schema extends z.ZodType }
  ? z.input<Schema>
  : undefined;

export interface CallOptions<Route extends RouteDefinition> {
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string | number | undefined>>;
  body?: Body<Route>;
  signal?: AbortSignal;
  /** Makes a repeated POST or DELETE harmless. */
  idempotencyKey?: string;
  /** The version that was seen: a change of somebody else in between is not overwritten. */
  version?: number;
}

/**
 * Calls a route of the contract and checks its answer; the browser adds the session's cookie. Takes the route itself: a page loads the schemas of its own routes only.
 * Throws ApiError, ConnectionError or AnswerMismatch.
 */
export async function callApi<Route extends RouteDefinition>(
  route: Route,
  options: CallOptions<Route> = {},
): Promise<Answer<Route>> {
  const response = await send(route, options);
  if (response.status === 204) return undefined as Answer<Route>;
  const body = await readJson(response, options.signal);
  if (!response.ok) throw refusal(body, response);
  const { success } = route;
  if (!('body' in success)) throw new TypeError(`${route.path} answers no JSON`);
  const answer = success.body.safeParse(body);
  if (!answer.success) throw new AnswerMismatch(`${route.method} ${route.path}`, answer.error);
  return answer.data as Answer<Route>;
}

async function send(route: RouteDefinition, options: CallOptions<RouteDefinition>): Promise<Response> {
  const { body, idempotencyKey, version, signal } = options;
  try {
    return await fetch(addressOf(route.path, options), {
      method: route.method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
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

function addressOf(path: string, { params = {}, query = {} }: CallOptions<RouteDefinition>): string {
  const filled = path.replaceAll(/:(\w+)/g, (_match, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return search.size === 0 ? filled : `${filled}?${search.toString()}`;
}
