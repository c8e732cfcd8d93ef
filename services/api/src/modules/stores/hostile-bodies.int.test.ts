import { problemSchema } from '@shopwright/contract/schemas/problem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileBodies } from '../../testing/hostile-bodies.ts';
import { createTestApi, type TestApi } from '../../testing/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

async function countRows(): Promise<number> {
  const { rows } = await api.database.pool.query(
    'select (select count(*) from stores) + (select count(*) from operations) + (select count(*) from workflow_commands) as n',
  );
  return Number(rows[0].n);
}

describe('a hostile body', () => {
  it('has a hundred forms at least', () => {
    expect(hostileBodies.length).toBeGreaterThanOrEqual(100);
    const distinct = new Set(
      hostileBodies.map(({ body, contentType }) => `${contentType} ${Buffer.from(body).toString('hex')}`),
    );
    expect(distinct.size).toBe(hostileBodies.length);
  });

  it.each(hostileBodies)('is refused: $what', async ({ body, contentType, status, pointer }) => {
    const response = await api.call('POST', '/api/stores', {
      payload: body,
      headers: { 'content-type': contentType ?? 'application/json' },
    });
    expect(response.statusCode, response.body).toBe(status);
    const problem = problemSchema.parse(response.json());
    if (pointer !== undefined) {
      expect(problem.errors?.map((error) => error.pointer)).toContain(pointer);
      expect(problem.errors?.every((error) => error.message.length > 3)).toBe(true);
    }
  });

  it('makes nothing', async () => {
    expect(await countRows()).toBe(0);
  });
});

describe('a friendly body', () => {
  it.each([
    { name: 'O\'Neil, "Sons" & $(daughters) `etc`; --' },
    { name: '茶の店' },
    { name: 'متجر الشاي' },
    { name: 'می\u200cخواهم' },
    { name: '👩\u200d🚀 Shop' },
    { name: 'true', adminPassword: '$(rm -rf /),a=b\'"\\`' },
    { name: '2024' },
    { name: 'store-platform' },
    { name: 'a'.repeat(60) },
  ])('is taken as it is: %j', async (payload) => {
    const response = await api.call('POST', '/api/stores', { payload });
    expect(response.statusCode, response.body).toBe(202);
    expect(response.json().store.name).toBe(payload.name);
  });
});
