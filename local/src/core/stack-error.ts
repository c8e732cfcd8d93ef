/** A fault with a cause that the person at the terminal can act on; printed without a stack trace. */
export class StackError extends Error {
  readonly fix: string | undefined;

  constructor(message: string, options: { fix?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'StackError';
    this.fix = options.fix;
  }
}

/** Message and, where there is one, the way to mend it, on separate lines. */
export function describeError(error: unknown): string {
  if (error instanceof StackError) return error.fix ? `${error.message}\n  Fix: ${error.fix}` : error.message;
  return error instanceof Error ? error.message : String(error);
}
