import { PassThrough, Readable } from 'node:stream';
import { Exec, type KubeConfig, type V1Status } from '@kubernetes/client-node';
import { clusterUnavailable } from './kube-error.ts';
import type { PodCommandResult } from '../engines/probe.ts';

export interface PodExecRequest {
  namespace: string;
  pod: string;
  container: string;
  command: readonly string[];
  stdin?: string;
  signal: AbortSignal;
}

/** Runs a command in a container and collects what it writes. */
export type PodExec = (request: PodExecRequest) => Promise<PodCommandResult>;

/** Over a WebSocket of the API server; rejects with CLUSTER_UNAVAILABLE where the connection breaks first. */
export function createPodExec(config: KubeConfig): PodExec {
  const exec = new Exec(config);
  return async ({ namespace, pod, container, command, stdin, signal }) => {
    signal.throwIfAborted();
    const stdout = collect();
    const stderr = collect();
    const input = stdin === undefined ? null : Readable.from([stdin]);
    const { promise, resolve, reject } = Promise.withResolvers<V1Status>();
    const socket = await exec
      .exec(namespace, pod, container, [...command], stdout.stream, stderr.stream, input, false, resolve)
      .catch((error: unknown) => {
        throw clusterUnavailable(error);
      });
    const onAbort = (): void => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    socket.addEventListener('close', () => reject(clusterUnavailable(new Error('the connection closed'))));
    try {
      const status = await promise;
      return { exitCode: exitCodeOf(status), stdout: stdout.text(), stderr: stderr.text() };
    } finally {
      signal.removeEventListener('abort', onAbort);
      socket.close();
    }
  };
}

function exitCodeOf(status: V1Status): number {
  if (status.status === 'Success') return 0;
  const told = status.details?.causes?.find((cause) => cause.reason === 'ExitCode')?.message;
  return told === undefined ? -1 : Number(told);
}

function collect(): { stream: PassThrough; text: () => string } {
  const stream = new PassThrough();
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-65_536);
  });
  return { stream, text: () => text };
}
