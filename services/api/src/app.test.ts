import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp } from './testing/test-app.ts';
import { authorization, testConfig } from './testing/test-config.ts';

let app: FastifyInstance;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const json = { ...authorization, 'content-type': 'application/json' };

describe('problems', () => {
  it.each([
    ['an unknown path', { method: 'GET', url: '/api/nothing' }, 404, 'NOT_FOUND'],
    ['an unknown path outside the API', { method: 'POST', url: '/nothing' }, 404, 'NOT_FOUND'],
    ['another method', { method: 'PUT', url: '/api/stores', headers: json, payload: '{}' }, 405, 'METHOD_NOT_ALLOWED'],
    ['a method with a body of its own', { method: 'QUERY', url: '/api/engines' }, 405, 'METHOD_NOT_ALLOWED'],
    ['no token', { method: 'GET', url: '/api/stores' }, 401, 'UNAUTHENTICATED'],
    ['no token for a change', { method: 'POST', url: '/api/stores', payload: { name: 'x' } }, 401, 'UNAUTHENTICATED'],
    [
      'a malformed address',
      { method: 'GET', url: '/api/stores/%zz', headers: authorization },
      400,
      'MALFORMED_REQUEST',
    ],
    ['no JSON', { method: 'POST', url: '/api/stores', headers: json, payload: '{"name":' }, 400, 'MALFORMED_BODY'],
    [
      'another content type',
      { method: 'POST', url: '/api/stores', headers: { ...authorization, 'content-type': 'text/plain' }, payload: 'x' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'another charset',
      {
        method: 'POST',
        url: '/api/stores',
        headers: { ...authorization, 'content-type': 'application/json; charset=latin1' },
        payload: '{}',
      },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'too large a body',
      { method: 'POST', url: '/api/stores', headers: json, payload: `{"name":"${'a'.repeat(70_000)}"}` },
      413,
      'BODY_TOO_LARGE',
    ],
    [
      'a stream in another format',
      { method: 'GET', url: '/api/events', headers: { ...authorization, accept: 'application/json' } },
      406,
      'NOT_ACCEPTABLE',
    ],
    [
      'a database that is away',
      { method: 'GET', url: '/api/stores', headers: authorization },
      503,
      'DATABASE_UNAVAILABLE',
    ],
  ] as const)('answer %s', async (_what, request, status, code) => {
    const response = await app.inject({ ...request });
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(response.json()).toMatchObject({ code, status, type: `/api/problems/${code}` });
    expect(response.json().requestId).toBe(response.headers['x-request-id']);
  });

  it('say which methods a path has', async () => {
    const response = await app.inject({ method: 'PATCH', url: '/api/stores/st-aaaaaaaaaa', headers: authorization });
    expect(response.headers['allow']).toBe('DELETE, GET, HEAD');
  });

  it('tell nothing of what went wrong inside', async () => {
    const response = await app.inject({ url: '/api/stores', headers: authorization });
    expect(response.body).not.toContain('ECONNREFUSED');
  });

  it('are explained at their type', async () => {
    const response = await app.inject({ url: '/api/problems/STORE_NAME_TAKEN' });
    expect(response.json()).toMatchObject({ status: 409, title: 'The address is taken' });
  });
});

describe('requests', () => {
  it('keep a harmless id and replace any other', async () => {
    const [kept, replaced] = await Promise.all([
      app.inject({ url: '/healthz', headers: { 'x-request-id': 'my-request-0001' } }),
      app.inject({ url: '/healthz', headers: { 'x-request-id': 'a b<script>' } }),
    ]);
    expect(kept.headers['x-request-id']).toBe('my-request-0001');
    expect(replaced.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each(['', 'Bearer', 'Bearer wrong-token-0123456789-0123456789', 'Basic dXNlcjpwYXNz', 'Bearer  x y'])(
    'with the authorization %j are refused',
    async (header) => {
      const response = await app.inject({ url: '/api/engines', headers: { authorization: header } });
      expect(response.statusCode).toBe(401);
      expect(response.headers['www-authenticate']).toBe('Bearer');
    },
  );

  it('from other origins get no permission', async () => {
    const headers = { ...authorization, origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const [simple, preflight] = await Promise.all([
      app.inject({ url: '/api/plans', headers }),
      app.inject({ method: 'OPTIONS', url: '/api/stores', headers }),
    ]);
    expect(simple.headers).not.toHaveProperty('access-control-allow-origin');
    expect(preflight.statusCode).toBe(405);
  });

  it('are answered with strict headers', async () => {
    const { headers } = await app.inject({ url: '/healthz' });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  });

  it('believe X-Forwarded-For only as far as proxies are configured', async () => {
    const limited = (hops: string) =>
      createTestApp({ config: testConfig({ RATE_LIMIT_ANONYMOUS_PER_MINUTE: '1', TRUSTED_PROXY_HOPS: hops }) });
    const statuses = async (hops: string): Promise<number[]> => {
      const other = await limited(hops);
      const results: number[] = [];
      for (const client of ['1.1.1.1', '2.2.2.2']) {
        const response = await other.inject({
          url: '/api/plans',
          headers: { 'x-forwarded-for': `9.9.9.9, ${client}` },
        });
        results.push(response.statusCode);
      }
      await other.close();
      return results;
    };
    expect(await statuses('0')).toEqual([401, 429]);
    expect(await statuses('1')).toEqual([401, 401]);
  });
});

describe('rate limits', () => {
  it('count wrong tokens per address and say when to come back', async () => {
    const limited = await createTestApp({ config: testConfig({ RATE_LIMIT_ANONYMOUS_PER_MINUTE: '2' }) });
    const guess = () => limited.inject({ url: '/api/engines', headers: { authorization: 'Bearer guess' } });
    const answers = [await guess(), await guess(), await guess()];
    expect(answers.map((answer) => answer.statusCode)).toEqual([401, 401, 429]);
    expect(answers[0]?.headers).toMatchObject({ 'ratelimit-limit': '2', 'ratelimit-remaining': '1' });
    expect(Number(answers[2]?.headers['retry-after'])).toBeGreaterThan(0);
    expect(answers[2]?.json()).toMatchObject({ code: 'RATE_LIMITED', retryable: true });
    await limited.close();
  });

  it('count unknown paths too', async () => {
    const limited = await createTestApp({ config: testConfig({ RATE_LIMIT_ANONYMOUS_PER_MINUTE: '1' }) });
    const unknown = (url: string) => limited.inject({ method: 'POST', url });
    const statuses = [await unknown('/api/a'), await unknown('/api/b')].map((each) => each.statusCode);
    expect(statuses).toEqual([404, 429]);
    await limited.close();
  });

  it('of wrong tokens leave the files of the dashboard alone', async () => {
    const limited = await createTestApp({ config: testConfig({ RATE_LIMIT_ANONYMOUS_PER_MINUTE: '1' }) });
    const urls = ['/api/plans', '/api/plans', '/', '/healthz'];
    const statuses: number[] = [];
    for (const url of urls) statuses.push((await limited.inject({ url })).statusCode);
    expect(statuses).toEqual([401, 429, 200, 200]);
    await limited.close();
  });

  it('count writes apart from reads', async () => {
    const limited = await createTestApp({ config: testConfig({ RATE_LIMIT_WRITES_PER_MINUTE: '1' }) });
    const write = () => limited.inject({ method: 'POST', url: '/api/stores', headers: json, payload: '{}' });
    expect([(await write()).statusCode, (await write()).statusCode]).toEqual([400, 429]);
    expect((await limited.inject({ url: '/api/plans', headers: authorization })).statusCode).toBe(200);
    await limited.close();
  });
});

describe('routes', () => {
  it('without a permission keep the process from starting', async () => {
    const other = await createTestApp();
    await other.close();
    const { fastify } = await import('fastify');
    const { authenticate } = await import('./plugins/authenticate.ts');
    const { authorize } = await import('./plugins/authorize.ts');
    const { rateLimits } = await import('./plugins/rate-limits.ts');
    const bare = fastify();
    await bare.register(authenticate, { authenticator: { identify: () => Promise.resolve(null) } });
    await bare.register(rateLimits, { readsPerMinute: 1, writesPerMinute: 1, anonymousPerMinute: 1 });
    await bare.register(authorize);
    expect(() => bare.get('/forgotten', () => 'open')).toThrow(expect.objectContaining({ code: 'INTERNAL' }));
    await bare.close();
  });

  it('of health need no token and do not fail with the parts', async () => {
    const broken = (): Promise<void> => Promise.reject(new Error('secret detail'));
    const other = await createTestApp({
      checks: { database: broken, temporal: broken, cluster: broken, worker: broken },
    });
    const [live, ready, health] = await Promise.all([
      other.inject('/healthz'),
      other.inject('/readyz'),
      other.inject('/api/health'),
    ]);
    expect([live.statusCode, ready.statusCode, health.statusCode]).toEqual([200, 503, 200]);
    expect(health.json()).toMatchObject({ status: 'degraded', checks: { cluster: { ok: false } } });
    expect(health.body).not.toContain('secret detail');
    await other.close();
  });

  it('show a page that says what runs while there is no dashboard', async () => {
    const response = await app.inject({ url: '/', headers: { accept: 'text/html' } });
    expect(response.statusCode).toBe(200);
    expect(response.body).toContain('http://localhost:8233');
  });
});
