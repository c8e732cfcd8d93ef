import { execa } from 'execa';
import { repositoryRoot } from '../core/paths.ts';
import { ports } from '../core/ports.ts';
import { StackError } from '../core/stack-error.ts';
import { Daemon } from '../supervisor/daemon.ts';
import type { Part } from '../supervisor/part.ts';
import { webDirectory } from './dashboard.ts';
import { answersOk } from '../supervisor/probes.ts';

/** Environment of the platform's processes. Asked for when a process starts, because it names what other parts made. */
export type PlatformEnvironment = () => Record<string, string>;

const node = `${repositoryRoot}/node_modules/.bin/node`;

/** Brings the database to the schema of this checkout. */
export function migrationsPart(postgres: Part, environment: PlatformEnvironment): Part {
  return {
    name: 'migrations',
    needs: [postgres.name],
    async start({ signal }) {
      const result = await execa(node, ['database/src/migrate.ts'], {
        cwd: repositoryRoot,
        env: environment(),
        reject: false,
        cancelSignal: signal,
        stdin: 'ignore',
      });
      if (result.failed)
        throw new StackError(`The database could not be migrated: ${(result.stderr || result.stdout).slice(-500)}`);
      return {};
    },
  };
}

/** The API, which also serves the dashboard. It starts without Temporal and the cluster and shows what is missing. */
export function apiPart(migrations: Part, dashboard: Part, environment: PlatformEnvironment): Part {
  return {
    name: 'api',
    needs: [migrations.name, dashboard.name],
    async start(context) {
      const daemon = await Daemon.start(
        {
          name: 'api',
          command: node,
          args: ['services/api/src/server.ts'],
          cwd: repositoryRoot,
          env: { ...environment(), WEB_DIRECTORY: webDirectory },
          isReady: () => answersOk(`http://127.0.0.1:${ports.api}/healthz`),
          readyTimeoutMs: 120_000,
          notice: context.notice,
        },
        context.signal,
      );
      return { detail: `http://localhost:${ports.api}`, stop: () => daemon.stop() };
    },
  };
}

/** The worker, which runs workflows and activities. */
export function workerPart(needs: readonly string[], environment: PlatformEnvironment): Part {
  return {
    name: 'worker',
    needs,
    async start(context) {
      const daemon = await Daemon.start(
        {
          name: 'worker',
          command: node,
          args: ['services/worker/src/server.ts'],
          cwd: repositoryRoot,
          env: environment(),
          isReady: () => answersOk(`http://127.0.0.1:${ports.workerMetrics}/healthz`),
          readyTimeoutMs: 120_000,
          stopTimeoutMs: 30_000,
          notice: context.notice,
        },
        context.signal,
      );
      return { stop: () => daemon.stop() };
    },
  };
}
