import { execa } from 'execa';
import { instanceId, instanceName } from '../core/instance.ts';
import { StackError } from '../core/stack-error.ts';

/** Addresses of the node's private network: one /30 between the machine and the node, nothing beyond. */
export interface NodeNetwork {
  readonly hostAddress: string;
  readonly nodeAddress: string;
}

/** Networks inside the node; each node has its own network namespace, so that several may use the same ones. */
export const podCidr = '10.244.0.0/16';
export const serviceCidr = '10.96.0.0/16';
export const kubernetesServiceAddress = '10.96.0.1';
export const dnsServiceAddress = '10.96.0.10';

const hostLink = `sw${instanceId}h`;
const nodeLink = `sw${instanceId}n`;

/** Path of the node's network namespace, as `nsenter --net=` takes it. */
export const networkNamespacePath = `/run/netns/${instanceName}`;

const ip = (...args: string[]) => execa('ip', args, { stdin: 'ignore' });
const inNode = (...args: string[]) =>
  execa('nsenter', [`--net=${networkNamespacePath}`, '--', ...args], { stdin: 'ignore' });

async function freeSlot(): Promise<number> {
  const { stdout } = await ip('-json', 'address', 'show');
  for (let slot = 0; slot < 256; slot += 1) {
    if (!stdout.includes(`"10.250.${slot}.1"`)) return slot;
  }
  throw new StackError('All 256 networks 10.250.*.0/30 are in use on this machine.');
}

/** Makes the node's network namespace and links it to the machine. The node can reach the machine and nothing else. */
export async function createNodeNetwork(): Promise<NodeNetwork> {
  const slot = await freeSlot();
  const network = { hostAddress: `10.250.${slot}.1`, nodeAddress: `10.250.${slot}.2` };
  await ip('netns', 'add', instanceName);
  await ip('link', 'add', hostLink, 'type', 'veth', 'peer', 'name', nodeLink, 'netns', instanceName);
  await ip('address', 'add', `${network.hostAddress}/30`, 'dev', hostLink);
  await ip('link', 'set', hostLink, 'up');
  await inNode('ip', 'address', 'add', `${network.nodeAddress}/30`, 'dev', nodeLink);
  await inNode('ip', 'link', 'set', nodeLink, 'up');
  await inNode('ip', 'link', 'set', 'lo', 'up');
  // Without a default route a connection to a Service address fails before its address is translated.
  await inNode('ip', 'route', 'add', 'default', 'via', network.hostAddress);
  await inNode('sysctl', '--quiet', '--write', 'net.ipv4.ip_forward=1');
  return network;
}

/** Removes the network namespace, and with it both ends of the link and every packet filter rule. Safe to repeat. */
export async function removeNodeNetwork(): Promise<void> {
  await execa('ip', ['link', 'delete', hostLink], { reject: false, stdin: 'ignore' });
  await execa('ip', ['netns', 'delete', instanceName], { reject: false, stdin: 'ignore' });
}

/** Host process ids of everything that runs in the node's network namespace. */
export async function processesInNode(): Promise<number[]> {
  const { stdout, failed } = await execa('ip', ['netns', 'pids', instanceName], { reject: false, stdin: 'ignore' });
  return failed ? [] : stdout.split('\n').filter(Boolean).map(Number);
}
