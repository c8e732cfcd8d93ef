import { createHmac } from 'node:crypto';
import { AppError } from '@shopwright/contract/errors';
import type { ProbeContext, StoreSpec } from '../../engine.ts';
import type { ProbeResponse } from '../../probe.ts';
import { keysSecretName } from '../names.ts';

const sessionCookie = /\bsid=(s%3A|s:)([^.;]+)\.([^;]+)/;

function failure(check: string, reason: string): AppError {
  return new AppError('PROBE_STOREFRONT_FAILED', { params: { check, reason } });
}

/**
 * The home page is a shop's, knows its own address, and its session is signed with this store's key; the admin asks for a
 * sign-in. Returns the session as a Cookie header.
 */
export async function checkStorefront(spec: StoreSpec, context: ProbeContext) {
  const [home, admin, keys] = await Promise.all([
    context.http({ path: '/' }),
    context.http({ path: '/admin' }),
    context.readSecret(keysSecretName),
  ]);
  if (home.status !== 200) throw failure('home', `status ${home.status}`);
  if (!home.body.includes(spec.publicUrl)) throw failure('address', `the page does not name ${spec.publicUrl}`);
  if (admin.status < 300 || admin.status > 399) throw failure('admin', `/admin answers with status ${admin.status}`);
  const cookie = readSession(home, keys['cookie'] ?? '');
  return { detail: 'home page with its own address, admin asks for a sign-in', result: cookie };
}

function readSession(response: ProbeResponse, key: string): string {
  const match = sessionCookie.exec(String(response.headers['set-cookie'] ?? ''));
  if (match === null) throw failure('session', 'the page gave no session cookie');
  const [cookie, , id = '', signature = ''] = match;
  const expected = createHmac('sha256', key).update(id).digest('base64').replace(/=+$/, '');
  if (decodeURIComponent(signature) !== expected)
    throw failure('session', 'it is not signed with the key of the store');
  return cookie;
}
