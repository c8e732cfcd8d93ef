import type { EngineEnvironment, JsonObject, StoreEngine, StoreSpec } from '@shopwright/activities/engines/engine';

/** An open store; nothing is installed from it, so the images need not exist. */
function environmentFor(engine: StoreEngine): EngineEnvironment {
  return {
    images: Object.fromEntries(engine.images.map((role) => [role, `registry.example/${role}:1`])),
    imagePullPolicy: 'IfNotPresent',
    ingressClass: 'public',
    ingressNamespace: 'traefik',
    storageClass: '',
    tlsSecretName: '',
    routeEnabled: true,
  };
}

/** What the platform gives the chart of an engine, with changes of single values. */
export function chartValues(engine: StoreEngine, spec: StoreSpec, change: JsonObject = {}): JsonObject {
  return merge(engine.values(spec, environmentFor(engine)), change);
}

function merge(base: JsonObject, change: JsonObject): JsonObject {
  const merged: Record<string, JsonObject[string]> = { ...base };
  for (const [key, value] of Object.entries(change)) {
    const current = merged[key];
    merged[key] = isObject(current) && isObject(value) ? merge(current, value) : value;
  }
  return merged;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
