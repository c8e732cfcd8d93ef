import { ActivityCancellationType, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import { stepRegistry, type StepId } from '@shopwright/contract/steps';
import type { Activities } from '@shopwright/activities';

/** Which activity does the work of a step. */
export const stepActivities = {
  namespace: 'ensureNamespace',
  secrets: 'ensureSecrets',
  install: 'installRelease',
  readiness: 'awaitReady',
  initialise: 'initialiseStore',
  route: 'openRoute',
  probe: 'probeStore',
  'close-route': 'closeRoute',
  uninstall: 'uninstallRelease',
  'remove-namespace': 'removeNamespace',
  'verify-gone': 'verifyGone',
} as const satisfies Readonly<Record<Exclude<StepId, 'admission'>, keyof Activities>>;

export type WorkStep = keyof typeof stepActivities;

/** Runs a step within its deadline, all attempts together. Cancelling waits until the activity has stopped what it started. */
export function runStep(step: WorkStep, input: Parameters<Activities['ensureNamespace']>[0]): Promise<unknown> {
  const deadline = `${stepRegistry[step].deadlineSeconds ?? 600} seconds` as const;
  const activities = proxyActivities<Activities>({
    startToCloseTimeout: deadline,
    scheduleToCloseTimeout: deadline,
    heartbeatTimeout: '20 seconds',
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '10 seconds' },
    summary: `${stepRegistry[step].title} (${input.storeId})`,
  });
  return activities[stepActivities[step]](input);
}

/** Undoing goes on until it is done or somebody has to look: only TEARDOWN_BLOCKED and its like end it. */
export const { undoNamespace } = proxyActivities<Activities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '20 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '30 seconds' },
  summary: 'Undo: remove the namespace and what is in it',
});

/** Records: short writes to the database, repeated until it takes them. */
export const { beginProvision, beginDelete, markCompensating, closeOperation } = proxyLocalActivities<Activities>({
  startToCloseTimeout: '15 seconds',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '20 seconds' },
});

export const { exportHistory } = proxyActivities<Activities>({
  startToCloseTimeout: '30 seconds',
  scheduleToCloseTimeout: '2 minutes',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '20 seconds' },
  summary: 'Keep the history of the closed operation',
});
