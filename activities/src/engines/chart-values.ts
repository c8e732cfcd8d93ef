import type { EngineEnvironment, JsonObject, StoreSpec } from './engine.ts';

/** What every chart that stands on charts/store-common takes; an engine adds values of its own to it. Pure. */
export function chartValues(
  spec: StoreSpec,
  environment: EngineEnvironment,
  roles: readonly string[],
): Readonly<Record<string, JsonObject>> {
  const { id, cpuMillis, memoryMib, databaseStorageGib, filesStorageGib } = spec.plan;
  const images = Object.fromEntries(roles.map((role) => [role, environment.images[role] ?? '']));
  return {
    store: { id: spec.storeId, operationId: spec.operationId, publicUrl: spec.publicUrl },
    images: { ...images, pullPolicy: environment.imagePullPolicy },
    plan: { id, cpuMillis, memoryMib, databaseStorageGib, filesStorageGib },
    storage: { className: environment.storageClass },
    route: {
      enabled: environment.routeEnabled,
      host: spec.host,
      className: environment.ingressClass,
      tlsSecretName: environment.tlsSecretName,
    },
    network: { ingressController: { namespace: environment.ingressNamespace } },
  };
}
