import { execa } from 'execa';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StackError } from '../core/stack-error.ts';
import type { Daemon } from '../supervisor/daemon.ts';
import { acceptsConnections } from '../supervisor/probes.ts';
import { nodeState, nodeStateInside } from './box.ts';
import type { ClusterContext } from './control-plane.ts';
import { kubeconfigInside } from './credentials.ts';
import { clusterManifests } from './manifests.ts';
import { startNodeProgram } from './node-program.ts';

/** Applies the objects of the cluster itself. Safe to repeat. */
export async function applyClusterManifests(cluster: ClusterContext, kubeconfig: string): Promise<void> {
  const list = { apiVersion: 'v1', kind: 'List', items: clusterManifests(cluster.nodeAddress) };
  const result = await execa(
    cluster.programs('kubectl'),
    ['apply', '--server-side', '--force-conflicts', '--field-manager=shopwright-local', '--filename=-'],
    { input: JSON.stringify(list), env: { KUBECONFIG: kubeconfig }, reject: false },
  );
  if (result.failed)
    throw new StackError(`The cluster's own objects could not be applied: ${result.stderr.slice(0, 500)}`);
}

const corefile = (nodeAddress: string): string => `.:53 {
    errors
    health ${nodeAddress}:9153
    ready ${nodeAddress}:9154
    cache 5
    kubernetes cluster.local in-addr.arpa ip6.arpa {
        kubeconfig ${kubeconfigInside('dns')}
        ttl 5
    }
    template ANY ANY {
        # The node reaches nothing outside the machine, so every other name does not exist.
        rcode NXDOMAIN
    }
    loop
}
`;

/** Starts the cluster's DNS server. */
export async function startDns({ box, programs, nodeAddress, context }: ClusterContext): Promise<Daemon> {
  await writeFile(join(nodeState, 'Corefile'), corefile(nodeAddress));
  return startNodeProgram(
    box,
    {
      name: 'coredns',
      path: programs('coredns'),
      args: ['-conf', `${nodeStateInside}/Corefile`],
      isReady: () => acceptsConnections(53, nodeAddress),
    },
    context,
  );
}

/** Starts the ingress controller; it serves port 80 of the node. */
export function startIngress({ box, programs, nodeAddress, context }: ClusterContext): Promise<Daemon> {
  return startNodeProgram(
    box,
    {
      name: 'ingress',
      path: programs('ingress'),
      args: [
        `--kubeconfig=${kubeconfigInside('ingress')}`,
        `--listen=${nodeAddress}:80`,
        `--publish-address=${nodeAddress}`,
      ],
      isReady: () => acceptsConnections(80, nodeAddress),
    },
    context,
  );
}

/** Starts the volume provisioner. */
export function startProvisioner({ box, programs, context }: ClusterContext): Promise<Daemon> {
  return startNodeProgram(
    box,
    {
      name: 'provisioner',
      path: programs('provisioner'),
      args: [`--kubeconfig=${kubeconfigInside('provisioner')}`, `--root=${nodeStateInside}/volumes`],
      // It serves nothing; a claim that stays pending is how a person would notice, so its log says what failed.
      isReady: async () => true,
    },
    context,
  );
}
