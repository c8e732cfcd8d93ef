import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { errorsDocument } from './errors-document.ts';

it('docs/errors.md says what the registry says', async () => {
  expect(await readFile(new URL('../../../docs/errors.md', import.meta.url), 'utf8')).toBe(errorsDocument());
});
