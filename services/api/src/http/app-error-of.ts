import { hasZodFastifySchemaValidationErrors } from '@fastify/type-provider-zod';
import { AppError, type ErrorCode } from '@shopwright/contract/errors';
import { InvalidRequest, type FieldProblem } from './invalid-request.ts';
import { childPointer } from './json-pointer.ts';

/** What the framework's own errors are called on our side. */
const codeOfFrameworkError: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_BAD_URL: 'MALFORMED_REQUEST',
  FST_ERR_MAX_PARAM_LENGTH: 'MALFORMED_REQUEST',
  FST_ERR_ASYNC_CONSTRAINT: 'MALFORMED_REQUEST',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  FST_ERR_CTP_INVALID_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'MALFORMED_BODY',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'MALFORMED_BODY',
  FST_ERR_CTP_INVALID_JSON_BODY: 'MALFORMED_BODY',
  FST_ERR_HANDLER_TIMEOUT: 'SERVER_BUSY',
  FST_ERR_REOPENED_CLOSE_SERVER: 'SHUTTING_DOWN',
  ECONNRESET: 'REQUEST_TIMEOUT',
};

/** The coded error of anything that was thrown while a request was answered; what is unknown becomes INTERNAL. */
export function appErrorOf(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    return new InvalidRequest('VALIDATION_FAILED', error.validation.flatMap(fieldProblems(error.validationContext)));
  }
  return new AppError(codeOf(error) ?? codeOfStatus(error) ?? 'INTERNAL', { cause: error });
}

function codeOf(error: unknown): ErrorCode | undefined {
  return error instanceof Error && 'code' in error ? codeOfFrameworkError[String(error.code)] : undefined;
}

/** Libraries that only say which status they mean: a file outside the served directory is 403 and is not ours to confirm. */
function codeOfStatus(error: unknown): ErrorCode | undefined {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 403 || status === 404) return 'NOT_FOUND';
  return status >= 400 && status < 500 ? 'MALFORMED_REQUEST' : undefined;
}

interface Issue {
  keyword: string;
  instancePath: string;
  message: string;
  params: unknown;
}

function fieldProblems(part: string | undefined): (issue: Issue) => readonly FieldProblem[] {
  return (issue) => {
    const path = issue.instancePath === '/' ? '' : issue.instancePath;
    const nameOf = (pointer: string): string => (part === 'body' ? pointer : (pointer.split('/')[1] ?? ''));
    const unknownKeys = keysOf(issue.params);
    if (issue.keyword === 'unrecognized_keys' && unknownKeys.length > 0) {
      return unknownKeys.map((key) => ({ pointer: nameOf(childPointer(path, key)), message: 'is not a known field' }));
    }
    return [{ pointer: nameOf(path), message: issue.message }];
  };
}

function keysOf(params: unknown): readonly string[] {
  if (typeof params !== 'object' || params === null || !('keys' in params) || !Array.isArray(params.keys)) return [];
  return params.keys.map(String).slice(0, 20);
}
