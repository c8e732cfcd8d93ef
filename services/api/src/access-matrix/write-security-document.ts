import { readFile, writeFile } from 'node:fs/promises';
import { withRouteMatrix } from './security-document.ts';

const file = new URL('../../../../docs/security.md', import.meta.url);

await writeFile(file, withRouteMatrix(await readFile(file, 'utf8')));
