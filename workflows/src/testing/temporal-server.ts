import { Connection } from '@temporalio/client';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a real Temporal server; empty where there is none. */
    temporalAddress: string;
    temporalNamespace: string;
  }
}

const defaultAddress = '127.0.0.1:7233';

/** Finds the Temporal server that TEST_TEMPORAL_ADDRESS names, or the local stack's. In CI its absence is a failure. */
export async function setup(project: TestProject): Promise<void> {
  const address = process.env['TEST_TEMPORAL_ADDRESS'] ?? defaultAddress;
  const connection = await Connection.connect({ address, connectTimeout: '2s' }).catch(() => undefined);
  await connection?.close();
  if (connection === undefined && process.env['CI']) throw new Error(`no Temporal server at ${address}`);
  if (connection === undefined) process.stderr.write(`!! no Temporal server at ${address}: its tests are SKIPPED\n`);
  project.provide('temporalAddress', connection === undefined ? '' : address);
  project.provide('temporalNamespace', process.env['TEST_TEMPORAL_NAMESPACE'] ?? 'shopwright');
}
