import { KubeConfig } from '@kubernetes/client-node';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createKubeApi, type KubeApi } from './kube-api.ts';
import { watchUntil } from './watch.ts';

/** Longer than any of it takes. */
const patience = { timeout: 5000 };
let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function apiOf(listener: RequestListener): Promise<KubeApi> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  const address = started.address();
  return kubeApi(typeof address === 'object' && address !== null ? address.port : 0);
}

function kubeApi(port: number): KubeApi {
  const config = new KubeConfig();
  config.loadFromClusterAndUser(
    { name: 'fake', server: `http://127.0.0.1:${port}`, skipTLSVerify: true },
    { name: 'user' },
  );
  return createKubeApi(config);
}

describe('kubernetes client', () => {
  it('tells absent from unreadable', async () => {
    const status = vi.fn<() => number>(() => 404);
    const kube = await apiOf((_request, response) => response.writeHead(status()).end('{"reason":"x","message":"y"}'));
    expect(await kube.find('/api/v1/namespaces/a')).toBeUndefined();
    status.mockReturnValue(500);
    await expect(kube.find('/api/v1/namespaces/a')).rejects.toMatchObject({ status: 500, message: 'y' });
  });

  it('says that the cluster is away, not that something is absent', async () => {
    await expect(kubeApi(1).find('/api/v1/namespaces/a')).rejects.toMatchObject({ code: 'CLUSTER_UNAVAILABLE' });
  });

  it('joins lines over chunks and ends with the stream', async () => {
    const kube = await apiOf((_request, response) => {
      response.write('{"a":');
      setImmediate(() => response.end('1}\nsecond\nlast'));
    });
    const lines: string[] = [];
    for await (const line of kube.lines('/log', {})) lines.push(line);
    expect(lines).toEqual(['{"a":1}', 'second', 'last']);
  });

  it('ends a call at once when it is aborted', async () => {
    const kube = await apiOf(() => undefined);
    const stop = new AbortController();
    const call = kube.find('/slow', { signal: stop.signal });
    stop.abort(new Error('stopped'));
    await expect(call).rejects.toThrow('stopped');
  });

  it('looks again after every change, and stops watching when it has found what it wants', async () => {
    let value = 0;
    const open = new Set<ServerResponse>();
    const tell = (change: string): void => open.forEach((watch) => watch.write(`{"type":"${change}"}\n`));
    const kube = await apiOf((request, response) => {
      if (!request.url?.includes('watch=true')) return response.end(JSON.stringify({ items: [value] }));
      open.add(response);
      request.on('close', () => open.delete(response));
      return tell('ADDED');
    });
    const look = vi.fn<() => Promise<number | undefined>>(async () => {
      const [found] = await kube.list<number>('/things');
      return found === 7 ? found : undefined;
    });
    const options = { kube, paths: ['/things'], intervalMs: 60_000, signal: new AbortController().signal };
    const found = watchUntil(options, look);
    await vi.waitUntil(() => look.mock.calls.length === 2, patience);
    value = 7;
    tell('MODIFIED');
    expect(await found).toBe(7);
    await vi.waitUntil(() => open.size === 0, patience);
    expect(look.mock.calls.length).toBeLessThanOrEqual(3);
  });
});
