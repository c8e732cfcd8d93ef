import { type ErrorCode, errorRegistry } from './error-registry.ts';

export { errorCodes, errorRegistry, isErrorCode, type ErrorCode, type ErrorDefinition } from './error-registry.ts';

/** Values for the placeholders of an error's detail text. Never secrets: they reach users, logs and the audit. */
export type ErrorParams = Readonly<Record<string, string | number>>;

export interface AppErrorOptions {
  cause?: unknown;
  params?: ErrorParams;
}

/** The one error of the platform: a code from the registry, what fills its text, and what caused it. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, options: AppErrorOptions = {}) {
    const params = options.params ?? {};
    super(errorDetail(code, params), options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.params = params;
  }

  get retryable(): boolean {
    return errorRegistry[this.code].retryable;
  }

  get status(): number {
    return errorRegistry[this.code].status;
  }
}

/** The sentence a person reads: the registry's detail with `{placeholders}` filled, or the title where there is none. */
export function errorDetail(code: ErrorCode, params: ErrorParams): string {
  const definition = errorRegistry[code];
  if (definition.detail === undefined) return definition.title;
  return definition.detail.replaceAll(/\{(\w+)\}/g, (_match, name: string) => String(params[name] ?? 'unknown'));
}

/** Marks a branch that no value can reach; a new member of a union turns it into a compile error. */
export function assertNever(value: never): never {
  throw new AppError('INTERNAL', { params: { what: `unexpected value ${JSON.stringify(value)}` } });
}
