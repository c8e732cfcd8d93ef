import type { EngineEnvironment, Initialisation, StoreSpec } from '../engine.ts';
import {
  initialisationDeadlineSeconds,
  initialisationExitCodes,
  initialisationPodLabels,
  shopVariables,
} from '../initialisation-program.ts';
import { adminSecretName } from '../secrets.ts';
import { databaseHost, databaseName, databaseSecretName, engineId } from './names.ts';

const ownerDirectory = '/run/secrets/store-admin';

/** Runs the program of images/evershop that brings the shop to its desired state. */
export function storeInitialisation(spec: StoreSpec, environment: EngineEnvironment): Initialisation {
  return {
    image: environment.images['web'] ?? '',
    command: ['/usr/bin/tini', '-g', '--', 'node', 'runtime/initialise.mjs'],
    variables: [
      ...shopVariables(spec),
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
    podLabels: initialisationPodLabels(engineId, spec),
    resources: { cpuRequestMillis: 50, memoryRequestMib: 64, memoryLimitMib: 256 },
    exitCodes: initialisationExitCodes,
    deadlineSeconds: initialisationDeadlineSeconds,
  };
}
