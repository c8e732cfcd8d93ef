import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const version = '4.32.5';

/** Path of the fuzzer, installed into the cache at the first use; undefined where there is no Python. */
export async function findSchemathesis(): Promise<string | undefined> {
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const environment = join(cache, 'shopwright', `schemathesis-${version}`);
  const program = join(environment, 'bin', 'schemathesis');
  if (existsSync(program)) return program;
  if ((await run('python3', ['-m', 'venv', environment])) !== 0) return undefined;
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `schemathesis==${version}`];
  const code = await run(join(environment, 'bin', 'python'), pip);
  if (code !== 0) throw new Error(`schemathesis could not be installed: pip ended with exit code ${code}`);
  return program;
}

/** Runs a program with our own output; resolves with its exit code, 127 where it does not exist. */
export async function run(program: string, args: readonly string[], cwd?: string): Promise<number> {
  const child = spawn(program, args, { stdio: 'inherit', ...(cwd !== undefined && { cwd }) });
  try {
    const [code] = await once(child, 'exit');
    return typeof code === 'number' ? code : 1;
  } catch {
    return 127;
  }
}
