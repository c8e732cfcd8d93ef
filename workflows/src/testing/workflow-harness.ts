import { fileURLToPath } from 'node:url';
import type { Activities } from '@shopwright/activities';
import { newOperationId, newStoreId, randomBase32, type OperationId, type StoreId } from '@shopwright/contract/ids';
import type { OperationKind } from '@shopwright/contract/operations';
import { operationWorkflowId, signalNames, storeWorkflowId } from '@shopwright/contract/temporal';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { bundleWorkflowCode, NativeConnection, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import type { storeWorkflow, StoreWorkflowInput } from '../store-workflow.ts';

const workflowsPath = fileURLToPath(new URL('../index.ts', import.meta.url));

export interface WorkflowHarness {
  client: Client;
  /** Runs `body` beside a worker of its own task queue. */
  run<T>(
    activities: Activities,
    body: (store: StoreDriver) => Promise<T>,
    input?: Pick<StoreWorkflowInput, 'operationsPerRun'>,
  ): Promise<T>;
  close(): Promise<void>;
}

/** One store's workflow, driven as the dispatcher does it. */
export interface StoreDriver {
  storeId: StoreId;
  handle: WorkflowHandle<typeof storeWorkflow>;
  /** Its own and its operations'. */
  workflowIds: readonly string[];
  submit(kind: OperationKind): Promise<OperationId>;
  cancel(operationId: OperationId): Promise<void>;
}

/** Connects to a real server; the workflow code is bundled once. */
export async function createWorkflowHarness(address: string, namespace: string): Promise<WorkflowHarness> {
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  const client = new Client({ connection, namespace });
  const bundle = await bundleWorkflowCode({ workflowsPath });
  return {
    client,
    run: async (activities, body, input = {}) => {
      const taskQueue = `test-${randomBase32(10)}`;
      const worker = await createWorker(native, namespace, taskQueue, bundle, activities);
      return worker.runUntil(body(createDriver(client, taskQueue, input)));
    },
    close: async () => {
      await native.close();
      await connection.close();
    },
  };
}

function createWorker(
  connection: NativeConnection,
  namespace: string,
  taskQueue: string,
  workflowBundle: WorkflowBundleWithSourceMap,
  activities: Activities,
): Promise<Worker> {
  return Worker.create({ connection, namespace, taskQueue, workflowBundle, activities });
}

function createDriver(
  client: Client,
  taskQueue: string,
  input: Pick<StoreWorkflowInput, 'operationsPerRun'>,
): StoreDriver {
  const storeId = newStoreId();
  const workflowId = storeWorkflowId(storeId);
  const signal = (name: string, argument: object): Promise<unknown> =>
    client.workflow.signalWithStart('storeWorkflow', {
      workflowId,
      taskQueue,
      args: [{ storeId, organizationId: 'org-default', ...input }],
      signal: name,
      signalArgs: [argument],
    });
  const workflowIds = [workflowId];
  return {
    storeId,
    workflowIds,
    handle: client.workflow.getHandle<typeof storeWorkflow>(workflowId),
    submit: async (kind) => {
      const operationId = newOperationId();
      await signal(signalNames.submit, { operationId, kind, organizationId: 'org-default' });
      workflowIds.push(operationWorkflowId(storeId, kind, operationId));
      return operationId;
    },
    cancel: async (operationId) => {
      await signal(signalNames.cancel, { operationId });
    },
  };
}
