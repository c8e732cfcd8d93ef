import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { exitCodeOf, exitCodes } from './exit-codes.mjs';

/** How long a database that does not answer yet is waited for. */
const patienceMs = 30_000;
const retryMs = 50;

/** Connects as EverShop does, by the `DB_*` variables; waits for a database that still starts. */
export async function connectDatabase() {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const client = new pg.Client({
      host: process.env.DB_HOST,
      port: Number(process.env.DB_PORT),
      user: process.env.DB_USER,
      password: process.env.DB_PASSWORD,
      database: process.env.DB_NAME,
      connectionTimeoutMillis: 2000,
    });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (exitCodeOf(error) !== exitCodes.databaseUnreachable || Date.now() > deadline) throw error;
      await delay(retryMs);
    }
  }
}
