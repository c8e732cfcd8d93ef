import { randomInt } from 'node:crypto';
import { assertNever } from '@shopwright/contract/errors';
import type { KnownSecrets, SecretDescription, SecretKeySource } from '../engines/secrets.ts';

const alphabets = {
  alphanumeric: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  hex: '0123456789abcdef',
} as const;

/** A random text; letters and digits only, so that no shell, YAML or SQL reads anything into it. */
export function randomText(length: number, alphabet: keyof typeof alphabets = 'alphanumeric'): string {
  const characters = alphabets[alphabet];
  return Array.from({ length }, () => characters[randomInt(characters.length)]).join('');
}

/** The complete keys of a Secret: present values stay, absent ones are made, derived ones are computed anew. */
export function completeSecret(
  description: SecretDescription,
  present: Readonly<Record<string, string>>,
  known: KnownSecrets,
): Readonly<Record<string, string>> {
  const values: Record<string, string> = { ...present };
  for (const [key, source] of Object.entries(description.keys)) {
    values[key] = valueOf(source, values[key], { ...known, [description.name]: { ...values } });
  }
  return values;
}

function valueOf(source: SecretKeySource, present: string | undefined, known: KnownSecrets): string {
  switch (source.kind) {
    case 'derived':
      return source.derive(known);
    case 'fixed':
      return present ?? source.value;
    case 'random':
      return present ?? randomText(source.length, source.alphabet);
    default:
      return assertNever(source);
  }
}
