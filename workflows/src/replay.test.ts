import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { bundleWorkflowCode, Worker } from '@temporalio/worker';
import { describe, expect, it } from 'vitest';

const workflowsPath = fileURLToPath(new URL('index.ts', import.meta.url));
const directory = new URL('histories/', import.meta.url);

async function* storedHistories() {
  for (const file of await readdir(directory)) {
    const history = historyFromJSON(JSON.parse(await readFile(new URL(file, directory), 'utf8')));
    yield { workflowId: file, history };
  }
}

describe('replay', () => {
  it('every stored history fits the code of today', async () => {
    const workflowBundle = await bundleWorkflowCode({ workflowsPath });
    const failures: string[] = [];
    let replayed = 0;
    for await (const result of Worker.runReplayHistories({ workflowBundle }, storedHistories())) {
      replayed += 1;
      if (result.error !== undefined) failures.push(`${result.workflowId}: ${result.error.message}`);
    }
    expect(failures).toEqual([]);
    expect(replayed).toBeGreaterThanOrEqual(30);
  }, 60_000);
});
