import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { V1Secret } from '@kubernetes/client-node';
import { randomBase32 } from '@shopwright/contract/ids';
import { findHistory } from '@shopwright/database';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPlatform, type TestPlatform } from './support/platform.ts';
import { until } from './support/until.ts';
import { allArguments } from './support/processes.ts';
import { operationEnd } from './support/wait.ts';

describe('secrets', { timeout: 240_000 }, () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.close());

  it('are in no history, log, event, row, argument or Helm record', async () => {
    const chosen = `chosen ${randomBase32(20)} "quoted", $(pass)`;
    const seen: string[] = [];
    const stop = new AbortController();
    const watching = (async () => {
      while (!stop.signal.aborted) seen.push(await allArguments());
    })();
    const accepted = await platform.api.post('/api/stores', {
      name: 'Secret shop',
      slug: `secret-${randomBase32(6)}`,
      engine: 'sample',
      adminPassword: chosen,
    });
    const { store, operation } = accepted.body;
    expect((await operationEnd(platform, operation.id, 180_000)).state).toBe('succeeded');
    const secrets = await readSecrets(platform, store.id);
    expect(secrets).toContain(chosen);
    const places = {
      'helm release': await helmRecords(platform, store.id),
      'answers of the API': JSON.stringify([accepted.body, await platform.api.get(`/api/stores/${store.id}`)]),
    };
    await operationEnd(platform, (await platform.api.delete(`/api/stores/${store.id}`)).body.operation.id, 180_000);
    stop.abort();
    await watching;
    const everywhere = {
      ...places,
      'process arguments': seen.join('\n'),
      'exported history': await exportedHistory(platform, operation.id as never),
      'temporal history': await temporalHistories(platform, store.id),
      database: await databaseDump(platform),
      'worker log': await readFile(join(platform.logDirectory, 'worker.log'), 'utf8'),
      'api log': await readFile(join(platform.logDirectory, 'api.log'), 'utf8'),
    };
    for (const [place, text] of Object.entries(everywhere)) {
      expect(text.length, place).toBeGreaterThan(100);
      for (const secret of secrets) expect(text.includes(secret), `a secret is in: ${place}`).toBe(false);
    }
    // The search itself finds what is there.
    for (const place of ['temporal history', 'exported history'] as const) {
      expect(everywhere[place]).toContain(`"operationId":"${operation.id}"`);
    }
    expect(everywhere['process arguments']).toContain(store.id);
  });
});

/** Every value of every Secret that the platform made, long enough to be one. */
async function readSecrets(platform: TestPlatform, storeId: string): Promise<readonly string[]> {
  const secrets = await platform.kube.list<V1Secret>(`/api/v1/namespaces/${storeId}/secrets`, {
    query: { labelSelector: `shopwright.dev/store-id=${storeId}` },
  });
  const values = secrets.flatMap((secret) => Object.entries(secret.data ?? {}));
  return values
    .filter(([key]) => key !== 'username' && key !== 'email')
    .map(([, value]) => Buffer.from(value, 'base64').toString('utf8'));
}

/** What Helm keeps in the cluster: base64 of base64 of gzip. */
async function helmRecords(platform: TestPlatform, storeId: string): Promise<string> {
  const records = await platform.kube.list<V1Secret>(`/api/v1/namespaces/${storeId}/secrets`, {
    query: { labelSelector: 'owner=helm' },
  });
  return records
    .map((record) => Buffer.from(record.data?.['release'] ?? '', 'base64').toString('utf8'))
    .map((inner) => gunzipSync(Buffer.from(inner, 'base64')).toString('utf8'))
    .join('\n');
}

async function exportedHistory(platform: TestPlatform, operationId: `op-${string}`): Promise<string> {
  const row = await until('the exported history', () => findHistory(platform.database.db, operationId));
  const text = gunzipSync(row.history).toString('utf8');
  expect(JSON.parse(text)).toHaveProperty('events');
  return decodePayloads(text);
}

async function temporalHistories(platform: TestPlatform, storeId: string): Promise<string> {
  const texts = await until('the histories', async () => {
    const found: string[] = [];
    for await (const execution of platform.temporal.workflow.list({ query: `StoreId = '${storeId}'` })) {
      const history = await platform.temporal.workflow.getHandle(execution.workflowId, execution.runId).fetchHistory();
      found.push(decodePayloads(historyToJSON(history)));
    }
    return found.length >= 3 ? found : undefined;
  });
  return texts.join('\n');
}

/** Payloads are base64 in JSON; both forms are searched. */
function decodePayloads(text: string): string {
  const decoded = [...text.matchAll(/"data":\s*"([A-Za-z0-9+/=]+)"/g)].map((match) =>
    Buffer.from(match[1] ?? '', 'base64').toString('utf8'),
  );
  return `${text}\n${decoded.join('\n')}`;
}

async function databaseDump(platform: TestPlatform): Promise<string> {
  const { rows: tables } = await platform.database.pool.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public'",
  );
  const dumps = await Promise.all(
    tables.map(({ name }) => platform.database.pool.query(`select to_jsonb(t) as row from "${name}" t`)),
  );
  return JSON.stringify(dumps.map((dump) => dump.rows));
}
