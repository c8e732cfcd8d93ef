import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { stateDirectory, statePath } from './paths.ts';

/** File with the one operator of the local installation: `email`, `password`, `token` (mode 0600). */
export const operatorFile = statePath('admin.json');

/** File with the key that seals secrets in the database: 32 bytes in hexadecimal (mode 0600). */
export const sealingKeyFile = statePath('sealing-key');

/** Makes the operator and the sealing key at the first start; later starts keep them. */
export async function ensureOperator(): Promise<void> {
  await mkdir(stateDirectory, { recursive: true, mode: 0o700 });
  if (!existsSync(operatorFile)) {
    const operator = {
      email: 'operator@shopwright.localhost',
      password: randomBytes(18).toString('base64url'),
      token: `sw_${randomBytes(32).toString('base64url')}`,
    };
    await writeFile(operatorFile, `${JSON.stringify(operator, null, 2)}\n`, { mode: 0o600 });
  }
  if (!existsSync(sealingKeyFile)) await writeFile(sealingKeyFile, randomBytes(32).toString('hex'), { mode: 0o600 });
}
