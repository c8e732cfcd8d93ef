import { execa } from 'execa';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { statePath } from '../core/paths.ts';
import { ports } from '../core/ports.ts';
import { StackError } from '../core/stack-error.ts';
import { Daemon } from '../supervisor/daemon.ts';
import type { PartContext } from '../supervisor/part.ts';
import type { PostgresConnection } from './connection.ts';
import { acceptsSessions } from './databases.ts';
import { giveToServer, postgresState, prepareState, serverCommand } from './server-command.ts';

const user = 'shopwright';

async function readOrMakePassword(): Promise<string> {
  const path = statePath('postgres-password');
  if (existsSync(path)) return readFile(path, 'utf8');
  const password = randomBytes(24).toString('base64url');
  await mkdir(statePath(), { recursive: true, mode: 0o700 });
  await writeFile(path, password, { mode: 0o600 });
  return password;
}

/** Makes the data directory under another name first, so that an interrupted start leaves none that is half made. */
async function initialise(password: string): Promise<void> {
  if (existsSync(join(postgresState, 'data'))) return;
  await rm(join(postgresState, 'new'), { recursive: true, force: true });
  const passwordFile = join(postgresState, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  await giveToServer(passwordFile);
  const { command, args } = await serverCommand('initdb', (state) => [
    '--pgdata',
    `${state}/new`,
    '--username',
    user,
    '--pwfile',
    `${state}/password`,
    '--auth',
    'scram-sha-256',
    '--encoding',
    'UTF8',
    '--locale',
    'C.UTF-8',
    '--no-instructions',
  ]);
  const result = await execa(command, args, { reject: false, stdin: 'ignore' });
  await rm(passwordFile);
  if (result.failed) throw new StackError(`PostgreSQL's data directory could not be made: ${result.stderr.trim()}`);
  await rename(join(postgresState, 'new'), join(postgresState, 'data'));
}

/** Starts the embedded PostgreSQL server; its data stays in `.local/postgres` between starts. */
export async function startEmbeddedPostgres(
  context: PartContext,
): Promise<{ daemon: Daemon; connection: PostgresConnection }> {
  const connection = { host: '127.0.0.1', port: ports.postgres, user, password: await readOrMakePassword() };
  await prepareState();
  context.report('starting', 'data directory');
  await initialise(connection.password);
  const { command, args } = await serverCommand('postgres', (state) => [
    '-D',
    `${state}/data`,
    '-p',
    String(ports.postgres),
    '-h',
    '127.0.0.1',
    '-c',
    'unix_socket_directories=',
    '-c',
    'max_connections=200',
  ]);
  const daemon = await Daemon.start(
    {
      name: 'postgres',
      command,
      args,
      isReady: () => acceptsSessions(connection),
      readyTimeoutMs: 60_000,
      stopSignal: 'SIGINT', // "Fast shutdown": sessions are ended, data is written.
      notice: context.notice,
    },
    context.signal,
  );
  return { daemon, connection };
}
