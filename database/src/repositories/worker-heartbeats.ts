import { max, sql } from 'drizzle-orm';
import type { Executor } from '../connection.ts';
import { workerHeartbeats } from '../schema/index.ts';

export async function beat(db: Executor, worker: string): Promise<void> {
  await db
    .insert(workerHeartbeats)
    .values({ worker })
    .onConflictDoUpdate({ target: workerHeartbeats.worker, set: { seenAt: sql`clock_timestamp()` } });
}

/** When any worker was last seen alive. */
export async function lastWorkerBeat(db: Executor): Promise<Date | null> {
  const [row] = await db.select({ seenAt: max(workerHeartbeats.seenAt) }).from(workerHeartbeats);
  return row?.seenAt ?? null;
}

/** Forgets workers that ended long ago. */
export async function pruneWorkerHeartbeats(db: Executor): Promise<void> {
  await db.delete(workerHeartbeats).where(sql`${workerHeartbeats.seenAt} < now() - interval '1 day'`);
}
