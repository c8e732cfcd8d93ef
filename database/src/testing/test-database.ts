import { randomBase32 } from '@shopwright/contract/ids';
import { inject } from 'vitest';
import { connectDatabase, type DatabaseConnection } from '../connection.ts';
import { databaseUrl } from './database-url.ts';
import { runOnServer } from './run-on-server.ts';

export interface TestDatabase extends DatabaseConnection {
  url: string;
}

/** A migrated database of its own for a test file; `close` drops it. */
export function createTestDatabase(): Promise<TestDatabase> {
  return copyOf(inject('migratedDatabase'));
}

/** The same before any migration. */
export function createEmptyTestDatabase(): Promise<TestDatabase> {
  return copyOf('template1');
}

async function copyOf(template: string): Promise<TestDatabase> {
  const serverUrl = inject('postgresUrl');
  const name = `test_${randomBase32(12)}`;
  await runOnServer(serverUrl, `create database ${name} template ${template}`);
  const url = databaseUrl(serverUrl, name);
  const connection = connectDatabase({ url, applicationName: 'test' });
  const close = async (): Promise<void> => {
    await connection.close();
    await runOnServer(serverUrl, `drop database ${name} with (force)`);
  };
  return { ...connection, url, close };
}
