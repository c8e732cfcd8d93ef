import { mkdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { fileURLToPath } from 'node:url';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { Client } from '@temporalio/client';

const directory = new URL('../histories/', import.meta.url);
const repository = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Keeps the histories of a scenario as replay fixtures where RECORD_HISTORIES is set. Refresh them only on purpose: they are what
 * running stores look like to new code.
 */
export async function recordHistories(client: Client, name: string, workflowIds: readonly string[]): Promise<void> {
  if (!process.env['RECORD_HISTORIES']) return;
  await mkdir(directory, { recursive: true });
  for (const workflowId of workflowIds) {
    const history = await client.workflow.getHandle(workflowId).fetchHistory();
    const kind = workflowId.split('/')[2] ?? 'store';
    const file = new URL(`${name.replaceAll(/[^a-z0-9]+/gi, '-')}.${kind}.json`, directory);
    await writeFile(file, scrub(historyToJSON(history)));
  }
}

/** Fixtures name neither the machine nor the folder in which they were recorded. */
function scrub(json: string): string {
  return json.replaceAll(repository, '/shopwright/').replaceAll(`@${hostname()}`, '@host');
}
