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
import { temporalAddress, temporalParts, temporalUiUrl } from './parts/temporal.ts';
import { clusterPrograms } from './programs/catalog.ts';
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
  const temporal = temporalParts(postgres);
  const environment = platformEnvironment(postgres, options);
  const migrations = migrationsPart(postgres, environment);
  const dashboard = dashboardPart();
  const common = [postgres, migrations, dashboard, apiPart(migrations, dashboard, environment), ...temporal.parts];
  const needs = [migrations.name, temporal.server.name];
  return options.context === undefined
    ? withOwnNode(common, needs, environment)
    : withExistingCluster(options.context, common, needs, environment);
}

function withOwnNode(common: readonly Part[], needs: readonly string[], environment: PlatformEnvironment): Stack {
  const programs = programsPart(clusterPrograms);
  const packages = packagesPart();
  const pause = pauseImagePart([packages.name]);
  const images = storeImagesPart([packages.name]);
  const node = clusterPart(programs, pause);
  const nodeImages = nodeImagesPart(node, images);
  const withHelm: PlatformEnvironment = () => ({ ...environment(), HELM_PATH: programs.paths('helm') });
  const worker = workerPart([...needs, nodeImages.name], withHelm);
  return { parts: [...common, programs, packages, pause, images, node, nodeImages, worker], environment: withHelm };
}

function withExistingCluster(
  context: string,
  common: readonly Part[],
  needs: readonly string[],
  environment: PlatformEnvironment,
): Stack {
  const cluster = existingClusterPart(context);
  const worker = workerPart([...needs, cluster.name], environment);
  return { parts: [...common, cluster, worker], environment };
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
    INGRESS_CLASS: ingressClassName,
    ENGINE_IMAGES_FILE: engineImagesFile,
    SEALING_KEY_FILE: sealingKeyFile,
    FIRST_OPERATOR_FILE: operatorFile,
    API_PORT: String(ports.api),
    PUBLIC_URL: `http://localhost:${ports.api}`,
    // There is no mail server here: invitations and links are read in the log of the API.
    MAIL_TO_LOG: 'true',
    METRICS_PORT: String(ports.workerMetrics),
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'info',
    ...(options.context === undefined ? {} : settingsOfPerson()),
  });
}

/** What only the person knows of a cluster that this stack did not make. */
const clusterSettings = [
  'INGRESS_CLASS',
  'STORES_INGRESS_ADDRESS',
  'STORES_PUBLIC_PORT',
  'STORES_DOMAIN',
  'STORES_SCHEME',
  'ENGINE_IMAGES_FILE',
  'HELM_PATH',
] as const;

function settingsOfPerson(): Record<string, string> {
  return Object.fromEntries(clusterSettings.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

/** The environment of the platform's processes as `NAME=value` lines, for tests and for a person's shell. Holds the database password. */
export function stackEnvironment(stack: Stack): string {
  return Object.entries(stack.environment())
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
