export { adminSecretName } from '@shopwright/contract/store-objects';

/** Values already decided: Secret name -> key -> value. `store-admin` is always there. */
export type KnownSecrets = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Where the value of one key comes from when the cluster does not hold it yet. */
export type SecretKeySource =
  | { kind: 'random'; length: number; alphabet?: 'alphanumeric' | 'hex' }
  | { kind: 'fixed'; value: string }
  /** Computed from keys of Secrets described earlier, or of earlier keys of the same Secret. Recomputed on every run. */
  | { kind: 'derived'; derive: (known: KnownSecrets) => string };

export interface SecretDescription {
  name: string;
  /** In the order in which they are made. */
  keys: Readonly<Record<string, SecretKeySource>>;
}
