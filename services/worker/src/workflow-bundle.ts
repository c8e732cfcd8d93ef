import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const program = fileURLToPath(new URL('bundle-workflows.ts', import.meta.url));

/**
 * The workflows as one script, made by a process that ends: the bundler would keep its memory for as long as the worker lives.
 * Throws with the bundler's messages when a workflow imports what no workflow may.
 */
export async function bundleWorkflows(): Promise<{ code: string }> {
  const directory = await mkdtemp(join(tmpdir(), 'shopwright-workflows-'));
  try {
    const file = join(directory, 'bundle.js');
    await promisify(execFile)(process.execPath, [program, file], { env: {} });
    return { code: await readFile(file, 'utf8') };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
