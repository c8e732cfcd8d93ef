import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { repositoryRoot } from '../core/paths.ts';

/** Runs test projects with vitest; further arguments are vitest's own. Resolves with its exit code. */
export async function runVitest(projects: readonly string[], args: readonly string[]): Promise<number> {
  const selected = projects.flatMap((name) => ['--project', name]);
  const child = spawn(`${repositoryRoot}/node_modules/.bin/vitest`, ['run', ...selected, ...args], {
    cwd: repositoryRoot,
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
