import type { ErrorCode } from '@shopwright/contract/errors';
import type { InitialisationVariable, StoreSpec } from './engine.ts';

/** Exit codes of the initialisation programs in images/; an engine whose program has others lists its own. */
export const initialisationExitCodes: Readonly<Record<number, ErrorCode>> = {
  10: 'INIT_NOT_INSTALLED',
  20: 'INIT_DATABASE_UNREACHABLE',
  30: 'INIT_CREDENTIALS_REFUSED',
  40: 'INIT_VERSION_MISMATCH',
  50: 'INIT_FAILED',
};

/** The whole Job, attempts included. */
export const initialisationDeadlineSeconds = 180;

/** What a program is told about the shop that it makes. */
export function shopVariables(spec: StoreSpec): readonly InitialisationVariable[] {
  return [
    { name: 'STORE_TITLE', value: spec.displayName },
    { name: 'STORE_CURRENCY', value: spec.currency },
    { name: 'STORE_COUNTRY', value: spec.country },
  ];
}

/** Labels by which the NetworkPolicies of charts/store-common know the pod of the initialisation. */
export function initialisationPodLabels(engineId: string, spec: StoreSpec): Readonly<Record<string, string>> {
  return {
    'app.kubernetes.io/name': engineId,
    'app.kubernetes.io/instance': spec.storeId,
    'app.kubernetes.io/component': 'initialisation',
  };
}
