import { setTimeout as delay } from 'node:timers/promises';
import type { HealthView } from '@shopwright/contract/schemas/platform';
import { remembered } from '../../http/remembered.ts';

type CheckName = keyof HealthView['checks'];

/** Resolves where the part works; rejects with an error whose message may be shown to anybody. */
export type Check = (signal: AbortSignal) => Promise<void>;

/** A reason that may be shown to anybody: written here, never the message of somebody else's error. */
export class Unhealthy extends Error {}

export interface HealthOptions {
  checks: Readonly<Record<CheckName, Check>>;
  timeoutMs?: number;
  /** Anybody may ask: the parts are asked at most this often. */
  maxAgeMs?: number;
}

/** Asks every part of the platform whether it works. */
export function createHealth({ checks, timeoutMs = 2000, maxAgeMs = 1000 }: HealthOptions): () => Promise<HealthView> {
  const read = async (): Promise<HealthView> => {
    const [database, temporal, cluster, worker] = await Promise.all([
      run(checks.database, timeoutMs),
      run(checks.temporal, timeoutMs),
      run(checks.cluster, timeoutMs),
      run(checks.worker, timeoutMs),
    ]);
    const isOk = [database, temporal, cluster, worker].every((check) => check.ok);
    return {
      status: isOk ? 'ok' : 'degraded',
      checks: { database, temporal, cluster, worker },
      serverNow: new Date().toISOString(),
    };
  };
  return remembered(read, maxAgeMs);
}

async function run(check: Check, timeoutMs: number): Promise<{ ok: boolean; detail: string | null }> {
  const stop = new AbortController();
  const timeout = delay(timeoutMs, undefined, { signal: stop.signal }).then(() => {
    throw new Unhealthy(`no answer within ${timeoutMs / 1000} s`);
  });
  try {
    await Promise.race([check(stop.signal), timeout]);
    return { ok: true, detail: null };
  } catch (error) {
    return { ok: false, detail: error instanceof Unhealthy ? error.message : 'does not answer' };
  } finally {
    timeout.catch(() => undefined);
    stop.abort();
  }
}
