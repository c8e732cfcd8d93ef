import { randomBase32 } from '@shopwright/contract/ids';
import type { TestProject } from 'vitest/node';
import { runMigrations } from '../migrations.ts';
import { databaseUrl } from './database-url.ts';
import { runOnServer } from './run-on-server.ts';
import { startTestPostgres } from './test-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
    /** Name of a migrated database that nobody is connected to: test files get copies. */
    migratedDatabase: string;
  }
}

/** One Postgres for the whole run, migrated once. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startTestPostgres();
  const migrated = `migrated_${randomBase32(12)}`;
  const end = async (): Promise<void> => {
    await runOnServer(url, `drop database if exists ${migrated}`);
    await stop();
  };
  try {
    await runOnServer(url, `create database ${migrated}`);
    await runMigrations(databaseUrl(url, migrated));
  } catch (error) {
    await end();
    throw error;
  }
  project.provide('postgresUrl', url);
  project.provide('migratedDatabase', migrated);
  return end;
}
