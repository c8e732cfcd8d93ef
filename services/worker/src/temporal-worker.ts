import type { Activities } from '@shopwright/activities';
import { Worker, type NativeConnection } from '@temporalio/worker';
import { bundleWorkflows } from './workflow-bundle.ts';

export interface TemporalWorkerOptions {
  connection: NativeConnection;
  namespace: string;
  taskQueue: string;
  activities: Activities;
  /** How many stores are made at once: each has at most two steps running side by side. */
  provisionConcurrency: number;
  identity: string;
}

/** A worker with slots for what is admitted, deletes beside it, and graces in which steps end. */
export async function createTemporalWorker(options: TemporalWorkerOptions): Promise<Worker> {
  const steps = options.provisionConcurrency * 2 + 10;
  return Worker.create({
    connection: options.connection,
    namespace: options.namespace,
    taskQueue: options.taskQueue,
    identity: options.identity,
    workflowBundle: await bundleWorkflows(),
    activities: options.activities,
    maxConcurrentActivityTaskExecutions: steps,
    maxConcurrentLocalActivityExecutions: 20,
    maxConcurrentWorkflowTaskExecutions: 20,
    maxCachedWorkflows: 200,
    // A cancelled step needs a moment to end helm and to note it; what runs longer is resumed by the next attempt.
    shutdownGraceTime: '5 seconds',
    shutdownForceTime: '25 seconds',
    maxHeartbeatThrottleInterval: '5 seconds',
    defaultHeartbeatThrottleInterval: '5 seconds',
  });
}
