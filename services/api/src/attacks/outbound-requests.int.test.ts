import { glob, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAttackApi, type AttackApi } from './attack-api.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

let attack: AttackApi;
let trap: Server;
let trapped: string;
const visits: string[] = [];
beforeAll(async () => {
  attack = await createAttackApi();
  trap = createServer((request, response) => {
    visits.push(request.url ?? '');
    response.end('metadata');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => trap.once('listening', resolve));
  const address = trap.address();
  trapped = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/latest/meta-data`;
});
afterAll(async () => {
  trap.close();
  await attack.close();
});

describe('an address that somebody sends', () => {
  it('is never visited, wherever it is written', async () => {
    const { api, attacker } = attack;
    const host = new URL(trapped).host;
    const bodies: [string, 'POST' | 'PATCH', object][] = [
      ['/api/stores', 'POST', { name: trapped }],
      ['/api/stores', 'POST', { name: 'Tea', slug: trapped }],
      ['/api/stores', 'POST', { name: 'Tea', slug: host }],
      ['/api/stores', 'POST', { name: 'Tea', engine: trapped }],
      ['/api/stores', 'POST', { name: 'Tea', adminEmail: `a@${host}` }],
      ['/api/organizations', 'POST', { name: trapped }],
      ['/api/account', 'PATCH', { name: trapped }],
      [`/api/auth/providers/${encodeURIComponent(trapped)}/start`, 'POST', {}],
      ['/api/auth/providers/none/start', 'POST', { returnTo: trapped }],
    ];
    for (const [url, method, payload] of bodies) {
      const headers = { ...attacker.headers, host, 'x-forwarded-host': host, referer: trapped, origin: trapped };
      await api.app.inject({ method, url, headers: { ...headers, 'sec-fetch-site': 'same-origin' }, payload });
      await api.app.inject({ url: `/api/auth/providers/none/callback?iss=${trapped}&state=x`, headers });
    }
    await api.app.inject({ url: `/${trapped}`, headers: attacker.headers });
    expect(visits).toEqual([]);
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', '/\tevil', 'javascript:alert(1)', 'evil'])(
    'is no place to return to: %j',
    async (returnTo) => {
      const { api, attacker } = attack;
      const response = await api.app.inject({
        method: 'POST',
        url: '/api/auth/providers/none/start',
        headers: attacker.headers,
        payload: { returnTo },
      });
      expect(response.statusCode).toBe(400);
    },
  );
});

describe('code that opens connections', () => {
  /** Each gets its address from the configuration; to a store they go through the ingress, following no redirect. */
  const known = [
    'activities/src/kube/kube-api.ts',
    'activities/src/store/store-http.ts',
    'services/api/src/auth/provider.ts',
    'services/api/src/clients/cluster.ts',
    'services/api/src/clients/temporal.ts',
    'services/api/src/mail/mailer.ts',
    'services/worker/src/connect-temporal.ts',
    'services/worker/src/run-worker.ts',
  ];

  it('is nowhere else', async () => {
    const opening =
      /\bfetch\(|\bhttps?\.(request|get)\(|\bnew Client\(|createTransport\(|discovery\(|Connection\.(lazy|connect)\(|makeApiClient\(|from 'undici'/;
    const files: string[] = [];
    for await (const file of glob('{activities,services/api,services/worker}/src/**/*.ts', { cwd: root })) {
      if (file.includes('.test.') || file.includes('/testing/') || file.includes('/attacks/')) continue;
      if (opening.test(await readFile(`${root}${file}`, 'utf8'))) files.push(file);
    }
    expect(files.toSorted()).toEqual(known);
  });
});
