import type { OperationKind } from './operations.ts';
import { keysOf } from './keys.ts';

export type StepId =
  | 'admission'
  | 'namespace'
  | 'secrets'
  | 'install'
  | 'readiness'
  | 'initialise'
  | 'route'
  | 'probe'
  | 'close-route'
  | 'uninstall'
  | 'remove-namespace'
  | 'verify-gone';

export type StepState = 'pending' | 'active' | 'retrying' | 'done' | 'failed' | 'skipped' | 'undone';

export const stepStates = [
  'pending',
  'active',
  'retrying',
  'done',
  'failed',
  'skipped',
  'undone',
] as const satisfies readonly StepState[];

export interface StepDefinition {
  title: string;
  /** What is done, in one sentence for people. */
  description: string;
  /** All attempts together; afterwards the step fails. `undefined`: waits as long as it takes. */
  deadlineSeconds: number | undefined;
}

export const stepRegistry: Readonly<Record<StepId, StepDefinition>> = {
  admission: {
    title: 'Wait for a place',
    description: 'Only so many stores are made at once; organizations take turns.',
    deadlineSeconds: undefined,
  },
  namespace: {
    title: 'Make the namespace',
    description: 'A namespace of its own with its security level and ownership labels.',
    deadlineSeconds: 300,
  },
  secrets: {
    title: 'Generate the secrets',
    description: 'Passwords and keys are made in the cluster and never leave it.',
    deadlineSeconds: 300,
  },
  install: {
    title: 'Install the store',
    description: 'Database, shop, network policies and limits from the chart.',
    deadlineSeconds: 600,
  },
  readiness: {
    title: 'Start the store',
    description: 'Every part of the store starts and says that it is ready.',
    deadlineSeconds: 600,
  },
  initialise: {
    title: 'Set up the shop',
    description: 'Owner, payment, shipping, pages and first products.',
    deadlineSeconds: 600,
  },
  route: {
    title: 'Open the address',
    description: 'The public address leads to the shop from now on.',
    deadlineSeconds: 600,
  },
  probe: {
    title: 'Place a test order',
    description: 'A complete order through the public address, removed again.',
    deadlineSeconds: 180,
  },
  'close-route': {
    title: 'Close the address',
    description: 'The public address leads nowhere any more.',
    deadlineSeconds: 120,
  },
  uninstall: {
    title: 'Remove the installation',
    description: 'The Helm release and everything it made.',
    deadlineSeconds: 300,
  },
  'remove-namespace': {
    title: 'Remove the namespace',
    description: 'Everything left in the namespace, and the namespace.',
    deadlineSeconds: 300,
  },
  'verify-gone': {
    title: 'Verify that nothing is left',
    description: 'No namespace, no volume, no release.',
    deadlineSeconds: 120,
  },
};

export const stepIds = keysOf(stepRegistry);

const provisionSteps: readonly StepId[] = [
  'admission',
  'namespace',
  'secrets',
  'install',
  'readiness',
  'initialise',
  'route',
  'probe',
];

/** The steps of an operation in the order in which they are shown. */
export const operationSteps: Readonly<Record<OperationKind, readonly StepId[]>> = {
  provision: provisionSteps,
  retry: provisionSteps,
  delete: ['close-route', 'uninstall', 'remove-namespace', 'verify-gone'],
};
