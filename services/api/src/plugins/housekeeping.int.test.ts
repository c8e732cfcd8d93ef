import { fastify } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../testing/test-api.ts';
import { housekeeping } from './housekeeping.ts';

const dayMs = 24 * 60 * 60_000;
let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

async function count(query: string): Promise<number> {
  const { rows } = await api.database.pool.query(`select count(*)::int as n from ${query}`);
  return rows[0].n;
}

describe('housekeeping', () => {
  it('forgets old keys and old progress, never the audit', async () => {
    for (const name of ['Old', 'New']) {
      await api.call('POST', '/api/stores', { payload: { name }, headers: { 'idempotency-key': `key-${name}` } });
    }
    const { pool } = api.database;
    await pool.query(`update idempotency_keys set created_at = now() - interval '25 hours' where key = 'key-Old'`);
    await pool.query(`insert into events (type, category, actor, at) values
      ('step.progress', 'progress', '{"kind":"system","id":"x","name":"x"}', now() - interval '8 days'),
      ('step.progress', 'progress', '{"kind":"system","id":"x","name":"x"}', now() - interval '6 days'),
      ('store.created', 'audit', '{"kind":"system","id":"x","name":"x"}', now() - interval '800 days')`);
    await pool.query(`insert into one_time_secrets (secret_hash, purpose, expires_at) values
      ('over', 'sign-up', now() - interval '1 minute'), ('open', 'sign-up', now() + interval '1 minute')`);
    await pool.query(`insert into attempts (key, failures, last_at, blocked_until) values
      ('old', 1, now() - interval '3 days', now()), ('new', 1, now(), now())`);
    const app = fastify();
    const { db } = api.database;
    await app.register(housekeeping, { db, progressRetentionMs: 7 * dayMs, sessionIdleMs: dayMs });
    await app.ready();
    await expect.poll(() => count(`events where category = 'progress'`)).toBe(1);
    expect(await count(`events where category = 'audit'`)).toBe(5);
    expect(await count(`idempotency_keys`)).toBe(1);
    await expect.poll(() => count(`one_time_secrets`)).toBe(1);
    await expect.poll(() => count(`attempts where key = 'old'`)).toBe(0);
    expect(await count(`attempts where key = 'new'`)).toBe(1);
    await app.close();
  });
});
