import { setTimeout as delay } from 'node:timers/promises';
import { StackError } from './stack-error.ts';

/**
 * Asks `condition` again and again until it is true.
 * @param options.timeoutMs deadline; `intervalMs` pause between two questions (default 50)
 * @throws StackError with `what` at the deadline; the signal's reason when aborted
 */
export async function waitUntil(
  what: string,
  condition: () => Promise<boolean>,
  options: { timeoutMs: number; intervalMs?: number; signal?: AbortSignal },
): Promise<void> {
  const deadline = Date.now() + options.timeoutMs;
  let lastError: unknown;
  for (;;) {
    options.signal?.throwIfAborted();
    try {
      if (await condition()) return;
    } catch (error) {
      lastError = error;
    }
    if (Date.now() > deadline) {
      const because = lastError instanceof Error ? `: ${lastError.message}` : '';
      throw new StackError(`${what} did not happen within ${options.timeoutMs / 1000} s${because}`, {
        cause: lastError,
      });
    }
    await delay(options.intervalMs ?? 50, undefined, options.signal ? { signal: options.signal } : {});
  }
}
