import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exchange } from '../testing/raw-http.ts';
import { createTestApp } from '../testing/test-app.ts';
import { testToken } from '../testing/test-config.ts';

let app: FastifyInstance;
let port: number;
beforeAll(async () => {
  app = await createTestApp();
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = app.server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => app.close());

describe('what is no request', () => {
  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400, 'MALFORMED_REQUEST'],
    ['too many headers', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(40_000)}\r\n\r\n`, 431, 'HEADERS_TOO_LARGE'],
    [
      'two lengths',
      'POST /api/stores HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
      'MALFORMED_REQUEST',
    ],
    ['a newline in a header', 'GET / HTTP/1.1\r\nHost: x\r\nA: a\nB\r\n\r\n', 400, 'MALFORMED_REQUEST'],
  ] as const)('is answered with problem details: %s', async (_what, bytes, status, code) => {
    const answer = await exchange(port, bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('application/problem+json');
    expect(answer).toContain(`"code":"${code}"`);
  });

  it('is refused before a body of 10 MB has arrived', async () => {
    const head = [
      'POST /api/stores HTTP/1.1',
      'Host: x',
      `Authorization: Bearer ${testToken}`,
      'Content-Type: application/json',
      'Content-Length: 10000000',
    ];
    const answer = await exchange(port, `${head.join('\r\n')}\r\n\r\n{"name":"`);
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
  });
});
