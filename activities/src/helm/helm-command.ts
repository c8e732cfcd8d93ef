import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { JsonObject } from '../engines/engine.ts';
import { runCommand, type CommandResult } from './run-command.ts';

export interface HelmConfig {
  /** Path of the helm program. */
  helmPath: string;
  /** Undefined inside a cluster. */
  kubeconfig: string | undefined;
}

export interface HelmInstall {
  release: string;
  namespace: string;
  chartDirectory: string;
  values: JsonObject;
  signal: AbortSignal;
}

export interface HelmCommand {
  upgradeInstall(install: HelmInstall): Promise<CommandResult>;
  uninstall(release: { release: string; namespace: string; signal: AbortSignal }): Promise<CommandResult>;
}

/**
 * Values are checked by the chart's schema, and the charts themselves against a real API server by their tests: helm need not
 * read the whole description of the API on every run, which takes it three times as long as the rest.
 */
const trustChart = '--disable-openapi-validation';

/** The kernel ends helm when the worker dies, so that no orphan writes a release that the next attempt works on. */
const setprivPath = '/usr/bin/setpriv';

/** Runs helm with argument arrays and a values file that only this user can read and that is gone afterwards. */
export function createHelmCommand(config: HelmConfig): HelmCommand {
  const helm = (args: readonly string[], signal: AbortSignal): Promise<CommandResult> =>
    runCommand({ ...boundToWorker(config.helmPath, args), env: environment(config), signal });
  return {
    upgradeInstall: async ({ release, namespace, chartDirectory, values, signal }) => {
      const directory = await mkdtemp(join(tmpdir(), 'shopwright-values-'));
      const file = join(directory, 'values.yaml');
      try {
        await writeFile(file, stringify(values), { mode: 0o600 });
        const flags = ['--namespace', namespace, '--values', file, '--history-max', '3', '--timeout', '5m'];
        return await helm(['upgrade', '--install', release, chartDirectory, ...flags, trustChart], signal);
      } finally {
        await rm(directory, { recursive: true, force: true });
      }
    },
    uninstall: ({ release, namespace, signal }) =>
      helm(['uninstall', release, '--namespace', namespace, '--ignore-not-found', '--timeout', '3m'], signal),
  };
}

function boundToWorker(command: string, args: readonly string[]): { command: string; args: readonly string[] } {
  if (process.platform !== 'linux' || !existsSync(setprivPath)) return { command, args };
  return { command: setprivPath, args: ['--pdeathsig', 'KILL', '--', command, ...args] };
}

function environment(config: HelmConfig): Record<string, string> {
  // Helm keeps what it learns of the API in the cache; a folder of our own keeps that between runs.
  const cache = { HELM_CACHE_HOME: join(tmpdir(), 'shopwright-helm'), KUBECACHEDIR: join(tmpdir(), 'shopwright-kube') };
  return config.kubeconfig === undefined ? cache : { ...cache, KUBECONFIG: config.kubeconfig };
}
