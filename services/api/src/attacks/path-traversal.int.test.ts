import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp } from '../testing/test-app.ts';
import { exchange, rawRequest } from '../testing/raw-http.ts';

const secret = 'nobody is to read this';

let directory: string;
let app: FastifyInstance;
let port: number;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'traversal-'));
  const root = join(directory, 'dist');
  await mkdir(join(root, 'assets'), { recursive: true });
  await mkdir(join(directory, 'dist-secret'));
  await writeFile(join(root, 'index.html'), '<!doctype html><title>Dashboard</title>');
  await writeFile(join(root, 'assets/main.js'), 'start()');
  await writeFile(join(root, '.env.txt'), secret);
  await writeFile(join(directory, 'secret.txt'), secret);
  await writeFile(join(directory, 'dist-secret/secret.txt'), secret);
  await symlink(join(directory, 'secret.txt'), join(directory, 'dist-secret/link.txt'));
  app = await createTestApp({ webDirectory: root });
  port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterAll(async () => {
  await app.close();
  await rm(directory, { recursive: true, force: true });
});

const ups = ['..', '%2e%2e', '.%2e', '%2e.', '%252e%252e', '..%00', '..;', '....', '%c0%ae%c0%ae', '%u002e%u002e'];
const slashes = ['/', '%2f', '%5c', '\\', '%252f', '//', '%c0%af'];
const climbs = ups.flatMap((up) => slashes.map((slash) => `${up}${slash}`));

describe('files of the dashboard', () => {
  it('are found where they are', async () => {
    expect(await exchange(port, rawRequest('GET /assets/main.js HTTP/1.1', []))).toContain('start()');
  });

  it.each(climbs)('do not lead out of their folder by %s', async (climb) => {
    for (const path of [
      `/${climb}secret.txt`,
      `/assets/${climb}${climb}secret.txt`,
      `/assets/${climb}${climb}dist-secret/secret.txt`,
      `/${climb}dist-secret/secret.txt`,
      `/${climb.repeat(12)}etc/passwd.txt`,
      `/api/${climb}${climb}secret.txt`,
    ]) {
      const answer = await exchange(port, rawRequest(`GET ${path} HTTP/1.1`, []));
      expect(answer).toMatch(/^HTTP\/1\.1 [234]\d\d /);
      expect(answer).not.toContain(secret);
    }
  });

  it.each([
    '/.env.txt',
    '/assets/../.env.txt',
    '/%2eenv.txt',
    '//etc/passwd.txt',
    '/file:///etc/passwd.txt',
    '/C:%5csecret.txt',
  ])('do not answer %s', async (path) => {
    const answer = await exchange(port, rawRequest(`GET ${path} HTTP/1.1`, []));
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).not.toContain(secret);
  });
});
