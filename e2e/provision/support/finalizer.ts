import type { TestPlatform } from './platform.ts';

const name = 'held';

/** Puts an object into the store's namespace that nothing finishes, so that the namespace cannot go away. */
export async function holdNamespace(platform: TestPlatform, storeId: string): Promise<void> {
  await platform.kube.write(`/api/v1/namespaces/${storeId}/configmaps`, {
    method: 'POST',
    body: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, finalizers: ['example.com/held'] } },
  });
}

/** Lets it go. */
export async function releaseNamespace(platform: TestPlatform, storeId: string): Promise<void> {
  await platform.kube.write(`/api/v1/namespaces/${storeId}/configmaps/${name}`, {
    method: 'PATCH',
    contentType: 'application/merge-patch+json',
    body: { metadata: { finalizers: null } },
  });
}
