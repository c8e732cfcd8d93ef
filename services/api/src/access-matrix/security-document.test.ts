import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { withRouteMatrix } from './security-document.ts';

describe('docs/security.md', () => {
  it('has the matrix that the declarations of the routes make', async () => {
    const document = await readFile(new URL('../../../../docs/security.md', import.meta.url), 'utf8');
    expect(document).toBe(withRouteMatrix(document));
  });
});
