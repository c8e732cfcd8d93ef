import { ports } from '../core/ports.ts';
import { databaseUrl, parseDatabaseUrl, type PostgresConnection } from '../postgres/connection.ts';
import { acceptsSessions, ensureDatabase, platformDatabase } from '../postgres/databases.ts';
import { startEmbeddedPostgres } from '../postgres/embedded-server.ts';
import { StackError } from '../core/stack-error.ts';
import type { Part } from '../supervisor/part.ts';

export interface PostgresPart extends Part {
  /** Server and sign-in, once the part is ready. */
  connection(): PostgresConnection;
  /** URL of the product's own database, once the part is ready. Holds the password. */
  url(): string;
}

/** PostgreSQL: the embedded server, or the one that `DATABASE_URL` names. */
export function postgresPart(): PostgresPart {
  const given = process.env['DATABASE_URL'];
  let connection: PostgresConnection | undefined;
  const ready = (): PostgresConnection => {
    if (!connection) throw new Error('PostgreSQL is asked for before it is ready.');
    return connection;
  };
  return {
    name: 'postgres',
    needs: [],
    connection: ready,
    url: () => given || databaseUrl(ready(), platformDatabase),
    async start(context) {
      if (given) {
        connection = parseDatabaseUrl(given);
        if (!(await acceptsSessions(connection))) {
          throw new StackError(
            `The PostgreSQL server that DATABASE_URL names (${connection.host}:${connection.port}) does not answer.`,
          );
        }
        return { detail: `${connection.host}:${connection.port} (DATABASE_URL)` };
      }
      const server = await startEmbeddedPostgres(context);
      connection = server.connection;
      await ensureDatabase(connection, platformDatabase);
      return { detail: `127.0.0.1:${ports.postgres}`, stop: () => server.daemon.stop() };
    },
  };
}
