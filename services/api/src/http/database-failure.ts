import { AppError } from '@shopwright/contract/errors';

/** SQLSTATE classes: connection exception, insufficient resources, operator intervention (shutdown, statement timeout). */
const unavailableClasses: ReadonlySet<string> = new Set(['08', '53', '57']);
const networkCode = /^(?:ECONN|EPIPE|ENET|EHOST|ETIMEDOUT|ENOTFOUND|EAI_)/;
const sqlState = /^[0-9A-Z]{5}$/;

/**
 * What a failed use of the database means for the caller: DATABASE_UNAVAILABLE where it cannot be reached or gave up, anything
 * else unchanged. Only for errors thrown by code that talks to the database.
 */
export function asDatabaseFailure(error: unknown): unknown {
  if (error instanceof AppError) return error;
  return isUnavailable(rootCause(error)) ? new AppError('DATABASE_UNAVAILABLE', { cause: error }) : error;
}

function rootCause(error: unknown): unknown {
  let current = error;
  while (current instanceof Error && current.cause instanceof Error) current = current.cause;
  return current;
}

function isUnavailable(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.every(isUnavailable);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  // The driver reports its own time-outs and broken connections as plain errors without a code.
  if (code === undefined) return error.constructor === Error;
  if (networkCode.test(code)) return true;
  return sqlState.test(code) && unavailableClasses.has(code.slice(0, 2));
}
