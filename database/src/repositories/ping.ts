import { sql } from 'drizzle-orm';
import type { Executor } from '../connection.ts';

/** Resolves where the database answers. */
export async function pingDatabase(db: Executor): Promise<void> {
  await db.execute(sql`select 1`);
}
