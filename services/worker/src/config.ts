import { taskQueue } from '@shopwright/contract/temporal';
import { configFields, parseConfig, type Environment } from '@shopwright/runtime';
import { z } from 'zod';

const schema = z.object({
  DATABASE_URL: configFields.databaseUrl,
  ...configFields.temporalFields,
  /** Another one only where several installations share a Temporal namespace. */
  TEMPORAL_TASK_QUEUE: z.string().min(1).default(taskQueue),
  ...configFields.storeAddressFields,
  /** Absent inside a cluster, where the service account is used. */
  KUBECONFIG: z.string().optional(),
  HELM_PATH: z.string().default('helm'),
  /** host:port on which the ingress is reached for the order probe; absent where the public address works from here. */
  STORES_INGRESS_ADDRESS: configFields.hostPort.optional(),
  INGRESS_CLASS: z.string().min(1),
  /** Namespace of the ingress controller, for the network policies; absent where it runs outside the pod network. */
  INGRESS_NAMESPACE: z.string().default(''),
  STORAGE_CLASS: z.string().default(''),
  STORES_TLS_SECRET: z.string().default(''),
  IMAGE_PULL_POLICY: z.enum(['IfNotPresent', 'Always', 'Never']).default('IfNotPresent'),
  ENGINE_IMAGES_FILE: z.string().min(1),
  SEALING_KEY: configFields.encryptionKey,
  /** Stores made at once; the others wait in line. Helm and image starts load the cluster, not this process. */
  PROVISION_CONCURRENCY: configFields.count(5),
  LOG_LEVEL: configFields.logLevel,
  METRICS_HOST: z.string().default('127.0.0.1'),
  METRICS_PORT: configFields.port(9464),
});

export type WorkerConfig = z.infer<typeof schema>;

/** Throws ConfigError with every problem by name. */
export function readWorkerConfig(environment: Environment = process.env): WorkerConfig {
  return parseConfig(schema, environment);
}
