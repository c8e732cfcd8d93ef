import type { Client } from '@temporalio/client';
import type { Database } from '@shopwright/database';
import type { Logger, StoreAddressConfig } from '@shopwright/runtime';
import type { EngineRegistry } from './engines/registry.ts';
import type { HelmCommand } from './helm/helm-command.ts';
import type { KubeApi } from './kube/kube-api.ts';
import type { PodExec } from './kube/pod-exec.ts';
import type { Patience } from './patience.ts';

/** Everything activities need from outside; made once by the worker, faked in tests. */
export interface ActivityDeps {
  db: Database;
  kube: KubeApi;
  podExec: PodExec;
  helm: HelmCommand;
  /** Read anew for each use: images may become available while the worker runs. */
  engines: () => Promise<EngineRegistry>;
  temporal: Client;
  logger: Logger;
  /** Opens passwords that people chose. */
  sealingKey: Buffer;
  /** Name of this process in attempts. */
  worker: string;
  platform: PlatformConfig;
  patience: Patience;
}

/** What is the same for every store of this installation. */
export interface PlatformConfig extends StoreAddressConfig {
  ingressClass: string;
  ingressNamespace: string;
  storageClass: string;
  tlsSecretName: string;
  imagePullPolicy: 'IfNotPresent' | 'Always' | 'Never';
  /** host:port on which the ingress is reached from here. */
  ingressAddress: string;
  provisionConcurrency: number;
}
