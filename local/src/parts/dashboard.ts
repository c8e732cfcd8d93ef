import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { execa } from 'execa';
import { fileDigest, hashDirectory } from '../core/digest.ts';
import { repositoryRoot } from '../core/paths.ts';
import { StackError } from '../core/stack-error.ts';
import type { Part } from '../supervisor/part.ts';

/** Directory of the built dashboard, which the API serves. */
export const webDirectory = `${repositoryRoot}/web/dist`;

const stampPath = `${webDirectory}/.inputs`;

/** Digest of everything that the built dashboard depends on. */
async function inputsDigest(): Promise<string> {
  const hash = createHash('sha256');
  for (const directory of ['web/src', 'web/public', 'contract/src'])
    await hashDirectory(hash, `${repositoryRoot}/${directory}`);
  for (const file of ['web/index.html', 'web/package.json', 'web/vite.config.ts', 'package-lock.json']) {
    hash.update(await fileDigest(`${repositoryRoot}/${file}`));
  }
  return hash.digest('hex');
}

/** Builds the dashboard unless its sources are those of the last build. */
export function dashboardPart(): Part {
  return {
    name: 'dashboard',
    needs: [],
    async start({ report, signal }) {
      const digest = await inputsDigest();
      if ((await readFile(stampPath, 'utf8').catch(() => '')) === digest) return { detail: 'from the last build' };
      report('building', 'web');
      const build = await execa('npm', ['run', '--silent', 'build', '--workspace', '@shopwright/web'], {
        cwd: repositoryRoot,
        cancelSignal: signal,
        reject: false,
        stdin: 'ignore',
      });
      signal.throwIfAborted();
      if (build.failed)
        throw new StackError(`The dashboard could not be built:\n${(build.stderr || build.stdout).slice(-800)}`);
      await writeFile(stampPath, digest);
      return { detail: 'built' };
    },
  };
}
