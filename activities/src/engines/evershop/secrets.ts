import type { SecretDescription, SecretKeySource } from '../secrets.ts';
import { databaseSecretName, keysSecretName } from './names.ts';

const signingKey: SecretKeySource = { kind: 'random', length: 48 };

/** All of them sign something of this store alone: a token or cookie of one store is worth nothing in another. */
export function storeSecrets(): readonly SecretDescription[] {
  return [
    { name: databaseSecretName, keys: { password: { kind: 'random', length: 32 } } },
    {
      name: keysSecretName,
      keys: {
        cookie: signingKey,
        'admin-token': signingKey,
        'admin-refresh-token': signingKey,
        'customer-token': signingKey,
        'customer-refresh-token': signingKey,
      },
    },
  ];
}
