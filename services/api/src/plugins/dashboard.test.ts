import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp } from '../testing/test-app.ts';

let directory: string;
let app: FastifyInstance;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'dashboard-'));
  const root = join(directory, 'dist');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(root, 'index.html'), '<!doctype html><title>Dashboard</title>');
  await writeFile(join(root, 'assets/main-4f2a.js'), `console.log('${'x'.repeat(4000)}')`);
  await writeFile(join(root, 'favicon.svg'), '<svg/>');
  await writeFile(join(directory, 'secret.txt'), 'secret');
  app = await createTestApp({ webDirectory: root });
});
afterAll(async () => {
  await app.close();
  await rm(directory, { recursive: true, force: true });
});

describe('the dashboard', () => {
  it.each(['/', '/stores', '/stores/st-aaaaaaaaaa', '/activity?phase=ready'])('is one document at %s', async (url) => {
    const response = await app.inject({ url });
    expect(response.statusCode).toBe(200);
    expect(response.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
    expect(response.body).toContain('Dashboard');
  });

  it('has assets that are kept for good and sent compressed', async () => {
    const response = await app.inject({ url: '/assets/main-4f2a.js', headers: { 'accept-encoding': 'br' } });
    expect(response.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
    });
    expect(response.rawPayload.length).toBeLessThan(400);
  });

  it('has other files that are asked for again', async () => {
    expect((await app.inject({ url: '/favicon.svg' })).headers['cache-control']).toBe('no-cache');
  });

  it.each([
    '/assets/missing.js',
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/.env',
    '/assets/%00.js',
    '/api/missing',
    '/api/',
  ])('does not answer %s', async (url) => {
    const response = await app.inject({ url });
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(response.statusCode).toBeLessThan(500);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.body).not.toContain('secret"');
  });
});
