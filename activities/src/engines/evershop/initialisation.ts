import type { EngineEnvironment, Initialisation, StoreSpec } from '../engine.ts';
import { adminSecretName } from '../secrets.ts';
import { databaseHost, databaseName, databaseSecretName, engineId } from './names.ts';

const ownerDirectory = '/run/secrets/store-admin';

/** Runs the program of images/evershop that brings the shop to its desired state. */
export function storeInitialisation(spec: StoreSpec, environment: EngineEnvironment): Initialisation {
  return {
    image: environment.images['web'] ?? '',
    command: ['/usr/bin/tini', '-g', '--', 'node', 'runtime/initialise.mjs'],
    variables: [
      { name: 'STORE_TITLE', value: spec.displayName },
      { name: 'STORE_CURRENCY', value: spec.currency },
      { name: 'STORE_COUNTRY', value: spec.country },
      { name: 'EVERSHOP_HOME_URL', value: spec.publicUrl },
      { name: 'DB_HOST', value: databaseHost },
      { name: 'DB_NAME', value: databaseName },
      { name: 'DB_USER', value: databaseName },
      { name: 'DB_PASSWORD', secretName: databaseSecretName, secretKey: 'password' },
      { name: 'OWNER_DIRECTORY', value: ownerDirectory },
    ],
    mounts: [
      { path: ownerDirectory, secretName: adminSecretName },
      { path: '/tmp', emptyDir: true, sizeMib: 16 },
    ],
    podLabels: {
      'app.kubernetes.io/name': engineId,
      'app.kubernetes.io/instance': spec.storeId,
      'app.kubernetes.io/component': 'initialisation',
    },
    resources: { cpuRequestMillis: 50, memoryRequestMib: 64, memoryLimitMib: 256 },
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
