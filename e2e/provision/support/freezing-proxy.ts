import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { request, type RequestOptions } from 'node:https';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { KubeConfig } from '@kubernetes/client-node';
import { helmProcesses, signal } from './processes.ts';

/** A write of a Helm release, which is a Secret: the first says that helm has begun, the last that it is done. */
const releaseWrite = /^\/api\/v1\/namespaces\/([^/]+)\/secrets(\/sh\.helm\.release\.[^/?]+)?(\?|$)/;

/**
 * A way to the cluster's API that freezes the helm of a store after it has written its release and before it learns of that:
 * whatever else the machine does, it is stopped in the middle of its work, until somebody sends SIGCONT or ends it. Returns the
 * path of a kubeconfig, in the given directory, that leads through it.
 */
export async function startFreezingProxy(kubeconfig: string, directory: string): Promise<string> {
  const config = new KubeConfig();
  config.loadFromFile(kubeconfig);
  const server = createServer((incoming, outgoing) => {
    forward(config, incoming, outgoing).catch((error: unknown) => outgoing.destroy(error as Error));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  server.unref();
  return writeKubeconfig(join(directory, 'freezing-kubeconfig'), `http://127.0.0.1:${port}`);
}

async function forward(config: KubeConfig, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const path = incoming.url ?? '/';
  const url = new URL(config.getCurrentCluster()?.server ?? '');
  const headers = { ...incoming.headers, host: url.host };
  const options: RequestOptions = { host: url.hostname, port: url.port, path, method: incoming.method, headers };
  await config.applyToHTTPSOptions(options);
  const upstream = request(options);
  const answered = once(upstream, 'response');
  await pipeline(incoming, upstream);
  const [answer] = (await answered) as [IncomingMessage];
  const namespace = releaseWrite.exec(path)?.[1];
  if (namespace !== undefined && incoming.method !== 'GET' && incoming.method !== 'DELETE') {
    signal(await helmProcesses(namespace), 'SIGSTOP');
  }
  outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
  await pipeline(answer, outgoing);
}

async function writeKubeconfig(file: string, server: string): Promise<string> {
  const name = 'freezing';
  const content = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster: { server } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    users: [{ name, user: {} }],
    'current-context': name,
  };
  await writeFile(file, JSON.stringify(content));
  return file;
}
