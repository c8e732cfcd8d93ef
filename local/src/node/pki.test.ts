import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { X509Certificate, createPrivateKey } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { issue, loadOrCreateAuthority, type Authority } from './pki.ts';

let directory: string;
let authority: Authority;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'shopwright-pki-'));
  authority = await loadOrCreateAuthority(directory);
});

test('a server certificate is signed by the authority and names what it serves as', async () => {
  const credentials = await issue(authority, {
    user: 'kube-apiserver',
    servesAs: { names: ['kubernetes.default.svc'], addresses: ['10.96.0.1'] },
  });
  const certificate = new X509Certificate(credentials.certificate);
  expect(certificate.verify(new X509Certificate(authority.certificatePem).publicKey)).toBe(true);
  expect(certificate.checkHost('kubernetes.default.svc')).toBe('kubernetes.default.svc');
  expect(certificate.checkIP('10.96.0.1')).toBe('10.96.0.1');
  expect(certificate.checkIP('10.96.0.2')).toBeUndefined();
  expect(certificate.checkPrivateKey(createPrivateKey(credentials.key))).toBe(true);
});

test('a client certificate carries the user and every group', async () => {
  const { certificate } = await issue(authority, { user: 'system:node:one', groups: ['system:nodes', 'others'] });
  expect(new X509Certificate(certificate).subject.split('\n').toSorted()).toEqual([
    'CN=system:node:one',
    'O=others',
    'O=system:nodes',
  ]);
});

test('the authority is read again, not made anew', async () => {
  const again = await loadOrCreateAuthority(directory);
  expect(again.certificatePem).toBe(await readFile(join(directory, 'ca.crt'), 'utf8'));
  const { certificate } = await issue(again, { user: 'someone' });
  expect(new X509Certificate(certificate).verify(new X509Certificate(authority.certificatePem).publicKey)).toBe(true);
});
