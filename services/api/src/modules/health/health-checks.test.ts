import { describe, expect, it } from 'vitest';
import { createHealth, Unhealthy, type Check } from './health-checks.ts';

const works: Check = () => Promise.resolve();
const all = { database: works, temporal: works, cluster: works, worker: works };

describe('health', () => {
  it('is ok where every part works', async () => {
    expect(await createHealth({ checks: all })()).toMatchObject({ status: 'ok', checks: { worker: { ok: true } } });
  });

  it('does not wait for a part that does not answer, and tells it to stop', async () => {
    let wasStopped = false;
    const hangs: Check = (signal) => {
      signal.addEventListener('abort', () => (wasStopped = true));
      return new Promise(() => undefined);
    };
    const health = await createHealth({ checks: { ...all, cluster: hangs }, timeoutMs: 20 })();
    expect(health.status).toBe('degraded');
    expect(health.checks.cluster).toEqual({ ok: false, detail: 'no answer within 0.02 s' });
    expect(wasStopped).toBe(true);
  });

  it('shows only reasons that were written for everybody', async () => {
    const health = await createHealth({
      checks: {
        ...all,
        database: () => Promise.reject(new Error('postgres://user:password@host')),
        worker: () => Promise.reject(new Unhealthy('no worker has ever been seen')),
      },
    })();
    expect(health.checks.database.detail).toBe('does not answer');
    expect(health.checks.worker.detail).toBe('no worker has ever been seen');
  });

  it('asks the parts once for many who ask', async () => {
    let asked = 0;
    const counts: Check = () => Promise.resolve(void (asked += 1));
    const read = createHealth({ checks: { ...all, database: counts } });
    await Promise.all(Array.from({ length: 100 }, () => read()));
    expect(asked).toBe(1);
  });
});
