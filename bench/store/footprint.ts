import type { V1Node } from '@kubernetes/client-node';
import { z } from 'zod';
import type { Stack } from '../../e2e/engines/support/stack.ts';
import type { StoreUnderTest } from '../../e2e/engines/support/store.ts';
import { rendered } from '../../e2e/engines/support/rendered.ts';

const summarySchema = z.object({
  pods: z.array(
    z.object({
      podRef: z.object({ namespace: z.string() }),
      containers: z
        .array(z.object({ name: z.string(), memory: z.object({ workingSetBytes: z.number().optional() }).optional() }))
        .optional(),
    }),
  ),
});

/** What a store at rest takes: memory by container as the kubelet counts it, and objects of its chart. */
export async function footprint(stack: Stack, store: StoreUnderTest) {
  const [node] = await stack.kube.list<V1Node>('/api/v1/nodes');
  const summary = summarySchema.parse(
    await stack.kube.find(`/api/v1/nodes/${node?.metadata?.name}/proxy/stats/summary`),
  );
  const containers = summary.pods
    .filter(({ podRef }) => podRef.namespace === store.spec.storeId)
    .flatMap((pod) => pod.containers ?? []);
  const memoryMib = Object.fromEntries(
    containers.map(({ name, memory }) => [name, Math.round((memory?.workingSetBytes ?? 0) / 2 ** 20)]),
  );
  const objects = await rendered(stack.helmPath, store.engine, store.spec);
  return { memoryMib, chartObjects: objects.length };
}
