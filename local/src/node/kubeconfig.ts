import { KubeConfig } from '@kubernetes/client-node';
import { writeFile } from 'node:fs/promises';
import type { Authority, Credentials } from './pki.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** Name of the cluster and of the context in the kubeconfig of the local stack. */
export const localContext = 'shopwright-local';

/** Writes a kubeconfig with embedded credentials (mode 0600). */
export async function writeKubeconfig(
  path: string,
  access: { server: string; authority: Authority; credentials: Credentials; user: string },
): Promise<void> {
  const config = new KubeConfig();
  config.loadFromOptions({
    clusters: [
      {
        name: localContext,
        server: access.server,
        caData: base64(access.authority.certificatePem),
        skipTLSVerify: false,
      },
    ],
    users: [
      { name: access.user, certData: base64(access.credentials.certificate), keyData: base64(access.credentials.key) },
    ],
    contexts: [{ name: localContext, cluster: localContext, user: access.user }],
    currentContext: localContext,
  });
  await writeFile(path, config.exportConfig(), { mode: 0o600 });
}
