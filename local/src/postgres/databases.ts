import pg from 'pg';
import { databaseUrl, type PostgresConnection } from './connection.ts';

/** Name of the product's own database on the embedded server. */
export const platformDatabase = 'shopwright';

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** True when the server accepts a session. */
export async function acceptsSessions(connection: PostgresConnection): Promise<boolean> {
  return withClient(databaseUrl(connection, 'postgres'), async () => true).catch(() => false);
}

/** Creates the database unless it is there. */
export async function ensureDatabase(connection: PostgresConnection, name: string): Promise<void> {
  await withClient(databaseUrl(connection, 'postgres'), async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
}

/** True when the table exists in the public schema of the database. */
export async function hasTable(connection: PostgresConnection, database: string, table: string): Promise<boolean> {
  return withClient(databaseUrl(connection, database), async (client) => {
    const found = await client.query('select to_regclass($1) is not null as found', [`public.${table}`]);
    return (found.rows[0] as { found: boolean }).found;
  });
}
