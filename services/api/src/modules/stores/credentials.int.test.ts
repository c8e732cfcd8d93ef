import { AppError } from '@shopwright/contract/errors';
import { isOperationId } from '@shopwright/contract/ids';
import { closeOperation, admitOperation } from '@shopwright/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../../testing/test-api.ts';

const password = 'from-the-cluster-only';
let api: TestApi;
let isClusterAway = false;
beforeAll(async () => {
  api = await createTestApi({
    readAdminPassword: () =>
      isClusterAway
        ? Promise.reject(new AppError('CLUSTER_UNAVAILABLE', { params: { reason: 'it is not reachable' } }))
        : Promise.resolve(password),
  });
});
afterAll(() => api.close());

async function readyStore(name: string): Promise<string> {
  const { store, operation } = (await api.call('POST', '/api/stores', { payload: { name } })).json();
  if (!isOperationId(operation.id)) throw new Error('not an operation id');
  await admitOperation(api.database.db, operation.id, 100);
  await closeOperation(api.database.db, { operationId: operation.id, outcome: 'succeeded', failure: null });
  return store.id;
}

const reveal = (id: string, key?: string) =>
  api.call('POST', `/api/stores/${id}/credentials`, key === undefined ? {} : { headers: { 'idempotency-key': key } });

describe('credentials', () => {
  it('are shown to one of many who ask at once, and audited', async () => {
    const id = await readyStore('Once');
    const answers = await Promise.all(Array.from({ length: 6 }, () => reveal(id)));
    const shown = answers.filter((answer) => answer.statusCode === 200);
    expect(shown).toHaveLength(1);
    expect(shown[0]?.json()).toEqual({ adminUrl: 'http://once.localhost:8081/wp-admin', username: 'owner', password });
    expect(answers.filter((answer) => answer.json().code === 'CREDENTIALS_UNAVAILABLE')).toHaveLength(5);
    const audit = (await api.call('GET', `/api/stores/audit/log?storeId=${id}&type=credentials.revealed`)).json();
    expect(audit.items).toHaveLength(1);
    expect((await api.call('GET', `/api/stores/${id}`)).json().credentialsAvailable).toBe(false);
  });

  it('come again for the same request, whose answer may have been lost', async () => {
    const id = await readyStore('Lost');
    const answers = [await reveal(id, 'lost-1'), await reveal(id, 'lost-1'), await reveal(id, 'other')];
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 409]);
    expect(answers[1]?.json().password).toBe(password);
  });

  it('are not used up while the cluster is away', async () => {
    const id = await readyStore('Away');
    isClusterAway = true;
    const away = await reveal(id);
    isClusterAway = false;
    expect([away.statusCode, away.json().code]).toEqual([503, 'CLUSTER_UNAVAILABLE']);
    expect((await reveal(id)).statusCode).toBe(200);
  });

  it('do not exist before the store is ready', async () => {
    const { store } = (await api.call('POST', '/api/stores', { payload: { name: 'Early' } })).json();
    const answer = await reveal(store.id);
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'CREDENTIALS_UNAVAILABLE']);
  });

  it('are in no table', async () => {
    const { rows } = await api.database.pool.query('select * from events');
    expect(JSON.stringify(rows)).not.toContain(password);
  });
});
