import type { SecretDescription, SecretKeySource } from '../secrets.ts';
import { databaseSecretName, saltsSecretName } from './names.ts';

const salt: SecretKeySource = { kind: 'random', length: 64 };

/** Salts sign cookies, nonces and cart tokens: what one store signs is worth nothing in another. */
export function storeSecrets(): readonly SecretDescription[] {
  return [
    {
      name: databaseSecretName,
      keys: {
        database: { kind: 'fixed', value: 'store' },
        username: { kind: 'fixed', value: 'store' },
        password: { kind: 'random', length: 32 },
      },
    },
    {
      name: saltsSecretName,
      keys: {
        'auth-key': salt,
        'secure-auth-key': salt,
        'logged-in-key': salt,
        'nonce-key': salt,
        'auth-salt': salt,
        'secure-auth-salt': salt,
        'logged-in-salt': salt,
        'nonce-salt': salt,
      },
    },
  ];
}
