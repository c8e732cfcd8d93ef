import { asc, eq, sql } from 'drizzle-orm';
import type { Executor } from '../connection.ts';
import { engines, type EngineRow } from '../schema/index.ts';

/** Every engine that a worker announced, the preferred first. */
export async function listEngines(db: Executor): Promise<readonly EngineRow[]> {
  return db.select().from(engines).orderBy(asc(engines.preference), asc(engines.id));
}

export async function findEngine(db: Executor, id: string): Promise<EngineRow | undefined> {
  const [row] = await db.select().from(engines).where(eq(engines.id, id));
  return row;
}

/** A worker tells what it can run. */
export async function announceEngine(db: Executor, engine: Omit<EngineRow, 'updatedAt'>): Promise<void> {
  await db
    .insert(engines)
    .values(engine)
    .onConflictDoUpdate({ target: engines.id, set: { ...engine, updatedAt: sql`clock_timestamp()` } });
}
