import type { EngineEnvironment, JsonObject, StoreSpec } from '../engine.ts';

/** Values of charts/woocommerce; see its values.schema.json. */
export function storeValues(spec: StoreSpec, environment: EngineEnvironment): JsonObject {
  const { id, cpuMillis, memoryMib, databaseStorageGib, filesStorageGib } = spec.plan;
  return {
    store: { id: spec.storeId, operationId: spec.operationId, publicUrl: spec.publicUrl },
    images: {
      web: environment.images['web'] ?? '',
      database: environment.images['database'] ?? '',
      pullPolicy: environment.imagePullPolicy,
    },
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
