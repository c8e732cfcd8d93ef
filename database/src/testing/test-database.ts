import { randomBase32 } from '@shopwright/contract/ids';
import { Client } from 'pg';
import { inject } from 'vitest';
import { connectDatabase, type DatabaseConnection } from '../connection.ts';
import { runMigrations } from '../migrations.ts';

export interface TestDatabase extends DatabaseConnection {
  url: string;
}

/** A migrated database of its own for a test file; `close` drops it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const serverUrl = inject('postgresUrl');
  const name = `test_${randomBase32(12)}`;
  await runOnServer(serverUrl, `create database ${name}`);
  const address = new URL(serverUrl);
  address.pathname = `/${name}`;
  const url = address.toString();
  await runMigrations(url);
  const connection = connectDatabase({ url, applicationName: 'test' });
  const close = async (): Promise<void> => {
    await connection.close();
    await runOnServer(serverUrl, `drop database ${name} with (force)`);
  };
  return { ...connection, url, close };
}

async function runOnServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
