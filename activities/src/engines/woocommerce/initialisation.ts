import type { EngineEnvironment, Initialisation, StoreSpec } from '../engine.ts';
import { adminSecretName } from '../secrets.ts';
import { databaseHost, databaseSecretName, engineId, saltsSecretName, secretsDirectory } from './names.ts';

/** Runs the program of images/woocommerce that brings the shop to its desired state. */
export function storeInitialisation(spec: StoreSpec, environment: EngineEnvironment): Initialisation {
  return {
    image: environment.images['web'] ?? '',
    command: ['/usr/local/bin/store-init'],
    variables: [
      { name: 'STORE_TITLE', value: spec.displayName },
      { name: 'STORE_CURRENCY', value: spec.currency },
      { name: 'STORE_COUNTRY', value: spec.country },
      { name: 'STORE_PUBLIC_URL', value: spec.publicUrl },
      { name: 'STORE_DATABASE_HOST', value: databaseHost },
    ],
    mounts: [
      ...[adminSecretName, databaseSecretName, saltsSecretName].map((secretName) => ({
        path: `${secretsDirectory}/${secretName}`,
        secretName,
      })),
      { path: '/run/store', emptyDir: true, sizeMib: 1 },
      { path: '/tmp', emptyDir: true, sizeMib: 64 },
    ],
    podLabels: {
      'app.kubernetes.io/name': engineId,
      'app.kubernetes.io/instance': spec.storeId,
      'app.kubernetes.io/component': 'initialisation',
    },
    resources: { cpuRequestMillis: 50, memoryRequestMib: 64, memoryLimitMib: 384 },
    exitCodes: {
      10: 'INIT_NOT_INSTALLED',
      20: 'INIT_DATABASE_UNREACHABLE',
      30: 'INIT_CREDENTIALS_REFUSED',
      40: 'INIT_VERSION_MISMATCH',
      50: 'INIT_FAILED',
    },
    deadlineSeconds: 180,
  };
}
