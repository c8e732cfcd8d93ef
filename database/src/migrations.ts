import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Client } from 'pg';
import { lockKey } from './advisory-locks.ts';

const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));

/** Brings a database to the newest schema; processes that start together wait for one another. */
export async function runMigrations(url: string): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'shopwright-migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey('migrate')]);
    await migrate(drizzle({ client }), { migrationsFolder });
  } finally {
    await client.end();
  }
}
