import { operatorFile, sealingKeyFile } from './core/operator.ts';
import { ports } from './core/ports.ts';
import { adminKubeconfig } from './node/cluster.ts';
import { ingressClassName } from './node/manifests.ts';
import { clusterPart } from './parts/cluster.ts';
import { dashboardPart } from './parts/dashboard.ts';
import { existingClusterPart } from './parts/existing-cluster.ts';
import { engineImagesFile, nodeImagesPart, pauseImagePart, storeImagesPart } from './parts/images.ts';
import { packagesPart } from './parts/packages.ts';
import { apiPart, migrationsPart, workerPart, type PlatformEnvironment } from './parts/platform.ts';
import { postgresPart, type PostgresPart } from './parts/postgres.ts';
import { programsPart } from './parts/programs.ts';
import { temporalAddress, temporalPart, temporalUiPart, temporalUiUrl } from './parts/temporal.ts';
import { clusterPrograms, temporalPrograms } from './programs/catalog.ts';
import type { Part } from './supervisor/part.ts';
import { temporalNamespace } from './temporal/server-config.ts';

export interface StackOptions {
  /** Context of a cluster that the person already has; the single-node cluster is not started then. */
  readonly context?: string | undefined;
}

/** The local stack: its parts in the order in which they are shown, and the environment of the platform's processes. */
export interface Stack {
  readonly parts: readonly Part[];
  readonly environment: PlatformEnvironment;
}

/** Puts the local stack together. */
export function stackParts(options: StackOptions): Stack {
  const postgres = postgresPart();
  const cluster = programsPart(clusterPrograms);
  const temporalBinaries = programsPart(temporalPrograms);
  const temporal = temporalPart(temporalBinaries, postgres);
  const environment = platformEnvironment(postgres, options);
  const workerEnvironment = (): Record<string, string> => ({ ...environment(), HELM_PATH: cluster.paths('helm') });
  const migrations = migrationsPart(postgres, environment);
  const dashboard = dashboardPart();
  const packages = packagesPart();
  const common = [
    postgres,
    migrations,
    dashboard,
    apiPart(migrations, dashboard, environment),
    temporalBinaries,
    temporal,
    temporalUiPart(temporalBinaries, temporal),
    cluster,
  ];
  if (options.context !== undefined) {
    const existing = existingClusterPart(options.context);
    const worker = workerPart([migrations.name, temporal.name, existing.name, cluster.name], workerEnvironment);
    return { parts: [...common, existing, worker], environment: workerEnvironment };
  }
  const pause = pauseImagePart([packages.name]);
  const images = storeImagesPart([packages.name]);
  const node = clusterPart(cluster, pause);
  const nodeImages = nodeImagesPart(node, images);
  const worker = workerPart([migrations.name, temporal.name, nodeImages.name], workerEnvironment);
  return { parts: [...common, packages, pause, images, node, nodeImages, worker], environment: workerEnvironment };
}

function platformEnvironment(postgres: PostgresPart, options: StackOptions): PlatformEnvironment {
  return () => ({
    DATABASE_URL: postgres.url(),
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: temporalNamespace,
    TEMPORAL_UI_URL: temporalUiUrl,
    KUBECONFIG: adminKubeconfig,
    STORES_DOMAIN: 'localhost',
    STORES_PUBLIC_PORT: String(ports.stores),
    STORES_SCHEME: 'http',
    STORES_INGRESS_ADDRESS: `127.0.0.1:${ports.stores}`,
    INGRESS_CLASS: options.context === undefined ? ingressClassName : (process.env['INGRESS_CLASS'] ?? 'nginx'),
    ENGINE_IMAGES_FILE: process.env['ENGINE_IMAGES_FILE'] ?? engineImagesFile,
    SEALING_KEY_FILE: sealingKeyFile,
    ADMIN_TOKEN_FILE: operatorFile,
    API_PORT: String(ports.api),
    METRICS_PORT: String(ports.workerMetrics),
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'info',
  });
}

/** The environment of the platform's processes as `NAME=value` lines, for tests and for a person's shell. Holds the database password. */
export function stackEnvironment(stack: Stack): string {
  return Object.entries(stack.environment())
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
