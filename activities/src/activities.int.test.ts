import { findSealedSecret, listAudit, platformWide, stepsOf } from '@shopwright/database';
import { seal } from '@shopwright/runtime';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ensureNamespace } from './kube/ensure-namespace.ts';
import { removeNamespace } from './kube/remove-namespace.ts';
import { verifyGone } from './kube/verify-gone.ts';
import { installRelease } from './helm/install-release.ts';
import { openRoute } from './helm/open-route.ts';
import { ensureSecrets } from './store/ensure-secrets.ts';
import { createActivityHarness, type ActivityHarness } from './testing/activity-harness.ts';
import { plainEngine } from './testing/plain-engine.ts';

describe('activities', () => {
  let harness: ActivityHarness;
  beforeAll(async () => {
    harness = await createActivityHarness(plainEngine);
  });
  afterAll(() => harness.close());

  const namespacePath = (storeId: string) => `/api/v1/namespaces/${storeId}`;
  const stepState = async (input: { operationId: `op-${string}` }, step: string) =>
    (await stepsOf(harness.database.db, [input.operationId])).get(input.operationId)?.find((one) => one.step === step);
  const decoded = (storeId: string, name: string): Record<string, string> => {
    const data = harness.kube.objects.get(`${namespacePath(storeId)}/secrets/${name}`)?.['data'];
    return Object.fromEntries(
      Object.entries(data ?? {}).map(([key, value]) => [key, Buffer.from(String(value), 'base64').toString()]),
    );
  };

  it('makes the namespace once, restricted and labelled, and records the attempts', async () => {
    const input = await harness.newStore();
    await harness.run(ensureNamespace(harness.deps), input);
    const again = await harness.run(ensureNamespace(harness.deps), input, 2);
    expect(again).toMatchObject({ existed: true });
    expect(harness.kube.objects.get(namespacePath(input.storeId))?.metadata?.labels).toMatchObject({
      'shopwright.dev/store-id': input.storeId,
      'pod-security.kubernetes.io/enforce': 'restricted',
    });
    expect(harness.kube.writes.filter((write) => write.includes('namespaces'))).toHaveLength(1);
    expect(await stepState(input, 'namespace')).toMatchObject({
      state: 'done',
      attempts: [{ attempt: 1 }, { attempt: 2 }],
    });
  });

  it('never takes or removes a namespace of somebody else', async () => {
    const input = await harness.newStore();
    harness.kube.objects.set(namespacePath(input.storeId), { metadata: { name: input.storeId, labels: {} } });
    await expect(harness.run(ensureNamespace(harness.deps), input)).rejects.toMatchObject({
      type: 'NAMESPACE_NOT_OURS',
      nonRetryable: true,
    });
    const deletion = await harness.newDelete();
    harness.kube.objects.set(namespacePath(deletion.storeId), { metadata: { name: deletion.storeId, labels: {} } });
    await expect(harness.run(removeNamespace(harness.deps), deletion)).rejects.toMatchObject({
      type: 'NAMESPACE_NOT_OURS',
    });
    expect(harness.kube.objects.has(namespacePath(deletion.storeId))).toBe(true);
    expect(await stepState(input, 'namespace')).toMatchObject({
      state: 'failed',
      failure: { code: 'NAMESPACE_NOT_OURS' },
    });
  });

  it('tries again when the cluster does not answer', async () => {
    const input = await harness.newStore();
    harness.kube.failNext(503, 'etcd is not there');
    await expect(harness.run(ensureNamespace(harness.deps), input)).rejects.toMatchObject({
      type: 'CLUSTER_UNAVAILABLE',
      nonRetryable: false,
    });
    expect(await stepState(input, 'namespace')).toMatchObject({ state: 'retrying' });
    await harness.run(ensureNamespace(harness.deps), input, 2);
    expect(await stepState(input, 'namespace')).toMatchObject({ state: 'done', failure: null });
  });

  it('opens the envelope of a chosen password into the Secret and destroys it', async () => {
    const password = 'correct "horse", $(battery)';
    const key = harness.deps.sealingKey;
    const input = await harness.newStore({ sealPassword: (storeId) => seal(key, storeId, password) });
    const result = await harness.run(ensureSecrets(harness.deps), input);
    expect(JSON.stringify(result)).not.toContain('horse');
    expect(decoded(input.storeId, 'store-admin')).toMatchObject({ username: 'owner', password });
    expect(decoded(input.storeId, 'store-database')['admin']).toBe(password);
    expect(await findSealedSecret(harness.database.db, input.storeId)).toBeUndefined();
    const events = await listAudit(harness.database.db, platformWide, {
      storeId: input.storeId,
      includeProgress: true,
      limit: 50,
    });
    expect(events.map((event) => event.type)).toContain('credentials.sealed-password-erased');
    expect(JSON.stringify(events)).not.toContain('horse');
  });

  it('generates what nobody chose and changes nothing the second time', async () => {
    const input = await harness.newStore();
    await harness.run(ensureSecrets(harness.deps), input);
    const first = decoded(input.storeId, 'store-admin')['password'];
    expect(first).toMatch(/^[A-Za-z0-9]{24}$/);
    const writes = harness.kube.writes.length;
    await harness.run(ensureSecrets(harness.deps), input, 2);
    expect(decoded(input.storeId, 'store-admin')['password']).toBe(first);
    expect(harness.kube.writes).toHaveLength(writes);
  });

  it('installs with a closed route, without secrets, after dropping what a killed helm left', async () => {
    const input = await harness.newStore();
    const record = `${namespacePath(input.storeId)}/secrets/sh.helm.release.v1.${input.storeId}.v1`;
    harness.kube.objects.set(record, {
      metadata: { name: record.slice(record.lastIndexOf('/') + 1), labels: { status: 'pending-install' } },
    });
    const result = await harness.run(installRelease(harness.deps), input);
    expect(result).toMatchObject({ repaired: 1 });
    expect(harness.kube.objects.has(record)).toBe(false);
    expect(harness.helm.installs.at(-1)).toMatchObject({
      release: input.storeId,
      values: { route: { enabled: false } },
    });
  });

  it('says that the route does not lead to the store, once its parts are ready', async () => {
    const input = await harness.newStore();
    const parts = `/apis/apps/v1/namespaces/${input.storeId}/deployments`;
    const web = { metadata: { name: 'web', generation: 1 }, status: { observedGeneration: 1 } };
    harness.kube.objects.set(`${parts}/web`, { ...web, status: { ...web.status, readyReplicas: 0 } });
    const open = harness.run(openRoute(harness.deps), input);
    // A second look is one that the first did not end.
    await vi.waitUntil(() => harness.kube.reads.filter((path) => path === parts).length >= 2, { timeout: 10_000 });
    harness.kube.objects.set(`${parts}/web`, { ...web, status: { ...web.status, readyReplicas: 1 } });
    await expect(open).rejects.toMatchObject({ type: 'ROUTE_NOT_ADMITTED' });
    expect(harness.helm.installs.at(-1)).toMatchObject({ values: { route: { enabled: true } } });
  });

  it('removes the namespace, and finds it gone the second time', async () => {
    const input = await harness.newDelete();
    harness.kube.objects.set(namespacePath(input.storeId), {
      metadata: { name: input.storeId, uid: 'u', labels: { 'shopwright.dev/store-id': input.storeId } },
    });
    expect(await harness.run(removeNamespace(harness.deps), input)).toMatchObject({ existed: true });
    expect(await harness.run(removeNamespace(harness.deps), input, 2)).toMatchObject({ existed: false });
  });

  it('names the volume that does not go away', async () => {
    const input = await harness.newDelete();
    harness.kube.objects.set('/api/v1/persistentvolumes/pv-1', {
      metadata: { name: 'pv-1' },
      spec: { claimRef: { namespace: input.storeId } },
      status: { phase: 'Released' },
    });
    await expect(harness.run(verifyGone(harness.deps), input)).rejects.toMatchObject({
      type: 'TEARDOWN_BLOCKED',
      details: [{ leftovers: ['volume pv-1 (Released)'] }],
    });
    harness.kube.objects.delete('/api/v1/persistentvolumes/pv-1');
    expect(await harness.run(verifyGone(harness.deps), input, 2)).toMatchObject({ volumes: 'gone' });
  });
});
