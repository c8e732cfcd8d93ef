import { startSimulatedCluster, waitUntil, type SimulatedCluster } from '@shopwright/local';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';

// Simulated nodes: a real control plane, pods whose states are only written.
let cluster: SimulatedCluster | undefined;

beforeAll(async () => {
  cluster = await startSimulatedCluster({
    nodes: 3,
    rules: [
      { label: ['behaves', 'failing'], behaviour: { kind: 'failing', afterMs: 0, exitCode: 7, reason: 'Error' } },
      { label: ['behaves', 'stuck'], behaviour: { kind: 'never ready', reason: 'ImagePullBackOff' } },
      { label: ['behaves', 'slow'], behaviour: { kind: 'ready', afterMs: 1_500 } },
    ],
    signal: AbortSignal.timeout(600_000),
  });
}, 660_000);

afterAll(() => cluster?.stop());

function running(): SimulatedCluster {
  if (!cluster) throw new Error('the simulated cluster did not start');
  return cluster;
}

async function kubectl(args: readonly string[], input?: object): Promise<string> {
  const options = {
    env: { KUBECONFIG: running().kubeconfig },
    ...(input === undefined ? {} : { input: JSON.stringify(input) }),
  };
  return (await execa(running().kubectl, args, options)).stdout;
}

async function createPod(name: string, behaves: string): Promise<void> {
  const spec = { containers: [{ name: 'main', image: 'nothing-runs' }] };
  await kubectl(['create', '--filename=-'], {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, labels: { behaves } },
    spec,
  });
}

const statusOf = (name: string, path: string): Promise<string> =>
  kubectl(['get', 'pod', name, `--output=jsonpath={.status${path}}`]);

async function until(name: string, path: string, value: string): Promise<void> {
  await waitUntil(`${path} of ${name} to be ${value}`, async () => (await statusOf(name, path)) === value, {
    timeoutMs: 20_000,
    intervalMs: 100,
  });
}

test('its nodes say that they are simulated', async () => {
  const nodes = await kubectl(['get', 'nodes', '--selector=shopwright.dev/simulated=true', '--output=name']);
  expect(nodes.split('\n')).toHaveLength(3);
});

test('its nodes keep telling that they live', async () => {
  const leases = ['get', 'leases', '--namespace=kube-node-lease', '--output=jsonpath={.items[*].spec.renewTime}'];
  await waitUntil('a lease of every node', async () => (await kubectl(leases)).split(' ').length === 3, {
    timeoutMs: 20_000,
    intervalMs: 100,
  });
});

test('a pod is ready by default', async () => {
  await createPod('default', 'default');
  await until('default', '.phase', 'Running');
});

test('a pod fails with the chosen exit code', async () => {
  await createPod('failing', 'failing');
  await until('failing', '.containerStatuses[0].state.terminated.exitCode', '7');
  expect(await statusOf('failing', '.phase')).toBe('Failed');
});

test('a pod never starts, with the chosen reason', async () => {
  await createPod('stuck', 'stuck');
  await until('stuck', '.containerStatuses[0].state.waiting.reason', 'ImagePullBackOff');
  expect(await statusOf('stuck', '.phase')).toBe('Pending');
});

test('a slow pod becomes ready after its delay', async () => {
  await createPod('slow', 'slow');
  await until('slow', '.phase', 'Running');
  const created = Date.parse(await kubectl(['get', 'pod', 'slow', '--output=jsonpath={.metadata.creationTimestamp}']));
  // Both times are whole seconds.
  expect(Date.parse(await statusOf('slow', '.startTime')) - created).toBeGreaterThanOrEqual(1_000);
});

test('a Job succeeds and a deleted pod goes', async () => {
  const template = { spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'nothing-runs' }] } };
  await kubectl(['create', '--filename=-'], {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'once' },
    spec: { template },
  });
  await kubectl(['wait', '--for=condition=complete', 'job/once', '--timeout=30s']);
  await kubectl(['delete', 'pod', 'default', '--wait=true', '--timeout=20s']);
});
