import { setTimeout as delay } from 'node:timers/promises';

/** Looks until there is something; throws with `what` after the time. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined>,
  timeoutMs = 90_000,
  pollMs = 200,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`not within ${timeoutMs} ms: ${what}`);
    await delay(pollMs);
  }
}
