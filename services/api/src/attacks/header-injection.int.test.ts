import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAttackApi, type AttackApi } from './attack-api.ts';
import { exchange, headOf, rawRequest } from '../testing/raw-http.ts';

let attack: AttackApi;
beforeAll(async () => {
  attack = await createAttackApi();
});
afterAll(() => attack.close());

const injected = /^(x-injected|set-cookie: *injected)/im;
const payloads = [
  'a\r\nX-Injected: 1',
  'a\nX-Injected: 1',
  'a%0d%0aX-Injected:%201',
  'a\u0000b',
  'aåß\u0085X-Injected: 1',
];
const reflected = [
  'X-Request-Id',
  'Idempotency-Key',
  'If-Match',
  'Last-Event-ID',
  'User-Agent',
  'X-Forwarded-For',
  'Origin',
];

describe('text of a request in the headers of the answer', () => {
  it.each(reflected.flatMap((header) => payloads.map((payload) => [header, payload] as const)))(
    '%s: %j makes no header of its own',
    async (header, payload) => {
      const cookie = `Cookie: ${attack.attacker.headers['cookie']}`;
      const head = 'GET /api/stores HTTP/1.1';
      const answer = await exchange(attack.port, rawRequest(head, [cookie, `${header}: ${payload}`]));
      expect(answer).toMatch(/^HTTP\/1\.1 (200|400) /);
      expect(headOf(answer)).not.toMatch(injected);
    },
  );

  it.each([
    '/api/%0d%0aX-Injected:%201',
    '/api/stores/%0d%0aX-Injected',
    '/%0d%0aSet-Cookie:%20injected=1',
    '/\\evil.example',
  ])('the path %s makes none either', async (path) => {
    const answer = await exchange(attack.port, rawRequest(`GET ${path} HTTP/1.1`, []));
    expect(headOf(answer)).not.toMatch(injected);
  });

  it('the address of what was accepted is a path, whatever host was asked for', async () => {
    const response = await attack.api.app.inject({
      method: 'POST',
      url: '/api/stores',
      headers: { ...attack.attacker.headers, host: 'evil.example', 'x-forwarded-host': 'evil.example' },
      payload: { name: 'Tea' },
    });
    expect(response.statusCode).toBe(202);
    expect(response.headers.location).toMatch(/^\/api\/operations\/op-[a-z2-7]{16}$/);
    expect(JSON.stringify([response.headers, response.json()])).not.toContain('evil.example');
  });

  it('what a client calls itself is kept as one printable line', async () => {
    const { api, attacker } = attack;
    const headers = { ...attacker.headers, 'user-agent': 'a\tb\u0080<script>' };
    await api.app.inject({ method: 'POST', url: '/api/stores', headers, payload: { name: 'Agent' } });
    const audit = await api.app.inject({ url: '/api/stores/audit/log?limit=1', headers: attacker.headers });
    expect(audit.json().items[0].source.userAgent).toMatch(/^[\x20-\x7e]*$/);
  });
});

describe('requests hidden in requests', () => {
  it.each([
    ['both lengths', ['Transfer-Encoding: chunked', 'Content-Length: 4'], '0\r\n\r\nGET /api/stores HTTP/1.1\r\n\r\n'],
    ['two lengths', ['Content-Length: 0', 'Content-Length: 30'], ''],
    ['an obscured encoding', ['Transfer-Encoding: xchunked'], '0\r\n\r\n'],
    ['a folded header', ['X-A: b\r\n folded: 1'], ''],
    ['a space before the colon', ['Content-Length : 0'], ''],
  ])('%s are refused and end the connection', async (_what, headers, body) => {
    const head = ['POST /api/stores HTTP/1.1', 'Host: localhost', ...headers].join('\r\n');
    const answer = await exchange(attack.port, `${head}\r\n\r\n${body}`);
    expect(answer.match(/HTTP\/1\.1 \d{3}/g)).toEqual(['HTTP/1.1 400']);
  });
});
