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

/**
 * Workflows kept in memory beside those of the stores that are being made. Each takes one to two MiB, and the workflow of a store
 * lives as long as the store, nearly always idle: it is read again from its short history when something happens.
 */
const idleWorkflowsInMemory = 40;

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
    maxCachedWorkflows: options.provisionConcurrency * 4 + idleWorkflowsInMemory,
    // A cancelled step needs a moment to end helm and to note it; what runs longer is resumed by the next attempt.
    shutdownGraceTime: '5 seconds',
    shutdownForceTime: '25 seconds',
    maxHeartbeatThrottleInterval: '5 seconds',
    defaultHeartbeatThrottleInterval: '5 seconds',
  });
}
