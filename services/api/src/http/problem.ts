import { type AppError, errorRegistry } from '@shopwright/contract/errors';
import { routes } from '@shopwright/contract/routes';
import type { Problem } from '@shopwright/contract/schemas/problem';
import { InvalidRequest } from './invalid-request.ts';

export const problemContentType = 'application/problem+json; charset=utf-8';

export interface ProblemContext {
  /** Path of the request without its query, which may hold anything. */
  path: string;
  requestId: string;
}

/** RFC 9457 problem details of an error; nothing of its cause. */
export function problemOf(error: AppError, context: ProblemContext): Problem {
  const definition = errorRegistry[error.code];
  const problem: Problem = {
    type: routes.explainProblem.path.replace(':code', error.code),
    title: definition.title,
    status: definition.status,
    detail: error.message,
    instance: context.path,
    code: error.code,
    hint: definition.hint,
    retryable: definition.retryable,
    requestId: context.requestId,
  };
  if (error instanceof InvalidRequest) problem.errors = error.fields.map((field) => ({ ...field }));
  return problem;
}
