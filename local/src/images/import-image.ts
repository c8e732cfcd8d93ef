import { execa } from 'execa';
import type { BuiltImage } from './build-image.ts';

/** Where the node's containerd is and how to reach it. */
export interface ContainerdTarget {
  /** Path of the containerd socket as seen after entering the node. */
  address: string;
  /** Arguments before `ctr`, e.g. an `nsenter` into the node; empty where the socket is reachable directly. */
  enter: readonly string[];
  /** Namespace of the Kubernetes runtime; `k8s.io` unless told. */
  namespace?: string;
  signal: AbortSignal;
}

/** Puts a built image into containerd; resolves with false when it was there already. */
export async function importImage(
  image: Pick<BuiltImage, 'reference' | 'archive'>,
  target: ContainerdTarget,
): Promise<boolean> {
  const listed = await runCtr(target, ['images', 'list', '--quiet', `name==${image.reference}`]);
  if (listed.split('\n').includes(image.reference)) return false;
  await runCtr(target, ['images', 'import', image.archive]);
  return true;
}

async function runCtr(target: ContainerdTarget, arguments_: readonly string[]): Promise<string> {
  const [command = 'ctr', ...rest] = [
    ...target.enter,
    'ctr',
    '--address',
    target.address,
    '--namespace',
    target.namespace ?? 'k8s.io',
    ...arguments_,
  ];
  const { stdout } = await execa(command, rest, { cancelSignal: target.signal, stdin: 'ignore' });
  return stdout;
}
