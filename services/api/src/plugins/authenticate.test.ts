import { expect, it } from 'vitest';
import { createTestApp } from '../testing/test-app.ts';

it('says that the database is away where it is needed to find out who asks', async () => {
  const lost = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  const app = await createTestApp({ authenticator: { identify: () => Promise.reject(lost) } });
  const response = await app.inject({ url: '/api/stores' });
  expect([response.statusCode, response.json().code]).toEqual([503, 'DATABASE_UNAVAILABLE']);
  await app.close();
});
