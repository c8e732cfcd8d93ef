import type { EngineEnvironment, Initialisation, StoreSpec } from '../engine.ts';
import {
  initialisationDeadlineSeconds,
  initialisationExitCodes,
  initialisationPodLabels,
  shopVariables,
} from '../initialisation-program.ts';
import { adminSecretName } from '../secrets.ts';
import { databaseHost, databaseSecretName, engineId, saltsSecretName, secretsDirectory } from './names.ts';

/** Runs the program of images/woocommerce that brings the shop to its desired state. */
export function storeInitialisation(spec: StoreSpec, environment: EngineEnvironment): Initialisation {
  return {
    image: environment.images['web'] ?? '',
    command: ['/usr/local/bin/store-init'],
    variables: [
      ...shopVariables(spec),
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
    podLabels: initialisationPodLabels(engineId, spec),
    resources: { cpuRequestMillis: 50, memoryRequestMib: 64, memoryLimitMib: 384 },
    exitCodes: initialisationExitCodes,
    deadlineSeconds: initialisationDeadlineSeconds,
  };
}
