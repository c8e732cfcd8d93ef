import { ports } from '../core/ports.ts';
import { StackError } from '../core/stack-error.ts';
import { temporalPrograms } from '../programs/catalog.ts';
import { Daemon } from '../supervisor/daemon.ts';
import type { Part } from '../supervisor/part.ts';
import { acceptsConnections } from '../supervisor/probes.ts';
import { answersTemporal, ensureTemporalNamespace } from '../temporal/namespace.ts';
import { migrateTemporalSchema } from '../temporal/schema.ts';
import { temporalNamespace, writeServerConfig, writeUiConfig } from '../temporal/server-config.ts';
import type { PostgresPart } from './postgres.ts';
import { programsPart, type ProgramsPart } from './programs.ts';

const given = process.env['TEMPORAL_ADDRESS'] || undefined;

/** Address of the Temporal frontend: our own server's, or the one that `TEMPORAL_ADDRESS` names. */
export const temporalAddress = given ?? `127.0.0.1:${ports.temporal}`;

/** Temporal as parts of the stack: the server that `TEMPORAL_ADDRESS` names, or one of our own with its Web UI. */
export function temporalParts(postgres: PostgresPart): { readonly parts: readonly Part[]; readonly server: Part } {
  if (given) {
    const server = externalTemporalPart(given);
    return { parts: [server], server };
  }
  const programs = programsPart(temporalPrograms);
  const server = temporalPart(programs, postgres);
  return { parts: [programs, server, temporalUiPart(programs, server)], server };
}

function externalTemporalPart(address: string): Part {
  return {
    name: 'temporal',
    needs: [],
    async start({ signal }) {
      if (!(await answersTemporal(address))) {
        throw new StackError(`The Temporal server at ${address} (TEMPORAL_ADDRESS) does not answer.`);
      }
      await ensureTemporalNamespace(address, signal);
      return { detail: `${address} (TEMPORAL_ADDRESS), namespace ${temporalNamespace}` };
    },
  };
}

/** The Temporal server with PostgreSQL persistence, its namespace and search attributes. */
function temporalPart(programs: ProgramsPart<typeof temporalPrograms>, postgres: PostgresPart): Part {
  return {
    name: 'temporal',
    needs: [programs.name, postgres.name],
    async start(context) {
      context.report('starting', 'database schema');
      await migrateTemporalSchema(programs.paths('temporal-sql-tool'), postgres.connection());
      context.report('starting', 'server');
      const daemon = await Daemon.start(
        {
          name: 'temporal-server',
          command: programs.paths('temporal-server'),
          args: ['--config-file', await writeServerConfig(postgres.connection()), '--allow-no-auth', 'start'],
          isReady: () => answersTemporal(temporalAddress),
          readyTimeoutMs: 60_000,
          notice: context.notice,
        },
        context.signal,
      );
      await ensureTemporalNamespace(temporalAddress, context.signal);
      return { detail: `${temporalAddress}, namespace ${temporalNamespace}`, stop: () => daemon.stop() };
    },
  };
}

/** Address of the Temporal Web UI for a person's browser. */
export const temporalUiUrl = process.env['TEMPORAL_UI_URL'] ?? `http://localhost:${ports.temporalUi}`;

/** Temporal's Web UI. */
function temporalUiPart(programs: ProgramsPart<typeof temporalPrograms>, temporal: Part): Part {
  return {
    name: 'temporal ui',
    needs: [programs.name, temporal.name],
    async start(context) {
      const { folder, environment } = await writeUiConfig(temporalAddress);
      const daemon = await Daemon.start(
        {
          name: 'temporal-ui',
          command: programs.paths('temporal-ui-server'),
          args: ['--config', folder, '--env', environment, 'start'],
          isReady: () => acceptsConnections(ports.temporalUi),
          readyTimeoutMs: 30_000,
          notice: context.notice,
        },
        context.signal,
      );
      return { detail: temporalUiUrl, stop: () => daemon.stop() };
    },
  };
}
