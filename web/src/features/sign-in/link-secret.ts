import { linkSecretSchema } from '@shopwright/contract/schemas/sign-in';

/**
 * The secret of the link that was opened. It stands behind `#`, which browsers send to nobody. Undefined where there is none,
 * or what cannot be one.
 */
export function linkSecret(hash: string): string | undefined {
  const parsed = linkSecretSchema.safeParse(hash.replace(/^#/, ''));
  return parsed.success ? parsed.data : undefined;
}
