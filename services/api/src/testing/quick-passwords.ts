import { createPasswords, type Passwords } from '../auth/passwords.ts';

/** Real hashes with the smallest parameters that Argon2 knows: what a test makes with them protects nobody. */
export function quickPasswords(): Passwords {
  return createPasswords({ cost: { memory: 8, passes: 1, parallelism: 1 } });
}
