import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { StoreUnderTest } from '../../support/store.ts';

/** Runs a PHP script of this folder inside the PHP container and reads the JSON that it prints last. */
export async function runScript<Schema extends z.ZodType>(
  store: StoreUnderTest,
  script: string,
  schema: Schema,
  signal: AbortSignal,
): Promise<z.output<Schema>> {
  const stdin = await readFile(path.join(import.meta.dirname, script), 'utf8');
  const { exitCode, stdout, stderr } = await store.runInPod(
    { component: 'web', container: 'php', command: ['php'], stdin },
    signal,
  );
  if (exitCode !== 0) throw new Error(`${script} ended with ${exitCode}: ${stderr}\n${stdout}`);
  return schema.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
}
