import { execa } from 'execa';
import { StackError } from '../core/stack-error.ts';
import type { PostgresConnection } from '../postgres/connection.ts';
import { ensureDatabase, hasTable } from '../postgres/databases.ts';

/** Temporal's two databases and the schema that its SQL tool carries for each. */
export const temporalDatabases = {
  main: { name: 'temporal', schema: 'postgresql/v12/temporal' },
  visibility: { name: 'temporal_visibility', schema: 'postgresql/v12/visibility' },
} as const;

/** Creates Temporal's databases and brings their schema to the version of the tool. Safe to repeat. */
export async function migrateTemporalSchema(sqlTool: string, connection: PostgresConnection): Promise<void> {
  for (const database of Object.values(temporalDatabases)) {
    await ensureDatabase(connection, database.name);
    if (!(await hasTable(connection, database.name, 'schema_version'))) {
      await runSqlTool(sqlTool, connection, database.name, ['setup-schema', '--version', '0.0']);
    }
    await runSqlTool(sqlTool, connection, database.name, ['update-schema', '--schema-name', database.schema]);
  }
}

async function runSqlTool(
  sqlTool: string,
  { host, port, user, password }: PostgresConnection,
  database: string,
  args: readonly string[],
): Promise<void> {
  const target = [
    '--plugin',
    'postgres12_pgx',
    '--endpoint',
    host,
    '--port',
    String(port),
    '--user',
    user,
    '--database',
    database,
  ];
  const result = await execa(sqlTool, [...target, ...args], {
    reject: false,
    env: { SQL_PASSWORD: password },
    stdin: 'ignore',
  });
  if (result.failed) {
    throw new StackError(
      `Temporal's schema could not be updated (${args[0]} in ${database}): ${result.stdout.slice(-500)}`,
    );
  }
}
