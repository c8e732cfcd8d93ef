import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import * as schema from './schema/index.ts';

export type Database = NodePgDatabase<typeof schema>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
/** What a repository function needs: the pool, or the transaction it takes part in. */
export type Executor = Database | Transaction;

export interface DatabaseConnection {
  db: Database;
  pool: Pool;
  close(): Promise<void>;
}

export interface ConnectOptions {
  url: string;
  /** Shown by Postgres beside every connection. */
  applicationName: string;
  maxConnections?: number;
  /** Called when an idle connection breaks; the pool replaces it by itself. */
  onIdleError?: (error: Error) => void;
}

/** Opens a pool lazily: nothing is connected before the first query. */
export function connectDatabase(options: ConnectOptions): DatabaseConnection {
  const pool = new Pool({
    connectionString: options.url,
    application_name: options.applicationName,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    query_timeout: 20_000,
    keepAlive: true,
  });
  pool.on('error', (error) => options.onIdleError?.(error));
  return { db: drizzle({ client: pool, schema }), pool, close: () => pool.end() };
}
