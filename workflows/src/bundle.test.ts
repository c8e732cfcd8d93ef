import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';
import { describe, expect, it } from 'vitest';

const workflowsPath = fileURLToPath(new URL('index.ts', import.meta.url));

describe('workflow bundle', () => {
  it('holds every workflow and nothing that does not belong into a sandbox', async () => {
    const { code } = await bundleWorkflowCode({ workflowsPath, logger: quiet });
    for (const name of ['storeWorkflow', 'provisionStore', 'deleteStore']) expect(code).toContain(name);
    // Schemas would be made anew in every cached workflow.
    expect(code).not.toContain('ZodObject');
  }, 30_000);
});

const nothing = (): void => undefined;
const quiet = { log: nothing, trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };
