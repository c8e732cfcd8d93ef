import { afterAll, beforeAll, describe, it, vi } from 'vitest';
import { recordEvent } from './accept/audit.ts';
import { listen } from './listener.ts';
import { eventsChannel } from './repositories/events.ts';
import { sampleActor } from './testing/samples.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

describe('listener', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  it('wakes on a committed event, and again after its connection was lost', async () => {
    const stop = new AbortController();
    const onWake = vi.fn();
    const listening = listen({ url: database.url, channels: [eventsChannel], onWake, signal: stop.signal });
    await vi.waitUntil(() => onWake.mock.calls.length === 1, { timeout: 5000 });
    await recordEvent(database.db, { type: 'operator.action', organizationId: null, actor: sampleActor });
    await vi.waitUntil(() => onWake.mock.calls.length === 2, { timeout: 5000 });
    await database.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'shopwright-listen' and datname = current_database()",
    );
    await vi.waitUntil(() => onWake.mock.calls.length === 3, { timeout: 5000 });
    stop.abort();
    await listening;
  });
});
