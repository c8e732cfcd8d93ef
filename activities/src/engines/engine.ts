import type { ErrorCode } from '@shopwright/contract/errors';
import type { Plan } from '@shopwright/contract/plans';
import type { ProbeReport, ProbeContext } from './probe.ts';
import type { SecretDescription } from './secrets.ts';

export type { ProbeContext, ProbeHttp, ProbeReport, ProbeStep } from './probe.ts';
export type { SecretDescription, SecretKeySource, KnownSecrets } from './secrets.ts';
export { adminSecretName } from './secrets.ts';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
export type JsonObject = { readonly [key: string]: JsonValue };

/** What the platform knows of one store. No secret is in it: it may be logged and stored. */
export interface StoreSpec {
  /** Also the namespace and the Helm release: `st-<10 lower-case base32>`. */
  storeId: string;
  /** The operation that works on it; goes into labels. */
  operationId: string;
  /** Free Unicode text. */
  displayName: string;
  slug: string;
  /** Host name of the public route, without port. */
  host: string;
  /** Public base URL without a trailing slash, e.g. `http://tea.localhost:8081`. */
  publicUrl: string;
  adminUsername: string;
  adminEmail: string;
  /** ISO 4217. */
  currency: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  plan: Plan;
}

/** What is the same for every store of one installation. */
export interface EngineEnvironment {
  /** Image references by the roles that the engine names in `images`. */
  images: Readonly<Record<string, string>>;
  imagePullPolicy: 'IfNotPresent' | 'Always' | 'Never';
  ingressClass: string;
  /** Who may reach the web pods: the ingress controller's namespace; empty where it runs outside the pod network. */
  ingressNamespace: string;
  /** Empty = the cluster's default class. */
  storageClass: string;
  /** TLS Secret of the wildcard certificate in the store's namespace; empty = plain HTTP. */
  tlsSecretName: string;
  /** The route is opened only after initialisation. */
  routeEnabled: boolean;
}

/** A variable of the initialisation container: a plain value or a key of a Secret of the store. */
export type InitialisationVariable =
  | { name: string; value: string }
  | { name: string; secretName: string; secretKey: string };

/** A path of the initialisation container: an empty directory, or the keys of a Secret as files. */
export type InitialisationMount =
  | { path: string; emptyDir: true; sizeMib: number }
  | { path: string; secretName: string }
  | { path: string; claimName: string };

/**
 * The Job that brings the store to its desired state; idempotent, prints one JSON object per line. The last line of a run that
 * succeeded may have `"result": "done"`: the next step begins with it, before the cluster knows that the pod has ended.
 */
export interface Initialisation {
  image: string;
  command: readonly string[];
  variables: readonly InitialisationVariable[];
  mounts: readonly InitialisationMount[];
  /** Pod labels beside the platform's own, for the NetworkPolicies of the chart. */
  podLabels: Readonly<Record<string, string>>;
  resources: { cpuRequestMillis: number; memoryRequestMib: number; memoryLimitMib: number };
  /** Exit codes other than 0; an unlisted one is INIT_FAILED. Retryable or not comes from the error registry. */
  exitCodes: Readonly<Record<number, ErrorCode>>;
  /** The whole Job, attempts included. */
  deadlineSeconds: number;
}

/** One shop software that the platform can run. Everything that differs between engines is here and nowhere else. */
export interface StoreEngine {
  /** Lower-case word, also the folder's name. */
  id: string;
  displayName: string;
  /** Version of the shop software. */
  version: string;
  /** Order of preference where several are available: the lowest is the default. */
  preference: number;
  /** Roles of the images that must exist, e.g. `['web', 'database']`. */
  images: readonly string[];
  /** Absolute path of the Helm chart. */
  chartDirectory: string;
  /** Path of the shop's admin below the public URL, with a leading slash. */
  adminPath: string;
  /** What the owner signs in with. */
  adminLogin: 'username' | 'email';
  /** Helm values without secrets, validated by the chart's schema. Pure. */
  values(spec: StoreSpec, environment: EngineEnvironment): JsonObject;
  /**
   * Secrets that must exist before Helm runs, beside `store-admin` (keys `username`, `email`, `password`), which the platform
   * makes for every engine. Only absent keys are generated. Pure.
   */
  secrets(spec: StoreSpec): readonly SecretDescription[];
  /** Pure. */
  initialisation(spec: StoreSpec, environment: EngineEnvironment): Initialisation;
  /**
   * Buys something through the public route and removes it again. Resolves with the report; throws an `AppError` with a
   * `PROBE_*` code. Must stop when `context.signal` aborts.
   */
  probe(spec: StoreSpec, context: ProbeContext): Promise<ProbeReport>;
}
