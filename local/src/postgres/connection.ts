/** Where a PostgreSQL server is and how to sign in. */
export interface PostgresConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

/** Connection URL of one database. Holds the password: for environments and files with mode 0600 only. */
export function databaseUrl({ host, port, user, password }: PostgresConnection, database: string): string {
  const authority = `${encodeURIComponent(user)}:${encodeURIComponent(password)}@${host}:${port}`;
  return `postgres://${authority}/${encodeURIComponent(database)}`;
}

/** Reads the server's part of a connection URL. */
export function parseDatabaseUrl(text: string): PostgresConnection & { database: string } {
  const url = new URL(text);
  return {
    host: url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
  };
}
