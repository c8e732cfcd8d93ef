import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

// A program of its own: writes the workflows' bundle into the file that it is given.
const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: bundle-workflows.ts FILE');
const { code } = await bundleWorkflowCode({
  workflowsPath: fileURLToPath(import.meta.resolve('@shopwright/workflows')),
});
await writeFile(file, code);
