import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { readStackEnvironment } from '@shopwright/local';
import { stringify } from 'yaml';
import { rendered } from './support/rendered.ts';
import { newSpec } from './support/spec.ts';
import { connectStack } from './support/stack.ts';

const stack = await connectStack();
const { environment, kubectl } = await readStackEnvironment();
// A dry run in the namespace that every cluster has.
const spec = { ...newSpec(stack), storeId: 'default' };

const runs = stack.engines
  .list()
  .flatMap((engine) =>
    ['values-local.yaml', 'values-production.yaml'].map((file) => ({ id: engine.id, engine, file })),
  );

describe.each(runs)('chart of $id with $file', ({ engine, file }) => {
  test('every object is accepted by the API server, unknown fields refused', async () => {
    const values = { store: { id: 'st-abcdefghij' } };
    const objects = await rendered(stack.helmPath, engine, spec, { files: [file], values });
    const flags = ['--server-side', '--dry-run=server', '--validate=strict', '--force-conflicts', '--filename', '-'];
    const { stdout } = await execa(kubectl, ['apply', ...flags], {
      env: { KUBECONFIG: environment['KUBECONFIG'] ?? '' },
      input: objects.map((object) => stringify(object)).join('---\n'),
    });
    expect(stdout.trim().split('\n')).toHaveLength(objects.length);
  });
});
