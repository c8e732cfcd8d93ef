import type { Quota } from '@shopwright/contract/quotas';
import { configFields, parseConfig, type Environment } from '@shopwright/runtime';
import { z } from 'zod';
import { accountFields } from './account-config.ts';

const { count, databaseUrl, encryptionKey, flag, logLevel, port, storeAddressFields, temporalFields } = configFields;

/** Contents of the file that FIRST_OPERATOR_FILE names: the first operator, made where an installation has none. */
const operatorSchema = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'must be JSON' });
      return z.NEVER;
    }
  })
  .pipe(
    z.object({
      email: z.string().min(3).max(254),
      /** Left out: it is chosen through a link by mail. */
      password: z.string().min(1).max(200).optional(),
      /** Becomes an ordinary token of the operator, for automation. */
      token: z.string().min(24).max(512),
    }),
  );

/** What an organization may use for which no operator has set another quota. */
const quotaFields = {
  QUOTA_STORES: count(100, 0),
  QUOTA_CPU_MILLIS: count(400_000, 0),
  QUOTA_MEMORY_MIB: count(204_800, 0),
  QUOTA_STORAGE_GIB: count(300, 0),
  QUOTA_CREATES_PER_HOUR: count(500, 0),
};

const configSchema = z.object({
  API_HOST: z.string().min(1).default('127.0.0.1'),
  API_PORT: port(8080),
  LOG_LEVEL: logLevel,
  DATABASE_URL: databaseUrl,
  DATABASE_MAX_CONNECTIONS: count(20),
  ...temporalFields,
  /** Where operators look at workflows; links to it are left out where it is not set. */
  TEMPORAL_UI_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Absent: the credentials of the pod that this process runs in. */
  KUBECONFIG: z.string().min(1).optional(),
  ...storeAddressFields,
  FIRST_OPERATOR: operatorSchema,
  SEALING_KEY: encryptionKey,
  /** Of all organizations together, failed ones included. */
  MAX_STORES: count(100, 0),
  ...quotaFields,
  /** How many reverse proxies append to X-Forwarded-For in front of this process; with 0 the header is not believed. */
  TRUSTED_PROXY_HOPS: count(0, 0),
  RATE_LIMIT_READS_PER_MINUTE: count(6000),
  RATE_LIMIT_WRITES_PER_MINUTE: count(600),
  /** Per address, without a valid token. */
  RATE_LIMIT_ANONYMOUS_PER_MINUTE: count(600),
  /** Whether browsers are told to use HTTPS from now on and cookies are for HTTPS only; only behind TLS. */
  HTTPS_ONLY: flag(false),
  ...accountFields,
  /** Directory with the built dashboard. */
  WEB_DIRECTORY: z.string().min(1).optional(),
});

export type ApiConfig = z.infer<typeof configSchema>;

/** The quota of an organization for which no operator has set another one. */
export function defaultQuotaOf(config: ApiConfig): Quota {
  return {
    stores: config.QUOTA_STORES,
    cpuMillis: config.QUOTA_CPU_MILLIS,
    memoryMib: config.QUOTA_MEMORY_MIB,
    storageGib: config.QUOTA_STORAGE_GIB,
    createsPerHour: config.QUOTA_CREATES_PER_HOUR,
  };
}

/** Reads the configuration of the API; `X_FILE` names a file that holds X. Throws ConfigError with every problem by name. */
export function readConfig(environment?: Environment): ApiConfig {
  return parseConfig(configSchema, environment);
}
