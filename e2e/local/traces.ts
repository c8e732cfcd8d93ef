import { execa } from 'execa';
import { readFile, readdir } from 'node:fs/promises';

/** Everything on the machine that a stack could leave behind, as text that can be compared. */
export interface Traces {
  readonly processes: readonly string[];
  readonly networkNamespaces: readonly string[];
  readonly links: readonly string[];
  readonly mounts: readonly string[];
  readonly cgroups: readonly string[];
  readonly packetFilter: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
}

const settings = [
  'vm/overcommit_memory',
  'vm/panic_on_oom',
  'kernel/panic',
  'kernel/panic_on_oops',
  'kernel/keys/root_maxkeys',
  'kernel/keys/root_maxbytes',
  'net/ipv4/ip_forward',
];

const lines = (text: string): string[] => text.split('\n').filter(Boolean).toSorted();

async function output(command: string, args: readonly string[]): Promise<string[]> {
  return lines((await execa(command, args, { reject: false, stdin: 'ignore' })).stdout);
}

async function markedProcesses(instanceId: string): Promise<string[]> {
  const found = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
    if (!environment.split('\0').includes(`SHOPWRIGHT_INSTANCE=${instanceId}`)) continue;
    found.push(`${pid} ${await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')}`.trim());
  }
  return found;
}

async function cgroupsOf(instanceId: string): Promise<string[]> {
  return output('find', ['/sys/fs/cgroup', '-type', 'd', '-name', `shopwright-${instanceId}`]);
}

/** Reads the traces of one stack, and of the whole machine where traces carry no name. */
export async function readTraces(instanceId: string): Promise<Traces> {
  const values = await Promise.all(
    settings.map(async (name) => [name, await readFile(`/proc/sys/${name}`, 'utf8')] as const),
  );
  return {
    processes: await markedProcesses(instanceId),
    networkNamespaces: (await output('ip', ['netns', 'list'])).filter((line) => line.includes(instanceId)),
    links: (await output('ip', ['-brief', 'link'])).filter((line) => line.includes(instanceId)),
    mounts: lines(await readFile('/proc/self/mounts', 'utf8')).filter((line) => !line.includes(' proc ')),
    cgroups: await cgroupsOf(instanceId),
    packetFilter: (await output('iptables-save', [])).filter((line) => !line.startsWith('#')),
    settings: Object.fromEntries(values),
  };
}
