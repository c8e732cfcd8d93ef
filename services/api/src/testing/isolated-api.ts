import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { announceEngine, connectDatabase, runMigrations, type DatabaseConnection } from '@shopwright/database';
import { freePort } from '@shopwright/database/testing/free-port';
import { startTestPostgres } from '@shopwright/database/testing/test-postgres';

/** The real API process on a Postgres of its own, with Temporal and the cluster away. */
export interface IsolatedApi {
  url: string;
  token: string;
  pid: number;
  database: DatabaseConnection;
  logFile: string;
  stop(): Promise<void>;
}

const startTimeoutMs = 60_000;

/** Starts it; `environment` overrides what it is started with. */
export async function startIsolatedApi(environment: Readonly<Record<string, string>> = {}): Promise<IsolatedApi> {
  const postgres = await startTestPostgres();
  await runMigrations(postgres.url);
  const database = connectDatabase({ url: postgres.url, applicationName: 'isolated-api' });
  await announceEngine(database.db, sampleEngine);
  const directory = await mkdtemp(join(tmpdir(), 'shopwright-api-'));
  const token = 'isolated-api-token-0123456789abcdef';
  const tokenFile = join(directory, 'admin.json');
  await writeFile(tokenFile, JSON.stringify({ email: 'operator@example.com', token }), { mode: 0o600 });
  const port = await freePort();
  const logFile = join(directory, 'api.log');
  const child = spawn(process.execPath, [fileURLToPath(new URL('../server.ts', import.meta.url))], {
    env: {
      PATH: process.env['PATH'] ?? '',
      DATABASE_URL: postgres.url,
      TEMPORAL_ADDRESS: '127.0.0.1:1',
      KUBECONFIG: join(directory, 'absent'),
      FIRST_OPERATOR_FILE: tokenFile,
      SEALING_KEY: '5a'.repeat(32),
      API_PORT: String(port),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(logFile);
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  await untilReady(`${url}/readyz`, () => child.exitCode);
  return {
    url,
    token,
    pid: child.pid ?? 0,
    database,
    logFile,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      await database.close();
      await postgres.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

const sampleEngine = {
  id: 'sample',
  displayName: 'Sample',
  version: '1.0',
  adminPath: '/admin',
  adminLogin: 'username',
  preference: 1,
  available: true,
  unavailableReason: null,
} as const;

async function untilReady(url: string, exitCode: () => number | null): Promise<void> {
  const deadline = Date.now() + startTimeoutMs;
  for (;;) {
    const isReady = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) return;
    if (exitCode() !== null) throw new Error(`the API ended with exit code ${exitCode()}`);
    if (Date.now() > deadline) throw new Error('the API is not ready in time');
    await delay(50);
  }
}
