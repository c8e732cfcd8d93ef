import { instanceIdOf, repositoryRoot } from '@shopwright/local';
import { execa } from 'execa';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A second checkout of the same sources, whose stack lives beside the first one. */
export interface Clone {
  readonly root: string;
  readonly instanceId: string;
  /** Runs one of the project's commands there; never rejects on an exit code. */
  readonly command: (
    args: readonly string[],
    environment?: Record<string, string>,
  ) => Promise<{ exitCode: number; output: string }>;
  readonly remove: () => Promise<void>;
}

/** Copies what git knows of this checkout, uncommitted changes included, and shares its installed packages. */
export async function makeClone(environment: Record<string, string>): Promise<Clone> {
  const root = realpathSync(await mkdtemp(join(tmpdir(), 'shopwright-clone-')));
  const listed = await execa('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: repositoryRoot,
  });
  const copy = execa('tar', ['--create', '--null', '--files-from=-', '--ignore-failed-read'], {
    cwd: repositoryRoot,
    input: listed.stdout,
    encoding: 'buffer',
  });
  await execa('tar', ['--extract'], { cwd: root, input: (await copy).stdout });
  await symlink(join(repositoryRoot, 'node_modules'), join(root, 'node_modules'));
  return {
    root,
    instanceId: instanceIdOf(root),
    async command(args, more = {}) {
      const run = await execa('node', ['local/bootstrap.mjs', ...args], {
        cwd: root,
        env: { ...environment, ...more },
        all: true,
        reject: false,
        stdin: 'ignore',
      });
      return { exitCode: run.exitCode ?? 1, output: run.all };
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

/** What a clone's supervisor wrote when it claimed the checkout. */
export async function supervisorOf(clone: Clone): Promise<number> {
  const lock = JSON.parse(await readFile(join(clone.root, '.local/supervisor.lock'), 'utf8')) as { pid: number };
  return lock.pid;
}
