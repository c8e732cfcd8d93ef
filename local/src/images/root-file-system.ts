import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BuildContext, buildah, runLogged } from './buildah.ts';

const suite = 'trixie';

/** Left out of every package: nobody reads documentation inside a container. */
const excludedPaths = [
  '/usr/share/doc/*',
  '/usr/share/man/*',
  '/usr/share/info/*',
  '/usr/share/locale/*',
  '/usr/share/lintian/*',
  '/var/cache/debconf/*-old',
];

/** Makes the Debian base image from Debian's own packages, so that no image registry is needed. */
export async function buildRootFileSystem(reference: string, context: BuildContext): Promise<void> {
  const directory = await mkdtemp(path.join(tmpdir(), 'shopwright-base-'));
  try {
    context.log(`bootstrapping Debian ${suite}`);
    await bootstrap(path.join(directory, 'root.tar'), context);
    await writeFile(path.join(directory, 'Dockerfile'), 'FROM scratch\nADD root.tar /\nCMD ["/bin/sh"]\n');
    await buildah(['bud', '--isolation', 'chroot', '--tag', reference, directory], context);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function bootstrap(archive: string, context: BuildContext): Promise<void> {
  const options = excludedPaths.map((pattern) => `--dpkgopt=path-exclude=${pattern}`);
  const packages = ['--variant=minbase', '--aptopt=APT::Install-Recommends "false"'];
  await runLogged(['mmdebstrap', ...packages, ...options, suite, archive], context);
}
