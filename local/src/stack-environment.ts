import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { dirname, join } from 'node:path';
import { statePath } from './core/paths.ts';
import { StackError } from './core/stack-error.ts';

/** How a running stack is reached: the environment of its processes and the programs that go with it. */
export interface StackEnvironment {
  readonly environment: Readonly<Record<string, string>>;
  readonly kubectl: string;
  readonly helm: string;
}

/** Reads what the last complete start wrote. @throws StackError when there is none */
export async function readStackEnvironment(): Promise<StackEnvironment> {
  const text = await readFile(statePath('env'), 'utf8').catch((cause: unknown) => {
    throw new StackError('The local stack was never started here.', { fix: 'npm start', cause });
  });
  const environment = parseEnv(text) as Record<string, string>;
  const helm = environment['HELM_PATH'] ?? 'helm';
  return { environment, helm, kubectl: join(dirname(helm), 'kubectl') };
}
