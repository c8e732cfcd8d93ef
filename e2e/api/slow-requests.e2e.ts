import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIsolatedApi, type IsolatedApi } from '../../services/api/src/testing/isolated-api.ts';

describe('clients that never finish', { timeout: 60_000 }, () => {
  let api: IsolatedApi;
  beforeAll(async () => {
    api = await startIsolatedApi();
  });
  afterAll(() => api.stop());

  /** Sends a beginning and waits for what the server says before it closes the connection. */
  async function begin(text: string): Promise<{ answer: string; seconds: number }> {
    const { hostname, port } = new URL(api.url);
    const startedAt = performance.now();
    const { promise, resolve } = Promise.withResolvers<string>();
    let answer = '';
    const socket: Socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', () => resolve(answer));
    socket.on('close', () => resolve(answer));
    return { answer: await promise, seconds: (performance.now() - startedAt) / 1000 };
  }

  it('are answered with 408 and let go, while others are served', async () => {
    const head = `POST /api/stores HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${api.token}\r\nContent-Type: application/json\r\n`;
    const slow = Promise.all([
      ...Array.from({ length: 50 }, () => begin('GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ')),
      ...Array.from({ length: 50 }, () => begin(`${head}Content-Length: 100\r\n\r\n{"name":`)),
    ]);
    const served = await fetch(`${api.url}/readyz`);
    expect(served.status).toBe(200);
    const answers = await slow;
    expect(answers.filter(({ answer }) => answer.startsWith('HTTP/1.1 408 '))).toHaveLength(100);
    expect(Math.max(...answers.map(({ seconds }) => seconds))).toBeLessThan(40);
  });
});
