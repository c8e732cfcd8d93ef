import { searchAttributeNames } from '@shopwright/contract/temporal';
import { Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import { waitUntil } from '../core/wait.ts';
import { temporalNamespace } from './server-config.ts';

const retentionSeconds = 30 * 24 * 60 * 60;

const grpcAlreadyExists = 6;

const { IndexedValueType } = proto.temporal.api.enums.v1;

const typeOf = (name: string): number =>
  name === searchAttributeNames.storeAttention
    ? IndexedValueType.INDEXED_VALUE_TYPE_BOOL
    : IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD;

/** True when the Temporal server answers. */
export async function answersTemporal(address: string): Promise<boolean> {
  const connection = await Connection.connect({ address, connectTimeout: '1s' }).catch(() => undefined);
  await connection?.close();
  return connection !== undefined;
}

/** Creates the namespace with its retention and search attributes, or brings an existing one to the same state. */
export async function ensureTemporalNamespace(address: string, signal: AbortSignal): Promise<void> {
  const connection = await Connection.connect({ address });
  try {
    await registerNamespace(connection);
    // A frontend learns of a new namespace a moment after it was registered.
    await waitUntil(`Temporal to know the namespace ${temporalNamespace}`, () => addSearchAttributes(connection), {
      timeoutMs: 30_000,
      intervalMs: 200,
      signal,
    });
  } finally {
    await connection.close();
  }
}

async function registerNamespace(connection: Connection): Promise<void> {
  const retention = { seconds: retentionSeconds } as never; // The generated type wants a Long where a number is accepted.
  try {
    await connection.workflowService.registerNamespace({
      namespace: temporalNamespace,
      description: 'Stores of Shopwright',
      workflowExecutionRetentionPeriod: retention,
    });
  } catch (error) {
    if ((error as { code?: number }).code !== grpcAlreadyExists) throw error;
    await connection.workflowService.updateNamespace({
      namespace: temporalNamespace,
      config: { workflowExecutionRetentionTtl: retention },
    });
  }
}

async function addSearchAttributes(connection: Connection): Promise<boolean> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace: temporalNamespace });
  const missing = Object.values(searchAttributeNames).filter((name) => !(name in customAttributes));
  if (missing.length === 0) return true;
  await connection.operatorService.addSearchAttributes({
    namespace: temporalNamespace,
    searchAttributes: Object.fromEntries(missing.map((name) => [name, typeOf(name)])),
  });
  return false; // Asked again: ready once the server lists them.
}
