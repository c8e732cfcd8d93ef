import { existsSync } from 'node:fs';
import { generateKeyPairSync } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeState, nodeStateInside } from './box.ts';
import { writeKubeconfig } from './kubeconfig.ts';
import { kubernetesServiceAddress } from './network.ts';
import { issue, loadOrCreateAuthority, type Authority, type Identity } from './pki.ts';

/** Name of the node in the cluster. */
export const nodeName = 'shopwright';

const directory = join(nodeState, 'pki');

/** Path of a credentials file as the node's programs see it. */
export const pkiInside = (file: string): string => `${nodeStateInside}/pki/${file}`;

/** Programs that sign in at the API server, by the name of their kubeconfig. */
const clients = {
  admin: { user: 'shopwright:admin', groups: ['system:masters'] },
  'controller-manager': { user: 'system:kube-controller-manager' },
  scheduler: { user: 'system:kube-scheduler' },
  proxy: { user: 'system:kube-proxy' },
  kubelet: { user: `system:node:${nodeName}`, groups: ['system:nodes'] },
  dns: { user: 'shopwright:dns' },
  ingress: { user: 'shopwright:ingress' },
  provisioner: { user: 'shopwright:provisioner' },
} as const satisfies Record<string, Identity>;

export type ClientName = keyof typeof clients;

/** Path of a program's kubeconfig as the program sees it. */
export const kubeconfigInside = (name: ClientName): string => pkiInside(`${name}.kubeconfig`);

/** Address of the API server as everybody outside and inside the node reaches it. */
export const apiServerUrl = (nodeAddress: string): string => `https://${nodeAddress}:6443`;

/** Issues every certificate and kubeconfig of the cluster anew; authority and token key stay. Returns the authority's certificate (PEM). */
export async function writeCredentials(nodeAddress: string, adminKubeconfig: string): Promise<Authority> {
  const authority = await loadOrCreateAuthority(directory);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const server = apiServerUrl(nodeAddress);
  await writePair('apiserver', authority, {
    user: 'kube-apiserver',
    servesAs: {
      names: [
        'kubernetes',
        'kubernetes.default',
        'kubernetes.default.svc',
        'kubernetes.default.svc.cluster.local',
        'localhost',
      ],
      addresses: [nodeAddress, kubernetesServiceAddress, '127.0.0.1'],
    },
  });
  await writePair('apiserver-kubelet', authority, { user: 'shopwright:apiserver', groups: ['system:masters'] });
  await writePair('kubelet', authority, {
    user: `system:node:${nodeName}`,
    groups: ['system:nodes'],
    servesAs: { names: [nodeName], addresses: [nodeAddress] },
  });
  for (const [name, identity] of Object.entries(clients)) {
    const access = { server, authority, credentials: await issue(authority, identity), user: identity.user };
    await writeKubeconfig(join(directory, `${name}.kubeconfig`), access);
    if (name === 'admin') await writeKubeconfig(adminKubeconfig, access);
  }
  await keepTokenKey();
  return authority;
}

async function writePair(name: string, authority: Authority, identity: Identity): Promise<void> {
  const { certificate, key } = await issue(authority, identity);
  await writeFile(join(directory, `${name}.crt`), certificate);
  await writeFile(join(directory, `${name}.key`), key, { mode: 0o600 });
}

/** The key that signs service-account tokens outlives restarts, or tokens of running pods would stop working. */
async function keepTokenKey(): Promise<void> {
  const path = join(directory, 'service-account.key');
  if (existsSync(path)) return;
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  await writeFile(join(directory, 'service-account.pub'), publicKey.export({ type: 'spki', format: 'pem' }));
  await writeFile(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
}
