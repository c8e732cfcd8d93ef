import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../core/paths.ts';
import { StackError } from '../core/stack-error.ts';

const benchDirectory = join(repositoryRoot, 'bench');

/** Runs one benchmark against the running stack: `npm run bench -- NAME`. Further arguments are the benchmark's own. */
export async function bench([name = '', ...args]: readonly string[]): Promise<number> {
  const program = join(benchDirectory, name, 'run.ts');
  if (name === '' || !existsSync(program)) {
    const known = readdirSync(benchDirectory).filter((entry) => existsSync(join(benchDirectory, entry, 'run.ts')));
    throw new StackError(`There is no benchmark called ${JSON.stringify(name)}.`, {
      fix: `one of: ${known.join(', ')}`,
    });
  }
  const child = spawn(process.execPath, [program, ...args], { cwd: repositoryRoot, stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
