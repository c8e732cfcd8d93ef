import type { Connection } from '@temporalio/client';

export interface TemporalClient {
  /** Loads the client's modules; connects nothing. */
  load(): Promise<void>;
  /** Resolves where the server answers. */
  ping(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Nothing is loaded or connected before the first use: the process must answer while Temporal is away. */
export function createTemporalClient(options: { address: string; namespace: string }): TemporalClient {
  let connecting: Promise<Connection> | undefined;
  const connection = (): Promise<Connection> => (connecting ??= connect(options.address));
  return {
    load: async () => {
      await connection();
    },
    ping: async (signal) => {
      const open = await connection();
      const namespace = { namespace: options.namespace };
      await open.withAbortSignal(signal, () => open.workflowService.describeNamespace(namespace));
    },
    close: async () => {
      await (await connecting)?.close();
    },
  };
}

async function connect(address: string): Promise<Connection> {
  const { Connection } = await import('@temporalio/client');
  return Connection.lazy({ address, connectTimeout: '2s' });
}
