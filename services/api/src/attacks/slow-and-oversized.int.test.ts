import { connect } from 'node:net';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createAttackApi, type AttackApi } from './attack-api.ts';
import { exchange, headOf } from '../testing/raw-http.ts';

let attack: AttackApi;
let cookie: string;
beforeAll(async () => {
  attack = await createAttackApi();
  cookie = `Cookie: ${attack.attacker.headers['cookie']}\r\nSec-Fetch-Site: same-origin`;
});
afterAll(() => attack.close());

/** Sends a beginning, then a byte again and again and never the end; what the server said before it closed the connection. */
async function trickle(beginning: string, byte: string): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const socket = connect(attack.port, '127.0.0.1', () => socket.write(beginning));
  const timer = setInterval(() => socket.write(byte), 100);
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk.toString()));
  socket.on('error', () => resolve());
  socket.on('close', () => resolve());
  await promise;
  clearInterval(timer);
  return answer;
}

const openConnections = (): Promise<number> => {
  const { server } = attack.api.app;
  return promisify(server.getConnections.bind(server))();
};

const post = (headers: string) => `POST /api/stores HTTP/1.1\r\nHost: x\r\n${cookie}\r\n${headers}\r\n`;

describe('a request that never ends', () => {
  const usual = { headersTimeout: 10_000, requestTimeout: 15_000 };
  afterEach(() => {
    Object.assign(attack.api.app.server, usual);
  });

  it('is given up although its bytes keep coming, while others are answered', async () => {
    const { server } = attack.api.app;
    expect(server).toMatchObject(usual);
    const body = post('Content-Type: application/json\r\nContent-Length: 60000\r\n');
    const chunked = post('Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n');
    const slow = [
      trickle(`${body}{"name":"`, 'a'),
      trickle(`${chunked}1\r\n{\r\n`, '1\r\na\r\n'),
      ...Array.from({ length: 100 }, () => trickle('GET / HTTP/1.1\r\nX-Slow: ', 'a')),
    ];
    await vi.waitUntil(async () => (await openConnections()) >= slow.length, { timeout: 5000 });
    const givenUp = vi.fn();
    for (const one of slow) void one.then(givenUp);
    const other = await fetch(`${attack.address}/api/stores`, { headers: { ...attack.attacker.headers } });
    expect(other.status).toBe(200);
    expect(givenUp).not.toHaveBeenCalled();
    // Shorter than usual, but much longer than the time between two bytes.
    Object.assign(server, { headersTimeout: 1000, requestTimeout: 1000 });
    for (const answer of await Promise.all(slow)) expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });
});

describe('a request that is too large', () => {
  it.each([
    ['a body of one byte too many', 65_537],
    ['a body of 100 MB', 100_000_000],
  ])('%s is refused before it is read', async (_what, length) => {
    const answer = await exchange(
      attack.port,
      post(`Content-Type: application/json\r\nConnection: close\r\nContent-Length: ${length}\r\n`),
    );
    expect(headOf(answer)).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('a body without a length is refused where it gets too large', async () => {
    const chunk = `8000\r\n${'a'.repeat(0x80_00)}\r\n`;
    const answer = await exchange(
      attack.port,
      `${post('Content-Type: application/json\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n')}${chunk.repeat(4)}0\r\n\r\n`,
    );
    expect(headOf(answer)).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('a compressed body is not unpacked', async () => {
    const bomb = gzipSync(JSON.stringify({ name: 'a'.repeat(50_000_000) }));
    const response = await attack.api.app.inject({
      method: 'POST',
      url: '/api/stores',
      headers: { ...attack.attacker.headers, 'content-type': 'application/json', 'content-encoding': 'gzip' },
      payload: bomb,
    });
    expect([400, 413, 415]).toContain(response.statusCode);
  });

  it.each([
    ['a long address', `GET /api/stores?search=${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431],
    ['a long header', `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['many headers', `GET / HTTP/1.1\r\nHost: x\r\n${'X-Many: a\r\n'.repeat(5000)}\r\n`, 431],
    [
      'a long name of a resource',
      `GET /api/stores/${'a'.repeat(5000)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      404,
    ],
  ])('%s is refused', async (_what, bytes, status) => {
    expect(headOf(await exchange(attack.port, bytes))).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });

  it.each([
    ['deep', `{"name":${'['.repeat(30_000)}${']'.repeat(30_000)}}`],
    ['wide', `{${Array.from({ length: 4000 }, (_none, index) => `"k${index}":1`).join()}}`],
    ['a number without an end', `{"name":1${'0'.repeat(60_000)}}`],
  ])('a body that is %s is refused in a few words', async (_what, payload) => {
    const response = await attack.api.app.inject({
      method: 'POST',
      url: '/api/stores',
      headers: { ...attack.attacker.headers, 'content-type': 'application/json' },
      payload,
    });
    expect(response.statusCode).toBe(400);
    expect(response.body.length).toBeLessThan(3000);
  });
});
