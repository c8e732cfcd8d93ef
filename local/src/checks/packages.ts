import { execa } from 'execa';
import { existsSync } from 'node:fs';
import { StackError } from '../core/stack-error.ts';

/** Debian packages that the node and the image builds use. */
export const requiredPackages = [
  'buildah',
  'conntrack',
  'containerd',
  'containernetworking-plugins',
  'iproute2',
  'iptables',
  'mmdebstrap',
  'procps',
  'runc',
  'tini',
  'util-linux',
] as const;

const aptOptions = ['install', '--yes', '--no-install-recommends'];

/** The command that installs the packages. */
export const installCommand = (packages: readonly string[]): string =>
  ['apt-get', ...aptOptions, ...packages].join(' ');

/** Packages of the list that are not installed; undefined on a system without dpkg. */
export async function missingPackages(): Promise<string[] | undefined> {
  if (!existsSync('/usr/bin/dpkg-query')) return undefined;
  const { stdout } = await execa(
    'dpkg-query',
    ['--show', '--showformat=${Package} ${db:Status-Status}\\n', ...requiredPackages],
    {
      reject: false,
      stdin: 'ignore',
    },
  );
  const installed = new Set(
    stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return requiredPackages.filter((name) => !installed.has(name));
}

/** Installs what is missing. @param say told what is about to be done, before it is done */
export async function installPackages(say: (message: string) => void, signal: AbortSignal): Promise<void> {
  const missing = await missingPackages();
  if (missing === undefined) {
    throw new StackError('The single-node cluster needs Debian or a system that is made from it.', {
      fix: `use an existing cluster (npm start -- --context NAME), or install the equals of: ${requiredPackages.join(', ')}`,
    });
  }
  if (missing.length === 0) return;
  say(`installing Debian packages: ${missing.join(' ')}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await execa('apt-get', ['update'], { env, reject: false, stdin: 'ignore', cancelSignal: signal });
  const result = await execa('apt-get', [...aptOptions, ...missing], {
    env,
    reject: false,
    stdin: 'ignore',
    cancelSignal: signal,
  });
  signal.throwIfAborted();
  if (result.failed) {
    throw new StackError(`Debian packages could not be installed: ${result.stderr.trim().split('\n').at(-1)}`, {
      fix: installCommand(missing),
    });
  }
}
