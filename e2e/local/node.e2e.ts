import { execa } from 'execa';
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildImage, importImage } from '@shopwright/local/images';
import { containerdSocket, enterRunningNode, readStackEnvironment, waitUntil } from '@shopwright/local';

// What the local stack promises of its node, tried with one pod that has a volume, a Service and a route.
const namespace = 'node-check';
const host = 'node-check.localhost';
const { environment, kubectl } = await readStackEnvironment();

const enter = await enterRunningNode();
const onNode = (command: string[]): [string, string[]] => {
  const [first = '', ...rest] = [...enter, ...command];
  return [first, rest];
};

async function run(args: readonly string[], input?: string): Promise<string> {
  const { stdout } = await execa(kubectl, args, {
    env: { KUBECONFIG: environment['KUBECONFIG'] },
    ...(input === undefined ? {} : { input }),
  });
  return stdout;
}

/** GET through 127.0.0.1 with the store's host: the C library, and so Node, does not resolve `*.localhost`. */
function get(path: string): Promise<{ status: number; body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>();
  const outgoing = request(
    { host: '127.0.0.1', port: Number(environment['STORES_PUBLIC_PORT']), path, headers: { host }, timeout: 2_000 },
    (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    },
  );
  outgoing.on('error', reject).end();
  return promise;
}

const objects = (image: string): object[] => [
  {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: namespace, labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
  },
  {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data', namespace },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '16Mi' } } },
  },
  {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web', namespace, labels: { app: 'web' } },
    spec: {
      automountServiceAccountToken: false,
      terminationGracePeriodSeconds: 1,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 10_001,
        fsGroup: 10_001,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      containers: [
        {
          name: 'web',
          image,
          command: [
            'sh',
            '-c',
            'echo from-the-volume > /data/index.html && echo serving && exec httpd -f -p 8080 -h /data',
          ],
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] },
          },
          volumeMounts: [{ name: 'data', mountPath: '/data' }],
          readinessProbe: { tcpSocket: { port: 8080 }, periodSeconds: 1 },
        },
      ],
      volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }],
    },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', namespace },
    spec: { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 8080 }] },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'web', namespace },
    spec: {
      ingressClassName: environment['INGRESS_CLASS'],
      rules: [
        {
          host,
          http: {
            paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 80 } } } }],
          },
        },
      ],
    },
  },
];

const removeNamespace = (): Promise<string> =>
  run(['delete', 'namespace', namespace, '--ignore-not-found', '--wait=true', '--timeout=60s']);

beforeAll(async () => {
  const signal = AbortSignal.timeout(300_000);
  const image = await buildImage('busybox', { signal, log: () => undefined });
  await importImage(image, { address: containerdSocket, enter: await enterRunningNode(), signal });
  await removeNamespace();
  await run(
    ['apply', '--filename=-'],
    JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects(image.reference) }),
  );
  await run(['wait', '--namespace', namespace, '--for=condition=Ready', 'pod/web', '--timeout=60s']);
}, 360_000);

afterAll(removeNamespace);

test('an unprivileged pod writes to its volume and is reached from the machine by name', async () => {
  await waitUntil('the route to answer', async () => (await get('/')).status === 200, { timeoutMs: 10_000 });
  expect((await get('/')).body).toBe('from-the-volume\n');
});

test('an unknown host is refused by the ingress', async () => {
  const answer = await fetch(`http://127.0.0.1:${environment['STORES_PUBLIC_PORT']}/`);
  expect(answer.status).toBe(404);
});

test('names of Services resolve inside the cluster and lead to the pod', async () => {
  const inside = ['exec', '--namespace', namespace, 'web', '--'];
  const answer = await run([...inside, 'nslookup', `web.${namespace}.svc.cluster.local`]);
  expect(answer).toMatch(/Address: 10\.96\./);
  expect(await run([...inside, 'wget', '-q', '-O', '-', `http://web.${namespace}.svc.cluster.local`])).toBe(
    'from-the-volume',
  );
});

test('the log of a pod can be read', async () => {
  expect(await run(['logs', '--namespace', namespace, 'web'])).toBe('serving');
});

test('pod security refuses a privileged pod', async () => {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'root', namespace },
    spec: { containers: [{ name: 'a', image: 'any', securityContext: { privileged: true } }] },
  };
  await expect(run(['create', '--filename=-'], JSON.stringify(pod))).rejects.toThrow(/violates PodSecurity/);
});

test('a pod reaches nothing outside the machine', async () => {
  // The machine does not forward for the node, so an address outside (here TEST-NET-1, RFC 5737) never answers.
  const attempt = run([
    'exec',
    '--namespace',
    namespace,
    'web',
    '--',
    'wget',
    '-q',
    '-T',
    '2',
    '-O',
    '-',
    'http://192.0.2.1/',
  ]);
  await expect(attempt).rejects.toThrow();
});

test('deletion takes namespace, volume and its data away', async () => {
  const volume = await run(['get', 'pvc', '--namespace', namespace, 'data', '--output=jsonpath={.spec.volumeName}']);
  const path = await run(['get', 'pv', volume, '--output=jsonpath={.spec.local.path}']);
  const exists = async (): Promise<boolean> =>
    !(await execa(...onNode(['test', '-e', path]), { reject: false })).failed;
  expect(await exists()).toBe(true);
  await removeNamespace();
  await waitUntil('the volume to go', async () => (await run(['get', 'pv', volume, '--ignore-not-found'])) === '', {
    timeoutMs: 20_000,
  });
  expect(await exists()).toBe(false);
  await waitUntil('the route to go', async () => (await get('/')).status === 404, { timeoutMs: 5_000 });
});
