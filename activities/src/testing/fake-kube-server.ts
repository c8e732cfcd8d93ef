import { createServer, type IncomingMessage, type Server } from 'node:http';
import { KubeConfig } from '@kubernetes/client-node';

interface FakeObject {
  metadata?: { name?: string; labels?: Record<string, string>; deletionTimestamp?: string; uid?: string };
  [key: string]: unknown;
}

export interface FakeKubeServer {
  kubeConfig: KubeConfig;
  /** Objects by path; change them to play the controllers. */
  objects: Map<string, FakeObject>;
  /** Path of everything that was read. */
  reads: string[];
  /** `METHOD path` of every request that changed something. */
  writes: string[];
  /** Answers the next requests with this status instead. */
  failNext: (status: number, message: string, times?: number) => void;
  close(): Promise<void>;
}

/** A Kubernetes API that only stores objects: the boundary at which activities are tested. */
export async function startFakeKubeServer(): Promise<FakeKubeServer> {
  const objects = new Map<string, FakeObject>();
  const reads: string[] = [];
  const writes: string[] = [];
  const failures: { status: number; message: string }[] = [];
  const server = createServer((request, response) => {
    void answer(request, { objects, reads, writes, failures }).then(({ status, body }) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
    );
  });
  const port = await listenAnywhere(server);
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromClusterAndUser(
    { name: 'fake', server: `http://127.0.0.1:${port}`, skipTLSVerify: true },
    { name: 'user' },
  );
  return {
    kubeConfig,
    objects,
    reads,
    writes,
    failNext: (status, message, times = 1) => {
      for (let index = 0; index < times; index += 1) failures.push({ status, message });
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface State {
  objects: Map<string, FakeObject>;
  reads: string[];
  writes: string[];
  failures: { status: number; message: string }[];
}

interface Answer {
  status: number;
  body: unknown;
}

async function answer(request: IncomingMessage, { objects, reads, writes, failures }: State): Promise<Answer> {
  const path = new URL(request.url ?? '', 'http://fake').pathname;
  const failure = failures.shift();
  if (failure !== undefined) return { status: failure.status, body: { reason: 'Injected', message: failure.message } };
  if (request.method === 'GET') {
    reads.push(path);
    return read(objects, path);
  }
  writes.push(`${request.method} ${path}`);
  const body = await readBody(request);
  if (request.method === 'DELETE') {
    if (isCollection(path)) return { status: 200, body: {} };
    if (!objects.delete(path)) return notFound;
    return { status: 200, body: {} };
  }
  const target = request.method === 'POST' ? `${path}/${body.metadata?.name}` : path;
  if (request.method === 'POST' && objects.has(target)) return { status: 409, body: { reason: 'AlreadyExists' } };
  objects.set(target, { ...body, metadata: { uid: target, ...body.metadata } });
  return { status: 201, body };
}

const notFound: Answer = { status: 404, body: { reason: 'NotFound' } };

/** Collections end in a plural word, objects in a name that was stored. */
function read(objects: Map<string, FakeObject>, path: string): Answer {
  const object = objects.get(path);
  if (object !== undefined) return { status: 200, body: object };
  if (!isCollection(path)) return notFound;
  const items = [...objects].filter(([key]) => key.slice(0, key.lastIndexOf('/')) === path).map(([, value]) => value);
  return { status: 200, body: { items } };
}

function isCollection(path: string): boolean {
  return /\/(?:namespaces|persistentvolumes|persistentvolumeclaims|secrets|pods|jobs|ingresses|deployments|replicasets|statefulsets|events)$/.test(
    path,
  );
}

async function readBody(request: IncomingMessage): Promise<FakeObject> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : JSON.parse(text);
}

async function listenAnywhere(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
