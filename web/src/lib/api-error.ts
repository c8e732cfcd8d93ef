import type { ErrorCode } from '@shopwright/contract/errors';
import type { Problem } from '@shopwright/contract/schemas/problem';
import { asSentence } from './format.ts';

/** The API refused a request and said why. */
export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ApiError';
    this.problem = problem;
  }

  get code(): ErrorCode {
    return this.problem.code;
  }

  /** What happened and what to do, as one text. */
  get explanation(): string {
    return `${asSentence(this.message)} ${asSentence(this.problem.hint)}`;
  }

  /** Message for one field of the body, the last part of its JSON pointer; undefined where the field is fine. */
  fieldMessage(field: string): string | undefined {
    return this.problem.errors?.find(({ pointer }) => pointer.split('/').at(-1) === field)?.message;
  }
}

/** No answer, or one that is not the API's: the network, a proxy, a restart. */
export class ConnectionError extends Error {
  constructor(cause: unknown) {
    super('Shopwright does not answer.', { cause });
    this.name = 'ConnectionError';
  }
}

/** The API answered something else than this page knows: it was updated while the page was open. */
export class AnswerMismatch extends Error {
  constructor(route: string, cause: unknown) {
    super(`The answer of ${route} is not what this page knows.`, { cause });
    this.name = 'AnswerMismatch';
  }
}

export interface Explanation {
  title: string;
  hint: string;
  requestId: string | null;
  /** The page itself is the trouble: trying again is of no use, reloading it is. */
  isOutdated: boolean;
}

/** What a person is told about any error: what happened and what to do. */
export function explainError(error: unknown): Explanation {
  if (error instanceof ApiError) {
    const { hint, requestId } = error.problem;
    return { title: error.message, hint, requestId, isOutdated: false };
  }
  if (error instanceof ConnectionError) {
    return {
      title: error.message,
      hint: 'Check the connection, then try again.',
      requestId: null,
      isOutdated: false,
    };
  }
  const title =
    error instanceof AnswerMismatch
      ? 'Shopwright was updated since this page was opened.'
      : 'The dashboard made a mistake.';
  return { title, hint: 'Reload the page.', requestId: null, isOutdated: true };
}
